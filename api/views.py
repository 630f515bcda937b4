"""Views: `GET /v1/{scope}/{kind}/{name}` of one stream, `GET /v1/{scope}/{view}` over many, now or as of then.

The answer names its position. A reader's rights are always today's, also for what was so before.
"""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any, Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.identity import Identity
from api.moments import position_of
from api.openapi import Operations, query
from api.problems import Problem, not_found
from domain.policy import Mask
from eventstore.cursor import Cursor
from eventstore.log import Log
from projections.reading import PAGE_MAX, Reading
from projections.trail import Entry, entry
from projections.views import OF_SCOPE, OF_STREAM

WAIT_S = 5
TRAIL_PAGE_MAX = 500
TRAIL_SCAN_MAX = 5_000
"""Events looked at for one page of the trail."""
AT = query("at", "A position, a moment (RFC 3339) or a day: the view as it was then.")
MIN_POSITION = query("min_position", "Wait until this position is in the view: one's own write.", "integer")
AFTER = query("after", "The key to go on after: `next` of the page before.")
LIMIT = query("limit", f"Rows at most, up to {PAGE_MAX}.", "integer")


class View(Struct, frozen=True, kw_only=True):
    """Rows of a topic."""

    topic: str
    position: int
    cursor: str
    rows: dict[str, Any]
    next: str | None = None


class Trail(Struct, frozen=True, kw_only=True):
    """A page of the audit trail; `next` is the position to go on after."""

    scope: str
    position: int
    entries: list[Entry]
    next: int | None


class Shelf(Protocol):
    """What a view needs of the house, looked up anew at each request: a log may be put back from a copy meanwhile."""

    @property
    def kept_log(self) -> Log: ...

    @property
    def reading(self) -> Reading: ...

    @property
    def identity(self) -> Identity: ...

    @property
    def epoch(self) -> str: ...

    def profile_of(self, mask: Mask) -> str:
        """A short name of what a reader may see, for cursors."""
        ...

    async def wait_for(self, position: int, timeout_s: float) -> bool:
        """Whether the views reached a position in time."""
        ...


def views(shelf: Shelf, operations: Operations) -> APIRouter:
    """A route for every view, and the audit trail."""
    router = APIRouter()
    for kind, view in OF_STREAM.items():
        described = operations.read(kind, f"One {kind}.", View, [AT, MIN_POSITION, AFTER, LIMIT])
        path = f"/v1/{{scope}}/{kind}/{{name}}"
        router.add_api_route(path, _endpoint(shelf), response_model=None, name=view.name, openapi_extra=described)
    for name in OF_SCOPE:
        described = operations.read(name, f"{name.capitalize()} of a scope.", View, [AT, MIN_POSITION, AFTER, LIMIT])
        path = f"/v1/{{scope}}/{name}"
        router.add_api_route(path, _endpoint(shelf), response_model=None, name=name, openapi_extra=described)
    described = operations.read("audit-trail", "Every event of a scope as a sentence.", Trail, [AFTER, LIMIT])
    router.add_api_route("/v1/{scope}/audit-trail", _trail(shelf), response_model=None, openapi_extra=described)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    async def read(request: Request) -> Response:
        caller = shelf.identity.of(request)
        topic = request.url.path.removeprefix("/v1/")
        await _wait(shelf, request)
        mask = shelf.reading.mask(topic, caller.person)
        if mask is None:
            raise not_found()
        position = position_of(request.query_params.get("at"), shelf.kept_log, shelf.reading.head)
        after, limit = request.query_params.get("after", ""), _limit(request, PAGE_MAX)
        page = shelf.reading.page(topic, mask, position, after, limit)
        if not page.rows and page.after is None and position < shelf.reading.head and not after:
            raise not_found()
        view = View(
            topic=topic,
            position=position,
            cursor=Cursor(shelf.epoch, shelf.profile_of(mask), position).text(),
            rows=page.rows,
            next=page.after,
        )
        return answer(request, msgspec.json.encode(view))

    return read


def _trail(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    async def read(request: Request) -> Response:
        caller = shelf.identity.of(request)
        scope = request.path_params["scope"]
        mask = shelf.reading.mask(f"{scope}/decisions", caller.person)
        if mask is None:
            raise not_found()
        after, limit = _whole(request, "after", 0), _limit(request, TRAIL_PAGE_MAX)
        sight, head = shelf.reading.eyes(mask, shelf.reading.head), shelf.reading.head
        entries: list[Entry] = []
        position = after
        for recorded in shelf.kept_log.page(after, TRAIL_SCAN_MAX):
            if recorded.position > head or len(entries) == limit:
                break
            position = recorded.position
            if recorded.stream.startswith(f"{scope}/"):
                told = entry(recorded, sight)
                entries += [told] if told else []
        trail = Trail(scope=scope, position=head, entries=entries, next=position if position < head else None)
        return answer(request, msgspec.json.encode(trail))

    return read


def answer(request: Request, body: bytes, media_type: str = "application/json") -> Response:
    """200, or 304 when the reader has it already."""
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if request.headers.get("If-None-Match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


async def _wait(shelf: Shelf, request: Request) -> None:
    wanted = _whole(request, "min_position", 0)
    if wanted and not await shelf.wait_for(wanted, WAIT_S):
        raise Problem(
            503,
            "position.not-yet",
            f"Hændelse {wanted} er ikke kommet hertil endnu. Prøv igen.",
            f"Event {wanted} has not come here yet. Try again.",
            headers={"Retry-After": "1"},
        )


def _limit(request: Request, most: int) -> int:
    return max(1, min(_whole(request, "limit", most), most))


def _whole(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise Problem(400, f"{name}.malformed", f"{name} er et helt tal.", f"{name} is a whole number.")
    return int(text)
