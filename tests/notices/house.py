"""A record in memory that a story comes to, and who tells people of it by mail."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from domain.clusters import Streams
from domain.dates import Day
from domain.kernel import Recorded
from eventstore.outbox import Outbox
from eventstore.sqlite.tables import OUTBOX, SQLiteTables
from klynge.notices.noticing import Noticing
from klynge.notices.server import Server
from projections.reading import Reading
from stories.story import Story
from tests.projections import second_meeting
from tests.projections.aadal import CAST
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.webhooks.world import Clock, Lease

URL = "https://klynge.example"
STORY = second_meeting.STORY


class Record:
    """A record in memory, as noticing asks it."""

    def __init__(self, told: RecordInMemory) -> None:
        self._told = told
        self.epoch = told.epoch

    @property
    def reading(self) -> Reading:
        return self._told.reading

    @property
    def now(self) -> Streams:
        return self._told.tail.now

    def today(self) -> Day:
        return self._told.today()

    def page(self, after: int, limit: int) -> list[Recorded]:
        return self._told.log.page(after, limit)


class House:
    """A story that comes transaction by transaction, and who tells people of it."""

    def __init__(self, record: RecordInMemory, outbox: Outbox, server: Server | None) -> None:
        self.record = record
        self.outbox = outbox
        self.server = server
        self.clock = Clock()
        self.lease = Lease()
        self.noticing = self.another()

    def another(self) -> Noticing:
        """Another process over the same outbox."""
        return Noticing(self.outbox, Record(self.record), self.lease, URL, self.server, self.clock)

    async def tell(self, until: Callable[[], bool] = lambda: False) -> None:
        """The whole story, or until something is so, looked at after every transaction."""
        for transaction in transactions(self.record.log, self.record.head):
            self.record.tail.feed(transaction)
            await self.noticing.look()
            if until():
                break
        while self.server is not None and self.outbox.due(int(self.clock()), 1):
            await self.noticing.look()

    def address(self, part: str) -> str:
        return f"{part}@aadal.example"

    def is_told(self, part: str) -> bool:
        return bool(self.outbox.of(CAST[part], None, 1))

    def all_have_addresses(self) -> None:
        for part, person in CAST.items():
            self.outbox.set_address(person, self.address(part), own=True)


@asynccontextmanager
async def house(tmp_path: Path, server: Server | None, story: Story = STORY) -> AsyncIterator[House]:
    outbox = Outbox(SQLiteTables(str(tmp_path / "outbox.db"), OUTBOX), lambda: bytes(32))
    kept_log = await played(story)
    made = House(RecordInMemory(kept_log), outbox, server)
    await made.noticing.look()  # it begins to tell with what comes
    yield made
    kept_log.close()
    outbox.close()
