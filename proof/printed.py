"""The printed proof (trykt bevis): what stands in the QR code on minutes. It shows, without any system and without the rest of the
record, that one event stood in the log when a head was signed, and who had seen that head.

One line of letters that a QR code packs tightly (its alphanumeric mode), fields with colons between:

    KLYNGE-PROOF/1:<ORIGIN>:<POSITION>:<SIZE>:<HASHES>:<SIGNATURE>[:<COSIGNATURE>]…

The hashes are root, leaf and the inclusion proof from the leaf upwards; a signature is what stands in a note after the name: key id
and signature, or key id, time and cosignature. Bytes are base32 (RFC 4648) without the padding. Who signed is told by the key
id, to whoever holds the keys.
"""

from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from proof.leaf import HASH_BYTES
from proof.note import (
    KEY_ID_BYTES,
    SIGNATURE_BYTES,
    TIME_BYTES,
    BadNote,
    Checkpoint,
    Note,
    Signature,
    Verifier,
    is_name,
    size_of,
)
from proof.tree import verify_inclusion

SCHEME: Final = "KLYNGE-PROOF/1"
HASHES_MAX: Final = 2 + 63
COSIGNATURES_MAX: Final = 3
"""More would make the squares too small to be read off paper."""
TEXT_CHARS_MAX: Final = 8_192
_FIELDS: Final = 6
_SIGNATURE: Final = KEY_ID_BYTES + SIGNATURE_BYTES
_COSIGNATURE: Final = KEY_ID_BYTES + TIME_BYTES + SIGNATURE_BYTES
_QUANTUM: Final = 8
"""Letters of base32 come in eights, of which the last may be filled up with signs that are left out here."""


class BadPrinted(ValueError):
    """It is not written as a printed proof is."""


class Printed(Struct, frozen=True, kw_only=True):
    """A printed proof. `signature`, `cosignatures`: key id and what follows it, as in a note."""

    origin: str
    position: int
    size: int
    root: bytes
    leaf: bytes
    proof: tuple[bytes, ...]
    signature: bytes
    cosignatures: tuple[bytes, ...] = ()

    def __str__(self) -> str:
        hashes = b"".join((self.root, self.leaf, *self.proof))
        signatures = map(_letters, (self.signature, *self.cosignatures))
        return ":".join(
            (SCHEME, self.origin.upper(), str(self.position), str(self.size), _letters(hashes), *signatures)
        )

    @classmethod
    def of(
        cls, note: Note, position: int, leaf: bytes, proof: Iterable[bytes], cosignatures: Iterable[Signature]
    ) -> "Printed":
        """From a head as it is kept; the log's own signature is found by its name, which is the origin. Raises `BadPrinted`."""
        head = Checkpoint.parse(note.text)
        own = [each for each in note.signatures if each.name == head.origin and len(each.body) == SIGNATURE_BYTES]
        if not own:
            raise BadPrinted("the log has not signed this head")
        if head.origin != head.origin.lower() or ":" in head.origin or str(head) != note.text:
            raise BadPrinted("this head says what no printed proof can say")
        return cls(
            origin=head.origin,
            position=position,
            size=head.size,
            root=head.root,
            leaf=leaf,
            proof=tuple(proof),
            signature=own[0].key_id + own[0].body,
            cosignatures=tuple(each.key_id + each.body for each in cosignatures)[:COSIGNATURES_MAX],
        )

    @classmethod
    def parse(cls, text: str) -> "Printed":
        """As it was read off paper, in whatever case. Raises `BadPrinted`."""
        if len(text) > TEXT_CHARS_MAX:
            raise BadPrinted(f"a printed proof has at most {TEXT_CHARS_MAX} letters")
        scheme, *fields = text.strip().upper().split(":")
        if scheme != SCHEME or not _FIELDS - 1 <= len(fields) < _FIELDS + COSIGNATURES_MAX:
            raise BadPrinted(f"a printed proof begins with {SCHEME}, and has six fields or more")
        origin, position, size, hashes, signature, *cosignatures = fields
        try:
            places = size_of(position), size_of(size)
        except BadNote as wrong:
            raise BadPrinted(str(wrong)) from None
        root, leaf, *proof = _hashes(hashes)
        if not is_name(origin) or not 1 <= places[0] <= places[1]:
            raise BadPrinted("a printed proof names a log and a place in it")
        return cls(
            origin=origin.lower(),
            position=places[0],
            size=places[1],
            root=root,
            leaf=leaf,
            proof=tuple(proof),
            signature=_bytes(signature, _SIGNATURE),
            cosignatures=tuple(_bytes(each, _COSIGNATURE) for each in cosignatures),
        )

    @property
    def includes(self) -> bool:
        """Whether the event's leaf is in the tree of the root."""
        return verify_inclusion(self.position - 1, self.size, self.leaf, self.root, self.proof)

    def signed_by(self, keys: Iterable[Verifier]) -> list[Verifier]:
        """Those of some keys, of logs or witnesses, that signed the head."""
        text = str(Checkpoint(self.origin, self.size, self.root))
        said = (self.signature, *self.cosignatures)
        return [
            key
            for key in keys
            if any(key.verifies(text, Signature(key.name, each[:KEY_ID_BYTES], each[KEY_ID_BYTES:])) for each in said)
        ]


def _letters(said: bytes) -> str:
    return b32encode(said).decode().rstrip("=")


def _bytes(letters: str, count: int) -> bytes:
    try:
        found = b32decode(letters + "=" * (-len(letters) % _QUANTUM))
    except (NotBase32, ValueError):
        raise BadPrinted("a part of it is not base32") from None
    if len(found) != count or _letters(found) != letters:
        raise BadPrinted("a part of it is too long or too short")
    return found


def _hashes(letters: str) -> list[bytes]:
    count = len(letters) * 5 // 8 // HASH_BYTES
    if not 2 <= count <= HASHES_MAX:
        raise BadPrinted("the hashes of it are too many or too few")
    found = _bytes(letters, count * HASH_BYTES)
    return [found[at : at + HASH_BYTES] for at in range(0, len(found), HASH_BYTES)]
