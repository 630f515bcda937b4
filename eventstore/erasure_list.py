"""The list of erasures (sletteliste): what was made unreadable, kept apart from the databases, so that no restore undoes it.

A line says which stream decided it, whom or which text it was about, and by which keys the texts were sealed: no words, and
nothing of which the ids do not stand in the log. Each is signed, together with the one before it.
"""

import fcntl
import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from domain.names import StreamId
from domain.text import TextClass

SCHEME = b"klynge/erasures/v1\n"


class ListBroken(Exception):
    """The list is not as it was written: a line was changed, taken out or cut, or is of another record. Or nobody can add to it."""


class Text(Struct, frozen=True):
    """A text that was sealed there by this key (hex)."""

    of: StreamId
    version: int
    field: str
    key: str


class Entry(Struct, frozen=True, omit_defaults=True):
    """One redaction, or one erasure or a part of it."""

    by: StreamId
    texts: tuple[Text, ...]
    person: StreamId | None = None
    classes: tuple[TextClass, ...] = ()


class _Line(Struct, frozen=True):
    entry: Entry
    signature: bytes


class ErasureList:
    """The file. Whoever adds reads first what others added: several processes may keep one list."""

    def __init__(self, path: Path, receipts_key: bytes) -> None:
        self.path = path
        # Of a key that is as old as the log: an older copy of the key database signs as a newer one does.
        self._key = Ed25519PrivateKey.from_private_bytes(hmac.digest(receipts_key, SCHEME, sha256))

    def entries(self) -> tuple[Entry, ...]:
        """All of them, oldest first. Raises `ListBroken`, and OSError where the file cannot be read."""
        if not self.path.exists():
            return ()
        with self.path.open("rb") as file:
            return tuple(self._read(file)[0])

    def require_writable(self) -> None:
        """Raises `ListBroken` where nothing could be added: it is better known before anything is to be erased."""
        try:
            with self._locked():
                pass
        except OSError as error:
            raise ListBroken(
                f"the list of erasures {self.path} cannot be written ({error.strerror}); without it nothing can be erased. "
                "Give it a place that this process may write to: KLYNGE_ERASURES"
            ) from error

    def add(self, entries: Iterable[Entry]) -> None:
        """Those that are not there yet, durable when this returns. Raises as `entries` does."""
        with self._locked() as file:
            known, before = self._read(file)
            there = set(known)
            for entry in dict.fromkeys(each for each in entries if each not in there):
                before = self._key.sign(_signed(entry, before))
                file.write(msgspec.json.encode(_Line(entry, before)) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _read(self, file: BinaryIO) -> tuple[list[Entry], bytes]:
        """The entries, and the last signature."""
        public, found, before = self._key.public_key(), list[Entry](), b""
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                break  # cut short by a crash, before any key was destroyed for it
            try:
                read = msgspec.json.decode(line, type=_Line)
                public.verify(read.signature, _signed(read.entry, before))
            except (msgspec.MsgspecError, InvalidSignature) as wrong:
                raise ListBroken(f"line {number} of {self.path} is not as it was written") from wrong
            found.append(read.entry)
            before = read.signature
        return found, before

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        """The file, made where there is none; nobody else adds meanwhile. A line that a crash cut short is written anew."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            whole = file.read()
            if whole and not whole.endswith(b"\n"):
                file.truncate(whole.rfind(b"\n") + 1)
            file.seek(0)
            yield file


def _signed(entry: Entry, before: bytes) -> bytes:
    return SCHEME + before + msgspec.json.encode(entry)
