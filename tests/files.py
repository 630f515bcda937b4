"""Stores in files, opened piece by piece."""

from pathlib import Path

from eventstore.keys import KeyDatabase
from eventstore.master import MasterValue
from eventstore.sessions import Sessions
from eventstore.sqlite.store import SQLiteStore
from eventstore.sqlite.tables import KEYS, SESSIONS, SESSIONS_ADDED, SQLiteTables
from klynge.settings import Settings


def files_of(settings: Settings) -> SQLiteStore:
    """The files of a house that keeps its record in files."""
    assert isinstance(settings.store, SQLiteStore)
    return settings.store


def keys_in(path: Path, master: bytes = bytes(32)) -> KeyDatabase:
    """The key database in a file."""
    return KeyDatabase(SQLiteTables(str(path), KEYS), SQLiteTables(str(path), KEYS), MasterValue("test", master))


def sessions_in(path: Path) -> Sessions:
    """Sessions in a file."""
    lasting, passing = (SQLiteTables(str(path), SESSIONS, SESSIONS_ADDED, lasting=each) for each in (True, False))
    return Sessions(lasting, passing)
