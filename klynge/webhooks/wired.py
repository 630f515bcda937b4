"""Webhooks wired to the house: kept in its store, sent from its log, and what the doors ask of them."""

import asyncio
import ssl
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit
from uuid import uuid4

import msgspec

from api.identity import seconds_now
from api.webhook_rows import Refusal
from domain.dates import MICROSECOND, moment_of
from eventstore.deliveries import Delivery
from eventstore.given import Busy
from eventstore.webhook_secrets import SEALED_UNDER, SecretLost
from eventstore.webhooks import Webhook, Why
from klynge.core import Core
from klynge.outward import OfCore
from klynge.settings import Settings
from klynge.webhooks.calling import Line, Outcome
from klynge.webhooks.owners import looks_after_all, may_own
from klynge.webhooks.sender import Sender
from klynge.webhooks.signing import signed
from klynge.webhooks.target import TargetRefused, Targets
from klynge.webhooks.telling import CONTENT_TYPE
from projections.thin_event import ThinEvent

CALLS_MAX = 8
"""Greetings and tests that somebody waits for, at once."""
TEST = "dk.klynge.webhook.test.v1"


class WiredWebhooks:
    """Lives as long as the house; what sends, as long as a life of the log. `disabled` hears of what the house gave up."""

    def __init__(self, settings: Settings, core: Callable[[], Core]) -> None:
        self._core = core
        self._url = settings.url
        self._key: bytes | None = None
        self.kept = settings.store.open_webhooks(self._sealing_key)
        self._lease = settings.store.open_lease("webhooks")
        self.targets = Targets(to_loopback=settings.dev)
        self.disabled: Callable[[Webhook, Why], None] = lambda _, __: None
        self._calls = asyncio.Semaphore(CALLS_MAX)
        self._sender: Sender | None = None
        self._sending: asyncio.Task[None] | None = None

    def start(self, core: Core) -> None:
        """Send what stands in this log from now on."""
        self._key = None
        record = OfCore(core)
        self._sender = Sender(self.kept, record, self._lease, self._line, self._url, lambda *of: self.disabled(*of))
        core.tail.listeners.append(self._sender.wake)
        self._sending = asyncio.create_task(self._sender.run())

    async def stop(self) -> None:
        """Before the log is closed."""
        if self._sending is not None:
            self._sending.cancel()
            await asyncio.gather(self._sending, return_exceptions=True)

    async def close(self) -> None:
        await self.stop()
        await asyncio.to_thread(self._lease.close)
        self.kept.close()

    def figures(self) -> dict[str, float]:
        """None where this process must not serve any more."""
        if self._sender is None or self._core().stopped is not None:
            return {}
        return self._sender.figures()

    # --- what the doors ask ---

    def may_own(self, person: str) -> bool:
        return may_own(person, self._core().today(), self._core().tail.now)

    def looks_after_all(self, person: str) -> bool:
        return looks_after_all(person, self._core().today(), self._core().tail.now)

    def look_again(self) -> None:
        if self._sender is not None:
            self._sender.look_again()

    async def greet(self, url: str) -> Refusal | None:
        """As CloudEvents' web hooks ask (§4): whoever did not say that they want it is sent nothing."""
        try:
            await self.targets.find(url)
        except TargetRefused as refused:
            return Refusal(code=refused.code, da=refused.da, en=refused.en)
        origin = urlsplit(self._url).hostname or ""
        outcome = await self._call("OPTIONS", url, {"WebHook-Request-Origin": origin}, b"")
        if not outcome.status:
            return Refusal(
                code="not-reached",
                da="Adressen svarer ikke, eller dens certifikat er ikke gyldigt for navnet.",
                en="The address does not answer, or its certificate is not valid for the name.",
            )
        if outcome.delivered and outcome.headers.get("webhook-allowed-origin", "").strip() in ("*", origin):
            return None
        return Refusal(
            code="not-welcome",
            da=f"Adressen svarede ikke, at {origin} må sende til den: OPTIONS besvares med `WebHook-Allowed-Origin`.",
            en=f"The address did not say that {origin} may send to it: OPTIONS is answered with `WebHook-Allowed-Origin`.",
            status=outcome.status,
        )

    async def test(self, webhook: Webhook) -> Delivery:
        now = seconds_now()
        event = ThinEvent(
            id=f"test:{uuid4()}",
            source="/",
            type=TEST,
            subject=f"webhooks/{webhook.name}",
            time=moment_of(now * MICROSECOND),
            sequence=f"{self._core().head:013d}",
            dataref=f"{self._url}/v1/webhooks/{webhook.name}",
        )
        outcome = await self._test(webhook, event, now)
        delivery = Delivery(
            at=now, event=event.id, position=0, attempt=1, status=outcome.status, outcome=outcome.name, ms=outcome.ms
        )
        await asyncio.to_thread(self.kept.deliveries.note, webhook.owner, webhook.name, delivery)
        return delivery

    async def _test(self, webhook: Webhook, event: ThinEvent, now: int) -> Outcome:
        try:
            secrets = await asyncio.to_thread(self.kept.secrets, webhook.owner, webhook.name, now)
        except SecretLost:
            return Outcome(name=Why.SECRET_LOST.value)
        body = msgspec.json.encode(event)
        headers = {"Content-Type": CONTENT_TYPE, **signed(event.id, now, body, secrets)}
        return await self._call("POST", webhook.wish.url, headers, body)

    async def _call(self, method: str, url: str, headers: dict[str, str], body: bytes) -> Outcome:
        """Raises `Busy` where as many as may be waited for are waited for."""
        if self._calls.locked():
            raise Busy
        async with self._calls, self._line() as line:
            return await line.call(method, url, headers, body)

    def _line(self) -> Line:
        return Line(self.targets, _tls())

    def _sealing_key(self) -> bytes:
        """Asked for in a thread beside the loop; read once in a life of the log."""
        if self._key is None:
            self._key = self._core().log.keys.named(SEALED_UNDER)
        return self._key


@cache
def _tls() -> ssl.SSLContext:
    """Whom the machine trusts."""
    return ssl.create_default_context()
