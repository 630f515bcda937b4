"""Keys: one per block of text, in a database of their own with backups of their own (architecture §4, Sealing).

They lie wrapped by a master key that this database does not hold.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from itertools import chain
from math import gcd
from typing import Protocol

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from eventsourcing.persistence import PersistenceError

from eventstore.boxes import NONCE_BYTES, box, unbox
from eventstore.tables import Tables

KEY_BYTES = 32
KEY_ID_BYTES = 16
ASKED_MAX = 500
"""Ids in one question."""
KEYS_AT_ONCE = 256
"""Keys in one statement."""
MARK = "master"
"""The name of what says which master key locks the database now."""
MARKED = b"klynge/master/v1"
MARK_TRIES = 5
IS_MARK = f"EXISTS (SELECT 1 FROM named WHERE name='{MARK}' AND wrapped=?)"
DOES_NOT_FIT = "the master key does not fit this key database"


class KeysUnavailable(Exception):
    """The key database cannot give or open keys: nothing may be decided or shown until it can."""


class KeyDamaged(Exception):
    """A block's key is there and does not unwrap, while the master key fits: somebody or something changed it."""


class Fault(Enum):
    """Why a text that nobody erased cannot be opened."""

    MISSING = "missing"
    DAMAGED = "damaged"
    TAMPERED = "tampered"
    """Its key is sound; the box is not what was sealed."""


class Master(Protocol):
    """Where the master key comes from; as text, what an operator knows it by. Raises `KeysUnavailable`."""

    def missing(self) -> bool:
        """Whether there is none."""
        ...

    def read(self) -> tuple[bytes, ...]:
        """The one in use; while it is changed, also the one that comes after."""
        ...

    def make(self) -> None:
        """Let there be one; what is there already stays."""
        ...

    def prepare(self) -> None:
        """Let there be one that comes after."""
        ...

    def settle(self) -> str | None:
        """Let the one that comes after be the one in use; what is left to do for whoever gave it."""
        ...


class KeyDatabase:
    """The wrapped keys. Raises `KeysUnavailable` when they cannot be had, or the master key does not fit.

    Making keys may wait for the disk or another process; who opens a text must not wait with it: `making` may be another
    connection than `kept`.
    """

    def __init__(self, kept: Tables, making: Tables, master: Master) -> None:
        self._master = master
        self._ciphers = _ciphers(master)
        self._kept = kept
        self._making = making

    def close(self) -> None:
        self._making.close()
        self._kept.close()

    def make(self, count: int) -> list[tuple[bytes, bytes]]:
        """New keys, durable when this returns: (id, key)."""
        # Ids begin with the time, so that a lot is written side by side and not all over the table.
        now = (time.time_ns() // 1_000).to_bytes(8, "big")
        ids = sorted(now + tail for tail in _random(count, KEY_ID_BYTES - len(now)))
        made = list(zip(ids, _random(count, KEY_BYTES), strict=True))
        nonces = _random(count, NONCE_BYTES)
        mark, cipher = self.mark()
        wrapped = [
            (key_id, nonce + cipher.encrypt(nonce, key, key_id))
            for (key_id, key), nonce in zip(made, nonces, strict=True)
        ]
        size = gcd(count, KEYS_AT_ONCE)
        rows = [(*chain(*wrapped[at : at + size]), mark) for at in range(0, count, size)]
        with available():
            # The master key may be changed just now: then none is kept, and others are made under the new one.
            values = ",".join(["(?,?)"] * size)
            self._making.run_many(f"INSERT INTO keys SELECT * FROM (VALUES {values}) AS made WHERE {IS_MARK}", rows)
            kept = {row[0] for row in self._making.run("SELECT id FROM keys WHERE id>=? AND id<=?", ids[0], ids[-1])}
        return [each for each in made if each[0] in kept]

    def mark(self) -> tuple[bytes, AESGCM]:
        """What says which master key locks now, and that key. Raises `KeysUnavailable` where it is none that is known."""
        with available():
            found = self._kept.run("SELECT wrapped FROM named WHERE name=?", MARK) or self._first_mark()
        return found[0][0], self._opening(found[0][0], MARK.encode())[0]

    def _first_mark(self) -> Sequence[tuple[bytes]]:
        """A key database that has no mark yet is locked with what opens a key of it; an empty one with the one in use."""
        cipher = self._ciphers[0]
        for statement in ("SELECT name, wrapped FROM named LIMIT 1", "SELECT id, wrapped FROM keys LIMIT 1"):
            for name, wrapped in self._kept.run(statement):
                cipher = self._opening(wrapped, name.encode() if isinstance(name, str) else name)[0]
        mark = box(cipher, MARKED, MARK.encode())
        self._kept.run("INSERT INTO named VALUES (?,?) ON CONFLICT DO NOTHING", MARK, mark)
        return self._kept.run("SELECT wrapped FROM named WHERE name=?", MARK)

    def find(self, key_id: bytes) -> bytes | None:
        """The key of a block; None where it is gone. Raises `KeyDamaged`."""
        with available():
            found = self._kept.run("SELECT wrapped FROM keys WHERE id=?", key_id)
        return self._unwrap_of_block(found[0][0], key_id) if found else None

    def find_all(self, key_ids: Sequence[bytes]) -> dict[bytes, bytes]:
        """The keys of some blocks by their ids, asked for at once; those that are gone or damaged are left out."""
        keys: dict[bytes, bytes] = {}
        newest = self._ciphers[0]
        for key_id, wrapped in self._wrapped(key_ids):
            opened = unbox(newest, wrapped, key_id)
            try:
                keys[key_id] = opened or self._unwrap_of_block(wrapped, key_id)
            except KeyDamaged:
                continue
        return keys

    def _wrapped(self, key_ids: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        for at in range(0, len(key_ids), ASKED_MAX):
            asked = key_ids[at : at + ASKED_MAX]
            places = ",".join("?" * len(asked))
            with available():
                found = self._kept.run(f"SELECT id, wrapped FROM keys WHERE id IN ({places})", *asked)
            yield from ((bytes(key_id), wrapped) for key_id, wrapped in found)

    def faults(self, key_ids: list[bytes]) -> dict[bytes, Fault]:
        """Those of some key ids that open nothing, and why."""
        kept = dict(self._wrapped(key_ids))
        faults = {key_id: Fault.MISSING for key_id in key_ids if key_id not in kept}
        for key_id, wrapped in kept.items():
            try:
                self._unwrap_of_block(wrapped, key_id)
            except KeyDamaged:
                faults[key_id] = Fault.DAMAGED
        return faults

    def destroy(self, key_ids: Iterable[bytes], thorough: bool = True) -> None:
        """Make blocks unreadable for ever: their keys deleted, and gone from the database's files as far as it lets us.

        Raises `KeysUnavailable` while somebody else uses the key database, or where that takes its time and it is not to be
        `thorough`: then do it again.
        """
        with available():
            erased = self._kept.erase("keys", "id", key_ids, thorough)
        if not erased:
            raise KeysUnavailable("the deleted keys may still be readable in the files of the key database")

    def named(self, name: str) -> bytes:
        """A key of the system's own (receipts, cookies), made on first use."""
        self.put_named(name, os.urandom(KEY_BYTES))
        kept = self.get_named(name)
        assert kept is not None
        return kept

    def put_named(self, name: str, secret: bytes) -> None:
        """Keep a secret of the system's own under a name, unless one is there."""
        for _ in range(MARK_TRIES):
            mark, cipher = self.mark()
            wrapped = box(cipher, secret, name.encode())
            with available():
                self._kept.run(
                    f"INSERT INTO named SELECT ?,? WHERE {IS_MARK} ON CONFLICT DO NOTHING", name, wrapped, mark
                )
            if self.get_named(name) is not None:
                return
        raise KeysUnavailable("the master key is changed just now; try again")

    def get_named(self, name: str) -> bytes | None:
        """A secret of the system's own; None where none is kept."""
        with available():
            found = self._kept.run("SELECT wrapped FROM named WHERE name=?", name)
        return self._unwrap(found[0][0], name.encode()) if found else None

    def _unwrap(self, wrapped: bytes, about: bytes) -> bytes:
        return self._opening(wrapped, about)[1]

    def _opening(self, wrapped: bytes, about: bytes) -> tuple[AESGCM, bytes]:
        """The master key that opens, and the key it opens. Another may lie where ours came from: it is being changed."""
        for read_again in (False, True):
            if read_again:
                self._ciphers = _ciphers(self._master)
            for cipher in self._ciphers:
                if (opened := unbox(cipher, wrapped, about)) is not None:
                    return cipher, opened
        raise KeysUnavailable(
            f"{DOES_NOT_FIT} (it comes from {self._master}); give the one the database was locked with"
        )

    def _unwrap_of_block(self, wrapped: bytes, key_id: bytes) -> bytes:
        """What does not open while the master key fits is damaged. Raises `KeyDamaged`."""
        try:
            return self._unwrap(wrapped, key_id)
        except KeysUnavailable as damaged:
            self.mark()
            raise KeyDamaged(key_id.hex()) from damaged


def _ciphers(master: Master) -> tuple[AESGCM, ...]:
    """The newest first: it opens most."""
    return tuple(AESGCM(key) for key in reversed(master.read()))


def _random(count: int, size: int) -> list[bytes]:
    """So many random values. Drawn at once, since each draw is a call to the kernel."""
    drawn = os.urandom(count * size)
    return [drawn[at : at + size] for at in range(0, len(drawn), size)]


@contextmanager
def available() -> Iterator[None]:
    """What the database cannot do, told as `KeysUnavailable`."""
    try:
        yield
    except PersistenceError as error:
        raise KeysUnavailable(f"the key database cannot be used: {error}") from error
