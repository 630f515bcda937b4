"""The trust file: who must have seen a head before it is called witnessed; counted by organisation, never by signature."""

from hashlib import sha256

import pytest

from proof.note import Checkpoint, Cosigner, Note, Signer
from proof.policy import BadTrust, Trust

LOG = Signer("klynge/syddanmark", bytes(range(32)))
REGION = Cosigner("region.example/w1", b"r" * 32)
REGION_TOO = Cosigner("region.example/w2", b"s" * 32)
TOWN = Cosigner("town.example/w1", b"t" * 32)
STRANGER = Cosigner("stranger.example/w1", b"u" * 32)
HEAD = str(Checkpoint("klynge/syddanmark", 7, sha256(b"seven").digest()))


def witness(organisation: str, key: str) -> str:
    return f'[[witness]]\norganisation = "{organisation}"\nkey = "{key}"\n'


def trust(quorum: str, *more: str) -> bytes:
    named = (
        witness("Region Syddanmark", REGION.vkey),
        witness("Region Syddanmark", REGION_TOO.vkey),
        witness("Odense Kommune", TOWN.vkey),
    )
    return "\n".join(
        (f'origin = "klynge/syddanmark"\nkeys = ["{LOG.vkey}"]', *named, f"[quorum]\n{quorum}", *more)
    ).encode()


def seen_by(*witnesses: Cosigner) -> Note:
    return Note(HEAD).signed([LOG.sign(HEAD), *(each.cosign(HEAD, 5) for each in witnesses)])


def test_two_keys_of_one_organisation_are_one() -> None:
    policy = Trust.parse(trust("organisations = 2"))
    assert policy.organisations(seen_by(REGION, REGION_TOO)) == {"Region Syddanmark"}
    assert not policy.enough(policy.organisations(seen_by(REGION, REGION_TOO)))
    assert policy.enough(policy.organisations(seen_by(REGION, TOWN)))


def test_whoever_must_have_signed_must() -> None:
    policy = Trust.parse(trust('organisations = 1\nmust = ["Region Syddanmark"]'))
    assert not policy.enough(policy.organisations(seen_by(TOWN)))
    assert policy.enough(policy.organisations(seen_by(REGION_TOO)))


def test_an_organisation_that_is_not_believed_any_more_is_counted_no_more() -> None:
    """Its word is still kept beside the head, under its name."""
    policy = Trust.parse(trust("organisations = 2"))
    assert policy.enough({"Region Syddanmark", "Odense Kommune"})
    assert not policy.enough({"Region Syddanmark", "Somebody of before"})


def test_a_head_that_nobody_else_has_seen_is_never_witnessed() -> None:
    policy = Trust.parse(trust("organisations = 0"))
    assert not policy.enough(policy.organisations(seen_by()))
    assert not policy.enough(policy.organisations(seen_by(STRANGER)))
    assert policy.enough(policy.organisations(seen_by(TOWN)))


def test_a_trust_file_holds_heads_from_before() -> None:
    root = "A" * 43 + "="
    policy = Trust.parse(
        trust("organisations = 1", f'[[head]]\nsize = 1234\nroot = "{root}"\n[[head]]\nnote = "old.txt"')
    )
    assert [(head.size, head.note) for head in policy.heads] == [(1234, ""), (None, "old.txt")]
    assert policy.verifiers == (LOG.verifier,)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\xff",
        b"origin = ",
        b'origin = ""',
        b'origin = "a"\nunknown = 1',
        trust("organisations = 3"),
        trust('organisations = 1\nmust = ["Nobody"]'),
        trust("organisations = -1"),
        trust("organisations = 1", witness("Another", TOWN.vkey)),
        trust("organisations = 1", witness("Another", LOG.vkey)),
        trust("organisations = 1").replace(LOG.vkey.encode(), TOWN.vkey.encode()),
        trust("organisations = 1").replace(b"+", b"-", 1),
        trust("organisations = 1", "[[head]]\nsize = 3"),
        trust("organisations = 1", '[[head]]\nroot = "AAAA"'),
        trust("organisations = 1", '[[head]]\nsize = 3\nroot = "AAAA"'),
        trust("organisations = 1", '[[head]]\nnote = "x"\nsize = 3'),
        b"x = " + b"[" * 3_000 + b"]" * 3_000,
        b"#" * 300_000,
    ],
)
def test_a_trust_file_that_asks_for_what_cannot_be_is_refused(said: bytes) -> None:
    with pytest.raises(BadTrust):
        Trust.parse(said)
