"""The proof written down once more, as plainly as the standards say it and as slowly as that is: what the shared cases are made
with. It shares no line with `proof/`, with `clients/klynge_verify.py` or with the pages, so that neither can be right by itself.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

Row = dict[str, str | int]
"""position, stream, version, tag, recorded_at, state: in the order in which a leaf holds them."""
FIELDS = ("position", "stream", "version", "tag", "recorded_at", "state")


def of_length(part: bytes) -> bytes:
    return len(part).to_bytes(4, "big") + part


def leaf_data(row: Row) -> bytes:
    """Architecture §9."""
    return b"klynge/v1\n" + b"".join(of_length(str(row[field]).encode()) for field in FIELDS)


def leaf_hash(data: bytes) -> bytes:
    """RFC 9162 §2.1.1."""
    return sha256(b"\x00" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def half(count: int) -> int:
    """The largest power of two below a count."""
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def root(leaves: Sequence[bytes]) -> bytes:
    """RFC 9162 §2.1.1, of leaf hashes."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = half(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))


def inclusion(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """RFC 9162 §2.1.3.1."""
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if m < k:
        return [*inclusion(m, leaves[:k]), root(leaves[k:])]
    return [*inclusion(m - k, leaves[k:]), root(leaves[:k])]


def consistency(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """RFC 9162 §2.1.4.1."""
    return _subproof(m, leaves, True) if 0 < m < len(leaves) else []


def _subproof(m: int, leaves: Sequence[bytes], whole: bool) -> list[bytes]:
    if m == len(leaves):
        return [] if whole else [root(leaves)]
    k = half(len(leaves))
    if m <= k:
        return [*_subproof(m, leaves[:k], whole), root(leaves[k:])]
    return [*_subproof(m - k, leaves[k:], False), root(leaves[:k])]


class Key:
    """Somebody's Ed25519 key, made of their name and therefore the same each time (RFC 8032: signatures are too)."""

    def __init__(self, name: str, kind: int, which: str = "") -> None:
        self.name = name
        self.kind = bytes([kind])
        self._key = Ed25519PrivateKey.from_private_bytes(
            sha256(f"a key for shared cases: {name}{which}".encode()).digest()
        )
        self.public = self._key.public_key().public_bytes_raw()
        self.number = sha256(name.encode() + b"\n" + self.kind + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """C2SP signed-note."""
        return f"{self.name}+{self.number.hex()}+{b64encode(self.kind + self.public).decode()}"

    def line(self, body: bytes) -> str:
        return f"— {self.name} {b64encode(self.number + body).decode()}\n"

    def sign(self, text: str) -> str:
        return self.line(self._key.sign(text.encode()))

    def cosign(self, text: str, at: int) -> str:
        """C2SP tlog-cosignature, `cosignature/v1`."""
        return self.line(at.to_bytes(8, "big") + self._key.sign(f"cosignature/v1\ntime {at}\n{text}".encode()))


def checkpoint(origin: str, leaves: Sequence[bytes], size: int | None = None) -> str:
    """C2SP tlog-checkpoint, without signatures."""
    size = len(leaves) if size is None else size
    return f"{origin}\n{size}\n{b64encode(root(leaves[:size])).decode()}\n"


def commitment(salt: bytes, stream: str, version: int, field: str, value: str) -> bytes:
    """Architecture §4, Sealing. `value` is JSON."""
    place = of_length(stream.encode()) + version.to_bytes(8, "big") + of_length(field.encode())
    return sha256(b"klynge/commit/v1" + salt + place + of_length(value.encode())).digest()
