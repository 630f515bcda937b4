"""Snapshots of a log on SQLite. SQLite knows no SHA-256: the second way is another connection, on which the database itself writes
the bytes of each leaf, and another program's hash of them.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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
    """Two connections, kept from look to look: opening a file costs more than looking whether the log has grown."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: tuple[int, int] | None = None
        """Which file it is: one that was put back from a copy is another."""
        self._connections: tuple[sqlite3.Connection, ...] = ()

    @contextmanager
    def take(self) -> Iterator[SQLiteSnapshot]:
        try:
            with translated(self._path):
                first, second = self._opened()
                for each in (first, second):
                    each.execute("BEGIN")
            yield SQLiteSnapshot(first, second)
            for each in (first, second):
                each.rollback()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        for each in self._connections:
            each.close()
        self._connections = ()

    def _opened(self) -> tuple[sqlite3.Connection, ...]:
        try:
            found = os.stat(self._path)
        except OSError as missing:
            raise sqlite3.OperationalError(f"unable to open database file: {missing.strerror}") from missing
        file = (found.st_dev, found.st_ino)
        if not self._connections or file != self._file:
            self.close()
            self._connections, self._file = (self._connect(), self._connect()), file
        return self._connections

    def _connect(self) -> sqlite3.Connection:
        # Never made here: an empty file would be taken for a log.
        connection = sqlite3.connect(
            f"file:{self._path}?mode=rw",
            uri=True,
            isolation_level=None,
            timeout=LOCK_TIMEOUT_S,
            check_same_thread=False,
        )
        connection.execute("PRAGMA query_only=ON")
        return connection


def _hashed(data: bytes) -> bytes:
    digest = Hash(SHA256())
    digest.update(data)
    return digest.finalize()
