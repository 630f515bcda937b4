"""What a reason calls things: by the names that whoever gave the command may know, else as they wrote them themselves."""

from domain.names import kind_of, name_of, scope_of
from klynge.core import Core


class ReaderNames:
    """Names for one person who gave a command to one stream."""

    def __init__(self, core: Core, person: str, stream: str) -> None:
        self._core = core
        self._person = person
        self._stream = stream

    def stream(self, stream: str) -> str:
        """Nothing of a scope that the person has no part in is told, so ids of others cannot be tried for their names.

        Nor is what was said at an item that is closed to them.
        """
        mask = self._core.reading.mask(f"{scope_of(stream)}/decisions", self._person)
        return name_of(stream) if mask is None else self._core.reading.name(stream, mask)

    def scope(self, scope: str) -> str:
        """By its cluster; a scope that is no cluster's by itself."""
        cluster = next(iter(self._core.tail.now.ids("cluster", scope)), None)
        return scope if cluster is None else self.stream(cluster)

    def item(self, item: str) -> tuple[str, str | None] | None:
        """Number and title of an item of the meeting that the command went to, or whose minutes, as the person sees it there."""
        if kind_of(self._stream) not in ("meeting", "minutes"):
            return None
        meeting, rest = f"{scope_of(self._stream)}/meeting/{name_of(self._stream)}", f"item/{item}"
        mask = self._core.reading.mask(meeting, self._person)
        shown = None if mask is None else self._core.reading.row(meeting, mask, self._core.head, rest)
        return None if shown is None else (shown.number, shown.title)
