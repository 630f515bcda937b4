"""Deciding on PostgreSQL: at a head that is known, in one statement; or at the newest, while the log's row is locked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import psycopg
from eventsourcing.persistence import IntegrityError, PersistenceError
from psycopg.rows import tuple_row

from domain.text import TextAt
from eventstore.deciding import Block, Head, Overtaken, Receipt, ReceiptTaken, Stored, kind_or_none
from eventstore.mapper import LogNotification
from eventstore.postgres.pool import LOCK_HELD_S, translated
from eventstore.postgres.queries import EVENT, TIMELINE, block_at, blocks_of, rows_of, stream_ids_of, stream_of
from eventstore.postgres.schema import HEAD_KEY, RECEIPT_KEY

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
LOCK = (
    "BEGIN ISOLATION LEVEL READ COMMITTED;"
    f" SELECT head, last_at, {TIMELINE} FROM log_head FOR UPDATE;"
    # From here on, not while it waits: whoever is cut off between two messages is not idle to the server, and would hold the
    # lock for ever.
    f" SET LOCAL transaction_timeout = {int(LOCK_HELD_S * 1_000)}"
)
RECEIPTS = (
    "SELECT r.* FROM unnest(%(actors)b::text[], %(keys)b::text[]) AS wanted(actor, key)"
    " JOIN receipts r ON r.actor = wanted.actor AND r.key = wanted.key"
)


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
        return [LogNotification(*row) for row in rows_of(self._connection, query, {"position": position})]

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        return stream_of(self._connection, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        return stream_ids_of(self._connection, kind, upto)

    def version_at(self, stream: str, position: int) -> int:
        ((version,),) = rows_of(
            self._connection,
            "SELECT max(originator_version) FROM stored_events WHERE originator_id=%(stream)s AND position <= %(upto)s",
            {"stream": stream, "upto": position},
        )
        return version or 0

    def has_block(self, where: TextAt) -> bool:
        return block_at(self._connection, where) is not None

    def blocks_of(self, subject: str) -> Iterable[tuple[TextAt, str]]:
        return blocks_of(self._connection, subject, self.head.position)

    def append(
        self, events: Sequence[Stored], recorded_at: int, receipts: Sequence[Receipt], blocks: Sequence[Block]
    ) -> None:
        at = max(recorded_at, self.head.recorded_at) if events else self.head.recorded_at
        arguments = _arguments(self.head, at, events, receipts, blocks)
        try:
            if not self.alone:
                ((moved,),) = rows_of(self._connection, APPEND, arguments)
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


def under_lock(connection: Any, wanted: Sequence[tuple[str, str]]) -> PostgresDeciding:
    """Begin a transaction that holds the log's lock. Each statement sees what was committed before the lock was got."""
    # One message; in a pipeline the server would not notice that we fell silent while we hold the lock.
    with translated():
        locked = connection.cursor(row_factory=tuple_row).execute(LOCK)
    locked.nextset()
    ((position, last_at, life),) = locked.fetchall()
    actors, keys = [actor for actor, _ in wanted], [key for _, key in wanted]
    answered = rows_of(connection, RECEIPTS, {"actors": actors, "keys": keys}) if wanted else []
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
