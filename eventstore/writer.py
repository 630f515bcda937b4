"""The writer (architecture §2 and §4): one thread takes the queue, decides, and appends all of it in one transaction.

Gates stand in this order: receipt, policy, existence, `If-Match`, `decide`. No linger: batches form while the disk is busy.
An answer means it is on disk; after commit nothing may change it.
"""

import hmac
from collections.abc import Callable
from hashlib import sha256
from queue import Empty, Full, Queue
from threading import Thread
from typing import Any

import msgspec
import structlog
from eventsourcing.persistence import IntegrityError, PersistenceError, StoredEvent
from msgspec import Struct

from domain.dates import day_of
from domain.kernel import By, Command, Recorded, Who
from domain.names import kind_of
from domain.policy import policy
from domain.reactions import REACTIONS_MAX, react
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES, KINDS, decide
from domain.text import TextAt
from eventstore.clock import Clock, StoryClock
from eventstore.deciding import Block, Decidable, Deciding, Overtaken, Receipt
from eventstore.keys import KeysUnavailable
from eventstore.mapper import FromTheFuture, decode, encode_state
from eventstore.sealing import Sealing
from eventstore.states import Base, Layer, States

QUEUE_MAX = 1_024
BATCH_MAX = 256
"""Commands in one transaction."""
TRIES_MAX = 3
"""Of one batch that was overtaken or met a receipt of the same moment."""

log = structlog.get_logger()


class Busy(Exception):
    """The queue is full: try again shortly, nothing was recorded."""


class Missing(Exception):
    """No such stream."""


class Overtook(Exception):
    """`If-Match` names another version than the stream has."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class VersionRequired(Exception):
    """The command needs `If-Match`."""


class OtherBody(Exception):
    """The idempotency key was used for another command."""


class Outage(Exception):
    """The log could not be written. The outcome is not known to be lost: repeat with the same key."""


class Given(Struct, frozen=True, kw_only=True):
    """A command as it comes through a door."""

    person: str
    stream: str
    command: Command
    key: str
    """Idempotency key; unique per person."""
    digest: bytes
    """`digest_of` path and body."""
    if_match: int | None = None
    story_at: int | None = None
    init: bool = False
    """`klynge init` gives it: no policy, and only commands that say so."""


class Answer(Struct, frozen=True, kw_only=True):
    """It is on disk."""

    position: int
    """Of the command's last event, or of the head it was found at when it changed nothing."""
    stream: str
    version: int


Settle = Callable[[Answer | BaseException], None]
"""Called once, from the writer's thread."""


class Committed(Struct, frozen=True):
    """A batch that is on disk, and the answers that wait for it."""

    recorded: list[Recorded]
    settlements: list[tuple[Settle, Answer | BaseException]]


def digest_of(key: bytes, path: str, body: bytes) -> bytes:
    """What a receipt keeps of a request."""
    return hmac.digest(key, path.encode() + b"\0" + body, sha256)


class _Work(Struct):
    given: Given
    settle: Settle


class _Asked:
    """What `decide` may ask."""

    __slots__ = ("_deciding", "by", "cause", "ids", "see", "stream", "today")

    def __init__(
        self, by: By, today: str, stream: str, cause: Recorded | None, layer: Layer, deciding: Deciding
    ) -> None:
        self.by = by
        self.today = today
        self.stream = stream
        self.cause = cause
        self.see = layer.see
        self.ids = layer.ids
        self._deciding = deciding

    def has_block(self, where: TextAt) -> bool:
        return self._deciding.has_block(where)


class _Batch:
    """What one transaction will hold."""

    def __init__(self, deciding: Deciding, states: States, at: int) -> None:
        self.deciding = deciding
        self.at = at
        self.today = day_of(at)
        self.layer = Layer(Base(states, deciding))
        self.recorded: list[Recorded] = []
        self.blocks: list[Block] = []
        self.receipts: dict[tuple[str, str], Receipt] = {}
        self.settlements: list[tuple[Settle, Answer | BaseException]] = []

    @property
    def head(self) -> int:
        return self.deciding.head + len(self.recorded)


class _Carried:
    """One command on its way through the batch, with all that follows from it."""

    def __init__(self, batch: _Batch, by: By, sealing: Sealing) -> None:
        self._batch = batch
        self._by = by
        self._sealing = sealing
        self._first = batch.head + 1
        self.layer = Layer(batch.layer)
        self.recorded: list[Recorded] = []
        self.blocks: list[Block] = []
        self._given = 0

    def give(self, stream: str, command: Command, cause: Recorded | None) -> None:
        """Decide, evolve all events, then let each lead to what follows, depth first."""
        kind = KINDS[kind_of(stream)]
        version, state = self.layer.get(stream)
        if version == 0 and not command.creates:
            raise Refused("id.unknown", id=stream)
        asked = _Asked(self._by, self._batch.today, stream, cause, self.layer, self._batch.deciding)
        causes = []
        for event in decide(command, state, asked):
            version += 1
            position = self._first + len(self.recorded)
            stored, located, blocks = self._sealing.seal(event, stream, version, position)
            self.blocks += blocks
            state = kind.evolve(state, located)
            self.layer.put(stream, version, state)
            recorded = Recorded(
                position=position,
                stream=stream,
                version=version,
                recorded_at=self._batch.at,
                by=self._by,
                command=COMMAND_NAMES[type(command)],
                causation=None if cause is None else cause.position,
                correlation=self._first,
                event=stored,
            )
            self.recorded.append(recorded)
            causes.append(recorded if located is stored else msgspec.structs.replace(recorded, event=located))
        for each in causes:
            for to, follows in react(each, self.layer.see):
                self._given += 1
                if self._given > REACTIONS_MAX:
                    raise Refused("reactions.too-many", count=REACTIONS_MAX)
                self.give(to, follows, each)


class Writer:
    """One per process. `committed` hears of every batch after its commit, in order, from the writer's thread."""

    def __init__(
        self, recorder: Decidable, sealing: Sealing, clock: Clock, committed: Callable[[Committed], None]
    ) -> None:
        self._batch_max = 1 if isinstance(clock, StoryClock) else BATCH_MAX
        self._recorder = recorder
        self._sealing = sealing
        self._clock = clock
        self._committed = committed
        self._states = States()
        self._queue: Queue[_Work | None] = Queue(QUEUE_MAX)
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self.stopped: BaseException | None = None
        """Why this process may not decide any more."""

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Answer what is queued, then end."""
        self._queue.put(None)
        self._thread.join()

    def give(self, given: Given, settle: Settle) -> None:
        """Queue a command. Raises `Busy` when the queue is full, `FromTheFuture` when this process may not decide."""
        if self.stopped is not None:
            raise self.stopped
        try:
            self._queue.put_nowait(_Work(given, settle))
        except Full:
            raise Busy from None

    # --- the thread ---

    def _run(self) -> None:
        while True:
            works = self._next_batch()
            if works is None:
                return
            self._carry_out(works)

    def _next_batch(self) -> list[_Work] | None:
        """What is queued, as far as one transaction takes it. A story's commands each have a time of their own, so go alone."""
        first = self._queue.get()
        if first is None:
            return None
        works = [first]
        while len(works) < self._batch_max:
            try:
                work = self._queue.get_nowait()
            except Empty:
                break
            if work is None:
                self._queue.put(None)
                break
            works.append(work)
        return works

    def _carry_out(self, works: list[_Work]) -> None:
        try:
            committed = self._commit(works)
        except FromTheFuture as future:
            self.stopped = future
            committed = Committed([], [(work.settle, future) for work in works])
        except KeysUnavailable as unavailable:
            self._states.forget()
            committed = Committed([], [(work.settle, unavailable) for work in works])
        except (PersistenceError, OSError) as failed:
            self._states.forget()
            log.error("log.write-failed", error=repr(failed))
            committed = Committed([], [(work.settle, Outage()) for work in works])
        self._committed(committed)

    def _commit(self, works: list[_Work]) -> Committed:
        for _ in range(TRIES_MAX):
            try:
                with self._recorder.deciding() as deciding:
                    batch = self._decide(works, deciding)
                    if batch.recorded or batch.receipts:
                        deciding.append(
                            [_stored(each) for each in batch.recorded],
                            batch.at,
                            list(batch.receipts.values()),
                            batch.blocks,
                        )
            except (Overtaken, IntegrityError):
                # Somebody appended, or stored the same receipt, since we looked: look again, decide again.
                self._states.forget()
                continue
            self._states.join(batch.layer.changed, batch.layer.created, batch.head)
            return Committed(batch.recorded, batch.settlements)
        return Committed([], [(work.settle, Outage()) for work in works])

    def _decide(self, works: list[_Work], deciding: Deciding) -> _Batch:
        if deciding.head < self._states.head:
            self._states.forget()
        elif deciding.head > self._states.head:
            for stored in deciding.events_after(self._states.head) if self._states.head else ():
                self._states.advance(decode(stored))
        self._states.head = deciding.head
        batch = _Batch(deciding, self._states, self._clock.now(deciding.last_at, works[0].given.story_at))
        receipts = deciding.receipts([(work.given.person, work.given.key) for work in works])
        for work in works:
            try:
                answer: Answer | BaseException = self._answer(work.given, batch, receipts)
            except FromTheFuture:
                raise
            except KeysUnavailable:
                raise
            except Exception as error:
                answer = error
            batch.settlements.append((work.settle, answer))
        return batch

    def _answer(self, given: Given, batch: _Batch, receipts: Any) -> Answer:
        pair = (given.person, given.key)
        receipt = batch.receipts.get(pair) or receipts.get(pair)
        if receipt is not None:
            return _again(given, receipt, batch)
        by = self._allow(given, batch)
        version, _ = batch.layer.get(given.stream)
        if version == 0 and not given.command.creates:
            raise Missing(given.stream)
        if given.if_match is None and given.command.needs_version:
            raise VersionRequired
        if given.if_match is not None and given.if_match != version:
            raise Overtook(version)
        first = batch.head + 1
        try:
            carried = _Carried(batch, by, self._sealing)
            carried.give(given.stream, given.command, None)
        except Refused as refused:
            refusal = msgspec.json.encode((refused.code, refused.params))
            batch.receipts[pair] = Receipt(given.person, given.key, given.digest, first, first - 1, refusal)
            raise
        carried.layer.join()
        batch.recorded += carried.recorded
        batch.blocks += carried.blocks
        batch.receipts[pair] = Receipt(given.person, given.key, given.digest, first, batch.head)
        return Answer(position=batch.head, stream=given.stream, version=batch.layer.get(given.stream)[0])

    def _allow(self, given: Given, batch: _Batch) -> By:
        if given.init:
            if Who.INIT not in given.command.who:
                raise Missing(given.stream)
            return By(person=given.person, rule="init")
        return policy(given.command, given.stream, given.person, batch.today, batch.layer)


def _again(given: Given, receipt: Receipt, batch: _Batch) -> Answer:
    """The same answer as the first time, made again from the receipt and the log."""
    if not hmac.compare_digest(receipt.digest, given.digest):
        raise OtherBody
    if receipt.refusal is not None:
        code, params = msgspec.json.decode(receipt.refusal)
        raise Refused(code, **params)
    own = [each.version for each in batch.recorded if each.stream == given.stream and each.position <= receipt.last]
    version = own[-1] if own else batch.deciding.version_at(given.stream, receipt.last)
    return Answer(position=receipt.last, stream=given.stream, version=version)


def _stored(recorded: Recorded) -> StoredEvent:
    return StoredEvent(
        originator_id=recorded.stream,
        originator_version=recorded.version,
        topic=recorded.event.tag,
        state=encode_state(recorded),
    )
