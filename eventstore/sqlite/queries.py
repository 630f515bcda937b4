"""What is asked of the log's tables, with whatever cursor one has."""

from eventsourcing.sqlite import SQLiteCursor

from domain.text import TextAt
from eventstore.deciding import Block, Head
from eventstore.mapper import LogNotification

EVENT = "originator_id, originator_version, topic, state, position, recorded_at"
"""As `LogNotification` takes them."""


def head_of(cursor: SQLiteCursor) -> Head:
    cursor.execute("SELECT position, recorded_at FROM stored_events ORDER BY position DESC LIMIT 1")
    row = cursor.fetchone()
    return Head(0, 0) if row is None else Head(row[0], row[1])


def stream_of(cursor: SQLiteCursor, stream: str, upto: int) -> list[LogNotification]:
    """A stream's events up to a position."""
    cursor.execute(
        f"SELECT {EVENT} FROM stored_events WHERE originator_id=? AND position<=? ORDER BY originator_version",
        (stream, upto),
    )
    return [LogNotification(*row) for row in cursor.fetchall()]


def stream_ids_of(cursor: SQLiteCursor, kind: str, upto: int) -> list[str]:
    """The streams of a kind that stood at a position, in name order."""
    cursor.execute("SELECT id FROM streams WHERE kind=? AND position<=? ORDER BY id", (kind, upto))
    return [row[0] for row in cursor.fetchall()]


def block_at(cursor: SQLiteCursor, where: TextAt) -> Block | None:
    """The block of a text."""
    cursor.execute(
        "SELECT b.* FROM stored_events e JOIN blocks b ON b.position=e.position AND b.field=?"
        " WHERE e.originator_id=? AND e.originator_version=?",
        (where.field, where.stream, where.version),
    )
    row = cursor.fetchone()
    return None if row is None else Block(*row)


def blocks_of(cursor: SQLiteCursor, subject: str) -> list[tuple[TextAt, str]]:
    """Where texts about a subject were sealed, and of what class each is.

    No index: every event would pay for it, and somebody is erased once in a while.
    """
    cursor.execute(
        "SELECT e.originator_id, e.originator_version, b.field, b.text_class FROM blocks b"
        " JOIN stored_events e ON e.position=b.position WHERE b.subject=? ORDER BY b.position, b.field",
        (subject,),
    )
    return [(TextAt(*row[:3]), row[3]) for row in map(tuple, cursor.fetchall())]
