"""Planted: watchers to whom a network or a server does what it must never do. The control of every storm: each is found."""

from tests.storms.watcher import Message, Watcher

OFTEN = 3
"""One message of so many: whoever is cut off right after it gets what was lost, and rightly notices nothing."""
SECRET = "Sagt for lukkede døre."
CHANGE = ("rows", "evs")


class Losing(Watcher):
    """A change does not arrive."""

    changes = 0

    def distort(self, message: Message) -> tuple[Message, ...]:
        self.changes += message["op"] in CHANGE
        return () if message["op"] in CHANGE and self.changes % OFTEN == 0 else (message,)


class Doubling(Watcher):
    """A change arrives twice."""

    def distort(self, message: Message) -> tuple[Message, ...]:
        return (message, message) if message["op"] in CHANGE else (message,)


class Leaking(Watcher):
    """A row and an event arrive that are none of theirs."""

    def distort(self, message: Message) -> tuple[Message, ...]:
        match message["op"]:
            case "rows":
                return (message | {"set": message["set"] | {"leaked": {"text": SECRET}}},)
            case "evs":
                return (message | {"events": [each | {"data": {"da": SECRET}} for each in message["events"]]},)
        return (message,)


class Late(Watcher):
    """Changes arrive after those that came after them."""

    held_back: Message | None = None

    def distort(self, message: Message) -> tuple[Message, ...]:
        if message["op"] not in CHANGE:
            return (message,)
        if self.held_back is None:
            self.held_back = message
            return ()
        earlier, self.held_back = self.held_back, None
        return (message, earlier)


PLANTED: dict[type[Watcher], tuple[str, ...]] = {
    Losing: ("missed: aadal", "missed: changes", "was never told"),
    Doubling: ("people: told again of ", "changes: told again of "),
    Leaking: ("people at ", "the event at "),
    Late: ("missed: ", "told again of "),
}
"""Who -> what is found wrong at them"""
