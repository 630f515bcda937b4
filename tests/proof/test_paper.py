"""`klynge-verify-paper`: what the code on minutes shows to whoever holds a trust file and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clients.klynge_paper import judge, read
from clients.klynge_verify import Refused, Trust
from tests.proof.plainly import root
from tests.proof.printed_vectors import FILE, WITNESSES, made
from tests.witness.heads import ORIGIN, Numbers

KEPT: dict[str, Any] = json.loads(FILE.read_text())
CLIENTS = Path(__file__).resolve().parents[2] / "clients"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return trusting(tmp_path)


def trusting(folder: Path, organisations: int = 2, more: str = "") -> Path:
    lines = [f'origin = "{ORIGIN}"', f"keys = {json.dumps(KEPT['keys'])}"]
    for each in KEPT["witnesses"]:
        lines += ["[[witness]]", f'organisation = "{each["organisation"]}"', f'key = "{each["key"]}"']
    lines += ["[quorum]", f"organisations = {organisations}", more]
    path = folder / "trust.toml"
    path.write_text("\n".join(lines))
    return path


def code(path: Path, text: str, bundle: Path | None = None) -> int:
    return judge(read(text), Trust(str(path), []), bundle).code


@pytest.mark.parametrize("vector", KEPT["good"], ids=lambda each: f"{each['position']}/{each['size']}")
def test_what_was_proven_is_witnessed_by_those_who_signed(path: Path, vector: dict[str, Any]) -> None:
    assert code(path, vector["text"]) == (0 if len(vector["organisations"]) == 2 else 10)
    paper = read(vector["text"].lower())
    assert (paper.origin, paper.position, paper.size) == (vector["origin"], vector["position"], vector["size"])


@pytest.mark.parametrize("vector", KEPT["malformed"], ids=lambda each: each["why"])
def test_what_is_not_written_so_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read(vector["text"])


@pytest.mark.parametrize("vector", [*KEPT["false"], *KEPT["unsigned"]], ids=lambda each: each["why"])
def test_what_is_not_proven_is_broken(path: Path, vector: dict[str, Any]) -> None:
    assert code(path, vector["text"]) == 40


@pytest.mark.parametrize("name", ["\x1b[1;1FBEVIDNET", "X\nBEVIDNET / WITNESSED", "X\rBEVIDNET", "", "X Y", "X+Y", "Æ"])
def test_what_a_record_is_called_moves_no_cursor(name: str) -> None:
    scheme, _, *rest = made(5, 13).split(":")
    with pytest.raises(Refused):
        read(":".join((scheme, name, *rest)))


def test_a_head_of_another_record_says_nothing_of_this_one(tmp_path: Path) -> None:
    head = Numbers(13, forked=9).note(13)
    path = trusting(tmp_path, 2, '[[head]]\nnote = "head"')
    for said, found in ((head, 30), (head.replace(ORIGIN, "klynge/elsewhere"), 0)):
        (tmp_path / "head").write_text(said)
        assert code(path, made(5, 13)) == found


def test_what_is_no_text_is_refused_in_one_line(path: Path) -> None:
    given = [sys.executable, "-m", "clients.klynge_paper", "--trust", str(path)]
    ended = subprocess.run(given, input=b"\xff\xfe", capture_output=True, check=False, cwd=CLIENTS.parent)
    assert (ended.returncode, ended.stderr) == (2, b"")
    assert ended.stdout.startswith(b"AFVIST / REFUSED: ")


def test_every_letter_counts(path: Path) -> None:
    """Each changed letter is refused, or the proof is broken, or less is shown than before."""
    text = made(5, 13)
    assert code(path, text) == 0
    told = []
    for at in range(0, len(text), 7):
        other = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
        try:
            told.append(code(path, other))
        except Refused:
            told.append(2)
    assert 0 not in told
    assert {2, 10, 40} == set(told)


def test_organisations_that_must_have_signed_are_asked_for(tmp_path: Path) -> None:
    only = made(5, 13, WITNESSES[1:])
    assert code(trusting(tmp_path, 1), only) == 0
    assert code(trusting(tmp_path, 1, f'must = ["{WITNESSES[0]}"]'), only) == 10


def test_another_head_of_the_same_size_is_told(tmp_path: Path) -> None:
    head = Numbers(13, forked=9).note(13)
    (tmp_path / "head").write_text(head)
    assert code(trusting(tmp_path, 2, '[[head]]\nnote = "head"'), made(5, 13)) == 30
    (tmp_path / "head").write_text(Numbers(13).note(13))
    assert code(trusting(tmp_path, 2, '[[head]]\nnote = "head"'), made(5, 13)) == 0


def test_beside_a_bundle_the_event_must_be_the_same(path: Path, tmp_path: Path) -> None:
    leaves = Numbers(20).leaves
    (tmp_path / "leaves.bin").write_bytes(b"".join(leaves))
    assert code(path, made(5, 13), tmp_path) == 0
    (tmp_path / "leaves.bin").write_bytes(b"".join([*leaves[:4], root(leaves), *leaves[5:]]))
    assert code(path, made(5, 13), tmp_path) == 30
    (tmp_path / "leaves.bin").write_bytes(b"".join(leaves[:4]))
    assert code(path, made(5, 13), tmp_path) == 30


def test_two_files_in_an_empty_folder_are_all_it_takes(path: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("klynge_paper.py", "klynge_verify.py"):
        shutil.copy(CLIENTS / name, alone)

    def run(text: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "klynge_paper.py", "--trust", str(path)],
            cwd=alone,
            env={},
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.returncode, done.stdout

    told = run(made(5, 13) + "\n")
    assert told[0] == 0
    assert "BEVIDNET / WITNESSED" in told[1]
    assert f"{ORIGIN}, hændelse 5 af 13" in told[1]
    assert run("KLYNGE-PROOF/2:X")[0] == 2
    assert run(KEPT["false"][0]["text"])[0] == 40


@pytest.mark.parametrize("size", [13, 14, 9_000])
def test_a_bundle_that_differs_before_the_head_on_paper_is_another_history(
    path: Path, tmp_path: Path, size: int
) -> None:
    """Though the event itself is the same."""
    text, log = made(5, 13), Numbers(9_000)
    leaves = log.leaves[:size]
    (tmp_path / "leaves.bin").write_bytes(b"".join(leaves))
    assert code(path, text, tmp_path) == 0
    leaves[10] = bytes(32)
    (tmp_path / "leaves.bin").write_bytes(b"".join(leaves))
    found = judge(read(text), Trust(str(path), []), tmp_path)
    assert (found.code, found.en) == (30, "The bundle's history is another than the paper's.")


def test_a_bundle_that_ends_before_the_head_on_paper_is_not_called_another_event(path: Path, tmp_path: Path) -> None:
    text, log = made(5, 13), Numbers(13)
    for size in (12, 5, 4, 0):
        (tmp_path / "leaves.bin").write_bytes(b"".join(log.leaves[:size]))
        found = judge(read(text), Trust(str(path), []), tmp_path)
        assert (found.code, found.en) == (30, "The bundle ends before the head on the paper.")
    (tmp_path / "leaves.bin").write_bytes(b"".join(log.leaves)[:-1])
    with pytest.raises(Refused):
        judge(read(text), Trust(str(path), []), tmp_path)
