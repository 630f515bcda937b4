"""A meeting under way in memory: its record, its hub, and a secretary who writes down what is said."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.cursor import Cursor, read_cursor
from eventstore.log import Log
from realtime.hub import Hub
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import OPEN_ITEM, OPEN_SETTLED, STORY
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory, Writing, played

BEGUN = STORY.steps[: STORY.steps.index(OPEN_SETTLED)]
"""Up to when the open item is on the floor."""


def said(text: str) -> Step:
    """A remark at the open item, an hour into the meeting."""
    command = RecordPoint(item=OPEN_ITEM, point=Remark[Text](sort=Sort.REMARK, text=text))
    return Step(at="2025-05-06T09:30:00+02:00", by="secretary", to=MEETING, command=command)


class UnderWay:
    """The open item is on the floor; whatever is given reaches the hub at once."""

    def __init__(self, kept_log: Log, record: RecordInMemory) -> None:
        self.log = kept_log
        self.record = record
        self.record.tail.look()
        self.hub = Hub(record)
        record.tail.listeners.append(self.hub.publish)
        self.writing = Writing(kept_log, record.tail)

    def start_again(self) -> None:
        """Another process takes over: nobody follows, and nothing is kept for those who come back."""
        self.record.tail.listeners.remove(self.hub.publish)
        self.hub = Hub(self.record)
        self.record.tail.listeners.append(self.hub.publish)

    async def say(self, *texts: str) -> None:
        for text in texts:
            await self.writing.give(STORY, said(text))

    async def give(self, step: Step) -> None:
        """A step of the story, now."""
        await self.writing.give(STORY, msgspec.structs.replace(step, at="2025-05-06T09:40:00+02:00"))

    def open(self, part: str, since: Cursor | None = None, topic: str = MEETING) -> Page:
        """A page that follows the topic from now on."""
        page = Page(CAST[part])
        self.follow(page, since, topic)
        return page

    def follow(self, page: Page, since: Cursor | None = None, topic: str = MEETING) -> None:
        assert self.hub.follow(page, topic, since) is not None
        self.hub.bring(page, topic)

    def close(self, page: Page) -> Cursor:
        """The page goes away; where it stood."""
        self.hub.disconnect(page)
        cursor = read_cursor(page.topics[MEETING].cursor or "")
        assert cursor is not None
        return cursor

    def points(self, page: Page) -> list[str]:
        """What the page shows of what was said here, in order."""
        rows = page.rows(MEETING)
        texts = [rows[key]["text"] for key in sorted(rows) if key.startswith(f"item/{OPEN_ITEM}/point/")]
        return [text for text in texts if text != "Budgettet holder."]


@asynccontextmanager
async def under_way(kind: type[RecordInMemory] = RecordInMemory) -> AsyncIterator[UnderWay]:
    kept_log = await played(STORY, BEGUN)
    meeting = UnderWay(kept_log, kind(kept_log))
    try:
        yield meeting
    finally:
        await meeting.writing.close()
        kept_log.close()
