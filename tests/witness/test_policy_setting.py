"""The setting that names the witnesses: what it must say, and what is said where it does not."""

from pathlib import Path

import pytest

from klynge.settings import BadSettings, read_settings
from klynge.witnessing.policy import require_of, witnesses_of
from proof.note import Cosigner
from tests.witness.heads import ORIGIN

KEY = Cosigner("randers.example/w1", bytes(32)).vkey
GOOD = (
    f'origin = "{ORIGIN}"\n[[witness]]\norganisation = "Randers"\nkey = "{KEY}"\nurl = "https://randers.example/w1"\n'
)


def settings(folder: Path, said: str) -> None:
    (folder / "trust.toml").write_text(said)
    read_settings({"KLYNGE_WITNESSES": str(folder / "trust.toml")})


def test_nobody_is_asked_where_nobody_is_named() -> None:
    assert read_settings({}).witnesses is None


def test_a_trust_file_names_them(tmp_path: Path) -> None:
    (tmp_path / "trust.toml").write_text(GOOD)
    trust = read_settings({"KLYNGE_WITNESSES": str(tmp_path / "trust.toml")}).witnesses
    assert trust is not None
    assert [each.organisation for each in trust.witnesses] == ["Randers"]
    require_of(trust, ORIGIN)
    require_of(None, "klynge/whatever")
    with pytest.raises(BadSettings, match="klynge/midtjylland"):
        require_of(trust, "klynge/midtjylland")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "KLYNGE_WITNESSES"),
        ("origin = 1", "KLYNGE_WITNESSES"),
        (f'origin = "{ORIGIN}"', "names no witness"),
        (GOOD.replace("https://randers.example/w1", ""), "address of Randers"),
        (GOOD.replace("https://", "ftp://"), "address of Randers"),
        (GOOD.replace(KEY, "x"), "KLYNGE_WITNESSES"),
    ],
)
def test_a_file_that_does_not_is_refused(tmp_path: Path, said: str, why: str) -> None:
    with pytest.raises(BadSettings, match=why):
        settings(tmp_path, said)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="No such file"):
        witnesses_of(str(tmp_path / "none.toml"))
