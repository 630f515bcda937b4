"""A house whose heads are signed by two parties' witnesses, each at its own address: what its doors and its figures say of it."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from eventstore.proofs import Proofs
from eventstore.sqlite.tables import PROOFS, SQLiteTables
from klynge.settings import BadSettings
from proof.note import Checkpoint, Cosigner, Note, Signer, Verifier
from tests.files import files_of
from tests.outside import Outside, copied, outside
from tests.witness.party import Party
from tests.witness.sealing import seal

SIGNER = Signer("klynge/syddanmark", b"s" * 32)
PARTIES = ("Region Syddanmark", "Middelfart Kommune")
MINUTES = "/v1/lillebaelt/minutes/2024-04-09-strategic/proof"
PATIENCE_S = 60
LOOK_S = 0.02


@contextmanager
def parties(folder: Path) -> Iterator[list[Party]]:
    found = [Party(folder / f"w{at}", f"w{at}.example/w", SIGNER.vkey) for at in range(len(PARTIES))]
    try:
        yield found
    finally:
        for each in found:
            each.stop()


def trust(ways: list[tuple[str, int]], origin: str = SIGNER.name) -> str:
    """`ways`: each party's key and port."""
    blocks = [
        f'[[witness]]\norganisation = "{name}"\nkey = "{vkey}"\nurl = "http://127.0.0.1:{port}"'
        for name, (vkey, port) in zip(PARTIES, ways, strict=True)
    ]
    return "\n".join([f'origin = "{origin}"', *blocks, "[quorum]", "organisations = 2"])


def figures(house: Outside) -> dict[str, float]:
    told = httpx.get(f"{house.url}/metrics").text
    return {name: float(value) for name, value in re.findall(r"^(klynge_witness\S*) (\S+)$", told, re.MULTILINE)}


def until(house: Outside, name: str, least: float) -> dict[str, float]:
    deadline = time.monotonic() + PATIENCE_S
    while (found := figures(house)).get(name, 0) < least:
        assert time.monotonic() < deadline, found
        time.sleep(LOOK_S)
    return found


def test_heads_are_witnessed_and_who_is_away_is_counted(ended: Path, tmp_path: Path) -> None:
    folder = copied(ended, tmp_path / "house")
    with parties(tmp_path) as found:
        (folder / "trust.toml").write_text(trust([(each.vkey, each.port) for each in found]))
        with outside(folder, KLYNGE_WITNESSES=str(folder / "trust.toml")) as house:
            proofs = Proofs(SQLiteTables(str(files_of(house.settings).proofs), PROOFS))
            log = house.house.core.log
            size = seal(log, proofs, SIGNER)
            told = until(house, 'klynge_witness_answers_total{outcome="signed"}', 2)
            assert (told["klynge_witnesses"], told["klynge_witnesses_failing"]) == (2, 0)
            assert proofs.witnessed() == size
            note = Note.parse(httpx.get(f"{house.url}/v1/checkpoint?state=witnessed").text)
            assert Checkpoint.parse(note.text).size == size
            for party in found:
                assert any(Verifier.parse(party.vkey).verifies(note.text, each) for each in note.signatures)
            proof = house.as_("plo-syd").get(MINUTES).json()
            assert (proof["state"], proof["organisations"]) == ("witnessed", sorted(PARTIES))
            # One is away: what comes now is sealed, and witnessed by one of two.
            found[1].stop()
            plan = {"title": "Handleplan", "plan_kind": "action-plan", "by_body": "lillebaelt/body/political"}
            assert house.give("secretary", "lillebaelt/plan/handleplan/draft", plan).status_code == 200
            later = seal(log, proofs, SIGNER)
            told = until(house, "klynge_witnesses_failing", 1)
            told = until(house, 'klynge_witness_answers_total{outcome="signed"}', 3)
            assert told["klynge_witnesses_alarming"] == 0
            assert (later > size, proofs.witnessed()) == (True, size)
            assert {each.outcome for each in proofs.attempts()} == {"unreachable"}
            proofs.close()


def test_witnesses_of_another_log_are_asked_nothing(ended: Path, tmp_path: Path) -> None:
    folder = copied(ended, tmp_path / "house")
    ways = [(Cosigner(f"{letter}.example/w", letter.encode() * 32).vkey, 9) for letter in "ab"]
    (folder / "trust.toml").write_text(trust(ways, "klynge/midtjylland"))
    with (
        pytest.raises(BadSettings, match="this log is klynge/syddanmark"),
        outside(folder, KLYNGE_WITNESSES=str(folder / "trust.toml")),
    ):
        pass
