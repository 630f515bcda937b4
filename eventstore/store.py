"""A store: where everything of a region's record is kept. One for files, one for servers; whoever runs the house chooses."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from eventsourcing.persistence import InterfaceError, OperationalError

from eventstore.backing import Backed
from eventstore.documents import Documents
from eventstore.folds import Fold
from eventstore.keys import KeyDatabase, Master
from eventstore.log import Log
from eventstore.outbox import Outbox
from eventstore.proofs import Proofs
from eventstore.reads import Reads
from eventstore.rows import RowStore
from eventstore.search_index import SearchIndex
from eventstore.sessions import Sessions
from eventstore.snapshots import Snapshots
from eventstore.tables import Tables
from eventstore.webhooks import Webhooks

StoreFailure = (InterfaceError, OperationalError)
"""What reading raises while a store cannot be had."""


class Lease(Protocol):
    """Of several processes one does a work."""

    def held(self) -> bool:
        """Whether this process is the one, just now. Raises the library's `PersistenceError`."""
        ...

    def close(self) -> None:
        """Let another have it at once."""
        ...


class Store(Backed, Protocol):
    """Opens what it keeps. Everything that is opened is closed by whoever opened it."""

    @property
    def name(self) -> str:
        """As a message may say it: no password."""
        ...

    def aside(self, folder: Path) -> "Store | None":
        """Another store like this one, in a folder, to try a backup out in; None where there can be none."""
        ...

    def missing(self) -> str | None:
        """What is not there yet, in words; None: everything can be opened. Raises `StoreFailure` where that cannot be told."""
        ...

    def missing_of_log(self) -> str | None:
        """The same of the log and what stands beside it: for whoever needs no key of it, and may have none."""
        ...

    def create(self, role: str) -> None:
        """Make what is missing. `role`: who will use it, where the store knows roles."""
        ...

    def open_log(self) -> Log: ...

    def begin_epoch_where_cut(self, kept_log: Log) -> None:
        """Where more is signed of a log than it holds, somebody put an older file of it in its place by hand: let it begin another
        epoch, so that nobody goes on by a cursor over what is lost and misses what comes instead.
        """

    def open_keys(self) -> KeyDatabase: ...

    @property
    def master_key(self) -> Master:
        """What the keys are locked with."""
        ...

    def open_key_tables(self) -> Tables:
        """The key database as tables, for changing the master key."""
        ...

    def open_documents(self, log: Log) -> Documents:
        """The bytes of papers, under keys of the log's."""
        ...

    def open_rows(self, epoch: str, folds: tuple[Fold, ...], head: int, anew: bool = False) -> RowStore:
        """The rows that folds make of a life of the log. `anew`: a set beside the one that serves, until it `serve`s."""
        ...

    def open_sessions(self) -> Sessions: ...

    def open_reads(self) -> Reads:
        """The access log, apart from the log."""
        ...

    def open_webhooks(self, key: Callable[[], bytes]) -> Webhooks:
        """Who is told of events. `key` gives what their secrets are sealed under."""
        ...

    def open_outbox(self, key: Callable[[], bytes]) -> Outbox:
        """Who is told outside of what. `key` gives what their addresses are sealed under."""
        ...

    def open_proofs(self) -> Proofs:
        """The tree over the log, its signed heads, and who has seen them."""
        ...

    def open_snapshots(self) -> Snapshots:
        """The log, for whoever hashes it and does nothing else with it."""

    def open_search(self, key: Callable[[], bytes], epoch: str, version: int) -> SearchIndex:
        """The search index of a life of the log, as a version makes it. `key` gives what terms are hashed under."""
        ...

    def open_lease(self, name: str) -> Lease: ...
