"""Kept rows: versions that are only added, read as of any position, and made again when they do not fit."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from eventstore import differing, lives
from eventstore.postgres.differing import BETWEEN
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.rows import BODIES, RANGE, PostgresRows
from eventstore.rows import Fenced, RowStore, Version
from eventstore.sqlite.rows import SQLiteRows

FOLD = 1


def row(key: str, position: int, body: str | None, view: str = "meeting", fold: int = FOLD) -> Version:
    return view, fold, key, position, None if body is None else body.encode()


@pytest.fixture(params=["sqlite", "postgres"])
def rows(request: pytest.FixtureRequest) -> Iterator[RowStore]:
    """An empty set of rows, in either store."""
    if request.param == "sqlite":
        store: RowStore = SQLiteRows(":memory:", "epoch", "folds", 100)
    else:
        store = PostgresRows(Pool(Connections(request.getfixturevalue("on_server")().log)), "epoch", "folds", 100)
    yield store
    store.close()


def found(store: RowStore, at: int, after: str = "", stop: str = "~", limit: int = 100) -> list[tuple[str, str]]:
    return [(key, body.decode()) for key, body in store.range("meeting", FOLD, after, stop, at, limit)]


def test_a_row_is_the_newest_version_at_or_before_the_position(rows: RowStore) -> None:
    rows.keep(0, 9, [row("a", 2, "two"), row("a", 5, "five"), row("a", 9, "nine")])

    assert [rows.get("meeting", FOLD, "a", at) for at in (1, 2, 4, 5, 8, 9, 100)] == [
        None, b"two", b"two", b"five", b"five", b"nine", b"nine",
    ]  # fmt: skip


def test_a_range_is_in_key_order_as_of_a_position(rows: RowStore) -> None:
    rows.keep(0, 9, [row("b", 1, "b1"), row("a", 2, "a2"), row("c", 3, "c3"), row("b", 4, "b4")])

    assert [found(rows, at) for at in (0, 1, 2, 4)] == [
        [],
        [("b", "b1")],
        [("a", "a2"), ("b", "b1")],
        [("a", "a2"), ("b", "b4"), ("c", "c3")],
    ]


def test_a_range_lies_between_its_bounds_and_ends_at_its_limit(rows: RowStore) -> None:
    rows.keep(0, 9, [row(key, 1, key) for key in ("a", "b", "c", "d")])

    assert found(rows, 9, after="a", stop="d") == [("b", "b"), ("c", "c")]
    assert found(rows, 9, after="a", limit=1) == [("b", "b")]


def test_a_row_that_is_gone_is_left_out_from_there_on_and_may_come_back(rows: RowStore) -> None:
    rows.keep(0, 9, [row("a", 1, "a1"), row("a", 3, None), row("a", 5, "a5"), row("b", 2, "b2")])

    assert [found(rows, at) for at in (2, 3, 4, 5)] == [
        [("a", "a1"), ("b", "b2")],
        [("b", "b2")],
        [("b", "b2")],
        [("a", "a5"), ("b", "b2")],
    ]
    assert rows.get("meeting", FOLD, "a", 4) is None


def test_what_changed_between_two_positions_is_told_as_it_stood_at_the_first(rows: RowStore) -> None:
    rows.keep(
        0,
        9,
        [
            *(row("a", 1, "a1"), row("a", 4, "a4"), row("a", 8, "a8")),
            *(row("b", 2, "b2"),),
            *(row("c", 3, "c3"), row("c", 6, None)),
            *(row("d", 6, "d6"),),
            *(row("e", 2, "e2"), row("e", 4, None), row("e", 5, "e5")),
        ],
    )

    def changed(since: int, at: int, **how: Any) -> list[tuple[str, bytes | None]]:
        asked: dict[str, Any] = {"after": "", "stop": "~", "limit": 100} | how
        return list(rows.changed("meeting", FOLD, asked["after"], asked["stop"], since, at, asked["limit"]))

    assert changed(3, 7) == [("a", b"a1"), ("c", b"c3"), ("d", None), ("e", b"e2")]
    assert changed(4, 7) == [("c", b"c3"), ("d", None), ("e", None)], "gone at the first"
    assert changed(7, 7) == changed(8, 100) == changed(8, 4) == []
    assert changed(0, 3) == [("a", None), ("b", None), ("c", None), ("e", None)]
    assert changed(3, 7, after="a", stop="d") == [("c", b"c3")]
    assert changed(3, 7, limit=2) == [("a", b"a1"), ("c", b"c3")]
    assert list(rows.changed("fund", FOLD, "", "~", 0, 9, 100)) == [], "of another view"


def test_the_versions_of_a_row_are_told_in_order_from_after_one_position_up_to_another(rows: RowStore) -> None:
    told = [
        row("a", 2, "a2"),
        row("a", 5, None),
        row("a", 9, "a9"),
        row("ab", 3, "other"),
        row("a", 4, "x", view="fund"),
    ]
    rows.keep(0, 9, told)

    def versions(after: int, at: int, limit: int = 100) -> list[tuple[int, bytes | None]]:
        return list(rows.versions("meeting", FOLD, "a", after, at, limit))

    assert versions(0, 9) == [(2, b"a2"), (5, None), (9, b"a9")]
    assert versions(2, 8) == [(5, None)]
    assert versions(0, 9, limit=2) == [(2, b"a2"), (5, None)]
    assert versions(9, 9) == versions(0, 1) == versions(8, 4) == []


def test_keys_are_ordered_as_the_overlay_orders_them(rows: RowStore) -> None:
    """By code point, however many bytes a letter has; else pages of a list would skip or repeat rows."""
    keys = ["a", "z", "~", "ø", "å", "\u2028", "\ufffd", "\U0001f3e5"]
    rows.keep(0, 9, [row(key, 1, key) for key in keys])

    assert [key for key, _ in found(rows, 9, stop="\U0010ffff")] == sorted(keys)


def test_views_are_strangers(rows: RowStore) -> None:
    rows.keep(0, 9, [row("a", 1, "ours"), row("a", 3, "other", view="fund")])

    assert found(rows, 9) == [("a", "ours")]
    assert rows.get("fund", FOLD, "a", 9) == b"other"


def test_fold_versions_are_strangers_in_a_file() -> None:
    rows = SQLiteRows(":memory:", "epoch", "folds", 100)
    rows.keep(0, 9, [row("a", 1, "ours"), row("a", 2, "newer", fold=2)])

    assert found(rows, 9) == [("a", "ours")]
    assert rows.get("meeting", 2, "a", 9) == b"newer"
    rows.close()


@pytest.mark.parametrize("asked", [found, lambda store, at: store.changed("meeting", FOLD, "", "~", at - 1, at, 100)])
@pytest.mark.parametrize("keys", [1, 40])
def test_the_cost_of_a_range_does_not_grow_with_history(keys: int, asked: Callable[..., Any]) -> None:
    """Counted in steps of SQLite's machine: it jumps from key to key, over all versions in between."""

    def steps(versions: int) -> int:
        store = SQLiteRows(":memory:", "epoch", "folds", 100)
        store.keep(0, 9, [row(f"k{key:03}", at, "x") for key in range(keys) for at in range(1, versions + 1)])
        counted: list[int] = []
        store._db.set_progress_handler(lambda: counted.append(1), 1)
        assert len(asked(store, versions // 2)) == keys
        store.close()
        return len(counted)

    few, many = steps(2), steps(2_000)

    assert many <= few * 1.1


@pytest.mark.parametrize("at", [0, 40, 1_500, 3_000], ids=["nothing", "few of many", "half of them", "all of them"])
@pytest.mark.parametrize("limit", [1, 30, 5_000])
def test_a_range_finds_the_same_rows_whichever_way_is_shorter(rows: RowStore, at: int, limit: int) -> None:
    """Three thousand rows, begun in another order than that of their keys; every seventh is gone again."""
    begun = {f"t|{(n * 7919) % 3_000:04}": n + 1 for n in range(3_000)}
    rows.keep(0, 3_000, [row(key, position, key) for key, position in begun.items()])
    gone = {key: position + 5 for key, position in begun.items() if position % 7 == 0}
    rows.keep(3_000, 4_000, [row(key, position, None) for key, position in gone.items()])
    rows.keep(4_000, 5_000, [row("t|1500", 4_500, "later"), row("u|0001", 4_501, "of another topic")])

    standing = sorted(key for key, position in begun.items() if position <= at < gone.get(key, 10_000))
    for after in ("t|", "t|1490"):
        expected = [(key, key) for key in standing if key > after][:limit]
        assert found(rows, at, after=after, stop="t|\U0010ffff", limit=limit) == expected
        assert found(rows, at, after=after, stop="~", limit=limit) == expected, "over several topics"


def test_what_changed_is_found_the_same_by_positions_and_from_key_to_key(
    rows: RowStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand rows of two topics, changed, gone and come back at random."""
    random = Random(8)
    keys = [f"{topic}|{n:03}" for topic in "tu" for n in range(500)]
    told = {(random.choice(keys), position): random.random() < 0.8 for position in range(1, 3_001)}
    rows.keep(0, 3_000, [row(key, at, str(at) if stands else None) for (key, at), stands in told.items()])

    def changed(since: int, at: int, limit: int) -> list[Any]:
        asked = (("t|", "t|\U0010ffff"), ("t|250", "u|\U0010ffff"), ("", "~"))
        return [list(rows.changed("meeting", FOLD, after, stop, since, at, limit)) for after, stop in asked]

    ranges = [(0, 3_000, 20), (0, 3_000, 5_000), (2_990, 3_000, 100), (1_500, 1_800, 7), (1_500, 1_800, 1_000)]
    by_position = [changed(*each) for each in ranges]
    monkeypatch.setattr(differing, "LOOKED_AT_MAX", -1)
    for at_once in (differing.WALKED_AT_ONCE, 64):
        monkeypatch.setattr(differing, "WALKED_AT_ONCE", at_once)
        assert [changed(*each) for each in ranges] == by_position
    assert all(all(each) for each in by_position), "the control: something changed in each"


def test_no_statement_walks_to_all_keys_of_a_topic_that_has_very_many() -> None:
    """A server gives up what takes long, and nobody would ever be told what changed."""
    keys, asked = [f"t|{n:06}" for n in range(10_000)], list[int]()

    def walk(after: str, most: int) -> list[tuple[str, bool]]:
        asked.append(most)
        first = bisect_right(keys, after)
        return [(key, key == "t|009000") for key in keys[first : first + most]]

    found = differing.changed_of(
        lambda most: [""] * most, lambda within: [(key, None) for key in within], walk, "t|", "t|~", 100
    )
    assert found == [("t|009000", None)]
    assert (max(asked), sum(asked) >= 10_000) == (differing.WALKED_AT_ONCE, True)


def test_the_cost_of_what_changed_does_not_grow_with_the_keys_where_little_did() -> None:
    """Counted in steps of SQLite's machine: ten rows changed, among many of their topic."""

    def steps(keys: int) -> int:
        store = SQLiteRows(":memory:", "epoch", "folds", 100)
        store.keep(0, 5, [row(f"t|{key:06}", 1, "x") for key in range(keys)])
        store.keep(5, 9, [row(f"t|{key:06}", 6, "y") for key in range(10)])
        counted: list[int] = []
        store._db.set_progress_handler(lambda: counted.append(1), 1)
        assert len(store.changed("meeting", FOLD, "t|", "t|\U0010ffff", 5, 9, 100)) == 10
        store.close()
        return len(counted)

    assert steps(20_000) <= steps(500) * 1.1


def test_a_server_without_figures_looks_rows_up_by_their_key_and_changes_by_position(
    on_server: Callable[[], Any],
) -> None:
    server = on_server()
    store = PostgresRows(Pool(Connections(server.log)), "epoch", "folds", 100)
    store.keep(0, 2_000, [row(f"t|{n * 7919 % 2_000:04}", n + 1, "x" * 300) for n in range(2_000)])

    def plan(query: str, **asked: Any) -> str:
        return str(store._select(f"EXPLAIN {query}", {"view": "meeting", "at": 1_500, "limit": 100} | asked))

    walked = {"after": "", "stop": "\U0010ffff"}, {"after": "t|", "stop": "t|~"}
    assert "rows_by_moment" in plan(BETWEEN, since=1_490)
    assert "rows_pkey" in plan(BODIES, keys=["t|0001"])
    assert all("rows_pkey" in plan(RANGE, **each) for each in walked)
    with psycopg.connect(server.log, user="postgres", autocommit=True) as owner:
        owner.execute("ALTER TABLE rows DROP CONSTRAINT rows_pkey")
        assert not any("rows_by" in plan(RANGE, **each) for each in walked), "not even where there is nothing better"
        owner.execute("CREATE INDEX rows_by_columns ON rows (made_by, view, (-from_position))")
        assert all("rows_by_columns" in plan(RANGE, **each) for each in walked), "the control: one that would be taken"
    store.close()


def test_a_file_of_rows_without_their_positions_is_given_them_when_it_is_opened(tmp_path: Path) -> None:
    path = str(tmp_path / "rows.db")
    store = SQLiteRows(path, "epoch", "folds", 100)
    store.keep(0, 9, [row("a", 1, "a1"), row("b", 2, "b2")])
    store._keeper.execute("DROP INDEX rows_by_position")
    store.close()

    again = SQLiteRows(path, "epoch", "folds", 100)
    found = again._db.execute("SELECT 1 FROM sqlite_master WHERE name='rows_by_position'").fetchall()
    assert (len(found), again.kept()) == (1, 9)
    assert list(again.changed("meeting", FOLD, "", "~", 1, 9, 100)) == [("b", None)]
    again.close()


def test_the_cost_of_a_range_as_of_then_does_not_grow_with_what_came_later() -> None:
    """Counted in steps of SQLite's machine: ten rows that stood then, among those that have begun since."""

    def steps(later: int) -> int:
        store = SQLiteRows(":memory:", "epoch", "folds", 100)
        keys = [f"t|{(n * 7919) % 100_003:06}" for n in range(later + 10)]
        store.keep(0, 9, [row(key, 1 if n < 10 else 5, "x") for n, key in enumerate(keys)])
        counted: list[int] = []
        store._db.set_progress_handler(lambda: counted.append(1), 1)
        assert len(found(store, 3, after="t|", stop="t|\U0010ffff")) == 10
        store.close()
        return len(counted)

    assert steps(20_000) <= steps(500) * 1.1


def test_the_cost_of_a_range_does_not_grow_with_what_is_gone() -> None:
    """Ten rows stand, among those that came and went: a front page has them so."""

    def steps(went: int) -> int:
        store = SQLiteRows(":memory:", "epoch", "folds", 100)
        keys = [f"t|{(n * 7919) % 100_003:06}" for n in range(went + 10)]
        store.keep(0, 5, [row(key, 1, "x") for key in keys])
        store.keep(5, 9, [row(key, 6, None) for key in keys[10:]])
        counted: list[int] = []
        store._db.set_progress_handler(lambda: counted.append(1), 1)
        assert len(found(store, 9, after="t|", stop="t|\U0010ffff")) == 10
        store.close()
        return len(counted)

    # What is gone is listed all the same, and neither walked to nor read.
    assert (steps(20_000) - steps(500)) / 19_500 < 20


@pytest.mark.parametrize("seed", range(4))
def test_rows_that_come_and_go_and_come_back_are_found_while_they_stand(
    rows: RowStore, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lives, "WALKED_IN_VAIN", 0)  # so that they are found by their lives at once
    random = Random(seed)
    versions: dict[str, list[tuple[int, str | None]]] = {f"t|{n:02}": [] for n in range(40)}
    for before in range(0, 600, 60):
        batch = []
        for position in range(before + 1, before + 61):
            key = random.choice(list(versions))
            body = random.choice([None, f"{key} {position}"])
            versions[key].append((position, body))
            batch.append(row(key, position, body))
        rows.keep(before, before + 60, batch)
    for at in (*range(0, 601, 25), 1_000):
        newest = {key: next((body for of, body in reversed(told) if of <= at), None) for key, told in versions.items()}
        standing = [(key, body) for key, body in sorted(newest.items()) if body is not None]
        for limit in (1, 7, 100):
            assert found(rows, at, after="t|", stop="t|\U0010ffff", limit=limit) == standing[:limit], (at, limit)
            later = [each for each in standing if each[0] > "t|20"]
            assert found(rows, at, after="t|20", stop="t|\U0010ffff", limit=limit) == later[:limit]


# --- who keeps them ---


def test_who_comes_second_is_fenced_and_keeps_nothing(rows: RowStore) -> None:
    rows.keep(0, 5, [row("a", 1, "first")])

    with pytest.raises(Fenced):
        rows.keep(0, 7, [row("b", 6, "second")])
    assert (rows.kept(), found(rows, 100)) == (5, [("a", "first")])


def test_the_fence_holds_between_processes(tmp_path: Path) -> None:
    one, other = (SQLiteRows(str(tmp_path / "rows.db"), "epoch", "folds", 100) for _ in range(2))
    one.keep(0, 5, [row("a", 1, "first")])

    with pytest.raises(Fenced):
        other.keep(0, 5, [row("a", 1, "again")])
    assert (other.kept(), found(other, 100)) == (5, [("a", "first")])
    one.close()
    other.close()


@pytest.mark.parametrize(
    ("epoch", "folds", "head", "kept"),
    [
        ("epoch", "folds", 50, 50),
        ("epoch", "folds", 90, 50),
        ("another", "folds", 90, 0),
        ("epoch", "others", 90, 0),
        ("epoch", "folds", 49, 0),
    ],
    ids=[
        "rows that fit are kept",
        "a log that has grown keeps its rows",
        "another life of the log makes them again",
        "other folds make them again",
        "rows beyond the head are made again",
    ],
)
def test_rows_are_kept_while_they_fit(tmp_path: Path, epoch: str, folds: str, head: int, kept: int) -> None:
    before = SQLiteRows(str(tmp_path / "rows.db"), "epoch", "folds", 100)
    before.keep(0, 50, [row("a", 1, "first")])
    before.close()

    after = SQLiteRows(str(tmp_path / "rows.db"), epoch, folds, head)

    assert (after.kept(), found(after, 100)) == (kept, [("a", "first")] if kept else [])
    after.close()
