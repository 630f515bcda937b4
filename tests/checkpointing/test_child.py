"""The checkpointer as a child of the service: it begins with it, comes back when it is killed, and is gone with it."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

from klynge.checkpointing.heads import Heads
from klynge.checkpointing.rotating import rotate
from klynge.settings import Settings
from proof.note import Note, Verifier, signed_by
from tests.checkpointing.conftest import settings_in
from tests.checkpointing.working import Bench
from tests.klynge.process import House, Running

PATIENCE_S = 60
LOOK_S = 0.02


def until(what: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < give_up_at
        time.sleep(LOOK_S)


def children_of(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [each for each in map(int, told.split()) if b"klynge.checkpointing" in _command(each)]


def _command(pid: int) -> bytes:
    """Of a process that may end while it is looked at."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def sealed(settings: Settings) -> int:
    proofs = settings.store.open_proofs()
    try:
        newest = proofs.newest()
        return 0 if newest is None else newest.size
    finally:
        proofs.close()


def test_it_seals_survives_its_end_changes_its_key_and_goes_with_the_service(begun: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(begun, tmp_path / "house"))
    settings = settings_in(folder)
    with Running(House(folder), "serve") as running:
        until(lambda: sealed(settings) == 4)
        pid = running._process.pid
        (child,) = children_of(pid)
        os.kill(child, signal.SIGKILL)
        until(lambda: children_of(pid) not in ([], [child]))
        old = Verifier.parse(Bench(settings).keys[0].vkey)
        rotated = asyncio.run(rotate(settings, PATIENCE_S))
        assert rotated.is_done
        assert rotated.vkey != str(old)
        assert [each.vkey for each in Bench(settings).keys] == [rotated.vkey]
        (again,) = children_of(pid)
        said = running.told(signal.SIGTERM)
        assert said.code == 0, said.err
        until(lambda: not Path(f"/proc/{again}").exists())
    proofs = settings.store.open_proofs()
    covering = proofs.covering(5)
    proofs.close()
    assert covering is not None
    both = [old, Verifier.parse(rotated.vkey)]
    assert len(signed_by(Note.parse(covering.note), both)) == 2, "who believes the old key comes to believe the new one"


async def test_the_service_knows_what_is_sealed_and_what_keeps_it_from_being_so(bench: Bench) -> None:
    async def known(what: Callable[[Heads], bool]) -> None:
        give_up_at = time.monotonic() + PATIENCE_S
        while not what(heads):
            assert time.monotonic() < give_up_at
            await asyncio.sleep(LOOK_S)

    heads = Heads(bench.settings)
    heads.start()
    assert heads.known.sealed == 0
    bench.working.turn()
    bench.proofs.set_witnessed(4)
    await known(lambda each: (each.known.sealed, each.known.witnessed) == (4, 4))
    assert heads.known.failing is None
    bench.settings.checkpoint_key.rename(bench.settings.checkpoint_key.with_suffix(".away"))
    bench.add(300)
    bench.working.turn()
    await known(lambda each: each.known.failing == "no-key")
    assert heads.known.sealed == 4
    bench.settings.checkpoint_key.with_suffix(".away").rename(bench.settings.checkpoint_key)
    bench.working.turn()
    await known(lambda each: each.known.failing is None and each.known.sealed == 304)
    await heads.stop()
