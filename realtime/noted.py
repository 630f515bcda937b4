"""What is noted of those who follow: that they do, and what of it is closed or personal, once a day for each connection."""

from collections.abc import Callable, Set

from realtime.audience import Subscriber

Note = Callable[[str, str, frozenset[str]], None]
"""`note(person, topic, about)`: somebody is shown a topic, and in it what is closed or personal about these."""


class Noted:
    """What was noted today."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self._today: dict[Subscriber, set[tuple[str, str]]] = {}

    def follows(self, subscriber: Subscriber, topic: str) -> None:
        self.note(subscriber.person, topic, frozenset())

    def shown(self, subscriber: Subscriber, topic: str, about: Set[str]) -> None:
        if not about:
            return
        noted = self._today.setdefault(subscriber, set())
        new = frozenset(each for each in about if (topic, each) not in noted)
        if new:
            noted |= {(topic, each) for each in new}
            self.note(subscriber.person, topic, new)

    def leave(self, subscriber: Subscriber) -> None:
        self._today.pop(subscriber, None)

    def another_day(self) -> None:
        self._today.clear()
