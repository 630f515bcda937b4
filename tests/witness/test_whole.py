"""From the first event to a verified bundle: what is recorded is sealed by the checkpointer, witnessed by two parties, and proven
to somebody who has nothing but a trust file.
"""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from klynge.commands import run
from proof.note import Note, Verifier
from tests.klynge.process import HOUSE, House, Running
from tests.witness.party import Party

PARTIES = ("Region Syddanmark", "Middelfart Kommune")
PATIENCE_S = 60
LOOK_S = 0.05
BEGINNING = 4
"""Events that `klynge init` records."""


def klynge(*arguments: str) -> None:
    """A command, in this process."""
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 0


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A folder with nothing in it yet, which commands of this process are told of as well."""
    house = House(tmp_path, KLYNGE_WITNESSES=str(tmp_path / "trust.toml"))
    for name, value in house.environment.items():
        if name != "KLYNGE_WITNESSES":
            monkeypatch.setenv(name, value)
    return house


@pytest.fixture
def vkey(house: House, capsys: pytest.CaptureFixture[str]) -> str:
    """The log is open, and tells its key."""
    klynge("init", "syddanmark")
    capsys.readouterr()
    klynge("keys", "show-checkpoint")
    return capsys.readouterr().out.strip()


@pytest.fixture
def parties(tmp_path: Path, vkey: str) -> Iterator[list[Party]]:
    found = [Party(tmp_path / f"w{at}", f"w{at}.example/w", vkey) for at in range(len(PARTIES))]
    yield found
    for each in found:
        each.stop()


def figures(house: House) -> dict[str, float]:
    try:
        told = httpx.get(f"{house.url}/metrics").text
    except httpx.TransportError:
        return {}
    return {name: float(value) for name, value in re.findall(r"^klynge_(\w+) (\S+)$", told, re.MULTILINE)}


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(LOOK_S)


def verified(bundle: Path, trust: Path) -> tuple[int, str]:
    """What the auditor's program says, away from all that is ours."""
    command = [sys.executable, str(HOUSE / "clients" / "klynge_verify.py"), str(bundle), "--trust", str(trust)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={}, cwd=bundle)
    return done.returncode, done.stdout + done.stderr


def test_what_is_recorded_is_sealed_witnessed_and_verified_by_somebody_else(
    house: House, vkey: str, parties: list[Party], tmp_path: Path
) -> None:
    trust = tmp_path / "trust.toml"
    log = ['origin = "klynge/syddanmark"', f'keys = ["{vkey}"]']
    witnesses = [
        f'[[witness]]\norganisation = "{name}"\nkey = "{party.vkey}"\nurl = "http://127.0.0.1:{party.port}"'
        for name, party in zip(PARTIES, parties, strict=True)
    ]
    trust.write_text("\n".join([*log, *witnesses, "[quorum]", "organisations = 2"]))
    with Running(house, "serve") as serving:
        until(lambda: figures(house).get("witnessed", 0) >= BEGINNING)
        told = figures(house)
        assert (told["sealed"], told["witnesses"], told["witnesses_failing"]) == (told["head"], 2, 0)
        note = Note.parse(httpx.get(f"{house.url}/v1/checkpoint?state=witnessed").text)
        assert Verifier.parse(vkey).verifies(note.text, note.signatures[0])
        assert len(note.signatures) == 1 + len(PARTIES)
        assert serving.told(signal.SIGTERM).code == 0
    klynge("export", str(tmp_path / "bundle"), "--all")
    code, said = verified(tmp_path / "bundle", trust)
    assert (code, "BEVIDNET" in said) == (0, True), said
    # To somebody who believes none of the witnesses it is signed by the log alone.
    trust.write_text("\n".join(log))
    assert verified(tmp_path / "bundle", trust)[0] == 10
