"""Notes (noter): text, and under it who signed it (C2SP signed-note). A head is such a text (tlog-checkpoint); a log signs it, and
so do witnesses, whose word is that they saw it then, and none that contradicts it (tlog-cosignature). Read strictly.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from proof.leaf import HASH_BYTES

NOTE_BYTES_MAX: Final = 64 * 1024
SIGNATURES_MAX: Final = 64
"""More than the parties of any region have witnesses."""
SIZE_MAX: Final = 2**63 - 1
"""Of sizes and of times."""
ORIGIN_PREFIX: Final = "klynge/"
KEY_ID_BYTES: Final = 4
ED25519: Final = 1
COSIGNATURE: Final = 4
"""What a key is for; it stands in the key, so that one cannot be taken for the other."""
KEY_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64
TIME_BYTES: Final = 8
SECRET: Final = "PRIVATE+KEY+"
_DASH: Final = "\N{EM DASH} "
_PARTS: Final = 3
"""Of a head's lines, and of a key."""


class BadNote(ValueError):
    """It is not written as a note is."""


class BadSignature(ValueError):
    """A signature of a key that is known does not fit: the note is not what was signed."""


class Signature(Struct, frozen=True):
    """A line under a note: whose, under which key, and what it says."""

    name: str
    key_id: bytes
    body: bytes
    """Of an Ed25519 signature its 64 bytes; of a cosignature the time before them."""

    @property
    def line(self) -> str:
        """As it stands in a note, without the line's end."""
        return f"{_DASH}{self.name} {b64encode(self.key_id + self.body).decode()}"

    @classmethod
    def parse(cls, line: str) -> "Signature":
        """Raises `BadNote`."""
        name, space, said = line.removeprefix(_DASH).partition(" ")
        if not line.startswith(_DASH) or not space or not is_name(name):
            raise BadNote("a line under a note is »— name base64«")
        body = from_base64(said)
        if len(body) <= KEY_ID_BYTES:
            raise BadNote(f"the signature of {name} is too short")
        return cls(name, body[:KEY_ID_BYTES], body[KEY_ID_BYTES:])


class Note(Struct, frozen=True):
    """A text that ends with a line's end, and its signatures."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return "\n".join((self.text, *(each.line for each in self.signatures), ""))

    def signed(self, more: Iterable[Signature]) -> "Note":
        """The same with more signatures; one that stands already is not written twice."""
        return Note(self.text, tuple(dict.fromkeys((*self.signatures, *more))))

    @classmethod
    def parse(cls, said: str | bytes) -> "Note":
        """Raises `BadNote`."""
        written = _as_text(said)
        text, gap, lines = written.rpartition("\n\n")
        if not gap or not text or not lines.endswith("\n"):
            raise BadNote("a note is a text, an empty line, and lines of signatures")
        signatures = lines[:-1].split("\n")
        if len(signatures) > SIGNATURES_MAX:
            raise BadNote(f"a note has at most {SIGNATURES_MAX} signatures")
        return cls(f"{text}\n", tuple(map(Signature.parse, signatures)))


class Checkpoint(Struct, frozen=True):
    """What a log says of itself, and others sign."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Of a note's text. Lines after the third are for others to read. Raises `BadNote`."""
        lines = text.split("\n")
        if len(lines) <= _PARTS or lines.pop() or not all(lines):
            raise BadNote("a checkpoint is three lines: origin, size, root")
        origin, size, root = lines[:_PARTS]
        return cls(origin, size_of(size), root_of(root))


class Verifier(Struct, frozen=True):
    """A key that checks: whose it is, and what its signatures say."""

    name: str
    algorithm: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """By which a line under a note is known to be this key's."""
        said = self.name.encode() + b"\n" + bytes([self.algorithm]) + self.public
        return sha256(said).digest()[:KEY_ID_BYTES]

    def __str__(self) -> str:
        """As it is handed out (vkey)."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(bytes([self.algorithm]) + self.public).decode()}"

    @classmethod
    def parse(cls, said: str) -> "Verifier":
        """Raises `BadNote`."""
        name, algorithm, public = _parts(said)
        key = cls(name, algorithm, public)
        if str(key) != said:
            raise BadNote(f"the key of {name} is not the one that its number is of")
        return key

    def owns(self, signature: Signature) -> bool:
        """Whether a line under a note says that it is this key's."""
        return signature.name == self.name and signature.key_id == self.key_id

    def verifies(self, text: str, signature: Signature) -> bool:
        """Whether a line is this key's, and fits the text."""
        if not self.owns(signature):
            return False
        said, body = text.encode(), signature.body
        if self.algorithm == COSIGNATURE:
            if (at := time_of(signature)) is None:
                return False
            said, body = cosigned(text, at), body[TIME_BYTES:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(body, said)
        except (InvalidSignature, ValueError):
            return False
        return True


class Signer:
    """A key that signs the heads of a log."""

    algorithm = ED25519

    def __init__(self, name: str, seed: bytes) -> None:
        if not is_name(name) or len(seed) != KEY_BYTES:
            raise BadNote("a key has a name without blanks and plus signs, and 32 bytes")
        self.name = name
        self._seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self.algorithm, self._key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        """Not the key: what is shown of it may end in a report."""
        return f"{type(self).__name__}({self.verifier})"

    @property
    def vkey(self) -> str:
        """What others check it with."""
        return str(self.verifier)

    @property
    def secret(self) -> str:
        """As it is kept: to be seen by nobody."""
        return f"{SECRET}{self.name}+{self.verifier.key_id.hex()}+{b64encode(bytes([self.algorithm]) + self._seed).decode()}"

    @classmethod
    def parse(cls, said: str) -> "Signer":
        """Of the text that `secret` gives. Raises `BadNote`, which says nothing of the key."""
        name, algorithm, seed = _parts(said.strip().removeprefix(SECRET))
        key = cls(name, seed)
        if algorithm != cls.algorithm or key.secret != said.strip():
            raise BadNote("this is no key of that kind, or it is damaged")
        return key

    def sign(self, text: str) -> Signature:
        """The line under a note of this text."""
        return Signature(self.name, self.verifier.key_id, self._key.sign(text.encode()))


class Cosigner(Signer):
    """A witness's key."""

    algorithm = COSIGNATURE

    def cosign(self, text: str, at: int) -> Signature:
        """The line under a head: seen at that time, in whole seconds since 1970 UTC."""
        body = at.to_bytes(TIME_BYTES, "big") + self._key.sign(cosigned(text, at))
        return Signature(self.name, self.verifier.key_id, body)


def time_of(cosignature: Signature) -> int | None:
    """When a witness signed, in seconds since 1970 UTC; None where no time stands."""
    if len(cosignature.body) != TIME_BYTES + SIGNATURE_BYTES:
        return None
    at = int.from_bytes(cosignature.body[:TIME_BYTES], "big")
    return at if at <= SIZE_MAX else None


def cosigned(text: str, at: int) -> bytes:
    """The bytes that a witness signs."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def signed_by(note: Note, verifiers: Iterable[Verifier]) -> list[tuple[Verifier, Signature]]:
    """Those of some keys that signed a note, in the keys' order; lines of other keys say nothing.

    Raises `BadSignature` where a line of one of them does not fit.
    """
    found: list[tuple[Verifier, Signature]] = []
    for verifier in verifiers:
        for signature in filter(verifier.owns, note.signatures):
            if not verifier.verifies(note.text, signature):
                raise BadSignature(verifier.name)
            found.append((verifier, signature))
    return found


def origin_of(region: str) -> str:
    """What a region's log is called where others see it; so is its key."""
    return f"{ORIGIN_PREFIX}{region}"


def size_of(said: str) -> int:
    """A size as it is written in digits, with no zero before them. Raises `BadNote`."""
    if len(said) > len(str(SIZE_MAX)) or not (said.isascii() and said.isdigit()):
        raise BadNote("a size is written in digits")
    if str(size := int(said)) != said or size > SIZE_MAX:
        raise BadNote(f"a size has no zero before it, and is at most {SIZE_MAX}")
    return size


def root_of(said: str) -> bytes:
    """A root as it is written in base64. Raises `BadNote`."""
    root = from_base64(said)
    if len(root) != HASH_BYTES:
        raise BadNote(f"a root has {HASH_BYTES} bytes")
    return root


def is_name(name: str) -> bool:
    """Whether somebody who signs may be called so."""
    return bool(name) and "+" not in name and not any(letter.isspace() or letter < " " for letter in name)


def from_base64(said: str) -> bytes:
    """The bytes of a text, which has no other way to say them. Raises `BadNote`."""
    try:
        found = b64decode(said, validate=True)
    except (NotBase64, ValueError) as error:
        raise BadNote("not base64") from error
    if b64encode(found).decode() != said:
        raise BadNote("not base64 as it is written")
    return found


def _as_text(said: str | bytes) -> str:
    if len(said) > NOTE_BYTES_MAX:
        raise BadNote(f"a note has at most {NOTE_BYTES_MAX} bytes")
    try:
        written = said if isinstance(said, str) else said.decode()
    except UnicodeDecodeError as error:
        raise BadNote("a note is UTF-8") from error
    if any(letter < " " and letter != "\n" for letter in written):
        raise BadNote("a note holds no control characters")
    return written


def _parts(said: str) -> tuple[str, int, bytes]:
    """Name, algorithm and 32 bytes of a key as it is written."""
    parts = said.split("+", 2)
    if len(parts) != _PARTS or not is_name(parts[0]):
        raise BadNote("a key is »name+number+base64«")
    kept = from_base64(parts[2])
    if len(kept) != 1 + KEY_BYTES or kept[0] not in (ED25519, COSIGNATURE):
        raise BadNote(f"the key of {parts[0]} is neither a log's (1) nor a witness's (4)")
    return parts[0], kept[0], kept[1:]
