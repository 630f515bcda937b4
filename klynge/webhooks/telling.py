"""Telling one webhook: what comes next by the rights its owner has just then, one attempt to deliver it, and what follows."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable

import msgspec
from msgspec import Struct

from domain.dates import MICROSECOND, moment_of
from domain.names import scope_of
from eventstore.cursor import href_of_event
from eventstore.deliveries import Delivery
from eventstore.report import report
from eventstore.webhook_secrets import SecretLost
from eventstore.webhooks import WEBHOOKS_MAX, State, Webhook, Webhooks, Why
from klynge.outward import Record
from klynge.webhooks.calling import Line, Outcome
from klynge.webhooks.owners import may_own
from klynge.webhooks.retries import FAILING_S_MAX, wait_s
from klynge.webhooks.signing import signed
from projections.feed_filter import read_filter
from projections.misasked import Misasked
from projections.sight import Eyes
from projections.thin_event import ThinEvent, thin_event

PAGE_FIRST, PAGE_MAX = 8, 128
"""Events read at once, more each time that nothing was found in them; others are let through in between."""
KEEP_SKIPPED_S = 1.0
"""What was passed over is kept no more often."""
CONTENT_TYPE = "application/cloudevents+json"
RESET = "dk.klynge.changes.reset.v1"
"""The record was put back from a copy: whoever followed it reads it again from the start."""


class Went(Struct, frozen=True):
    """A webhook after something was done for it (None: read it anew), and whether there may be more to do."""

    webhook: Webhook | None
    goes_on: bool = False


class Teller:
    """`url`: our public address. `told` hears of what is disabled."""

    def __init__(
        self,
        webhooks: Webhooks,
        record: Record,
        url: str,
        told: Callable[[Webhook, Why], None],
        now: Callable[[], float],
    ) -> None:
        self._webhooks = webhooks
        self._record = record
        self._url = url
        self._told = told
        self._now = now
        self._skipped: dict[int, tuple[int, float]] = {}
        """By a webhook's version: up to where it was passed over, and when that was kept."""
        self.outcomes: Counter[str] = Counter()
        """How calls of this process went."""

    def position(self, webhook: Webhook) -> int:
        """After which it goes on."""
        if webhook.replaying:
            return webhook.replay_after
        return max(webhook.position, self._skipped.get(webhook.version, (0, 0.0))[0])

    def is_to_keep(self, webhook: Webhook) -> bool:
        """Whether something was passed over that is not kept yet, and it is time: nothing more may happen for long."""
        position, kept_at = self._skipped.get(webhook.version, (0, 0.0))
        return position > webhook.position and time.monotonic() - kept_at >= KEEP_SKIPPED_S

    async def step(self, webhook: Webhook, line: Line) -> Went:
        """Tell it of one thing more."""
        if not may_own(webhook.owner, self._record.today(), self._record.now):
            return await self._disable(webhook, Why.NO_OFFICE)
        if webhook.epoch != self._record.epoch:
            return await self._begin_again(webhook, line)
        event, position = await self._next(webhook)
        if event is None:
            return await self._pass_over(webhook, position)
        failed = await self._deliver(webhook, event, position, line)
        return failed or await self._reached(webhook, position)

    async def _next(self, webhook: Webhook) -> tuple[ThinEvent | None, int]:
        """The first thing that it is to be told of, and where that stands; else up to where there is nothing."""
        after = self.position(webhook)
        try:
            wanted = read_filter(webhook.wish.topics, webhook.wish.types)
        except Misasked:  # a newer release knows more types than this one
            return None, after
        end = webhook.replay_to if webhook.replaying else self._record.reading.head
        size = PAGE_FIRST
        while after < end:
            eyes: dict[str, Eyes | None] = {}  # for as long as nobody else is let through: rights may change then
            for recorded in self._record.page(after, min(size, end - after)):
                after, scope = recorded.position, scope_of(recorded.stream)
                if not wanted.wants(recorded):
                    continue
                if scope not in eyes:
                    eyes[scope] = self._record.reading.outward_eyes(scope, webhook.owner)
                sight = eyes[scope]
                event = None if sight is None else thin_event(recorded, sight, webhook.epoch, self._dataref(after))
                if event is not None:
                    return event, after
            size = min(2 * size, PAGE_MAX)
            await asyncio.sleep(0)
        return None, end

    def _dataref(self, position: int) -> str:
        """Where one event is read."""
        return f"{self._url}{href_of_event(self._record.epoch, position)}"

    async def _pass_over(self, webhook: Webhook, position: int) -> Went:
        """Nothing more is to be told up to a position. What was replayed is over then, and it goes on where it was."""
        if webhook.replaying:
            return await self._reached(webhook, webhook.replay_to)
        if len(self._skipped) > WEBHOOKS_MAX:
            self._skipped.clear()  # of those that were changed or taken away since
        _, kept_at = self._skipped.get(webhook.version, (0, float("-inf")))
        self._skipped[webhook.version] = position, kept_at
        if not self.is_to_keep(webhook):
            return Went(webhook)
        self._skipped[webhook.version] = position, time.monotonic()
        return msgspec.structs.replace(await self._reached(webhook, position), goes_on=False)

    async def _reached(self, webhook: Webhook, position: int) -> Went:
        state = await asyncio.to_thread(self._webhooks.reached, webhook, position)
        if state is not State.ACTIVE:
            return Went(None)  # somebody changed or paused it, or sends too
        moved = {"replay_after": position} if webhook.replaying else {"position": position}
        settled = {"attempt": 0, "failing_since": 0, "next_at": 0}
        return Went(msgspec.structs.replace(webhook, **moved, **settled), goes_on=True)

    async def _begin_again(self, webhook: Webhook, line: Line) -> Went:
        """The record was put back from a copy: it is told so, and goes on from here."""
        epoch, head = self._record.epoch, self._record.reading.head
        event = ThinEvent(
            id=f"{epoch}:reset",
            source="/",
            type=RESET,
            subject="changes",
            time=moment_of(int(self._now()) * MICROSECOND),
            sequence=f"{head:013d}",
            dataref=f"{self._url}/v1/changes?after=start",
        )
        if failed := await self._deliver(webhook, event, 0, line):
            return failed
        await asyncio.to_thread(self._webhooks.begin_again, webhook, epoch, head)
        return Went(None)

    async def _deliver(self, webhook: Webhook, event: ThinEvent, position: int, line: Line) -> Went | None:
        """One attempt; None: it was taken. What was not is tried again later, or never."""
        now = int(self._now())
        try:
            secrets = await asyncio.to_thread(self._webhooks.secrets, webhook.owner, webhook.name, now)
        except SecretLost:
            return await self._disable(webhook, Why.SECRET_LOST)
        if not secrets:
            return Went(None)  # it was taken away meanwhile
        body = msgspec.json.encode(event)
        headers = {"Content-Type": CONTENT_TYPE, **signed(event.id, now, body, secrets)}
        outcome = await line.call("POST", webhook.wish.url, headers, body)
        self.outcomes["delivered" if outcome.delivered else "failed"] += 1
        delivery = Delivery(
            at=int(self._now()),
            event=event.id,
            position=position,
            attempt=webhook.attempt + 1,
            status=outcome.status,
            outcome=outcome.name,
            ms=outcome.ms,
        )
        await asyncio.to_thread(self._webhooks.deliveries.note, webhook.owner, webhook.name, delivery)
        return None if outcome.delivered else await self._failed(webhook, outcome)

    async def _failed(self, webhook: Webhook, outcome: Outcome) -> Went:
        now = int(self._now())
        since = webhook.failing_since or now
        if outcome.name == "gone":
            return await self._disable(webhook, Why.GONE)
        if now - since >= FAILING_S_MAX:
            return await self._disable(webhook, Why.FAILING)
        next_at = now + wait_s(webhook.attempt + 1, outcome.retry_after_s)
        if not await asyncio.to_thread(self._webhooks.failed, webhook, since, next_at):
            return Went(None)
        return Went(msgspec.structs.replace(webhook, attempt=webhook.attempt + 1, failing_since=since, next_at=next_at))

    async def _disable(self, webhook: Webhook, why: Why) -> Went:
        if await asyncio.to_thread(self._webhooks.disable, webhook, why):
            report("webhooks.disabled", owner=webhook.owner, webhook=webhook.name, why=why.value)
            self._told(webhook, why)
        return Went(None)
