"""The search index (søgeindeks): by which events are found. Beside the log; it holds keyed hashes, and no word.

A hash is of a scope and a term, under a key of the key database; each stands with the position of its event and with the block of
the text that it is of. What a text is found by goes with the text. Made anew from the log at any time, beside the one in use.
"""

import hmac
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from heapq import merge
from itertools import groupby

from msgspec import Struct

from domain.text import TextAt
from eventstore.tables import Tables

KEPT_UNDER = "search"
"""The name of the key, in the key database, that terms are hashed under."""
HASH_BYTES = 8
"""Two terms may share one: what is found is opened and looked at before it is shown."""
SENTENCE = 0
"""The block of what no text holds."""
PAGE = 500
"""Positions read at once."""
ASKED_MAX = 500
LET_GO = 1_000
"""Entries let go of at once: so few that a server without figures finds their end by the index, and puts not all in order first."""
BLOCKS_AT_ONCE = 50
"""Of more a server does not see that none of them is of no text, and looks through all entries instead of those of texts."""

Entry = tuple[int, int, int]
"""hash, position, block"""


class Making(Struct, frozen=True):
    """One making of the index."""

    number: int
    position: int
    """Up to which events are in it."""


class SearchIndex:
    """Of one life of a log. Raises the library's `PersistenceError`, and `KeysUnavailable`.

    Whoever searches must not wait for whoever adds: `making` may be another connection than `kept`.
    """

    def __init__(self, kept: Tables, making: Tables, key: Callable[[], bytes], epoch: str, version: int) -> None:
        self._kept = kept
        self._making = making
        self._key = key()
        self._of = (epoch, version, self._hash("klynge/search/v1"))

    def close(self) -> None:
        self._making.close()
        if self._making is not self._kept:
            self._kept.close()

    def hash_of(self, scope: str, term: str) -> int:
        """What stands for a term in a scope."""
        return self._hash(f"term\n{scope}\n{term}")

    def block_of(self, at: TextAt) -> int:
        """What stands for a text."""
        return self._hash(f"block\n{at.stream}\n{at.version}\n{at.field}") or SENTENCE - 1

    def _hash(self, text: str) -> int:
        return int.from_bytes(hmac.digest(self._key, text.encode(), sha256)[:HASH_BYTES], "big", signed=True)

    # --- making ---

    def own(self, head: int) -> Making:
        """The one that this version makes, begun where there is none or where it is of more than the log holds."""
        found = self._making.run(
            "SELECT number, position FROM search_makings WHERE epoch=? AND version=? AND key_mark=? ORDER BY begun DESC LIMIT 1",
            *self._of,
        )
        if found and found[0][1] <= head:
            return Making(*found[0])
        return self.begin_anew()

    def begin_anew(self) -> Making:
        """Another beside the one in use, which goes on answering until this one holds as much."""
        number = secrets.randbits(8 * HASH_BYTES - 1)
        self._making.run(
            "INSERT INTO search_makings (number, epoch, version, key_mark, position, begun)"
            " SELECT ?,?,?,?,0,COALESCE(MAX(begun),0)+1 FROM search_makings",
            number,
            *self._of,
        )
        return Making(number, 0)

    def keep(self, making: Making, entries: Iterable[Entry]) -> None:
        """Some entries of it. What is there already stays."""
        rows = [(making.number, *entry) for entry in sorted(entries)]
        self._making.run_many(
            "INSERT INTO search_entries (making, hash, position, block) VALUES (?,?,?,?) ON CONFLICT DO NOTHING", rows
        )

    def move(self, making: Making, position: int) -> bool:
        """Everything up to a position is in it; False where somebody else was faster."""
        moved = self._making.run(
            "UPDATE search_makings SET position=? WHERE number=? AND position=? RETURNING number",
            position,
            making.number,
            making.position,
        )
        return bool(moved)

    def forget(self, places: Iterable[TextAt]) -> None:
        """Let go of what some texts were found by, in every making."""
        blocks = sorted({self.block_of(at) for at in places})
        for first in range(0, len(blocks), BLOCKS_AT_ONCE):
            self._making.erase("search_entries", "block", blocks[first : first + BLOCKS_AT_ONCE], thorough=False)

    def let_go_of_others(self, making: Making) -> bool:
        """Of some of a making that was begun before this one, or is of another life of the log; whether there may be more. One that
        was begun since may be of a release to come, which makes it before it starts.
        """
        newest = self.in_use()
        if newest is None or newest.number != making.number:
            return False
        epoch, _, key_mark = self._of
        others = self._making.run(
            "SELECT number FROM search_makings WHERE epoch<>? OR key_mark<>?"
            " OR begun<(SELECT begun FROM search_makings WHERE number=?) LIMIT 1",
            epoch,
            key_mark,
            making.number,
        )
        if not others:
            return False
        number = others[0][0]
        upto = self._making.run(
            "SELECT hash, position FROM search_entries WHERE making=? ORDER BY hash, position LIMIT 1 OFFSET ?",
            number,
            LET_GO,
        )
        if upto:
            some = "DELETE FROM search_entries WHERE making=? AND (hash, position)<=(?,?)"
            self._making.run(some, number, *upto[0])
        else:
            self._making.run("DELETE FROM search_entries WHERE making=?", number)
            self._making.run("DELETE FROM search_makings WHERE number=?", number)
        return True

    # --- searching ---

    def in_use(self) -> Making | None:
        """The one that holds most of this life of the log, whichever version made it; None: there is none."""
        epoch, _, key_mark = self._of
        found = self._kept.run(
            "SELECT number, position FROM search_makings WHERE epoch=? AND key_mark=? ORDER BY position DESC, begun DESC LIMIT 1",
            epoch,
            key_mark,
        )
        return Making(*found[0]) if found else None

    def positions(self, making: Making, hashes: Sequence[int], before: int) -> Iterator[int]:
        """Where any of some terms stands before a position, the latest first. Read as far as it is asked for."""
        found = merge(*(self._of_one(making, each, before) for each in hashes), reverse=True)
        return (position for position, _ in groupby(found))

    def _of_one(self, making: Making, hash_: int, before: int) -> Iterator[int]:
        while True:
            page = self._kept.run(
                "SELECT DISTINCT position FROM search_entries WHERE making=? AND hash=? AND position<?"
                " ORDER BY position DESC LIMIT ?",
                making.number,
                hash_,
                before,
                PAGE,
            )
            yield from (row[0] for row in page)
            if len(page) < PAGE:
                return
            before = page[-1][0]

    def holding(self, making: Making, hashes: Sequence[int], positions: Sequence[int]) -> set[int]:
        """Those of some positions where any of some terms stands."""
        held: set[int] = set()
        terms = ",".join("?" * len(hashes))
        for at in range(0, len(positions), ASKED_MAX):
            asked = positions[at : at + ASKED_MAX]
            held.update(
                row[0]
                for row in self._kept.run(
                    f"SELECT DISTINCT position FROM search_entries WHERE making=? AND hash IN ({terms})"
                    f" AND position IN ({','.join('?' * len(asked))})",
                    making.number,
                    *hashes,
                    *asked,
                )
            )
        return held

    def frequency(self, making: Making, hashes: Sequence[int], most: int) -> int:
        """How often any of some terms stands, counted up to so many."""
        terms = ",".join("?" * len(hashes))
        ((count,),) = self._kept.run(
            f"SELECT count(*) FROM (SELECT 1 FROM search_entries WHERE making=? AND hash IN ({terms}) LIMIT ?) AS counted",
            making.number,
            *hashes,
            most,
        )
        return int(count)
