"""A store on PostgreSQL: one database for the log and what stands beside it, another for the keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from psycopg.conninfo import conninfo_to_dict

from eventstore.documents import Documents
from eventstore.folds import Fold, fingerprint
from eventstore.keys import KeyDatabase, Master
from eventstore.log import Log
from eventstore.master import MasterFile, MasterValue
from eventstore.outbox import Outbox
from eventstore.postgres.backup import begin_epoch, dump, require_no_tables, restore
from eventstore.postgres.leases import Lease
from eventstore.postgres.log import PostgresRecorder
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.rows import PostgresRows
from eventstore.postgres.schema import OF_KEYS, OF_LOG, create_keys, create_log
from eventstore.postgres.snapshots import PostgresSnapshots
from eventstore.postgres.tables import PostgresTables
from eventstore.proofs import Proofs
from eventstore.reads import Reads
from eventstore.search_index import SearchIndex
from eventstore.sessions import Sessions
from eventstore.webhooks import Webhooks


class PostgresStore(Struct, frozen=True):
    """Several processes use it at once. Nobody waits for it without end."""

    log: str
    """`postgresql://…` of the log's database."""
    keys: str
    """`postgresql://…` of the key database, which has other backups."""
    master: MasterFile | MasterValue
    """The master key, which neither database holds."""
    _connections: dict[str, Connections] = {}
    """address -> those that everything of this process shares."""

    def pool(self, address: str) -> Pool:
        """One more user of a database's connections."""
        return Pool(self._connections.setdefault(address, Connections(address)))

    def __repr__(self) -> str:
        """No password: what is shown of it may end in a report."""
        return f"PostgresStore({self.name})"

    @property
    def name(self) -> str:
        named = conninfo_to_dict(self.log)
        return f"{named.get('dbname')} at {named.get('host')}:{named.get('port', 5432)}"

    def missing(self) -> str | None:
        if self.master.missing():
            return f"the master key {self.master} does not exist"
        return self.missing_of_log() or self._missing(self.keys, OF_KEYS)

    def missing_of_log(self) -> str | None:
        return self._missing(self.log, OF_LOG)

    def _missing(self, address: str, names: Sequence[str]) -> str | None:
        pool = self.pool(address)
        try:
            lacking = (
                "SELECT name FROM unnest(?::text[]) WITH ORDINALITY AS made(name, n) WHERE to_regclass(name) IS NULL"
            )
            found = PostgresTables(pool).run(f"{lacking} ORDER BY n LIMIT 1", list(names))
        finally:
            pool.close()
        return f"the table {found[0][0]} does not exist" if found else None

    def create(self, role: str) -> None:
        for address, make in ((self.log, create_log), (self.keys, create_keys)):
            pool = self.pool(address)
            try:
                make(pool, role)
            finally:
                pool.close()
        if self.master.missing():
            self._make_master()

    def _make_master(self) -> None:
        """Where no key is locked yet: another one than that which locked them would only hide that it is lost."""
        tables = self.open_key_tables()
        try:
            if tables.run("SELECT 1 FROM keys LIMIT 1") or tables.run("SELECT 1 FROM named LIMIT 1"):
                self.master.read()
            self.master.make()
        finally:
            tables.close()

    # --- backups: under the role that owns the databases ---

    def copy_log(self, folder: Path, programs: Path | None) -> None:
        dump(self.log, folder / "log.dump", programs)

    def copy_keys(self, folder: Path, programs: Path | None) -> None:
        dump(self.keys, folder / "keys.dump", programs)

    def aside(self, folder: Path) -> None:
        """None: a database is not made by the way."""

    def require_empty(self) -> None:
        require_no_tables(self.log)
        require_no_tables(self.keys)

    def put_back(self, folder: Path, keys: Path, programs: Path | None) -> None:
        restore(self.keys, keys / "keys.dump", programs)
        restore(self.log, folder / "log.dump", programs)
        begin_epoch(self.log)

    # --- opening ---

    def open_log(self) -> Log:
        return Log(PostgresRecorder(self.pool(self.log)), self.open_keys())

    def begin_epoch_where_cut(self, kept_log: Log) -> None:
        """A server that went back is on another timeline, which is another epoch by itself."""

    def open_keys(self) -> KeyDatabase:
        tables = self.open_key_tables()
        return KeyDatabase(tables, tables, self.master_key)

    def open_key_tables(self) -> PostgresTables:
        return PostgresTables(self.pool(self.keys))

    @property
    def master_key(self) -> Master:
        return self.master

    def open_documents(self, log: Log) -> Documents:
        return Documents(PostgresTables(self.pool(self.log)), log.keys, log.pool.take)

    def open_rows(self, epoch: str, folds: tuple[Fold, ...], head: int, anew: bool = False) -> PostgresRows:
        return PostgresRows(self.pool(self.log), epoch, fingerprint(folds), head, anew=anew)

    def open_lease(self, name: str) -> Lease:
        return Lease(self.pool(self.log), name)

    def open_sessions(self) -> Sessions:
        return Sessions(PostgresTables(self.pool(self.log)))

    def open_reads(self) -> Reads:
        return Reads(PostgresTables(self.pool(self.log)))

    def open_webhooks(self, key: Callable[[], bytes]) -> Webhooks:
        return Webhooks(PostgresTables(self.pool(self.log)), key)

    def open_outbox(self, key: Callable[[], bytes]) -> Outbox:
        return Outbox(PostgresTables(self.pool(self.log)), key)

    def open_proofs(self) -> Proofs:
        return Proofs(PostgresTables(self.pool(self.log)))

    def open_snapshots(self) -> PostgresSnapshots:
        return PostgresSnapshots(self.pool(self.log))

    def open_search(self, key: Callable[[], bytes], epoch: str, version: int) -> SearchIndex:
        tables = PostgresTables(self.pool(self.log))
        return SearchIndex(tables, tables, key, epoch, version)
