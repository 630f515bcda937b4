"""Eyes from which nothing is hidden, for tests of what one view shows of a small record."""

from typing import Any

from projections.view import Named, View, rest_of, topic_of
from tests.given import Record


class OpenEyes:
    """A sight that opens every word of a record and calls streams by their ids."""

    def __init__(self, record: Record, hidden: frozenset[tuple[str, int]] = frozenset()) -> None:
        self._record = record
        self._hidden = hidden
        """(stream, version) of events that came of a closed item"""
        self.see = record.see

    def open(self, kept: Any) -> str | None:
        return self._record.texts.get(kept)

    def name(self, stream: str) -> Named:
        return Named(stream, stream)

    def hides_event(self, stream: str, version: int) -> bool:
        return (stream, version) in self._hidden

    def hides_stream(self, stream: str) -> bool:
        return False

    def hides_item(self, meeting: str, item: str) -> bool:
        return False


def rows_at(view: View, record: Record, position: int) -> dict[str, Any]:
    """The kept rows as of a position, by their whole key."""
    rows: dict[str, Any] = {}
    for recorded in record.recorded[:position]:
        if type(recorded.event) in view.folds:
            rows |= view.evolve(rows.get, recorded)
    return rows


def shown_in(view: View, topic: str, rows: dict[str, Any], eyes: OpenEyes) -> dict[str, Any]:
    """The rows of a topic as shown, by their key on the wire."""
    seen = {key: view.show(key, row, eyes) for key, row in rows.items() if topic_of(key) == topic}  # type: ignore[arg-type]
    return {rest_of(key): row for key, row in seen.items() if row is not None}
