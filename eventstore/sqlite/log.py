"""The log on SQLite (embedded default): explicit dense positions, decided while holding `BEGIN IMMEDIATE`.

Several processes may write one file: whoever holds the lock reads the head, looks receipts up, decides and inserts, so nobody
can be overtaken. `synchronous=FULL`: an answer means it is on disk.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from domain.text import TextAt
from eventstore.deciding import IS_PERSONAL, Block, Head, Overtaken, Receipt, Stored
from eventstore.mapper import LogNotification, StoredRow
from eventstore.sqlite.deciding import SQLiteDeciding, append
from eventstore.sqlite.pool import LogDatastore
from eventstore.sqlite.queries import EVENT, block_at, head_of, stream_ids_of, stream_of

SYNCHRONOUS_FULL = 2
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS stored_events ("
    " position INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL,"
    " topic TEXT NOT NULL, state BLOB NOT NULL, recorded_at INTEGER NOT NULL,"
    " UNIQUE (originator_id, originator_version))",
    "CREATE TABLE IF NOT EXISTS streams (kind TEXT, id TEXT, position INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS receipts ("
    " actor TEXT, key TEXT, digest BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, refusal BLOB,"
    " PRIMARY KEY (actor, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS blocks ("
    " position INTEGER, field TEXT, key_id BLOB NOT NULL, text_class TEXT NOT NULL, subject TEXT NOT NULL,"
    " PRIMARY KEY (position, field)) WITHOUT ROWID",
    f"CREATE INDEX IF NOT EXISTS blocks_personal ON blocks (text_class) WHERE {IS_PERSONAL}",
    "CREATE TABLE IF NOT EXISTS epochs (epoch TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO epochs SELECT lower(hex(randomblob(8))) WHERE NOT EXISTS (SELECT 1 FROM epochs)",
)


class SQLiteRecorder(SQLiteApplicationRecorder):
    """Reads and writes the log. The writer's datastore and the readers' are two, so that no reader waits for a writer."""

    def __init__(self, datastore: LogDatastore, readers: LogDatastore | None = None) -> None:
        super().__init__(datastore)
        self._readers = readers or datastore
        self.select_max_notification_id_statement = "SELECT MAX(position) FROM stored_events"

    def construct_create_table_statements(self) -> list[str]:
        return list(SCHEMA)

    def close(self) -> None:
        self.datastore.close()
        if self._readers is not self.datastore:
            self._readers.close()

    # --- writing ---

    @contextmanager
    def deciding(self, wanted: Sequence[tuple[str, str]], known: Head | None) -> Iterator[SQLiteDeciding]:
        with self.datastore.transaction(commit=True) as cursor:
            yield SQLiteDeciding(cursor, wanted)

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        expected_head: int | None = None,
        recorded_at: int = 0,
        receipts: Sequence[Receipt] = (),
        blocks: Sequence[Block] = (),
        **_: Any,
    ) -> Sequence[int] | None:
        head = head_of(c)
        if expected_head is not None and head.position != expected_head:
            raise Overtaken
        events = [
            Stored(str(each.originator_id), each.originator_version, each.topic, each.state) for each in stored_events
        ]
        append(c, head, events, recorded_at, receipts, blocks)
        return list(range(head.position + 1, head.position + 1 + len(stored_events)))

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
        statement, params = f"SELECT {EVENT} FROM stored_events WHERE position>=? ", [first]
        wanted: list[Any] = list(params)
        if stop is not None:
            statement += "AND position<=? "
            wanted.append(stop)
        if topics:
            statement += f"AND topic IN ({','.join('?' * len(topics))}) "
            wanted += topics
        with self._readers.transaction(commit=False) as c:
            c.execute(f"{statement}ORDER BY position LIMIT ?", (*wanted, limit))
            return [LogNotification(*row) for row in c.fetchall()]

    def rows(self, after: int, limit: int, stop: int | None = None) -> Sequence[StoredRow]:
        """At most `limit` events after a position, in order, as they are stored."""
        with self._readers.transaction(commit=False) as c:
            c.sqlite_cursor.row_factory = None
            upto = sys.maxsize if stop is None else stop
            c.execute(
                f"SELECT {EVENT} FROM stored_events WHERE position>? AND position<=? ORDER BY position LIMIT ?",
                (after, upto, limit),
            )
            rows: Sequence[StoredRow] = c.fetchall()
            return rows

    def max_notification_id(self) -> int:
        with self._readers.transaction(commit=False) as c:
            return self._max_notification_id(c)

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        """A stream's events up to a position."""
        with self._readers.transaction(commit=False) as c:
            return stream_of(c, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        """The streams of a kind that stood at a position, in name order."""
        with self._readers.transaction(commit=False) as c:
            return stream_ids_of(c, kind, upto)

    def event_at(self, stream: str, version: int) -> LogNotification | None:
        """One event of a stream."""
        with self._readers.transaction(commit=False) as c:
            c.execute(
                f"SELECT {EVENT} FROM stored_events WHERE originator_id=? AND originator_version=?", (stream, version)
            )
            row = c.fetchone()
            return None if row is None else LogNotification(*row)

    def blocks(self, after: tuple[int, str], limit: int) -> Sequence[Block]:
        """Blocks in order of position and field."""
        with self._readers.transaction(commit=False) as c:
            c.execute(
                "SELECT * FROM blocks WHERE (position, field)>(?,?) ORDER BY position, field LIMIT ?", (*after, limit)
            )
            return [Block(*row) for row in c.fetchall()]

    def personal_blocks(self) -> Sequence[Block]:
        """All blocks that are about a person."""
        with self._readers.transaction(commit=False) as c:
            c.execute(f"SELECT * FROM blocks WHERE {IS_PERSONAL}")
            return [Block(*row) for row in c.fetchall()]

    def block_at(self, where: TextAt) -> Block | None:
        """The block of a text."""
        with self._readers.transaction(commit=False) as c:
            return block_at(c, where)

    def epoch(self) -> str:
        """The life of this file: another one after it was put back from a copy."""
        with self._readers.transaction(commit=False) as c:
            c.execute("SELECT epoch FROM epochs")
            return str(c.fetchone()[0])

    def begin_epoch(self) -> None:
        """Say that this file starts another life: it was put back from a copy, so positions may be taken again."""
        with self.datastore.transaction(commit=True) as c:
            c.execute("UPDATE epochs SET epoch=lower(hex(randomblob(8)))")

    @property
    def down(self) -> str | None:
        return None

    @property
    def losses(self) -> int:
        return 0

    def unsafe(self) -> str | None:
        with self.datastore.transaction(commit=False) as c:
            c.execute("PRAGMA synchronous")
            if int(c.fetchone()[0]) < SYNCHRONOUS_FULL:
                return "SQLite's synchronous is below FULL: an answered command could be lost when the power fails"
        return None
