"""What proves the record, for whoever checks it without believing us: the newest head that was signed, that an event is in it, and
that it went on from an older one. All of it is hashes and signatures; no event can be read from them.
"""

import asyncio
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.identity import Identity
from api.openapi import ETAG, Operations, described, query
from api.problems import Problem, not_found
from api.queries import Query
from api.views import answer
from domain.admission import Admission, admits
from eventstore.log import Log
from eventstore.mapper import POSITION
from eventstore.proofs import Proofs
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note
from proof.policy import Trust
from proof.tiles import NotKept
from proof.tree import consistency_proof, inclusion_proof, root_at

CHECKPOINT = "/v1/checkpoint"
LEAF = "/v1/proof/leaf"
INCLUSION = "/v1/proof/inclusion"
CONSISTENCY = "/v1/proof/consistency"
PLAIN = "text/plain"
STATES = ("sealed", "witnessed")

T = TypeVar("T")


class ProofShelf(Protocol):
    """What these routes need of the house."""

    @property
    def kept_log(self) -> Log: ...

    @property
    def identity(self) -> Identity: ...

    @property
    def proofs(self) -> Proofs: ...

    @property
    def trust(self) -> Trust | None:
        """Whose witnesses are asked, and how many organisations must have seen a head; None: nobody's."""
        ...


class Leaf(Struct, frozen=True, kw_only=True):
    """An event's leaf, in base64: whoever keeps it when a command was answered holds evidence before anything is sealed."""

    position: int
    leaf: str


class Inclusion(Struct, frozen=True, kw_only=True):
    """That an event is in a head that was signed. Hashes in base64."""

    position: int
    size: int
    leaf: str
    root: str
    proof: tuple[str, ...]
    """From the leaf upwards (RFC 9162, 2.1.3.1); the leaf's index is the position less one."""
    checkpoint: str
    """The head as it was signed, with those who have seen it (C2SP tlog-checkpoint)."""


class Consistency(Struct, frozen=True, kw_only=True):
    """That a tree went on from an older one. Hashes in base64."""

    from_size: int
    to_size: int
    from_root: str
    to_root: str
    proof: tuple[str, ...]
    """RFC 9162, 2.1.4.1."""


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
        answers={200: described("A signed note.", {"type": "string"}, PLAIN, ETAG)},
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
        state, size = asked.text("state") or STATES[0], _number(asked, "size")
        if state not in STATES:
            raise Problem(
                400,
                "proof.state-unknown",
                f"state er {' eller '.join(STATES)}.",
                f"state is {' or '.join(STATES)}.",
                extra={"parameter": "state"},
            )
        wanted = size if size is not None or state == STATES[0] else await _looked(shelf.proofs.witnessed)
        note = await _looked(lambda: signed(shelf.proofs, wanted))
        return answer(request, str(note).encode(), f"{PLAIN}; charset=utf-8")

    return read


def _leaf(shelf: ProofShelf) -> Answering:
    @admits(Admission.SIGNED_IN)
    async def read(request: Request) -> Response:
        shelf.identity.of(request)
        position = _required(Query(request, "position"), "position")
        rows = await asyncio.to_thread(shelf.kept_log.recorder.rows, max(0, position - 1), 1)
        if not rows or rows[0][POSITION] != position:
            raise not_found()
        return answer(request, msgspec.json.encode(Leaf(position=position, leaf=_text(leaf_hash(*rows[0])))))

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
        found = await _looked(lambda: _between(shelf.proofs, old, new))
        return answer(request, msgspec.json.encode(found))

    return read


# --- what is looked up, in a thread beside the loop ---


def signed(proofs: Proofs, size: int | None = None) -> Note:
    """A head with all its signatures; the newest where no size is asked for. Raises Problem 404."""
    newest = proofs.newest()
    if newest is None:
        raise not_sealed()
    note = proofs.note_with_cosignatures(newest[0] if size is None else size)
    if note is None:
        raise not_sealed()
    return Note.parse(note)


def inclusion(shelf: ProofShelf, position: int, size: int | None = None) -> Inclusion:
    """Raises Problem 404 where no such head holds the event, 503 where the record is not what was sealed."""
    note = signed(shelf.proofs, size)
    head = Checkpoint.parse(note.text)
    if not 1 <= position <= head.size:
        raise not_sealed()
    hash_at = shelf.proofs.hash_at
    leaf = hash_at(0, position - 1)
    require_as_sealed(shelf.kept_log, position, leaf)
    return Inclusion(
        position=position,
        size=head.size,
        leaf=_text(leaf),
        root=_text(head.root),
        proof=tuple(map(_text, inclusion_proof(position - 1, head.size, hash_at))),
        checkpoint=str(note),
    )


def require_as_sealed(log: Log, position: int, leaf: bytes) -> None:
    """Raises Problem 503: what stands in the log is not what was sealed, and no proof of the one is given for the other."""
    rows = log.recorder.rows(position - 1, 1)
    if not rows or leaf_hash(*rows[0]) != leaf:
        raise Problem(
            503,
            "proof.diverges",
            f"Hændelse {position} er ikke den, der blev forseglet. Sig det til den, der driver Klynge.",
            f"Event {position} is not the one that was sealed. Tell whoever runs Klynge.",
            extra={"position": position},
        )


def not_sealed() -> Problem:
    """No signed head holds it, or there is none of that size."""
    return Problem(
        404,
        "proof.not-sealed",
        "Det er ikke forseglet endnu, eller der er intet segl af den størrelse. Prøv igen om lidt.",
        "It is not sealed yet, or there is no head of that size. Try again shortly.",
    )


def _between(proofs: Proofs, old: int, new: int | None) -> Consistency:
    newest = proofs.newest()
    if newest is None:
        raise not_sealed()
    to = newest[0] if new is None else new
    if not old <= to <= newest[0]:
        raise not_sealed()
    return Consistency(
        from_size=old,
        to_size=to,
        from_root=_text(root_at(old, proofs.hash_at)),
        to_root=_text(root_at(to, proofs.hash_at)),
        proof=tuple(map(_text, consistency_proof(old, to, proofs.hash_at))),
    )


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


def _text(hash_: bytes) -> str:
    return b64encode(hash_).decode()
