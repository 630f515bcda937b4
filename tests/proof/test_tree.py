"""The tree of RFC 9162: roots as pymerkle has them, every true proof accepted, every altered one refused."""

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256

import pytest
from pymerkle import InmemoryTree  # type: ignore[import-untyped]

from proof.tiles import NotKept, grown, hash_in_tiles
from proof.tree import (
    EMPTY_ROOT,
    Frontier,
    NoSuchProof,
    consistency_proof,
    inclusion_proof,
    node,
    root_at,
    verify_consistency,
    verify_inclusion,
)

SIZE = 129
LEAVES = [sha256(b"\x00" + str(index).encode()).digest() for index in range(SIZE)]
CT_INPUTS = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
"""The eight entries that the first implementations of Certificate Transparency tested with."""
CT_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


@cache
def hash_at(level: int, index: int) -> bytes:
    """Straight from the definition."""
    if level == 0:
        return LEAVES[index]
    return node(hash_at(level - 1, 2 * index), hash_at(level - 1, 2 * index + 1))


@cache
def defined_root(start: int, end: int) -> bytes:
    """RFC 9162, 2.1.1, word for word."""
    if end == start:
        return sha256(b"").digest()
    if end - start == 1:
        return LEAVES[start]
    k = 1
    while k * 2 < end - start:
        k *= 2
    return sha256(b"\x01" + defined_root(start, start + k) + defined_root(start + k, end)).digest()


def root(size: int) -> bytes:
    return defined_root(0, size)


def altered(proof: list[bytes]) -> Iterator[list[bytes]]:
    """One bit of each hash, one hash less, one more, two changed about."""
    for at, each in enumerate(proof):
        yield [*proof[:at], bytes([each[0] ^ 1]) + each[1:], *proof[at + 1 :]]
        yield [*proof[:at], *proof[at + 1 :]]
        yield [*proof[: at + 1], *proof[at:]]
    if len(proof) > 1:
        yield proof[::-1]
    yield [*proof, bytes(32)]
    yield [bytes(32), *proof]


def test_the_roots_of_known_trees() -> None:
    grown_tree = Frontier()
    assert grown_tree.root() == EMPTY_ROOT
    for said in CT_INPUTS:
        grown_tree.append(sha256(b"\x00" + bytes.fromhex(said)).digest())
        assert grown_tree.root().hex() == CT_ROOTS[grown_tree.size]


def test_roots_are_those_of_the_definition_and_of_another_program() -> None:
    other, tree = InmemoryTree(algorithm="sha256"), Frontier()
    for index, leaf in enumerate(LEAVES):
        other.append_entry(str(index).encode())
        tree.append(leaf)
        size = index + 1
        assert tree.root() == root(size) == other.get_root(size) == root_at(size, hash_at)
        assert Frontier.of(size, hash_at).root() == root(size)


def test_every_leaf_is_shown_to_be_in_every_tree_that_has_it() -> None:
    shown = 0
    for size in range(1, SIZE + 1):
        for index in range(size):
            proof = inclusion_proof(index, size, hash_at)
            assert verify_inclusion(index, size, LEAVES[index], root(size), proof)
            shown += 1
    assert shown == SIZE * (SIZE + 1) // 2


def test_every_tree_is_shown_to_go_on_from_every_older_one() -> None:
    shown = 0
    for new in range(1, SIZE + 1):
        for old in range(new + 1):
            proof = consistency_proof(old, new, hash_at)
            assert verify_consistency(old, new, root(old), root(new), proof)
            shown += 1
    assert shown == SIZE * (SIZE + 3) // 2


def test_no_altered_proof_that_a_leaf_is_there_is_taken() -> None:
    refused = 0
    for size in (1, 2, 3, 7, 8, 37, 64, 100, 129):
        for index in range(size):
            proof = inclusion_proof(index, size, hash_at)
            for other in altered(proof):
                assert not verify_inclusion(index, size, LEAVES[index], root(size), other)
                refused += 1
            assert not verify_inclusion(index, size, bytes(32), root(size), proof)
            assert not verify_inclusion(index, size, LEAVES[index], bytes(32), proof)
            if size > 1:
                assert not verify_inclusion((index + 1) % size, size, LEAVES[index], root(size), proof)
    assert refused > 5_000


def test_no_altered_proof_that_a_tree_went_on_is_taken() -> None:
    refused = 0
    for new in (2, 3, 7, 8, 37, 64, 100, 129):
        for old in range(1, new):
            proof = consistency_proof(old, new, hash_at)
            for other in altered(proof):
                assert not verify_consistency(old, new, root(old), root(new), other)
                refused += 1
            assert not verify_consistency(old, new, bytes(32), root(new), proof)
            assert not verify_consistency(old, new, root(old), bytes(32), proof)
            assert not verify_consistency(old, new, root(new), root(new), proof)
    assert refused > 5_000


def test_a_tree_that_was_changed_in_one_leaf_is_not_consistent_with_the_old_one() -> None:
    changed = [*LEAVES]
    changed[5] = bytes(32)
    tree = Frontier()
    for leaf in changed[:100]:
        tree.append(leaf)

    def changed_hash(level: int, index: int) -> bytes:
        return (
            changed[index]
            if level == 0
            else node(changed_hash(level - 1, 2 * index), changed_hash(level - 1, 2 * index + 1))
        )

    assert not verify_consistency(50, 100, root(50), tree.root(), consistency_proof(50, 100, changed_hash))
    assert verify_consistency(50, 100, root_at(50, changed_hash), tree.root(), consistency_proof(50, 100, changed_hash))


def test_nothing_is_proven_outside_the_tree() -> None:
    ask: tuple[Callable[[], object], ...] = (
        lambda: inclusion_proof(5, 5, hash_at),
        lambda: inclusion_proof(-1, 5, hash_at),
        lambda: consistency_proof(6, 5, hash_at),
    )
    for asked in ask:
        with pytest.raises(NoSuchProof):
            asked()
    assert not verify_inclusion(5, 5, LEAVES[0], root(5), [])
    assert not verify_consistency(6, 5, root(6), root(5), [])


def test_a_tree_grows_from_the_empty_one() -> None:
    assert verify_consistency(0, 9, EMPTY_ROOT, root(9), [])
    assert not verify_consistency(0, 9, root(1), root(9), [])


# --- tiles ---

MANY = 66_000
"""More than one tile of the third level begins with."""


def test_tiles_keep_every_hash_of_the_tree() -> None:
    leaves = [sha256(index.to_bytes(4, "big")).digest() for index in range(MANY)]
    tiles: dict[tuple[int, int], bytes] = {}
    size = 0
    for step in (1, 254, 1, 1, 700, 65_000, MANY - 65_957):
        tiles.update(grown(size, leaves[size : size + step], lambda level, index: tiles[level, index]))
        size += step
    assert size == MANY
    tree = Frontier()
    for leaf in leaves:
        tree.append(leaf)
    kept = Frontier.of(MANY, lambda level, index: hash_in_tiles(level, index, lambda *at: tiles[at]))
    assert kept.root() == tree.root()
    assert {level for level, _ in tiles} == {0, 1, 2}
    assert b"".join(tiles[0, index] for index in range(len([1 for level, _ in tiles if level == 0]))) == b"".join(
        leaves
    )


def test_a_hash_that_no_tile_holds_is_not_made_up() -> None:
    tiles = grown(0, LEAVES, lambda *at: b"")
    with pytest.raises(NotKept):
        hash_in_tiles(0, SIZE, lambda *at: tiles[at])
    with pytest.raises(NotKept):
        hash_in_tiles(7, 1, lambda *at: tiles[at])
