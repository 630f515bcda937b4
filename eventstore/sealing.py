"""Sealing: a text becomes a commitment and a box; whoever holds its key opens it again (architecture §4).

c = SHA-256("klynge/commit/v1" + 32 random bytes + stream + version + field + value), stream, field and value length-prefixed;
box = key id + AES-256-GCM(salt + value), AAD = c, zero nonce: one key seals exactly one box.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from domain.kernel import Event
from domain.names import kind_of
from domain.text import Said, Sealed, TextAt
from eventstore.deciding import Block
from eventstore.keys import KEY_ID_BYTES

SCHEME = "klynge/commit/v1"
SCHEME_BYTES = SCHEME.encode()
SALT_BYTES = 32
BARE_SALT_BYTES = 16
SALTS_DRAWN = 256
NONCE = bytes(12)

_ENCODE = msgspec.json.encode
_DECODE = msgspec.json.Decoder(str).decode


class Tampered(Exception):
    """A box does not open with its own key: somebody changed it."""


def commitment(salt: bytes, stream: str, version: int, field: str, value: bytes) -> bytes:
    """What the event holds of a text for ever. `value` is its JSON."""
    at = _prefixed(stream.encode()) + version.to_bytes(8, "big") + _prefixed(field.encode())
    return sha256(SCHEME_BYTES + salt + at + _prefixed(value)).digest()


def _prefixed(part: bytes) -> bytes:
    return len(part).to_bytes(4, "big") + part


class Salts:
    """Random salts, drawn many at once: each draw is a call to the kernel. Not shared between threads."""

    def __init__(self) -> None:
        self._drawn: list[bytes] = []

    def take(self) -> bytes:
        """A salt that nobody else has."""
        if not self._drawn:
            drawn = os.urandom(SALT_BYTES * SALTS_DRAWN)
            self._drawn = [drawn[at : at + SALT_BYTES] for at in range(0, len(drawn), SALT_BYTES)]
        return self._drawn.pop()


def seal(value: str, stream: str, version: int, field: str, key_id: bytes, key: bytes, salt: bytes) -> Sealed[str]:
    """A text under a key and a salt of its own."""
    plain = _ENCODE(value)
    c = commitment(salt, stream, version, field, plain)
    return Sealed(c=c, box=key_id + AESGCM(key).encrypt(NONCE, salt + plain, c))


def unseal(sealed: Sealed[str], key: bytes) -> str:
    """The text. Raises `Tampered`."""
    return _DECODE(disclosed(sealed, key)[1])


def disclosed(sealed: Sealed[str], key: bytes) -> tuple[bytes, bytes]:
    """Salt and value (JSON): what whoever holds the event needs to see that this is what was said. Raises `Tampered`."""
    try:
        plain = AESGCM(key).decrypt(NONCE, sealed.box[KEY_ID_BYTES:], sealed.c)
    except InvalidTag as changed:
        raise Tampered from changed
    return plain[:SALT_BYTES], plain[SALT_BYTES:]


def key_id_of(sealed: Sealed[str]) -> bytes:
    """Which key opens a box; it is the block's id."""
    return sealed.box[:KEY_ID_BYTES]


class Sealing:
    """Seals what `decide` said, and says where each text stands now."""

    def __init__(self, take_key: Callable[[], tuple[bytes, bytes]]) -> None:
        self._take_key = take_key
        self._salts = Salts()

    def seal(self, event: Event, stream: str, version: int, position: int) -> tuple[Event, Event, list[Block]]:
        """The event as stored, the event with `TextAt` for `evolve` and `react`, and the blocks of its texts."""
        if not wordy_fields(type(event)):
            return event, event, []
        blocks: list[Block] = []

        def said(words: Said, path: str) -> tuple[Sealed[str], TextAt]:
            key_id, key = self._take_key()
            blocks.append(_block(event, stream, path, position, key_id))
            return seal(words.value, stream, version, path, key_id, key, self._salts.take()), TextAt(
                stream, version, path
            )

        stored, where = _twice(event, "", Said, said)
        return stored, where, blocks

    def salt(self) -> bytes:
        """For an event without a text of its own: its leaf tells nothing to whoever tries out what it might say."""
        return self._salts.take()[:BARE_SALT_BYTES]


def located(event: Event, stream: str, version: int) -> Event:
    """An event whose boxes are replaced by where they stand."""
    return _twice(event, "", Sealed, lambda box, path: (box, TextAt(stream, version, path)))[1]  # type: ignore[no-any-return]


def _block(event: Event, stream: str, path: str, position: int, key_id: bytes) -> Block:
    subject = stream if kind_of(stream) == "person" else _person_of(event) or stream
    text_class = event.text_class
    if event.text_classes:
        text_class = event.text_classes.get(path.split("/", 2)[1], text_class)
    return Block(position=position, field=path, key_id=key_id, text_class=text_class, subject=subject)


def _person_of(event: Event) -> str | None:
    """Whom an event is about, or who said what it tells."""
    return getattr(event, "person", None) or getattr(event, "asked_by", None)


def _twice(value: Any, path: str, wanted: type, replace: Callable[[Any, str], tuple[Any, Any]]) -> tuple[Any, Any]:
    """A value in which everything of one class is replaced, in two ways at once; itself twice where there is none."""
    cls = value.__class__
    if cls is wanted:
        return replace(value, path)
    if cls is tuple:
        parts = [_twice(each, f"{path}/{index}", wanted, replace) for index, each in enumerate(value)]
        if all(part[1] is old for part, old in zip(parts, value, strict=True)):
            return value, value
        return tuple(part[0] for part in parts), tuple(part[1] for part in parts)
    one: dict[str, Any] = {}
    other: dict[str, Any] = {}
    for name in wordy_fields(cls):
        old = getattr(value, name)
        if old is not None:
            at = f"{path}/{name}"
            new = replace(old, at) if old.__class__ is wanted else _twice(old, at, wanted, replace)
            if new[1] is not old:
                one[name], other[name] = new
    if not other:
        return value, value
    return msgspec.structs.replace(value, **one), msgspec.structs.replace(value, **other)


@cache
def wordy_fields(cls: type) -> tuple[str, ...]:
    """The fields of a struct in which a text may lie, however deep: most events have few, and many have none."""
    if not issubclass(cls, Struct) or cls is Sealed:
        return ()
    return tuple(name for name, hint in get_type_hints(cls).items() if _may_hold_words(hint, frozenset({cls})))


def _may_hold_words(hint: Any, within: frozenset[Any]) -> bool:
    if isinstance(hint, TypeVar) or hint is TextAt:
        return True
    cls = get_origin(hint) or hint
    if isinstance(cls, type) and issubclass(cls, Struct):
        if cls is Sealed:
            return True
        inside = within | {cls}
        if cls not in within and any(_may_hold_words(each, inside) for each in get_type_hints(cls).values()):
            return True
    return any(_may_hold_words(each, within) for each in get_args(hint))


def sealed_in(value: Any, path: str = "") -> Iterator[tuple[str, Sealed[str]]]:
    """Every box of an event, with the path of its field."""
    cls = value.__class__
    if cls is Sealed:
        yield path, value
    elif cls is tuple:
        for index, each in enumerate(value):
            yield from sealed_in(each, f"{path}/{index}")
    else:
        for name in wordy_fields(cls):
            yield from sealed_in(getattr(value, name), f"{path}/{name}")


def boxes_in(value: Any) -> list[Sealed[str]]:
    """As `sealed_in`, where nobody asks for the fields: of each page that is shown."""
    cls = value.__class__
    if cls is Sealed:
        return [value]
    if cls is tuple:
        return [box for each in value for box in boxes_in(each)]
    return [box for name in wordy_fields(cls) for box in boxes_in(getattr(value, name))]


def text_in(event: Event, field: str) -> Any:
    """What stands at a path of an event: a box, a `TextAt`, or None."""
    value: Any = event
    for step in field.split("/")[1:]:
        value = value[int(step)] if step.isdigit() else getattr(value, step, None)
    return value
