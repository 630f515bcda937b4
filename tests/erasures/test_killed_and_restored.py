"""An erasure is carried through whoever dies in the middle of it, and no copy that is put back undoes it."""

import asyncio
import os
import shutil
import signal
from pathlib import Path

import pytest
from rich.console import Console

from domain import erasure
from eventstore.key_check import KeyCheck
from klynge.core import Core
from klynge.erase import erase
from klynge.eraser import NotApplied
from klynge.settings import Settings
from tests.erasures.conftest import Place, Times
from tests.erasures.dying import PLACES
from tests.erasures.people import Somebody, approved, confirmed, is_completed, keys_of, read, registered, served
from tests.erasures.test_nothing_is_left import until_completed
from tests.split_off import SplitOff


async def test_who_is_killed_in_the_middle_leaves_nothing_half_done(place: Place, times: Times) -> None:
    """Before it starts again nothing is shown; when it has, everything is done and said."""
    in_short = ("listed",) if place.server is not None else ("recorded", "half a line", "before it is completed")
    names = tuple(PLACES)[: times(0, len(PLACES))] or in_short
    for round_ in range(times(1, 4)):
        for name in names:
            async with served(place.settings) as core:
                somebody = await registered(core)
                assert None not in keys_of(core, somebody).values()
                await approved(core, somebody)
            assert await killed(place, somebody, name) == -signal.SIGKILL, f"{name} was never reached"
            async with served(place.settings) as core:
                assert isinstance(core.log.now().see(somebody.erasure), erasure.Underway), (round_, name)
                assert read(core, somebody) == (None, None, None)
                await until_completed(core, [somebody])
                assert set(keys_of(core, somebody).values()) == {None}
                assert await asyncio.to_thread(KeyCheck(core.log).round) == 0
                listed = core.log.destroying.list
                assert listed is not None
                assert [each.by for each in listed.entries()].count(somebody.erasure) == 1


async def killed(place: Place, somebody: Somebody, at: str) -> int:
    """How the process ended that was to die there."""
    said = place.folder / "dying.txt"
    told = (somebody.id, somebody.erasure, at)
    process = SplitOff(told, {**os.environ, **place.environment}, said, said, "tests.erasures.dying")
    return await asyncio.to_thread(process.wait)


# --- put back from a copy ---------------------------------------------------------------------------------------------


def copied(folder: Path, to: Path, *kept: str) -> None:
    """A copy of the files of a folder, but the list, which is kept elsewhere."""
    to.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.is_file() and not path.name.endswith(".erasures") and path.name not in kept:
            shutil.copy(path, to / path.name)


async def applied(settings: Settings) -> int:
    return await erase(settings, Console(quiet=True), apply=True)


async def test_after_a_restore_nothing_is_served_until_the_list_is_applied(in_files: Place, times: Times) -> None:
    for round_ in range(times(2, 20)):
        copy = in_files.folder / f"copy-{round_}"
        async with served(in_files.settings) as core:
            somebody, other = await registered(core), await registered(core)
            before = read(core, somebody)
        copied(in_files.folder, copy)
        async with served(in_files.settings) as core:
            await approved(core, somebody)
            await confirmed(core, somebody)
            await until_completed(core, [somebody])
        copied(copy, in_files.folder)

        with pytest.raises(NotApplied, match="klynge erase --apply"):
            Core(in_files.settings)
        lacking = await erase(in_files.settings, Console(quiet=True), apply=False)
        assert (lacking, await applied(in_files.settings)) == (1, 1)

        async with served(in_files.settings) as core:
            assert before == somebody.words
            assert read(core, somebody) == (None, None, None)
            assert read(core, other) == other.words
            await until_completed(core, [somebody])
            assert set(keys_of(core, somebody).values()) == {None}
            assert await asyncio.to_thread(KeyCheck(core.log).round) == 0
        assert await applied(in_files.settings) == 0


async def test_keys_that_came_back_are_destroyed_again_before_anything_is_served(in_files: Place) -> None:
    async with served(in_files.settings) as core:
        somebody = await registered(core)
    keys = in_files.folder / "log.keys.db"
    shutil.copy(keys, in_files.folder / "copy-of-keys")
    async with served(in_files.settings) as core:
        await approved(core, somebody)
        await confirmed(core, somebody)
        await until_completed(core, [somebody])
    shutil.copy(in_files.folder / "copy-of-keys", keys)

    async with served(in_files.settings) as core:
        assert read(core, somebody) == (None, None, None)
        assert set(keys_of(core, somebody).values()) == {None}
        assert is_completed(core, somebody)
