"""Kept rows on SQLite, in a file of their own: the log's file has one write lock, and rows can be made again."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from eventstore.mapper import KNOWN
from eventstore.rows import Fenced, Version

SCHEMA = """
CREATE TABLE IF NOT EXISTS rows (
  view TEXT, fold INTEGER, key TEXT, from_position INTEGER, body BLOB,
  PRIMARY KEY (view, fold, key, from_position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kept (
  id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT, folds TEXT, events TEXT, position INTEGER);
"""

RANGE = """
WITH RECURSIVE walk(key) AS (
  SELECT MIN(key) FROM rows WHERE view=:view AND fold=:fold AND key>:after AND key<:stop
  UNION ALL
  SELECT (SELECT MIN(r.key) FROM rows r WHERE r.view=:view AND r.fold=:fold AND r.key>walk.key AND r.key<:stop)
  FROM walk WHERE walk.key IS NOT NULL
)
SELECT walk.key, (
  SELECT r.body FROM rows r WHERE r.view=:view AND r.fold=:fold AND r.key=walk.key AND r.from_position<=:at
  ORDER BY r.from_position DESC LIMIT 1
) AS body
FROM walk WHERE walk.key IS NOT NULL AND body IS NOT NULL LIMIT :limit
"""

CHANGED = """
WITH RECURSIVE walk(key) AS (
  SELECT MIN(key) FROM rows WHERE view=:view AND fold=:fold AND key>:after AND key<:stop
  UNION ALL
  SELECT (SELECT MIN(r.key) FROM rows r WHERE r.view=:view AND r.fold=:fold AND r.key>walk.key AND r.key<:stop)
  FROM walk WHERE walk.key IS NOT NULL
)
SELECT walk.key, (
  SELECT r.body FROM rows r WHERE r.view=:view AND r.fold=:fold AND r.key=walk.key AND r.from_position<=:since
  ORDER BY r.from_position DESC LIMIT 1
) AS body
FROM walk WHERE walk.key IS NOT NULL AND EXISTS (
  SELECT 1 FROM rows r
  WHERE r.view=:view AND r.fold=:fold AND r.key=walk.key AND r.from_position>:since AND r.from_position<=:at
) LIMIT :limit
"""


class SQLiteRows:
    """Kept rows in a file (`synchronous=NORMAL`: what is lost is made again), or in memory."""

    def __init__(self, path: str, epoch: str, folds: str, head: int, events: frozenset[str] = KNOWN) -> None:
        self._lock, self._db = Lock(), _connect(path)
        # Whoever reads a row must not wait until a batch of rows is kept.
        in_memory = path == ":memory:"
        self._keeping, self._keeper = (self._lock, self._db) if in_memory else (Lock(), _connect(path))
        self._keeper.executescript(SCHEMA)
        self._begin(epoch, folds, head, events)

    def _begin(self, epoch: str, folds: str, head: int, events: frozenset[str]) -> None:
        """Rows of another life of the log, of other folds, or beyond its head are made again from the start.

        So are those of a process that knew more events than this one: each must be read here before anything is decided.
        """
        with self._keeping, self._transaction():
            kept = self._keeper.execute("SELECT epoch, folds, events, position FROM kept").fetchone()
            fits = kept is not None and kept[:2] == (epoch, folds) and events.issuperset(kept[2].split(","))
            position = kept[3] if fits and kept[3] <= head else 0
            if position == 0:
                self._keeper.execute("DELETE FROM rows")
            made_by = (epoch, folds, ",".join(sorted(events)), position)
            self._keeper.execute("INSERT OR REPLACE INTO kept VALUES (1,?,?,?,?)", made_by)

    def close(self) -> None:
        with self._keeping:
            self._keeper.close()
        with self._lock:
            self._db.close()

    def kept(self) -> int:
        with self._lock:
            return int(self._db.execute("SELECT position FROM kept").fetchone()[0])

    def get(self, view: str, fold: int, key: str, at: int) -> bytes | None:
        with self._lock:
            row = self._db.execute(
                "SELECT body FROM rows WHERE view=? AND fold=? AND key=? AND from_position<=?"
                " ORDER BY from_position DESC LIMIT 1",
                (view, fold, key, at),
            ).fetchone()
        return None if row is None else row[0]

    def range(self, view: str, fold: int, after: str, stop: str, at: int, limit: int) -> Sequence[tuple[str, bytes]]:
        asked = {"view": view, "fold": fold, "after": after, "stop": stop, "at": at, "limit": limit}
        with self._lock:
            return self._db.execute(RANGE, asked).fetchall()

    def changed(
        self, view: str, fold: int, after: str, stop: str, since: int, at: int, limit: int
    ) -> Sequence[tuple[str, bytes | None]]:
        asked = {"view": view, "fold": fold, "after": after, "stop": stop, "since": since, "at": at, "limit": limit}
        with self._lock:
            return self._db.execute(CHANGED, asked).fetchall()

    def versions(
        self, view: str, fold: int, key: str, after: int, at: int, limit: int
    ) -> Sequence[tuple[int, bytes | None]]:
        with self._lock:
            return self._db.execute(
                "SELECT from_position, body FROM rows"
                " WHERE view=? AND fold=? AND key=? AND from_position>? AND from_position<=? ORDER BY from_position LIMIT ?",
                (view, fold, key, after, at, limit),
            ).fetchall()

    def keep(self, before: int, after: int, versions: Sequence[Version]) -> None:
        with self._keeping, self._transaction():
            moved = self._keeper.execute("UPDATE kept SET position=? WHERE position=?", (after, before)).rowcount
            if moved != 1:
                raise Fenced
            self._keeper.executemany("INSERT INTO rows VALUES (?,?,?,?,?)", versions)

    def leads(self) -> bool:
        """Whoever keeps rows first has kept them; the fence is enough on one machine."""
        return True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._keeper.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._keeper.execute("COMMIT")
        finally:
            if self._keeper.in_transaction:
                self._keeper.execute("ROLLBACK")


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=5)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    return connection
