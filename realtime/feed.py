"""The topic `changes`: events as they happen, and whatever was missed, however long ago, by a cursor that every way of reading
the feed shares.

Those of equal sight who ask for the same are told by one frame. Whoever is behind is told from the log, a slice at a time and in
turn, so that no reader waits for another; where a right may have changed all are, since rights are judged as they are read.
"""

import asyncio
import time
from collections import deque
from collections.abc import Sequence

import structlog

from domain.kernel import Recorded
from eventstore.cursor import FEED, read_cursor
from eventstore.store import StoreFailure
from projections.feed_filter import EVERYTHING, Filter
from projections.sight import Opened
from realtime.audience import Subscriber
from realtime.frames import framed
from realtime.judged import Judged
from realtime.messages import Reset
from realtime.noted import Noted
from realtime.onlookers import CHANGES, Following, Onlookers, event_frames, sync_frame, told
from realtime.record import Change, Record
from realtime.tally import Tally

SLICE_EVENTS = 50
"""Read at once for one reader who is behind."""
SLICE_S = 0.01
"""After so long it is another reader's turn."""
RECENT_EVENTS = 500
"""Kept at hand, so that nobody who is just behind is read for."""
AGAIN_S = 1.0
"""After the log could not be read."""

log = structlog.get_logger()


class Feed:
    """Lives on one event loop; nothing waits but `run`."""

    def __init__(self, record: Record, noted: Noted, tally: Tally) -> None:
        self.record = record
        self._noted = noted
        self._tally = tally
        self._following: dict[Subscriber, Following] = {}
        self._onlookers: dict[tuple[str, Filter], Onlookers] = {}
        self._behind: dict[Subscriber, None] = {}
        """In the order of their turns."""
        self._due = asyncio.Event()
        self._recent: deque[Recorded] = deque(maxlen=RECENT_EVENTS)
        self._judged = Judged()

    # --- joining and leaving ---

    def follow(self, subscriber: Subscriber, since: str | None, of: Filter = EVERYTHING) -> str | None:
        """Let a subscriber follow. Answers how, to be begun by `bring`; None: the cursor is none of the feed's."""
        self.leave(subscriber)
        reached, mode, reset = self.record.head, "live", False
        if since == "start":
            reached, mode = 0, "resumed"
        elif since not in (None, "now"):
            asked = read_cursor(since or "")
            if asked is None or asked.profile != FEED:
                return None
            reached, mode = asked.position, "resumed"
            if asked.epoch == self.record.epoch:
                self.record.reach(reached)
            if asked.epoch != self.record.epoch or reached > self.record.head:
                reached, mode, reset = 0, "snapshot", True
        self._following[subscriber] = Following(position=reached, filter=of, reset=reset)
        self._noted.follows(subscriber, CHANGES)
        return mode

    def bring(self, subscriber: Subscriber) -> None:
        """Begin what `follow` promised."""
        following = self._following[subscriber]
        if following.position == self.record.head and not subscriber.parked and not following.reset:
            self._join(subscriber, following)
        else:
            self._fall_behind(subscriber, following)

    def leave(self, subscriber: Subscriber) -> None:
        following = self._following.pop(subscriber, None)
        if following is not None:
            self._part(subscriber, following)

    def head_of(self, subscriber: Subscriber) -> tuple[tuple[str, int], ...]:
        """The topic and where a subscriber stands, for its heartbeat; nothing where it does not follow."""
        return ((CHANGES, self.reached(subscriber)),) if subscriber in self._following else ()

    def reached(self, subscriber: Subscriber) -> int:
        """The last position that a subscriber was told of, or will have been by its frames."""
        following = self._following[subscriber]
        return following.position if following.among is None else following.among.position

    @property
    def behind(self) -> int:
        """How many wait for their turn."""
        return len(self._behind)

    # --- what happens ---

    def publish(self, change: Change) -> None:
        """A transaction, after its rows stand in the record."""
        if self._recent and self._recent[-1].position + 1 != change.recorded[0].position:
            self._recent.clear()
        self._recent.extend(change.recorded)
        # What a guest may follow moves without their rights: it is judged event by event, as they are told.
        if self._judged.turns(self.record.today()) or change.unsettles:
            self._judge_anew(change.recorded[0].position - 1)
            return
        for onlookers in tuple(self._onlookers.values()):
            if onlookers.subscribers:
                self._tell(onlookers, change.recorded)

    def resume(self, subscriber: Subscriber) -> None:
        """A parked subscriber can take more."""
        following = self._following.get(subscriber)
        if following is None or subscriber.parked:
            return
        if following.among is None or following.position < following.among.position:
            self._fall_behind(subscriber, following)

    def heartbeat(self) -> None:
        """Let the cursors of those who see nothing of what happens go on, too, lest they look through it all one day."""
        if self._judged.turns(self.record.today()):
            self._judge_anew(self.record.head)
        for key, onlookers in tuple(self._onlookers.items()):
            if onlookers.subscribers:
                self._go_on(onlookers, self.record.head)
            else:
                del self._onlookers[key]

    def begin_again(self, record: Record) -> None:
        """The log was put back from a copy: everything is told anew."""
        self.record = record
        self._recent.clear()
        self._onlookers.clear()
        for subscriber, following in self._following.items():
            following.position, following.reset = 0, True
            self._fall_behind(subscriber, following)

    def clear(self) -> None:
        """Nobody can be served rightly: all leave."""
        self._following.clear()
        self._onlookers.clear()

    # --- catching up ---

    async def run(self) -> None:
        """Serve those who are behind, until cancelled."""
        while True:
            await self._due.wait()
            try:
                await self.catch_up()
            except Exception as error:
                log.error("live.feed-not-read", error=repr(error))
                await asyncio.sleep(AGAIN_S)  # the store may be back by then; who is behind stays behind until it is

    async def catch_up(self) -> None:
        """Until nobody is behind who reads."""
        while self._behind:
            subscriber = next(iter(self._behind))
            if self._is_behind(subscriber):
                events = await self._read(self._following[subscriber].position)
                self._serve(subscriber, events)
                await asyncio.sleep(0)
            self._behind.pop(subscriber, None)
            if self._is_behind(subscriber):
                self._behind[subscriber] = None
        self._due.clear()

    # --- inside ---

    async def _read(self, after: int) -> Sequence[Recorded]:
        if self._recent and self._recent[0].position <= after + 1:
            first = after + 1 - self._recent[0].position
            return [self._recent[at] for at in range(first, min(first + SLICE_EVENTS, len(self._recent)))]
        if after >= self.record.head:
            return ()
        record, page = self.record, await asyncio.to_thread(self.record.page, after, SLICE_EVENTS)
        return page if record is self.record else ()

    def _serve(self, subscriber: Subscriber, events: Sequence[Recorded]) -> None:
        """One slice for one reader, or its place among the others."""
        if not self._is_behind(subscriber):
            return  # it left while its events were read
        following = self._following[subscriber]
        try:
            if following.reset:
                following.reset = False
                self._send(subscriber, "reset", framed(Reset(topic=CHANGES, reason="epoch")))
            self._tell_slice(subscriber, following, events)
        except Exception as error:
            log.error("live.feed-failed", position=following.position, error=repr(error))
            self.leave(subscriber)
            subscriber.fail(isinstance(error, StoreFailure))
            return
        if following.position >= self.record.head and not subscriber.parked:
            self._join(subscriber, following)

    def _tell_slice(self, subscriber: Subscriber, following: Following, events: Sequence[Recorded]) -> None:
        before, opened, shown = following.position, Opened(), []
        sights, until = self.record.sights(subscriber.person, opened), time.monotonic() + SLICE_S
        for recorded in events:
            if recorded.position > self.record.head or time.monotonic() > until:
                break
            if recorded.position != following.position + 1:
                continue  # it was read for where the reader stood before
            body = told(recorded, following.filter, sights, self.record.epoch)
            if body is not None:
                shown.append((recorded.position, body))
            following.position = recorded.position
        if following.position > before:
            self._noted.shown(subscriber, CHANGES, opened.about)
            # Also where it sees nothing of it: its cursor goes on.
            self._send(subscriber, "evs", event_frames(before, following.position, self.record.epoch, shown))
            self._tally.catch_ups["log"] += 1

    def _join(self, subscriber: Subscriber, following: Following) -> None:
        """It has everything: from now on it is told with those of equal sight."""
        self._judged.begin(self.record.today())
        key = (self.record.sight_of(subscriber.person), following.filter)
        onlookers = self._onlookers.get(key)
        if onlookers is None:
            onlookers = self._onlookers[key] = Onlookers(following.filter, following.position)
        following.among = onlookers
        onlookers.subscribers[subscriber] = following
        self._send(subscriber, "sync", sync_frame(following.position, self.record.epoch))

    def _tell(self, onlookers: Onlookers, transaction: Sequence[Recorded]) -> None:
        opened = Opened()
        sights = self.record.sights(next(iter(onlookers.subscribers)).person, opened)
        found = ((each.position, told(each, onlookers.filter, sights, self.record.epoch)) for each in transaction)
        events = [(position, body) for position, body in found if body is not None]
        if not events:
            return
        before, onlookers.position = onlookers.position, transaction[-1].position
        frame = event_frames(before, onlookers.position, self.record.epoch, events)
        for subscriber, following in onlookers.subscribers.items():
            if not subscriber.parked and following.position >= before:
                self._send(subscriber, "evs", frame)
                following.position = onlookers.position
                self._noted.shown(subscriber, CHANGES, opened.about)

    def _judge_anew(self, told_to: int) -> None:
        """Rights may be others now: all go on from the log by those of today; what was not theirs until then does not become so."""
        for onlookers in self._onlookers.values():
            self._go_on(onlookers, told_to)
            for subscriber, following in tuple(onlookers.subscribers.items()):
                self._fall_behind(subscriber, following)
        self._onlookers.clear()

    def _go_on(self, onlookers: Onlookers, position: int) -> None:
        """There is nothing more for them up to here."""
        if position <= onlookers.position:
            return
        before, onlookers.position = onlookers.position, position
        frame = sync_frame(position, self.record.epoch)
        for subscriber, following in onlookers.subscribers.items():
            if not subscriber.parked and before <= following.position < position:
                self._send(subscriber, "sync", frame)
                following.position = position

    def _send(self, subscriber: Subscriber, op: str, frame: bytes) -> None:
        subscriber.send(frame)
        self._tally.sent(op, len(frame))

    def _fall_behind(self, subscriber: Subscriber, following: Following) -> None:
        self._part(subscriber, following)
        following.among = None
        self._behind[subscriber] = None
        self._due.set()

    def _is_behind(self, subscriber: Subscriber) -> bool:
        following = self._following.get(subscriber)
        return following is not None and following.among is None and not subscriber.parked

    def _part(self, subscriber: Subscriber, following: Following) -> None:
        if following.among is not None:
            following.among.subscribers.pop(subscriber, None)
