"""Whatever happens in whatever order, pages that come, go and stop reading hold in the end what a rebuild shows them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clients.live import Topic
from eventstore.cursor import read_cursor
from realtime.ring import FRAMES_MAX
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import STORY
from tests.projections.rebuilt import Rebuilt
from tests.realtime.page import Page
from tests.realtime.told import on_the_wire
from tests.realtime.under_way import BEGUN, UnderWay, under_way

PARTS = ("member", "recused", "leaver", "observer", "group-member", "auditor")
TOPICS = (MEETING, "aadal/decisions", "dk/people")
AHEAD = STORY.steps[len(BEGUN) :]


class Reader:
    """A person whose line is lost and found again; what they hold of each topic outlives the line."""

    def __init__(self, meeting: UnderWay, part: str) -> None:
        self._meeting = meeting
        self._part = part
        self.page: Page | None = None
        self._kept: dict[str, Topic] = {}

    def come(self) -> None:
        if self.page is not None:
            return
        self.page = Page(CAST[self._part])
        self.page.topics = {name: topic for name, topic in self._kept.items() if topic.cursor}
        for topic in TOPICS:
            kept = self._kept.get(topic)
            since = read_cursor(kept.cursor) if kept and kept.cursor else None
            if self._meeting.hub.follow(self.page, topic, since) is not None:
                self._meeting.hub.bring(self.page, topic)
            else:
                self.page.topics.pop(topic, None)

    def lose_the_line(self) -> None:
        if self.page is not None:
            self._meeting.hub.disconnect(self.page)
            self._kept = self.page.topics
            self.page = None

    def stop_reading(self) -> None:
        if self.page is not None:
            self.page.parked = True

    def read_on(self) -> None:
        if self.page is not None and self.page.parked:
            self.page.parked = False
            self._meeting.hub.resume(self.page)

    def check(self, rebuilt: Rebuilt) -> None:
        """Whoever is there and reads holds what stands."""
        if self.page is None or self.page.parked:
            return
        assert not self.page.failed
        for topic in TOPICS:
            mask = rebuilt.reading.mask(topic, self.page.person)
            if mask is None:
                assert topic not in self._meeting.hub.topics_of(self.page)
            elif topic in self._meeting.hub.topics_of(self.page):
                assert self.page.rows(topic) == on_the_wire(rebuilt.shown(topic, mask))


MOVES = ("come", "lose_the_line", "stop_reading", "read_on")
happenings = some.lists(
    some.one_of(
        some.just(("next step of the story", "")),
        some.just(("the process starts again", "")),
        some.tuples(some.sampled_from(MOVES), some.sampled_from(PARTS)),
    ),
    min_size=20,
    max_size=90,
)


@asynccontextmanager
async def readers() -> AsyncIterator[tuple[UnderWay, dict[str, Reader]]]:
    async with under_way() as meeting:
        there = {part: Reader(meeting, part) for part in PARTS}
        for reader in there.values():
            reader.come()
        yield meeting, there


@settings(max_examples=25, deadline=None)
@given(happenings, some.sampled_from([FRAMES_MAX, 2]))
async def test_nothing_is_lost_or_doubled_whatever_happens(happened: list[tuple[str, str]], kept: int) -> None:
    """`kept`: of frames for those who come back; with few, rows that changed lead on."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr("realtime.ring.FRAMES_MAX", kept)
        await hold(happened)


async def hold(happened: list[tuple[str, str]]) -> None:
    async with readers() as (meeting, there):
        rebuilt, ahead = Rebuilt(meeting.log.texts.open), iter(AHEAD)
        rebuilt.take(*meeting.log.read(0))
        for what, part in happened:
            if part:
                getattr(there[part], what)()
            elif what == "the process starts again":
                for reader in there.values():
                    reader.lose_the_line()
                meeting.start_again()
            elif step := next(ahead, None):
                await meeting.writing.give(STORY, step)
                rebuilt.take(*meeting.log.read(rebuilt.head))
            for reader in there.values():
                reader.check(rebuilt)
        for reader in there.values():
            reader.read_on()
            reader.come()
            reader.check(rebuilt)
