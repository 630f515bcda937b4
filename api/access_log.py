"""The access log: `GET /v1/access-log`, for the data protection officer; and for anybody, what was read about themselves."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.identity import Identity
from api.openapi import Operations, described, query
from api.problems import Problem
from api.queries import Query
from domain.admission import Admission, admits
from domain.dates import LAST_DAY, MICROSECOND, Day, Moment, day_after, is_day, start_of
from domain.names import kind_of
from domain.policy import Denied
from eventstore.reads import Asked, Read, Reads
from projections.sight import Opened
from projections.view import Named

PATH = "/v1/access-log"
TOPIC = PATH.removeprefix("/v1/")
PAGE_MAX = 200
"""Reads in one answer."""
ADDRESS_CHARS_MAX = 300


class ReadRow(Struct, frozen=True, kw_only=True):
    """Somebody was shown something. Of a reader, whoever is concerned is told the function and the party, and never the name."""

    at: Moment
    via: str
    """`view`, `trail`, `feed`, `paper`, `report`, `socket` or `access-log`."""
    about: Named
    """The person, or the meeting of the item, or the topic."""
    item: str | None = None
    topic: str | None = None
    """What was asked for; told to the officer alone."""
    reader: Named | None = None
    function: str | None = None
    party: str | None = None
    body: Named | None = None
    """On whose seat it was read."""
    office: str | None = None


class AccessLog(Struct, frozen=True, kw_only=True):
    """A page of reads, the latest first; `next` is what to go on after."""

    reads: list[ReadRow]
    next: int | None


class ReadersTold(Protocol):
    """How reads are told."""

    def open_to(self, person: str) -> frozenset[str] | None:
        """The clusters whose reads a person looks after as data protection officer, empty for all; None: of none."""
        ...

    def row(self, read: Read, *, whole: bool) -> ReadRow:
        """A read in words; not `whole`: as whoever is concerned may know it."""
        ...


class Shelf(Protocol):
    """What this route needs of the house."""

    @property
    def identity(self) -> Identity: ...

    @property
    def reads(self) -> Reads: ...

    @property
    def readers_told(self) -> ReadersTold: ...

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None: ...


def access_log(shelf: Shelf, operations: Operations) -> APIRouter:
    """The route of the access log."""
    router = APIRouter()
    operations.tag("access-log", "adgangslog")
    operations.add(
        "get",
        PATH,
        tag="access-log",
        operation_id="access-log.read",
        summary="Who was shown what is closed or personal, the latest first.",
        description=(
            "For data protection officers, of their clusters. Anybody else may ask about themselves, and is told by which function "
            "and party they were read about, without names. Kept for six months."
        ),
        parameters=[
            query("about", "A person, an item (`{meeting}/item/{name}`) or a topic. Without the office: oneself."),
            query("reader", "Who read; for the officer alone."),
            query("from", "A day: not before it."),
            query("to", "A day: not after it."),
            query("after", "`next` of the page before.", "integer"),
            query("limit", f"Reads at most, up to {PAGE_MAX}.", "integer"),
        ],
        answers={200: described("A page.", operations.schema(AccessLog))},
        problems=(400, 401, 403, 503),
    )
    read = admits(Admission.SIGNED_IN)(_endpoint(shelf))
    router.add_api_route(PATH, read, response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    async def read(request: Request) -> Response:
        caller = shelf.identity.of(request)
        query = Query(request, "about", "reader", "from", "to", "after", "limit")
        about, reader = _address(query, "about"), _address(query, "reader")
        scopes = shelf.readers_told.open_to(caller.person)
        if scopes is None:
            # A client is nobody whom anything was read about.
            if kind_of(caller.person) == "client" or reader is not None or about not in (None, caller.person):
                raise Denied
            about = caller.person
        limit = query.limit(PAGE_MAX)
        asked = Asked(
            about=about,
            reader=reader,
            from_at=_day(query, "from", start_of),
            to_at=None if query.text("to") == LAST_DAY else _day(query, "to", lambda day: start_of(day_after(day))),
            scopes=scopes or frozenset(),
            after=query.whole("after", 0) or None,
            limit=limit + 1,
        )
        found = await asyncio.to_thread(_find, shelf.reads, asked)
        if scopes is not None:
            _note_search(shelf, caller.person, about, reader)
        page = AccessLog(
            reads=[shelf.readers_told.row(each, whole=scopes is not None) for _, each in found[:limit]],
            next=found[limit - 1][0] if len(found) > limit else None,
        )
        return Response(
            msgspec.json.encode(page), media_type="application/json", headers={"Cache-Control": "private, no-store"}
        )

    return read


def _find(reads: Reads, asked: Asked) -> list[tuple[int, Read]]:
    """What was noted a moment ago is found too."""
    reads.flush()
    return reads.find(asked)


def _note_search(shelf: Shelf, officer: str, *about: str | None) -> None:
    """Whom an officer searches for is a read about them as well."""
    opened = Opened()
    opened.about.update(each for each in about if each is not None)
    shelf.note_reads(officer, TOPIC, opened, TOPIC)


def _address(query: Query, name: str) -> str | None:
    address = query.text(name)
    if address is None or (0 < len(address) <= ADDRESS_CHARS_MAX and "\x00" not in address):
        return address
    raise Problem(
        400,
        f"{name}.malformed",
        f"{name} er en adresse i protokollen, for eksempel dk/person/0b6c3c1e.",
        f"{name} is an address of the record, dk/person/0b6c3c1e for instance.",
        extra={"parameter": name},
    )


def _day(query: Query, name: str, moment: Callable[[Day], int]) -> int | None:
    """Seconds since 1970 UTC. Raises Problem 400."""
    day = query.text(name)
    if day is None:
        return None
    if not is_day(day):
        raise Problem(
            400,
            f"{name}.malformed",
            f"{name} er en dag, for eksempel 2026-08-15.",
            f"{name} is a day, 2026-08-15 for instance.",
            extra={"parameter": name},
        )
    return moment(day) // MICROSECOND
