"""The feed as server-sent events: `GET /v1/changes/stream`, and the feed itself where `text/event-stream` is accepted.

`change` is a CloudEvent, `sync` says that the reader has all of it, `reset` that the log was put back from a copy: what came
before is to be forgotten, and all of it follows; each tells the feed's cursor as its id. `bye` stands before a planned end.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.event_stream import (
    BEGINNING,
    COME_BACK,
    COMMENT,
    MEDIA_TYPE,
    PROVE_AGAIN,
    RESTART,
    RESTART_SPREAD_MS,
    Allotted,
    SignInOver,
    Streamed,
    event,
    in_chunks,
)
from api.feed import (
    SLICE_EVENTS,
    TOPIC,
    TYPE,
    Feed,
    FeedShelf,
    Standing,
    cursor_of,
    epoch_changed,
    filter_of,
)
from api.openapi import Operations, described, query
from api.problems import Problem
from api.queries import Query
from domain.admission import Admission, admits
from eventstore.cursor import FEED, Cursor, feed_cursor
from eventstore.given import Outage
from eventstore.mapper import FromTheFuture
from eventstore.store import StoreFailure

PATH = "/v1/changes/stream"
SSE = MEDIA_TYPE
EVENT = {
    "description": "One event of the stream.",
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("id", "event", "data")},
}
LAST_EVENT = "Last-Event-ID"


class Synced(Struct, frozen=True):
    """Nothing more stands in the log just now."""

    position: int
    cursor: str


class Bye(Struct, frozen=True):
    """The stream ends by itself: come back and go on."""

    code: int
    retry: dict[str, int]


class BegunAgain(Struct, frozen=True):
    """Forget what came before: the log has another life."""

    reason: str
    epoch: str
    cursor: str


def wants_stream(request: Request) -> bool:
    """Whether the reader accepts server-sent events, and asks for them by name."""
    return any(each.split(";")[0].strip() == SSE for each in request.headers.get("Accept", "").split(","))


def changes_stream(
    shelf: FeedShelf, operations: Operations, router: APIRouter
) -> Callable[[Request], Awaitable[Response]]:
    """Adds the stream's route, and answers what stands behind it."""
    operations.add(
        "get",
        PATH,
        tag="changes",
        operation_id="changes.stream",
        summary="The feed as server-sent events.",
        description=(
            "`change` holds a CloudEvent, `sync` says that all of it was told, `reset` that the log was put back from a copy and "
            "is told again from its beginning. Each `id` is the feed's cursor. Ended by `bye` after ten minutes, or when the "
            "sign-in ends; a client comes back with the last `id` it was told."
        ),
        parameters=[
            query("after", "The feed's cursor; `start` or `now`."),
            TOPIC,
            TYPE,
            {
                "name": LAST_EVENT,
                "in": "header",
                "required": False,
                "description": "The cursor of the last event that came. It stands before `after`.",
                "schema": {"type": "string"},
            },
        ],
        answers={200: described("Events as they come: `change`, `sync`, `reset`.", EVENT, SSE)},
        problems=(400, 401, 409, 503),
    )
    endpoint = _endpoint(shelf)
    router.add_api_route(PATH, endpoint, response_model=None, include_in_schema=False)
    return endpoint


def _endpoint(shelf: FeedShelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def stream(request: Request) -> Response:
        caller, query = shelf.identity.of(request), Query(request, "after", many=("topic", "type"))
        feed = Feed(shelf, caller.person, filter_of(query))
        if shelf.stopping:
            raise Outage
        after = await _begin_at(shelf, request, query)
        events = _events(shelf, feed, Standing(shelf, request, caller), after)
        return Streamed(events, shelf.places, caller.person, more={"Klynge-Epoch": shelf.epoch})

    return stream


async def _begin_at(shelf: FeedShelf, request: Request, query: Query) -> Cursor:
    """A browser comes back by itself with the last id it was told, also of another life of the log: it is told in the stream."""
    last = request.headers.get(LAST_EVENT)
    if not last:
        return await cursor_of(shelf, query.text("after") or "start", "after")
    try:
        return await cursor_of(shelf, last, LAST_EVENT)
    except Problem as problem:
        if problem.code != epoch_changed().code:
            raise
        return Cursor("", FEED, 0)


async def _events(shelf: FeedShelf, feed: Feed, standing: Standing, after: Cursor) -> AsyncGenerator[bytes]:
    allotted = Allotted(standing)
    yield BEGINNING
    epoch, reached, is_synced = after.epoch, after.position, False
    try:
        while allotted.left_s > 0 and not shelf.stopping and standing.holds():
            await shelf.turns.next()
            if shelf.epoch != epoch:
                epoch, reached, is_synced = shelf.epoch, 0, False
                yield _told(
                    "reset", feed_cursor(shelf.epoch, 0), BegunAgain("epoch", epoch, feed_cursor(shelf.epoch, 0))
                )
            head = shelf.reading.head
            if reached < head:
                told = feed.slice(reached, SLICE_EVENTS, head)
                reached, is_synced = told.reached, False
                for chunk in in_chunks(
                    (_told("change", feed_cursor(shelf.epoch, each.data.position), each) for each in told.events),
                    standing,
                ):
                    yield chunk
            if reached == head and not is_synced:
                is_synced = True
                yield _told("sync", feed_cursor(shelf.epoch, head), Synced(head, feed_cursor(shelf.epoch, head)))
            if reached == head and not await shelf.wait_for(head + 1, allotted.wait_s):
                yield COMMENT
        yield event(msgspec.json.encode(_bye(shelf, allotted, standing)), name="bye")
    except SignInOver:
        yield event(msgspec.json.encode(Bye(PROVE_AGAIN, {"after_ms": 0, "jitter_ms": 0})), name="bye")
    except (Outage, FromTheFuture, *StoreFailure):
        return  # its client comes back, and goes on after the last id it was told


def _bye(shelf: FeedShelf, allotted: Allotted, standing: Standing) -> Bye:
    if shelf.stopping:
        return Bye(RESTART, {"after_ms": 0, "jitter_ms": RESTART_SPREAD_MS})
    over = allotted.outlives_sign_in or not standing.holds()
    return Bye(PROVE_AGAIN if over else COME_BACK, {"after_ms": 0, "jitter_ms": 0})


def _told(name: str, cursor: str, data: Any) -> bytes:
    return event(msgspec.json.encode(data), cursor, name)
