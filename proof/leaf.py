"""A leaf (blad): one event as it is stored, so that no part of it can be changed unseen, its place and its time neither."""

from hashlib import sha256
from typing import Final

SCHEME: Final = b"klynge/v1\n"
HASH_BYTES: Final = 32
_LEAF: Final = b"\x00"
"""RFC 9162: what keeps a leaf from being taken for a node."""


def leaf_data(stream: str, version: int, tag: str, state: bytes, position: int, recorded_at: int) -> bytes:
    """The bytes of an event, in the order of a stored row; `state` exactly as stored. Each is led by its length, so that nothing
    can move from one field to the next.
    """
    fields = (b"%d" % position, stream.encode(), b"%d" % version, tag.encode(), b"%d" % recorded_at, state)
    return SCHEME + b"".join([len(field).to_bytes(4, "big") + field for field in fields])


def leaf_hash(stream: str, version: int, tag: str, state: bytes, position: int, recorded_at: int) -> bytes:
    """The leaf of an event. Its index in the tree is its position - 1, and the size of a tree is the position of its last."""
    return sha256(_LEAF + leaf_data(stream, version, tag, state, position, recorded_at)).digest()
