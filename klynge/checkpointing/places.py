"""Where a checkpointer finds what it needs (steder): handed to the child by whoever starts it, so that it reads no settings and
loads little else.
"""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    from eventstore.proofs import Proofs
    from eventstore.snapshots import Snapshots
    from klynge.settings import Settings

LEASE = "checkpointer"


class Held(Protocol):
    """Of several processes one signs."""

    def held(self) -> bool: ...


class Alone:
    """On files there is nobody else but on this machine, whom the guard's lock keeps away."""

    def held(self) -> bool:
        return True


class Opened(Struct, frozen=True):
    """What is open while a checkpointer works."""

    snapshots: "Snapshots"
    proofs: "Proofs"
    lease: Held


class Places(Struct, frozen=True):
    """Addresses and paths. Its text holds a password where the log's address does."""

    store: Literal["files", "server"]
    log: str
    proofs: str
    key: str
    guard: str

    def __repr__(self) -> str:
        return f"Places({self.key}, {self.guard})"

    def open(self, closing: ExitStack) -> Opened:
        """Open it all; `closing` closes it."""
        from eventstore.proofs import Proofs

        if self.store == "files":
            from eventstore.sqlite.snapshots import SQLiteSnapshots
            from eventstore.sqlite.tables import PROOFS, SQLiteTables

            opened = Opened(SQLiteSnapshots(self.log), Proofs(SQLiteTables(self.proofs, PROOFS)), Alone())
        else:
            from eventstore.postgres.leases import Lease
            from eventstore.postgres.pool import Connections, Pool
            from eventstore.postgres.snapshots import PostgresSnapshots
            from eventstore.postgres.tables import PostgresTables

            connections = Connections(self.log)
            lease = Lease(Pool(connections), LEASE)
            opened = Opened(PostgresSnapshots(Pool(connections)), Proofs(PostgresTables(Pool(connections))), lease)
            closing.callback(lease.close)
        closing.callback(opened.snapshots.close)
        closing.callback(opened.proofs.close)
        return opened


def places_of(settings: "Settings") -> Places:
    """Those of a house."""
    store = settings.store
    key, guard = _whole(settings.checkpoint_key), _whole(settings.sign_guard)
    if isinstance(store.log, str):
        return Places("server", store.log, "", key, guard)
    return Places("files", _whole(store.log), _whole(store.proofs), key, guard)


def _whole(path: "Path") -> str:
    return str(path.absolute())
