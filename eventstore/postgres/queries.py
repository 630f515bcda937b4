"""What is asked of the log's tables, with whatever connection one has."""

from collections.abc import Mapping
from typing import Any

from psycopg.rows import tuple_row

from domain.text import TextAt
from eventstore.deciding import Block
from eventstore.mapper import LogNotification
from eventstore.postgres.pool import translated

EVENT = "originator_id, originator_version, topic, state, position, recorded_at"
TIMELINE = "left(pg_walfile_name(pg_current_wal_lsn()), 8)"
"""Another one after a failover."""


def rows_of(connection: Any, query: str, wanted: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """A prepared statement's rows. Raises the library's errors at once."""
    cursor = connection.cursor(row_factory=tuple_row, binary=True)
    with translated():
        return cursor.execute(query, wanted, prepare=True).fetchall()  # type: ignore[no-any-return]


def stream_of(connection: Any, stream: str, upto: int) -> list[LogNotification]:
    """A stream's events up to a position.

    By the stream alone (`+ 0`): a server without figures would look through the index of positions for each stream, too.
    """
    query = (
        f"SELECT {EVENT} FROM stored_events WHERE originator_id=%(stream)s AND position + 0 <= %(upto)s"
        " ORDER BY originator_version"
    )
    return [LogNotification(*row) for row in rows_of(connection, query, {"stream": stream, "upto": upto})]


def stream_ids_of(connection: Any, kind: str, upto: int) -> list[str]:
    """The streams of a kind that stood at a position, in name order."""
    query = "SELECT id FROM streams WHERE kind=%(kind)s AND position <= %(upto)s ORDER BY id"
    return [row[0] for row in rows_of(connection, query, {"kind": kind, "upto": upto})]


def block_at(connection: Any, where: TextAt) -> Block | None:
    """The block of a text."""
    rows = rows_of(
        connection,
        "SELECT b.position, b.field, b.key_id, b.text_class, b.subject FROM stored_events e"
        " JOIN blocks b ON b.position = e.position AND b.field = %(field)s"
        " WHERE e.originator_id = %(stream)s AND e.originator_version = %(version)s",
        {"field": where.field, "stream": where.stream, "version": where.version},
    )
    return Block(*rows[0]) if rows else None


def blocks_of(connection: Any, subject: str, upto: int) -> list[tuple[TextAt, str]]:
    """Where texts about a subject were sealed up to a position, and of what class each is.

    No index: every event would pay for it, and somebody is erased once in a while.
    """
    rows = rows_of(
        connection,
        "SELECT e.originator_id, e.originator_version, b.field, b.text_class FROM blocks b"
        " JOIN stored_events e ON e.position = b.position"
        " WHERE b.subject = %(subject)s AND b.position <= %(upto)s ORDER BY b.position, b.field",
        {"subject": subject, "upto": upto},
    )
    return [(TextAt(*row[:3]), row[3]) for row in rows]
