"""A stream of server-sent events, taken apart as it comes in. Pure; pieces may end anywhere, also in the middle of a letter."""

import re
from dataclasses import dataclass

LINE_END = re.compile(rb"\r\n|\n|\r(?!\Z)")
"""A return at the very end may be half of a line's end."""


@dataclass(frozen=True)
class Sent:
    """One event. `id`: its own, or that of the last before it that had one."""

    event: str
    data: str
    id: str


class Events:
    """A stream of server-sent events, taken apart as its bytes come, in whatever pieces."""

    def __init__(self) -> None:
        self._bytes = b""
        self._event = ""
        self._data: list[str] = []
        self._id = ""

    def take(self, piece: bytes) -> list[Sent]:
        """The events that are whole now. A comment, which says that somebody is there, is none."""
        *lines, self._bytes = LINE_END.split(self._bytes + piece)
        return [sent for line in lines if (sent := self._line(line.decode())) is not None]

    def _line(self, line: str) -> Sent | None:
        if not line:
            return self._whole()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id":
                self._id = value
        return None

    def _whole(self) -> Sent | None:
        sent = Sent(self._event or "message", "\n".join(self._data), self._id)
        nothing = not self._data
        self._data, self._event = [], ""
        return None if nothing else sent
