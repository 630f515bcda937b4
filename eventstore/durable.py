"""Files that are never half: written whole and durable beside, then named. Whatever happens, the old or the new one is there."""

import os
from pathlib import Path
from typing import Final

PRIVATE: Final = 0o600


def write_durably(path: Path, content: bytes) -> None:
    """Put a content in a file's place, on disk when this returns; readable by its owner only."""
    unnamed = write_beside(path, content)
    try:
        unnamed.replace(path)
    except BaseException:
        unnamed.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_beside(path: Path, content: bytes) -> Path:
    """A content on disk under a name of this process's own, for whoever gives it its name.

    Whose file it was, theirs it stays: an administrator who mends it as root does not lock out the service that reads it.
    """
    unnamed = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if not os.geteuid() and path.exists():
                owned = path.stat()
                os.fchown(file.fileno(), owned.st_uid, owned.st_gid)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        unnamed.unlink(missing_ok=True)
        raise
    return unnamed


def sync_folder(folder: Path) -> None:
    """Let the names in a folder be on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
