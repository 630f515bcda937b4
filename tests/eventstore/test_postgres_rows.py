"""Rows on PostgreSQL: sets that several versions of Klynge keep side by side, and one process at a time that keeps them."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

import psycopg
import pytest

from eventstore.postgres import leases
from eventstore.postgres import rows as rows_module
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.rows import PostgresRows
from eventstore.postgres.store import PostgresStore
from eventstore.rows import Fenced
from tests.eventstore.test_rows import found, row

PATIENCE_S = 30


@pytest.fixture
def opened(on_server: Callable[[], PostgresStore]) -> Any:
    """Opens sets of rows in one database."""
    store = on_server()

    def open_(epoch: str = "epoch", folds: str = "folds", head: int = 100, events: tuple[str, ...] = ("a",)) -> Any:
        return PostgresRows(Pool(Connections(store.log)), epoch, folds, head, events)

    open_.address = store.log  # type: ignore[attr-defined]
    return open_


def test_the_fence_holds_between_processes(opened: Any) -> None:
    one, other = opened(), opened()
    one.keep(0, 5, [row("a", 1, "first")])

    with pytest.raises(Fenced):
        other.keep(0, 5, [row("a", 1, "again")])
    assert (other.kept(), found(other, 100)) == (5, [("a", "first")])
    one.close()
    other.close()


@pytest.mark.parametrize(
    ("others", "kept"),
    [
        ({"head": 50}, 50),
        ({"head": 90}, 50),
        ({"epoch": "another"}, 0),
        ({"folds": "others"}, 0),
        ({"events": ("a", "b")}, 0),
        ({"head": 49}, 0),
    ],
    ids=[
        "rows that fit are kept",
        "a log that has grown keeps its rows",
        "another life of the log has rows of its own",
        "other folds have rows of their own",
        "so has a process that knows other events",
        "rows beyond the head are made again",
    ],
)
def test_rows_are_kept_while_they_fit(opened: Any, others: dict[str, Any], kept: int) -> None:
    before = opened()
    before.keep(0, 50, [row("a", 1, "first")])

    after = opened(**others)

    assert (after.kept(), found(after, 100)) == (kept, [("a", "first")] if kept else [])
    if others.keys() != {"head"}:
        after.keep(0, 9, [row("a", 1, "second")])
        assert found(before, 100) == [("a", "first")], "each reads its own"
    before.close()
    after.close()


def test_a_set_that_nobody_has_used_for_long_is_removed(opened: Any) -> None:
    unused, used = opened(folds="older"), opened()
    unused.keep(0, 9, [row("a", 1, "older")])
    used.keep(0, 9, [row("a", 1, "ours")])
    with psycopg.connect(opened.address, autocommit=True) as db:
        db.execute("UPDATE kept SET used_at = now() - interval '8 days' WHERE made_by=%s", (unused._made_by,))

    while used.tidy():
        pass

    assert found(used, 9) == [("a", "ours")]
    assert found(unused, 9) == []
    unused.close()
    used.close()


def test_a_set_that_is_in_use_is_kept_however_quiet_it_is(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs says so, also when there is nothing to keep."""
    running = opened(folds="older")
    running.keep(0, 9, [row("a", 1, "older")])
    with psycopg.connect(opened.address, autocommit=True) as db:
        db.execute("UPDATE kept SET used_at = now() - interval '8 days'")
    monkeypatch.setattr(rows_module, "USED_S", 0)

    running.leads()
    with closing(opened()) as other:
        assert not other.tidy()

    assert (running.kept(), found(running, 9)) == (9, [("a", "older")])
    running.close()


def test_a_process_that_was_slow_to_start_throws_nothing_away(opened: Any) -> None:
    """It read the head, then fell asleep; meanwhile more was recorded and kept."""
    running = opened(head=10)
    running.keep(0, 20, [row("a", 1, "kept")])
    with psycopg.connect(opened.address.replace("klynge@", "postgres@"), autocommit=True) as db:
        db.execute("UPDATE log_head SET head = 20")

    slow = opened(head=10)

    assert (slow.kept(), found(running, 20)) == (20, [("a", "kept")])
    running.close()
    slow.close()


# --- the lease ---


def until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < deadline


def test_one_leads_and_another_takes_over_at_once_when_it_leaves(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "RENEW_S", 0)
    one, other = opened(), opened()

    assert (one.leads(), other.leads(), one.leads()) == (True, False, True)
    one.close()
    assert other.leads()
    other.close()


def test_another_takes_over_from_one_that_fell_silent(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "RENEW_S", 0)
    monkeypatch.setattr(leases, "LEASE_S", 0.2)
    silent, other = opened(), opened()
    assert silent.leads()

    until(other.leads)

    assert not silent.leads()
    silent.close()
    other.close()


def test_sets_have_leases_of_their_own(opened: Any) -> None:
    one, other = opened(), opened(folds="others")
    assert (one.leads(), other.leads()) == (True, True)
    one.close()
    other.close()
