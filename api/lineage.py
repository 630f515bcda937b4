"""Whole ways: `GET …/lineage/way?of=`, of a decision or any other thing, and `GET …/fund/{name}/krone?posting=`, of money."""

import time
from collections.abc import Awaitable, Callable, Iterable

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.moments import position_of
from api.openapi import ETAG, Operations, described, path_parameters, query
from api.problems import Problem, not_found
from api.queries import Query
from api.turns import at_length
from api.views import AT, MIN_POSITION, Shelf, answer, mask_of
from domain.admission import Admission, admits
from domain.names import scope_of
from projections.krone import POSTINGS_MAX, Krone, krone
from projections.sight import Opened
from projections.whole_way import THINGS_MAX, WayDirection, WholeWay, topic_in, whole_way

WAY, KRONE = "/v1/{scope}/lineage/way", "/v1/{scope}/fund/{name}/krone"
THING_CHARS_MAX = 300
"""The name of a thing within its scope."""
OF = query(
    "of",
    "A thing of the scope: `{kind}/{name}`, `meeting/{name}/item/{item}`, `meeting/{name}/decision/{number}` or "
    "`{kind}/{name}/part/{part}`, as the keys of the view `lineage` begin.",
) | {"required": True}
DIRECTION = query("direction", "`back`: what led to it; `forth`: what followed from it.") | {"required": True}
POSTING = query("posting", "The posting's version: the number in its key `posting/{version}`.", "integer") | {
    "required": True
}
ASKED = ("direction", "at", "min_position")

Endpoint = Callable[[Request], Awaitable[Response]]


def lineage(shelf: Shelf, operations: Operations) -> APIRouter:
    """Both routes."""
    told = {304: described("You have it already: `If-None-Match` named it.", headers=ETAG)}
    operations.add(
        "get",
        WAY,
        tag="lineage",
        operation_id="lineage.way",
        summary="All that led to a thing, or followed from it, across scopes.",
        description=f"Step by step, the nearest first, up to {THINGS_MAX} things; `whole` is false where it goes on.",
        parameters=[*path_parameters("scope"), OF, DIRECTION, AT, MIN_POSITION],
        answers={200: described("As of the position it names.", operations.schema(WholeWay), headers=ETAG), **told},
        problems=(400, 401, 404, 503),
    )
    operations.add(
        "get",
        KRONE,
        tag="fund",
        operation_id="fund.krone",
        summary="From a payment back to the money it came of, or from money forth to all that it became.",
        description=(
            f"From posting to posting, also into the fund that took over; up to {POSTINGS_MAX} of them, and `whole` is false where "
            "it goes on. A step says how much at most went that way."
        ),
        parameters=[*path_parameters("scope", "name"), POSTING, DIRECTION, AT, MIN_POSITION],
        answers={200: described("As of the position it names.", operations.schema(Krone), headers=ETAG), **told},
        problems=(400, 401, 404, 503),
    )
    router = APIRouter()
    router.add_api_route(WAY, _way(shelf), response_model=None, include_in_schema=False)
    router.add_api_route(KRONE, _krone(shelf), response_model=None, include_in_schema=False)
    return router


def _way(shelf: Shelf) -> Endpoint:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "of", *ASKED)
        scope = request.path_params["scope"]
        topic = topic_in(scope)
        at = await _position(shelf, asked, topic, caller.person, began_at)
        opened = Opened()
        thing, direction = f"{scope}/{_thing(asked)}", _direction(asked)
        told = await at_length(shelf, whole_way(shelf.reading, caller.person, thing, direction, at, opened))
        _note(shelf, caller.person, topic, (topic_in(scope_of(each.place.stream.id)) for each in told.things), opened)
        return answer(request, msgspec.json.encode(told))

    return read


def _krone(shelf: Shelf) -> Endpoint:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "posting", *ASKED)
        fund = request.url.path.removeprefix("/v1/").rpartition("/")[0]
        at = await _position(shelf, asked, fund, caller.person, began_at)
        opened, version = Opened(), asked.whole("posting", 0)
        direction = _direction(asked)
        told = await at_length(shelf, krone(shelf.reading, caller.person, fund, version, direction, at, opened))
        if told is None:
            raise not_found()
        _note(shelf, caller.person, fund, (each.fund for each in told.postings), opened)
        return answer(request, msgspec.json.encode(told))

    return read


def _note(shelf: Shelf, person: str, asked: str, came_by: Iterable[str], opened: Opened) -> None:
    """A way leads out of what was asked for: of an auditor every topic that it came by is noted."""
    shelf.note_reads(person, asked, opened, "view")
    for topic in sorted(set(came_by) - {asked}):
        shelf.note_reads(person, topic, Opened(), "view")


async def _position(shelf: Shelf, asked: Query, topic: str, person: str, began_at: float) -> int:
    """As of which position this person looks at a topic. Raises Problem 404 where they may not at all."""
    mask = await mask_of(shelf, topic, person, asked, began_at)
    at = position_of(asked.text("at"), shelf.kept_log, shelf.reading.head)
    return shelf.reading.shown_at(topic, person, mask, at)[1]


def _thing(asked: Query) -> str:
    of = asked.text("of")
    if of and len(of) <= THING_CHARS_MAX:
        return of
    raise Problem(
        400,
        "of.missing",
        "Skriv, hvad det gælder, som of, for eksempel meeting/2024-04-09/decision/3.1.",
        "Say what it is about as of, meeting/2024-04-09/decision/3.1 for instance.",
        extra={"parameter": "of"},
    )


def _direction(asked: Query) -> WayDirection:
    direction = asked.text("direction")
    if direction in list(WayDirection):
        return WayDirection(direction)
    raise Problem(
        400,
        "direction.unknown",
        "Skriv direction som back (vejen hertil) eller forth (hvad der fulgte).",
        "Give direction as back (what led to it) or forth (what followed).",
        extra={"parameter": "direction"},
    )
