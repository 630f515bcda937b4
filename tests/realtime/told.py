"""A story told to pages: every person has one, open on every topic they may see, and each is compared with a rebuild.

Law 2, step by step: what a page held at p, with the frames of the next transaction, is what is shown of the rows then.
"""

from collections.abc import Container, Iterable
from typing import Any

import msgspec

from domain.kernel import Event, Recorded
from domain.policy import Mask
from eventstore.log import Log
from eventstore.tail import Transaction
from realtime.hub import Hub
from tests.projections.rebuilt import Rebuilt
from tests.realtime.page import Page, messages_in
from tests.realtime.record_in_memory import RecordInMemory, transactions

Rows = dict[str, Any]


class Hushed(Transaction, frozen=True):
    """A transaction that does not say that it unsettles what others see."""

    @property
    def unsettles(self) -> bool:
        return False


class Told:
    """A log's record, followed by a page for each person. `hushed`: an event that keeps quiet about what it unsettles."""

    def __init__(
        self, kept_log: Log, people: Iterable[str], topics: tuple[str, ...], hushed: type[Event] | None = None
    ) -> None:
        self.log = kept_log
        self.record = RecordInMemory(kept_log)
        self.rebuilt = Rebuilt(kept_log.texts.open)
        self.hub = Hub(self.record)
        self.pages = {person: Page(person) for person in people}
        self._topics = topics
        self._hushed = hushed
        self.record.tail.listeners.append(self._publish)

    def _publish(self, transaction: Transaction) -> None:
        hushed = self._keeps_quiet(transaction.recorded)
        self.hub.publish(Hushed(transaction.recorded, transaction.changes) if hushed else transaction)

    def _keeps_quiet(self, recorded: Iterable[Recorded]) -> bool:
        return any(type(each.event) is self._hushed for each in recorded)

    def tell(self, in_turn: int = 1) -> None:
        """All that stands in the log and was not told yet, compared after every transaction; at the end everything.

        A topic that a page was sent something of is compared at once. Of the others one in so many is, another one each time:
        what a page lacks it lacks until it is shown the topic anew, so it is found a few transactions later. Before the first event
        that keeps quiet nothing is compared: all is told as where none does.
        """
        compares = self._hushed is None
        for count, transaction in enumerate(transactions(self.log, self.record.head)):
            had = {person: len(page.frames) for person, page in self.pages.items()}
            self.take(transaction)
            compares = compares or self._keeps_quiet(transaction)
            if not compares:
                continue
            frames = (frame for person, page in self.pages.items() for frame in page.frames[had[person] :])
            sent = {message.get("topic") for frame in frames for message in messages_in(frame)}
            quiet = [topic for topic in self._topics if topic not in sent]
            self.compare(sent | {topic for at, topic in enumerate(quiet) if (at + count) % in_turn == 0})
        self.compare(self._topics)

    def take(self, transaction: list[Recorded]) -> None:
        """The next transaction: to the pages by frames, to the rebuild by its fold. Who may see more now opens it."""
        self.record.tail.feed(transaction)
        self.rebuilt.take(*transaction)
        for page in self.pages.values():
            for topic in self._topics:
                if topic not in self.hub.topics_of(page) and self.hub.follow(page, topic, None) is not None:
                    self.hub.bring(page, topic)

    def compare(self, topics: Container[str | None]) -> None:
        """Of these topics, every page holds what a rebuild shows; nothing, and follows nothing, where there is no right."""
        for topic in self._topics:
            if topic not in topics:
                continue
            shown: dict[Mask | None, Rows] = {}
            for person, page in self.pages.items():
                mask = self.rebuilt.reading.mask(topic, person)
                if mask not in shown:
                    shown[mask] = {} if mask is None else on_the_wire(self.rebuilt.shown(topic, mask))
                assert page.rows(topic) == shown[mask], f"{topic} as {person} holds it at {self.rebuilt.head}"
                assert (topic in self.hub.topics_of(page)) == (mask is not None)

    def clear(self) -> None:
        """Forget which messages came so far."""
        for page in self.pages.values():
            page.clear()


def on_the_wire(rows: Rows) -> Rows:
    """Shown rows as a client reads them."""
    decoded: Rows = msgspec.json.decode(msgspec.json.encode(rows))
    return decoded
