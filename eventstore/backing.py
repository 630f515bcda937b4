"""Backups (sikkerhedskopier): what is copied together, and in which order.

The log's part holds no key; the keys' part nothing else, and is made after, so that it has a key for every text of the log's. Rows
are not copied, since they are made from the log; nor is who is signed in.
"""

from pathlib import Path
from typing import Protocol


class CannotCopy(Exception):
    """A backup cannot be made or put back; says what to do."""


class Backed(Protocol):
    """A store as a backup sees it. `programs`: the folder of the database's own programs; None: they are on the path."""

    def copy_log(self, folder: Path, programs: Path | None) -> None:
        """Everything but the keys. Raises `CannotCopy`."""
        ...

    def copy_keys(self, folder: Path, programs: Path | None) -> None: ...

    def require_empty(self) -> None:
        """Raises `CannotCopy` where anything stands that putting back would mix with."""
        ...

    def put_back(self, folder: Path, keys: Path, programs: Path | None) -> None:
        """Both parts; the log begins another epoch. Raises `CannotCopy`."""
        ...
