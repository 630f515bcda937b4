"""A record in memory with its tail: what a core is, without files. Stories are played into it through the writer."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import uuid4

from domain import access, party, person
from domain import log as record
from domain.assurance import Assurance
from domain.dates import MICROSECOND, day_of
from domain.kernel import Command, Recorded
from domain.policy import Mask, Streams
from eventstore.clock import StoryClock
from eventstore.cursor import Cursor
from eventstore.desk import Desk
from eventstore.folds import fingerprint
from eventstore.given import Answer, Given, Outage
from eventstore.log import Log
from eventstore.memory import open_memory
from eventstore.sealing import SCHEME
from eventstore.sqlite.rows import SQLiteRows
from eventstore.tail import Tail
from projections.reading import Reading
from projections.sight import Opened
from projections.sights import Sights
from projections.views import VIEWS
from stories.story import Step, Story

ADMINISTRATOR = "dk/person/administrator"
OPERATOR = "dk/party/drift"
TRIES = 10
BEGINNING: tuple[tuple[str, Command], ...] = (
    ("region/log/log", record.Open(origin="region", clock=record.Clock.STORY, schemes=(SCHEME,))),
    (OPERATOR, party.Register(name="Drift", party_kind=party.PartyKind.EXTERNAL)),
    (ADMINISTRATOR, person.Register(name="Administrator", function="Administrator", party=OPERATOR)),
    (
        "region/access/administrator",
        access.Grant(
            person=ADMINISTRATOR, office=access.Office.ADMINISTRATOR, reason="Den første.", from_on="2000-01-01"
        ),
    ),
)


def microseconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp()) * MICROSECOND


class RecordInMemory:
    """What the hub asks of the record. Follows a log as it is fed."""

    epoch = "memory"

    def __init__(self, kept_log: Log, store: SQLiteRows | None = None) -> None:
        self.log = kept_log
        self.day_by_the_clock = ""
        """A test may let a day pass in which nothing happens."""
        self.store = store or SQLiteRows(":memory:", self.epoch, fingerprint(VIEWS), 0)
        self.tail = Tail(kept_log, self.store, VIEWS)
        self.reading = self.reading_by(self.tail.now)

    def reading_by(self, streams: Streams) -> Reading:
        """As the core's."""
        texts, rows = self.log.texts, self.tail.rows
        return Reading(rows, streams, texts.open, texts.recorded, self.log.event, self.today, texts.person_of)

    @property
    def head(self) -> int:
        return self.tail.head

    def today(self) -> str:
        return max(self.day_by_the_clock, day_of(self.log.recorded_at(self.head)))

    def reach(self, position: int) -> None:
        if position > self.head:
            self.tail.look()

    def mask(self, topic: str, reader: str) -> Mask | None:
        return self.reading.mask(topic, reader)

    def latest(self, mask: Mask) -> int:
        return self.reading.latest(mask)

    def snapshot(self, topic: str, mask: Mask, opened: Opened | None = None) -> dict[str, Any]:
        return self.reading.snapshot(topic, mask, opened)

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Opened | None = None) -> dict[str, Any]:
        return self.reading.shown(topic, mask, rows, opened)

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        return self.reading.held(topic, mask, since)

    def page(self, after: int, limit: int) -> list[Recorded]:
        return self.log.page(after, limit)

    def sights(self, person: str, opened: Opened) -> Sights:
        return self.reading.sights(person, self.head, opened)

    def sight_of(self, person: str) -> str:
        return self.reading.sight_of(person)

    def cursor(self, profile: str, position: int) -> str:
        return Cursor(self.epoch, profile, position).text()


class Writing:
    """A writer on a log. `close` it before the log."""

    def __init__(self, kept_log: Log, tail: Tail | None = None) -> None:
        self._desk = Desk(kept_log.recorder, kept_log.sealing, StoryClock(), tail.feed if tail else lambda _: None)

    async def close(self) -> None:
        await asyncio.to_thread(self._desk.close)

    async def begin(self, at: str) -> None:
        """What `klynge init` writes."""
        for stream, command in BEGINNING:
            await self._give(ADMINISTRATOR, stream, command, None, at, init=True)

    async def play(self, story: Story, steps: Iterable[Step]) -> None:
        for step in steps:
            await self.give(story, step)

    async def give(self, story: Story, step: Step) -> Answer:
        return await self._give(story.cast[step.by], step.to, step.command, step.if_match, step.at)

    async def _give(
        self, who: str, to: str, command: Command, if_match: int | None, at: str, init: bool = False
    ) -> Answer:
        given = Given(
            person=who,
            assurance=Assurance.SUBSTANTIAL,
            stream=to,
            command=command,
            key=str(uuid4()),
            digest=b"",
            if_match=if_match,
            story_at=microseconds(at),
            init=init,
        )
        for _ in range(TRIES - 1):
            # Nothing but a machine that stands still keeps it from being answered in time; under its key it is done once.
            with suppress(Outage):
                return await self._desk.give(given)
        return await self._desk.give(given)


async def played(story: Story, steps: Iterable[Step] | None = None) -> Log:
    """A log that holds a story after those that it goes on from, and no more than a log: nobody has followed it yet. Close it."""
    kept_log = open_memory()
    writing = Writing(kept_log)
    stories = (*story.continues, story)
    await writing.begin(stories[0].steps[0].at)
    registered: set[str] = set()
    for each in stories:
        told = each.steps if each is not story or steps is None else steps
        told = [step for step in told if not (each.is_shared(step) and step.to in registered)]
        await writing.play(each, told)
        registered |= {step.to for step in told if each.is_shared(step)}
    await writing.close()
    return kept_log


def transactions(kept_log: Log, after: int = 0) -> Iterator[list[Recorded]]:
    """The log, one command's events at a time."""
    page: list[Recorded] = []
    for recorded in kept_log.read(after):
        if page and page[-1].correlation != recorded.correlation:
            yield page
            page = []
        page.append(recorded)
    if page:
        yield page
