"""Who keeps the rows: one at a time, from the position that is kept, and a view that fails disturbs no other."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from structlog.testing import capture_logs

from domain.kernel import Recorded
from eventstore import follower as following
from eventstore import rows as keeping
from eventstore.folds import fingerprint
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.overlay import Overlay
from eventstore.rows import Fenced
from eventstore.sqlite.rows import SQLiteRows
from eventstore.tail import Tail
from tests.eventstore.histories import FOLDS, rebuilt
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import events, give

NAMES, TALLY = FOLDS[0], FOLDS[-1]
PATIENCE_S = 30


@pytest.fixture
def store(on_file: Log, tmp_path: Path) -> Iterator[SQLiteRows]:
    rows = SQLiteRows(str(tmp_path / "rows.db"), "epoch", fingerprint(FOLDS), on_file.head)
    yield rows
    rows.close()


def kept(store: SQLiteRows, at: int) -> dict[str, dict[str, Any]]:
    """Everything that is kept as of a position, read by a process that folds nothing itself."""
    reader = Overlay(FOLDS, store)
    return {fold.name: dict(reader.range(fold.name, "", at)) for fold in FOLDS}


def failing(at: int, *, once: bool = False) -> Any:
    """The tally, which raises at a position."""
    raised: list[int] = []

    def evolve(get: Callable[[str], Any], recorded: Recorded) -> Any:
        if recorded.position == at and not (once and raised):
            raised.append(at)
            raise ZeroDivisionError
        return TALLY.evolve(get, recorded)

    return msgspec.structs.replace(TALLY, evolve=evolve)


def until(reached: Callable[[], bool]) -> None:
    """Wait for something a thread does."""
    deadline = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_rows_are_kept_in_batches_up_to_the_head(on_file: Log, store: SQLiteRows) -> None:
    follower = Follower(on_file, store, FOLDS)

    moved = [(follower.step(5), store.kept()) for _ in range(4)]

    assert moved == [(True, 5), (True, 10), (True, HEAD), (False, HEAD)]
    assert [kept(store, at) for at in range(HEAD + 1)] == rebuilt(tuple(events(on_file)))


def test_whoever_starts_far_behind_keeps_rows_first_and_holds_few_in_memory(
    on_file: Log, store: SQLiteRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "CATCH_UP", 2)
    Follower(on_file, store, FOLDS).catch_up(behind_max=5)

    assert store.kept() == HEAD - 5
    assert kept(store, HEAD - 5) == rebuilt(tuple(events(on_file)))[HEAD - 5]


def test_nobody_waits_for_a_fold_that_raises_before_anybody_is_answered(on_file: Log, store: SQLiteRows) -> None:
    Follower(on_file, store, (*FOLDS[:-1], failing(7))).catch_up(behind_max=0)

    assert store.kept() == 0


def test_a_row_that_is_too_large_is_kept_and_reported(
    on_file: Log, store: SQLiteRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower = Follower(on_file, store, FOLDS)
    with capture_logs() as fitting:
        follower.step(5)
    monkeypatch.setattr(keeping, "ROW_BYTES_MAX", 1)
    with capture_logs() as reported:
        follower.step()

    assert fitting == []
    assert {each["event"] for each in reported} == {"rows.too-large"}
    assert {each["view"] for each in reported} <= {fold.name for fold in FOLDS}
    assert [kept(store, at) for at in range(HEAD + 1)] == rebuilt(tuple(events(on_file)))


def test_of_two_followers_one_is_fenced_and_goes_on_from_what_the_other_kept(on_file: Log, store: SQLiteRows) -> None:
    one = Follower(on_file, store, FOLDS)

    class Slow(SQLiteRows):
        """Somebody else keeps rows between this one's look at what is kept and its own keeping."""

        def keep(self, before: int, after: int, versions: Any) -> None:
            if self.kept() == before == 0:
                one.step(7)
            super().keep(before, after, versions)

    store.__class__ = Slow
    other = Follower(on_file, store, FOLDS)
    one_store = SQLiteRows(store_path(store), "epoch", fingerprint(FOLDS), on_file.head)
    one._store = one_store

    with pytest.raises(Fenced):
        other.step(3)
    assert store.kept() == 7
    other.step()

    assert [kept(store, at) for at in range(HEAD + 1)] == rebuilt(tuple(events(on_file)))
    one_store.close()


def store_path(store: SQLiteRows) -> str:
    path: str = store._db.execute("PRAGMA database_list").fetchone()[2]
    return path


def test_two_followers_that_run_at_once_keep_every_row_once(
    on_file: Log, store: SQLiteRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAUSE_S", 0)
    other_store = SQLiteRows(store_path(store), "epoch", fingerprint(FOLDS), on_file.head)
    followers = [Follower(on_file, each, FOLDS) for each in (store, other_store)]
    for follower in followers:
        follower.start()
    for index in range(40):
        give(on_file, SECRETARY, f"dk/party/p{index}", registering())
    until(lambda: store.kept() == on_file.head)
    for follower in followers:
        follower.close()

    assert [follower.failed for follower in followers] == [None, None]
    recorded = tuple(events(on_file))
    assert [kept(store, at) for at in (HEAD, on_file.head)] == [rebuilt(recorded)[at] for at in (HEAD, on_file.head)]
    other_store.close()


# --- a fold that raises ---


def test_a_fold_that_raises_makes_its_view_stale_and_disturbs_no_other(on_file: Log) -> None:
    store = SQLiteRows(":memory:", "epoch", "folds", on_file.head)
    folds = (*FOLDS[:-1], failing(7))
    reader, recorded = Overlay(folds, store), tuple(events(on_file))

    for each in recorded:
        reader.advance(each)

    expected = rebuilt(recorded)
    assert reader.stale == {"tally": "position 7: ZeroDivisionError()"}
    assert reader.head == HEAD
    assert {fold.name: dict(reader.range(fold.name, "", HEAD)) for fold in FOLDS} == expected[HEAD] | {
        "tally": expected[6]["tally"]
    }
    store.close()


async def test_a_fold_that_raises_keeps_nobody_from_being_answered_or_told(on_file: Log) -> None:
    store = SQLiteRows(":memory:", "epoch", "folds", on_file.head)
    tail = Tail(on_file, store, (*FOLDS[:-1], failing(HEAD + 1)))
    tail.look()
    told: list[int] = []
    tail.listeners.append(lambda transaction: told.append(transaction.position))

    give(on_file, SECRETARY, KOLDING, registering())
    tail.look()

    assert (tail.head, told, list(tail.rows.stale)) == (HEAD + 1, [HEAD + 1], ["tally"])
    assert tail.rows.get(NAMES.name, f"names|{KOLDING}", HEAD + 1) is not None
    store.close()


def test_a_fold_that_raises_keeps_the_kept_rows_before_it_and_says_why(on_file: Log, store: SQLiteRows) -> None:
    """The overlay holds what comes after; it would be lost, and nobody told, were rows kept beyond the failure."""
    follower = Follower(on_file, store, (*FOLDS[:-1], failing(7)))
    follower.start()
    until(lambda: follower.failed is not None)
    follower.close()

    assert repr(follower.failed) == "ZeroDivisionError()"
    assert store.kept() == 0


def test_a_follower_goes_on_when_what_failed_is_over(
    on_file: Log, store: SQLiteRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAUSE_S", 0)
    follower = Follower(on_file, store, (*FOLDS[:-1], failing(7, once=True)))
    follower.start()
    until(lambda: store.kept() == HEAD)
    follower.close()

    assert follower.failed is None
    assert kept(store, HEAD) == rebuilt(tuple(events(on_file)))[HEAD]
