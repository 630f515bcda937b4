"""The socket's frames where a proxy lets no socket through: `GET /v1/live/frames`, as server-sent events or as a long-poll.

The same topics, cursors, masks and resets as at `/v1/live`: both are subscribers of one hub. Who is present is told on the socket
alone.
"""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Any, Protocol

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.changes_stream import LAST_EVENT, wants_stream
from api.event_stream import BEGINNING, COMMENT, MEDIA_TYPE, Allotted, SignInOver, Streamed, event, in_chunks, line_of
from api.feed import FeedShelf, Standing
from api.openapi import Operations, described, many, query
from api.problems import Problem
from api.queries import Query
from domain.admission import Admission, admits
from eventstore.cursor import Cursor, read_cursor
from eventstore.given import Outage

PATH = "/v1/live/frames"
TOPICS_MAX = 100
"""As many as a socket follows."""
TOPIC_CHARS_MAX = 200
WAIT_S_MAX = 25
POLL_BYTES_MAX = 1024 * 1024
"""Of one answer to a poll; a snapshot goes whole."""
NO_NEWS = frozenset({"sync", "hb"})
"""What a poll goes on waiting after."""
BEAT = "hb"
Followed = Sequence[tuple[str, Cursor | None]]


class Message(Protocol):
    """One of the socket's messages."""

    @property
    def text(self) -> bytes: ...

    @property
    def op(self) -> str: ...

    @property
    def cursor(self) -> str | None: ...


class Carrier(Protocol):
    """What somebody follows, and what of it waits to be taken away."""

    @property
    def parked(self) -> bool:
        """There is more than it holds."""
        ...

    @property
    def ended(self) -> bool: ...

    def take(self) -> Sequence[Message]: ...

    async def wait(self, timeout_s: float) -> bool: ...


class Carrying(Protocol):
    """Opens carriers at the hub."""

    def open(self, person: str, topics: Followed, holds: int = ...) -> Any: ...

    def close(self, carrier: Any) -> None: ...

    def farewell(self, *, signed_in: bool) -> bytes:
        """The last message of a stream that ends by itself."""
        ...


class LiveShelf(FeedShelf, Protocol):
    """What this route needs of the house."""

    @property
    def carriers(self) -> Carrying: ...


def live_frames(shelf: LiveShelf, operations: Operations) -> APIRouter:
    """The route of the frames."""
    router = APIRouter()
    operations.tag("live", "live")
    operations.add(
        "get",
        PATH,
        tag="live",
        operation_id="live.frames",
        summary="The socket's frames, for whoever no socket reaches.",
        description=(
            f"With `Accept: {MEDIA_TYPE}` they are events as they come, each with its cursor as `id`. Else an array: all up to "
            "`sync` and, where that is nothing new, what comes within `wait` seconds. `docs/live.md` tells what each frame means."
        ),
        parameters=[
            many("topic", f"Topics, each perhaps followed by its `since`; up to {TOPICS_MAX} of them."),
            many("since", "The cursor to go on after, of the topic that stands before it."),
            query("wait", f"Seconds to wait for something new, up to {WAIT_S_MAX}; of a long-poll.", "integer"),
        ],
        answers={200: described("Frames.", {"type": "array", "items": {"type": "object"}})},
        problems=(400, 401, 503),
    )
    router.add_api_route(PATH, _endpoint(shelf), response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: LiveShelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def frames(request: Request) -> Response:
        began_at = time.monotonic()
        caller = shelf.identity.of(request)
        query, topics = Query(request, "wait", many=("topic", "since")), _topics(request)
        if shelf.stopping or shelf.reading.head == 0:
            raise Outage
        standing = Standing(shelf, request, caller)
        if wants_stream(request):
            stream = _stream(shelf, standing, caller.person, topics)
            return Streamed(stream, shelf.places, caller.person)
        ends_at = began_at + min(query.whole("wait", 0, WAIT_S_MAX), standing.left_s)
        with line_of(shelf.places, caller.person):
            told = await _poll(shelf, standing, caller.person, topics, ends_at)
        body = b"[" + b",".join(each.text for each in told) + b"]"
        return Response(body, media_type="application/json", headers={"Cache-Control": "private, no-store"})

    return frames


async def _stream(shelf: LiveShelf, standing: Standing, person: str, topics: Followed) -> AsyncGenerator[bytes]:
    allotted = Allotted(standing)
    carrier: Carrier = shelf.carriers.open(person, topics)
    try:
        yield BEGINNING
        while allotted.left_s > 0 and standing.holds():
            for chunk in in_chunks((event(each.text, each.cursor) for each in carrier.take()), standing):
                yield chunk
            if carrier.ended:
                return
            if not await carrier.wait(allotted.wait_s):
                yield COMMENT
        signed_in = standing.holds() and not allotted.outlives_sign_in
        yield event(shelf.carriers.farewell(signed_in=signed_in))
    except SignInOver:
        yield event(shelf.carriers.farewell(signed_in=False))
    finally:
        shelf.carriers.close(carrier)


async def _poll(
    shelf: LiveShelf, standing: Standing, person: str, topics: Followed, ends_at: float
) -> Sequence[Message]:
    carrier: Carrier = shelf.carriers.open(person, topics, POLL_BYTES_MAX)
    try:
        told = [each for each in carrier.take() if each.op != BEAT]
        while not carrier.ended and all(each.op in NO_NEWS for each in told):
            if not await carrier.wait(max(0.0, ends_at - time.monotonic())):
                break
            more = carrier.take()
            # Whoever signed out meanwhile is shown nothing more.
            told += [each for each in more if each.op != BEAT] if standing.holds() else []
        return told
    finally:
        shelf.carriers.close(carrier)


def _topics(request: Request) -> Followed:
    """`topic=a&since=…&topic=b`: each cursor is of the topic before it. Raises Problem 400."""
    topics: dict[str, Cursor | None] = {}
    of: str | None = None
    for name, value in request.query_params.multi_items():
        if name == "topic":
            of = value
            topics[value] = None
        elif name == "since" and value:
            if of is None:
                raise _malformed("since", "Skriv since efter sit emne.", "Write since after its topic.")
            topics[of] = _cursor(value)
            of = None
    if not 0 < len(topics) <= TOPICS_MAX or any(len(topic) > TOPIC_CHARS_MAX for topic in topics):
        raise _malformed(
            "topic", f"Skriv fra et til {TOPICS_MAX} emner.", f"Write one topic, or up to {TOPICS_MAX} of them."
        )
    if len(topics) == 1 and (last := request.headers.get(LAST_EVENT)):
        # A browser that lost a stream comes back with what it was told last.
        topics = dict.fromkeys(topics, _cursor(last))
    return tuple(topics.items())


def _cursor(text: str) -> Cursor:
    cursor = read_cursor(text)
    if cursor is None:
        raise _malformed("since", "Markøren er ikke vores.", "The cursor is none of ours.")
    return cursor


def _malformed(parameter: str, da: str, en: str) -> Problem:
    return Problem(400, f"{parameter}.malformed", da, en, extra={"parameter": parameter})
