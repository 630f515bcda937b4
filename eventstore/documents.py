"""Documents (bilag): the bytes of papers, each sealed under a key of its own, found by their hash within a scope.

What is put here is kept before an event names it, so that no attachment in the record lacks its bytes (architecture §4).
"""

from collections.abc import Callable
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.names import Hash
from eventstore.keys import KeyDamaged, KeyDatabase
from eventstore.report import report
from eventstore.sealing import NONCE
from eventstore.tables import Tables


class Unreadable(Exception):
    """The bytes are kept, and their key is gone or does not open them."""


class Documents:
    """Whoever reads the table reads no paper. Raises the library's `PersistenceError`, and `KeysUnavailable`."""

    def __init__(self, tables: Tables, keys: KeyDatabase, take_key: Callable[[], tuple[bytes, bytes]]) -> None:
        self._tables = tables
        self._keys = keys
        self._take_key = take_key

    def close(self) -> None:
        self._tables.close()

    def keep(self, scope: str, content: bytes) -> Hash:
        """The hash under which the bytes are kept, durable when this returns. The same bytes twice are kept once."""
        digest = sha256(content).hexdigest()
        if self.size(scope, digest) is None:
            key_id, key = self._take_key()
            box = AESGCM(key).encrypt(NONCE, content, _about(scope, digest))
            self._tables.run(
                "INSERT INTO documents VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING",
                scope, digest, key_id, len(content), box,
            )  # fmt: skip
        return digest

    def size(self, scope: str, digest: Hash) -> int | None:
        """How many bytes are kept under a hash; None where none are."""
        found = self._tables.run("SELECT size_bytes FROM documents WHERE scope=? AND sha256=?", scope, digest)
        return found[0][0] if found else None

    def open(self, scope: str, digest: Hash) -> bytes | None:
        """The bytes; None where none are kept. Raises `Unreadable`."""
        found = self._tables.run("SELECT key_id, box FROM documents WHERE scope=? AND sha256=?", scope, digest)
        if not found:
            return None
        key_id, box = found[0]
        try:
            key = self._keys.find(key_id)
            if key is not None:
                return AESGCM(key).decrypt(NONCE, box, _about(scope, digest))
        except (KeyDamaged, InvalidTag):
            pass
        report("documents.unreadable", scope=scope, sha256=digest)
        raise Unreadable(digest)


def _about(scope: str, digest: Hash) -> bytes:
    """What a box is of: under another name it does not open."""
    return f"{scope}/{digest}".encode()
