"""What is sealed, looked up: a head that was signed, that an event is in it, and that it went on from an older one.

For a thread beside the event loop.
"""

from base64 import b64encode
from typing import Protocol

from msgspec import Struct

from api.identity import Identity
from api.problems import Problem
from eventstore.log import Log
from eventstore.proofs import Proofs
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note
from proof.policy import Trust
from proof.tree import consistency_proof, inclusion_proof, root_at


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


def signed(proofs: Proofs, size: int | None = None) -> Note:
    """A head with all its signatures; the newest where no size is asked for. Raises Problem 404."""
    newest = proofs.newest()
    if newest is None:
        raise not_sealed()
    note = proofs.note_with_cosignatures(newest.size if size is None else size)
    if note is None:
        raise not_sealed()
    return Note.parse(note)


def inclusion(shelf: ProofShelf, position: int, size: int | None = None) -> Inclusion:
    """Raises Problem 404 where no such head holds the event, 503 where the record is not what was sealed."""
    note = signed(shelf.proofs, size)
    head = Checkpoint.parse(note.text)
    if not 1 <= position <= head.size:
        raise not_sealed()
    leaf, proof = way_to_root(shelf, position, head.size)
    return Inclusion(
        position=position,
        size=head.size,
        leaf=as_text(leaf),
        root=as_text(head.root),
        proof=tuple(map(as_text, proof)),
        checkpoint=str(note),
    )


def way_to_root(shelf: ProofShelf, position: int, size: int) -> tuple[bytes, list[bytes]]:
    """The leaf of an event, and what leads from it to the root of that size. Raises `NotKept`.

    Raises Problem 503: what stands in the log is not what was sealed, and no proof of the one is given for the other.
    """
    hash_at = shelf.proofs.hash_at
    leaf, proof = hash_at(0, position - 1), inclusion_proof(position - 1, size, hash_at)
    rows = shelf.kept_log.recorder.rows(position - 1, 1)
    if not rows or leaf_hash(*rows[0]) != leaf:
        raise Problem(
            503,
            "proof.diverges",
            f"Hændelse {position} er ikke den, der blev forseglet. Sig det til den, der driver Klynge.",
            f"Event {position} is not the one that was sealed. Tell whoever runs Klynge.",
            extra={"position": position},
        )
    return leaf, proof


def not_sealed() -> Problem:
    """No signed head holds it, or there is none of that size."""
    return Problem(
        404,
        "proof.not-sealed",
        "Det er ikke forseglet endnu, eller der er intet segl af den størrelse. Prøv igen om lidt.",
        "It is not sealed yet, or there is no head of that size. Try again shortly.",
    )


def consistency(proofs: Proofs, old: int, new: int | None = None) -> Consistency:
    """Raises Problem 404 where no tree of such sizes is sealed."""
    newest = proofs.newest()
    if newest is None:
        raise not_sealed()
    to = newest.size if new is None else new
    if not old <= to <= newest.size:
        raise not_sealed()
    return Consistency(
        from_size=old,
        to_size=to,
        from_root=as_text(root_at(old, proofs.hash_at)),
        to_root=as_text(root_at(to, proofs.hash_at)),
        proof=tuple(map(as_text, consistency_proof(old, to, proofs.hash_at))),
    )


def as_text(hash_: bytes) -> str:
    """In base64."""
    return b64encode(hash_).decode()
