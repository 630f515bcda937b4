"""Planted: watchers to whom a network or a server does what it must never do. The control of every storm: each is found."""

from typing import Any

from tests.storms.watcher import Message, Watcher

OFTEN = 3
"""One message of so many: whoever is cut off right after it gets what was lost, and rightly notices nothing."""


class Losing(Watcher):
    """A change does not arrive."""

    changes = 0

    def distort(self, message: Message) -> tuple[Message, ...]:
        self.changes += message["op"] == "rows"
        return () if message["op"] == "rows" and self.changes % OFTEN == 0 else (message,)


class Doubling(Watcher):
    """A change arrives twice."""

    def distort(self, message: Message) -> tuple[Message, ...]:
        return (message, message) if message["op"] == "rows" else (message,)


class Leaking(Watcher):
    """A row arrives that is none of theirs."""

    def distort(self, message: Message) -> tuple[Message, ...]:
        if message["op"] != "rows":
            return (message,)
        leaked: dict[str, Any] = {"leaked": {"text": "Sagt for lukkede døre."}}
        return (message | {"set": message["set"] | leaked},)


class Late(Watcher):
    """Changes arrive after those that came after them."""

    held_back: Message | None = None

    def distort(self, message: Message) -> tuple[Message, ...]:
        if message["op"] != "rows":
            return (message,)
        if self.held_back is None:
            self.held_back = message
            return ()
        earlier, self.held_back = self.held_back, None
        return (message, earlier)


PLANTED: dict[type[Watcher], tuple[str, ...]] = {
    Losing: ("missed: ",),
    Doubling: ("told again of ",),
    Leaking: ("is not what stood then",),
    Late: ("missed: ", "told again of "),
}
"""Who -> what is found wrong at them, one or the other"""
