"""What is proven of the log (beviser): the tree over its events in tiles, the heads that were signed, and who has seen them.

All of it can be made again from the log, except signatures. One process adds, any reads. Raises the library's `PersistenceError`.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from eventstore.tables import Tables
from proof.leaf import HASH_BYTES
from proof.note import Note, Signature
from proof.tiles import TILE_BYTES, TILE_HASHES, NotKept, hash_in_tiles

HEADS_MAX = 1_000
"""Heads in one answer."""
ATTEMPTS_KEPT = 10_000
"""What did not succeed is told for so long; older attempts are let go of."""
TILES_AT_ONCE = 256
"""Tiles in one statement that reads."""

Tile = tuple[int, int]


class Head(Struct, frozen=True):
    """A head of the log that was signed (kontrolpunkt)."""

    size: int
    note: str
    made_at: int
    """Seconds since 1970 UTC."""
    beat_at: int
    """When it was last found to be the newest: a log where nothing happens is looked at once a day, too."""


class Attempt(Struct, frozen=True):
    """Somebody tried to sign a head, or to have it seen, and did not succeed."""

    made_at: int
    who: str
    """`checkpointer`, or a witness's name."""
    size: int
    outcome: str
    """A word that is counted by."""
    why: str


class Proofs:
    """Tiles, heads, cosignatures and attempts."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def close(self) -> None:
        self._tables.close()

    # --- the tree ---

    def tile(self, level: int, index: int) -> bytes:
        """The hashes of a tile. Raises `NotKept`."""
        found = self._tables.run("SELECT hashes FROM tiles WHERE level=? AND idx=?", level, index)
        if not found:
            raise NotKept(f"tile {index} of level {level}")
        return bytes(found[0][0])

    def hash_at(self, level: int, index: int) -> bytes:
        """The root of a complete subtree. Raises `NotKept`."""
        return hash_in_tiles(level, index, self.tile)

    def leaves(self, size: int) -> Iterator[bytes]:
        """The leaves of a tree of that size, many to a part, in order. Raises `NotKept` where some are not kept."""
        at = 0
        while at < size:
            first = at // TILE_HASHES
            found = self._tables.run(
                "SELECT idx, hashes FROM tiles WHERE level=0 AND idx>=? AND idx<? ORDER BY idx",
                first,
                first + TILES_AT_ONCE,
            )
            for index, hashes in found:
                if index != at // TILE_HASHES:
                    break
                part = bytes(hashes)[: min(TILE_BYTES, (size - at) * HASH_BYTES)]
                at += len(part) // HASH_BYTES
                yield part
                if len(part) < TILE_BYTES or at >= size:
                    break
            if at < size and at // TILE_HASHES != first + TILES_AT_ONCE:
                raise NotKept(f"leaf {at}")

    # --- heads ---

    def newest(self) -> Head | None:
        """The largest head; None: none is signed yet."""
        found = self._heads("ORDER BY size DESC LIMIT 1")
        return found[0] if found else None

    def checkpoint(self, size: int) -> str | None:
        """The note of a head."""
        found = self._heads("WHERE size=?", size)
        return found[0].note if found else None

    def covering(self, position: int) -> Head | None:
        """The first head that holds what stands at a position; None: it is not sealed yet."""
        found = self._heads("WHERE size>=? ORDER BY size LIMIT 1", position)
        return found[0] if found else None

    def checkpoints(self, after: int, limit: int = HEADS_MAX) -> Sequence[Head]:
        """Heads larger than a size, the smallest first."""
        return self._heads("WHERE size>? ORDER BY size LIMIT ?", after, min(limit, HEADS_MAX))

    def note_with_cosignatures(self, size: int) -> str | None:
        """A head's note and, under it, the lines of all who have seen it."""
        note = self.checkpoint(size)
        if note is None:
            return None
        lines = self._tables.run("SELECT line FROM cosignatures WHERE size=? ORDER BY name, made_at", size)
        newest = {(each.name, each.key_id): each for each in (Signature.parse(line) for (line,) in lines)}
        return str(Note.parse(note).signed(newest.values()))

    def append(self, size: int, note: str, made_at: int, tiles: Mapping[Tile, bytes]) -> None:
        """A signed head, and what the tree gained since the one before. The head first becomes the newest when its tiles are kept:
        whoever sees it can prove it.
        """
        rows = [(level, index, hashes) for (level, index), hashes in sorted(tiles.items())]
        if rows:
            self._tables.run_many(
                "INSERT INTO tiles VALUES (?,?,?) ON CONFLICT (level, idx) DO UPDATE SET hashes=excluded.hashes", rows
            )
        self._tables.run(
            "INSERT INTO checkpoints VALUES (?,?,?,?)"
            " ON CONFLICT (size) DO UPDATE SET note=excluded.note, beat_at=excluded.beat_at",
            size,
            note,
            made_at,
            made_at,
        )

    def beat(self, size: int, at: int) -> None:
        """Nothing has happened since, and the head was looked at again."""
        self._tables.run("UPDATE checkpoints SET beat_at=? WHERE size=?", at, size)

    def _heads(self, which: str, *values: int) -> Sequence[Head]:
        return [
            Head(*row)
            for row in self._tables.run(f"SELECT size, note, made_at, beat_at FROM checkpoints {which}", *values)
        ]

    # --- who has seen them ---

    def cosigned(self, size: int, organisation: str, signature: Signature, made_at: int) -> None:
        """A witness has seen a head; of one that sees it again the newest line stands."""
        self._tables.run(
            "INSERT INTO cosignatures VALUES (?,?,?,?,?)"
            " ON CONFLICT (size, organisation, name) DO UPDATE SET line=excluded.line, made_at=excluded.made_at",
            size,
            organisation,
            signature.name,
            signature.line,
            made_at,
        )

    def cosignatures(self, size: int) -> Sequence[tuple[str, str]]:
        """(organisation, line) of all who have seen a head."""
        return [
            (row[0], row[1])
            for row in self._tables.run(
                "SELECT organisation, line FROM cosignatures WHERE size=? ORDER BY organisation, name", size
            )
        ]

    def witnessed(self) -> int:
        """The largest head that as many have seen as the policy asks for; 0: none."""
        found = self._tables.run("SELECT size FROM witnessed WHERE one=1")
        return int(found[0][0]) if found else 0

    def seen_up_to(self) -> int:
        """The largest head that anybody's word is kept of, also where that head itself is not kept any more; 0: none."""
        found = self._tables.run("SELECT MAX(size) FROM cosignatures")
        return max(self.witnessed(), int(found[0][0] or 0))

    def set_witnessed(self, size: int) -> None:
        """Enough have seen a head; it does not fall again."""
        self._tables.run(
            "INSERT INTO witnessed VALUES (1,?) ON CONFLICT (one) DO UPDATE SET size=excluded.size"
            " WHERE witnessed.size < excluded.size",
            size,
        )

    # --- what did not succeed ---

    def attempted(self, attempt: Attempt) -> None:
        """Tell of what did not succeed."""
        self._tables.run(
            "INSERT INTO attempts (made_at, who, size, outcome, why) VALUES (?,?,?,?,?)",
            attempt.made_at,
            attempt.who,
            attempt.size,
            attempt.outcome,
            attempt.why,
        )
        self._tables.run("DELETE FROM attempts WHERE id <= (SELECT MAX(id) FROM attempts) - ?", ATTEMPTS_KEPT)

    def last_attempt(self, who: str) -> Attempt | None:
        """What somebody did not succeed in last."""
        wanted = "SELECT made_at, who, size, outcome, why FROM attempts WHERE who=? ORDER BY id DESC LIMIT 1"
        rows = self._tables.run(wanted, who)
        return Attempt(*rows[0]) if rows else None

    def attempts(self, limit: int = HEADS_MAX) -> Sequence[Attempt]:
        """The newest first."""
        rows = self._tables.run(
            "SELECT made_at, who, size, outcome, why FROM attempts ORDER BY id DESC LIMIT ?", min(limit, HEADS_MAX)
        )
        return [Attempt(*row) for row in rows]
