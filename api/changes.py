"""The change feed: `GET /v1/changes`, pages of CloudEvents 1.0 in the log's order, with long-poll.

The cursor advances over what a reader may not see. Rights are today's. Nothing is ever too old to go on from.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.openapi import Operations, query
from api.problems import Problem
from api.views import Shelf, answer
from domain.dates import moment_of
from domain.kernel import Recorded
from domain.names import scope_of
from domain.policy import Mask
from eventstore.cursor import Cursor, read_cursor
from projections.sight import Eyes
from projections.trail import entry, opened

LIMIT_MAX = 500
WAIT_S_MAX = 25
MEDIA_TYPE = "application/cloudevents-batch+json"
PROFILE = "feed"
"""Feed cursors go on across changes of right: what is seen is decided by today's rights."""


class CloudEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """CloudEvents 1.0.2, structured JSON."""

    specversion: str
    id: str
    source: str
    type: str
    subject: str
    time: str
    sequence: str
    """Sortable; only for comparing within one epoch."""
    data: dict[str, Any]
    datacontenttype: str = "application/json"


class Rights:
    """A reader's eyes per scope, for one request."""

    def __init__(self, shelf: Shelf, person: str) -> None:
        self._shelf = shelf
        self._person = person
        self._eyes: dict[str, Eyes | None] = {}

    def eyes(self, scope: str) -> Eyes | None:
        if scope not in self._eyes:
            mask: Mask | None = self._shelf.reading.mask(f"{scope}/decisions", self._person)
            head = self._shelf.reading.head
            self._eyes[scope] = None if mask is None else self._shelf.reading.eyes(mask, head)
        return self._eyes[scope]


def changes(shelf: Shelf, operations: Operations, stopping: asyncio.Event) -> APIRouter:
    """The feed's route. `stopping` wakes those who wait, so that a stop need not wait for them."""
    router = APIRouter()
    parameters = [
        query("after", "The cursor of the page before (`Klynge-Next`); `start` or `now`."),
        query("wait", f"Seconds to wait for something new, up to {WAIT_S_MAX}.", "integer"),
        query("limit", f"Events looked at, up to {LIMIT_MAX}.", "integer"),
        query("topic", "Only this stream, `scope/kind/name`, or this scope."),
    ]
    described = operations.read("changes", "What changed, as CloudEvents.", list[CloudEvent], parameters)
    router.add_api_route("/v1/changes", _endpoint(shelf, stopping), response_model=None, openapi_extra=described)
    return router


def _endpoint(shelf: Shelf, stopping: asyncio.Event) -> Callable[[Request], Awaitable[Response]]:
    async def read(request: Request) -> Response:
        caller = shelf.identity.of(request)
        after = _after(request, shelf)
        limit = _number(request, "limit", LIMIT_MAX, LIMIT_MAX)
        await _wait(shelf, stopping, after, _number(request, "wait", 0, WAIT_S_MAX))
        rights, topic = Rights(shelf, caller.person), request.query_params.get("topic")
        head = shelf.reading.head
        page = [each for each in shelf.kept_log.page(after, limit) if each.position <= head]
        events = [event for each in page if (event := _event(each, rights, topic, shelf.epoch)) is not None]
        reached = page[-1].position if page else after
        response = answer(request, msgspec.json.encode(events), MEDIA_TYPE)
        response.headers["Klynge-Next"] = Cursor(shelf.epoch, PROFILE, reached).text()
        response.headers["Klynge-Epoch"] = shelf.epoch
        response.headers["Klynge-Up-To-Date"] = "true" if reached >= head else "false"
        return response

    return read


def _event(recorded: Recorded, rights: Rights, topic: str | None, epoch: str) -> CloudEvent | None:
    """An event as the reader may see it; None where they may not."""
    scope = scope_of(recorded.stream)
    eyes = rights.eyes(scope)
    if eyes is None or (topic is not None and topic not in (recorded.stream, scope)):
        return None
    told = entry(recorded, eyes)
    if told is None:
        return None
    return CloudEvent(
        specversion="1.0",
        id=f"{epoch}:{recorded.position}",
        source=f"/{scope}",
        type=f"dk.klynge.{recorded.event.tag}.v{recorded.event.v}",
        subject=recorded.stream,
        time=moment_of(recorded.recorded_at),
        sequence=f"{recorded.position:013d}",
        data={
            "position": recorded.position,
            "version": recorded.version,
            "causation": recorded.causation,
            "correlation": recorded.correlation,
            "by": {"person": recorded.by.person, "seat": recorded.by.seat, "rule": recorded.by.rule},
            "event": opened(recorded.event, eyes),
            "da": told.da,
            "en": told.en,
        },
    )


def _after(request: Request, shelf: Shelf) -> int:
    text = request.query_params.get("after", "start")
    if text in ("start", "now"):
        return 0 if text == "start" else shelf.reading.head
    cursor = read_cursor(text)
    if cursor is None or cursor.profile != PROFILE:
        raise Problem(400, "changes.cursor-unknown", "Markøren er ikke vores.", "The cursor is none of ours.")
    if cursor.epoch != shelf.epoch or cursor.position > shelf.reading.head:
        raise Problem(
            409,
            "changes.epoch-changed",
            "Protokollen er lagt tilbage fra en kopi. Begynd forfra med after=start.",
            "The record was put back from a copy. Begin again with after=start.",
            extra={"restart_at": "start"},
        )
    return cursor.position


async def _wait(shelf: Shelf, stopping: asyncio.Event, after: int, wait_s: int) -> None:
    """Until there is something after a position, the time is up, or the server stops."""
    if wait_s == 0 or shelf.reading.head > after:
        return
    moved = asyncio.ensure_future(shelf.wait_for(after + 1, wait_s))
    stop = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({moved, stop}, return_when=asyncio.FIRST_COMPLETED)
    for each in (moved, stop):
        each.cancel()


def _number(request: Request, name: str, default: int, most: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Problem(400, f"{name}.malformed", f"{name} er et helt tal.", f"{name} is a whole number.")
    return min(int(text), most)
