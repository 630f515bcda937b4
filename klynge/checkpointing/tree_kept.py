"""The tree as it is kept, for one look: each tile read once, each hash made once, and what is missing is an alarm."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from eventstore.proofs import Proofs, Tile
from klynge.checkpointing.alarm import Alarm, Outcome
from proof.tiles import NotKept, hash_in_tiles
from proof.tree import HashAt

REBUILD = (
    "run `klynge checkpoint --rebuild-tree`, which makes it again from the log and compares it with what was signed"
)


@contextmanager
def whole(size: int) -> Iterator[None]:
    """What is not kept, told as an `Alarm`."""
    try:
        yield
    except NotKept as missing:
        raise Alarm(Outcome.TREE_DAMAGED, f"the tree is not whole, {missing} is missing; {REBUILD}", size) from missing


def hashes_of(proofs: Proofs, added: Mapping[Tile, bytes], size: int) -> HashAt:
    """The hashes of a tree with some tiles more than are kept. Raises `Alarm`."""
    read = dict(added)

    def tile(level: int, index: int) -> bytes:
        at = (level, index)
        if at not in read:
            read[at] = proofs.tile(level, index)
        return read[at]

    @cache
    def hash_at(level: int, index: int) -> bytes:
        with whole(size):
            return hash_in_tiles(level, index, tile)

    return hash_at
