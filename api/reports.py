"""The status report of a plan: `GET /v1/{scope}/plan/{name}/report`, now or as of then; as data, or as a sheet."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.moments import position_of
from api.openapi import ETAG, Operations, described, path_parameters, query
from api.problems import not_found
from api.queries import Query
from api.views import AT, MIN_POSITION, Shelf, answer, wait_for
from domain.admission import Admission, admits
from domain.policy import Mask
from projections.reading import Reading
from projections.report import PlanReport, plan_report
from projections.report_sheet import sheet
from projections.rows import PAGE_MAX
from projections.sight import Opened
from projections.view import Named

PATH = "/v1/{scope}/plan/{name}/report"
CSV = "text/csv"
LANGUAGES = ("da", "en")
LANG = query("lang", "Of the sheet's headings and words: `da` or `en`.")


def reports(shelf: Shelf, operations: Operations) -> APIRouter:
    """A route for the report of a plan."""
    router = APIRouter()
    told = described("As of the position it names.", operations.schema(PlanReport), headers=ETAG)
    told["content"][CSV] = {"schema": {"type": "string"}}
    operations.add(
        "get",
        PATH,
        tag="plan",
        operation_id="plan.report",
        summary="How each initiative of a plan goes, and with whom it lies.",
        description="With `Accept: text/csv` as a sheet: one line for each initiative, semicolons, UTF-8.",
        parameters=[*path_parameters("scope", "name"), AT, MIN_POSITION, LANG],
        answers={200: told, 304: described("You have it already: `If-None-Match` named it.", headers=ETAG)},
        problems=(400, 401, 404, 503),
    )
    router.add_api_route(PATH, _endpoint(shelf), name="plan-report", response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "at", "min_position", "lang")
        scope, name = request.path_params["scope"], request.path_params["name"]
        await wait_for(shelf, asked.whole("min_position", 0), began_at)
        plan, board = f"{scope}/plan/{name}", f"{scope}/initiatives"
        mask, board_mask = (shelf.reading.mask(topic, caller.person) for topic in (plan, board))
        if mask is None or board_mask is None:
            raise not_found()
        position = position_of(asked.text("at"), shelf.kept_log, shelf.reading.head)
        if asked.text("at") is not None:
            mask, position = shelf.reading.shown_at(plan, caller.person, mask, position)
            board_mask, position = shelf.reading.shown_at(board, caller.person, board_mask, position)
        position = min(position, shelf.reading.latest(mask), shelf.reading.latest(board_mask))
        opened = Opened()
        report = plan_report(
            scope,
            Named(plan, shelf.reading.name(plan, mask, position)),
            position,
            _all(shelf.reading, plan, mask, position, opened),
            _all(shelf.reading, board, board_mask, position, opened),
        )
        if report is None:
            raise not_found()
        shelf.note_reads(caller.person, plan, opened, "report")
        return _told(request, report, asked.choice("lang", LANGUAGES))

    return read


def _all(reading: Reading, topic: str, mask: Mask, position: int, opened: Opened) -> dict[str, Any]:
    """Every row of a topic as of a position, page by page."""
    rows: dict[str, Any] = {}
    after: str | None = ""
    while after is not None:
        page = reading.page(topic, mask, position, after, PAGE_MAX, opened=opened)
        rows |= page.rows
        after = page.after
    return rows


def _told(request: Request, report: PlanReport, lang: str) -> Response:
    vary = {"Vary": "Cookie, Authorization, Accept"}
    if CSV in request.headers.get("Accept", ""):
        name = f'attachment; filename="{report.plan.id.rpartition("/")[2]}-{report.position}.csv"'
        return answer(request, sheet(report, lang), f"{CSV}; charset=utf-8", vary | {"Content-Disposition": name})
    return answer(request, msgspec.json.encode(report), more=vary)
