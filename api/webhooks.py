"""Webhooks: `/v1/webhooks/{name}`, for clients and administrators. Which address is told of which events, and how that went.

Whoever registers one is its owner: it is told what they may see. Administrators of all clusters look at those of others too, pause
them and take them away; they are told no secret, and send nothing in another's name.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.body import decode_body, read_body
from api.identity import Caller, Identity, seconds_now
from api.openapi import Operations
from api.problems import Problem, not_found
from api.queries import Query
from api.webhook_operations import PATH, describe
from api.webhook_refusals import position_of, require_known, require_welcome
from api.webhook_rows import Refusal, Replay, WebhookRow, WebhookWish, deliveries, delivery_row, webhook_row
from domain.admission import Admission, admits
from domain.assurance import Assurance, TooLow
from domain.names import END, NAME, kind_of
from domain.policy import Denied
from eventstore.deliveries import Delivery
from eventstore.webhooks import Webhook, Webhooks, Wish
from projections.reading import Reading

DELIVERIES_PAGE_MAX = 200
REPLAY_MAX = 100_000
"""Positions that are told once more at a time."""
OWNER, OWNER_CHARS_MAX = "owner", 200

Answer = tuple[int, Struct | list[WebhookRow] | None]


class Hooks(Protocol):
    """What is done beyond this room."""

    @property
    def kept(self) -> Webhooks: ...

    def may_own(self, person: str) -> bool: ...

    def looks_after_all(self, person: str) -> bool: ...

    async def greet(self, url: str) -> Refusal | None:
        """Ask an address whether it wants to be told; why it is not to be, or does not."""
        ...

    async def test(self, webhook: Webhook) -> Delivery:
        """Send it an event of no meaning, once."""
        ...

    def look_again(self) -> None:
        """Something was changed."""
        ...


class Shelf(Protocol):
    """What these routes need of the house."""

    @property
    def identity(self) -> Identity: ...

    @property
    def webhooks(self) -> Hooks: ...

    @property
    def reading(self) -> Reading: ...

    @property
    def epoch(self) -> str: ...


class Asking(Struct, frozen=True):
    """Who asks, about which webhook of whom."""

    shelf: Shelf
    caller: Caller
    owner: str
    name: str
    query: Query

    @property
    def kept(self) -> Webhooks:
        return self.shelf.webhooks.kept

    async def found(self) -> Webhook:
        """Raises Problem 404."""
        found = await asyncio.to_thread(self.kept.find, self.owner, self.name)
        if found is None:
            raise not_found()
        return found

    def row(self, webhook: Webhook, secret: str | None = None) -> WebhookRow:
        return webhook_row(webhook, self.shelf.epoch, self.shelf.reading.head, secret)

    def position(self, cursor: str, pointer: str) -> int:
        """Raises Problem 409, 422."""
        return position_of(cursor, pointer, self.shelf.epoch, self.shelf.reading.head)


Doing = Callable[[Asking, Request], Awaitable[Answer]]


def webhooks(shelf: Shelf, operations: Operations) -> APIRouter:
    """The routes of webhooks."""
    router = APIRouter()
    describe(operations, DELIVERIES_PAGE_MAX)
    one = f"{PATH}/{{name}}"
    for method, path, doing, known in (
        ("GET", PATH, _list, (OWNER,)),
        ("PUT", one, _put, ()),
        ("GET", one, _read, (OWNER,)),
        ("DELETE", one, _delete, (OWNER,)),
        ("POST", f"{one}/pause", _pause, (OWNER,)),
        ("POST", f"{one}/resume", _resume, (OWNER,)),
        ("POST", f"{one}/rotate-secret", _rotate, ()),
        ("POST", f"{one}/test", _test, ()),
        ("POST", f"{one}/replay", _replay, ()),
        ("GET", f"{one}/deliveries", _deliveries, (OWNER, "after", "limit")),
    ):
        endpoint = _endpoint(shelf, doing, known)
        router.add_api_route(path, endpoint, methods=[method], response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf, doing: Doing, known: tuple[str, ...]) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.GIVER)
    async def answer(request: Request) -> Response:
        asking = _asking(shelf, request, known)
        status, told = await doing(asking, request)
        if request.method != "GET":
            shelf.webhooks.look_again()
        headers = {"Cache-Control": "private, no-store"}
        if told is None:
            return Response(status_code=status, headers=headers)
        return Response(msgspec.json.encode(told), status, headers, "application/json")

    return answer


def _asking(shelf: Shelf, request: Request, known: tuple[str, ...]) -> Asking:
    """Raises `Denied` where somebody has no business here, and `TooLow` where a person would write by an unsure sign-in."""
    caller = shelf.identity.of(request)
    writes = request.method != "GET"
    if writes:
        shelf.identity.check_write(request, caller)
    if not shelf.webhooks.may_own(caller.person):
        raise Denied
    if writes and kind_of(caller.person) != "client" and not caller.assurance.reaches(Assurance.SUBSTANTIAL):
        raise TooLow(Assurance.SUBSTANTIAL)
    query = Query(request, *known)
    owner = query.text(OWNER) or caller.person
    if owner != caller.person and (len(owner) > OWNER_CHARS_MAX or not shelf.webhooks.looks_after_all(caller.person)):
        raise not_found()
    return Asking(shelf, caller, owner, request.path_params.get("name", ""), query)


# --- what may be asked ---


async def _list(asking: Asking, _: Request) -> Answer:
    """Of an administrator of all clusters, those of everybody."""
    everybodys = asking.query.text(OWNER) is None and asking.shelf.webhooks.looks_after_all(asking.caller.person)
    find = asking.kept.every if everybodys else lambda: asking.kept.of(asking.owner)
    return 200, [asking.row(each) for each in await asyncio.to_thread(find)]


async def _read(asking: Asking, _: Request) -> Answer:
    return 200, asking.row(await asking.found())


async def _put(asking: Asking, request: Request) -> Answer:
    """A new one, or another wish for one there is: then it goes on where it was, under the same secret."""
    if not re.match(f"{NAME}{END}", asking.name):
        raise Problem(
            400,
            "name.malformed",
            "Navnet er små bogstaver, tal og bindestreger.",
            "The name is of small letters, digits and hyphens.",
        )
    asked = decode_body(await read_body(request), WebhookWish)
    require_known(asked)
    position = asking.position(asked.after, "/after")
    wish = Wish(url=asked.url, topics=asked.topics, types=asked.types)
    found = await asyncio.to_thread(asking.kept.find, asking.owner, asking.name)
    if found is None or found.wish.url != wish.url:
        require_welcome(await asking.shelf.webhooks.greet(wish.url))
    if found is not None:
        await asyncio.to_thread(asking.kept.change, asking.owner, asking.name, wish)
        return 200, asking.row(await asking.found())
    secret = await asyncio.to_thread(
        asking.kept.add, asking.owner, asking.name, wish, asking.shelf.epoch, position, seconds_now()
    )
    if secret is None:
        raise Problem(
            409,
            "webhook.too-many",
            "Der er ikke plads til flere webhooks. Slet en, der ikke bruges.",
            "There is no room for more webhooks. Delete one that is not used.",
        )
    return 201, asking.row(await asking.found(), secret)


async def _delete(asking: Asking, _: Request) -> Answer:
    await _done(asking, asking.kept.delete)
    return 204, None


async def _pause(asking: Asking, _: Request) -> Answer:
    await _done(asking, asking.kept.pause)
    return 200, asking.row(await asking.found())


async def _resume(asking: Asking, _: Request) -> Answer:
    await _done(asking, asking.kept.resume)
    return 200, asking.row(await asking.found())


async def _rotate(asking: Asking, _: Request) -> Answer:
    secret = await asyncio.to_thread(asking.kept.rotate, asking.owner, asking.name, seconds_now())
    return 200, asking.row(await asking.found(), secret)


async def _test(asking: Asking, _: Request) -> Answer:
    return 200, delivery_row(None, await asking.shelf.webhooks.test(await asking.found()))


async def _replay(asking: Asking, request: Request) -> Answer:
    asked = decode_body(await read_body(request), Replay)
    after, to = asking.position(asked.after, "/after"), asking.position(asked.to, "/to")
    if not after < to <= after + REPLAY_MAX:
        raise Problem(
            409,
            "webhook.replay-range",
            f"`after` skal ligge før `to`, og højst {REPLAY_MAX} hændelser sendes igen ad gangen.",
            f"`after` must lie before `to`, and {REPLAY_MAX} events at most are sent again at a time.",
        )
    await asking.found()
    await asyncio.to_thread(asking.kept.replay, asking.owner, asking.name, after, to)
    return 200, asking.row(await asking.found())


async def _deliveries(asking: Asking, _: Request) -> Answer:
    await asking.found()
    limit = asking.query.limit(DELIVERIES_PAGE_MAX)
    after = asking.query.whole("after", 0) or None
    found = await asyncio.to_thread(asking.kept.deliveries.find, asking.owner, asking.name, after, limit + 1)
    return 200, deliveries(found, limit)


async def _done(asking: Asking, change: Callable[[str, str], bool]) -> None:
    """Raises Problem 404."""
    if not await asyncio.to_thread(change, asking.owner, asking.name):
        raise not_found()
