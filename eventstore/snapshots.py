"""Snapshots: the log as it stood at one moment, read and hashed in two ways, for whoever signs what stands in it.

A mistake that is signed stays for ever. So every leaf is made twice: from the rows here, and, by another way, by the store.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from eventsourcing.persistence import PersistenceError as PersistenceError

from eventstore.stored import StoredRow


class Snapshot(Protocol):
    """One moment of the log."""

    @property
    def head(self) -> int:
        """The last position."""
        ...

    def rows(self, after: int, upto: int) -> Sequence[StoredRow]:
        """What stands after a position up to another, in order."""
        ...

    def hashes(self, after: int, upto: int) -> Sequence[bytes]:
        """The leaves of the same events, read another time and hashed in another way."""
        ...

    def stream(self, stream: str) -> Sequence[StoredRow]:
        """All of a stream, in order."""
        ...


class Snapshots(Protocol):
    """Takes them. Raises the library's `PersistenceError`."""

    def take(self) -> AbstractContextManager[Snapshot]: ...

    def close(self) -> None: ...
