"""The trust file (tillidsfil): whose keys are believed, and how many organisations must have seen a head. TOML; the same format for
the service, which asks its witnesses, and for whoever checks. It comes from whoever checks, never with what is checked.
"""

import tomllib
from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from proof.note import COSIGNATURE, ED25519, BadNote, Note, Verifier, root_of, signed_by, size_of

WITNESSES_MAX = 32
KEYS_MAX = 64
HEADS_MAX = 1_000
TRUST_BYTES_MAX = 256 * 1024
TEXT_MAX = 200

_Text = Annotated[str, Meta(min_length=1, max_length=TEXT_MAX)]


class BadTrust(ValueError):
    """The trust file cannot be read, or asks for what can never be."""


class Witness(Struct, frozen=True, forbid_unknown_fields=True):
    """A key that signs for an organisation."""

    organisation: _Text
    key: _Text
    url: str = ""
    """Where it is asked; only the service needs it."""

    @property
    def verifier(self) -> Verifier:
        return Verifier.parse(self.key)


class Quorum(Struct, frozen=True, forbid_unknown_fields=True):
    """How many different organisations must have signed, and which must be among them."""

    organisations: Annotated[int, Meta(ge=0, le=WITNESSES_MAX)] = 1
    must: Annotated[tuple[_Text, ...], Meta(max_length=WITNESSES_MAX)] = ()


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """A head that is held from before: a note's file, or size and root."""

    note: str = ""
    size: int | None = None
    root: str = ""


class Trust(Struct, frozen=True, forbid_unknown_fields=True, rename={"witnesses": "witness", "heads": "head"}):
    """Whom somebody believes."""

    origin: _Text
    keys: Annotated[tuple[_Text, ...], Meta(max_length=KEYS_MAX)] = ()
    """Of the log, from the start."""
    witnesses: Annotated[tuple[Witness, ...], Meta(max_length=WITNESSES_MAX)] = ()
    quorum: Quorum = Quorum()
    heads: Annotated[tuple[Head, ...], Meta(max_length=HEADS_MAX)] = ()

    @classmethod
    def parse(cls, said: bytes) -> "Trust":
        """Raises `BadTrust`."""
        if len(said) > TRUST_BYTES_MAX:
            raise BadTrust(f"a trust file has at most {TRUST_BYTES_MAX} bytes")
        try:
            trust = msgspec.convert(tomllib.loads(said.decode()), cls)
            _require_sound(trust)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError, BadNote) as error:
            raise BadTrust(str(error)) from error
        return trust

    @property
    def verifiers(self) -> tuple[Verifier, ...]:
        """The log's keys."""
        return tuple(map(Verifier.parse, self.keys))

    def organisations(self, note: Note) -> frozenset[str]:
        """Who has seen a head, by organisation: however many keys it signs with, it is one. Raises `BadSignature`."""
        found = signed_by(note, (each.verifier for each in self.witnesses))
        signed = {verifier for verifier, _ in found}
        return frozenset(each.organisation for each in self.witnesses if each.verifier in signed)

    def enough(self, organisations: Iterable[str]) -> bool:
        """Whether those who have seen a head are as many as is asked for, and those who must be are among them. Nobody is never
        enough: a head that no other has seen is not witnessed. Who is not, or no longer, believed is nobody.
        """
        seen = frozenset(organisations).intersection(each.organisation for each in self.witnesses)
        return len(seen) >= max(1, self.quorum.organisations) and seen.issuperset(self.quorum.must)


def _require_sound(trust: Trust) -> None:
    """Raises `BadTrust` where a key is for another use, or what is asked for can never be."""
    for key in trust.verifiers:
        if key.algorithm != ED25519:
            raise BadTrust(f"the key of {key.name} is a witness's, and stands among the log's")
    taken: dict[bytes, str] = {}
    for witness in trust.witnesses:
        key = witness.verifier
        if key.algorithm != COSIGNATURE:
            raise BadTrust(f"the key of {key.name} is none of a witness")
        if taken.setdefault(key.public, witness.organisation) != witness.organisation:
            raise BadTrust(f"{witness.organisation} and {taken[key.public]} have one key; they would count as two")
    named = {each.organisation for each in trust.witnesses}
    if strangers := set(trust.quorum.must) - named:
        raise BadTrust(f"{sorted(strangers)[0]} must have signed, and has no witness")
    if trust.witnesses and trust.quorum.organisations > len(named):
        raise BadTrust(f"{trust.quorum.organisations} organisations must have signed, and {len(named)} have a witness")
    for head in trust.heads:
        if bool(head.note) == (head.size is not None) or (head.size is None) == bool(head.root):
            raise BadTrust("a head is a note's file, or size and root")
        if head.size is not None:
            size_of(str(head.size))
            root_of(head.root)
