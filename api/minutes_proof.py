"""The proof of minutes: `GET /v1/{scope}/minutes/{name}/proof`, for the page and for paper; as `proof.svg` the QR code alone.

It is of the event that let the minutes out: everything that the meeting recorded stands before it, under the same seal.
"""

import asyncio
import io
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec
import segno
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.moments import position_of
from api.openapi import ETAG, Operations, described, path_parameters
from api.problems import Problem
from api.queries import Query
from api.sealed import ProofShelf, as_text, way_to_root
from api.views import AT, MIN_POSITION, Shelf, answer, mask_of
from domain.admission import Admission, admits
from domain.minutes.publication import MinutesPublished
from eventstore.log import Log
from eventstore.mapper import decode
from proof.note import Checkpoint, Note, Signature
from proof.printed import Printed
from proof.tiles import NotKept

PATH = "/v1/{scope}/minutes/{name}/proof"
SVG = "image/svg+xml"
QUIET_ZONE = 4
"""Squares of white around it, as readers ask for."""


class MinutesShelf(Shelf, ProofShelf, Protocol):
    """What these routes need of the house."""


class MinutesProof(Struct, frozen=True, kw_only=True):
    """How far the published minutes are proven."""

    minutes: str
    revision: int
    """The revision that was published."""
    position: int
    """Of the event that published it."""
    state: str
    """registered, sealed, witnessed"""
    size: int | None = None
    """How many events the head holds that seals it."""
    root: str | None = None
    """Of that head, in base64."""
    organisations: tuple[str, ...] = ()
    """Who has seen that head."""
    text: str | None = None
    """What the QR code holds: docs/printed-proof.md."""


def minutes_proof(shelf: MinutesShelf, operations: Operations) -> APIRouter:
    """The routes of what is printed on minutes."""
    router = APIRouter()
    asked = [*path_parameters("scope", "name"), AT, MIN_POSITION]
    operations.add(
        "get",
        PATH,
        tag="minutes",
        operation_id="minutes.proof",
        summary="How far published minutes are proven: registered, sealed, witnessed.",
        parameters=asked,
        answers={200: described("The proof as it stands.", operations.schema(MinutesProof), headers=ETAG)},
        problems=(400, 401, 404, 503),
    )
    operations.add(
        "get",
        f"{PATH}.svg",
        tag="minutes",
        operation_id="minutes.proof-code",
        summary="The QR code that is printed on published minutes.",
        parameters=asked,
        answers={200: described("A drawing.", {"type": "string"}, SVG, ETAG)},
        problems=(400, 401, 404, 503),
    )
    router.add_api_route(PATH, _endpoint(shelf, _as_data), response_model=None, include_in_schema=False)
    router.add_api_route(f"{PATH}.svg", _endpoint(shelf, _as_drawing), response_model=None, include_in_schema=False)
    return router


Telling = Callable[[Request, MinutesProof], Response]


def _endpoint(shelf: MinutesShelf, tell: Telling) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.READER)
    async def read(request: Request) -> Response:
        began_at = time.monotonic()
        caller, asked = shelf.identity.of(request), Query(request, "at", "min_position")
        topic = f"{request.path_params['scope']}/minutes/{request.path_params['name']}"
        mask = await mask_of(shelf, topic, caller.person, asked, began_at)
        at = asked.text("at")
        wanted = None if at is None else position_of(at, shelf.kept_log, shelf.reading.head)
        _, position = shelf.reading.shown_at(topic, caller.person, mask, wanted)
        return tell(request, await asyncio.to_thread(proof_of, shelf, topic, position))

    return read


def proof_of(shelf: ProofShelf, minutes: str, upto: int) -> MinutesProof:
    """Of the minutes as they stood published at a position. In a thread beside the loop. Raises Problem 404, 503."""
    position, revision = _published(shelf.kept_log, minutes, upto)
    registered = MinutesProof(minutes=minutes, revision=revision, position=position, state="registered")
    size = _size_of_head(shelf, position)
    note = None if size is None else shelf.proofs.note_with_cosignatures(size)
    if note is None:
        return registered
    return _sealed(shelf, registered, Note.parse(note))


def _published(log: Log, minutes: str, upto: int) -> tuple[int, int]:
    """Where the revision that stands was published, and which it is."""
    for stored in reversed(list(log.recorder.stream(minutes, upto))):
        recorded = decode(stored)
        if isinstance(recorded.event, MinutesPublished):
            return recorded.position, recorded.event.revision
    raise Problem(
        404,
        "minutes.not-published",
        "Referatet er ikke offentliggjort; beviset kommer, når formændene har offentliggjort det.",
        "The minutes are not published; the proof comes when the chairs have published them.",
    )


def _size_of_head(shelf: ProofShelf, position: int) -> int | None:
    """The first head that holds the event, so that what is printed twice is the same; or the one that enough have seen."""
    covering = shelf.proofs.covering(position)
    if covering is None:
        return None
    size, witnessed = covering.size, shelf.proofs.witnessed()
    if witnessed < position or _is_witnessed(shelf, {name for name, _ in shelf.proofs.cosignatures(size)}):
        return size
    return witnessed


def _is_witnessed(shelf: ProofShelf, organisations: set[str]) -> bool:
    return shelf.trust is not None and shelf.trust.enough(organisations)


def _sealed(shelf: ProofShelf, registered: MinutesProof, note: Note) -> MinutesProof:
    """The same with its proof; as it was where the tree does not hold it yet."""
    head, position = Checkpoint.parse(note.text), registered.position
    try:
        leaf, proof = way_to_root(shelf, position, head.size)
    except NotKept:
        return registered
    seen = shelf.proofs.cosignatures(head.size)
    organisations = {name for name, _ in seen}
    # One of each organisation, since there is room for a few only; those that must be among them first.
    must = () if shelf.trust is None else shelf.trust.quorum.must
    lines = dict(sorted(seen, key=lambda each: (each[0] not in must, each[0])))
    printed = Printed.of(note, position, leaf, proof, map(Signature.parse, lines.values()))
    return msgspec.structs.replace(
        registered,
        state="witnessed" if _is_witnessed(shelf, organisations) else "sealed",
        size=head.size,
        root=as_text(head.root),
        organisations=tuple(sorted(organisations)),
        text=str(printed),
    )


def _as_data(request: Request, proof: MinutesProof) -> Response:
    return answer(request, msgspec.json.encode(proof))


def _as_drawing(request: Request, proof: MinutesProof) -> Response:
    """Raises Problem 404 while there is nothing to print."""
    if proof.text is None:
        raise Problem(
            404,
            "proof.not-sealed",
            "Referatet er registreret, men ikke forseglet endnu. Prøv igen om lidt.",
            "The minutes are registered, but not sealed yet. Try again shortly.",
        )
    return answer(request, qr_code(proof.text), SVG)


def qr_code(text: str) -> bytes:
    """A QR code as SVG, as large as whoever shows it lets it be."""
    drawn = io.BytesIO()
    code = segno.make_qr(text, error="l")
    code.save(drawn, kind="svg", border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True, xmldecl=False)
    return drawn.getvalue()
