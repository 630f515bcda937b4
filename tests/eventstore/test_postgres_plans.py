"""How PostgreSQL looks for things while it has no figures of its tables: as on a log that was just filled, or put back."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from domain.text import TextAt
from eventstore.postgres import rows
from eventstore.postgres.queries import stream_of
from eventstore.postgres.store import PostgresStore
from eventstore.reads import Asked
from eventstore.rows import TIDIED

ENTRIES = 20_000


@pytest.fixture
def store(on_server: Callable[[], PostgresStore]) -> PostgresStore:
    return on_server()


@pytest.fixture
def application(store: PostgresStore) -> Iterator[psycopg.Connection]:
    with psycopg.connect(store.log, autocommit=True) as connection:
        yield connection


class Explained:
    """A connection on which each statement is planned and none is carried out."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection
        self.plan = ""

    def cursor(self, **_: Any) -> "Explained":
        return self

    def execute(self, query: str, wanted: Any, **_: Any) -> "Explained":
        self.plan = plan_of(self._connection, query, wanted)
        return self

    def fetchall(self) -> list[Any]:
        return []


def plan_of(connection: psycopg.Connection, query: str, wanted: Any) -> str:
    return str(connection.execute(f"EXPLAIN {query}".encode(), wanted).fetchall())


def test_a_stream_is_read_by_its_own_events_alone(application: psycopg.Connection) -> None:
    application.execute(
        "INSERT INTO stored_events SELECT n, 'a/meeting/m' || n / 20, n %% 20 + 1, 'tag', convert_to(repeat('x', 600), 'UTF8'), n"
        " FROM generate_series(1, %s) n",
        (ENTRIES,),
    )
    explained = Explained(application)
    stream_of(explained, "a/meeting/m5", ENTRIES)
    assert "stream_version" in explained.plan
    assert "log_position" not in explained.plan
    both = "SELECT state FROM stored_events WHERE originator_id=%s AND position <= %s ORDER BY originator_version"
    assert "log_position" in plan_of(application, both, ("a/meeting/m5", ENTRIES)), "the control: so it would be"


def test_what_texts_were_found_by_is_taken_out_without_looking_through_the_whole_index(
    store: PostgresStore, application: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many texts of somebody are erased at once."""
    index = store.open_search(lambda: bytes(32), "epoch", 1)
    index.keep(index.own(0), [(n, n, 0 if n % 2 else n) for n in range(1, ENTRIES)])
    erased: list[list[int]] = []

    def erase(_: str, __: str, values: list[int], thorough: bool) -> bool:
        erased.append(values)
        return not thorough

    with monkeypatch.context() as watched:
        watched.setattr(index._making, "erase", erase)
        index.forget(TextAt("a/meeting/m", 1, f"/{n}") for n in range(250))
    assert [len(each) for each in erased] == [50] * 5
    delete = "DELETE FROM search_entries WHERE block = ANY(%s)"
    assert all("search_blocks" in plan_of(application, delete, (each,)) for each in erased)
    at_once = [block for each in erased for block in each]
    assert "search_blocks" not in plan_of(application, delete, (at_once,)), "the control: so it would be"
    index.close()


def test_reads_of_a_scope_are_found_by_it_and_of_several_by_their_numbers(
    store: PostgresStore, application: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks after a small scope does not look through what was read in all others."""
    application.execute(
        "INSERT INTO reads (read_at, reader, topic, about, scope, via)"
        " SELECT n, 'reader', 'topic', 'about', 'scope' || n % 20, 'view' FROM generate_series(1, 20000) n"
    )
    reads, asked = store.open_reads(), list[tuple[str, tuple[Any, ...]]]()

    def run(query: str, *values: Any) -> tuple[()]:
        asked.append((query.replace("?", "%s"), values))
        return ()

    monkeypatch.setattr(reads._tables, "run", run)
    for scopes in ({"scope1"}, {"scope1", "scope2"}):
        reads.find(Asked(scopes=frozenset(scopes), limit=10))
    one, several = (plan_of(application, *each) for each in asked)
    assert "reads_scope" in one
    assert "Sort" not in one
    assert "reads_scope" not in several
    monkeypatch.undo()
    assert {each.topic for _, each in reads.find(Asked(scopes=frozenset({"scope1", "scope2"}), limit=10))} == {"topic"}
    reads.close()


def test_a_set_that_nobody_reads_is_let_go_of_by_its_keys_and_not_looked_through_for_each_batch(
    store: PostgresStore, application: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.execute(
        "INSERT INTO rows SELECT 'old', 'view', 'key' || n, n, convert_to(repeat('x', 100), 'UTF8')"
        " FROM generate_series(1, 20000) n"
    )
    application.execute(
        "INSERT INTO kept (made_by, position, used_at, made_of, state) VALUES ('old', 9, now() - interval '1 day', 'old', 'over')"
    )
    some = {"unused": "old", "limit": TIDIED}
    by_itself = plan_of(application, rows.DELETED[0], some)
    assert "Index Scan using rows_pkey" not in by_itself, "the control: so it would be"
    with application.transaction():
        application.execute(rows.BY_INDEX)
        assert "Index Scan using rows_pkey" in plan_of(application, rows.DELETED[0], some)

    settings = "current_setting('enable_seqscan') || current_setting('enable_bitmapscan')"
    monkeypatch.setattr(rows, "DELETED", (f"UPDATE kept SET made_of = {settings} WHERE made_by = 'old'",))
    monkeypatch.setattr(rows, "TIDIED", 1)
    kept = rows.PostgresRows(store.pool(store.log), "epoch", "folds", 10)
    assert kept.tidy()
    assert application.execute("SELECT made_of FROM kept WHERE made_by = 'old'").fetchone() == ("offoff",)
    kept.close()
