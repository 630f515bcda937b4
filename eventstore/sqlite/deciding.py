"""Deciding on SQLite: while holding the write lock, so that nobody can be overtaken."""

from collections.abc import Iterable, Mapping, Sequence

from eventsourcing.persistence import IntegrityError
from eventsourcing.sqlite import SQLiteCursor

from domain.text import TextAt
from eventstore.deciding import Block, Head, Receipt, ReceiptTaken, Stored, kind_or_none
from eventstore.mapper import LogNotification
from eventstore.sqlite.queries import EVENT, block_at, blocks_of, head_of, stream_ids_of, stream_of


class SQLiteDeciding:
    """The log while this process holds its write lock."""

    alone: bool = True
    life: str = ""

    def __init__(self, cursor: SQLiteCursor, wanted: Sequence[tuple[str, str]]) -> None:
        self._cursor = cursor
        self.head = head_of(cursor)
        self.receipts: Mapping[tuple[str, str], Receipt] = _receipts(cursor, wanted)

    def events_after(self, position: int) -> Iterable[LogNotification]:
        self._cursor.execute(f"SELECT {EVENT} FROM stored_events WHERE position>? ORDER BY position", (position,))
        return [LogNotification(*row) for row in self._cursor.fetchall()]

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        return stream_of(self._cursor, stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        return stream_ids_of(self._cursor, kind, upto)

    def version_at(self, stream: str, position: int) -> int:
        self._cursor.execute(
            "SELECT MAX(originator_version) FROM stored_events WHERE originator_id=? AND position<=?",
            (stream, position),
        )
        return self._cursor.fetchone()[0] or 0

    def has_block(self, where: TextAt) -> bool:
        return block_at(self._cursor, where) is not None

    def blocks_of(self, subject: str) -> Iterable[tuple[TextAt, str]]:
        return blocks_of(self._cursor, subject)

    def append(
        self, events: Sequence[Stored], recorded_at: int, receipts: Sequence[Receipt], blocks: Sequence[Block]
    ) -> None:
        append(self._cursor, self.head, events, recorded_at, receipts, blocks)


def receipts_query(count: int) -> str:
    """The receipts of so many (actor, key) pairs. A row value list in WHERE scans the whole table; a join keeps to the index."""
    values = ",".join(["(?,?)"] * count)
    return f"WITH w(a,k) AS (VALUES {values}) SELECT r.* FROM w JOIN receipts r ON r.actor=w.a AND r.key=w.k"


def _receipts(cursor: SQLiteCursor, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Receipt]:
    if not wanted:
        return {}
    cursor.execute(receipts_query(len(wanted)), [each for pair in wanted for each in pair])
    return {(row[0], row[1]): Receipt(*row) for row in cursor.fetchall()}


def append(
    cursor: SQLiteCursor,
    head: Head,
    events: Sequence[Stored],
    recorded_at: int,
    receipts: Sequence[Receipt],
    blocks: Sequence[Block],
) -> None:
    """All of it after the head, which nobody moves meanwhile: the write lock is held."""
    position, recorded_at = head.position, max(recorded_at, head.recorded_at)
    cursor.executemany(
        "INSERT INTO stored_events VALUES (?,?,?,?,?,?)",
        [
            (at, stream, version, tag, state, recorded_at)
            for at, (stream, version, tag, state) in enumerate(events, position + 1)
        ],
    )
    created = [
        (kind_or_none(stream), stream, at)
        for at, (stream, version, _, _) in enumerate(events, position + 1)
        if version == 1
    ]
    if created:
        cursor.executemany("INSERT INTO streams VALUES (?,?,?)", created)
    if receipts:
        answered = [(each.actor, each.key, each.digest, each.first, each.last, each.refusal) for each in receipts]
        try:
            cursor.executemany("INSERT INTO receipts VALUES (?,?,?,?,?,?)", answered)
        except IntegrityError as taken:
            raise ReceiptTaken from taken
    if blocks:
        cursor.executemany(
            "INSERT INTO blocks VALUES (?,?,?,?,?)",
            [(each.position, each.field, each.key_id, each.text_class, each.subject) for each in blocks],
        )
