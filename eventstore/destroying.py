"""Destroying (tilintetgørelse): what happens to keys once an event covers them: closed at once, listed apart, then destroyed.

Whatever cannot be done now is done at a later look; the text is closed all the while.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from domain.text import TextAt
from eventstore.covered import Covering
from eventstore.deciding import Block
from eventstore.erasure_list import Entry, ErasureList, ListBroken, Text
from eventstore.keys import Fault, KeyDatabase, KeysUnavailable
from eventstore.report import report


class Destroying:
    """Of one process. `destroyed` holds the ids of keys whose texts nobody reads here any more."""

    def __init__(self, keys: KeyDatabase, block_at: Callable[[TextAt], Block | None]) -> None:
        self.destroyed: set[bytes] = set()
        self.forget: Callable[[bytes], None] = lambda _: None
        """Told of each key whose text is closed: what was opened of it is dropped."""
        self.list: ErasureList | None = None
        """Where it is written down apart from the databases."""
        self._keys = keys
        self._block_at = block_at
        self._unlisted: list[Entry] = []
        self._unfinished: set[bytes] = set()
        self._told: str | None = None
        self._at_it = Lock()

    @property
    def finished(self) -> bool:
        """Whether nothing waits to be destroyed."""
        return not self._unfinished

    def close(self, covering: Covering, again: bool = False) -> None:
        """Nobody reads these texts here any more. `again`: it was seen to before; keys may have come back."""
        found = [(at, block) for at in covering.places if (block := self._block_at(at)) is not None]
        key_ids = [block.key_id for _, block in found]
        if key_ids and self.destroyed.issuperset(key_ids):
            return  # seen to at the start, and met again by the tail
        self.destroyed.update(key_ids)
        for key_id in key_ids:
            self.forget(key_id)
        gone = (
            {key_id for key_id, fault in self._keys.faults(key_ids).items() if fault is Fault.MISSING}
            if again
            else set()
        )
        self._unfinished.update(key_id for key_id in key_ids if key_id not in gone)
        texts = tuple(Text(at.stream, at.version, at.field, block.key_id.hex()) for at, block in found)
        self._unlisted.append(Entry(covering.by, texts, covering.person, covering.classes))

    def finish(self, thorough: bool = True) -> None:
        """List what is closed, then destroy its keys. What somebody keeps us from waits for the next time.

        `thorough` may keep a thread waiting for the database to write its files anew.
        """
        if not self._at_it.acquire(blocking=False):
            return
        try:
            self._list(tuple(self._unlisted))
            if doomed := tuple(self._unfinished):
                self._keys.destroy(doomed, thorough)
                self._unfinished.difference_update(doomed)
            self._told = None
        except (KeysUnavailable, ListBroken, OSError) as busy:
            if str(busy) != self._told:
                report("keys.destroy-waits", reason=str(busy))
            self._told = str(busy)
        finally:
            self._at_it.release()

    def _list(self, entries: tuple[Entry, ...]) -> None:
        if entries and self.list is not None:
            self.list.add(entries)
        del self._unlisted[: len(entries)]

    def sweep(self) -> None:
        """Let go of what a crash between deleting and clearing up may have left in the journals of the key database."""
        with suppress(KeysUnavailable):
            self._keys.destroy((), thorough=False)

    def are_gone(self, covering: Covering) -> bool:
        """Whether no key of these texts is left. Raises `KeysUnavailable`."""
        blocks = (self._block_at(at) for at in covering.places)
        key_ids = [block.key_id for block in blocks if block is not None]
        faults = self._keys.faults(key_ids)
        return self.finished and all(faults.get(key_id) is Fault.MISSING for key_id in key_ids)
