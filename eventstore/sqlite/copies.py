"""Copies: a log and its keys kept in a folder, and put back from there. A log that was put back begins another epoch."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.pool import LogDatastore

JOURNALS = ("-wal", "-shm")


def keep_copy(store: Path, keys: Path, folder: Path) -> None:
    """Copy a log and its keys, which may be in use. The log first, so that the copy holds a key for every text."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in (store, keys):
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(folder / path.name)) as target:
            source.backup(target)


def put_back(store: Path, keys: Path, folder: Path) -> None:
    """Put a log and its keys back from a folder. Nobody may have them open."""
    for path in (store, keys):
        remove(path)
        shutil.copyfile(folder / path.name, path)
    recorder = SQLiteRecorder(LogDatastore(str(store)))
    recorder.begin_epoch()
    recorder.close()


def remove(database: Path) -> None:
    """Remove a database, and the journals that would be read into the next one of that name."""
    for path in (database, *(database.with_name(f"{database.name}{journal}") for journal in JOURNALS)):
        path.unlink(missing_ok=True)
