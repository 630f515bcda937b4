"""The proof that stands in the QR code on minutes: read, checked, and told apart from what is none."""

import json
from typing import Any

import pytest

from proof.note import Checkpoint, Cosigner, Note, Signer, Verifier
from proof.printed import COSIGNATURES_MAX, BadPrinted, Printed
from tests.proof.plainly import inclusion, root
from tests.proof.printed_vectors import FILE, made, vectors
from tests.witness.heads import ORIGIN, TIME, Numbers

KEPT: dict[str, Any] = json.loads(FILE.read_text())
KEYS = [Verifier.parse(each) for each in KEPT["keys"]]
WITNESSES = [Verifier.parse(each["key"]) for each in KEPT["witnesses"]]
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
QR_40_L_MAX = 4_296
"""Letters of the alphanumeric mode that the largest QR code holds."""


def test_the_vectors_are_as_the_format_says() -> None:
    assert vectors() == KEPT


@pytest.mark.parametrize("vector", KEPT["good"], ids=lambda each: f"{each['position']}/{each['size']}")
def test_a_printed_proof_says_what_was_proven(vector: dict[str, Any]) -> None:
    read = Printed.parse(vector["text"])
    assert (read.origin, read.position, read.size) == (vector["origin"], vector["position"], vector["size"])
    assert read.includes
    assert read.signed_by(KEYS) == KEYS
    assert sorted(each.name for each in read.signed_by(WITNESSES)) == vector["organisations"]
    assert str(read) == vector["text"]
    assert set(vector["text"]) <= ALPHANUMERIC


def test_it_is_read_in_small_letters_too() -> None:
    text = KEPT["good"][2]["text"]
    assert Printed.parse(f" {text.lower()}\n") == Printed.parse(text)


@pytest.mark.parametrize("vector", KEPT["malformed"], ids=lambda each: each["why"])
def test_what_is_not_written_so_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(BadPrinted):
        Printed.parse(vector["text"])


@pytest.mark.parametrize("vector", KEPT["false"], ids=lambda each: each["why"])
def test_what_is_not_in_the_tree_is_not_proven(vector: dict[str, Any]) -> None:
    assert not Printed.parse(vector["text"]).includes


@pytest.mark.parametrize("vector", KEPT["unsigned"], ids=lambda each: each["why"])
def test_what_the_log_did_not_sign_is_signed_by_nobody(vector: dict[str, Any]) -> None:
    assert Printed.parse(vector["text"]).signed_by(KEYS) == []


def test_it_is_made_of_a_head_as_it_is_kept() -> None:
    log = Numbers(13)
    witnesses = [Cosigner(f"{name}.example/w", name.encode() * 32) for name in "abcd"]
    note = Note.parse(log.note(13))
    cosignatures = [each.cosign(note.text, TIME) for each in witnesses]
    printed = Printed.of(note.signed(cosignatures), 5, log.leaves[4], inclusion(4, log.leaves), cosignatures)
    assert printed.root == root(log.leaves)
    assert printed.includes
    assert printed.signed_by([log.signer.verifier]) == [log.signer.verifier]
    assert len(printed.signed_by([each.verifier for each in witnesses])) == COSIGNATURES_MAX
    assert Printed.parse(str(printed)) == printed


def test_a_head_that_the_log_did_not_sign_is_not_printed() -> None:
    text = Numbers(3).text(3)
    stranger = Signer("x.example/y", bytes(32)).sign(text)
    with pytest.raises(BadPrinted, match="not signed"):
        Printed.of(Note(text).signed([stranger]), 1, bytes(32), (), ())


def test_the_proof_of_a_record_of_a_hundred_million_events_fits() -> None:
    proof = tuple(bytes([each]) * 32 for each in range(27))
    printed = Printed(
        origin="klynge/" + "a" * 40,
        position=99_999_999,
        size=100_000_000,
        root=bytes(32),
        leaf=bytes(32),
        proof=proof,
        signature=bytes(68),
        cosignatures=(bytes(76),) * COSIGNATURES_MAX,
    )
    assert len(str(printed)) <= QR_40_L_MAX / 2
    assert Printed.parse(str(printed)) == printed


def test_letters_beyond_any_proof_are_not_read() -> None:
    with pytest.raises(BadPrinted, match="at most"):
        Printed.parse(made(5, 13) + "A" * 10_000)


def test_the_head_it_signs_is_the_one_that_others_hold() -> None:
    read = Printed.parse(made(5, 13))
    assert str(Checkpoint(read.origin, read.size, read.root)) == Numbers(13).text(13)
    assert read.origin == ORIGIN
