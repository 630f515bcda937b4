"""Small tables in a PostgreSQL database."""

import time
from collections.abc import Iterable, Sequence
from typing import Any

from psycopg.rows import tuple_row

from eventstore.postgres.pool import REWRITE_RESTS, Pool, written_anew


class PostgresTables:
    """Statements on a pool's connections. Made by `klynge init`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._rests_until = 0.0
        """Until then no table is written anew."""

    def run(self, statement: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        with self._pool.get_connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row, binary=True)
            cursor.execute(statement.replace("?", "%s"), values)
            return cursor.fetchall() if cursor.description else []

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._pool.transaction(commit=True) as cursor:
            cursor.executemany(statement.replace("?", "%s"), rows)

    def erase(self, table: str, column: str, values: Iterable[Any], thorough: bool) -> bool:
        """A deleted row stays on its page, also vacuumed, until the table is written anew; nobody reads the table meanwhile. In the
        write-ahead log it stays as long as that is kept: docs/operations/nodes.md.
        """
        with self._pool.get_connection() as connection:
            # Planned for these values: of others an index may not be known to hold them.
            connection.execute(f"DELETE FROM {table} WHERE {column} = ANY(%s)", (list(values),), prepare=False)
        return thorough and self._rewrite(table)

    def _rewrite(self, table: str) -> bool:
        began = time.monotonic()
        if began < self._rests_until:
            return False
        done = self._pool.rewrite(table)
        ended = time.monotonic()
        self._rests_until = 0.0 if done else ended + REWRITE_RESTS * (ended - began)
        return done

    def settle(self, table: str) -> None:
        with self._pool.patient() as connection, connection.transaction():
            connection.execute(f"LOCK TABLE {table} IN SHARE MODE")

    def scrub(self, *tables: str) -> bool:
        """Each table is written anew while its readers wait. The write-ahead log holds what was there until it is reused."""
        with self._pool.patient() as connection:
            return all(written_anew(connection, table) for table in tables)

    def close(self) -> None:
        self._pool.close()
