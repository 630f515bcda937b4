"""Notices wired to the house: kept in its store, sent from its log."""

import asyncio
import math
import time
from collections.abc import Callable, Coroutine
from typing import Any

from api.addresses import is_address
from domain.person import is_gone
from eventstore.outbox import SEALED_UNDER, State
from eventstore.report import report
from eventstore.store import StoreFailure
from eventstore.webhooks import Webhook, Why
from klynge.core import Core
from klynge.notices.noticing import Noticing
from klynge.outward import OfCore
from klynge.settings import Settings
from klynge.webhooks.owners import caretakers
from projections.notices import Subject


class WiredNotices:
    """Lives as long as the house; what sends, as long as a life of the log."""

    def __init__(self, settings: Settings, core: Callable[[], Core]) -> None:
        self._core = core
        self._url = settings.url
        self._server = settings.mail
        self._key: bytes | None = None
        self.kept = settings.store.open_outbox(self._sealing_key)
        self._lease = settings.store.open_lease("notices")
        self._noticing: Noticing | None = None
        self._running: asyncio.Task[None] | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def sends(self) -> bool:
        return self._server is not None

    def start(self, core: Core) -> None:
        """Tell of what comes in this log from now on."""
        self._key, self._loop = None, asyncio.get_running_loop()
        core.eraser.forget = self.kept.forget
        self._noticing = Noticing(self.kept, OfCore(core), self._lease, self._url, self._server)
        self._running = asyncio.create_task(self._noticing.run())

    async def stop(self) -> None:
        """Before the log is closed."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def close(self) -> None:
        await self.stop()
        await asyncio.gather(*self._under_way)
        await asyncio.to_thread(self._lease.close)
        self.kept.close()

    def may_be_told(self, person: str) -> bool:
        return not is_gone(person, self._core().tail.now)

    def told_email(self, person: str, address: str) -> None:
        """Their sign-in tells where they read mail. On any thread; the record is asked on the loop's own."""
        if self._loop is not None and is_address(address):
            self._loop.call_soon_threadsafe(self._learn, person, address)

    def _learn(self, person: str, address: str) -> None:
        if self.may_be_told(person):
            self._begin(self._keep(person, address))

    async def _keep(self, person: str, address: str) -> None:
        """That it cannot be kept just now keeps nobody out: the next sign-in tells it again."""
        try:
            await asyncio.to_thread(self.kept.set_address, person, address, own=False)
        except Exception as error:
            report("notices.address-not-kept", error=type(error).__name__)

    def webhook_given_up(self, webhook: Webhook, _: Why) -> None:
        """Whoever looks after it is told, once for each time."""
        core = self._core()
        people = caretakers(webhook.owner, core.today(), core.tail.now)
        about = f"webhooks/{webhook.name}?owner={webhook.owner}"
        key = f"{core.epoch}:{webhook.owner}:{webhook.name}:{webhook.version}"
        told = [(f"{key}:{each}", each, Subject.WEBHOOK.value, about, core.head) for each in people]
        self._begin(asyncio.to_thread(self.kept.put, told, int(time.time())))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Nobody waits for it but a house that closes."""
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def figures(self) -> dict[str, float]:
        """What waits is not known while the store is away."""
        try:
            waiting: float = (await asyncio.to_thread(self.kept.counts)).get(State.WAITING, 0)
        except StoreFailure:
            waiting = math.nan
        return {"notices_waiting": waiting} | ({} if self._noticing is None else self._noticing.figures())

    def _sealing_key(self) -> bytes:
        """Read once in a life of the log."""
        if self._key is None:
            self._key = self._core().log.keys.named(SEALED_UNDER)
        return self._key
