"""Backups of a store in files: each database copied while it is in use, and put back where nothing stands."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from eventstore.backing import CannotCopy
from eventstore.durable import sync_folder
from eventstore.sqlite.copies import JOURNALS
from eventstore.sqlite.pool import translated

NEW_EPOCH = "UPDATE epochs SET epoch=lower(hex(randomblob(8)))"


def copy_files(files: Mapping[str, Path], folder: Path) -> None:
    """Each under its name in a folder, in the order given: those that are there. Raises `CannotCopy`."""
    for name, path in files.items():
        if path.exists():
            _copy(path, folder / name)


def _copy(path: Path, copy: Path) -> None:
    with (
        translated(f"{path}, to {copy}"),
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        # A copy lies still: it needs no journal, and is one file wherever it is carried.
        target.execute("PRAGMA journal_mode=DELETE")
        ((found,),) = target.execute("PRAGMA integrity_check(1)").fetchall()
    if found != "ok":
        raise CannotCopy(f"the copy of {path} is damaged ({found}): the database itself may be")


def require_nothing_at(paths: Iterable[Path]) -> None:
    """Raises `CannotCopy` where a database, or the journal of one, stands."""
    for path in paths:
        for each in (path, *(path.with_name(f"{path.name}{journal}") for journal in JOURNALS)):
            if each.exists():
                raise CannotCopy(f"{each} is there; a backup is put back where nothing stands. Move it away first")


def put_files_back(files: Mapping[str, Path], folder: Path) -> None:
    """Those that the folder holds, each at its place and durable."""
    for name, path in files.items():
        if (folder / name).exists():
            _put(folder / name, path)


def put_log_back(log: Path, copy: Path) -> None:
    """The log, last of all and with another epoch: it is there when everything is, and never as what it was."""
    _put(copy, log, NEW_EPOCH)


def _put(copy: Path, path: Path, *statements: str) -> None:
    half = path.with_name(f".{path.name}.half")
    shutil.copyfile(copy, half)
    with translated(str(path)), closing(sqlite3.connect(half)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.rename(path)
    sync_folder(path.parent)
