"""Notices: `/v1/notices`, each person's own. What they were told outside Klynge, where they want to be told, and of what not."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response

from api.addresses import ADDRESS_CHARS_MAX, is_address
from api.body import decode_body, read_body
from api.identity import Caller, Identity
from api.openapi import Operations, described, query
from api.problems import Problem
from api.queries import Query
from domain.admission import Admission, admits
from domain.dates import MICROSECOND, Moment, moment_of
from domain.names import kind_of
from domain.policy import Denied
from eventstore.outbox import Kept, Outbox
from projections.notices import Subject

PATH = "/v1/notices"
PAGE_MAX = 100
PROBLEMS = (400, 401, 403, 503)


class NoticeRow(Struct, frozen=True, kw_only=True):
    """Something that waited for the person."""

    id: int
    subject: Subject
    about: str
    """The meeting, the action or the referral."""
    made_at: Moment
    state: str
    """waiting, sent, off, no-address, withheld, expired, refused"""


class Notices(Struct, frozen=True, kw_only=True):
    """Where one is told, of what not, and what one was told: the latest first."""

    mails: bool
    """Whether this house sends mails at all."""
    address: str | None
    off: tuple[Subject, ...]
    notices: tuple[NoticeRow, ...]
    next: int | None
    """To go on `before`; None: there is no more."""


class NoticeAddress(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one wants to be told."""

    address: Annotated[str, Meta(max_length=ADDRESS_CHARS_MAX)]


class NoticesOff(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one wants no mail about."""

    off: Annotated[tuple[Subject, ...], Meta(max_length=len(Subject))]


class Shelf(Protocol):
    """What these routes need of the house."""

    @property
    def identity(self) -> Identity: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def sends_mail(self) -> bool: ...

    @property
    def may_be_told(self) -> Callable[[str], bool]:
        """Not whoever is erased: nothing more is kept of them, whatever tokens they still hold."""
        ...


Doing = Callable[[Shelf, Caller, Request], Awaitable[Notices]]


def notices(shelf: Shelf, operations: Operations) -> APIRouter:
    """The routes of notices."""
    _describe(operations)
    router = APIRouter()
    for method, path, doing in (
        ("GET", PATH, _read),
        ("PUT", f"{PATH}/address", _set_address),
        ("DELETE", f"{PATH}/address", _no_address),
        ("PUT", f"{PATH}/off", _turn_off),
    ):
        router.add_api_route(
            path, _endpoint(shelf, doing), methods=[method], response_model=None, include_in_schema=False
        )
    return router


def _endpoint(shelf: Shelf, doing: Doing) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.SIGNED_IN)
    async def answer(request: Request) -> Response:
        caller = shelf.identity.of(request)
        if request.method != "GET":
            shelf.identity.check_write(request, caller)
        if kind_of(caller.person) != "person" or not shelf.may_be_told(caller.person):
            raise Denied  # no mail is sent to a system
        told = await doing(shelf, caller, request)
        return Response(
            msgspec.json.encode(told), media_type="application/json", headers={"Cache-Control": "private, no-store"}
        )

    return answer


async def _read(shelf: Shelf, caller: Caller, request: Request) -> Notices:
    asked = Query(request, "before", "limit")
    return await _told(shelf, caller, asked.whole("before", 0) or None, asked.limit(PAGE_MAX))


async def _set_address(shelf: Shelf, caller: Caller, request: Request) -> Notices:
    address = decode_body(await read_body(request), NoticeAddress).address
    if not is_address(address):
        raise Problem(
            422,
            "notices.address-malformed",
            "Det er ikke en mailadresse. Skriv den som navn@kommune.dk.",
            "That is no mail address. Write it like name@municipality.example.",
            extra={"pointer": "/address"},
        )
    await asyncio.to_thread(shelf.outbox.set_address, caller.person, address, own=True)
    return await _told(shelf, caller)


async def _no_address(shelf: Shelf, caller: Caller, _: Request) -> Notices:
    await asyncio.to_thread(shelf.outbox.set_address, caller.person, None, own=True)
    return await _told(shelf, caller)


async def _turn_off(shelf: Shelf, caller: Caller, request: Request) -> Notices:
    off = decode_body(await read_body(request), NoticesOff).off
    await asyncio.to_thread(shelf.outbox.turn_off, caller.person, off)
    return await _told(shelf, caller)


async def _told(shelf: Shelf, caller: Caller, before: int | None = None, limit: int = PAGE_MAX) -> Notices:
    wishes = await asyncio.to_thread(shelf.outbox.wishes, caller.person)
    found = await asyncio.to_thread(shelf.outbox.of, caller.person, before, limit + 1)
    return Notices(
        mails=shelf.sends_mail,
        address=wishes.address,
        off=tuple(each for each in Subject if each in wishes.off),
        notices=tuple(_row(each) for each in found[:limit]),
        next=found[limit - 1].id if len(found) > limit else None,
    )


def _row(kept: Kept) -> NoticeRow:
    return NoticeRow(
        id=kept.id,
        subject=Subject(kept.subject),
        about=kept.about,
        made_at=moment_of(kept.made_at * MICROSECOND),
        state=kept.state.value,
    )


def _describe(operations: Operations) -> None:
    operations.tag("notices", "besked")
    told: dict[int, Any] = {200: described("As it stands now.", operations.schema(Notices))}
    operations.add(
        "get",
        PATH,
        tag="notices",
        operation_id="notices.read",
        summary="What one was told outside Klynge, where, and of what not.",
        parameters=[
            query("before", "Those before this number (`next` of the page before).", "integer"),
            query("limit", f"How many, up to {PAGE_MAX}.", "integer"),
        ],
        answers=told,
        problems=PROBLEMS,
    )
    for method, path, name, summary, body in (
        ("put", "address", "set-address", "Be told at an address.", operations.schema(NoticeAddress)),
        ("delete", "address", "remove-address", "Be told nowhere.", None),
        (
            "put",
            "off",
            "turn-off",
            "Be told nothing of some subjects, and of all others.",
            operations.schema(NoticesOff),
        ),
    ):
        operations.add(
            method,
            f"{PATH}/{path}",
            tag="notices",
            operation_id=f"notices.{name}",
            summary=summary,
            body=body,
            answers=told,
            problems=PROBLEMS if body is None else (*PROBLEMS, 422),
        )
