"""The shared cases of leaves and trees."""

from collections.abc import Iterator

from tests.proof import plainly
from tests.proof.plainly import Row, leaf_data, leaf_hash, root
from tests.proof.spoilt import CT_LEAVES, Case, flipped

LARGE = 2**53 - 1
"""A number that every language tells whole."""


def leaves() -> list[Case]:
    def row(position: int, stream: str, version: int, tag: str, at: int, state: str) -> Row:
        return dict(
            zip(
                ("position", "stream", "version", "tag", "recorded_at", "state"),
                (position, stream, version, tag, at, state),
                strict=True,
            )
        )

    rows = {
        "the first": row(1, "syddanmark/log/log", 1, "log.opened", 1_709_276_400_000_000, '{"v":1}'),
        "Danish letters are counted in bytes": row(
            7, "lillebælt/meeting/æøå", 2, "meeting.called", 1, '{"t":"å — ⟦x⟧"}'
        ),
        "what a length guards against: one more letter in the stream": row(12, "ab", 1, "c", 5, "{}"),
        "and one fewer, with the letter in the tag": row(12, "a", 1, "bc", 5, "{}"),
        "as large as numbers get": row(LARGE, "s", LARGE, "t", LARGE, "{}"),
        "an empty state": row(2, "s", 1, "t", 0, ""),
    }
    return [
        {"name": name, "row": each, "data": leaf_data(each).hex(), "hash": leaf_hash(leaf_data(each)).hex()}
        for name, each in rows.items()
    ]


def trees() -> Case:
    data = [*CT_LEAVES, *(f"leaf {n}".encode() for n in range(8, 33))]
    hashes = [leaf_hash(each) for each in data]
    return {
        "leaves": [each.hex() for each in data],
        "roots": [root(hashes[:size]).hex() for size in range(len(hashes) + 1)],
        "inclusion": list(_inclusions(hashes)),
        "consistency": list(_consistencies(hashes)),
    }


def _inclusions(hashes: list[bytes]) -> Iterator[Case]:
    def case(index: int, size: int, leaf: bytes, head: bytes, proof: list[bytes], wrong: str | None = None) -> Case:
        told = {"index": index, "size": size, "leaf": leaf.hex(), "root": head.hex(), "proof": [p.hex() for p in proof]}
        return {"name": wrong or f"{index} in {size}", **told, "holds": wrong is None}

    for size in (*range(1, 10), 16, 33):
        head = root(hashes[:size])
        for index in range(size) if size < 10 else (0, size // 2, size - 1):
            yield case(index, size, hashes[index], head, plainly.inclusion(index, hashes[:size]))
    head, proof, leaf = root(hashes[:9]), plainly.inclusion(5, hashes[:9]), hashes[5]
    yield case(5, 9, leaf, head, proof[:-1], "one hash too few")
    yield case(5, 9, leaf, head, [*proof, proof[0]], "one hash too many")
    yield case(5, 9, leaf, head, proof[::-1], "the hashes the other way round")
    yield case(4, 9, leaf, head, proof, "the place beside it")
    yield case(5, 17, leaf, head, proof, "another size")
    yield case(5, 9, hashes[4], head, proof, "another leaf")
    yield case(5, 9, leaf, root(hashes[:8]), proof, "another root")
    yield case(5, 9, leaf, head, [flipped(proof[0]), *proof[1:]], "a bit of a hash")
    yield case(9, 9, leaf, head, proof, "a place outside the tree")
    yield case(0, 0, leaf, root([]), [], "a place in nothing")
    yield case(0, 1, leaf, hashes[0], [], "one leaf, and another one")


def _consistencies(hashes: list[bytes]) -> Iterator[Case]:
    def case(old: int, new: int, a: bytes, b: bytes, proof: list[bytes], wrong: str | None = None) -> Case:
        told = {"old": old, "new": new, "old_root": a.hex(), "new_root": b.hex(), "proof": [p.hex() for p in proof]}
        return {"name": wrong or f"{old} to {new}", **told, "holds": wrong is None}

    def at(size: int) -> bytes:
        return root(hashes[:size])

    for new in (1, 2, 3, 4, 7, 8, 9, 33):
        for old in range(1, new + 1) if new < 10 else (1, 16, 31, 33):
            yield case(old, new, at(old), at(new), plainly.consistency(old, hashes[:new]))
    proof = plainly.consistency(6, hashes[:9])
    yield case(6, 9, at(6), at(9), proof[:-1], "one hash too few")
    yield case(6, 9, at(6), at(9), [*proof, proof[0]], "one hash too many")
    yield case(6, 9, at(6), at(9), [flipped(proof[0]), *proof[1:]], "a bit of a hash")
    yield case(5, 9, at(5), at(9), proof, "another old size")
    yield case(6, 8, at(6), at(8), proof, "another new size")
    yield case(6, 9, at(5), at(9), proof, "another old root")
    yield case(6, 9, at(6), at(8), proof, "another new root")
    yield case(9, 6, at(9), at(6), proof, "a tree that shrank")
    yield case(6, 6, at(6), at(5), [], "two roots of one size")
    yield case(6, 6, at(6), at(6), [proof[0]], "one size, and a hash")
