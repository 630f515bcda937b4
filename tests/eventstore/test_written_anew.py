"""A table of the key database that is written anew holds nothing of what was deleted, or it is said that it may."""

from collections.abc import Callable, Iterator

import psycopg
import pytest

from eventstore.postgres import tables as postgres_tables
from eventstore.postgres.store import PostgresStore
from eventstore.postgres.tables import PostgresTables
from tests.postgres import OWNER


class Clock:
    """A second goes by whenever somebody looks."""

    now = 100.0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def store(on_server: Callable[[], PostgresStore]) -> PostgresStore:
    return on_server()


@pytest.fixture
def owners(store: PostgresStore) -> Iterator[PostgresTables]:
    """As its owner: an application may not change keys."""
    address = store.keys.replace("//klynge@", f"//{OWNER}@")
    tables = PostgresTables(PostgresStore(store.log, address, store.master).pool(address))
    tables.run_many("INSERT INTO keys VALUES (?,?)", [(bytes([each]), b"wrapped") for each in range(9)])
    yield tables
    tables.close()


@pytest.fixture
def somebody(store: PostgresStore) -> Iterator[psycopg.Connection]:
    """Who sees all as it was, and has looked at no table yet."""
    with psycopg.connect(store.keys) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.execute("SELECT 1")
        yield connection


def test_what_somebody_may_still_see_is_not_erased_yet(owners: PostgresTables, somebody: psycopg.Connection) -> None:
    first = owners.erase("keys", "id", [b"\1", b"\2"], thorough=True)
    seen = somebody.execute("SELECT count(*) FROM keys").fetchone()
    somebody.rollback()
    owners._rests_until = 0.0

    assert (first, seen) == (False, (9,))
    assert owners.erase("keys", "id", [b"\1", b"\2"], thorough=True)


def test_what_lay_under_an_old_master_key_is_not_gone_while_somebody_may_still_see_it(
    owners: PostgresTables, somebody: psycopg.Connection
) -> None:
    owners.run("UPDATE keys SET wrapped='anew'")
    first = owners.scrub("keys", "named")
    somebody.rollback()

    assert not first
    assert owners.scrub("keys", "named")


def test_after_it_was_done_in_vain_a_table_is_left_alone_for_a_while(
    owners: PostgresTables, somebody: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else nobody could open a text as long as a copy is being made."""
    monkeypatch.setattr(postgres_tables, "REWRITE_RESTS", 10_000)
    clock = Clock()
    monkeypatch.setattr(postgres_tables, "time", clock)
    written: list[str] = []
    rewrite = owners._pool.rewrite

    def counted(table: str) -> bool:
        written.append(table)
        return rewrite(table)

    monkeypatch.setattr(owners._pool, "rewrite", counted)

    assert not owners.erase("keys", "id", [b"\1"], thorough=True)
    somebody.rollback()
    assert not owners.erase("keys", "id", [b"\1"], thorough=True)
    assert written == ["keys"]

    clock.now += 10_000
    assert owners.erase("keys", "id", [b"\1"], thorough=True)
