"""The writer (architecture §2 and §4): one thread takes the queue, decides, and appends all of it in one transaction.

Gates stand in this order: receipt, policy, existence, `If-Match`, `decide`. No linger: batches form while the disk is busy.
An answer means it is on disk; after commit nothing may change it.
"""

import hmac
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from threading import Thread

import msgspec
from eventsourcing.persistence import PersistenceError
from msgspec import Struct

from domain.kernel import Actor, By, Who
from domain.policy import policy
from domain.refusal import Refused
from eventstore.batch import Batch, Carried, SizeOf, no_size
from eventstore.clock import Clock, StoryClock
from eventstore.deciding import Decidable, Deciding, Head, Overtaken, Receipt, ReceiptTaken
from eventstore.given import (
    Answer,
    Busy,
    Committed,
    Given,
    Missing,
    OtherBody,
    Outage,
    Overtook,
    Settle,
    Settlement,
    VersionRequired,
)
from eventstore.keys import KeysUnavailable
from eventstore.mapper import FromTheFuture, decode
from eventstore.report import report
from eventstore.sealing import Sealing
from eventstore.states import States

QUEUE_MAX = 1_024
BATCH_MAX = 256
"""Commands in one transaction."""
READ_ON_MAX = 2_000
"""Events read on in at the beginning of a batch. Who is further behind reads the streams it asks for, so others wait less."""


class LookFirst(Exception):
    """An answer that leaves no receipt was found without looking for one."""


class _Work(Struct, gc=False):
    given: Given
    settle: Settle


class Writer:
    """One per process. `committed` hears of every batch after its commit, in order, from the writer's thread."""

    def __init__(
        self,
        recorder: Decidable,
        sealing: Sealing,
        clock: Clock,
        committed: Callable[[Committed], None],
        size_of: SizeOf = no_size,
    ) -> None:
        # A story's commands each have a time of their own, so they go alone.
        self._batch_max = 1 if isinstance(clock, StoryClock) else BATCH_MAX
        self._recorder = recorder
        self._sealing = sealing
        self._clock = clock
        self._committed = committed
        self._size_of = size_of
        self._states = States()
        self._known: Head | None = None
        """The head as we left it, while nobody else seems to append; None: look first, and keep others from it meanwhile."""
        self._life = ""
        """Of the log that the states were read from."""
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._closed = False
        self.stopped: FromTheFuture | None = None
        """Why this process may not decide any more."""
        self.batches = 0
        """Carried out so far."""
        self.overtaken = 0
        """Batches of which somebody else came first, and that were decided a second time."""

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Answer what is queued, then end."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def stop(self, why: FromTheFuture) -> None:
        """Decide nothing more: somebody who reads the log met what this process does not know."""
        self.stopped = self.stopped or why

    def give(self, given: Given, settle: Settle) -> None:
        """Queue a command. Raises `Busy` when the queue is full or closed, `FromTheFuture` when this process may not decide."""
        if self.stopped is not None:
            raise FromTheFuture(*self.stopped.args)
        if self._closed or self._queue.qsize() >= QUEUE_MAX:
            raise Busy
        self._queue.put(_Work(given, settle))

    # --- the thread ---

    def _run(self) -> None:
        open_ = True
        while open_:
            works, open_ = self._next_batch()
            if works:
                self._committed(self._carry_out(works))

    def _next_batch(self) -> tuple[list[_Work], bool]:
        """What is queued, as far as one transaction takes it, and whether more may come."""
        works: list[_Work] = []
        work = self._queue.get()
        while work is not None:
            works.append(work)
            if len(works) == self._batch_max:
                return works, True
            try:
                work = self._queue.get_nowait()
            except Empty:
                return works, True
        return works, False

    def _carry_out(self, works: list[_Work]) -> Committed:
        try:
            if self.stopped is not None:
                return _all_told(works, self.stopped)
            return self._commit(works)
        except FromTheFuture as future:
            self.stop(future)
            return _all_told(works, future)
        except KeysUnavailable as unavailable:
            self._forget()
            return _all_told(works, unavailable)
        except (PersistenceError, OSError) as failed:
            self._forget()
            report("log.write-failed", error=repr(failed))
            return _all_told(works, Outage())
        except Exception as defect:
            # Nothing of the batch is on disk. The thread must live: without it no command is answered any more.
            self._forget()
            report("writer.defect", exc_info=True)
            return _all_told(works, defect)

    def _commit(self, works: list[_Work]) -> Committed:
        """At the head we know, and if somebody came first, once more while nobody else can."""
        if self._known is not None:
            try:
                return self._try(works, self._known)
            except (Overtaken, ReceiptTaken):
                self.overtaken += 1
            except LookFirst:
                pass  # nobody came first, as far as we know
        return self._try(works, None)

    def _try(self, works: list[_Work], known: Head | None) -> Committed:
        wanted = [(work.given.person, work.given.key) for work in works]
        with self._recorder.deciding(wanted, known) as deciding:
            left_at = self._states.head
            batch, settlements = self._decide(works, deciding)
            batch.append()
        self.batches += 1
        self._states.join(batch.layer, batch.head)
        # Whoever finds others at work keeps them waiting next time too; whoever finds nobody looks no more.
        alone_here = left_at == deciding.head.position
        left = Head(batch.head, batch.at) if batch.recorded else deciding.head
        self._known = left if alone_here else None
        return Committed(batch.recorded, settlements)

    def _forget(self) -> None:
        """What we knew may be ahead of what was committed."""
        self._states.forget()
        self._known = None

    def _decide(self, works: list[_Work], deciding: Deciding) -> tuple[Batch, list[Settlement]]:
        self._read_up_to(deciding)
        now = self._clock.now(deciding.head.recorded_at, works[0].given.story_at)
        batch = Batch(deciding, self._states, now, self._size_of)
        settlements: list[Settlement] = []
        for work in works:
            try:
                answer: Answer | BaseException = self._answer(work.given, batch, deciding.receipts)
            except (FromTheFuture, KeysUnavailable, PersistenceError, OSError):
                raise
            except Refused as refused:
                answer = refused
            except Exception as error:
                if not deciding.alone:
                    # It leaves no receipt, so none that stands already would be met: look for one before it is said.
                    raise LookFirst from error
                answer = error
            settlements.append((work.settle, answer))
        return batch, settlements

    def _read_up_to(self, deciding: Deciding) -> None:
        """Take in what others appended since the last batch."""
        head = deciding.head.position
        if deciding.alone and deciding.life != self._life:
            self._states.forget()
            self._states.head, self._life = head, deciding.life
        behind = head - self._states.head
        if behind < 0 or behind > READ_ON_MAX or self._states.head == 0:
            self._states.forget()
        elif behind > 0:
            for stored in deciding.events_after(self._states.head):
                self._states.advance(decode(stored))
        self._states.head = head

    def _answer(self, given: Given, batch: Batch, receipts: Mapping[tuple[str, str], Receipt]) -> Answer:
        """Through the gates, in their order."""
        pair = (given.person, given.key)
        receipt = batch.receipts.get(pair) or receipts.get(pair)
        if receipt is not None:
            return _again(given, receipt, batch)
        by = _allow(given, batch)
        version, _ = batch.layer.get(given.stream)
        if version == 0 and not given.command.creates:
            raise Missing(given.stream)
        if given.if_match is None and given.command.needs_version:
            raise VersionRequired
        if given.if_match is not None and given.if_match != version:
            raise Overtook(version)
        first = batch.head + 1
        carried = Carried(batch, by, self._sealing)
        try:
            carried.give(given.stream, given.command)
        except Refused as refused:
            refusal = msgspec.json.encode((refused.code, refused.params))
            batch.receipts[pair] = Receipt(given.person, given.key, given.digest, first, first - 1, refusal)
            raise
        carried.join()
        batch.receipts[pair] = Receipt(given.person, given.key, given.digest, first, batch.head)
        return Answer(position=batch.head, stream=given.stream, version=batch.layer.get(given.stream)[0])


def _all_told(works: list[_Work], error: BaseException) -> Committed:
    """Nothing was recorded, and everybody hears why."""
    return Committed([], [(work.settle, error) for work in works])


def _allow(given: Given, batch: Batch) -> By:
    if given.init:
        if Who.INIT not in given.command.who:
            raise Missing(given.stream)
        return By(person=given.person, rule="init")
    if given.timekeeper:
        if Who.TIMEKEEPER not in given.command.who:
            raise Missing(given.stream)
        return By(person=given.person, rule="timekeeper")
    if given.house:
        if Who.HOUSE not in given.command.who:
            raise Missing(given.stream)
        return By(person=given.person, rule="house")
    return policy(given.command, given.stream, Actor(given.person, given.assurance), batch.today, batch.layer)


def _again(given: Given, receipt: Receipt, batch: Batch) -> Answer:
    """The same answer as the first time, made again from the receipt and the log."""
    if not hmac.compare_digest(receipt.digest, given.digest):
        raise OtherBody
    if receipt.refusal is not None:
        code, params = msgspec.json.decode(receipt.refusal)
        raise Refused(code, **params)
    own = [each.version for each in batch.recorded if each.stream == given.stream and each.position <= receipt.last]
    version = own[-1] if own else batch.deciding.version_at(given.stream, receipt.last)
    return Answer(position=receipt.last, stream=given.stream, version=version)
