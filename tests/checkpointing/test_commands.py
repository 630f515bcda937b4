"""The checkpointer by itself, and what an operator does by hand."""

import asyncio
import shutil
from pathlib import Path

import pytest

from domain.log import Clock
from klynge.checkpointing.keys import read_keys
from klynge.checkpointing.rotating import rotate
from klynge.init import init
from klynge.settings import BadSettings
from tests.checkpointing.conftest import settings_in
from tests.checkpointing.working import Bench
from tests.klynge.process import House


def test_it_signs_by_itself_and_is_mended_by_hand(begun: Path, tmp_path: Path) -> None:
    house = House(Path(shutil.copytree(begun, tmp_path / "house")))
    bench = Bench(settings_in(house.store.parent))
    bench.look()
    bench.proofs._tables.run("DELETE FROM tiles")
    bench.guard.unlink()
    bench.close()
    assert "the sign-guard" in house.run("checkpoint", "--once").plain
    said = house.run("checkpoint", "--accept-stored-head", "--rebuild-tree", "--once").clean
    assert "The sign-guard holds 4." in said
    assert "The tree of 4 events is whole." in said
    assert "Signed up to 4." in said


async def test_the_old_key_signs_until_a_head_names_the_new_one(bench: Bench) -> None:
    bench.look()
    old = bench.keys[0].vkey
    first = await rotate(bench.settings, wait_s=0)
    assert not first.is_done
    assert [each.vkey for each in bench.keys] == [old, first.vkey]
    bench.look()
    second = await rotate(bench.settings, wait_s=0)
    assert second.is_done
    assert second.vkey == first.vkey, "it was stopped midway and goes on"
    assert [each.vkey for each in bench.keys] == [first.vkey]
    assert bench.head().size == 5
    bench.again()
    bench.look()


async def test_a_log_of_before_gets_its_first_key(bench: Bench) -> None:
    bench.settings.checkpoint_key.unlink()
    before = bench.rows()[0][3].replace(b"checkpoint_key", b"checkpoint_was")
    bench.change("UPDATE stored_events SET state=? WHERE position=1", before)
    rotated = await rotate(bench.settings, wait_s=0)
    assert rotated.is_done
    bench.look()
    assert bench.head().size == 5
    assert [each.vkey for each in read_keys(bench.settings.checkpoint_key)] == [rotated.vkey]


def test_a_log_does_not_begin_over_what_was_signed_of_another(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "guard").mkdir()
    guard = tmp_path / "guard" / "klynge.sign-guard"
    guard.write_text("klynge/syddanmark\n4\n")
    apart = {
        "KLYNGE_ENV": "production",
        "KLYNGE_ISSUER": "https://issuer.example",
        "KLYNGE_URL": "https://klynge.example",
        "KLYNGE_KEYS": f"sqlite:///{tmp_path}/keys/klynge.keys.db",
        "KLYNGE_SIGN_GUARD": str(guard),
    }
    with pytest.raises(BadSettings, match="tells of a log that was signed"):
        asyncio.run(init(settings_in(tmp_path, **apart), "syddanmark", Clock.REAL))
    asyncio.run(init(settings_in(tmp_path, **(apart | {"KLYNGE_ENV": "dev"})), "syddanmark", Clock.REAL))
    assert not guard.exists()
