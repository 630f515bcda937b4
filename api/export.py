"""The record as a file of lines: `GET /v1/changes/export`, for auditors and archives.

Every line is a CloudEvent as the feed tells it. The last is the manifest, which counts the others and holds their hash: without it
a file is not whole. What was asked for twice, up to the same place and by the same rights, is the same to the byte.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from hashlib import sha256

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.event_stream import SignInOver, Streamed, in_chunks
from api.feed import SLICE_EVENTS, TOPIC, TYPE, Feed, FeedShelf, Standing, cursor_of, filter_of
from api.moments import position_of
from api.openapi import Operations, described, query
from api.queries import Query
from domain.admission import Admission, admits
from eventstore.cursor import Cursor, feed_cursor, read_cursor
from eventstore.given import Outage
from eventstore.mapper import FromTheFuture
from eventstore.store import StoreFailure

PATH = "/v1/changes/export"
MEDIA_TYPE = "application/x-ndjson"
FILE_NAME = "klynge.ndjson"


class Manifest(Struct, frozen=True, kw_only=True):
    """The last line."""

    count: int
    """Lines before this one."""
    first: int | None
    """Position of the first of them; None where there is none."""
    last: int | None
    sha256: str
    """Of all bytes before this line, line feeds included."""
    epoch: str
    next: str
    """The feed's cursor to go on after: what is hidden from the reader, or was not asked for, is behind it too."""


def export(shelf: FeedShelf, operations: Operations) -> APIRouter:
    """The route of the file."""
    router = APIRouter()
    operations.schema(Manifest, "ExportManifest")
    operations.add(
        "get",
        PATH,
        tag="changes",
        operation_id="changes.export",
        summary="The feed as a file of lines (NDJSON), with a manifest as its last.",
        description=(
            "Each line is a CloudEvent. The last is `{count, first, last, sha256, epoch, next}`: how many lines stand before it, "
            "the positions of the first and the last of them, the SHA-256 of all bytes before it, and the cursor to go on after. "
            "A file without it is not whole."
        ),
        parameters=[
            query("after", "The feed's cursor to begin after; without it, the beginning."),
            query("to", "Up to this cursor, position, moment or end of a day; without it, all that stands now."),
            TOPIC,
            TYPE,
        ],
        answers={200: described("Lines of JSON.", {"type": "string"}, MEDIA_TYPE)},
        problems=(400, 401, 409, 503),
    )
    router.add_api_route(PATH, _endpoint(shelf), response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: FeedShelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        caller, query = shelf.identity.of(request), Query(request, "after", "to", many=("topic", "type"))
        feed = Feed(shelf, caller.person, filter_of(query))
        after = await cursor_of(shelf, query.text("after") or "start", "after")
        lines = _lines(shelf, feed, Standing(shelf, request, caller), after, await _end(shelf, query.text("to")))
        named = {"Content-Disposition": f"attachment; filename={FILE_NAME}", "Klynge-Epoch": shelf.epoch}
        return Streamed(lines, shelf.places, caller.person, MEDIA_TYPE, named)

    return read


async def _end(shelf: FeedShelf, to: str | None) -> int:
    """The last position that is asked for."""
    if to is not None and (to == "now" or read_cursor(to) is not None):
        return (await cursor_of(shelf, to, "to")).position
    return position_of(to, shelf.kept_log, shelf.reading.head, "to")


async def _lines(shelf: FeedShelf, feed: Feed, standing: Standing, after: Cursor, end: int) -> AsyncGenerator[bytes]:
    """All of it; it breaks off before its manifest where the sign-in ends, or the log is put back meanwhile."""
    digest, reached, count = sha256(), after.position, 0
    first: int | None = None
    last: int | None = None
    try:
        while reached < end:
            await shelf.turns.next()
            if shelf.stopping or shelf.epoch != after.epoch or not standing.holds():
                return
            told = feed.slice(reached, SLICE_EVENTS, end)
            reached = told.reached
            for chunk in in_chunks((msgspec.json.encode(each) + b"\n" for each in told.events), standing):
                digest.update(chunk)
                yield chunk
            if told.events:
                first = told.events[0].data.position if first is None else first
                last = told.events[-1].data.position
                count += len(told.events)
    except (SignInOver, Outage, FromTheFuture, *StoreFailure):
        return
    manifest = Manifest(
        count=count,
        first=first,
        last=last,
        sha256=digest.hexdigest(),
        epoch=after.epoch,
        next=feed_cursor(after.epoch, reached),
    )
    yield msgspec.json.encode(manifest) + b"\n"
