"""Views: `GET /v1/{scope}/{kind}/{name}` of one stream, `GET /v1/{scope}/{view}` over many, now or as of then.

The answer names its position. A reader's rights are today's, also for what was so before, and those they had until then.
"""

import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from hashlib import sha256
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from fastapi import APIRouter
from msgspec import UNSET, Struct, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from api.identity import Identity
from api.moments import day_asked, position_of
from api.openapi import ETAG, Operations, described, path_parameters, query
from api.problems import Problem, not_found
from api.queries import Query
from api.turns import Turns, at_length
from domain.admission import Admission, admits
from domain.policy import COMMON_SCOPE, Mask
from eventstore.cursor import Cursor
from eventstore.log import Log
from projections.reading import Reading
from projections.rows import PAGE_MAX, Page
from projections.sight import Opened
from projections.validity import DayAnswer, on_day_of
from projections.view import View as AnyView
from projections.views import OF_SCOPE, OF_STREAM

WAIT_S = 3
SLICE_ROWS = 50
"""Of a page, shown before others may be served."""
AT = query(
    "at",
    "A position, a moment (RFC 3339; without an offset in Europe/Copenhagen) or a day, which means its end: as it was then.",
)
MIN_POSITION = query("min_position", "Wait until this position is in the view: one's own write.", "integer")
AFTER = query("after", "The key to go on after: `next` of the page before.")
LIMIT = query("limit", f"Rows at most, up to {PAGE_MAX}.", "integer")
PREFIX = query("prefix", "Rows whose key begins so: `meeting/x/decision/3.1/to/` of a lineage, say.")
ON = query("on", "A day: what applied then, as far as is known at `at`. Without it, today.")
PARTY = query("party", "A party, `dk/party/randers-kommune` or `randers-kommune`: what is about it alone.")
ASKED = ("at", "min_position", "after", "limit")

R = TypeVar("R")


class View(Struct, Generic[R], frozen=True, kw_only=True):
    """Rows of a topic."""

    topic: str
    position: int
    cursor: str
    rows: dict[str, R]
    next: str | None = None
    on_day: dict[str, DayAnswer] | UnsetType = UNSET
    """Where a day is asked about (`?on=`): what each row with validity answers, by its key."""


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

    @property
    def turns(self) -> Turns:
        """Who reads at length asks for one before each slice."""
        ...

    def profile_of(self, mask: Mask) -> str:
        """A short name of what a reader may see, for cursors."""
        ...

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None:
        """Somebody was shown a topic: what was closed or personal in it goes into the access log, and of an auditor all."""
        ...

    async def wait_for(self, position: int, timeout_s: float) -> bool:
        """Whether the views reached a position in time. May give up sooner: a stop keeps nobody waiting."""
        ...


def views(shelf: Shelf, operations: Operations) -> APIRouter:
    """A route for every view."""
    router = APIRouter()
    for name, view in (*OF_STREAM.items(), *OF_SCOPE.items()):
        of_stream = name in OF_STREAM
        path = f"/v1/{{scope}}/{name}/{{name}}" if of_stream else f"/v1/{{scope}}/{name}"
        operations.row_names(name, view.shown)
        operations.add(
            "get",
            path,
            tag=name,
            operation_id=f"view.{name}",
            summary=f"One {name}, or what it was." if of_stream else f"All {name} of a scope.",
            parameters=[
                *path_parameters("scope", *(("name",) if of_stream else ())),
                AT,
                MIN_POSITION,
                AFTER,
                LIMIT,
                PREFIX,
                *((ON,) if _answers_on(view) else ()),
                *((PARTY,) if view.of_party else ()),
            ],
            answers=_answers(operations.schema(View[view.shown], f"{name.title()}View")),  # type: ignore[name-defined]
            problems=(400, 401, 404, 503),
        )
        router.add_api_route(path, _endpoint(shelf, view), name=name, response_model=None, include_in_schema=False)
    return router


def _answers(schema: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {
        200: described("As of the position it names.", schema, headers=ETAG),
        304: described("You have it already: `If-None-Match` named it.", headers=ETAG),
    }


def _endpoint(shelf: Shelf, of: AnyView) -> Callable[[Request], Awaitable[Response]]:
    more = (*(("on",) if _answers_on(of) else ()), *(("party",) if of.of_party else ()))

    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, query = shelf.identity.of(request), Query(request, *ASKED, "prefix", *more)
        topic = request.url.path.removeprefix("/v1/")
        mask = await mask_of(shelf, topic, caller.person, query, began_at)
        at = query.text("at")
        asked = None if at is None else position_of(at, shelf.kept_log, shelf.reading.head)
        mask, position = shelf.reading.shown_at(topic, caller.person, mask, asked)
        after, prefix = query.text("after") or "", _prefix(of, query)
        asked_on, opened = day_asked(query.text("on")), Opened()
        on = asked_on or shelf.reading.today
        paging = _Paging(topic, caller.person, asked, position, after, query.limit(PAGE_MAX), prefix)
        page = await at_length(shelf, paging.page(shelf.reading, mask, opened))
        if topic.count("/") > 1 and not page.rows and not after and not prefix and page.after is None:
            # A stream that stood nowhere yet, while a scope's list is empty at first.
            raise not_found()
        shelf.note_reads(caller.person, topic, opened, "view")
        view = View(
            topic=topic,
            position=position,
            cursor=Cursor(shelf.epoch, shelf.profile_of(mask), position).text(),
            rows=page.rows if of.on_day is None else {key: of.on_day(row, on) for key, row in page.rows.items()},
            next=page.after,
        )
        if of.validity is not None and asked_on is not None:

            def group(prefix: str) -> Mapping[str, Any]:
                return shelf.reading.page(topic, mask, position, "", PAGE_MAX, prefix, opened).rows

            is_part = bool(after or prefix or page.after)
            answers = on_day_of(page.rows, of.validity, asked_on, group if is_part else None)
            view = msgspec.structs.replace(view, on_day=answers)
        return answer(request, msgspec.json.encode(view))

    return read


class _Paging(Struct, frozen=True):
    """What is asked for."""

    topic: str
    person: str
    asked: int | None
    at: int
    after: str
    limit: int
    prefix: str

    def page(self, reading: Reading, mask: Mask, opened: Opened) -> Generator[None, None, Page]:
        """Each slice by the rights of its moment. Raises Problem 404 where they end meanwhile."""
        rows, after = dict[str, Any](), self.after
        while True:
            moment = reading.moment
            slice_of = min(SLICE_ROWS, self.limit - len(rows))
            page = reading.page(self.topic, mask, self.at, after, slice_of, self.prefix, opened)
            rows |= page.rows
            if page.after is None or len(rows) == self.limit:
                return Page(rows, page.after)
            after = page.after
            yield
            if moment == reading.moment:
                continue
            now = reading.mask(self.topic, self.person)
            if now is None:
                raise not_found()
            mask, _ = reading.shown_at(self.topic, self.person, now, self.asked)


def _answers_on(view: AnyView) -> bool:
    """Whether it can be asked about a day."""
    return view.on_day is not None or view.validity is not None


def _prefix(of: AnyView, query: Query) -> str:
    """With what the keys asked for begin: as said, or those of a party. Raises Problem 400 where both are."""
    prefix, party = query.text("prefix"), query.text("party")
    if of.of_party is None or party is None:
        return prefix or ""
    if prefix is not None:
        raise Problem(
            400,
            "query.party-or-prefix",
            "Skriv enten party eller prefix.",
            "Give either party or prefix.",
            extra={"parameter": "prefix"},
        )
    return of.of_party(party if "/" in party else f"{COMMON_SCOPE}/party/{party}")


def answer(
    request: Request, body: bytes, media_type: str = "application/json", more: Mapping[str, str] | None = None
) -> Response:
    """200, or 304 when the reader has it already: the body, and what `more` headers say."""
    told = dict(more or {})
    etag = f'"{sha256(msgspec.json.encode(told) + body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization", **told}
    if etag in (each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


async def mask_of(shelf: Shelf, topic: str, person: str, asked: Query, began_at: float) -> Mask:
    """What a person may see of a topic, once it has come as far as they ask for. Raises Problem 404 where that is nothing, 503."""
    await wait_for(shelf, asked.whole("min_position", 0), began_at)
    mask = shelf.reading.mask(topic, person)
    if mask is None:
        raise not_found()
    return mask


async def wait_for(shelf: Shelf, wanted: int, began_at: float) -> None:
    """As long as is left of the time that the request has, whatever held it up before."""
    left_s = max(0.0, began_at + WAIT_S - time.monotonic())
    if wanted and not await shelf.wait_for(wanted, left_s):
        raise Problem(
            503,
            "position.not-yet",
            f"Hændelse {wanted} er ikke kommet hertil endnu. Prøv igen.",
            f"Event {wanted} has not come here yet. Try again.",
            headers={"Retry-After": "1"},
        )
