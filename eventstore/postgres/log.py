"""The log on PostgreSQL: one order for several processes, by a row lock that is fair and held for one statement.

First try: one statement that takes the lock, and inserts if the head is still where it was decided at. Who was overtaken decides
once more in a transaction that holds the lock while it reads the tail: at most two tries. No table lock, no NOTIFY, and no
repeating here: what is not known to have failed is found by its receipt.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from eventsourcing.persistence import Notification, ProgrammingError, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder

from domain.text import TextAt
from eventstore.deciding import IS_PERSONAL, Block, Head, Overtaken, Receipt, Stored
from eventstore.mapper import LogNotification, StoredRow
from eventstore.postgres.deciding import PostgresDeciding, under_lock
from eventstore.postgres.pool import Pool
from eventstore.postgres.queries import EVENT, TIMELINE, block_at, rows_of, stream_ids_of, stream_of

CLOCKS_APART_S_MAX = 300
"""As much as whoever verifies allows between the record's times and its witnesses'."""
DURABLE = {
    "fsync": "an answered command could be lost when the power fails; set it to on",
    "full_page_writes": "a page that is half written when the power fails could not be mended; set it to on",
    "synchronous_commit": "an answered command could be lost when the server ends; set it to on",
    "data_checksums": "a page that the disk spoils would not be noticed; run pg_checksums --enable",
}
"""Settings that may not be off. The last is the only one that PostgreSQL before 18 leaves off by itself."""


class PostgresRecorder(PostgresApplicationRecorder):
    """Reads and writes the log."""

    datastore: Pool

    def __init__(self, datastore: Pool) -> None:
        if datastore.enable_db_functions:
            # They insert without a lock, and whoever reads on meanwhile misses events for ever.
            raise ProgrammingError("the log cannot be kept with POSTGRES_ENABLE_DB_FUNCTIONS")
        super().__init__(datastore)

    def create_table(self) -> None:
        """The schema belongs to another role: `klynge init` makes it."""

    def close(self) -> None:
        self.datastore.close()

    # --- writing ---

    @contextmanager
    def deciding(self, wanted: Sequence[tuple[str, str]], known: Head | None) -> Iterator["PostgresDeciding"]:
        """At a known head, or, with None, at the newest while nobody else appends."""
        with self.datastore.get_connection() as connection:
            if known is not None:
                yield PostgresDeciding(connection, known, {}, alone=False)
                return
            try:
                yield under_lock(connection, wanted)
            finally:
                # Committed by `append`; what was not appended is not kept.
                if not connection.closed and connection.info.transaction_status:
                    with suppress(psycopg.Error):
                        connection.execute("ROLLBACK")

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        expected_head: int | None = None,
        recorded_at: int = 0,
        receipts: Sequence[Receipt] = (),
        blocks: Sequence[Block] = (),
        **_: Any,
    ) -> Sequence[int] | None:
        events = [
            Stored(str(each.originator_id), each.originator_version, each.topic, each.state) for each in stored_events
        ]
        with self.deciding((), None) as deciding:
            if expected_head not in (None, deciding.head.position):
                raise Overtaken
            deciding.append(events, recorded_at, receipts, blocks)
        return list(range(deciding.head.position + 1, deciding.head.position + 1 + len(events)))

    # --- reading ---

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        first = 1 if start is None else start + (0 if inclusive_of_start else 1)
        wanted: dict[str, Any] = {"first": first, "limit": limit, "stop": stop, "topics": list(topics)}
        return self._notifications(
            "WHERE position >= %(first)s"
            + (" AND position <= %(stop)s" if stop is not None else "")
            + (" AND topic = ANY(%(topics)s)" if topics else "")
            + " ORDER BY position LIMIT %(limit)s",
            wanted,
        )

    def rows(self, after: int, limit: int, stop: int | None = None) -> Sequence[StoredRow]:
        """At most `limit` events after a position, in order, as they are stored."""
        wanted: dict[str, Any] = {"after": after, "limit": limit, "stop": stop}
        upto = "" if stop is None else " AND position <= %(stop)s"
        query = f"SELECT {EVENT} FROM stored_events WHERE position > %(after)s{upto} ORDER BY position LIMIT %(limit)s"
        rows: Sequence[Any] = self._select(query, wanted)
        return rows

    def max_notification_id(self) -> int | None:
        ((head,),) = self._select("SELECT max(position) FROM stored_events", {})
        return None if head is None else int(head)

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        """A stream's events up to a position."""
        with self.datastore.get_connection() as connection:
            return stream_of(connection, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        """The streams of a kind that stood at a position, in name order."""
        with self.datastore.get_connection() as connection:
            return stream_ids_of(connection, kind, upto)

    def event_at(self, stream: str, version: int) -> LogNotification | None:
        """One event of a stream."""
        where = {"stream": stream, "version": version}
        found = self._notifications("WHERE originator_id=%(stream)s AND originator_version=%(version)s", where)
        return found[0] if found else None

    def blocks(self, after: tuple[int, str], limit: int) -> Sequence[Block]:
        """Blocks in order of position and field."""
        wanted = {"position": after[0], "field": after[1], "limit": limit}
        return [
            Block(*row)
            for row in self._select(
                "SELECT position, field, key_id, text_class, subject FROM blocks"
                " WHERE (position, field) > (%(position)s, %(field)s) ORDER BY position, field LIMIT %(limit)s",
                wanted,
            )
        ]

    def personal_blocks(self) -> Sequence[Block]:
        """All blocks that are about a person."""
        query = f"SELECT position, field, key_id, text_class, subject FROM blocks WHERE {IS_PERSONAL}"
        return [Block(*row) for row in self._select(query, {})]

    def block_at(self, where: TextAt) -> Block | None:
        """The block of a text."""
        with self.datastore.get_connection() as connection:
            return block_at(connection, where)

    def epoch(self) -> str:
        """The life of this database: another one on another timeline, since a failover may have lost the end of the log."""
        ((epoch, timeline),) = self._select(f"SELECT epoch, {TIMELINE} FROM epochs", {})
        return f"{epoch}{timeline}"

    @property
    def down(self) -> str | None:
        return self.datastore.down

    @property
    def losses(self) -> int:
        return self.datastore.losses

    def unsafe(self) -> str | None:
        ((there,),) = self._select("SELECT extract(epoch FROM clock_timestamp())::float8", {})
        if (apart_s := abs(time.time() - there)) > CLOCKS_APART_S_MAX:
            told = f"the clocks of this machine and of PostgreSQL's are {apart_s:.0f} seconds apart"
            return f"{told}: a time that stands in the record never falls again, so set them first"
        for name, reason in DURABLE.items():
            ((value,),) = self._select("SELECT current_setting(%(name)s)", {"name": name})
            if value in ("off", "local"):
                return f"PostgreSQL's {name} is {value}: {reason}"
        return None

    def _select(self, query: str, wanted: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        with self.datastore.get_connection() as connection:
            return rows_of(connection, query, wanted)

    def _notifications(self, where: str, wanted: Mapping[str, Any]) -> list[LogNotification]:
        return [LogNotification(*row) for row in self._select(f"SELECT {EVENT} FROM stored_events {where}", wanted)]
