"""The audit trail (revisionsspor): `GET /v1/{scope}/audit-trail`, every event of a scope as a sentence, or some, from either end.

As with every view the rights are today's, and those that a reader had until then.
"""

import time
from collections.abc import Awaitable, Callable, Generator, Iterator, Sequence

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.moments import position_of
from api.openapi import ETAG, Operations, described, path_parameters, query
from api.problems import misasked, not_found
from api.queries import Query
from api.turns import at_length
from api.views import ASKED, AT, MIN_POSITION, Shelf, answer, wait_for
from domain.admission import Admission, admits
from eventstore.log import Log
from eventstore.mapper import POSITION, StoredRow, decode_row
from projections.misasked import Misasked
from projections.sight import Opened
from projections.trail import Entry, entry
from projections.trail_filter import TrailFilter, read_trail_filter

TRAIL_PAGE_MAX = 500
TRAIL_SCAN_MAX = 5_000
"""Events looked at for one page of the trail."""
SLICE_EVENTS = 250
"""Events read at once, on the way back too, where the log reads forwards only. Others are served in between."""
ORDERS = ("oldest", "newest")
FILTERS = ("body", "person", "kind")


class Trail(Struct, frozen=True, kw_only=True):
    """A page of the audit trail; `next` is the position to go on after, or before where the newest come first."""

    scope: str
    position: int
    entries: list[Entry]
    next: int | None


def audit_trail(shelf: Shelf, operations: Operations) -> APIRouter:
    """A route for the audit trail of any scope."""
    path = "/v1/{scope}/audit-trail"
    operations.add(
        "get",
        path,
        tag="audit-trail",
        operation_id="view.audit-trail",
        summary="Every event of a scope as a sentence.",
        parameters=[
            *path_parameters("scope"),
            AT,
            MIN_POSITION,
            query("after", "The position to go on after: `next` of the page before.", "integer"),
            query("limit", f"Sentences at most, up to {TRAIL_PAGE_MAX}.", "integer"),
            query("order", "`newest`: from `at` backwards. Without it, from the beginning."),
            query("body", "A body, `lillebaelt/body/strategic`: what happened in it, and what was done on its seats."),
            query("person", "A person, `dk/person/…`: what they did."),
            query("kind", "A kind of stream, `meeting` or `fund` say."),
        ],
        answers={
            200: described("As of the position it names.", operations.schema(Trail), headers=ETAG),
            304: described("You have it already: `If-None-Match` named it.", headers=ETAG),
        },
        problems=(400, 401, 404, 503),
    )
    router = APIRouter()
    router.add_api_route(path, _endpoint(shelf), name="audit-trail", response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, query = shelf.identity.of(request), Query(request, *ASKED, "order", *FILTERS)
        scope = request.path_params["scope"]
        await wait_for(shelf, query.whole("min_position", 0), began_at)
        last = position_of(query.text("at"), shelf.kept_log, shelf.reading.head)
        newest, wanted = query.choice("order", ORDERS) == "newest", _filter(query)
        opened = Opened()
        if not shelf.reading.sights(caller.person, last, opened).has_part(scope):
            raise not_found()
        looking = _Looking(shelf, caller.person, scope, wanted, last, opened)
        after = query.whole("after", last + 1 if newest else 0)
        steps = _steps(shelf.kept_log, after, last, newest)
        entries, reached = await at_length(shelf, looking.entries(steps, after, query.limit(TRAIL_PAGE_MAX)))
        shelf.note_reads(caller.person, f"{scope}/audit-trail", opened, "trail")
        more = reached > 1 if newest else reached < last
        trail = Trail(scope=scope, position=last, entries=entries, next=reached if more else None)
        return answer(request, msgspec.json.encode(trail))

    return read


class _Looking:
    """Of one reader, with what they ask for."""

    def __init__(self, shelf: Shelf, person: str, scope: str, wanted: TrailFilter, last: int, opened: Opened) -> None:
        self._shelf, self._person, self._scope = shelf, person, scope
        self._wanted, self._last, self._opened = wanted, last, opened

    def entries(
        self, steps: Iterator[Sequence[StoredRow]], reached: int, limit: int
    ) -> Generator[None, None, tuple[list[Entry], int]]:
        """Sentences, each step by the rights of its moment; and the last position that was looked at. What is of other scopes is
        passed over as it is stored: of a cluster that is long over, there is much of it.
        """
        found, within = list[Entry](), f"{self._scope}/"
        for step in steps:
            sights = self._shelf.reading.sights(self._person, self._last, self._opened)
            for row in step:
                if len(found) == limit:
                    return found, reached
                reached = row[POSITION]
                if not row[0].startswith(within):
                    continue
                recorded = decode_row(*row)
                if (sight := sights.on(recorded)) is not None and self._wanted.wants(recorded, sight.see):
                    told = entry(recorded, sight)
                    sight.told()
                    found += [told] if told else []
            yield
        return found, reached


def _steps(log: Log, reached: int, last: int, newest: bool) -> Iterator[Sequence[StoredRow]]:
    """What stands after a position and up to the last, or before it, the newest first: no more than one page looks at."""
    above = min(reached, last + 1) - 1
    for _ in range(TRAIL_SCAN_MAX // SLICE_EVENTS):
        if newest:
            below = max(0, above - SLICE_EVENTS)
            step = log.recorder.rows(below, above - below)[::-1] if above > below else ()
            above = below
        else:
            step = [each for each in log.recorder.rows(reached, SLICE_EVENTS) if each[POSITION] <= last]
            reached = step[-1][POSITION] if step else reached
        if not step:
            return
        yield step


def _filter(query: Query) -> TrailFilter:
    try:
        return read_trail_filter(**{name: query.text(name) for name in FILTERS})
    except Misasked as refused:
        raise misasked(refused) from refused
