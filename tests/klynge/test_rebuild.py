"""`klynge rebuild`: views and the search index made anew while the service goes on; stopped midway it goes on where it was."""

import io
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from eventstore.follower import Follower
from eventstore.rows import RowStore
from eventstore.sqlite.rows import SQLiteRows
from eventstore.store import Store, StoreFailure
from klynge import rebuild as rebuilding
from klynge.rebuild import rebuild
from klynge.settings import Settings, read_settings
from projections.views import VIEWS
from tests.files import files_of
from tests.outside import MEETING, Outside, copied, outside

PATIENCE_S = 30


@pytest.fixture
def files(mid_item_2: Path, tmp_path: Path) -> Path:
    return copied(mid_item_2, tmp_path / "house")


@pytest.fixture
def told() -> Console:
    return Console(file=io.StringIO(), width=120, force_terminal=True)


def settings_of(files: Path) -> Settings:
    return read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{files}/log.db"})


def until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def numbers(house: Outside) -> list[str]:
    rows = house.rows("secretary", MEETING, prefix="item/")
    return [row["number"] for row in rows.values() if "number" in row]


@pytest.fixture
def damaged(files: Path) -> Iterator[Outside]:
    """A house whose kept rows are not what the log says."""
    whole = settings_of(files)
    rebuild(whole, Console(file=io.StringIO()), search=False)
    with closing(sqlite3.connect(files_of(whole).rows)) as rows:
        rows.execute(
            'UPDATE rows SET body=CAST(replace(CAST(body AS TEXT), \'"number":"\', \'"number":"9\') AS BLOB)'
            " WHERE view='meeting'"
        )
        rows.commit()
    with outside(files) as house:
        yield house


def test_damaged_rows_are_made_anew_while_the_service_goes_on(damaged: Outside, told: Console) -> None:
    wrong = numbers(damaged)
    assert wrong
    assert all(number.startswith("9") for number in wrong), "the control: what is kept is what is read"
    head = rebuild(damaged.settings, told, search=False)
    assert head == damaged.head
    until(lambda: numbers(damaged) == [number[1:] for number in wrong])
    point = {"item": "middelfart", "point": {"type": "remark", "sort": "remark", "text": "Efter genopbygningen."}}
    answer = damaged.give("secretary", f"{MEETING}/record-point", point)
    assert answer.status_code == 200
    position = answer.json()["position"]
    assert "Efter genopbygningen." in str(damaged.rows("secretary", MEETING, min_position=position))
    store = damaged.house.core._store
    until(lambda: store.kept() == position)


def test_it_tells_how_far_it_is_how_fast_and_for_how_long(
    files: Path, told: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 20)
    head = rebuild(settings_of(files), told, search=False)
    assert isinstance(told.file, io.StringIO)
    assert f"{head}/{head}" in told.file.getvalue()
    assert "/s" in told.file.getvalue()


def test_stopped_midway_it_goes_on_where_it_was(files: Path, told: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(files)
    began: list[int] = []
    step = Follower.step

    def noted(self: Follower, batch: int) -> bool:
        began.append(self._store.kept())
        if len(began) == 3:
            raise KeyboardInterrupt
        return step(self, 10)

    monkeypatch.setattr(Follower, "step", noted)
    with pytest.raises(KeyboardInterrupt):
        rebuild(settings, told, search=False)
    rebuild(settings, told, search=False)
    assert began[:4] == [0, 10, 20, 20]


def test_what_a_release_made_before_it_starts_is_ready_when_it_does(files: Path, told: Console) -> None:
    settings = settings_of(files)
    files_of(settings).rows.unlink()
    head = rebuild(settings, told, search=False)
    assert kept(settings.store, head) == head


def kept(store: Store, head: int) -> int:
    kept_log = store.open_log()
    rows: RowStore = store.open_rows(kept_log.recorder.epoch(), VIEWS, head)
    try:
        return rows.kept()
    finally:
        rows.close()
        kept_log.close()


def test_the_search_index_is_made_anew_and_searches_go_on(files: Path, told: Console) -> None:
    with outside(files) as house:
        found = [each["position"] for each in house.view("secretary", "lillebaelt/search", q="projekt")["hits"]]
        assert found
        assert rebuild(house.settings, told, search=True) == house.head
        assert [each["position"] for each in house.view("secretary", "lillebaelt/search", q="projekt")["hits"]] == found


def test_a_disk_without_room_is_named_and_the_service_goes_on_with_what_it_had(
    files: Path, told: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rebuild needs as much room again as the rows have."""
    settings = settings_of(files)
    rebuild(settings, told, search=False)
    usual, full = SQLiteRows.keep, list[bool]()

    def keep(rows: SQLiteRows, *kept: Any) -> None:
        ((pages,),) = rows._keeper.execute("PRAGMA page_count").fetchall()
        rows._keeper.execute(f"PRAGMA max_page_count={pages}")
        full.append(True)
        usual(rows, *kept)

    monkeypatch.setattr(SQLiteRows, "keep", keep)
    with pytest.raises(StoreFailure, match=r"rows\.db: database or disk is full"):
        rebuild(settings, told, search=False)
    monkeypatch.undo()
    assert full == [True]
    with outside(files) as house:
        assert numbers(house)
