"""The search index, on files and on a server: keyed hashes, found in order, gone with the text, made anew beside what is there."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from domain.text import TextAt
from eventstore import search_index
from eventstore.postgres.store import PostgresStore
from eventstore.search_index import SENTENCE, Making, SearchIndex
from eventstore.sqlite.tables import SEARCH, SQLiteTables

KEY = bytes(range(32))
HEAD = 5_000
A, B = TextAt("aadal/meeting/a", 1, "/title"), TextAt("aadal/meeting/b", 1, "/title")
Opening = Callable[..., SearchIndex]


@pytest.fixture(params=["file", "server"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opening]:
    """The same index again and again, by another key, for another life of the log or in another version."""
    indexes: list[SearchIndex] = []
    store = request.getfixturevalue("on_server")() if request.param == "server" else None

    def opening(key: bytes = KEY, epoch: str = "epoch", version: int = 1) -> SearchIndex:
        if isinstance(store, PostgresStore):
            index = store.open_search(lambda: key, epoch, version)
        else:
            kept, making = (SQLiteTables(str(tmp_path / "search.db"), SEARCH) for _ in range(2))
            index = SearchIndex(kept, making, lambda: key, epoch, version)
        indexes.append(index)
        return index

    yield opening
    for index in indexes:
        index.close()


def keep(index: SearchIndex, making: Making, said: dict[int, tuple[str, ...]], block: TextAt | None = None) -> None:
    of = SENTENCE if block is None else index.block_of(block)
    index.keep(making, [(index.hash_of("aadal", term), at, of) for at, terms in said.items() for term in terms])


def positions(index: SearchIndex, *terms: str, before: int = HEAD, scope: str = "aadal") -> list[int]:
    making = index.in_use()
    assert making is not None
    return list(index.positions(making, [index.hash_of(scope, term) for term in terms], before))


def test_a_term_is_found_the_latest_first_once_a_position(opened: Opening) -> None:
    index = opened()
    making = index.own(HEAD)
    keep(index, making, {1: ("møde",), 3: ("møde", "penge"), 2: ("penge",)})
    keep(index, making, {3: ("møde",)}, A)
    assert positions(index, "møde") == [3, 1]
    assert positions(index, "møde", "penge") == [3, 2, 1]
    assert positions(index, "møde", before=3) == [1]
    assert positions(index, "andet") == []
    assert positions(index, "møde", scope="bjerg") == [], "a scope is not searched from another"


def test_what_stands_in_thousands_of_events_is_read_as_far_as_it_is_asked_for(opened: Opening) -> None:
    index = opened()
    making = index.own(HEAD)
    keep(index, making, dict.fromkeys(range(1, 1203), ("møde",)))
    assert positions(index, "møde") == list(range(1_202, 0, -1))
    found = index.positions(making, [index.hash_of("aadal", "møde")], HEAD)
    assert list(islice(found, 2)) == [1_202, 1_201]
    assert index.holding(making, [index.hash_of("aadal", "møde")], [5, 1_203]) == {5}
    assert index.frequency(making, [index.hash_of("aadal", "møde")], 100) == 100


def test_what_a_text_was_found_by_goes_with_it_and_the_rest_stays(opened: Opening) -> None:
    index = opened()
    making = index.own(HEAD)
    keep(index, making, {1: ("hemmelig", "møde")}, A)
    keep(index, making, {2: ("hemmelig",)}, B)
    keep(index, making, {1: ("fast",)})
    assert positions(index, "hemmelig") == [2, 1], "the control: it is found"
    index.forget([A, TextAt("aadal/meeting/c", 1, "/title")])
    assert positions(index, "hemmelig") == [2]
    assert positions(index, "møde") == []
    assert positions(index, "fast") == [1]


def test_it_goes_on_where_it_was_and_who_was_slower_is_told(opened: Opening) -> None:
    one, other = opened(), opened()
    begun = one.own(HEAD)
    assert begun == other.own(HEAD)
    assert one.move(begun, 100)
    assert not other.move(begun, 50)
    assert other.own(HEAD).position == 100


@pytest.mark.parametrize("how", [{"key": bytes(32)}, {"epoch": "another"}])
def test_of_another_key_or_another_life_of_the_log_nothing_is_used(opened: Opening, how: dict[str, object]) -> None:
    before = opened()
    before.move(before.own(HEAD), 100)
    after = opened(**how)
    assert after.in_use() is None
    assert after.own(HEAD).position == 0


def test_one_of_more_than_the_log_holds_is_made_anew(opened: Opening) -> None:
    index = opened()
    index.move(index.own(HEAD), 100)
    assert index.own(99).position == 0


def test_another_version_is_made_beside_the_one_in_use_which_answers_until_it_is_done(opened: Opening) -> None:
    old = opened()
    making = old.own(HEAD)
    keep(old, making, {7: ("møde",)})
    old.move(making, 100)
    new = opened(version=2)
    again = new.own(HEAD)
    new.move(again, 50)
    assert positions(new, "møde") == [7], "by the old one"
    assert not new.let_go_of_others(new.own(HEAD))
    assert positions(new, "møde") == [7]
    keep(new, again, {8: ("møde",)})
    new.move(new.own(HEAD), 100)
    assert positions(new, "møde") == [8]
    assert new.let_go_of_others(new.own(HEAD))
    assert not new.let_go_of_others(new.own(HEAD))
    assert [row[0] for row in new._kept.run("SELECT DISTINCT making FROM search_entries")] == [again.number]


def test_the_release_in_use_leaves_alone_what_one_to_come_has_begun(opened: Opening) -> None:
    old, new = opened(), opened(version=2)
    old.move(old.own(HEAD), 100)
    making = new.own(HEAD)
    keep(new, making, {8: ("møde",)})
    new.move(making, 50)
    assert not old.let_go_of_others(old.own(HEAD))
    assert new.own(HEAD) == Making(making.number, 50)
    new.move(new.own(HEAD), 100)
    assert positions(old, "møde") == [8], "and then it is read by both"


def test_another_making_is_let_go_of_little_by_little(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "LET_GO", 10)
    old, new = opened(), opened(version=2)
    keep(old, old.own(HEAD), dict.fromkeys(range(1, 36), ("møde",)))
    making = new.own(HEAD)
    keep(new, making, {8: ("møde",)})
    new.move(making, 100)
    left = []
    while new.let_go_of_others(new.own(HEAD)):
        ((count,),) = new._kept.run("SELECT count(*) FROM search_entries")
        left.append(count)
    assert left == [25, 14, 3, 1]
    assert positions(new, "møde") == [8]
    assert new._kept.run("SELECT number FROM search_makings") == [(making.number,)]


def test_it_can_be_begun_anew_by_hand(opened: Opening) -> None:
    index = opened()
    index.move(index.own(HEAD), 100)
    anew = index.begin_anew()
    assert index.own(HEAD) == anew
    in_use = index.in_use()
    assert in_use is not None
    assert in_use.position == 100
