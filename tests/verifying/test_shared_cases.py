"""The shared cases of the proof, as the offline verifier answers them. Those of bundles and proofs: tests/proof/test_cases.py."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clients import klynge_verify as verify
from tests.proof.test_cases import each, kept


@each("leaves")
def test_a_leaf(case: Any) -> None:
    row = [str(case["row"][name]).encode() for name in ("position", "stream", "version", "tag", "recorded_at", "state")]
    assert verify.leaf_hash(row).hex() == case["hash"]


def test_a_tree_has_the_root_that_is_told_at_each_size() -> None:
    told = kept("trees")
    leaves = [sha256(b"\0" + bytes.fromhex(data)).digest() for data in told["leaves"]]
    tree, found = verify.Tree(), list[str]()
    for leaf in leaves:
        tree.take(leaf)
        found.append(tree.root().hex())
    assert found == told["roots"][1:]


@each("notes")
def test_a_note(case: Any) -> None:
    key = verify.Key.read(case["key"], 1)
    try:
        found = "unsigned" if verify.Note.read(case["note"].encode(), "a note").signed_at(key) is None else "fits"
    except (verify.Refused, ValueError):
        found = "refused"
    assert found == case["becomes"]


@each("heads")
def test_a_head(case: Any) -> None:
    try:
        head = verify.Note.read(f"{case['text']}\n— somebody AAAA\n".encode(), "a head")
        found = {"origin": head.origin, "size": head.size, "root": head.root.hex()}
    except verify.Refused:
        found = None
    assert found == case["head"]


@each("quorums")
def test_who_has_seen_it(case: Any, tmp_path: Path) -> None:
    trust = trusted(case["trust"], tmp_path)
    note = verify.Note.read(case["note"].encode(), "a note")
    try:
        seen = sorted({name for name, key in trust.witnesses if note.signed_at(key) is not None})
    except ValueError:
        seen = None
    assert seen == case["organisations"]
    assert (len(seen or ()) >= trust.wanted and trust.must <= {*(seen or ())}) is case["enough"]


@each("trusts")
def test_a_trust_file(case: Any, tmp_path: Path) -> None:
    if case["read"]:
        assert len(trusted(case["trust"], tmp_path).keys) == 1
    else:
        with pytest.raises(verify.Refused):
            trusted(case["trust"], tmp_path)


def trusted(text: str, folder: Path) -> verify.Trust:
    (folder / "trust.toml").write_text(text, "utf-8")
    return verify.Trust(str(folder / "trust.toml"), ())
