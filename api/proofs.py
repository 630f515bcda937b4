"""What proves the record, for whoever checks it without believing us: the newest head that was signed, that an event is in it, and
that it went on from an older one. All of it is hashes and signatures; no event can be read from them.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.openapi import ETAG, Operations, described, query
from api.problems import Problem, not_found
from api.queries import Query
from api.sealed import Consistency, Inclusion, Leaf, ProofShelf, as_text, consistency, inclusion, not_sealed, signed
from api.views import answer
from domain.admission import Admission, admits
from eventstore.mapper import POSITION
from eventstore.proofs import Proofs
from proof.leaf import leaf_hash
from proof.tiles import NotKept

CHECKPOINT = "/v1/checkpoint"
LEAF = "/v1/proof/leaf"
INCLUSION = "/v1/proof/inclusion"
CONSISTENCY = "/v1/proof/consistency"
PLAIN = "text/plain"
STATES = ("sealed", "witnessed")

T = TypeVar("T")


def proofs(shelf: ProofShelf, operations: Operations) -> APIRouter:
    """The routes of heads and proofs."""
    router = APIRouter()
    _describe(operations)
    for path, endpoint in (
        (CHECKPOINT, _checkpoint(shelf)),
        (LEAF, _leaf(shelf)),
        (INCLUSION, _inclusion(shelf)),
        (CONSISTENCY, _consistency(shelf)),
    ):
        router.add_api_route(path, endpoint, response_model=None, include_in_schema=False)
    return router


def _describe(operations: Operations) -> None:
    operations.add(
        "get",
        CHECKPOINT,
        tag="proof",
        operation_id="proof.checkpoint",
        summary="The newest head of the log that was signed, and who has seen it.",
        description="A signed note (C2SP tlog-checkpoint, tlog-cosignature). For whoever asks, so that anybody may keep it.",
        parameters=[
            query("size", "That head instead of the newest.", "integer"),
            query(
                "state", "`witnessed`: the newest that enough organisations have seen. Without it `sealed`: the newest."
            ),
        ],
        answers={
            200: described("A signed note.", {"type": "string"}, PLAIN, ETAG),
            204: described("Nothing is signed, or seen by enough, yet."),
        },
        problems=(400, 404, 503),
        is_open=True,
    )
    operations.add(
        "get",
        LEAF,
        tag="proof",
        operation_id="proof.leaf",
        summary="The leaf of an event, as it will be sealed, or was.",
        parameters=[query("position", "The event.", "integer")],
        answers={200: described("The leaf.", operations.schema(Leaf), headers=ETAG)},
        problems=(400, 401, 404, 503),
    )
    operations.add(
        "get",
        INCLUSION,
        tag="proof",
        operation_id="proof.inclusion",
        summary="That an event is in a head that was signed.",
        parameters=[
            query("position", "The event.", "integer"),
            query("size", "Of which head; without it the newest.", "integer"),
        ],
        answers={200: described("The proof.", operations.schema(Inclusion), headers=ETAG)},
        problems=(400, 401, 404, 503),
    )
    operations.add(
        "get",
        CONSISTENCY,
        tag="proof",
        operation_id="proof.consistency",
        summary="That a tree went on from an older one, and changed nothing of it.",
        parameters=[
            query("from", "The older size.", "integer"),
            query("to", "The newer; without it that of the newest head.", "integer"),
        ],
        answers={200: described("The proof.", operations.schema(Consistency), headers=ETAG)},
        problems=(400, 401, 404, 503),
    )


Answering = Callable[[Request], Awaitable[Response]]


def _checkpoint(shelf: ProofShelf) -> Answering:
    @admits(Admission.ANYBODY)
    async def read(request: Request) -> Response:
        asked = Query(request, "size", "state")
        state, size = asked.choice("state", STATES), _number(asked, "size")
        wanted = size
        if size is None:
            wanted = await _looked(lambda: _newest(shelf.proofs, state))
            if not wanted:
                return Response(status_code=204)  # of a young record there is none yet, which is nobody's mistake
        note = await _looked(lambda: signed(shelf.proofs, wanted))
        return answer(request, str(note).encode(), f"{PLAIN}; charset=utf-8")

    return read


def _newest(proofs: Proofs, state: str) -> int:
    """The size of the newest head, or of the newest that enough have seen; 0: there is none."""
    if state != STATES[0]:
        return proofs.witnessed()
    newest = proofs.newest()
    return 0 if newest is None else newest.size


def _leaf(shelf: ProofShelf) -> Answering:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        shelf.identity.of(request)
        position = _required(Query(request, "position"), "position")
        rows = await asyncio.to_thread(shelf.kept_log.recorder.rows, max(0, position - 1), 1)
        if not rows or rows[0][POSITION] != position:
            raise not_found()
        return answer(request, msgspec.json.encode(Leaf(position=position, leaf=as_text(leaf_hash(*rows[0])))))

    return read


def _inclusion(shelf: ProofShelf) -> Answering:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        shelf.identity.of(request)
        asked = Query(request, "position", "size")
        position, size = _required(asked, "position"), _number(asked, "size")
        found = await _looked(lambda: inclusion(shelf, position, size))
        return answer(request, msgspec.json.encode(found))

    return read


def _consistency(shelf: ProofShelf) -> Answering:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        shelf.identity.of(request)
        asked = Query(request, "from", "to")
        old, new = _required(asked, "from"), _number(asked, "to")
        found = await _looked(lambda: consistency(shelf.proofs, old, new))
        return answer(request, msgspec.json.encode(found))

    return read


async def _looked(look: Callable[[], T]) -> T:
    """A tree that lacks a part is being made anew: it will be there."""
    try:
        return await asyncio.to_thread(look)
    except NotKept:
        raise not_sealed() from None


def _number(asked: Query, name: str) -> int | None:
    return None if asked.text(name) is None else asked.whole(name, 0)


def _required(asked: Query, name: str) -> int:
    found = _number(asked, name)
    if found is None:
        raise Problem(400, f"{name}.missing", f"{name} mangler.", f"{name} is missing.", extra={"parameter": name})
    return found
