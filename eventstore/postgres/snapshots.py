"""Snapshots of a log on PostgreSQL: one REPEATABLE READ transaction. The second way is the server's own `sha256`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg.rows import DictRow, tuple_row

from eventstore.postgres.pool import Pool, translated
from eventstore.stored import EVENT, StoredRow

BETWEEN = "FROM stored_events WHERE position > %(after)s AND position <= %(upto)s ORDER BY position"


def _field(column: str) -> str:
    """A column led by its length."""
    written = "state" if column == "state" else f"convert_to({column}::text, 'UTF8')"
    return f"int4send(octet_length({written})) || {written}"


FIELDS = ("position", "originator_id", "originator_version", "topic", "recorded_at", "state")
LEAVES = (
    "SELECT sha256(decode('00', 'hex') || convert_to('klynge/v1' || chr(10), 'UTF8') || "
    f"{' || '.join(map(_field, FIELDS))}) {BETWEEN}"
)


class PostgresSnapshot:
    """A connection inside its transaction."""

    def __init__(self, connection: psycopg.Connection[DictRow]) -> None:
        self._connection = connection
        ((head,),) = self._rows("SELECT max(position) FROM stored_events", {})
        self.head = int(head or 0)

    def rows(self, after: int, upto: int) -> Sequence[StoredRow]:
        return self._rows(f"SELECT {EVENT} {BETWEEN}", {"after": after, "upto": upto})

    def hashes(self, after: int, upto: int) -> Sequence[bytes]:
        return [row[0] for row in self._rows(LEAVES, {"after": after, "upto": upto})]

    def stream(self, stream: str) -> Sequence[StoredRow]:
        wanted = f"SELECT {EVENT} FROM stored_events WHERE originator_id = %(stream)s ORDER BY originator_version"
        return self._rows(wanted, {"stream": stream})

    def _rows(self, query: str, wanted: Mapping[str, Any]) -> list[Any]:
        cursor = self._connection.cursor(row_factory=tuple_row, binary=True)
        with translated():
            return cursor.execute(query, wanted, prepare=True).fetchall()


class PostgresSnapshots:
    """Takes a connection for each look."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    @contextmanager
    def take(self) -> Iterator[PostgresSnapshot]:
        with self._pool.get_connection() as connection:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield PostgresSnapshot(connection)
            finally:
                if not connection.closed:
                    with suppress(psycopg.Error):
                        connection.execute("ROLLBACK")

    def close(self) -> None:
        self._pool.close()
