"""Tiles (fliser): the tree's hashes as they are kept, 256 to a tile as in C2SP tlog-tiles. What lies between two levels of tiles is
made again from the lower one.
"""

from collections.abc import Callable, Sequence

from proof.leaf import HASH_BYTES
from proof.tree import node

TileAt = Callable[[int, int], bytes]
"""(level, index) -> the hashes of a tile, one after the other; the last tile of a level may be shorter than a whole one."""

TILE_LEVELS = 8
TILE_HASHES = 1 << TILE_LEVELS
TILE_BYTES = TILE_HASHES * HASH_BYTES


class NotKept(LookupError):
    """A hash is asked for that no tile holds."""


def hash_in_tiles(level: int, index: int, tile_at: TileAt) -> bytes:
    """The root of a complete subtree."""
    above, within = divmod(level, TILE_LEVELS)
    first = index << within
    tile, at = divmod(first, TILE_HASHES)
    kept = tile_at(above, tile)
    hashes = [
        kept[start : start + HASH_BYTES]
        for start in range(at * HASH_BYTES, (at + (1 << within)) * HASH_BYTES, HASH_BYTES)
    ]
    if any(len(each) != HASH_BYTES for each in hashes):
        raise NotKept(f"level {level}, index {index}")
    return _folded(hashes)


def grown(size: int, leaves: Sequence[bytes], tile_at: TileAt) -> dict[tuple[int, int], bytes]:
    """The tiles that change when leaves are added to a tree of a size: (level, index) -> its hashes."""
    changed: dict[tuple[int, int], bytes] = {}
    level, count, added = 0, size, list(leaves)
    while added:
        index, held = divmod(count, TILE_HASHES)
        hashes = tile_at(level, index)[: held * HASH_BYTES] if held else b""
        if len(hashes) != held * HASH_BYTES:
            raise NotKept(f"tile {index} of level {level}")
        joined = hashes + b"".join(added)
        whole: list[bytes] = []
        for start in range(0, len(joined), TILE_BYTES):
            tile = joined[start : start + TILE_BYTES]
            changed[level, index + start // TILE_BYTES] = tile
            if len(tile) == TILE_BYTES:
                whole.append(_folded([tile[at : at + HASH_BYTES] for at in range(0, TILE_BYTES, HASH_BYTES)]))
        level, count, added = level + 1, count >> TILE_LEVELS, whole
    return changed


def _folded(hashes: list[bytes]) -> bytes:
    """The hash over a power of two of hashes."""
    while len(hashes) > 1:
        hashes = [node(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]
