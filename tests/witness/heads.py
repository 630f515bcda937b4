"""Logs of nothing but numbers. Their heads and proofs are made by the definitions alone: the witness is told nothing by the code
that it checks with.
"""

from base64 import b64encode
from hashlib import sha256

from proof.note import Note, Signer
from tests.proof.plainly import consistency, leaf_hash, root

ORIGIN = "klynge/syddanmark"
TIME = 1_775_000_000


class Numbers:
    """A log of `size` leaves; from `forked` on they are not those of other logs."""

    def __init__(self, size: int, forked: int | None = None, twist: str = "other", origin: str = ORIGIN) -> None:
        self.origin = origin
        kept = size if forked is None else forked
        self.leaves = [leaf_hash(f"{origin} {n}{'' if n < kept else twist}".encode()) for n in range(size)]
        self.signer = Signer(origin, sha256(origin.encode()).digest())

    @property
    def size(self) -> int:
        return len(self.leaves)

    def text(self, size: int) -> str:
        return f"{self.origin}\n{size}\n{_base64(root(self.leaves[:size]))}\n"

    def note(self, size: int) -> str:
        """A head, signed by the log."""
        text = self.text(size)
        return str(Note(text).signed([self.signer.sign(text)]))

    def proof(self, old: int, size: int) -> list[str]:
        return [_base64(each) for each in consistency(old, self.leaves[:size])]

    def request(self, old: int, size: int, note: str | None = None) -> bytes:
        """What a witness is asked."""
        lines = [f"old {old}", *(self.proof(old, size) if 0 < old <= size else []), ""]
        return ("\n".join(lines) + "\n" + (note or self.note(size))).encode()


def _base64(hash_: bytes) -> str:
    return b64encode(hash_).decode()
