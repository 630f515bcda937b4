"""The core: everything that stands on one log. It is closed and opened again when the log is put back from a copy."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

from domain.dates import day_of
from domain.kernel import Recorded
from domain.names import scope_of
from domain.policy import Mask, Streams
from eventstore.checks import check_durability
from eventstore.clock import RealClock
from eventstore.cursor import Cursor
from eventstore.desk import Desk
from eventstore.doorbell import Doorbell
from eventstore.erasure_list import ListBroken
from eventstore.follower import Follower
from eventstore.key_check import KeyCheck
from eventstore.keys import Fault
from eventstore.mapper import FromTheFuture
from eventstore.tail import Tail
from klynge.eraser import Eraser, NotApplied, open_list, require_applied
from klynge.settings import BadSettings, Settings
from klynge.timekeeper import Timekeeper
from klynge.witnessing.policy import require_of
from projections.reading import Reading
from projections.sight import Opened
from projections.sights import Sights
from projections.views import VIEWS
from proof.note import origin_of

FAULTS = {
    Fault.MISSING: "keys are missing without an erasure event that covers them; restore the key database",
    Fault.DAMAGED: "keys are damaged and open nothing; restore the key database",
    Fault.TAMPERED: "texts are not what was sealed; compare the log with its copies",
}

BEHIND_MAX = 20_000
"""Events whose rows a process folds in memory when it starts; where more have none, they are kept first."""


class NotOpened(Exception):
    """The log is empty: `klynge init` first."""


class Core:
    """Log, rows, tail, desk and reading of one life of a log. Made on a running event loop."""

    def __init__(self, settings: Settings) -> None:
        store = settings.store
        if missing := store.missing():
            raise NotOpened(f"{missing}; run `klynge init` first")
        self.log = store.open_log()
        if self.log.head == 0:
            self.log.close()
            raise NotOpened(f"the log in {store.name} is empty; run `klynge init` first")
        self._require_own_witnesses(settings)
        if not settings.dev:
            check_durability(self.log)
        store.begin_epoch_where_cut(self.log)
        self.epoch = self.log.recorder.epoch()
        self.keeps_story_time = self.log.keeps_story_time()
        self._apply_erasures(settings)
        self._store = store.open_rows(self.epoch, VIEWS, self.log.head)
        self.follower = Follower(self.log, self._store, VIEWS)
        self.follower.catch_up(BEHIND_MAX)
        self.tail = Tail(self.log, self._store, VIEWS)
        self.reading = self.reading_by(self.tail.now)
        self._key_check = KeyCheck(self.log)
        clock = self.log.clock()
        self._clock = RealClock() if isinstance(clock, RealClock) else None
        self.documents = store.open_documents(self.log)
        self.proofs = store.open_proofs()
        self.desk = Desk(self.log.recorder, self.log.sealing, clock, self._recorded, self.documents.size)
        self._doorbell = Doorbell(settings.redis, self.epoch) if settings.redis else None
        self._lease = store.open_lease("timekeeper")
        self.timekeeper = Timekeeper(self.tail, self.desk, self._lease, self.today, self.log.receipts_key)
        self.eraser = Eraser(self.log, self.tail, self.desk)
        self.when_stopped: Callable[[], None] = lambda: None
        """Told when the log holds what this release does not know."""
        self.tail.when_stopped = self._stop
        self._tasks: list[asyncio.Task[Any]] = []

    def start(self) -> None:
        """Read up to the head, then follow."""
        self.tail.look()
        self.follower.start()
        running = (self.tail.run(), self._key_check.run(), self.eraser.run())
        self._tasks = [asyncio.create_task(each) for each in running]
        if not self.keeps_story_time:
            self._tasks.append(asyncio.create_task(self.timekeeper.run()))
        if self._doorbell is not None:
            self._tasks.append(asyncio.create_task(self._doorbell.run(self.tail.wake)))

    def _require_own_witnesses(self, settings: Settings) -> None:
        """Raises `BadSettings` where those who are to be asked about the log's heads are another log's."""
        try:
            require_of(settings.witnesses, origin_of(scope_of(self.log.log_stream())))
        except BadSettings:
            self.log.close()
            raise

    def _apply_erasures(self, settings: Settings) -> None:
        """Whatever was erased is erased here too, before anything is shown. Raises `NotApplied` and `ListBroken`."""
        try:
            require_applied(self.log, open_list(self.log, settings.erasures))
        except (NotApplied, ListBroken):
            self.log.close()
            raise
        self.log.destroy_covered()

    def _recorded(self, recorded: list[Recorded]) -> None:
        """Of this process: it shows here at once, and the others are told."""
        self.tail.feed(recorded)
        if self._doorbell is not None and recorded:
            self._doorbell.ring(recorded[-1].position)

    def _stop(self, future: FromTheFuture) -> None:
        self.desk.writer.stop(future)
        self.when_stopped()

    async def close(self) -> None:
        """Answer what is queued, keep nothing half, give everything back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.to_thread(self._key_check.close)
        await asyncio.to_thread(self.desk.close)
        await asyncio.to_thread(self.follower.close)
        await asyncio.to_thread(self._lease.close)
        self._store.close()
        self.documents.close()
        self.proofs.close()
        await asyncio.to_thread(self.log.close)

    def today(self) -> str:
        """The day by which rights are judged: of a story, its own."""
        last_at = self.tail.recorded_at
        return day_of(last_at if self._clock is None else self._clock.now(last_at, None))

    def reading_by(self, streams: Streams) -> Reading:
        """What may be read by the rights that these streams tell of."""
        texts, rows = self.log.texts, self.tail.rows
        return Reading(rows, streams, texts.open, texts.recorded, self.log.event, self.today, texts.person_of)

    # --- what the hub asks ---

    @property
    def head(self) -> int:
        return self.tail.head

    def reach(self, position: int) -> None:
        if position > self.tail.head:
            self.tail.look()

    def mask(self, topic: str, person: str) -> Mask | None:
        return self.reading.mask(topic, person)

    def latest(self, mask: Mask) -> int:
        return self.reading.latest(mask)

    def snapshot(self, topic: str, mask: Mask, opened: Opened) -> dict[str, Any]:
        return self.reading.snapshot(topic, mask, opened)

    def shown(self, topic: str, mask: Mask, rows: Any, opened: Opened) -> dict[str, Any]:
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

    # --- what readiness asks ---

    @property
    def stopped(self) -> FromTheFuture | None:
        """Why this process may neither decide nor serve: the log holds what it does not know."""
        met = (self.desk.writer.stopped, self.tail.stopped, self.follower.failed)
        return next((each for each in met if isinstance(each, FromTheFuture)), None)

    def faults(self) -> list[str]:
        """What keeps this process from deciding or serving."""
        found = [] if self.log.recorder.down is None else [self.log.recorder.down]
        future = self.stopped or self.follower.failed
        if future is not None:
            found.append(f"the log holds what this version does not know, or rows cannot be kept: {future!r}")
        found += [f"view {name} is stale: {why}" for name, why in self.tail.rows.stale.items()]
        if self._key_check.failed is not None:
            found.append(self._key_check.failed)
        counts = Counter(self.log.texts.faults.values())
        found += [f"{counts[fault]} {told}" for fault, told in FAULTS.items() if counts[fault]]
        return found
