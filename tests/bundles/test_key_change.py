"""A bundle of a record whose key was changed is believed by whoever trusts its first key."""

import asyncio
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from klynge.checkpointing.keys import read_keys
from klynge.checkpointing.rotating import rotate
from klynge.commands import run
from klynge.settings import Settings, read_settings
from proof.note import Signer

VERIFIER = Path(__file__).resolve().parents[2] / "clients" / "klynge_verify.py"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    environment = {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db"}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return read_settings(environment)


def klynge(*arguments: str) -> None:
    with suppress(SystemExit):
        run(*arguments)


def changed(settings: Settings) -> str:
    """Another key, named in the record, signed for by the one before, and alone from then on."""
    rotated = asyncio.run(rotate(settings, wait_s=0))
    assert not rotated.is_done
    klynge("checkpoint", "--once")
    rotated = asyncio.run(rotate(settings, wait_s=0))
    assert rotated.is_done
    klynge("checkpoint", "--once")
    return rotated.vkey


def verified(folder: Path, key: str) -> dict[str, Any]:
    trust = folder.with_suffix(".toml")
    trust.write_text(f'origin = "klynge/syddanmark"\nkeys = ["{key}"]\n[quorum]\norganisations = 1\n')
    command: list[str | Path] = [sys.executable, "-I", VERIFIER, folder, "--trust", trust, "--json"]
    told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return told


def test_who_trusts_the_first_key_comes_to_trust_the_last(settings: Settings, tmp_path: Path) -> None:
    klynge("init", "syddanmark")
    klynge("checkpoint", "--once")
    [first] = read_keys(settings.checkpoint_key)
    keys = [first.vkey, changed(settings), changed(settings)]
    assert len(set(keys)) == 3
    klynge("export", str(tmp_path / "bundle"), "--all")
    assert [verified(tmp_path / "bundle", key)["code"] for key in keys] == [10, 10, 10], (
        "signed, and witnessed by nobody"
    )
    stranger = Signer("klynge/syddanmark", bytes(32))
    assert verified(tmp_path / "bundle", stranger.vkey)["code"] == 40
