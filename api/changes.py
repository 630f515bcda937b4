"""The change feed: `GET /v1/changes`, pages of CloudEvents 1.0 in the log's order, with long-poll.

The cursor advances over what a reader may not see. Rights are today's, and those that reached to an event's day.
Nothing is ever too old to go on from.
"""

from collections.abc import Awaitable, Callable

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.changes_stream import SSE, changes_stream, wants_stream
from api.event_stream import line_of
from api.feed import SLICE_EVENTS, TOPIC, TYPE, Feed, FeedShelf, cursor_of, epoch_changed, filter_of
from api.openapi import ETAG, Operations, described, query
from api.queries import Query
from api.views import answer
from domain.admission import Admission, admits
from eventstore.cursor import feed_cursor
from projections.cloud_event import CloudEvent

LIMIT_MAX = 1_000
WAIT_S_MAX = 25
PATH = "/v1/changes"
MEDIA_TYPE = "application/cloudevents-batch+json"


def changes(shelf: FeedShelf, operations: Operations) -> APIRouter:
    """The feed's routes."""
    router = APIRouter()
    headers = ETAG | {
        name: {"description": told, "schema": {"type": "string"}, "required": True}
        for name, told in (
            ("Klynge-Next", "The cursor to go on after; it advances over what the reader may not see."),
            ("Klynge-Epoch", "The life of the log that the cursor is of."),
            ("Klynge-Up-To-Date", "`true` where nothing more stands in the log."),
        )
    }
    page = described("A page; it may be empty.", operations.schema(list[CloudEvent]), MEDIA_TYPE, headers)
    operations.add(
        "get",
        PATH,
        tag="changes",
        operation_id="changes.read",
        summary="What changed, as CloudEvents in the log's order.",
        description=f"With `Accept: {SSE}` it is `{PATH}/stream`, which takes neither `wait` nor `limit`.",
        parameters=[
            query("after", "The cursor of the page before (`Klynge-Next`); `start` or `now`."),
            query("wait", f"Seconds to wait for something new, up to {WAIT_S_MAX}.", "integer"),
            query("limit", f"Events looked at, up to {LIMIT_MAX}.", "integer"),
            TOPIC,
            TYPE,
        ],
        answers={
            200: page,
            304: described("You have it already: `If-None-Match` named it.", headers=headers),
        },
        problems=(400, 401, 409, 503),
    )
    stream = changes_stream(shelf, operations, router)
    router.add_api_route(PATH, _endpoint(shelf, stream), response_model=None, include_in_schema=False)
    return router


def encoded(events: list[CloudEvent]) -> list[bytes]:
    """A slice of a page as it goes out, while the processor has it at hand: of a long page a sixth is saved."""
    return [msgspec.json.encode(events)[1:-1]] if events else []


def _endpoint(
    shelf: FeedShelf, stream: Callable[[Request], Awaitable[Response]]
) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        if wants_stream(request):
            return await stream(request)
        caller, query = shelf.identity.of(request), Query(request, "after", "wait", "limit", many=("topic", "type"))
        feed = Feed(shelf, caller.person, filter_of(query))
        after = await cursor_of(shelf, query.text("after") or "start", "after")
        wait_s, limit = query.whole("wait", 0, WAIT_S_MAX), query.limit(LIMIT_MAX)
        if wait_s:
            with line_of(shelf.places, caller.person):
                await shelf.wait_for(after.position + 1, wait_s)
            shelf.identity.find(request)  # whoever signed out meanwhile, or whose token ended, is shown nothing more
        told_so_far: list[bytes] = []
        reached, last = after.position, after.position + limit
        while True:
            await shelf.turns.next()
            if shelf.epoch != after.epoch:
                # The log was put back meanwhile: positions are another's now.
                raise epoch_changed()
            head = shelf.reading.head
            told = feed.slice(reached, min(SLICE_EVENTS, last - reached), head)
            told_so_far += encoded(told.events)
            reached = told.reached
            if reached >= min(head, last):
                break
        return answer(
            request,
            b"[" + b",".join(told_so_far) + b"]",
            MEDIA_TYPE,
            {
                "Klynge-Next": feed_cursor(shelf.epoch, reached),
                "Klynge-Epoch": shelf.epoch,
                "Klynge-Up-To-Date": "true" if reached >= head else "false",
            },
        )

    return read
