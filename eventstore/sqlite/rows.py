"""Kept rows on SQLite, in a file of their own: the log's file has one write lock, and rows can be made again.

They lie in sets, made by folds in their versions over one life of the log. One serves; another may be made beside it.
"""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from threading import Lock
from typing import Any, cast

from eventstore.differing import changed_of
from eventstore.lives import LAYOUT, Body, StoodKeys, lives_of, range_of, topic_between
from eventstore.mapper import KNOWN
from eventstore.rows import OVER_S, TIDIED, UNUSED_S, Fenced, Version
from eventstore.sqlite.differing import BETWEEN, CHANGED, WALK
from eventstore.sqlite.lives import BODIES, GONE, PERHAPS_BEGUN, places
from eventstore.sqlite.pool import translated

SCHEMA = """
CREATE TABLE IF NOT EXISTS rows (
  made INTEGER, view TEXT, fold INTEGER, key TEXT, from_position INTEGER, body BLOB,
  PRIMARY KEY (made, view, fold, key, from_position)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS rows_by_position ON rows (made, view, fold, from_position);
CREATE TABLE IF NOT EXISTS lives (
  made INTEGER, view TEXT, fold INTEGER, topic TEXT, from_position INTEGER, key TEXT, gone_at INTEGER,
  PRIMARY KEY (made, view, fold, topic, from_position, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row_sets (
  made INTEGER PRIMARY KEY AUTOINCREMENT, epoch TEXT NOT NULL, folds TEXT NOT NULL, events TEXT NOT NULL,
  position INTEGER NOT NULL, state TEXT NOT NULL, used_at INTEGER NOT NULL, instead_of INTEGER);
"""
OF_ONE_SET = """
DROP TABLE IF EXISTS rows;
DROP TABLE IF EXISTS kept;
"""
"""What a release kept that knew one set alone: its rows are made again."""
CACHE_KIB = 65_536
"""Of the pages that rows are put into, all over the file."""
USED_S = 3_600
"""A process says this often that it uses its set."""

RANGE = f"""{WALK}SELECT walk.key, (
  SELECT r.body FROM rows r WHERE r.made=:made AND r.view=:view AND r.fold=:fold AND r.key=walk.key AND r.from_position<=:at
  ORDER BY r.from_position DESC LIMIT 1
) AS body
FROM walk WHERE walk.key IS NOT NULL LIMIT :limit
"""
DELETED = (
    "DELETE FROM rows WHERE made=:made AND (view, fold, key, from_position) IN ("
    "SELECT view, fold, key, from_position FROM rows WHERE made=:made LIMIT :limit)",
    "DELETE FROM lives WHERE made=:made AND (view, fold, topic, from_position, key) IN ("
    "SELECT view, fold, topic, from_position, key FROM lives WHERE made=:made LIMIT :limit)",
)


class Set(StrEnum):
    """What becomes of a set."""

    SERVES = "serves"
    BESIDE = "beside"
    """It is being made."""
    OVER = "over"


class SQLiteRows:
    """Kept rows in a file (`synchronous=NORMAL`: what is lost is made again), or in memory. `anew`: a set beside the one that
    serves; one that was begun is gone on with.
    """

    def __init__(
        self, path: str, epoch: str, folds: str, head: int, events: frozenset[str] = KNOWN, anew: bool = False
    ) -> None:
        self._path = path
        self._lock, self._db = Lock(), _connect(path)
        # Whoever reads a row must not wait until a batch of rows is kept.
        in_memory = path == ":memory:"
        self._keeping, self._keeper = (self._lock, self._db) if in_memory else (Lock(), _connect(path))
        self._epoch, self._folds, self._events = epoch, f"{folds} {LAYOUT}", events
        self._stood = StoodKeys(self._look_for_stood)
        self._said_used_at = time.monotonic()
        with self._keeping, translated(path):
            self._keeper.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
            if self._keeper.execute("SELECT 1 FROM sqlite_master WHERE name='kept'").fetchone():
                self._keeper.executescript(OF_ONE_SET)
            self._keeper.executescript(SCHEMA)
            with self._transaction():
                self._made = self._begin(head, anew)

    def _begin(self, head: int, anew: bool) -> int:
        """The set to keep rows in. Rows of another life of the log, of other folds, or beyond its head are made from the start.

        So are those of a process that knew more events than this one: each must be read here before anything is decided.
        """
        self._over("epoch<>?", self._epoch)
        found = self._set(Set.BESIDE if anew else Set.SERVES)
        if found is not None and found[1] > head:
            self._over("made=?", found[0])
            found = None
        told = ",".join(sorted(self._events))
        if found is not None:
            self._keeper.execute("UPDATE row_sets SET events=?, used_at=? WHERE made=?", (told, _now(), found[0]))
            return found[0]
        state = Set.BESIDE if anew else Set.SERVES
        begun = self._keeper.execute(
            "INSERT INTO row_sets (epoch, folds, events, position, state, used_at) VALUES (?,?,?,0,?,?) RETURNING made",
            (self._epoch, self._folds, told, state, _now()),
        )
        return int(begun.fetchone()[0])

    def _set(self, state: str) -> tuple[int, int] | None:
        """The newest set in a state that fits what this process knows, and up to where it goes."""
        found = self._keeper.execute(
            "SELECT made, position, events FROM row_sets WHERE epoch=? AND folds=? AND state=? ORDER BY made DESC",
            (self._epoch, self._folds, state),
        ).fetchall()
        return next((each[:2] for each in found if self._events.issuperset(each[2].split(","))), None)

    def _over(self, which: str, value: object) -> None:
        self._keeper.execute(
            f"UPDATE row_sets SET state=?, used_at=? WHERE {which} AND state<>?", (Set.OVER, _now(), value, Set.OVER)
        )

    def close(self) -> None:
        with self._keeping:
            self._keeper.close()
        with self._lock:
            self._db.close()

    def kept(self) -> int:
        with self._lock, translated(self._path):
            while True:
                found = self._db.execute("SELECT position, state FROM row_sets WHERE made=?", (self._made,)).fetchone()
                if found is None:
                    return 0  # long unused, and let go of
                if found[1] != Set.OVER:
                    return int(found[0])
                after = self._db.execute("SELECT made FROM row_sets WHERE instead_of=?", (self._made,)).fetchone()
                if after is None:
                    return int(found[0])
                self._made = after[0]

    def get(self, view: str, fold: int, key: str, at: int) -> bytes | None:
        with self._lock, translated(self._path):
            row = self._db.execute(
                "SELECT body FROM rows WHERE made=? AND view=? AND fold=? AND key=? AND from_position<=?"
                " ORDER BY from_position DESC LIMIT 1",
                (self._made, view, fold, key, at),
            ).fetchone()
        return None if row is None else row[0]

    def range(self, view: str, fold: int, after: str, stop: str, at: int, limit: int) -> Sequence[tuple[str, bytes]]:
        asked = {"made": self._made, "view": view, "fold": fold, "at": at}
        topic = topic_between(after, stop)

        def walk(after: str, most: int) -> Sequence[Body]:
            return self._db.execute(RANGE, asked | {"after": after, "stop": stop, "limit": most}).fetchall()

        def stood(most: int) -> list[str] | None:
            return self._stood.of(view, fold, topic, at, most)

        def bodies(keys: Sequence[str]) -> Sequence[Body]:
            return self._db.execute(BODIES, asked | {"keys": json.dumps(keys)}).fetchall()

        with self._lock, translated(self._path):
            return range_of(walk, stood, bodies, after, stop, limit)

    def _look_for_stood(self, view: str, fold: int, topic: str, at: int, most: int) -> list[str]:
        keys = self._db.execute(
            "SELECT key FROM lives WHERE made=? AND view=? AND fold=? AND topic=? AND from_position<=?"
            " AND (gone_at IS NULL OR gone_at>?) LIMIT ?",
            (self._made, view, fold, topic, at, at, most),
        )
        return [key for (key,) in keys]

    def changed(
        self, view: str, fold: int, after: str, stop: str, since: int, at: int, limit: int
    ) -> Sequence[tuple[str, bytes | None]]:
        asked = {"made": self._made, "view": view, "fold": fold, "since": since, "at": at}

        def between(most: int) -> list[str]:
            return [key for (key,) in self._db.execute(BETWEEN, asked | {"limit": most})]

        def stood(keys: Sequence[str]) -> Sequence[Body]:
            return self._db.execute(BODIES, asked | {"at": since, "keys": json.dumps(keys)}).fetchall()

        def walk(after: str, most: int) -> Sequence[tuple[str, bool]]:
            return self._db.execute(CHANGED, asked | {"after": after, "stop": stop, "limit": most}).fetchall()

        with self._lock, translated(self._path):
            return changed_of(between, stood, walk, after, stop, limit)

    def versions(
        self, view: str, fold: int, key: str, after: int, at: int, limit: int
    ) -> Sequence[tuple[int, bytes | None]]:
        with self._lock, translated(self._path):
            return self._db.execute(
                "SELECT from_position, body FROM rows"
                " WHERE made=? AND view=? AND fold=? AND key=? AND from_position>? AND from_position<=?"
                " ORDER BY from_position LIMIT ?",
                (self._made, view, fold, key, after, at, limit),
            ).fetchall()

    def keep(self, before: int, after: int, versions: Sequence[Version]) -> None:
        made = self._made
        with self._keeping, self._transaction():
            moved = self._keeper.execute(
                "UPDATE row_sets SET position=? WHERE made=? AND position=? AND state<>?",
                (after, made, before, Set.OVER),
            ).rowcount
            if moved != 1:
                raise Fenced
            # In the order they lie in: whoever puts them in goes through the file once.
            in_order: list[Any] = sorted(cast("Sequence[Any]", versions))  # no two are of one key and position
            lives = lives_of(in_order)
            self._keeper.executemany(PERHAPS_BEGUN, places(made, lives.perhaps))
            self._keeper.executemany(f"INSERT INTO rows VALUES ({made},?,?,?,?,?)", in_order)
            self._keeper.executemany("INSERT INTO lives VALUES (?,?,?,?,?,?,NULL)", places(made, lives.begun))
            self._keeper.executemany(GONE, places(made, lives.gone))

    def leads(self) -> bool:
        """Whoever keeps rows first has kept them; the fence is enough on one machine. It also says that the set is in use."""
        if time.monotonic() - self._said_used_at >= USED_S:
            self._said_used_at = time.monotonic()
            with self._keeping, self._transaction():
                self._keeper.execute("UPDATE row_sets SET used_at=? WHERE made=?", (_now(), self._made))
        return True

    def serve(self) -> bool:
        with self._keeping, self._transaction():
            serving = self._set(Set.SERVES)
            own = self._keeper.execute("SELECT position FROM row_sets WHERE made=?", (self._made,)).fetchone()[0]
            if serving is not None and own < serving[1]:
                return False
            if serving is not None:
                self._over("made=?", serving[0])
            self._keeper.execute(
                "UPDATE row_sets SET state=?, used_at=?, instead_of=? WHERE made=?",
                (Set.SERVES, _now(), None if serving is None else serving[0], self._made),
            )
            return True

    def tidy(self) -> bool:
        with self._keeping, self._transaction():
            found = self._keeper.execute(
                "SELECT made FROM row_sets WHERE made<>? AND (state=? AND used_at<? OR used_at<?) LIMIT 1",
                (self._made, Set.OVER, _now() - OVER_S, _now() - UNUSED_S),
            ).fetchone()
            if found is None:
                return False
            for some in DELETED:
                if self._keeper.execute(some, {"made": found[0], "limit": TIDIED}).rowcount == TIDIED:
                    return True
            self._keeper.execute("DELETE FROM row_sets WHERE made=?", found)
            return True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with translated(self._path):
            self._keeper.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._keeper.execute("COMMIT")
            finally:
                if self._keeper.in_transaction:
                    self._keeper.execute("ROLLBACK")


def _connect(path: str) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=5)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
    return connection


def _now() -> int:
    return int(time.time())
