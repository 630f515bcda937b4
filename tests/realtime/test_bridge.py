"""Catching up by rows: whoever comes back from an old position holds what is shown now, by the rows that changed since alone; or
is shown the topic anew, where something else changed what rows look like. For every story, audience and old position."""

from collections.abc import Iterable
from typing import Any

import pytest

from clients.live import Topic
from domain.policy import Mask
from eventstore.log import Log
from projections.unsettled import UNSETTLED
from realtime.audience import Audience
from realtime.bridge import bridge
from realtime.frames import bodies_of
from stories.story import Story
from tests.projections import closed_item, minuted
from tests.projections.aadal import MEETING
from tests.projections.closed_item import SHUT
from tests.projections.test_one_fold_three_uses import TOLD, TOPICS, readers
from tests.realtime.page import messages_in
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.realtime.told import on_the_wire
from tests.realtime.under_way import under_way

Rows = dict[str, Any]
IN_SHORT = (closed_item.STORY, minuted.STORY)
AT_LENGTH = (closed_item.STORY, *TOLD)
TOPICS_IN_SHORT = 8
"""Of each story; at length all of them."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "story" in metafunc.fixturenames:
        at_length = metafunc.config.getoption("--at-length")
        stories = AT_LENGTH if at_length else IN_SHORT
        told = [(story, TOPICS[story.name][: None if at_length else TOPICS_IN_SHORT]) for story in stories]
        metafunc.parametrize(("story", "topics"), told, ids=[story.name for story in stories])


class Deaf(RecordInMemory):
    """Does not hear what unsettles."""

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        get = self.tail.rows.get
        self.tail.rows.get = (  # type: ignore[method-assign]
            lambda view, key, at: None if view == UNSETTLED.name else get(view, key, at)
        )
        try:
            return super().held(topic, mask, since)
        finally:
            self.tail.rows.get = get  # type: ignore[method-assign]


class Away:
    """What every audience held of every topic at every position, and how each of them comes back."""

    def __init__(self, record: RecordInMemory, people: Iterable[str], topics: Iterable[str]) -> None:
        self.record = record
        self.people = tuple(people)
        self.topics = tuple(topics)
        self.held: dict[tuple[str, Mask], list[tuple[int, Rows]]] = {}
        self.led, self.shown_anew, self.unchanged = 0, 0, 0
        self.wrong: list[str] = []

    def tell(self, kept_log: Log) -> None:
        for transaction in transactions(kept_log):
            if any(each.event.unsettles for each in transaction):
                self.all_come_back()
            self.record.tail.feed(transaction)
            self.remember()
        self.all_come_back()

    def remember(self) -> None:
        for topic in self.topics:
            for mask in {self.record.mask(topic, person) for person in self.people} - {None}:
                assert mask is not None
                rows = on_the_wire(self.record.snapshot(topic, mask))
                self.held.setdefault((topic, mask), []).append((self.record.head, rows))

    def all_come_back(self) -> None:
        """Of whatever age, to the topics that are theirs now."""
        for (topic, mask), held in self.held.items():
            if held[-1][0] != self.record.head:
                continue
            now = held[-1][1]
            audience = Audience(topic, mask, bodies_of(self.record.snapshot(topic, mask)), self.record.head)
            for since, rows in held:
                self.come_back(audience, since, rows, now)

    def come_back(self, audience: Audience, since: int, rows: Rows, now: Rows) -> None:
        led = bridge(self.record, audience, since)
        if led is None:
            self.shown_anew += 1
            return
        topic = Topic(audience.topic, dict(rows), since, "cursor")
        for message in messages_in(led.frame):
            topic.apply(message)
            assert message["prev"] == since
        self.led += bool(led.frame)
        self.unchanged += not led.frame
        if topic.rows != now:
            self.wrong.append(f"{audience.topic} from {since} to {self.record.head}")


async def away(story: Story, topics: tuple[str, ...], kind: type[RecordInMemory] = RecordInMemory) -> Away:
    kept_log = await played(story)
    found = Away(kind(kept_log), readers(story), topics)
    found.tell(kept_log)
    kept_log.close()
    return found


async def test_what_was_held_then_and_the_rows_since_are_what_is_shown_now(
    story: Story, topics: tuple[str, ...]
) -> None:
    found = await away(story, topics)
    assert found.wrong == []
    assert found.led > 10
    assert found.unchanged > 10
    assert found.shown_anew > 10


async def test_rows_alone_would_not_tell_of_what_unsettles() -> None:
    """The control: who goes on by rows over a door, a name or a right holds something else."""
    assert len((await away(closed_item.STORY, (MEETING, "dk/people"), Deaf)).wrong) > 10


async def test_what_is_hidden_is_not_told_of_by_catching_up() -> None:
    """A row that changed out of sight is not sent again as it was: not even that it changed is told."""
    async with under_way() as meeting:
        await meeting.give(SHUT)
        insider, outsider = meeting.open("member"), meeting.open("observer")
        since = {page: meeting.close(page) for page in (insider, outsider)}
        await meeting.say(*(f"For lukkede døre {n}." for n in range(5)))
        meeting.hub.begin_again(meeting.record)  # nothing is left of any ring
        for page in (insider, outsider):
            page.clear()
            assert meeting.hub.follow(page, MEETING, since[page]) == "resumed"
            meeting.hub.bring(page, MEETING)
        assert outsider.ops(MEETING) == ["sync"]
        assert insider.ops(MEETING) == ["rows", "sync"], "the control"
        assert len(meeting.points(insider)) == 5
