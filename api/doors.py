"""Doors: one generated operation per command, `POST /v1/{scope}/{kind}/{name}/{verb}` (architecture §6).

Identity and form are judged here; receipt, policy, existence, `If-Match` and the rules in the writer.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.body import decode_body, read_body
from api.identity import Identity
from api.moments import microseconds
from api.openapi import KEY, Operations
from api.problems import Problem, refused
from api.refusals import Names
from domain.admission import Admission, admits
from domain.kernel import Command, Kind, Who
from domain.names import NAME, SCOPE
from domain.refusal import Refused
from domain.streams import STREAMS
from eventstore.given import Answer, Given, digest_of

KEY_FORM = re.compile(KEY)
"""An idempotency key: visible ASCII; a UUID does."""
VERSION = re.compile(r'^"(\d{1,18})"$')
STORY_HEADER = "Klynge-Story-Time"
STORY_YEAR_MIN, STORY_YEAR_MAX = 1970, 2200
"""The record's time never falls, so a story that is once at the end of all years could not go on."""
NO_DOOR = frozenset({Who.REACTION, Who.TIMEKEEPER, Who.HOUSE, Who.INIT})
RESERVED = frozenset({"changes", "checkpoint", "live", "notices", "proof", "session", "sign-in", "tickets", "webhooks"})


class Recorded(Struct, frozen=True, kw_only=True):
    """The answer: it is on disk. Send `min_position` with the next read to see your own write."""

    position: int
    stream: str
    version: int


class Desk(Protocol):
    """What a door needs of the house, looked up anew at each request."""

    @property
    def identity(self) -> Identity: ...

    @property
    def receipts_key(self) -> bytes: ...

    @property
    def keeps_story_time(self) -> bool: ...

    async def give(self, given: Given) -> Answer: ...

    def names_for(self, person: str, stream: str) -> Names:
        """What ids are called in the reasons of refusals, for a person who gave a command to a stream."""
        ...


def has_door(command: type[Command]) -> bool:
    """Whether anybody may give the command from outside."""
    return not NO_DOOR.issuperset(command.who)


def doors(desk: Desk, operations: Operations) -> APIRouter:
    """A route for every command that has a door."""
    router = APIRouter()
    for kind in STREAMS:
        for command in kind.commands:
            if has_door(command):
                path = f"/v1/{{scope}}/{kind.name}/{{name}}/{command.verb}"
                operations.command(path, kind, command, Recorded)
                router.add_api_route(
                    path,
                    _endpoint(desk, kind, command),
                    methods=["POST"],
                    response_model=None,
                    name=f"{kind.name}.{command.verb}",
                    include_in_schema=False,
                )
    return router


def _endpoint(desk: Desk, kind: Kind, command: type[Command]) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.GIVER)
    async def give(request: Request) -> Response:
        caller = desk.identity.of(request)
        desk.identity.check_write(request, caller)
        stream = _stream(request, kind)
        key = _key(request)
        if_match = _if_match(request)
        story_at = _story_at(request, desk.keeps_story_time)
        body = await read_body(request)
        given = Given(
            person=caller.person,
            assurance=caller.assurance,
            stream=stream,
            command=decode_body(body, command),
            key=key,
            digest=digest_of(desk.receipts_key, request.url.path, body),
            if_match=if_match,
            story_at=story_at,
        )
        try:
            answer = await desk.give(given)
        except Refused as refusal:
            raise refused(refusal, desk.names_for(caller.person, stream)) from refusal
        recorded = Recorded(position=answer.position, stream=answer.stream, version=answer.version)
        return Response(
            msgspec.json.encode(recorded),
            media_type="application/json",
            headers={"ETag": f'"{answer.version}"', "Cache-Control": "no-store"},
        )

    give.__doc__ = command.__doc__
    return give


def _stream(request: Request, kind: Kind) -> str:
    scope, name = request.path_params["scope"], request.path_params["name"]
    if scope in RESERVED or not re.fullmatch(SCOPE, scope) or not re.fullmatch(NAME, name):
        raise Problem(
            400,
            "address.malformed",
            "Adressen er ikke et navn i protokollen: små bogstaver, tal og bindestreg.",
            "The address is no name of the record: lower-case letters, digits and dashes.",
        )
    return f"{scope}/{kind.name}/{name}"


def _header(request: Request, name: str) -> str | None:
    """A header that says one thing. Raises Problem 400 where it stands twice: which of them was meant is not ours to choose."""
    values = request.headers.getlist(name)
    if len(values) > 1:
        raise Problem(
            400,
            "header.doubled",
            f"{name} står to gange.",
            f"{name} stands twice.",
            extra={"header": name},
        )
    return values[0] if values else None


def _key(request: Request) -> str:
    key = _header(request, "Idempotency-Key")
    if key is None or not KEY_FORM.match(key):
        raise Problem(
            400,
            "idempotency.key-missing",
            "Send en Idempotency-Key (fx et UUID), så kommandoen kan gentages uden at ske to gange.",
            "Send an Idempotency-Key (a UUID, say), so that the command can be repeated without happening twice.",
        )
    return key


def _if_match(request: Request) -> int | None:
    header = _header(request, "If-Match")
    if header is None:
        return None
    match = VERSION.match(header)
    if match is None:
        raise Problem(
            400,
            "if-match.malformed",
            'If-Match er strømmens version i anførselstegn, fx "12".',
            'If-Match is the version of the stream in quotes, "12", say.',
        )
    return int(match.group(1))


def _story_at(request: Request, keeps_story_time: bool) -> int | None:
    header = _header(request, STORY_HEADER)
    if header is None:
        return None
    if not keeps_story_time:
        raise Problem(
            400,
            "story.real-clock",
            "Denne protokol følger uret; fortællingens tid kan ikke sendes med.",
            "This record keeps real time; a story's time cannot be sent.",
        )
    try:
        at = datetime.fromisoformat(header)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Problem(
            400,
            "story.malformed",
            "Fortællingens tid er RFC 3339 med tidszone.",
            "A story's time is RFC 3339 with its offset.",
        )
    if not STORY_YEAR_MIN <= at.year <= STORY_YEAR_MAX:
        raise Problem(
            400,
            "story.out-of-range",
            f"En fortælling foregår mellem år {STORY_YEAR_MIN} og {STORY_YEAR_MAX}.",
            f"A story takes place between the years {STORY_YEAR_MIN} and {STORY_YEAR_MAX}.",
        )
    return microseconds(at)
