"""The figures of making views again, each taken small: that they can be taken, and that what they measure is done."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import growing, rebuilding
from benchmarks.figure import measure

FEW = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("log")
    asyncio.run(growing.grow(folder, FEW))
    return folder


def test_every_row_is_made_again_and_put_down_by_both(folder: Path) -> None:
    made, kept = (measure(figure, 1).ratio for figure, _ in rebuilding.making(folder, FEW))
    assert 0 < made < 1
    assert kept > 0
    ours, theirs = (rows_in(folder / f"{name}.rows.db") for name in ("measured", "inserted"))
    assert len(ours) > FEW
    assert ours == theirs


def rows_in(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT view, key, from_position, body FROM rows ORDER BY 1,2,3").fetchall()


async def test_a_house_is_ready_that_was_timed(folder: Path) -> None:
    assert await rebuilding.ready_s(folder) > 0


def test_what_a_rebuild_holds_is_that_of_a_process_of_its_own(folder: Path) -> None:
    assert rebuilding.rebuild(folder) > 10_000
