"""The command as docs/verify.md prints it, run on a fresh folder: by whoever has Python, one file, a bundle and a trust file."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clients import klynge_verify as verify
from stories import randers_2020_efteraar
from tests.bundles.heads import SIGNER, WITNESS, heads_of
from tests.bundles.made import exported
from tests.realtime.record_in_memory import played

PAGE = (Path(__file__).parents[2] / "docs/verify.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
TRUST = f"""origin = "{SIGNER.name}"
keys = ["{SIGNER.vkey}"]

[[witness]]
organisation = "Town"
key = "{WITNESS.vkey}"

[quorum]
organisations = 1
must = ["Town"]
"""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the one file, a bundle and an older one, and a trust file; and nothing else of ours."""
    folder = tmp_path_factory.mktemp("fresh")
    kept_log = asyncio.run(played(randers_2020_efteraar.STORY))
    exported(kept_log, folder / "bundle", heads=heads_of(kept_log, 100, kept_log.head))
    exported(kept_log, folder / "older-bundle", heads=heads_of(kept_log, 100))
    kept_log.close()
    (folder / "trust.toml").write_text(TRUST, "utf-8")
    shutil.copy(verify.__file__, folder / "klynge_verify.py")
    (folder / "bin").mkdir()
    (folder / "bin/python3").symlink_to(sys.executable)
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """By a Python that finds no package and none of our files."""
    alone = command.replace("python3 ", "python3 -I -S ", 1)
    path = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    return subprocess.run(alone, shell=True, cwd=folder, env=path, capture_output=True, text=True, check=False)


def test_every_printed_command_verifies_the_bundle(fresh: Path) -> None:
    assert len(COMMANDS) == 3
    for command in COMMANDS:
        ended = run(command, fresh)
        assert (ended.returncode, ended.stderr) == (0, ""), f"{command}\n{ended.stdout}{ended.stderr}"
        assert "BEVIDNET" in ended.stdout
        assert "WITNESSED" in ended.stdout
    told = json.loads(run(COMMANDS[-1], fresh).stdout)
    assert (told["code"], told["witnesses"], told["findings"]) == (0, ["Town"], [])
    assert sorted(each.name for each in fresh.iterdir()) == [
        "bin",
        "bundle",
        "klynge_verify.py",
        "older-bundle",
        "trust.toml",
    ], "it leaves nothing behind"


def test_a_changed_letter_is_told_in_danish_and_english_with_its_place(fresh: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(fresh, folder, symlinks=True)
    events = folder / "bundle/events/0000001.tsv"
    lines = events.read_bytes().split(b"\n")
    lines[49] = lines[49].replace(b'"rule":"', b'"rule":"x', 1)[:-2] + b"}"
    manifest = folder / "bundle/manifest.json"
    old, new = events.read_bytes(), b"\n".join(lines)
    said = manifest.read_bytes().replace(b'"bytes":%d' % len(old), b'"bytes":%d' % len(new))
    manifest.write_bytes(said)
    events.write_bytes(new)
    ended = run(COMMANDS[0], folder)
    assert ended.returncode == 40
    assert ended.stdout.startswith("BRUDT / BROKEN\n")
    assert "- BRUDT: 50 (" in ended.stdout
    assert "Hændelsen er ændret, siden den blev forseglet." in ended.stdout
    assert "The event is changed since it was sealed." in ended.stdout


def test_an_older_bundle_against_a_newer_head_is_told_how_much_is_missing(fresh: Path) -> None:
    ended = run("python3 klynge_verify.py older-bundle --trust trust.toml --head bundle --json", fresh)
    told = json.loads(ended.stdout)
    assert (ended.returncode, told["verdict"]) == (30, ["AFVIGER", "DIVERGES"])
    newest = verify.Bundle(str(fresh / "bundle")).size
    assert [f"{newest} events; {newest - 100} lack" in each["en"] for each in told["findings"]] == [True]


@pytest.mark.parametrize(
    "command",
    [
        "python3 klynge_verify.py nowhere --trust trust.toml",
        "python3 klynge_verify.py bundle --trust nowhere.toml",
        "python3 klynge_verify.py bundle --trust bundle/manifest.json",
        "python3 klynge_verify.py bundle --trust trust.toml --head trust.toml",
        "python3 klynge_verify.py klynge_verify.py --trust trust.toml",
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(command: str, fresh: Path) -> None:
    ended = run(command, fresh)
    assert (ended.returncode, ended.stderr) == (2, "")
    assert re.fullmatch(r"AFVIST / REFUSED: [^\n]+\n", ended.stdout), ended.stdout


def test_the_page_has_every_verdict_with_its_exit_code() -> None:
    for code, (danish, english) in verify.VERDICTS.items():
        assert f"| {code} | {danish} / {english} |" in PAGE
    assert f"| {verify.REFUSED} | AFVIST / REFUSED |" in PAGE
