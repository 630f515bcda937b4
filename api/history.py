"""History of one row, `GET …/history?key=`, and what differs between two moments, `GET …/compare?from=&to=`, beneath every view."""

import time
from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeVar

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
from projections.history import (
    COMPARE_PAGE_MAX,
    HISTORY_PAGE_MAX,
    Comparison,
    Past,
    RowDifference,
    RowHistory,
    RowVersion,
    Withdrawn,
)
from projections.sight import Opened
from projections.view import View
from projections.views import OF_SCOPE, OF_STREAM

KEY_CHARS_MAX = 600
"""The key of a row."""
KEY = query("key", "The row's key, as the view names it.") | {"required": True}
AFTER_POSITION = query("after", "The position to go on after: `next` of the page before.", "integer")
VERSIONS = query("limit", f"Versions at most, up to {HISTORY_PAGE_MAX}.", "integer")
FROM = query("from", "The first moment: a position, a moment or a day, as `at` of the view.") | {"required": True}
TO = query("to", "The second, in the same way; without it, now.")
AFTER_KEY = query("after", "The key to go on after: `next` of the page before.")
ROWS = query("limit", f"Rows at most, up to {COMPARE_PAGE_MAX}.", "integer")

Endpoint = Callable[[Request], Awaitable[Response]]
T = TypeVar("T")


def history(shelf: Shelf, operations: Operations) -> APIRouter:
    """Both routes of every view."""
    router = APIRouter()
    for name, view in (*OF_STREAM.items(), *OF_SCOPE.items()):
        of_stream = name in OF_STREAM
        path = f"/v1/{{scope}}/{name}/{{name}}" if of_stream else f"/v1/{{scope}}/{name}"
        _describe(operations, path, name, view, ("scope", *(("name",) if of_stream else ())))
        for last, endpoint in (("history", _history(shelf)), ("compare", _compare(shelf))):
            router.add_api_route(f"{path}/{last}", endpoint, response_model=None, include_in_schema=False)
    return router


def _describe(operations: Operations, path: str, name: str, view: View, places: tuple[str, ...]) -> None:
    told = {304: described("You have it already: `If-None-Match` named it.", headers=ETAG)}
    of, shown = name.title().replace("-", ""), view.shown
    operations.schema(RowVersion[shown], f"{of}RowVersion")  # type: ignore[valid-type]
    operations.schema(RowDifference[shown], f"{of}RowDifference")  # type: ignore[valid-type]
    versions = operations.schema(RowHistory[shown], f"{of}History")  # type: ignore[valid-type]
    differences = operations.schema(Comparison[shown], f"{of}Comparison")  # type: ignore[valid-type]
    operations.add(
        "get",
        f"{path}/history",
        tag=name,
        operation_id=f"history.{name}",
        summary="How one row came to be what it is: each version, and the event behind it.",
        parameters=[*path_parameters(*places), KEY, AT, MIN_POSITION, AFTER_POSITION, VERSIONS],
        answers={200: described("Oldest first.", versions, headers=ETAG), **told},
        problems=(400, 401, 404, 503),
    )
    operations.add(
        "get",
        f"{path}/compare",
        tag=name,
        operation_id=f"compare.{name}",
        summary="Which rows differ between two moments, and what happened to them in between.",
        parameters=[*path_parameters(*places), FROM, TO, MIN_POSITION, AFTER_KEY, ROWS],
        answers={200: described("By key.", differences, headers=ETAG), **told},
        problems=(400, 401, 404, 503),
    )


def _history(shelf: Shelf) -> Endpoint:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "key", "at", "min_position", "after", "limit")
        topic = _topic(request)
        mask = await mask_of(shelf, topic, caller.person, asked, began_at)
        upto = min(position_of(asked.text("at"), shelf.kept_log, shelf.reading.head), shelf.reading.latest(mask))
        key, after, opened = _key(asked), asked.whole("after", 0), Opened()
        past = Past(shelf.reading, topic, caller.person, mask, upto, opened)
        versions, reached = await _told(shelf, past.history(key, after, upto, asked.limit(HISTORY_PAGE_MAX)))
        if not versions and not after:
            raise not_found()  # as of a row that is hidden, so of one that never was
        shelf.note_reads(caller.person, topic, opened, "view")
        told: RowHistory[Any] = RowHistory(topic=topic, key=key, position=upto, versions=versions, next=reached)
        return answer(request, msgspec.json.encode(told))

    return read


def _compare(shelf: Shelf) -> Endpoint:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "from", "to", "min_position", "after", "limit")
        topic = _topic(request)
        mask = await mask_of(shelf, topic, caller.person, asked, began_at)
        since, upto = _span(shelf, asked)
        latest, opened = shelf.reading.latest(mask), Opened()
        since, upto = min(since, latest), min(upto, latest)
        past = Past(shelf.reading, topic, caller.person, mask, upto, opened)
        comparing = past.compare(since, upto, asked.text("after") or "", asked.limit(COMPARE_PAGE_MAX))
        rows, sentences, reached = await _told(shelf, comparing)
        shelf.note_reads(caller.person, topic, opened, "view")
        told: Comparison[Any] = Comparison(
            topic=topic, from_position=since, to_position=upto, rows=rows, sentences=sentences, next=reached
        )
        return answer(request, msgspec.json.encode(told))

    return read


async def _told(shelf: Shelf, looking: Generator[None, None, T]) -> T:
    """What comes of looking back. Raises Problem 404 where the right to it ends meanwhile."""
    try:
        return await at_length(shelf, looking)
    except Withdrawn:
        raise not_found() from None


def _topic(request: Request) -> str:
    return request.url.path.removeprefix("/v1/").rpartition("/")[0]


def _key(asked: Query) -> str:
    key = asked.text("key")
    if key and len(key) <= KEY_CHARS_MAX:
        return key
    raise Problem(
        400,
        "key.missing",
        "Skriv rækkens nøgle som key, sådan som visningen nævner den.",
        "Give the row's key as key, as the view names it.",
        extra={"parameter": "key"},
    )


def _span(shelf: Shelf, asked: Query) -> tuple[int, int]:
    """From which position to which. Raises Problem 400."""
    if asked.text("from") is None:
        raise Problem(
            400,
            "from.missing",
            "Skriv det første tidspunkt som from.",
            "Give the first moment as from.",
            extra={"parameter": "from"},
        )
    head = shelf.reading.head
    since, upto = (position_of(asked.text(name), shelf.kept_log, head, name) for name in ("from", "to"))
    if since > upto:
        raise Problem(
            400,
            "from.after-to",
            "Det første tidspunkt ligger efter det andet. Byt dem om.",
            "The first moment lies after the second. Exchange them.",
            extra={"parameter": "from"},
        )
    return since, upto
