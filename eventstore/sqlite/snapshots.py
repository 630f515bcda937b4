"""Snapshots of a log on SQLite. SQLite knows no SHA-256: the second way is another connection, on which the database itself writes
the bytes of each leaf, and another program's hash of them.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from cryptography.hazmat.primitives.hashes import SHA256, Hash

from eventstore.sqlite.pool import translated
from eventstore.stored import EVENT, StoredRow

LOCK_TIMEOUT_S = 5
BETWEEN = "FROM stored_events WHERE position>? AND position<=? ORDER BY position"


def _field(column: str) -> str:
    """A column led by its length, in hexadecimal."""
    written = f"CAST(CAST({column} AS TEXT) AS BLOB)" if column != "state" else "CAST(state AS BLOB)"
    return f"printf('%08X', length({written})) || hex({written})"


FIELDS = ("position", "originator_id", "originator_version", "topic", "recorded_at", "state")
LEAVES = f"SELECT '00' || hex('klynge/v1' || char(10)) || {' || '.join(map(_field, FIELDS))} {BETWEEN}"


class SQLiteSnapshot:
    """Two connections inside a transaction each."""

    def __init__(self, first: sqlite3.Connection, second: sqlite3.Connection) -> None:
        self._first = first
        self._second = second
        with translated():
            self.head = int(first.execute("SELECT MAX(position) FROM stored_events").fetchone()[0] or 0)

    def rows(self, after: int, upto: int) -> Sequence[StoredRow]:
        with translated():
            return self._first.execute(f"SELECT {EVENT} {BETWEEN}", (after, upto)).fetchall()

    def hashes(self, after: int, upto: int) -> Sequence[bytes]:
        with translated():
            return [_hashed(bytes.fromhex(row[0])) for row in self._second.execute(LEAVES, (after, upto))]

    def stream(self, stream: str) -> Sequence[StoredRow]:
        wanted = f"SELECT {EVENT} FROM stored_events WHERE originator_id=? ORDER BY originator_version"
        with translated():
            return self._first.execute(wanted, (stream,)).fetchall()


class SQLiteSnapshots:
    """Opens the file for each look: one that was put back from a copy is another file."""

    def __init__(self, path: str) -> None:
        self._path = path

    @contextmanager
    def take(self) -> Iterator[SQLiteSnapshot]:
        with translated():
            first, second = self._connect(), self._connect()
        with closing(first), closing(second):
            yield SQLiteSnapshot(first, second)

    def close(self) -> None:
        """Nothing is kept open."""

    def _connect(self) -> sqlite3.Connection:
        # Never made here: an empty file would be taken for a log.
        connection = sqlite3.connect(
            f"file:{self._path}?mode=rw", uri=True, isolation_level=None, timeout=LOCK_TIMEOUT_S
        )
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")
        return connection


def _hashed(data: bytes) -> bytes:
    digest = Hash(SHA256())
    digest.update(data)
    return digest.finalize()
