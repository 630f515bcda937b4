"""The tree (træ): RFC 9162 over the leaves of the log. One structure and no other.

`hash_at(level, index)` gives the root of a complete subtree: level 0 are the leaves, level 1 their pairs, and so on. Sizes count
leaves. Proofs are lists of hashes, from the leaf upwards.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

HashAt = Callable[[int, int], bytes]

EMPTY_ROOT = sha256(b"").digest()
_NODE = b"\x01"


class NoSuchProof(ValueError):
    """It is asked for outside the tree."""


def node(left: bytes, right: bytes) -> bytes:
    """What stands over two hashes."""
    return sha256(_NODE + left + right).digest()


class Frontier:
    """The roots of the complete subtrees that a tree of some size is made of, the largest first: what growing needs to know."""

    def __init__(self, size: int = 0, roots: Sequence[bytes] = ()) -> None:
        if len(roots) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} complete subtrees, not {len(roots)}")
        self.size = size
        self.roots = list(roots)

    @classmethod
    def of(cls, size: int, hash_at: HashAt) -> "Frontier":
        """That of a tree whose hashes are kept."""
        return cls(size, _subtrees(0, size, hash_at))

    def append(self, leaf: bytes) -> None:
        """One leaf more."""
        size, hash_ = self.size, leaf
        while size & 1:
            hash_, size = node(self.roots.pop(), hash_), size >> 1
        self.roots.append(hash_)
        self.size += 1

    def root(self) -> bytes:
        """The root of the tree as it is now."""
        return _over(self.roots)


def root_at(size: int, hash_at: HashAt) -> bytes:
    """The root of the tree at a size it has, or had."""
    return _over(_subtrees(0, size, hash_at))


def inclusion_proof(index: int, size: int, hash_at: HashAt) -> list[bytes]:
    """What shows that a leaf is in a tree (RFC 9162, 2.1.3.1)."""
    if not 0 <= index < size:
        raise NoSuchProof(f"leaf {index} is not in a tree of {size} leaves")
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_over(_subtrees(middle, end, hash_at)))
            end = middle
        else:
            proof.append(_over(_subtrees(start, middle, hash_at)))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, hash_at: HashAt) -> list[bytes]:
    """What shows that a tree went on from an older one, and changed nothing of it (RFC 9162, 2.1.4.1)."""
    if not 0 <= old <= new:
        raise NoSuchProof(f"a tree of {new} leaves did not grow from one of {old}")
    if old in (0, new):
        return []
    proof: list[bytes] = []
    start, end, whole = 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_over(_subtrees(middle, end, hash_at)))
            end = middle
        else:
            proof.append(_over(_subtrees(start, middle, hash_at)))
            start, whole = middle, False
    if not whole:
        proof.append(_over(_subtrees(start, end, hash_at)))
    return proof[::-1]


def verify_inclusion(index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that a leaf is in the tree of that root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, hash_ = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            hash_ = node(sibling, hash_)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            hash_ = node(hash_, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and hash_ == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the tree of the new root went on from that of the old one (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    hashes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if len(hashes) < 2:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old_hash = new_hash = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old_hash, new_hash = node(sibling, old_hash), node(sibling, new_hash)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new_hash = node(new_hash, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and old_hash == old_root and new_hash == new_root


def _split(count: int) -> int:
    """The largest power of two below a count: so many leaves are on the left."""
    return 1 << (count - 1).bit_length() - 1


def _subtrees(start: int, end: int, hash_at: HashAt) -> list[bytes]:
    """The roots of the complete subtrees between two leaves, the largest first. `start` is where such a one may begin."""
    roots: list[bytes] = []
    while start < end:
        level = (end - start).bit_length() - 1
        roots.append(hash_at(level, start >> level))
        start += 1 << level
    return roots


def _over(roots: Sequence[bytes]) -> bytes:
    """One hash over the roots of subtrees, the smallest two first."""
    if not roots:
        return EMPTY_ROOT
    hash_ = roots[-1]
    for root in reversed(roots[:-1]):
        hash_ = node(root, hash_)
    return hash_
