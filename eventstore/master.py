"""The master key (hovednøgle): what the key database is locked with, and never holds. It comes from a file or from the environment.

While it is changed there are two: the one in use, and the one that comes after it.
"""

import os
from base64 import b64decode
from binascii import Error as NotBase64
from pathlib import Path

from msgspec import Struct

from eventstore.durable import sync_folder, write_beside
from eventstore.keys import KEY_BYTES, KeysUnavailable


class MasterFile(Struct, frozen=True):
    """A file of 32 bytes, readable by its owner only. The one that comes after it lies beside it as `.next`."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @property
    def following(self) -> Path:
        return self.path.with_name(f"{self.path.name}.next")

    def missing(self) -> bool:
        return not self.path.exists()

    def read(self) -> tuple[bytes, ...]:
        if self.missing():
            raise KeysUnavailable(
                f"the master key {self.path} is not there; put it back, since nothing else opens the keys"
            )
        there = (self.path, self.following) if self.following.exists() else (self.path,)
        return tuple(_in_file(path) for path in there)

    def make(self) -> None:
        _make(self.path)

    def prepare(self) -> None:
        """Let there be one that comes after; what is there already stays."""
        _make(self.following)

    def settle(self) -> str | None:
        self.following.replace(self.path)
        sync_folder(self.path.parent)
        return None


class MasterValue(Struct, frozen=True):
    """Given in the environment, by whoever keeps secrets for the processes. Never shown."""

    name: str
    """The setting it comes from."""
    value: bytes
    following: bytes | None = None

    def __repr__(self) -> str:
        return f"MasterValue({self.name})"

    def __str__(self) -> str:
        return self.name

    def missing(self) -> bool:
        return False

    def read(self) -> tuple[bytes, ...]:
        return (self.value,) if self.following is None else (self.value, self.following)

    def make(self) -> None:
        """Whoever gave it made it."""

    def prepare(self) -> None:
        if self.following is None:
            raise KeysUnavailable(f"{self.name}_NEXT is not set; it is the master key that comes after {self.name}")

    def settle(self) -> str | None:
        return f"Now give the value of {self.name}_NEXT as {self.name} to every process, and {self.name}_NEXT no more."


def key_in_words(text: str) -> bytes | None:
    """A master key as a setting says it: 32 bytes in base64; None where it is not that."""
    try:
        key = b64decode(text, validate=True)
    except (NotBase64, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None


def _make(path: Path) -> None:
    """A new key in a file, whole and durable before it bears its name; one that is there stays."""
    if path.exists():
        return
    unnamed = write_beside(path, os.urandom(KEY_BYTES))
    try:
        # Two may make it at once: the first one's stays, and both read that.
        os.link(unnamed, path)
    except FileExistsError:
        pass
    finally:
        unnamed.unlink()
    sync_folder(path.parent)


def _in_file(path: Path) -> bytes:
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise KeysUnavailable(f"{path.name} is not a master key of {KEY_BYTES} bytes")
    return key
