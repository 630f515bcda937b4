"""Keeping and putting back: the two parts of a backup, each a folder whose manifest tells what belongs together."""

import os
from hashlib import file_digest
from pathlib import Path
from typing import Final
from uuid import uuid4

import msgspec
from msgspec import Struct

from eventstore.backing import Backed, CannotCopy
from klynge.bundles.form import MANIFEST, File, inside
from klynge.bundles.writing import finish, written

FORMAT: Final = "klynge-backup/1"
LOG, KEYS = "log", "keys"
MANIFEST_BYTES_MAX = 64 * 1024


class Part(Struct, frozen=True, kw_only=True):
    """What one folder holds."""

    format: str
    part: str
    """`log`, or `keys`."""
    backup: str
    """The same in the two folders that were made together."""
    store: str
    """`SQLiteStore` or `PostgresStore`: a backup goes back to a store of its kind."""
    files: tuple[File, ...]


def keep(store: Backed, folder: Path, keys: Path, programs: Path | None) -> None:
    """Both parts, each whole under its name or not there. The log first, the keys after."""
    backup = uuid4().hex
    for part, to, copy in ((LOG, folder, store.copy_log), (KEYS, keys, store.copy_keys)):
        with written(to) as made:
            copy(made.folder, programs)
            for path in sorted(made.folder.iterdir()):
                made.adopt(path.name)
            named = type(store).__name__
            finish(made, Part(format=FORMAT, part=part, backup=backup, store=named, files=tuple(made.files)))


def require_whole(store: Backed, folder: Path, keys: Path) -> None:
    """Raises `CannotCopy` where a part is not what was written, or the two were not made together."""
    log, of_keys = _read(folder, LOG), _read(keys, KEYS)
    if log.backup != of_keys.backup:
        raise CannotCopy(f"{folder} and {keys} are of two backups: a text of one may have no key in the other")
    if log.store != type(store).__name__:
        raise CannotCopy(f"{folder} is the backup of a {log.store}; KLYNGE_STORE names a {type(store).__name__}")


def _read(folder: Path, part: str) -> Part:
    path = folder / MANIFEST
    try:
        if path.stat().st_size > MANIFEST_BYTES_MAX:
            raise CannotCopy(f"{path} is no manifest of a backup")
        read = msgspec.json.decode(path.read_bytes(), type=Part)
    except OSError as missing:
        raise CannotCopy(f"{path} cannot be read ({missing.strerror}): this is no backup") from missing
    except msgspec.MsgspecError as wrong:
        raise CannotCopy(f"{path} is no manifest of a backup: {wrong}") from wrong
    if (read.format, read.part) != (FORMAT, part):
        raise CannotCopy(f"{folder} is {read.format}, {read.part}; the {part} of a {FORMAT} is asked for")
    for each in read.files:
        _require_same(folder, each)
    return read


def _require_same(folder: Path, told: File) -> None:
    if "/" in told.path or told.path.startswith("."):
        raise CannotCopy(f"{folder / MANIFEST} names {told.path}, which is no file of a backup")
    try:
        with inside(folder, told.path).open("rb") as file:
            size, digest = os.fstat(file.fileno()).st_size, file_digest(file, "sha256").hexdigest()
    except OSError as missing:
        raise CannotCopy(f"{folder / told.path} cannot be read ({missing.strerror})") from missing
    if (size, digest) != (told.bytes, told.sha256):
        raise CannotCopy(f"{folder / told.path} is not what was written: use another backup")
