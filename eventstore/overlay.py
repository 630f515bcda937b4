"""Overlay: the rows between what is kept and the head, folded in memory from this process's own tail.

Every read of a process is pinned at one kept position P: it reads the overlay, then kept rows at or before P, nothing else. So
whoever keeps rows may run ahead without a reader noticing.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import msgspec
from eventsourcing.persistence import PersistenceError

from domain.kernel import Recorded
from eventstore.folds import Fold, folds_of
from eventstore.report import report
from eventstore.rows import RowStore

RANGE_MAX = 100_000
"""Rows of one range read at once."""
READ_MAX = 64
"""Kept rows of a view that are remembered."""


class Overlay:
    """Rows as of any position up to `head`. Not shared between threads."""

    def __init__(self, folds: tuple[Fold, ...], store: RowStore) -> None:
        self._store = store
        self._folds = {fold.name: _Folded(fold, self) for fold in folds}
        self._folds_of = folds_of(folds)
        self.pinned = store.kept()
        self.head = self.pinned
        self.stale: dict[str, str] = {}
        """Views whose fold raised, and why: they stay as they were and the process is not ready."""

    def advance(self, recorded: Recorded) -> dict[str, dict[str, Any]]:
        """Fold the next event: view name -> the rows it changed."""
        changes: dict[str, dict[str, Any]] = {}
        self.head = recorded.position
        for fold in self._folds_of.get(type(recorded.event), ()):
            name, folded = fold.name, self._folds[fold.name]
            if name in self.stale:
                continue
            try:
                rows = folded.fold.evolve(folded.current, recorded)
            except PersistenceError:
                raise  # the store's fault, and no fold's
            except Exception as error:
                self.stale[name] = f"position {recorded.position}: {error!r}"
                report("view.stale", view=name, position=recorded.position, error=repr(error))
                continue
            if rows:
                folded.put(recorded.position, rows)
                changes[name] = dict(rows)
        return changes

    def rewind(self, position: int) -> None:
        """Forget what was folded after a position."""
        self.head = position
        for folded in self._folds.values():
            folded.rewind(position)

    def pin_kept(self) -> None:
        """Read as much as is kept now from there."""
        self.pin(self._store.kept())

    def pin(self, position: int) -> None:
        """Rows up to `position` are kept: read them there, and let them go here."""
        if not self.pinned < position <= self.head:
            return
        self.pinned = position
        for folded in self._folds.values():
            folded.drop(position)

    def get(self, view: str, key: str, at: int) -> Any:
        """A row as of a position; None where none stands."""
        return self._folds[view].get(key, at)

    def changes(self, view: str) -> int:
        """Another number whenever rows of a view changed: who keeps an answer sees whether it still holds."""
        return self._folds[view].changes

    def range(self, view: str, prefix: str, at: int, after: str = "", limit: int = RANGE_MAX) -> list[tuple[str, Any]]:
        """Rows whose key begins with a prefix, after a key, as of a position, in key order."""
        return self._folds[view].range(prefix, at, after, limit)

    def changed(
        self, view: str, prefix: str, since: int, at: int, limit: int, after: str = ""
    ) -> list[tuple[str, Any]]:
        """Rows whose key begins with a prefix, after a key, that changed after one position and up to another, as they stood at the
        first (None: there was none), in key order; at most so many."""
        return self._folds[view].changed(prefix, since, at, limit, after)

    def versions(self, view: str, key: str, after: int, at: int, limit: int) -> list[tuple[int, Any]]:
        """The versions of a row from after one position up to another, oldest first (None: it is gone); at most so many."""
        return self._folds[view].versions(key, after, at, limit)


class _Folded:
    """One view's rows over the kept ones."""

    def __init__(self, fold: Fold, overlay: Overlay) -> None:
        self.fold = fold
        self._overlay = overlay
        self._store = overlay._store
        self._decoder = msgspec.json.Decoder(fold.row)
        self._versions: dict[str, tuple[list[int], list[Any]]] = {}
        """key -> positions and rows, oldest first; None: the row is gone."""
        self._read: dict[tuple[str, int], Any] = {}
        """Kept rows that were read of late, by key and position: they never change, and many ask for the same at once."""
        self.changes = 0

    def put(self, position: int, rows: Any) -> None:
        self.changes += 1
        for key, row in rows.items():
            positions, versions = self._versions.setdefault(key, ([], []))
            positions.append(position)
            versions.append(row)

    def drop(self, upto: int) -> None:
        self._read.clear()
        for key in list(self._versions):
            positions, versions = self._versions[key]
            gone = bisect_right(positions, upto)
            if gone == len(positions):
                del self._versions[key]
            elif gone:
                self._versions[key] = (positions[gone:], versions[gone:])

    def rewind(self, position: int) -> None:
        self.changes += 1
        for key in list(self._versions):
            positions, versions = self._versions[key]
            left = bisect_right(positions, position)
            if left:
                del positions[left:], versions[left:]
            else:
                del self._versions[key]

    def current(self, key: str) -> Any:
        """What a fold reads: the newest row."""
        return self.get(key, self._overlay.head)

    def get(self, key: str, at: int) -> Any:
        found, row = self._overlaid(key, at)
        if found:
            return row
        asked = key, min(at, self._overlay.pinned)
        if asked not in self._read:
            if len(self._read) >= READ_MAX:
                self._read.clear()
            self._read[asked] = self._decoded(self._store.get(self.fold.name, self.fold.version, *asked))
        return self._read[asked]

    def range(self, prefix: str, at: int, after: str, limit: int) -> list[tuple[str, Any]]:
        start, stop = max(prefix, after), f"{prefix}\U0010ffff"
        overlaid = {}
        for key in self._versions:
            if start < key < stop:
                found, row = self._overlaid(key, at)
                if found:
                    overlaid[key] = row
        # Each overlaid row hides at most one kept row, so this many are enough to fill the limit.
        rows = dict(self._kept(start, stop, at, limit + len(overlaid))) | overlaid
        return [(key, rows[key]) for key in sorted(rows) if rows[key] is not None][:limit]

    def changed(self, prefix: str, since: int, at: int, limit: int, after: str) -> list[tuple[str, Any]]:
        start, stop, pinned = max(prefix, after), f"{prefix}\U0010ffff", min(at, self._overlay.pinned)
        found = {}
        if since < pinned:
            kept = self._store.changed(self.fold.name, self.fold.version, start, stop, since, pinned, limit)
            found = {key: self._decoded(body) for key, body in kept}
        for key, (positions, _) in self._versions.items():
            if start < key < stop and bisect_right(positions, at) > bisect_right(positions, since):
                found[key] = self.get(key, since)
        return [(key, found[key]) for key in sorted(found)][:limit]

    def versions(self, key: str, after: int, at: int, limit: int) -> list[tuple[int, Any]]:
        pinned = min(at, self._overlay.pinned)
        kept = self._store.versions(self.fold.name, self.fold.version, key, after, pinned, limit)
        found = [(position, self._decoded(body)) for position, body in kept]
        positions, rows = self._versions.get(key, ([], []))
        overlaid = zip(positions, rows, strict=True)
        return [*found, *(each for each in overlaid if max(after, pinned) < each[0] <= at)][:limit]

    def _decoded(self, body: bytes | None) -> Any:
        return None if body is None else self._decoder.decode(body)

    def _overlaid(self, key: str, at: int) -> tuple[bool, Any]:
        versions = self._versions.get(key)
        if versions is None:
            return False, None
        index = bisect_right(versions[0], at)
        return (True, versions[1][index - 1]) if index else (False, None)

    def _kept(self, start: str, stop: str, at: int, limit: int) -> Iterator[tuple[str, Any]]:
        pinned = min(at, self._overlay.pinned)
        for key, body in self._store.range(self.fold.name, self.fold.version, start, stop, pinned, limit):
            yield key, self._decoder.decode(body)
