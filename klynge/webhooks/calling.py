"""Calling: one request to a target, and how it went. No redirect is followed, and no more is read than says how it went."""

import asyncio
import ssl
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType

import httpx
from msgspec import Struct

from klynge.webhooks.target import HTTPS_PORT, Target, TargetRefused, Targets

TIMEOUT_S = 15
"""From looking up the name to the end of the answer."""
RESPONSE_BYTES_MAX = 4 * 1024
BODY_S_MAX = 1
"""More of an answer's body, or one that takes longer, is left unread, and the line is given up: how it went is known by then."""
RETRY_AFTER_S_MAX = 24 * 3600
"""That an address may ask us to wait."""
USER_AGENT = "Klynge-Webhooks/1"

DELIVERED = "delivered"
WAITING = frozenset({429, 503})
"""Answers whose `Retry-After` is kept."""


class Outcome(Struct, frozen=True, kw_only=True):
    """How a call went. `status` 0: there was no answer of HTTP."""

    name: str
    status: int = 0
    ms: int = 0
    retry_after_s: int = 0
    headers: Mapping[str, str] = {}
    """Of the answer; names in small letters."""

    @property
    def delivered(self) -> bool:
        return self.name == DELIVERED


class Line:
    """Calls to one target, one after the other over one line. Never shared: a line that was opened to one host, under its
    certificate, carries nothing to another that lives at the same address.
    """

    def __init__(self, targets: Targets, tls: ssl.SSLContext) -> None:
        self._targets = targets
        self._client = httpx.AsyncClient(
            verify=tls,
            trust_env=False,  # no proxy resolves the name once more
            follow_redirects=False,
            timeout=TIMEOUT_S,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        )
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # each call stands for itself

    async def __aenter__(self) -> "Line":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def call(self, method: str, url: str, headers: Mapping[str, str], content: bytes = b"") -> Outcome:
        """Never raises for what the other side does, or what stands between."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(TIMEOUT_S):
                outcome = await self._call(method, await self._targets.find(url), headers, content)
        except TargetRefused as refused:
            outcome = Outcome(name=refused.code)
        except (TimeoutError, httpx.TimeoutException):
            outcome = Outcome(name="timeout")
        except (httpx.HTTPError, ssl.SSLError, OSError) as error:
            outcome = Outcome(name="tls" if _is_of_tls(error) else "unreachable")
        return Outcome(
            name=outcome.name,
            status=outcome.status,
            ms=round((time.monotonic() - began) * 1000),
            retry_after_s=outcome.retry_after_s,
            headers=outcome.headers,
        )

    async def _call(self, method: str, target: Target, headers: Mapping[str, str], content: bytes) -> Outcome:
        host = f"[{target.host}]" if ":" in target.host else target.host
        request = self._client.build_request(
            method,
            target.pinned,
            headers={
                "Host": host if target.port == HTTPS_PORT else f"{host}:{target.port}",
                "User-Agent": USER_AGENT,
                "Accept-Encoding": "identity",
                **headers,
            },
            content=content,
            # The certificate is asked for, and held to, the name and not the address.
            extensions={"sni_hostname": target.host},
        )
        answer = await self._client.send(request, stream=True)
        await _read_out(answer)
        status = answer.status_code
        return Outcome(
            name=_named(status),
            status=status,
            retry_after_s=_wait_s(answer.headers.get("retry-after", "")) if status in WAITING else 0,
            headers=dict(answer.headers),
        )


async def _read_out(answer: httpx.Response) -> None:
    """So that the line can be used again."""
    read = 0
    try:
        async with asyncio.timeout(BODY_S_MAX):
            async for some in answer.aiter_raw():
                read += len(some)
                if read > RESPONSE_BYTES_MAX:
                    break
    except (TimeoutError, httpx.HTTPError):
        pass
    finally:
        await answer.aclose()


def _named(status: int) -> str:
    if 200 <= status < 300:
        return DELIVERED
    if 300 <= status < 400:
        return "redirected"
    return "gone" if status == httpx.codes.GONE else "refused"


def _wait_s(said: str) -> int:
    """Seconds, or a moment (RFC 9110 §10.2.3); 0 where it is neither."""
    if said.isascii() and said.isdigit():
        # A number of more digits than these is longer than we wait.
        return min(int(said[:10]), RETRY_AFTER_S_MAX)
    try:
        wait_s = parsedate_to_datetime(said).timestamp() - time.time()
    except (ValueError, OverflowError, TypeError):
        return 0
    return max(0, min(round(wait_s), RETRY_AFTER_S_MAX))


def _is_of_tls(error: BaseException | None) -> bool:
    """Whether a certificate, or what was said before one, is why."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
