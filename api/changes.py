"""The change feed: `GET /v1/changes`, pages of CloudEvents 1.0 in the log's order, with long-poll.

The cursor advances over what a reader may not see. Rights are today's, and those that reached to an event's day.
Nothing is ever too old to go on from.
"""

from collections.abc import Awaitable, Callable

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.openapi import ETAG, Operations, described, query
from api.problems import Problem
from api.queries import Query
from api.views import Shelf, answer
from domain.admission import Admission, admits
from eventstore.cursor import Cursor, read_cursor
from projections.cloud_event import CloudEvent, cloud_event
from projections.feed_filter import Filter
from projections.sight import Opened

LIMIT_MAX = 500
WAIT_S_MAX = 25
MEDIA_TYPE = "application/cloudevents-batch+json"
PROFILE = "feed"
"""Feed cursors go on across changes of right: what is seen is decided by today's rights."""


def changes(shelf: Shelf, operations: Operations) -> APIRouter:
    """The feed's route."""
    router = APIRouter()
    headers = ETAG | {
        name: {"description": told, "schema": {"type": "string"}, "required": True}
        for name, told in (
            ("Klynge-Next", "The cursor to go on after; it advances over what the reader may not see."),
            ("Klynge-Epoch", "The life of the log that the cursor is of."),
            ("Klynge-Up-To-Date", "`true` where nothing more stands in the log."),
        )
    }
    operations.add(
        "get",
        "/v1/changes",
        tag="changes",
        operation_id="changes.read",
        summary="What changed, as CloudEvents in the log's order.",
        parameters=[
            query("after", "The cursor of the page before (`Klynge-Next`); `start` or `now`."),
            query("wait", f"Seconds to wait for something new, up to {WAIT_S_MAX}.", "integer"),
            query("limit", f"Events looked at, up to {LIMIT_MAX}.", "integer"),
            query("topic", "Only this stream, `scope/kind/name`, or this scope."),
        ],
        answers={
            200: described("A page; it may be empty.", operations.schema(list[CloudEvent]), MEDIA_TYPE, headers),
            304: described("You have it already: `If-None-Match` named it.", headers=headers),
        },
        problems=(400, 401, 409, 503),
    )
    router.add_api_route("/v1/changes", _endpoint(shelf), response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        caller, query = shelf.identity.of(request), Query(request, "after", "wait", "limit", "topic")
        after = _after(query, shelf)
        limit, topic = query.limit(LIMIT_MAX), query.text("topic")
        wait_s = query.whole("wait", 0, WAIT_S_MAX)
        if wait_s:
            await shelf.wait_for(after.position + 1, wait_s)
        if shelf.epoch != after.epoch:
            # The log was put back meanwhile: positions are another's now.
            raise _epoch_changed()
        shown = Opened()
        sights = shelf.reading.sights(caller.person, shelf.reading.head, shown)
        head = shelf.reading.head
        page = [each for each in shelf.kept_log.page(after.position, limit) if each.position <= head]
        asked = Filter(frozenset() if topic is None else frozenset({topic}))
        wanted = (each for each in page if asked.wants(each))
        events = [event for each in wanted if (event := cloud_event(each, sights, shelf.epoch)) is not None]
        shelf.note_reads(caller.person, "changes", shown, "feed")
        reached = page[-1].position if page else after.position
        cursor = Cursor(shelf.epoch, PROFILE, reached).text()
        return answer(
            request,
            msgspec.json.encode(events),
            MEDIA_TYPE,
            {
                "Klynge-Next": cursor,
                "Klynge-Epoch": shelf.epoch,
                "Klynge-Up-To-Date": "true" if reached >= head else "false",
            },
        )

    return read


def _after(query: Query, shelf: Shelf) -> Cursor:
    text = query.text("after") or "start"
    if text in ("start", "now"):
        return Cursor(shelf.epoch, PROFILE, 0 if text == "start" else shelf.reading.head)
    cursor = read_cursor(text)
    if cursor is None or cursor.profile != PROFILE:
        raise Problem(
            400,
            "changes.cursor-unknown",
            "Markøren er ikke vores.",
            "The cursor is none of ours.",
            extra={"parameter": "after"},
        )
    if cursor.epoch != shelf.epoch or cursor.position > shelf.reading.head:
        raise _epoch_changed()
    return cursor


def _epoch_changed() -> Problem:
    return Problem(
        409,
        "changes.epoch-changed",
        "Protokollen er lagt tilbage fra en kopi. Begynd forfra med after=start.",
        "The record was put back from a copy. Begin again with after=start.",
        extra={"restart_at": "start"},
    )
