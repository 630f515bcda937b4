"""A start does not look through the log: what it asks the store for does not grow with it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from eventstore.deciding import IS_PERSONAL
from eventstore.log import Log
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.store import SQLiteStore
from tests.eventstore.world import SECRETARY, registering
from tests.eventstore.writing import give


def steps(store: SQLiteStore) -> int:
    """Of SQLite's machine, to find the texts about people that whoever starts must know of."""
    with closing(sqlite3.connect(store.log)) as database:
        counted: list[int] = []
        database.set_progress_handler(lambda: counted.append(1), 1)
        database.execute(f"SELECT * FROM blocks WHERE {IS_PERSONAL}").fetchall()
        return len(counted)


def test_texts_about_people_are_found_without_looking_through_all_texts(on_file: Log, tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db")
    few = steps(store)
    for index in range(200):
        give(on_file, SECRETARY, f"dk/party/p{index}", registering())
    assert steps(store) == few
    with closing(sqlite3.connect(store.log)) as database:
        database.execute("DROP INDEX blocks_personal")
    assert steps(store) > few + 200, "the control: without its index it would"


def test_a_server_has_the_index_too(on_server: Callable[[], PostgresStore]) -> None:
    tables = on_server().open_log()
    found = tables.recorder._select(  # type: ignore[attr-defined]
        "SELECT indexdef FROM pg_indexes WHERE indexname = 'blocks_personal'", {}
    )
    tables.close()
    assert "WHERE" in found[0][0]


def test_they_are_all_of_them(on_file: Log) -> None:
    every = [block for block in on_file.recorder.blocks((0, ""), 1_000) if block.text_class in ("contact", "citizen")]
    assert every
    assert list(on_file.recorder.personal_blocks()) == every
