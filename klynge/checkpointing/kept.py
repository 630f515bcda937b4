"""Files of the checkpointer that must not be half (filer): written whole and durable beside, then renamed."""

import os
from pathlib import Path

PRIVATE = 0o600


def write_durably(path: Path, text: str) -> None:
    """Put a text in a file's place, so that whatever happens the old one or the new one is there, on disk."""
    unnamed = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unnamed.replace(path)
    except BaseException:
        unnamed.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
