"""Rounds: all witnesses are asked about one head, so that their signatures stand under the same; then about the next.

Of several processes the one that holds the lease asks. Who is away keeps nobody waiting: a round ends without them, and they are
asked again, later each time.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable

import httpx

from eventstore.proofs import Attempt, Head, Proofs
from eventstore.report import report
from eventstore.store import Lease
from klynge.looking import look_on, woken_within
from klynge.witnessing.asking import ALARMS, SIGNED, Asking, Outcome
from proof.note import BadSignature, Note
from proof.policy import Trust

LOOK_S = 0.5
"""Between two looks for a new head."""
ROUND_S = 3.0
"""As long a round waits for those who are slow."""


class Rounds:
    """Lives on one event loop, over one life of a log."""

    def __init__(
        self,
        trust: Trust,
        proofs: Proofs,
        lease: Lease,
        client: httpx.AsyncClient,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.asked = [Asking(each, proofs, client) for each in trust.witnesses]
        self.outcomes: Counter[str] = Counter()
        self._trust = trust
        self._proofs = proofs
        self._lease = lease
        self._now = now
        self._at_work: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There is a new head."""
        self._woken.set()

    async def run(self) -> None:
        """Ask until cancelled."""
        try:
            await look_on(self._look, lambda: woken_within(self._woken, LOOK_S), "witnesses.look-failed")
        finally:
            for task in self._at_work:
                task.cancel()
            await asyncio.gather(*self._at_work, return_exceptions=True)

    async def _look(self) -> None:
        if not await asyncio.to_thread(self._lease.held):
            return
        head = await asyncio.to_thread(self._proofs.newest)
        due = [] if head is None else [each for each in self.asked if self._is_due(each, head)]
        if head is None or not due:
            return
        round_ = {asyncio.create_task(self._ask(each, head)) for each in due}
        self._at_work |= round_
        for task in round_:
            task.add_done_callback(self._at_work.discard)
        done, _ = await asyncio.wait(round_, timeout=ROUND_S)
        for task in done:
            task.result()

    def _is_due(self, asked: Asking, head: Head) -> bool:
        """It has not signed this head, or the head was looked at anew since: a quiet log is seen every day, too."""
        if asked.busy or asked.next_at > self._now():
            return False
        return asked.signed_size < head.size or asked.signed_beat != head.beat_at

    async def _ask(self, asked: Asking, head: Head) -> None:
        asked.busy = True
        try:
            before = asked.outcome
            outcome = await asked.ask(head, self._now())
            self.outcomes[outcome.name] += 1
            if outcome.name in ALARMS and outcome.name != before:
                report("witnesses.another-log", witness=asked.name, outcome=outcome.name, why=outcome.why)
            await asyncio.to_thread(self._keep, asked, head, outcome)
        finally:
            asked.busy = False

    def _keep(self, asked: Asking, head: Head, outcome: Outcome) -> None:
        """In a thread beside the loop."""
        now = int(self._now())
        if outcome.signature is None:
            self._proofs.attempted(Attempt(now, asked.name, head.size, outcome.name, outcome.why))
            return
        self._proofs.cosigned(head.size, asked.witness.organisation, outcome.signature, now)
        if self._is_witnessed(head.size):
            self._proofs.set_witnessed(head.size)

    def _is_witnessed(self, size: int) -> bool:
        """By the signatures themselves, whatever stands beside them."""
        note = self._proofs.note_with_cosignatures(size)
        try:
            return note is not None and self._trust.enough(self._trust.organisations(Note.parse(note)))
        except BadSignature as wrong:
            report("witnesses.false-signature", size=size, witness=str(wrong))
            return False

    @property
    def failing(self) -> int:
        """Witnesses whose last answer was no signature."""
        return sum(each.outcome not in (None, SIGNED) for each in self.asked)

    @property
    def alarming(self) -> int:
        """Of these, who saw another log than this."""
        return sum(each.outcome in ALARMS for each in self.asked)
