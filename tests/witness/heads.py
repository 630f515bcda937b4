"""Logs of nothing but numbers. Their heads and proofs are made by the definitions of RFC 6962 alone: the witness is told nothing
by the code that it checks with.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from proof.note import Note, Signer

ORIGIN = "klynge/syddanmark"
TIME = 1_775_000_000


class Numbers:
    """A log of `size` leaves; from `forked` on they are not those of other logs."""

    def __init__(self, size: int, forked: int | None = None, twist: str = "other", origin: str = ORIGIN) -> None:
        self.origin = origin
        kept = size if forked is None else forked
        self.leaves = [_leaf(f"{origin} {n}{'' if n < kept else twist}") for n in range(size)]
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
        return [_base64(each) for each in _consistency(old, self.leaves[:size])]

    def request(self, old: int, size: int, note: str | None = None) -> bytes:
        """What a witness is asked."""
        lines = [f"old {old}", *(self.proof(old, size) if 0 < old <= size else []), ""]
        return ("\n".join(lines) + "\n" + (note or self.note(size))).encode()


def _leaf(text: str) -> bytes:
    return sha256(b"\x00" + text.encode()).digest()


def _split(count: int) -> int:
    """The largest power of two below a count."""
    half = 1
    while half * 2 < count:
        half *= 2
    return half


def root(leaves: Sequence[bytes]) -> bytes:
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = _split(len(leaves))
    return sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:])).digest()


def _consistency(old: int, leaves: Sequence[bytes], whole: bool = True) -> list[bytes]:
    """PROOF(m, D[n]) and SUBPROOF(m, D[n], b) of RFC 6962, 2.1.2."""
    n = len(leaves)
    if old == n:
        return [] if whole else [root(leaves)]
    k = _split(n)
    if old <= k:
        return [*_consistency(old, leaves[:k], whole), root(leaves[k:])]
    return [*_consistency(old - k, leaves[k:], False), root(leaves[:k])]


def inclusion(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """PATH(m, D[n]) of RFC 6962, 2.1.1."""
    if len(leaves) == 1:
        return []
    k = _split(len(leaves))
    if index < k:
        return [*inclusion(index, leaves[:k]), root(leaves[k:])]
    return [*inclusion(index - k, leaves[k:]), root(leaves[:k])]


def _base64(hash_: bytes) -> str:
    return b64encode(hash_).decode()
