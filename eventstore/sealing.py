"""Sealing: a text becomes a commitment and a box; whoever holds its key opens it again (architecture §4).

c = SHA-256("klynge/commit/v1" + 32 random bytes + stream + version + field + value), stream, field and value length-prefixed;
box = key id + AES-256-GCM(salt + value), AAD = c, zero nonce: one key seals exactly one box.
"""

import os
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from domain.kernel import Event, Recorded
from domain.names import kind_of
from domain.text import Said, Sealed, TextAt
from eventstore.deciding import Block
from eventstore.keys import KEY_ID_BYTES

SCHEME = "klynge/commit/v1"
SALT_BYTES = 32
NONCE = bytes(12)

_ENCODE = msgspec.json.encode


class Tampered(Exception):
    """A box does not open with its own key: somebody changed it."""


def commitment(salt: bytes, stream: str, version: int, field: str, value: bytes) -> bytes:
    """What the event holds of a text for ever. `value` is its JSON."""
    parts = [SCHEME.encode(), salt]
    for part in (stream.encode(), field.encode(), value):
        parts += (len(part).to_bytes(4, "big"), part)
    parts.insert(4, version.to_bytes(8, "big"))
    return sha256(b"".join(parts)).digest()


def seal(value: str, stream: str, version: int, field: str, key_id: bytes, key: bytes) -> Sealed[str]:
    """A text under a key of its own."""
    plain = _ENCODE(value)
    salt = os.urandom(SALT_BYTES)
    c = commitment(salt, stream, version, field, plain)
    return Sealed(c=c, box=key_id + AESGCM(key).encrypt(NONCE, salt + plain, c))


def unseal(sealed: Sealed[str], key: bytes) -> str:
    """The text. Raises `Tampered`."""
    try:
        plain = AESGCM(key).decrypt(NONCE, sealed.box[KEY_ID_BYTES:], sealed.c)
    except InvalidTag as changed:
        raise Tampered from changed
    return msgspec.json.decode(plain[SALT_BYTES:], type=str)


def key_id_of(sealed: Sealed[str]) -> bytes:
    """Which key opens a box; it is the block's id."""
    return sealed.box[:KEY_ID_BYTES]


class Sealing:
    """Seals what `decide` said, and says where each text stands now."""

    def __init__(self, take_key: Callable[[], tuple[bytes, bytes]]) -> None:
        self._take_key = take_key

    def seal(self, event: Event, stream: str, version: int, position: int) -> tuple[Event, Event, list[Block]]:
        """The event as stored, the event with `TextAt` for `evolve` and `react`, and the blocks of its texts."""
        blocks: list[Block] = []

        def sealed(said: Any, path: str) -> Any:
            key_id, key = self._take_key()
            blocks.append(_block(event, stream, path, position, key_id))
            return seal(said.value, stream, version, path, key_id, key)

        stored = _replaced(event, "", Said, sealed)
        return stored, (located(stored, stream, version) if blocks else stored), blocks


def located(event: Event, stream: str, version: int) -> Event:
    """An event whose boxes are replaced by where they stand."""
    return _replaced(event, "", Sealed, lambda _, path: TextAt(stream, version, path))  # type: ignore[no-any-return]


def located_record(recorded: Recorded) -> Recorded:
    """As `located`, with its envelope."""
    event = located(recorded.event, recorded.stream, recorded.version)
    return recorded if event is recorded.event else msgspec.structs.replace(recorded, event=event)


def _block(event: Event, stream: str, path: str, position: int, key_id: bytes) -> Block:
    top = path.split("/", 2)[1]
    subject = stream if kind_of(stream) == "person" else getattr(event, "person", stream)
    text_class = event.text_classes.get(top, event.text_class)
    return Block(position=position, field=path, key_id=key_id, text_class=text_class, subject=subject)


_PLAIN = (str, int, type(None), bytes)


def _replaced(value: Any, path: str, wanted: type, replace: Callable[[Any, str], Any]) -> Any:
    """A value with everything of one class in it replaced; itself when there is none."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, wanted):
        return replace(value, path)
    if isinstance(value, Struct):
        changed = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            if not isinstance(old, _PLAIN):
                new = _replaced(old, f"{path}/{name}", wanted, replace)
                if new is not old:
                    changed[name] = new
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple) and not isinstance(value, TextAt):
        parts = tuple(_replaced(each, f"{path}/{index}", wanted, replace) for index, each in enumerate(value))
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    return value


def text_in(event: Event, field: str) -> Any:
    """What stands at a path of an event: a box, a `TextAt`, or None."""
    value: Any = event
    for step in field.split("/")[1:]:
        value = value[int(step)] if step.isdigit() else getattr(value, step, None)
    return value
