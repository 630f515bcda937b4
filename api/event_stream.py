"""Server-sent events: answers that go on for a while, over lines that proxies and sign-ins end.

Whoever does not read is waited for and nothing is piled up for them; who reads nothing at all is cut off with the line
(`request_head.py`).
"""

import time
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from random import uniform
from types import MappingProxyType

from fastapi.sse import format_sse_event
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.feed import Places, Standing
from api.problems import Problem

MEDIA_TYPE = "text/event-stream"
STREAM_S_MAX = 600
"""A stream is ended by then; its client comes back and goes on."""
STREAM_SPREAD_S = 60
"""Up to so much sooner, so that those who came at once do not come back at once."""
EXPIRY_SPREAD_S = 5
"""The same before a sign-in ends."""
COMMENT_S = 15
"""So often a line is heard from: proxies cut off what is silent."""
RETRY_MS = 1_000
PLACES_RETRY_S = 10
CHUNK_BYTES = 64 * 1024
"""Written at once."""
HEADERS = {
    "Cache-Control": "private, no-store, no-transform",
    "Vary": "Accept, Cookie, Authorization",
    "X-Accel-Buffering": "no",
}
"""No proxy keeps an event back to send it with the next."""
OVERLOADED = 4100
"""Why there is no place: the process holds as many lines as it may, whosever they are."""
RESTART, COME_BACK, PROVE_AGAIN = 1012, 4202, 4200
"""Why a stream ends, as a socket says it: the process stops, it lasted long enough, or the sign-in ended."""
RESTART_SPREAD_MS = 5_000
COMMENT = format_sse_event(comment="")
BEGINNING = format_sse_event(retry=RETRY_MS)


class SignInOver(Exception):
    """Nothing more is told, and no cursor beyond what was: who is behind an answer is not signed in any more."""


class Allotted:
    """The time that one stream has."""

    def __init__(self, standing: Standing) -> None:
        most_s = STREAM_S_MAX - uniform(0, STREAM_SPREAD_S)
        signed_in_s = standing.left_s - uniform(0, EXPIRY_SPREAD_S)
        self.outlives_sign_in = signed_in_s < most_s
        """Whoever goes on after it brings another proof."""
        self._ends_at = time.monotonic() + min(most_s, signed_in_s)

    @property
    def left_s(self) -> float:
        return self._ends_at - time.monotonic()

    @property
    def wait_s(self) -> float:
        """Until something must be said, or the end."""
        return max(0.0, min(COMMENT_S, self.left_s))


def event(data: bytes, cursor: str | None = None, name: str | None = None) -> bytes:
    """One event. A browser that lost the line names the last cursor it was told."""
    return format_sse_event(data_str=data.decode(), event=name, id=cursor)


class Streamed(StreamingResponse):
    """An answer that goes on; it holds one of its reader's places until it ends. Raises Problem 429, 503."""

    def __init__(
        self,
        chunks: AsyncGenerator[bytes],
        places: Places,
        person: str,
        media_type: str = MEDIA_TYPE,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        _take(places, person)
        super().__init__(chunks, media_type=media_type, headers={**HEADERS, **more})
        self._chunks = chunks
        self._leave = partial(places.leave, person)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._leave()
            await self._chunks.aclose()


@contextmanager
def line_of(places: Places, person: str) -> Iterator[None]:
    """An answer that waits holds one of its reader's places as well. Raises Problem 429, 503."""
    _take(places, person)
    try:
        yield
    finally:
        places.leave(person)


def _take(places: Places, person: str) -> None:
    full = places.take(person)
    if full == OVERLOADED:
        # As with whatever else a process cannot do just now: a proxy asks the next one.
        raise Problem(
            503,
            "rate.full",
            "Der er ikke plads til flere forbindelser lige nu. Prøv igen om lidt.",
            "There is no room for more lines just now. Try again shortly.",
            headers={"Retry-After": str(PLACES_RETRY_S)},
        )
    if full is not None:
        raise Problem(
            429,
            "rate.lines",
            "Du har for mange forbindelser åbne. Luk nogle af dem, og prøv igen.",
            "You have too many lines open. Close some of them and try again.",
            headers={"Retry-After": str(PLACES_RETRY_S)},
        )


def in_chunks(pieces: Iterable[bytes], standing: Standing) -> Iterator[bytes]:
    """The same bytes in few writes. Raises `SignInOver` where the sign-in ended while those before were read."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK_BYTES:
            yield b"".join(held)
            held, size = [], 0
            if not standing.holds():
                raise SignInOver
    if held:
        yield b"".join(held)
