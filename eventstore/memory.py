"""The log in memory: the library's POPO recorder with positions, receipts and blocks. For tests and stories."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from domain.text import TextAt
from eventstore.deciding import PERSONAL, Block, Head, Overtaken, Receipt, ReceiptTaken, Stored, kind_or_none
from eventstore.keys import KEY_BYTES, KeyDatabase
from eventstore.log import Log
from eventstore.mapper import LogNotification, StoredRow
from eventstore.master import MasterValue
from eventstore.sqlite.tables import KEYS, SQLiteTables


class MemoryRecorder(POPOApplicationRecorder):
    """Dense by construction: a position is an index."""

    def __init__(self) -> None:
        super().__init__()
        self._times: list[int] = []
        self._receipts: dict[tuple[str, str], Receipt] = {}
        self._blocks: dict[tuple[int, str], Block] = {}

    @contextmanager
    def deciding(self, wanted: Sequence[tuple[str, str]], known: Head | None) -> Iterator["MemoryDeciding"]:
        with self._database_lock:
            yield MemoryDeciding(self, wanted)

    def _insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        expected_head: int | None = None,
        recorded_at: int = 0,
        receipts: Sequence[Receipt] = (),
        blocks: Sequence[Block] = (),
        **kwargs: Any,
    ) -> Sequence[int] | None:
        with self._database_lock:
            if expected_head is not None and expected_head != len(self._stored_events):
                raise Overtaken
            # Nothing rolls back in memory, so receipts are judged before the events are added.
            if any((receipt.actor, receipt.key) in self._receipts for receipt in receipts):
                raise ReceiptTaken
            positions = super()._insert_events(stored_events, **kwargs)
            at = max([recorded_at, *self._times[-1:]])
            self._times += [at] * len(stored_events)
            self._receipts |= {(receipt.actor, receipt.key): receipt for receipt in receipts}
            self._blocks |= {(block.position, block.field): block for block in blocks}
            return positions

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        with self._database_lock:
            found = super().select_notifications(start, limit, stop, topics, inclusive_of_start=inclusive_of_start)
            return [self._timed(each.id) for each in found]

    def rows(self, after: int, limit: int, stop: int | None = None) -> Sequence[StoredRow]:
        """At most `limit` events after a position, in order, as they are stored."""
        with self._database_lock:
            end = min(after + limit, len(self._stored_events) if stop is None else stop, len(self._stored_events))
            return [
                (str(each.originator_id), each.originator_version, each.topic, each.state, at + 1, self._times[at])
                for at, each in enumerate(self._stored_events[after:end], after)
            ]

    def _timed(self, position: int) -> LogNotification:
        stored = self._stored_events[position - 1]
        return LogNotification(
            id=position,
            originator_id=stored.originator_id,
            originator_version=stored.originator_version,
            topic=stored.topic,
            state=stored.state,
            recorded_at=self._times[position - 1],
        )

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        """A stream's events up to a position."""
        with self._database_lock:
            return [self._timed(at + 1) for at in self._stored_events_index[stream].values() if at < upto]

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        """The streams of a kind that stood at a position, in name order."""
        with self._database_lock:
            return sorted(
                stream
                for stream, versions in self._stored_events_index.items()
                if kind_or_none(stream) == kind and any(at < upto for at in versions.values())
            )

    def event_at(self, stream: str, version: int) -> LogNotification | None:
        """One event of a stream."""
        with self._database_lock:
            index = self._stored_events_index[stream].get(version)
            return None if index is None else self._timed(index + 1)

    def blocks(self, after: tuple[int, str], limit: int) -> Sequence[Block]:
        """Blocks in order of position and field."""
        with self._database_lock:
            return [self._blocks[each] for each in sorted(self._blocks) if each > after][:limit]

    def personal_blocks(self) -> Sequence[Block]:
        """All blocks that are about a person."""
        with self._database_lock:
            return [each for each in self._blocks.values() if each.text_class in PERSONAL]

    def block_at(self, where: TextAt) -> Block | None:
        """The block of a text."""
        with self._database_lock:
            index = self._stored_events_index[where.stream].get(where.version)
            return None if index is None else self._blocks.get((index + 1, where.field))

    def blocks_of(self, subject: str, upto: int) -> Iterable[tuple[TextAt, str]]:
        """Where texts about a subject were sealed up to a position, and of what class each is."""
        with self._database_lock:
            found = [self._blocks[each] for each in sorted(self._blocks) if each[0] <= upto]
            at = {each.position: self._stored_events[each.position - 1] for each in found if each.subject == subject}
            return [
                (
                    TextAt(str(at[each.position].originator_id), at[each.position].originator_version, each.field),
                    each.text_class,
                )
                for each in found
                if each.subject == subject
            ]

    def epoch(self) -> str:
        """A log in memory lives once."""
        return "memory"

    @property
    def down(self) -> str | None:
        return None

    @property
    def losses(self) -> int:
        return 0

    def unsafe(self) -> str | None:
        return "a log in memory is lost when the process ends; set KLYNGE_STORE to a file"

    def close(self) -> None:
        """Nothing to give back."""


class MemoryDeciding:
    """The log while its lock is held."""

    alone: bool = True
    life: str = ""

    def __init__(self, recorder: MemoryRecorder, wanted: Sequence[tuple[str, str]]) -> None:
        self._recorder = recorder
        self.head = Head(len(recorder._stored_events), recorder._times[-1] if recorder._times else 0)
        self.receipts: Mapping[tuple[str, str], Receipt] = {
            pair: recorder._receipts[pair] for pair in wanted if pair in recorder._receipts
        }

    def events_after(self, position: int) -> Iterable[LogNotification]:
        return [self._recorder._timed(each) for each in range(position + 1, self.head.position + 1)]

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        return self._recorder.stream(stream, upto)

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        return self._recorder.stream_ids(kind, upto)

    def version_at(self, stream: str, position: int) -> int:
        index = self._recorder._stored_events_index[stream]
        return max((version for version, at in index.items() if at < position), default=0)

    def has_block(self, where: TextAt) -> bool:
        return self._recorder.block_at(where) is not None

    def blocks_of(self, subject: str) -> Iterable[tuple[TextAt, str]]:
        return self._recorder.blocks_of(subject, self.head.position)

    def append(
        self, events: Sequence[Stored], recorded_at: int, receipts: Sequence[Receipt], blocks: Sequence[Block]
    ) -> None:
        stored = [StoredEvent(*each) for each in events]
        self._recorder._insert_events(
            stored, expected_head=self.head.position, recorded_at=recorded_at, receipts=receipts, blocks=blocks
        )


def open_memory() -> Log:
    """A log that ends with the process."""
    keys = SQLiteTables(":memory:", KEYS)
    return Log(MemoryRecorder(), KeyDatabase(keys, keys, MasterValue("memory", bytes(KEY_BYTES))))
