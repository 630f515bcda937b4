"""Sets of rows, in files and on a server: one is made beside the one that is read, and takes its place while it is read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eventstore import rows as keeping
from eventstore.folds import fingerprint
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.overlay import Overlay
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.rows import PostgresRows
from eventstore.rows import Fenced, RowStore
from eventstore.sqlite.rows import SQLiteRows
from tests.eventstore.histories import FOLDS, rebuilt
from tests.eventstore.test_rows import found, row
from tests.eventstore.world import HEAD
from tests.eventstore.writing import events

Opening = Callable[..., RowStore]


@pytest.fixture(params=["file", "server"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opening]:
    """The same sets again and again, by folds of another version, say."""
    stores: list[RowStore] = []
    address = request.getfixturevalue("on_server")().log if request.param == "server" else ""

    def opening(folds: str = "folds", epoch: str = "epoch", head: int = 100, anew: bool = False) -> RowStore:
        store: RowStore = (
            PostgresRows(Pool(Connections(address)), epoch, folds, head, anew=anew)
            if address
            else SQLiteRows(str(tmp_path / "rows.db"), epoch, folds, head, anew=anew)
        )
        stores.append(store)
        return store

    yield opening
    for store in stores:
        store.close()


def tidied(store: RowStore) -> int:
    return sum(1 for _ in iter(store.tidy, False))


def test_a_set_is_made_beside_the_one_that_is_read_and_then_read_instead(opened: Opening) -> None:
    reader = opened()
    reader.keep(0, 9, [row("a", 1, "first")])
    beside = opened(anew=True)
    beside.keep(0, 5, [row("a", 1, "anew")])
    assert (reader.kept(), found(reader, 9)) == (9, [("a", "first")])
    assert not beside.serve(), "it holds less"
    assert (reader.kept(), found(reader, 9)) == (9, [("a", "first")])
    beside.keep(5, 9, [row("b", 7, "anew")])
    assert beside.serve()
    assert (reader.kept(), found(reader, 9)) == (9, [("a", "anew"), ("b", "anew")])
    reader.keep(9, 10, [row("c", 10, "on")])
    late = opened()
    assert (late.kept(), found(late, 10)) == (10, [("a", "anew"), ("b", "anew"), ("c", "on")])


def test_whoever_kept_rows_in_the_set_before_is_fenced_and_goes_on_in_the_new_one(opened: Opening) -> None:
    keeper = opened()
    keeper.keep(0, 9, [row("a", 1, "first")])
    beside = opened(anew=True)
    beside.keep(0, 12, [row("a", 1, "anew")])
    before = keeper.kept()
    assert beside.serve()
    with pytest.raises(Fenced):
        keeper.keep(before, 10, [row("b", 10, "late")])
    assert keeper.kept() == 12
    keeper.keep(12, 13, [row("b", 13, "on")])
    assert found(beside, 13) == [("a", "anew"), ("b", "on")]


def test_one_that_was_stopped_midway_is_gone_on_with(opened: Opening) -> None:
    opened().keep(0, 9, [row("a", 1, "first")])
    opened(anew=True).keep(0, 5, [row("a", 1, "anew")])
    again = opened(anew=True)
    assert (again.kept(), found(again, 9)) == (5, [("a", "anew")])
    other = opened(anew=True, folds="others")
    assert other.kept() == 0, "of other folds it is another"


def test_of_another_release_it_is_made_before_that_starts_and_the_one_in_use_stays(opened: Opening) -> None:
    in_use = opened(folds="older")
    in_use.keep(0, 9, [row("a", 1, "older")])
    beside = opened(folds="newer", anew=True)
    beside.keep(0, 9, [row("a", 1, "newer")])
    assert beside.serve()
    assert (in_use.kept(), found(in_use, 9)) == (9, [("a", "older")])
    started = opened(folds="newer")
    assert (started.kept(), found(started, 9)) == (9, [("a", "newer")])
    assert tidied(started) == 0
    assert found(in_use, 9) == [("a", "older")]


def test_rows_that_nobody_reads_are_let_go_of_little_by_little(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = opened()
    reader.keep(0, 9, [row(f"k{number:02}", 1, "first") for number in range(25)])
    beside = opened(anew=True)
    beside.keep(0, 9, [row("a", 1, "anew")])
    assert beside.serve()
    assert tidied(beside) == 0, "who read a moment ago reads on"
    assert len(found(reader, 9)) == 25
    reader.kept()
    for module in ("eventstore.sqlite.rows", "eventstore.postgres.rows"):
        monkeypatch.setattr(f"{module}.TIDIED", 10)
    monkeypatch.setattr("eventstore.sqlite.rows.OVER_S", -1)
    monkeypatch.setattr("eventstore.postgres.rows.UNUSED", _at_once())
    assert tidied(beside) == 5, "rows, then their lives"
    assert found(reader, 9) == [("a", "anew")]
    assert tidied(beside) == 0
    assert keeping.OVER_S > 1


def _at_once() -> str:
    from eventstore.postgres.rows import UNUSED

    return UNUSED.replace(f"{keeping.OVER_S} seconds", "-1 seconds")


def test_a_process_reads_the_same_while_another_set_takes_the_place_of_the_one_it_read(
    on_file: Log, tmp_path: Path
) -> None:
    """An overlay, pinned wherever it stood; it and a rebuild agree at every position, before and after."""

    def open_(**how: Any) -> SQLiteRows:
        return SQLiteRows(str(tmp_path / "rows.db"), "epoch", fingerprint(FOLDS), on_file.head, **how)

    recorded, store = tuple(events(on_file)), open_()
    Follower(on_file, store, FOLDS).step(5)
    reader = Overlay(FOLDS, store)
    for each in recorded[5:]:
        reader.advance(each)
    beside = open_(anew=True)
    making = Follower(on_file, beside, FOLDS)
    making.step(7)
    assert beside.serve()
    expected = rebuilt(recorded)

    def read() -> list[dict[str, dict[str, Any]]]:
        return [{fold.name: dict(reader.range(fold.name, "", at)) for fold in FOLDS} for at in range(HEAD + 1)]

    assert read() == expected
    reader.pin_kept()
    assert reader.pinned == 7
    assert read() == expected
    while making.step():
        reader.pin_kept()
        assert read() == expected
    store.close()
    beside.close()


def test_a_file_of_a_release_that_knew_one_set_is_made_again(tmp_path: Path) -> None:
    import sqlite3

    path = str(tmp_path / "rows.db")
    with sqlite3.connect(path) as old:
        old.executescript(
            "CREATE TABLE rows (view TEXT, fold INTEGER, key TEXT, from_position INTEGER, body BLOB,"
            " PRIMARY KEY (view, fold, key, from_position)) WITHOUT ROWID;"
            "CREATE TABLE kept (id INTEGER PRIMARY KEY, epoch TEXT, folds TEXT, events TEXT, position INTEGER);"
            "INSERT INTO kept VALUES (1, 'epoch', 'folds', 'a', 9); INSERT INTO rows VALUES ('meeting', 1, 'a', 1, 'old');"
        )
    old.close()
    store = SQLiteRows(path, "epoch", "folds", 100)
    assert (store.kept(), found(store, 9)) == (0, [])
    store.keep(0, 9, [row("a", 1, "new")])
    assert found(store, 9) == [("a", "new")]
    store.close()
