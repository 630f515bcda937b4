"""Small tables in an SQLite file."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from eventstore.sqlite.pool import translated

LOCK_TIMEOUT_MS = 5_000
ERASE_WAIT_MS = 100
"""Readers wait meanwhile; what could not be erased by then is erased another time."""

KEYS = """
CREATE TABLE IF NOT EXISTS keys (id BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS named (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
"""
SESSIONS = """
CREATE TABLE IF NOT EXISTS sessions (secret BLOB PRIMARY KEY, person TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tickets (
  secret BLOB PRIMARY KEY, person TEXT NOT NULL, origin TEXT NOT NULL,
  expires_at INTEGER NOT NULL, session_ends_at INTEGER NOT NULL, session BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sign_ins (
  state BLOB PRIMARY KEY, verifier TEXT NOT NULL, next TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS codes (secret BLOB PRIMARY KEY, person TEXT NOT NULL, challenge TEXT, expires_at INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS assertions (client TEXT, jti TEXT, expires_at INTEGER NOT NULL, PRIMARY KEY (client, jti)) WITHOUT ROWID;
"""
SESSIONS_ADDED = (
    ("sessions", "assurance", "TEXT NOT NULL DEFAULT 'low'"),
    ("sessions", "signed_in_at", "INTEGER NOT NULL DEFAULT 0"),
    ("tickets", "assurance", "TEXT NOT NULL DEFAULT 'low'"),
    ("tickets", "signed_in_at", "INTEGER NOT NULL DEFAULT 0"),
    ("sign_ins", "nonce", "TEXT NOT NULL DEFAULT ''"),
    ("codes", "assurance", "TEXT NOT NULL DEFAULT 'low'"),
    ("codes", "nonce", "TEXT"),
)
"""Columns that came later: (table, column, what it holds). A file made before gains them when it is opened."""

READS = """
CREATE TABLE IF NOT EXISTS reads (
  id INTEGER PRIMARY KEY AUTOINCREMENT, read_at INTEGER NOT NULL, reader TEXT NOT NULL, held TEXT,
  topic TEXT NOT NULL, about TEXT NOT NULL, scope TEXT NOT NULL, via TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS reads_about ON reads (about, id);
CREATE INDEX IF NOT EXISTS reads_reader ON reads (reader, id);
CREATE INDEX IF NOT EXISTS reads_read_at ON reads (read_at);
CREATE INDEX IF NOT EXISTS reads_scope ON reads (scope, id);
"""

WEBHOOKS = """
CREATE TABLE IF NOT EXISTS webhooks (
  owner TEXT, name TEXT, wish TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL, epoch TEXT NOT NULL,
  position INTEGER NOT NULL, replay_after INTEGER NOT NULL, replay_to INTEGER NOT NULL, attempt INTEGER NOT NULL,
  failing_since INTEGER NOT NULL, next_at INTEGER NOT NULL, made_at INTEGER NOT NULL, version INTEGER NOT NULL,
  secrets BLOB NOT NULL, PRIMARY KEY (owner, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL,
  position INTEGER NOT NULL, attempt INTEGER NOT NULL, status INTEGER NOT NULL, outcome TEXT NOT NULL, ms INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_of ON deliveries (owner, name, id);
CREATE INDEX IF NOT EXISTS deliveries_at ON deliveries (at);
"""

OUTBOX = """
CREATE TABLE IF NOT EXISTS addresses (person TEXT PRIMARY KEY, box BLOB, own INTEGER NOT NULL, off TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, person TEXT NOT NULL, subject TEXT NOT NULL,
  about TEXT NOT NULL, position INTEGER NOT NULL, made_at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS notices_waiting ON notices (next_at) WHERE state='waiting';
CREATE INDEX IF NOT EXISTS notices_of ON notices (person, id);
CREATE INDEX IF NOT EXISTS notices_about ON notices (about);
CREATE TABLE IF NOT EXISTS looked (one INTEGER PRIMARY KEY, epoch TEXT NOT NULL, position INTEGER NOT NULL);
"""

PROOFS = """
CREATE TABLE IF NOT EXISTS tiles (
  level INTEGER, idx INTEGER, hashes BLOB NOT NULL, PRIMARY KEY (level, idx));
CREATE TABLE IF NOT EXISTS checkpoints (
  size INTEGER PRIMARY KEY, note TEXT NOT NULL, made_at INTEGER NOT NULL, beat_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS cosignatures (
  size INTEGER, organisation TEXT, name TEXT, line TEXT NOT NULL, made_at INTEGER NOT NULL,
  PRIMARY KEY (size, organisation, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cosignatures_by ON cosignatures (name, size);
CREATE TABLE IF NOT EXISTS witnessed (one INTEGER PRIMARY KEY, size INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS attempts (
  id INTEGER PRIMARY KEY AUTOINCREMENT, made_at INTEGER NOT NULL, who TEXT NOT NULL, size INTEGER NOT NULL,
  outcome TEXT NOT NULL, why TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS attempts_of ON attempts (who, id);
"""

SEARCH = """
CREATE TABLE IF NOT EXISTS search_makings (
  number INTEGER PRIMARY KEY, epoch TEXT NOT NULL, version INTEGER NOT NULL, key_mark INTEGER NOT NULL,
  position INTEGER NOT NULL, begun INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS search_entries (
  making INTEGER, hash INTEGER, position INTEGER, block INTEGER, PRIMARY KEY (making, hash, position, block)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_blocks ON search_entries (block) WHERE block<>0;
"""

DOCUMENTS = """
CREATE TABLE IF NOT EXISTS documents (
  scope TEXT, sha256 TEXT, key_id BLOB NOT NULL, size_bytes INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY (scope, sha256));
"""


class SQLiteTables:
    """One connection, one statement at a time. `lasting`: a power cut undoes nothing that was answered; else its last moments."""

    def __init__(
        self, path: str, schema: str, added: Iterable[tuple[str, str, str]] = (), lasting: bool = True
    ) -> None:
        self._lock = Lock()
        with translated(path):
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            for setting in (
                f"busy_timeout={LOCK_TIMEOUT_MS}",
                "journal_mode=WAL",
                f"synchronous={'FULL' if lasting else 'NORMAL'}",
                "secure_delete=ON",
            ):
                self._db.execute(f"PRAGMA {setting}")
            self._db.executescript(schema)
            with self._transaction():
                for table, column, holds in added:
                    if column not in {row[1] for row in self._db.execute(f"PRAGMA table_info({table})")}:
                        self._db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {holds}")

    def run(self, statement: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        with self._lock, translated():
            return self._db.execute(statement, values).fetchall()

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._lock, translated(), self._transaction():
            self._db.executemany(statement, rows)

    def erase(self, table: str, column: str, values: Iterable[Any], thorough: bool) -> bool:
        """What is deleted is overwritten; the write-ahead log still holds it until it is written back."""
        with self._lock, translated():
            self._db.execute(f"PRAGMA busy_timeout={ERASE_WAIT_MS}")
            try:
                self._db.executemany(f"DELETE FROM {table} WHERE {column}=?", [(value,) for value in values])
                return not self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                self._db.execute(f"PRAGMA busy_timeout={LOCK_TIMEOUT_MS}")

    def settle(self, table: str) -> None:
        """A statement that writes has the file for itself."""

    def scrub(self, *tables: str) -> bool:
        """What is changed is overwritten in its place; the write-ahead log is written back and cut."""
        with self._lock, translated():
            return not self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
