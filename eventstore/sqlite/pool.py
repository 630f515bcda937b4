"""Connections to the log's SQLite file: the library's pool, made durable, and safe where the library's is not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from eventsourcing.persistence import DatabaseError, IntegrityError, OperationalError
from eventsourcing.sqlite import (
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

LOCK_TIMEOUT_S = 5


@contextmanager
def translated(opening: str = "") -> Iterator[None]:
    """What SQLite cannot do, told in the library's words; of a file that is being opened, with its name."""
    named = f"{opening}: " if opening else ""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise IntegrityError(error) from error
    except sqlite3.OperationalError as error:
        raise OperationalError(f"{named}{error}") from error
    except sqlite3.Error as error:
        raise DatabaseError(f"{named}{error}") from error


class _Cursor(SQLiteCursor):
    """The library's, but what SQLite cannot do is told in the library's words at once, not when the transaction ends."""

    def execute(self, *args: Any, **kwargs: Any) -> None:
        with translated():
            self.sqlite_cursor.execute(*args, **kwargs)

    def executemany(self, *args: Any, **kwargs: Any) -> None:
        with translated():
            self.sqlite_cursor.executemany(*args, **kwargs)

    def fetchone(self) -> Any:
        with translated():
            return self.sqlite_cursor.fetchone()

    def fetchall(self) -> Any:
        with translated():
            return self.sqlite_cursor.fetchall()


class _Transaction(SQLiteTransaction):
    """The library's, but one that writes takes its lock at once, and one that cannot be committed is rolled back."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        return cursor

    def __exit__(self, *raised: Any) -> None:
        try:
            super().__exit__(*raised)
        finally:
            # SQLite does not promise to roll back a commit that failed (full, I/O), and the connection must begin another.
            if self.connection._sqlite_conn.in_transaction:
                self.connection.rollback()


class _Connection(SQLiteConnection):
    def cursor(self) -> SQLiteCursor:
        return _Cursor(self._sqlite_conn.cursor())

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _Transaction(self, commit=commit) as cursor, cursor:
            yield cursor


class _Pool(SQLiteConnectionPool):
    """The library's, durable, and closed only when nobody uses it (closing under a reader kills the process)."""

    def _create_connection(self) -> SQLiteConnection:
        # Not the library's own connection: that one keeps a single prepared statement, so each is compiled at every use.
        try:
            connection = sqlite3.connect(
                self.db_name, check_same_thread=False, isolation_level=None, timeout=self.lock_timeout or LOCK_TIMEOUT_S
            )
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
        except Exception as error:
            # Only an error the pool knows gives the writer's lock back.
            raise OperationalError(f"{self.db_name}: {error}") from error
        connection.row_factory = sqlite3.Row
        return _Connection(sqlite_conn=connection, max_age=self.max_age)

    def close(self) -> None:
        with self._put_condition:
            self._put_condition.wait_for(lambda: not self._in_use, timeout=LOCK_TIMEOUT_S)
        super().close()


class LogDatastore(SQLiteDatastore):
    """A pool of connections to the log's file."""

    def __init__(self, path: str, pool_size: int = 5) -> None:
        super().__init__(path, originator_id_type="text")
        super().close()
        self.pool = _Pool(db_name=path, lock_timeout=LOCK_TIMEOUT_S, pool_size=pool_size)
