"""The log on PostgreSQL: one order for several processes, by a row lock that is fair and held for one statement.

First try: one statement that takes the lock, and inserts if the head is still where it was decided at. Who was overtaken decides
once more in a transaction that holds the lock while it reads the tail: at most two tries. No table lock, no NOTIFY, and no
repeating here: what is not known to have failed is found by its receipt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from eventsourcing.persistence import IntegrityError, Notification, PersistenceError, ProgrammingError, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg.rows import tuple_row

from domain.text import TextAt
from eventstore.deciding import Block, Head, Overtaken, Receipt, ReceiptTaken, Stored, kind_or_none
from eventstore.mapper import LogNotification, StoredRow
from eventstore.postgres.pool import Pool, translated
from eventstore.postgres.schema import HEAD_KEY, RECEIPT_KEY

DURABLE = {
    "fsync": "an answered command could be lost when the power fails; set it to on",
    "full_page_writes": "a page that is half written when the power fails could not be mended; set it to on",
    "synchronous_commit": "an answered command could be lost when the server ends; set it to on",
    "data_checksums": "a page that the disk spoils would not be noticed; run pg_checksums --enable",
}
"""Settings that may not be off. The last is the only one that PostgreSQL before 18 leaves off by itself."""

EVENT = "originator_id, originator_version, topic, state, position, recorded_at"
APPEND = """
WITH moved AS (
  UPDATE log_head SET head = head + %(count)s, last_at = greatest(last_at, %(at)s)
  WHERE head = %(head)s AND last_at = %(last_at)s RETURNING last_at
), inserted AS (
  INSERT INTO stored_events
  SELECT %(head)s + n, stream, version, tag, state, last_at
  FROM moved, unnest(%(streams)b::text[], %(versions)b::bigint[], %(tags)b::text[], %(states)b::bytea[])
    WITH ORDINALITY AS event(stream, version, tag, state, n)
), created AS (
  INSERT INTO streams SELECT kind, id, position
  FROM moved, unnest(%(kinds)b::text[], %(ids)b::text[], %(positions)b::bigint[]) AS stream(kind, id, position)
), answered AS (
  INSERT INTO receipts SELECT actor, key, digest, first, last, refusal
  FROM moved, unnest(%(actors)b::text[], %(keys)b::text[], %(digests)b::bytea[], %(firsts)b::bigint[], %(lasts)b::bigint[],
    %(refusals)b::bytea[]) AS receipt(actor, key, digest, first, last, refusal)
), sealed AS (
  INSERT INTO blocks SELECT position, field, key_id, text_class, subject
  FROM moved, unnest(%(at_positions)b::bigint[], %(fields)b::text[], %(key_ids)b::bytea[], %(classes)b::text[],
    %(subjects)b::text[]) AS block(position, field, key_id, text_class, subject)
)
SELECT count(*) FROM moved
"""
TIMELINE = "left(pg_walfile_name(pg_current_wal_lsn()), 8)"
LOCK = f"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT head, last_at, {TIMELINE} FROM log_head FOR UPDATE"
RECEIPTS = (
    "SELECT r.* FROM unnest(%(actors)b::text[], %(keys)b::text[]) AS wanted(actor, key)"
    " JOIN receipts r ON r.actor = wanted.actor AND r.key = wanted.key"
)


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
                yield _under_lock(connection, wanted)
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
            return _stream(connection, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        """The streams of a kind that stood at a position, in name order."""
        with self.datastore.get_connection() as connection:
            return _stream_ids(connection, kind, upto)

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

    def block_at(self, where: TextAt) -> Block | None:
        """The block of a text."""
        with self.datastore.get_connection() as connection:
            return _block_at(connection, where)

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
        for name, reason in DURABLE.items():
            ((value,),) = self._select("SELECT current_setting(%(name)s)", {"name": name})
            if value in ("off", "local"):
                return f"PostgreSQL's {name} is {value}: {reason}"
        return None

    def _select(self, query: str, wanted: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        with self.datastore.get_connection() as connection:
            return _rows(connection, query, wanted)

    def _notifications(self, where: str, wanted: Mapping[str, Any]) -> list[LogNotification]:
        return [LogNotification(*row) for row in self._select(f"SELECT {EVENT} FROM stored_events {where}", wanted)]


class PostgresDeciding:
    """The log while the writer decides."""

    def __init__(
        self,
        connection: Any,
        head: Head,
        receipts: Mapping[tuple[str, str], Receipt],
        *,
        alone: bool,
        life: str = "",
    ) -> None:
        self._connection = connection
        self.head = head
        self.receipts = receipts
        self.alone = alone
        self.life = life

    def events_after(self, position: int) -> Iterable[LogNotification]:
        query = f"SELECT {EVENT} FROM stored_events WHERE position > %(position)s ORDER BY position"
        return [LogNotification(*row) for row in _rows(self._connection, query, {"position": position})]

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        return _stream(self._connection, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        return _stream_ids(self._connection, kind, upto)

    def version_at(self, stream: str, position: int) -> int:
        ((version,),) = _rows(
            self._connection,
            "SELECT max(originator_version) FROM stored_events WHERE originator_id=%(stream)s AND position <= %(upto)s",
            {"stream": stream, "upto": position},
        )
        return version or 0

    def has_block(self, where: TextAt) -> bool:
        return _block_at(self._connection, where) is not None

    def append(
        self, events: Sequence[Stored], recorded_at: int, receipts: Sequence[Receipt], blocks: Sequence[Block]
    ) -> None:
        at = max(recorded_at, self.head.recorded_at) if events else self.head.recorded_at
        arguments = _arguments(self.head, at, events, receipts, blocks)
        try:
            if not self.alone:
                ((moved,),) = _rows(self._connection, APPEND, arguments)
            else:
                with self._connection.pipeline():
                    cursor = self._connection.cursor(row_factory=tuple_row)
                    cursor.execute(APPEND, arguments, prepare=True)
                    self._connection.execute("COMMIT")
                ((moved,),) = cursor.fetchall()
        except (psycopg.errors.UniqueViolation, psycopg.errors.SerializationFailure) as error:
            raise _clash(error) from error
        if not moved:
            raise Overtaken


def _under_lock(connection: Any, wanted: Sequence[tuple[str, str]]) -> PostgresDeciding:
    """Begin a transaction that holds the log's lock. Each statement sees what was committed before the lock was got."""
    # One message; in a pipeline the server would not notice that we fell silent while we hold the lock.
    with translated():
        locked = connection.cursor(row_factory=tuple_row).execute(LOCK)
    locked.nextset()
    ((position, last_at, life),) = locked.fetchall()
    actors, keys = [actor for actor, _ in wanted], [key for _, key in wanted]
    answered = _rows(connection, RECEIPTS, {"actors": actors, "keys": keys}) if wanted else []
    receipts = {row[:2]: Receipt(*row) for row in answered}
    return PostgresDeciding(connection, Head(position, last_at), receipts, alone=True, life=life)


def _clash(error: psycopg.Error) -> PersistenceError | Overtaken | ReceiptTaken:
    """What a unique violation says: somebody appended, somebody used the key, or a stream has that version."""
    match error.diag.constraint_name:
        case None:
            return Overtaken()  # 40001: the database's own word for it
        case name if name == HEAD_KEY:
            return Overtaken()
        case name if name == RECEIPT_KEY:
            return ReceiptTaken()
        case _:
            return IntegrityError(str(error))


def _arguments(
    head: Head, at: int, events: Sequence[Stored], receipts: Sequence[Receipt], blocks: Sequence[Block]
) -> dict[str, Any]:
    numbered = enumerate(events, head.position + 1)
    created = [(each.originator_id, position) for position, each in numbered if each.originator_version == 1]
    return {
        "count": len(events),
        "at": at,
        "head": head.position,
        "last_at": head.recorded_at,
        "streams": [each.originator_id for each in events],
        "versions": [each.originator_version for each in events],
        "tags": [each.topic for each in events],
        "states": [each.state for each in events],
        "kinds": [kind_or_none(stream) for stream, _ in created],
        "ids": [stream for stream, _ in created],
        "positions": [position for _, position in created],
        "actors": [each.actor for each in receipts],
        "keys": [each.key for each in receipts],
        "digests": [each.digest for each in receipts],
        "firsts": [each.first for each in receipts],
        "lasts": [each.last for each in receipts],
        "refusals": [each.refusal for each in receipts],
        "at_positions": [each.position for each in blocks],
        "fields": [each.field for each in blocks],
        "key_ids": [each.key_id for each in blocks],
        "classes": [each.text_class for each in blocks],
        "subjects": [each.subject for each in blocks],
    }


def _rows(connection: Any, query: str, wanted: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    cursor = connection.cursor(row_factory=tuple_row, binary=True)
    with translated():
        return cursor.execute(query, wanted, prepare=True).fetchall()  # type: ignore[no-any-return]


def _stream(connection: Any, stream: str, upto: int) -> list[LogNotification]:
    query = (
        f"SELECT {EVENT} FROM stored_events WHERE originator_id=%(stream)s AND position <= %(upto)s"
        " ORDER BY originator_version"
    )
    return [LogNotification(*row) for row in _rows(connection, query, {"stream": stream, "upto": upto})]


def _stream_ids(connection: Any, kind: str, upto: int) -> list[str]:
    query = "SELECT id FROM streams WHERE kind=%(kind)s AND position <= %(upto)s ORDER BY id"
    return [row[0] for row in _rows(connection, query, {"kind": kind, "upto": upto})]


def _block_at(connection: Any, where: TextAt) -> Block | None:
    rows = _rows(
        connection,
        "SELECT b.position, b.field, b.key_id, b.text_class, b.subject FROM stored_events e"
        " JOIN blocks b ON b.position = e.position AND b.field = %(field)s"
        " WHERE e.originator_id = %(stream)s AND e.originator_version = %(version)s",
        {"field": where.field, "stream": where.stream, "version": where.version},
    )
    return Block(*rows[0]) if rows else None
