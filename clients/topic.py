"""A topic as a client holds it: its rows as of a position, kept by the messages of the protocol. Pure."""

from dataclasses import dataclass, field
from typing import Any

Message = dict[str, Any]

CHANGES = "changes"
"""The topic of everything that happens, told as events; all others are told as rows."""
START = "start"
NOW = "now"
"""Cursors of that topic that everybody knows: before the first event, and after the last."""


@dataclass
class Topic:
    """A topic's rows as of a position."""

    name: str
    rows: dict[str, Any] = field(default_factory=dict)
    position: int = -1
    cursor: str | None = None
    changed: dict[str, Any] = field(default_factory=dict)
    """What the last change set, all parts of it; None: the row is gone."""
    _parts: dict[str, Any] = field(default_factory=dict)
    _gap_at: int | None = None

    def apply(self, message: Message) -> bool:
        """Take in a message; whether the rows changed. Raises LookupError when something was missed."""
        match message["op"]:
            case "snap":
                if not self._collected(message, message["rows"]):
                    return False
                self.rows, self._parts = self._parts, {}
                self.position, self.cursor = message["pos"], message["cursor"]
                return True
            case "rows":
                return self._change(message)
            case "sync" if message["pos"] >= self.position:
                self.position, self.cursor = message["pos"], message["cursor"]
            case "access":
                self._lose(message.get("lost"))
            case "reset":
                self.rows, self._parts, self.position, self.cursor = {}, {}, -1, None
            case "hb":
                if self.position >= 0:
                    self._check_next(message["heads"].get(self.name, -1))
        return False

    def missed(self) -> None:
        """Something was: it is asked for from the cursor; what could not be filled from there is shown anew."""
        if self._gap_at == self.position:
            self.cursor = None
        self._gap_at = self.position

    def _change(self, message: Message) -> bool:
        if message["pos"] <= self.position:
            return False
        self._check_next(message["prev"])
        if not self._collected(message, message["set"]):
            return False
        for key, row in self._parts.items():
            if row is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = row
        self.changed, self._parts = self._parts, {}
        self.position, self.cursor = message["pos"], message["cursor"]
        return True

    def _lose(self, keys: list[str] | None) -> None:
        """Rows that are not to be seen any more go at once; None: all of them. What is seen instead follows, or the end."""
        self._parts = {}
        for key in list(self.rows) if keys is None else keys:
            self.rows.pop(key, None)

    def _collected(self, message: Message, rows: dict[str, Any]) -> bool:
        """Add a part to those before it; whether it is the last. What a lost line left of another message is dropped."""
        if message.get("part", 1) == 1:
            self._parts = {}
        self._parts |= rows
        return bool(message.get("last", True))

    def _check_next(self, before: int) -> None:
        if before > self.position:
            raise LookupError(f"{self.name}: have {self.position}, there is something at {before}")


@dataclass
class Events:
    """The topic `changes`: what happened up to a position, as events."""

    cursor: str = START
    position: int = -1
    """-1: only the cursor is known."""

    def apply(self, message: Message) -> list[Message]:
        """The events of a message that were not told before. Raises LookupError when something was missed."""
        match message["op"]:
            case "evs" if self.position < 0 or message["pos"] > self.position:
                self._check_next(message["prev"])
                fresh = [event for event in message["events"] if int(event["sequence"]) > self.position]
                self.position, self.cursor = message["pos"], message["cursor"]
                return fresh
            case "sync" if message["pos"] == -1 or message["pos"] >= self.position:
                # Over HTTP a position is not known before there is an event, but the cursor leads on all the same.
                self.position, self.cursor = max(self.position, message["pos"]), message["cursor"]
            case "reset":
                self.position, self.cursor = -1, START
            case "hb":
                self._check_next(message["heads"].get(CHANGES, -1))
        return []

    def _check_next(self, before: int) -> None:
        if before > self.position >= 0:
            raise LookupError(f"{CHANGES}: have {self.position}, there is something at {before}")
