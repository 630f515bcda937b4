"""Leases: of several processes one does a work, and another takes over when it is gone. By the database's clock."""

import time
from contextlib import suppress
from uuid import uuid4

from eventsourcing.persistence import PersistenceError
from psycopg.rows import tuple_row

from eventstore.postgres.pool import Pool

LEASE_S = 5
"""After so long without a word from the holder another may take it."""
RENEW_S = LEASE_S / 5
"""A holder says so this often, and the others ask."""

TAKE = """
INSERT INTO leases VALUES (%(name)s, %(holder)s, clock_timestamp() + %(for_s)s * interval '1 second')
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
WHERE leases.holder = excluded.holder OR leases.ends_at < clock_timestamp()
RETURNING holder
"""


class Lease:
    """A work's lease as one process sees it. What it guards has a fence of its own: a holder that slept may not know it lost."""

    def __init__(self, pool: Pool, name: str) -> None:
        self._pool = pool
        self._name = name
        self._holder = uuid4().hex
        self._asked_at = -RENEW_S
        self._held = False

    def held(self) -> bool:
        """Whether this process is the one. Raises the library's `PersistenceError`."""
        now = time.monotonic()
        if now - self._asked_at >= RENEW_S:
            self._held = False
            self._held = self._take()
            self._asked_at = now
        return self._held

    def give_up(self) -> None:
        """Let another have it at once. Raises the library's `PersistenceError`."""
        if self._held:
            self._held = False
            with self._pool.get_connection() as connection:
                connection.execute("DELETE FROM leases WHERE name=%s AND holder=%s", (self._name, self._holder))

    def close(self) -> None:
        """Give it up, and its connection. One that cannot be given up ends by itself."""
        with suppress(PersistenceError):
            self.give_up()
        self._pool.close()

    def _take(self) -> bool:
        wanted = {"name": self._name, "holder": self._holder, "for_s": LEASE_S}
        with self._pool.get_connection() as connection:
            return connection.cursor(row_factory=tuple_row).execute(TAKE, wanted).fetchone() is not None
