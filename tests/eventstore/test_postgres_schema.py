"""Tables on PostgreSQL made, and made up to a newer release, while a service is at work on them."""

from collections.abc import Callable
from contextlib import closing

import psycopg
import pytest
from eventsourcing.persistence import PersistenceError

from eventstore.postgres import pool as pools
from eventstore.postgres import schema
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.schema import create_log
from eventstore.postgres.store import PostgresStore
from tests.postgres import APPLICATION, OWNER

INDEXES = "SELECT indexname FROM pg_indexes WHERE tablename='rows' ORDER BY indexname"


@pytest.fixture
def owned(on_server: Callable[[], PostgresStore]) -> str:
    """The address of a log's database as its owner has it, all tables made."""
    return on_server().log.replace(f"//{APPLICATION}@", f"//{OWNER}@")


def test_an_index_over_what_stands_may_take_longer_than_a_statement_of_the_service(
    owned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(owned, autocommit=True) as owner:
        owner.execute("DROP INDEX rows_by_moment")
        owner.execute("INSERT INTO rows SELECT 'set', 'view', n::text, n, NULL FROM generate_series(1, 20000) n")
    monkeypatch.setitem(pools.LIMITS, "statement_timeout", 1)
    with closing(Pool(Connections(owned))) as pool:
        with pytest.raises(PersistenceError, match="timeout"), pool.transaction(commit=True) as cursor:
            cursor.execute("CREATE INDEX rows_by_moment ON rows ((made_by || ' ' || view), (-from_position))")
        create_log(pool, APPLICATION)
    with psycopg.connect(owned) as owner:
        assert owner.execute(INDEXES).fetchall() == [("rows_by_moment",), ("rows_pkey",)]


def test_an_index_that_another_takes_the_place_of_is_let_go_of(owned: str) -> None:
    with psycopg.connect(owned, autocommit=True) as owner:
        owner.execute("DROP INDEX rows_by_moment")
        owner.execute("CREATE INDEX rows_by_position ON rows (made_by, view, (-from_position))")
        with closing(Pool(Connections(owned))) as pool:
            create_log(pool, APPLICATION)
        assert owner.execute(INDEXES).fetchall() == [("rows_by_moment",), ("rows_pkey",)]


def test_a_table_that_is_in_use_is_not_waited_for_with_everybody_behind(
    owned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that is being made holds every table for hours; whoever waited for one would be waited for by every request."""
    assert schema.LOCK_WAIT_MS <= 1_000
    monkeypatch.setattr(schema, "LOCK_WAIT_MS", 50)
    with closing(Pool(Connections(owned))) as pool, psycopg.connect(owned) as copying:
        copying.execute("SELECT count(*) FROM documents")
        with pytest.raises(PersistenceError, match="run this again"):
            create_log(pool, APPLICATION)
        copying.rollback()
        create_log(pool, APPLICATION)


def test_a_log_of_a_release_before_lacks_what_came_later_and_is_told_so(on_server: Callable[[], PostgresStore]) -> None:
    """A node that started on it would fail at its first statement, one by one."""
    store = on_server()
    assert store.missing() is None
    for name in ("lives", "log_head"):
        with psycopg.connect(store.log.replace(f"//{APPLICATION}@", f"//{OWNER}@"), autocommit=True) as owner:
            owner.execute(f"DROP TABLE {name}")
        assert store.missing() == store.missing_of_log() == f"the table {name} does not exist"
