"""The shared cases of the proof, as `proof/` and `klynge_verify.py` answer them; the pages are run against the same
(web/test/verify.test.ts).
"""

import json
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clients import klynge_paper, klynge_verify
from eventstore.sealing import commitment
from proof import leaf, tree
from proof.note import BadNote, BadSignature, Checkpoint, Note, Verifier, signed_by
from proof.policy import BadTrust, Trust
from tests.proof import cases

PUBLISHED = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""Roots of Certificate Transparency's reference tree, as other implementations of it print them."""


def kept(name: str) -> Any:
    return json.loads((cases.FOLDER / f"{name}.json").read_text("utf-8"))


def each(name: str, *within: str) -> pytest.MarkDecorator:
    found = kept(name)
    for key in within:
        found = found[key]
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


@pytest.mark.parametrize("name", cases.FILES)
def test_the_cases_are_made_from_the_standards(name: str) -> None:
    assert (cases.FOLDER / f"{name}.json").read_text("utf-8") == cases.written(name), "run: python -m tests.proof.cases"


def test_the_roots_are_those_that_others_publish() -> None:
    roots = kept("trees")["roots"]
    assert {size: roots[size] for size in PUBLISHED} == PUBLISHED


@each("leaves")
def test_a_leaf(case: Any) -> None:
    row = {name: value.encode() if name == "state" else value for name, value in case["row"].items()}
    assert leaf.leaf_data(**row).hex() == case["data"]
    assert leaf.leaf_hash(**row).hex() == case["hash"]


def test_a_tree_has_the_root_that_is_told_at_each_size() -> None:
    told = kept("trees")
    grown = tree.Frontier()
    assert grown.root().hex() == told["roots"][0]
    for data, root in zip(told["leaves"], told["roots"][1:], strict=True):
        grown.append(sha256(b"\x00" + bytes.fromhex(data)).digest())
        assert grown.root().hex() == root


@each("trees", "inclusion")
def test_what_is_included(case: Any) -> None:
    proof = [bytes.fromhex(hash_) for hash_ in case["proof"]]
    leaf_, root = bytes.fromhex(case["leaf"]), bytes.fromhex(case["root"])
    assert tree.verify_inclusion(case["index"], case["size"], leaf_, root, proof) is case["holds"]


@each("trees", "consistency")
def test_what_continues(case: Any) -> None:
    proof = [bytes.fromhex(hash_) for hash_ in case["proof"]]
    old_root, new_root = bytes.fromhex(case["old_root"]), bytes.fromhex(case["new_root"])
    assert tree.verify_consistency(case["old"], case["new"], old_root, new_root, proof) is case["holds"]


@each("notes")
def test_a_note(case: Any) -> None:
    try:
        found = "fits" if signed_by(Note.parse(case["note"]), [Verifier.parse(case["key"])]) else "unsigned"
    except (BadNote, BadSignature):
        found = "refused"
    assert found == case["becomes"]


@each("heads")
def test_a_head(case: Any) -> None:
    try:
        head = Checkpoint.parse(case["text"])
        found = {"origin": head.origin, "size": head.size, "root": head.root.hex()}
    except BadNote:
        found = None
    assert found == case["head"]


@each("quorums")
def test_who_has_seen_it(case: Any) -> None:
    trust = Trust.parse(case["trust"].encode())
    try:
        seen = sorted(trust.organisations(Note.parse(case["note"])))
    except BadSignature:
        seen = None
    assert seen == case["organisations"]
    assert trust.enough(seen or ()) is case["enough"]


@each("trusts")
def test_a_trust_file(case: Any) -> None:
    if case["read"]:
        assert len(Trust.parse(case["trust"].encode()).keys) == 1
    else:
        with pytest.raises(BadTrust):
            Trust.parse(case["trust"].encode())


@each("commitments")
def test_what_commits_to_a_text(case: Any) -> None:
    salt, value = bytes.fromhex(case["salt"]), case["value"].encode()
    assert commitment(salt, case["stream"], case["version"], case["field"], value).hex() == case["c"]


# --- the program that an auditor runs, on the same cases ---

VERDICTS = {english: code for code, (_, english) in klynge_verify.VERDICTS.items()} | {"REFUSED": klynge_verify.REFUSED}


def told(folder: Path, trust: str, case: Any) -> Path:
    """A case's bundle as a folder, and its trust file beside it."""
    for path, held in {**kept("bundles")["whole"], **case["files"]}.items():
        file = folder / "bundle" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held.encode() if isinstance(held, str) else b64decode(held["base64"]))
    (folder / "trust.toml").write_text(trust, "utf-8")
    return folder / "bundle"


@each("bundles", "cases")
def test_a_bundle(case: Any, tmp_path: Path) -> None:
    bundle = told(tmp_path, case["trust"], case)
    trust = str(tmp_path / "trust.toml")
    try:
        check = klynge_verify.Check(klynge_verify.Bundle(str(bundle)), klynge_verify.Trust(trust, []))
        check.run()
    except klynge_verify.Refused:
        assert case["verdict"] == "REFUSED"
        return
    assert check.code == VERDICTS[case["verdict"]], check.findings
    assert sorted({each["position"] for each in check.findings if "position" in each}) == case["at"]


@each("trees", "inclusion")
def test_what_is_included_to_the_program(case: Any) -> None:
    proof = [bytes.fromhex(hash_) for hash_ in case["proof"]]
    leaf_, root = bytes.fromhex(case["leaf"]), bytes.fromhex(case["root"])
    assert klynge_paper.verify_inclusion(case["index"], case["size"], leaf_, root, proof) is case["holds"]


@each("trees", "consistency")
def test_what_continues_to_the_program(case: Any) -> None:
    proof = [bytes.fromhex(hash_) for hash_ in case["proof"]]
    old_root, new_root = bytes.fromhex(case["old_root"]), bytes.fromhex(case["new_root"])
    found = klynge_paper.verify_consistency(case["old"], case["new"], old_root, new_root, proof)
    assert found is case["holds"]


@each("trusts")
def test_a_trust_file_to_the_program(case: Any, tmp_path: Path) -> None:
    (tmp_path / "trust.toml").write_text(case["trust"], "utf-8")
    if case["read"]:
        assert len(klynge_verify.Trust(str(tmp_path / "trust.toml"), []).keys) == 1
    else:
        with pytest.raises(klynge_verify.Refused):
            klynge_verify.Trust(str(tmp_path / "trust.toml"), [])


@each("notes")
def test_a_note_to_the_program(case: Any) -> None:
    try:
        note = klynge_verify.Note.read(case["note"].encode(), "note")
        found = "unsigned" if note.signed_at(klynge_verify.Key.read(case["key"], 1)) is None else "fits"
    except (klynge_verify.Refused, ValueError):
        found = "refused"
    assert found == case["becomes"]


@each("heads")
def test_a_head_to_the_program(case: Any) -> None:
    try:
        note = klynge_verify.Note.read(f"{case['text']}\n— x AAAAAAAA\n".encode(), "note")
        found = {"origin": note.origin, "size": note.size, "root": note.root.hex()}
    except klynge_verify.Refused:
        found = None
    assert found == case["head"]
