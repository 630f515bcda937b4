"""Papers: `PUT /v1/{scope}/papers/{sha256}` puts a file here, and then a command attaches it by its hash.

A file is read at the item it belongs to, by whoever may see that item.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Protocol
from urllib.parse import quote

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from api.identity import Identity
from api.moments import position_of
from api.openapi import ETAG, Operations, described, path_parameters
from api.problems import Problem, not_found
from api.queries import Query
from api.sign_in_operations import REQUEST_HEADER
from api.views import AT, answer
from domain.admission import Admission, admits
from domain.names import NAME, SCOPE, Hash
from domain.policy import Denied
from eventstore.documents import Documents, Unreadable
from eventstore.log import Log
from projections.meeting.rows import AttachmentRow
from projections.reading import Reading
from projections.sight import Opened

ATTACHMENT_BYTES_MAX = 25 * 1024 * 1024
PUT_S_MAX = 120
"""A file that takes longer to arrive is given up."""
PUTS_AT_ONCE_MAX = 8
"""Files on their way in, since each stands in memory meanwhile."""
BYTES = "application/octet-stream"
HASH = re.compile(r"[0-9a-f]{64}")
PDF = b"%PDF-"


class Kept(Struct, frozen=True, kw_only=True):
    """The answer: the bytes are on disk."""

    sha256: str
    size_bytes: int


class Papers(Protocol):
    """What these routes need of the house, looked up anew at each request."""

    @property
    def identity(self) -> Identity: ...

    @property
    def documents(self) -> Documents: ...

    @property
    def kept_log(self) -> Log: ...

    @property
    def reading(self) -> Reading: ...

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None: ...

    def may_keep_papers(self, scope: str, person: str) -> bool: ...


def papers(shelf: Papers, operations: Operations) -> APIRouter:
    """A route to put a file, and one to get it at its item."""
    router = APIRouter()
    path = "/v1/{scope}/papers/{sha256}"
    operations.tag("papers", "bilag")
    operations.add(
        "put",
        path,
        tag="papers",
        operation_id="papers.keep",
        summary="Put the bytes of a file here, so that it can be attached by its hash.",
        description="Held on a secretariat seat of any body of the scope. The same bytes twice are kept once.",
        parameters=[*path_parameters("scope"), _named("sha256", "^[0-9a-f]{64}$", "Of the bytes."), REQUEST_HEADER],
        body={"type": "string", "contentMediaType": BYTES},
        media_type=BYTES,
        answers={200: described("On disk.", operations.schema(Kept))},
        problems=(400, 401, 403, 413, 422, 503),
    )
    router.add_api_route(path, _keeping(shelf), methods=["PUT"], response_model=None, include_in_schema=False)
    path = "/v1/{scope}/meeting/{name}/attachments/{item}/{attachment}"
    operations.add(
        "get",
        path,
        tag="papers",
        operation_id="papers.open",
        summary="The bytes of a file that is attached to an item.",
        parameters=[
            *path_parameters("scope", "name"),
            _named("item", f"^{NAME}$", "The item's name."),
            _named("attachment", f"^{NAME}$", "The attachment's name within the item."),
            AT,
        ],
        answers={
            200: described("The file.", {"type": "string", "contentMediaType": BYTES}, BYTES, ETAG),
            304: described("You have it already: `If-None-Match` named it.", headers=ETAG),
        },
        problems=(400, 401, 404, 503),
    )
    router.add_api_route(path, _opening(shelf), response_model=None, include_in_schema=False)
    return router


def _named(name: str, pattern: str, description: str) -> dict[str, object]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def _keeping(shelf: Papers) -> Callable[[Request], Awaitable[Response]]:
    under_way = 0

    @admits(Admission.GIVER)
    async def keep(request: Request) -> Response:
        nonlocal under_way
        caller = shelf.identity.of(request)
        shelf.identity.check_write(request, caller)
        scope, digest = request.path_params["scope"], request.path_params["sha256"]
        if not re.fullmatch(SCOPE, scope) or not HASH.fullmatch(digest):
            raise not_found()
        if not shelf.may_keep_papers(scope, caller.person):
            raise Denied
        if under_way >= PUTS_AT_ONCE_MAX:
            raise _busy()
        under_way += 1
        try:
            content = await _read(request)
            await asyncio.to_thread(_keep, shelf.documents, scope, digest, content)
        finally:
            under_way -= 1
        kept = Kept(sha256=digest, size_bytes=len(content))
        return Response(msgspec.json.encode(kept), media_type="application/json", headers={"Cache-Control": "no-store"})

    return keep


def _keep(documents: Documents, scope: str, digest: Hash, content: bytes) -> None:
    if sha256(content).hexdigest() != digest:
        raise Problem(
            422,
            "papers.other-bytes",
            "Filen er ikke den, adressen nævner: dens SHA-256 er en anden. Intet er gemt; send den igen.",
            "The file is not the one the address names: its SHA-256 differs. Nothing is kept; send it again.",
        )
    documents.keep(scope, content)


async def _read(request: Request) -> bytes:
    """The whole file. Raises Problem 400, 413."""
    content = bytearray()
    try:
        async with asyncio.timeout(PUT_S_MAX):
            async for chunk in request.stream():
                content += chunk
                if len(content) > ATTACHMENT_BYTES_MAX:
                    raise Problem(
                        413,
                        "papers.too-large",
                        f"Filen er over {ATTACHMENT_BYTES_MAX // 1024**2} MiB. Del den, eller gem den mindre.",
                        f"The file is over {ATTACHMENT_BYTES_MAX // 1024**2} MiB. Split it, or save it smaller.",
                    )
    except (ClientDisconnect, TimeoutError):
        raise Problem(400, "papers.cut-off", "Filen kom ikke helt frem.", "The file did not arrive whole.") from None
    if not content:
        raise Problem(400, "papers.empty", "Filen er tom.", "The file is empty.")
    return bytes(content)


def _busy() -> Problem:
    return Problem(
        503,
        "papers.busy",
        "Der lægges mange filer op lige nu. Prøv igen om lidt.",
        "Many files are on their way just now. Try again in a moment.",
        headers={"Retry-After": "2"},
    )


def _opening(shelf: Papers) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        caller, query = shelf.identity.of(request), Query(request, "at")
        at = request.path_params
        topic = f"{at['scope']}/meeting/{at['name']}"
        mask = shelf.reading.mask(topic, caller.person)
        if mask is None:
            raise not_found()
        mask, position = shelf.reading.shown_at(topic, caller.person, mask, _asked(query, shelf))
        rest, opened = f"item/{at['item']}/attachment/{at['attachment']}", Opened()
        row = shelf.reading.row(topic, mask, position, rest, opened)
        if not isinstance(row, AttachmentRow) or row.sha256 is None:
            raise not_found()
        try:
            content = await asyncio.to_thread(shelf.documents.open, at["scope"], row.sha256)
        except Unreadable:
            raise _unreadable() from None
        if content is None:
            raise not_found()
        shelf.note_reads(caller.person, topic, opened, "paper")
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(_file_name(row.name, content), safe='')}"
        }
        return answer(request, content, BYTES, headers)

    return read


def _asked(query: Query, shelf: Papers) -> int | None:
    at = query.text("at")
    return None if at is None else position_of(at, shelf.kept_log, shelf.reading.head)


def _file_name(name: str | None, content: bytes) -> str:
    """What a browser saves it as: the name it has in the agenda."""
    name = name or "bilag"
    return f"{name}.pdf" if content.startswith(PDF) and not name.lower().endswith(".pdf") else name


def _unreadable() -> Problem:
    return Problem(
        503,
        "papers.unreadable",
        "Filen er her, men kan ikke åbnes. Skriv til dem, der driver systemet; andet er ikke berørt.",
        "The file is here, but cannot be opened. Tell those who run the system; nothing else is affected.",
        headers={"Retry-After": "30"},
    )
