"""Changing the master key: every key opens under the new one, none under the old, wherever it was stopped."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventstore import rotation
from eventstore.keys import MARK, KeyDamaged, KeyDatabase, KeysUnavailable
from eventstore.master import MasterFile, MasterValue
from eventstore.postgres.store import PostgresStore
from eventstore.rotation import Looked, look, rotate
from eventstore.sqlite.store import SQLiteStore
from eventstore.sqlite.tables import KEYS, SQLiteTables
from eventstore.tables import Tables
from tests.postgres import APPLICATION, OWNER, Postgres

Stored = dict[bytes, bytes]


class World:
    """A key database in files, with keys whose plain form is known here."""

    def __init__(self, folder: Path, count: int = 30) -> None:
        self.store = SQLiteStore(folder / "log.db", folder / "keys.db")
        keys = self.store.open_keys()
        self.plain = dict(keys.make(count))
        self.receipts = keys.named("receipts")
        keys.close()
        self.old = MasterValue("old", (folder / "keys.master").read_bytes())
        self.wrapped = _wrapped(folder / "keys.db")

    def opened(self, master: Any = None) -> dict[bytes, bytes | None]:
        """Every key as a process finds it that was started just now."""
        keys = KeyDatabase(self.store.open_key_tables(), self.store.open_key_tables(), master or self.store.master_key)
        try:
            assert keys.named("receipts") == self.receipts
            return {key_id: keys.find(key_id) for key_id in self.plain}
        finally:
            keys.close()

    def rotate(self, tables: Tables | None = None) -> Looked:
        return rotate(tables or self.store.open_key_tables(), self.store.master_key)[0]


def _wrapped(path: Path) -> list[bytes]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT wrapped FROM keys UNION ALL SELECT wrapped FROM named").fetchall()
    connection.close()
    return [each for (each,) in found]


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("keys.db*")))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_every_key_opens_under_the_new_master_key_and_none_under_the_old(world: World, tmp_path: Path) -> None:
    before = _bytes(tmp_path)
    assert all(wrapped in before for wrapped in world.wrapped)  # the control: they are there to be found

    assert world.rotate() == Looked(1, 31, 0)

    assert world.opened() == world.plain
    assert (tmp_path / "keys.master").read_bytes() != world.old.value
    assert not (tmp_path / "keys.master.next").exists()
    after = _bytes(tmp_path)
    assert [wrapped for wrapped in world.wrapped if wrapped in after] == []
    tables = world.store.open_key_tables()
    assert look(tables, world.store.master_key) == Looked(32, 0, 0)
    with pytest.raises(KeysUnavailable, match="does not fit"):
        look(tables, world.old)
    # Nor does it open one of them, whatever the mark says.
    tables.run("DELETE FROM named")
    tables.run("DELETE FROM keys WHERE id<>?", next(iter(world.plain)))
    with pytest.raises(KeysUnavailable, match="does not fit"):
        KeyDatabase(tables, tables, world.old).named("receipts")


class Stopping:
    """Tables that a power cut ends at some statement, before it is carried out or after."""

    def __init__(self, tables: SQLiteTables, left: int, after: bool) -> None:
        self._tables, self._left, self._after = tables, left, after
        self.stopped = False

    def _do(self, what: Callable[[], Any]) -> Any:
        self._left -= 1
        if self._left < 0 and not self._after:
            self.stopped = True
            raise PowerCut
        done = what()
        if self._left < 0:
            self.stopped = True
            raise PowerCut
        return done

    def run(self, statement: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        return self._do(lambda: self._tables.run(statement, *values))  # type: ignore[no-any-return]

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        self._do(lambda: self._tables.run_many(statement, rows))

    def settle(self, table: str) -> None:
        self._do(lambda: self._tables.settle(table))

    def scrub(self, *tables: str) -> bool:
        return self._do(lambda: self._tables.scrub(*tables))  # type: ignore[no-any-return]

    def erase(self, table: str, column: str, values: Iterable[Any], thorough: bool) -> bool:
        raise NotImplementedError

    def close(self) -> None:
        self._tables.close()


class PowerCut(Exception):
    pass


def test_wherever_it_is_stopped_everything_opens_and_it_goes_on_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "PAGE", 7)
    (tmp_path / "first").mkdir()
    first = World(tmp_path / "first")
    stops = 0
    for after in (False, True):
        left = 0
        while True:
            folder = tmp_path / f"{after}-{left}"
            shutil.copytree(tmp_path / "first", folder)
            first.store = SQLiteStore(folder / "log.db", folder / "keys.db")
            stopping = Stopping(first.store.open_key_tables(), left, after)
            try:
                first.rotate(stopping)
            except PowerCut:
                stopping.close()
            if not stopping.stopped:
                stopping.close()
                break
            stops += 1
            assert first.opened() == first.plain
            first.rotate()
            assert first.opened() == first.plain
            stored = _bytes(folder)
            assert [wrapped for wrapped in first.wrapped if wrapped in stored] == []
            left += 1
    assert stops > 20


def test_who_runs_meanwhile_opens_and_makes_keys_before_and_after(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = world.store.open_keys()
    made: dict[bytes, bytes] = {}

    class Beside(Stopping):
        """Somebody makes a key and opens another between any two statements."""

        def _do(self, what: Callable[[], Any]) -> Any:
            made.update(running.make(2))
            assert {key_id: running.find(key_id) for key_id in world.plain} == world.plain
            return what()

    world.rotate(Beside(world.store.open_key_tables(), 0, False))
    made.update(running.make(2))
    made.update(dict(running.make(2)))

    assert len(made) >= 10
    assert world.opened() == world.plain
    new = KeyDatabase(world.store.open_key_tables(), world.store.open_key_tables(), world.store.master_key)
    assert {key_id: new.find(key_id) for key_id in made} == made


def test_keys_made_under_the_old_mark_after_it_was_changed_are_not_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else they would lie there under a master key that is let go, and be given out."""
    running = world.store.open_keys()
    mark = running.mark()
    world.rotate()
    monkeypatch.setattr(running, "mark", lambda: mark)

    before = len(_wrapped(world.store.keys))
    assert running.make(5) == []
    with pytest.raises(KeysUnavailable, match="changed just now"):
        running.named("another")
    assert len(_wrapped(world.store.keys)) == before


def test_a_key_that_was_destroyed_is_not_brought_back(world: World) -> None:
    doomed = next(iter(world.plain))

    class Destroying(Stopping):
        def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
            self._tables.run("DELETE FROM keys WHERE id=?", doomed)
            self._tables.run_many(statement, rows)

        def _do(self, what: Callable[[], Any]) -> Any:
            return what()

    world.rotate(Destroying(world.store.open_key_tables(), 0, False))
    assert world.opened() == world.plain | {doomed: None}


def test_a_damaged_key_is_told_and_keeps_nobody_from_changing_the_rest(world: World) -> None:
    tables = world.store.open_key_tables()
    damaged = next(iter(world.plain))
    tables.run("UPDATE keys SET wrapped=? WHERE id=?", bytes(60), damaged)

    assert world.rotate().neither == 1
    assert look(tables, world.store.master_key).neither == 1
    with pytest.raises(KeyDamaged):
        world.opened()


def test_given_in_the_environment_the_operator_is_told_what_is_left_to_do(tmp_path: Path) -> None:
    one, other = bytes([1]) * 32, bytes([2]) * 32
    tables = SQLiteTables(str(tmp_path / "keys.db"), KEYS)
    before = KeyDatabase(tables, tables, MasterValue("M", one))
    made = dict(before.make(10))
    with pytest.raises(KeysUnavailable, match="M_NEXT is not set"):
        rotate(tables, MasterValue("M", one))
    with pytest.raises(KeysUnavailable, match="the same one"):
        rotate(tables, MasterValue("M", one, one))

    looked, left = rotate(tables, MasterValue("M", one, other))

    assert looked == Looked(1, 10, 0)
    assert left == "Now give the value of M_NEXT as M to every process, and M_NEXT no more."
    for master in (MasterValue("M", one, other), MasterValue("M", other)):
        keys = KeyDatabase(tables, tables, master)
        assert {key_id: keys.find(key_id) for key_id in made} == made
    # Somebody who knows the old one alone is told so, and not that the keys are damaged.
    with pytest.raises(KeysUnavailable, match="does not fit"):
        before.find(next(iter(made)))
    assert rotate(tables, MasterValue("M", one, other))[0] == Looked(11, 0, 0)


def test_a_key_database_of_before_there_were_marks_is_marked_by_what_opens_it(world: World) -> None:
    tables = world.store.open_key_tables()
    tables.run("DELETE FROM named WHERE name=?", MARK)
    with pytest.raises(KeysUnavailable, match="does not fit"):
        KeyDatabase(tables, tables, MasterValue("other", bytes(32))).make(1)
    assert world.opened() == world.plain
    assert len(dict(world.store.open_keys().make(1))) == 1
    assert look(tables, world.store.master_key).current == 33


def test_a_master_key_that_is_lost_is_not_made_anew(world: World, tmp_path: Path) -> None:
    (tmp_path / "keys.master").unlink()
    with pytest.raises(KeysUnavailable, match="put it back"):
        world.store.open_keys()
    assert not (tmp_path / "keys.master").exists()


def test_two_who_make_a_master_key_at_once_read_one(tmp_path: Path) -> None:
    master = MasterFile(tmp_path / "master")
    master.make()
    made = master.read()
    master.make()
    assert master.read() == made
    assert (tmp_path / "master").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["master"]


def test_on_postgresql_too(postgres_server: Postgres, on_server: Callable[[], PostgresStore]) -> None:
    store = on_server()
    keys = store.open_keys()
    made = dict(keys.make(600))
    secret = keys.named("receipts")
    old = MasterValue("old", store.master_key.read()[0])
    as_owner = PostgresStore(store.log, store.keys.replace(f"{APPLICATION}@", f"{OWNER}@"), store.master)
    tables = as_owner.open_key_tables()
    wrapped = [row[0] for row in tables.run("SELECT wrapped FROM keys")]
    with pytest.raises(KeysUnavailable, match="permission denied"):
        rotate(store.open_key_tables(), store.master_key)

    looked, left = rotate(tables, as_owner.master_key)

    assert (looked, left) == (Looked(1, 601, 0), None)
    assert {key_id: keys.find(key_id) for key_id in made} == made
    assert keys.named("receipts") == secret
    assert len(keys.make(3)) == 3
    with pytest.raises(KeysUnavailable, match="does not fit"):
        look(tables, old)
    with psycopg.connect(postgres_server.address(), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    folder = (
        postgres_server.data
        / "base"
        / str(tables.run("SELECT oid::int FROM pg_database WHERE datname=current_database()")[0][0])
    )
    file = b"".join(path.read_bytes() for path in folder.iterdir())
    anew = [row[0] for row in tables.run("SELECT wrapped FROM keys WHERE id=?", next(iter(made)))]
    assert [each for each in wrapped if each in file] == []
    assert all(each in file for each in anew)  # the control
    keys.close()
    tables.close()


def test_killed_while_it_wraps_it_goes_on_when_it_is_run_again(tmp_path: Path) -> None:
    world = World(tmp_path, 6_000)
    killed = 0
    for wait_s in (0.01, 0.04):
        process = subprocess.Popen(
            [sys.executable, "-c", ROTATE, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path.cwd(), env=dict(os.environ)
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait_s)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        assert world.opened() == world.plain
    assert killed > 0

    world.rotate()

    assert world.opened() == world.plain
    stored = _bytes(tmp_path)
    assert [wrapped for wrapped in world.wrapped[::50] if wrapped in stored] == []


ROTATE = """
import sys
from pathlib import Path
from eventstore.rotation import rotate
from eventstore.sqlite.store import SQLiteStore
store = SQLiteStore(Path(sys.argv[1], "log.db"), Path(sys.argv[1], "keys.db"))
print("begins", flush=True)
rotate(store.open_key_tables(), store.master_key)
"""
