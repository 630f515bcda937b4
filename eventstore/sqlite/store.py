"""A store in files, each of its own: the log, its keys, its rows, the bytes of papers, who is signed in, who read what, who is told
of events, and what is proven of the log.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from eventstore.documents import Documents
from eventstore.folds import Fold, fingerprint
from eventstore.keys import KeyDatabase, Master
from eventstore.log import Log
from eventstore.master import MasterFile, MasterValue
from eventstore.outbox import Outbox
from eventstore.proofs import Proofs
from eventstore.reads import Reads
from eventstore.report import report
from eventstore.search_index import SearchIndex
from eventstore.sessions import Sessions
from eventstore.sqlite.backup import copy_files, put_files_back, put_log_back, require_nothing_at
from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.pool import LogDatastore
from eventstore.sqlite.rows import SQLiteRows
from eventstore.sqlite.snapshots import SQLiteSnapshots
from eventstore.sqlite.tables import (
    DOCUMENTS,
    KEYS,
    OUTBOX,
    PROOFS,
    READS,
    SEARCH,
    SESSIONS,
    SESSIONS_ADDED,
    WEBHOOKS,
    SQLiteTables,
)
from eventstore.webhooks import Webhooks


class SQLiteStore(Struct, frozen=True):
    """The embedded default: everything in one folder, but the keys where one likes."""

    log: Path
    keys: Path
    master: MasterFile | MasterValue | None = None
    """The master key; None: it lies beside the key database as `.master`."""

    @property
    def name(self) -> str:
        return str(self.log)

    @property
    def rows(self) -> Path:
        """Kept rows, beside the log."""
        return self.log.with_suffix(".rows.db")

    @property
    def sessions(self) -> Path:
        """Sessions and tickets, beside the log."""
        return self.log.with_suffix(".sessions.db")

    @property
    def reads(self) -> Path:
        """The access log, beside the log."""
        return self.log.with_suffix(".reads.db")

    @property
    def webhooks(self) -> Path:
        """Who is told of events, beside the log."""
        return self.log.with_suffix(".webhooks.db")

    @property
    def outbox(self) -> Path:
        """Who is told outside of what, beside the log."""
        return self.log.with_suffix(".outbox.db")

    @property
    def proofs(self) -> Path:
        """The tree over the log and its signed heads, beside the log."""
        return self.log.with_suffix(".proofs.db")

    @property
    def search(self) -> Path:
        """The search index, beside the log."""
        return self.log.with_suffix(".search.db")

    @property
    def documents(self) -> Path:
        """Bytes of papers, beside the log."""
        return self.log.with_suffix(".documents.db")

    @property
    def files(self) -> tuple[Path, ...]:
        beside = (
            self.rows,
            self.sessions,
            self.reads,
            self.webhooks,
            self.outbox,
            self.search,
            self.documents,
            self.proofs,
        )
        return (self.log, self.keys, *beside)

    # --- backups ---

    @property
    def _copied(self) -> dict[str, Path]:
        """name in a backup -> database. Of a log that grows meanwhile, the heads are of a part; papers are there before it tells of
        them, so they are copied after it.
        """
        return {
            "proofs.db": self.proofs,
            "log.db": self.log,
            "documents.db": self.documents,
            "reads.db": self.reads,
            "webhooks.db": self.webhooks,
            "outbox.db": self.outbox,
        }

    def copy_log(self, folder: Path, programs: Path | None) -> None:
        copy_files(self._copied, folder)

    def copy_keys(self, folder: Path, programs: Path | None) -> None:
        copy_files({"keys.db": self.keys}, folder)

    def aside(self, folder: Path) -> "SQLiteStore":
        master = self.master or MasterFile(self.keys.with_suffix(".master"))
        return SQLiteStore(folder / "log.db", folder / "keys.db", master)

    def require_empty(self) -> None:
        require_nothing_at(self.files)

    def put_back(self, folder: Path, keys: Path, programs: Path | None) -> None:
        put_files_back({"keys.db": self.keys}, keys)
        put_files_back({name: path for name, path in self._copied.items() if path != self.log}, folder)
        put_log_back(self.log, folder / "log.db")

    # --- opening ---

    def missing(self) -> str | None:
        return self.missing_of_log()

    def missing_of_log(self) -> str | None:
        # Opening it would make it, in whatever folder one happens to stand.
        return None if self.log.exists() else f"{self.log} does not exist"

    def create(self, role: str) -> None:
        self.open_log().close()

    def open_log(self) -> Log:
        recorder = SQLiteRecorder(LogDatastore(str(self.log), pool_size=1), LogDatastore(str(self.log)))
        recorder.create_table()
        return Log(recorder, self.open_keys())

    def begin_epoch_where_cut(self, kept_log: Log) -> None:
        proofs = self.open_proofs()
        try:
            newest = proofs.newest()
        finally:
            proofs.close()
        if newest is None or newest.size <= kept_log.head:
            return
        report("log.put-back-by-hand", signed=newest.size, found=kept_log.head)
        recorder = SQLiteRecorder(LogDatastore(str(self.log)))
        recorder.begin_epoch()
        recorder.close()

    @property
    def master_key(self) -> Master:
        return self.master or MasterFile(self.keys.with_suffix(".master"))

    def open_keys(self) -> KeyDatabase:
        if not self.keys.exists():
            # Never later: another one than that which locked the keys would only hide that it is lost.
            self.master_key.make()
        return KeyDatabase(self.open_key_tables(), self.open_key_tables(), self.master_key)

    def open_key_tables(self) -> SQLiteTables:
        return SQLiteTables(str(self.keys), KEYS)

    def open_documents(self, log: Log) -> Documents:
        return Documents(SQLiteTables(str(self.documents), DOCUMENTS), log.keys, log.pool.take)

    def open_rows(self, epoch: str, folds: tuple[Fold, ...], head: int, anew: bool = False) -> SQLiteRows:
        return SQLiteRows(str(self.rows), epoch, fingerprint(folds), head, anew=anew)

    def open_lease(self, name: str) -> "NoOthers":
        return NoOthers()

    def open_sessions(self) -> Sessions:
        path = str(self.sessions)
        lasting = SQLiteTables(path, SESSIONS, SESSIONS_ADDED)
        return Sessions(lasting, SQLiteTables(path, SESSIONS, SESSIONS_ADDED, lasting=False))

    def open_reads(self) -> Reads:
        return Reads(SQLiteTables(str(self.reads), READS))

    def open_webhooks(self, key: Callable[[], bytes]) -> Webhooks:
        return Webhooks(SQLiteTables(str(self.webhooks), WEBHOOKS), key)

    def open_outbox(self, key: Callable[[], bytes]) -> Outbox:
        return Outbox(SQLiteTables(str(self.outbox), OUTBOX), key)

    def open_proofs(self) -> Proofs:
        return Proofs(SQLiteTables(str(self.proofs), PROOFS))

    def open_snapshots(self) -> SQLiteSnapshots:
        return SQLiteSnapshots(str(self.log))

    def open_search(self, key: Callable[[], bytes], epoch: str, version: int) -> SearchIndex:
        # What a power cut takes is made again.
        kept, making = (SQLiteTables(str(self.search), SEARCH, lasting=False) for _ in range(2))
        return SearchIndex(kept, making, key, epoch, version)


class NoOthers:
    """The lease of a store that one service uses."""

    def held(self) -> bool:
        return True

    def close(self) -> None:
        """There is nobody to take it."""
