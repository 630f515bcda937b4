"""The folder of a witness: its key, the logs it signs for, and what it signed last, in one place on purpose.

A key without its memory would sign what contradicts it; so whoever loses the one has lost the other.
"""

import fcntl
import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from eventstore.durable import write_durably
from klynge.addresses import BadSettings
from proof.note import ED25519, BadNote, Cosigner, Verifier

KEY, LOGS, SEEN, EVIDENCE, LOCK = "witness.key", "logs.toml", "seen", "evidence", "witness.lock"
LOGS_MAX = 1_000
LOGS_BYTES_MAX = 1024 * 1024
HEADING = """# The logs that this witness signs for, one block for each key. »klynge witness trust« adds one.
# A running witness reads what stands here each time it is asked.
"""


class BadFolder(BadSettings):
    """The folder is not one of a witness, or not as it was left."""


class LogKey(Struct, frozen=True, forbid_unknown_fields=True):
    """A key of a log. `origin`: what the log is called; without it, as its key is."""

    key: str
    origin: str = ""


class _Logs(Struct, frozen=True, forbid_unknown_fields=True, rename={"logs": "log"}):
    logs: Annotated[tuple[LogKey, ...], Meta(max_length=LOGS_MAX)] = ()


class Folder:
    """Opened by whoever serves it with `lock`, so that no second process signs beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    @classmethod
    def make(cls, path: Path, name: str) -> "Folder":
        """A new witness with a key of its own. Raises `BadFolder` where there is one already, or `name` is no name."""
        folder = cls(path)
        if (path / KEY).exists():
            raise BadFolder(f"{path} has a witness already; »klynge witness show« tells of it")
        if (path / SEEN).is_dir() and any((path / SEEN).iterdir()):
            raise BadFolder(
                f"{path} holds what a witness signed whose key is gone; another key would sign nothing there. Name a new folder"
            )
        try:
            key = Cosigner(name, os.urandom(32))
        except BadNote as wrong:
            raise BadFolder(f"»{name}« is no name for a witness: {wrong}") from None
        for each in (path, path / SEEN, path / EVIDENCE):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(path / LOGS, HEADING.encode())
        write_durably(path / KEY, f"{key.secret}\n".encode())  # last: with it the folder is one
        return folder

    def cosigner(self) -> Cosigner:
        """Raises `BadFolder`."""
        try:
            key = Cosigner.parse((self.path / KEY).read_text())
        except OSError as error:
            raise BadFolder(f"{self.path} is no folder of a witness: {KEY}: {error.strerror}") from error
        except BadNote as wrong:
            raise BadFolder(f"{self.path / KEY}: {wrong}") from None
        assert isinstance(key, Cosigner)
        return key

    def logs(self) -> Mapping[str, tuple[Verifier, ...]]:
        """The keys of each log, by its origin. Raises `BadFolder`."""
        try:
            said = (self.path / LOGS).read_bytes()
            if len(said) > LOGS_BYTES_MAX:
                raise ValueError(f"more than {LOGS_BYTES_MAX} bytes")
            found = msgspec.convert(tomllib.loads(said.decode()), _Logs)
            keys = [(each.origin, _log_key(each.key)) for each in found.logs]
        except (OSError, ValueError) as wrong:
            raise BadFolder(f"{self.path / LOGS}: {wrong}") from wrong
        logs: dict[str, tuple[Verifier, ...]] = {}
        for origin, key in keys:
            logs[origin or key.name] = (*logs.get(origin or key.name, ()), key)
        return logs

    def trust(self, vkey: str, origin: str) -> str:
        """Sign for a log from now on that signs with this key; answers its origin. What is trusted already stays so.

        Raises `BadFolder`.
        """
        try:
            key = _log_key(vkey)
        except BadNote as wrong:
            raise BadFolder(f"»{vkey}«: {wrong}") from None
        named, logs = origin or key.name, self.logs()
        if key in logs.get(named, ()):
            return named
        if sum(map(len, logs.values())) >= LOGS_MAX:
            raise BadFolder(f"a witness knows at most {LOGS_MAX} keys of logs")
        # JSON's texts are TOML's too.
        told = f"\n[[log]]\norigin = {json.dumps(named, ensure_ascii=False)}\nkey = {json.dumps(vkey)}\n"
        write_durably(self.path / LOGS, (self.path / LOGS).read_bytes() + told.encode())
        return named

    def lock(self) -> None:
        """Raises `BadFolder` where another process serves it."""
        self._lock = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.unlock()
            raise BadFolder(
                f"another process serves the witness in {self.path}; two would sign beside each other"
            ) from None

    def unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _log_key(vkey: str) -> Verifier:
    """Raises `BadNote`."""
    key = Verifier.parse(vkey)
    if key.algorithm != ED25519:
        raise BadNote(f"the key of {key.name} is a witness's, and no log's")
    return key
