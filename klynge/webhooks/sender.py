"""The sender: sees to it that every active webhook is told of what stands in the log, in its order.

Of several processes the one that holds the lease sends; another goes on when it is gone. What was under way then is sent once more,
under the same id: at least once, and of one webhook always one after the other. One that is slow or away keeps no other waiting.
"""

import asyncio
import time
from collections.abc import Callable

from eventstore.report import report
from eventstore.store import Lease
from eventstore.webhooks import State, Webhook, Webhooks, Why
from klynge.looking import look_on, woken_within
from klynge.outward import Record
from klynge.webhooks.calling import Line
from klynge.webhooks.telling import Teller

LOOK_S = 1.0
"""Between two looks for what was registered, paused or changed at another process."""
PAUSE_S = 0.02
"""Between two looks at the least, however fast the log grows."""
REST_S = 5.0
"""After a webhook could not be worked at for a reason of ours, a store that is away, say."""
PRUNE_S = 3_600

Key = tuple[str, str]


def _tell_nobody(_: Webhook, __: Why) -> None: ...


class Sender:
    """Lives on one event loop, over one life of a log. `url`: our public address. `told` hears of what is disabled."""

    def __init__(
        self,
        webhooks: Webhooks,
        record: Record,
        lease: Lease,
        line: Callable[[], Line],
        url: str,
        told: Callable[[Webhook, Why], None] = _tell_nobody,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._webhooks = webhooks
        self._record = record
        self._lease = lease
        self._line = line
        self._now = now
        self._teller = Teller(webhooks, record, url, told, now)
        self._known: dict[Key, Webhook] = {}
        self._known_at = self._pruned_at = float("-inf")
        self._at_work: dict[Key, asyncio.Task[None]] = {}
        self._rests_until: dict[Key, float] = {}
        self._woken = asyncio.Event()

    def wake(self, _: object = None) -> None:
        """The log has grown."""
        self._woken.set()

    def look_again(self) -> None:
        """A webhook was changed: what is known of them is old."""
        self._known_at = float("-inf")
        self.wake()

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            await look_on(self._look, self._rest, "webhooks.look-failed")
        finally:
            await self._stop()

    async def _rest(self) -> None:
        await asyncio.sleep(PAUSE_S)
        await woken_within(self._woken, LOOK_S)

    async def _stop(self) -> None:
        tasks = list(self._at_work.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._at_work.clear()

    async def _look(self) -> None:
        """Let whoever has something to be told be told of it."""
        head = self._record.reading.head  # first: a process that must not serve any more leaves the lease to others
        is_old = time.monotonic() - self._known_at >= LOOK_S
        if not is_old and not any(self._is_due(each, head) for each in self._known.values()):
            return
        if not await asyncio.to_thread(self._lease.held):
            await self._stop()
            self._known, self._known_at = {}, time.monotonic()
            return
        if is_old:
            await self._read()
        for key, webhook in self._known.items():
            if self._is_due(webhook, head):
                self._at_work[key] = asyncio.create_task(self._work(key, webhook))

    async def _read(self) -> None:
        """What is at work meanwhile is moved by whoever works at it, and may have been read before that."""
        busy = set(self._at_work)
        self._known_at = time.monotonic()
        found = {(each.owner, each.name): each for each in await asyncio.to_thread(self._webhooks.every)}
        busy |= set(self._at_work)
        here = {key: self._known.get(key) if key in busy else each for key, each in found.items()}
        self._known = {key: each for key, each in here.items() if each is not None}
        if time.monotonic() - self._pruned_at >= PRUNE_S:
            self._pruned_at = time.monotonic()
            await asyncio.to_thread(self._webhooks.deliveries.prune, int(self._now()))
            for owner, name in list(self._known):
                await asyncio.to_thread(self._webhooks.deliveries.trim, owner, name)

    def _is_due(self, webhook: Webhook, head: int) -> bool:
        if webhook.state is not State.ACTIVE or webhook.next_at > self._now():
            return False
        key = webhook.owner, webhook.name
        if key in self._at_work or self._rests_until.get(key, 0.0) > time.monotonic():
            return False
        if webhook.replaying or webhook.epoch != self._record.epoch:
            return True
        return self._teller.position(webhook) < head or self._teller.is_to_keep(webhook)

    async def _work(self, key: Key, webhook: Webhook) -> None:
        """Tell one webhook of one thing after the other, until there is nothing, or something fails."""
        try:
            async with self._line() as line:
                while (went := await self._teller.step(webhook, line)).webhook is not None:
                    self._known[key] = webhook = went.webhook
                    if not went.goes_on:
                        return
            self._rests_until.pop(key, None)
            self._forget(key)
        except Exception as error:
            # Never the address: it may hold what lets somebody in there.
            report("webhooks.failed", owner=webhook.owner, webhook=webhook.name, error=repr(error))
            self._rests_until[key] = time.monotonic() + REST_S
            self._forget(key)
        finally:
            self._at_work.pop(key, None)

    def _forget(self, key: Key) -> None:
        """What is known of it is old, also to a look that is reading just now."""
        self._known.pop(key, None)
        self.look_again()

    def figures(self) -> dict[str, float]:
        """Of the process that sends; elsewhere all are 0 but what was sent before."""
        active = [each for each in self._known.values() if each.state is State.ACTIVE]
        outcomes, head = self._teller.outcomes, self._record.reading.head
        return {
            "webhooks_active": len(active),
            "webhooks_failing": sum(1 for each in active if each.failing_since),
            "webhooks_disabled": sum(1 for each in self._known.values() if each.state is State.DISABLED),
            "webhooks_behind": max((head - self._teller.position(each) for each in active), default=0),
            "webhooks_delivered": outcomes["delivered"],
            "webhooks_not_delivered": outcomes["failed"],
        }
