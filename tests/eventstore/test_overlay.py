"""The law of the rows: what a process reads, overlaid or kept, equals a rebuild from nothing, at every position.

`make rows` asks it of many more histories.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.kernel import Recorded
from eventstore.folds import fingerprint
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.memory import open_memory
from eventstore.overlay import READ_MAX, Overlay
from eventstore.rows import RowStore
from eventstore.sqlite.rows import SQLiteRows
from tests.eventstore.histories import ACTS, FOLDS, append, played, rebuilt, small_worlds, told_events

READER = st.sampled_from([0, 1])
MOVE = st.one_of(
    st.tuples(st.just("append"), st.integers(1, 60)),
    st.tuples(st.just("keep"), st.integers(1, 20)),
    st.tuples(st.just("advance"), READER, st.integers(1, 60)),
    st.tuples(st.just("pin"), READER),
    st.tuples(st.just("restart"), READER),
)
"""What may happen next: the log grows, rows are kept, one of two processes reads on, pins what is kept, or starts anew."""
ALL_OF_IT = 10_000
IN_SHORT, AT_LENGTH = 20, 500
"""Histories of either kind."""
KEYS_LOOKED_AT = 1
"""Of a view, whose versions are asked for."""
USUAL = [
    ("append", ALL_OF_IT),
    ("keep", 10),
    ("advance", 0, 40),
    ("advance", 1, 20),
    ("pin", 0),
    ("keep", 30),
    ("pin", 1),
]
"""Rows are kept somewhere below where the processes read: every history begins so, then anything may happen."""
MOVES = st.lists(MOVE, max_size=20).map(lambda moves: USUAL + moves)


Stores = Callable[[tuple[Recorded, ...]], tuple[RowStore, RowStore]]
"""Opens the rows of some events, for each of two processes."""


class Processes:
    """A log that grows, rows that are kept of it, and two processes that read them, each at its own pace."""

    def __init__(self, events: tuple[Recorded, ...], stores: tuple[RowStore, RowStore]) -> None:
        self.events = events
        self.rebuilt = rebuilt(events)
        self.log: Log = open_memory()
        self.stores = stores
        self.follower = Follower(self.log, stores[0], FOLDS)
        self.readers = [Overlay(FOLDS, store) for store in stores]

    def move(self, move: Any) -> None:
        match move:
            case "append", count:
                append(self.log, self.events[self.log.head : self.log.head + count])
            case "keep", count:
                self.follower.step(count)
            case "advance", reader, count:
                for recorded in self.log.page(self.readers[reader].head, count):
                    self.readers[reader].advance(recorded)
            case "pin", reader:
                self.readers[reader].pin_kept()
            case "restart", reader:
                self.readers[reader] = Overlay(FOLDS, self.stores[reader])

    def check(self, at: int) -> None:
        """Both processes, every view, as of a position."""
        for reader in self.readers:
            for position in {at % (reader.head + 1), reader.pinned, reader.head}:
                expected = self.rebuilt[position]
                for fold in FOLDS:
                    view = fold.name
                    assert dict(reader.range(view, "", position)) == expected[view], (view, position)
                    for key in sorted(expected[view])[:KEYS_LOOKED_AT]:
                        versions = reader.versions(view, key, 0, position, ALL_OF_IT)
                        assert versions[-1][1] == expected[view][key], (view, key, position)
                        assert versions == [(from_, self.rebuilt[from_][view].get(key)) for from_, _ in versions], (
                            "each is what stood from there on"
                        )
                        assert reader.versions(view, key, versions[0][0], position, ALL_OF_IT) == versions[1:]
                    assert self.paged(reader, view, position) == sorted(expected[view].items())
                    keys = self.rebuilt[-1][view].keys() | expected[view].keys()
                    assert {key: reader.get(view, key, position) for key in keys} == {
                        key: expected[view].get(key) for key in keys
                    }

    def check_changed(self, since: int, at: int) -> None:
        """What changed between two positions, by both processes, as a rebuild has it."""
        for reader in self.readers:
            first, last = sorted((since % (reader.head + 1), at % (reader.head + 1)))
            for view in (FOLDS[at % len(FOLDS)].name, "tally"):
                moved = dict(reader.changed(view, "", first, last, ALL_OF_IT))
                assert {key: self.rebuilt[first][view].get(key) for key in moved} == moved
                before, after = self.rebuilt[first][view], self.rebuilt[last][view]
                differ = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
                assert differ <= moved.keys(), "nothing that looks different is left out"

    def paged(self, reader: Overlay, view: str, position: int) -> list[tuple[str, Any]]:
        """All rows of a view, some at a time."""
        found: list[tuple[str, Any]] = []
        while page := reader.range(
            view, "", position, after=found[-1][0] if found else "", limit=2 if view == "tally" else 30
        ):
            found += page
        return found

    def close(self) -> None:
        for store in self.stores:
            store.close()
        self.log.close()


@pytest.fixture(scope="module")
def story(told_once: Path) -> tuple[Recorded, ...]:
    return told_events(told_once)


def in_memory(events: tuple[Recorded, ...]) -> tuple[RowStore, RowStore]:
    """One file has one set of rows, so both read the same."""
    store = SQLiteRows(":memory:", "epoch", fingerprint(FOLDS), len(events))
    return store, store


def hold(events: tuple[Recorded, ...], moves: list[Any], at: int, stores: Stores = in_memory) -> None:
    processes = Processes(events, stores(events))
    try:
        for move in moves:
            processes.move(move)
            processes.check(at)
            processes.check_changed(at // 3, at)
    finally:
        processes.close()


def often(request: pytest.FixtureRequest) -> settings:
    """So many histories in short, and at length."""
    count = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_two_processes_read_the_story_as_a_rebuild_has_it(
    story: tuple[Recorded, ...], request: pytest.FixtureRequest
) -> None:
    @often(request)
    @given(moves=MOVES, at=st.integers(0, 400))
    def read(moves: list[Any], at: int) -> None:
        hold(story, moves, at)

    read()


def test_two_processes_read_a_small_world_as_a_rebuild_has_it(request: pytest.FixtureRequest) -> None:
    @often(request)
    @given(events=small_worlds(), moves=MOVES, at=st.integers(0, 400))
    def read(events: tuple[Recorded, ...], moves: list[Any], at: int) -> None:
        hold(events, moves, at)

    read()


class Counted(SQLiteRows):
    """Rows that count how often they are asked for one."""

    asked = 0

    def get(self, view: str, fold: int, key: str, at: int) -> bytes | None:
        self.asked += 1
        return super().get(view, fold, key, at)


def test_a_kept_row_that_many_ask_for_is_read_once() -> None:
    log = open_memory()
    append(log, played(list(range(len(ACTS)))))
    store = Counted(":memory:", "life", fingerprint(FOLDS), log.head)
    follower = Follower(log, store, FOLDS)
    while follower.step():
        pass
    overlay = Overlay(FOLDS, store)
    view, (key, row) = next((fold.name, rows[0]) for fold in FOLDS if (rows := overlay.range(fold.name, "", log.head)))
    store.asked = 0
    assert [overlay.get(view, key, log.head) for _ in range(3)] == [row] * 3
    assert store.asked == 1
    for number in range(READ_MAX):
        overlay.get(view, f"none/{number}", log.head)
    assert overlay.get(view, key, log.head) == row
    assert store.asked == 1 + READ_MAX + 1, "the control: what was forgotten is read again"
