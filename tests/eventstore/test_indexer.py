"""The indexer: what comes in the log is found, what is destroyed is not, and no word stands in any file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain import fund, redaction
from domain.names import scope_of
from domain.text import TextAt
from eventstore.indexer import Indexer
from eventstore.log import Log
from eventstore.search_index import SearchIndex
from eventstore.sqlite.store import NoOthers
from eventstore.sqlite.tables import SEARCH, SQLiteTables
from projections.searched import Searched, name_term, word_term
from projections.stems import Stemming
from tests.eventstore.world import CHAIR, SECRETARY
from tests.eventstore.writing import give

CANARY = "Kanariefuglenes"
FUND = "lillebaelt/fund/fugle"
NAME = TextAt(FUND, 1, "/name")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    kept, making = (SQLiteTables(str(tmp_path / "log.search.db"), SEARCH) for _ in range(2))
    opened = SearchIndex(kept, making, lambda: bytes(32), "epoch", 1)
    yield opened
    opened.close()


def run(kept_log: Log, index: SearchIndex, batch: int = 3) -> None:
    indexer = Indexer(kept_log, index, NoOthers(), Searched())
    while indexer.step(batch):
        pass


def found(index: SearchIndex, word: str, scope: str = scope_of(FUND)) -> list[int]:
    making = index.in_use()
    assert making is not None
    (stem,) = Stemming().stems(word)
    hashes = [index.hash_of(scope, term(stem)) for term in (word_term, name_term)]
    by_word, by_name = (list(index.positions(making, [each], making.position + 1)) for each in hashes)
    assert by_name in ([], by_word)
    return by_word


def test_what_comes_in_the_log_is_found_in_each_of_its_forms(on_file: Log, index: SearchIndex) -> None:
    open_fund(on_file)
    run(on_file, index)
    assert found(index, "kanariefugl") == [on_file.head]
    assert found(index, "foreninger") == [on_file.head]
    assert found(index, "spurve") == []
    making = index.in_use()
    assert making is not None
    assert making.position == on_file.head


def test_it_is_the_same_in_whatever_batches_and_when_it_is_done_twice(on_file: Log, index: SearchIndex) -> None:
    run(on_file, index, batch=1)
    one = index._kept.run("SELECT hash, position, block FROM search_entries ORDER BY 1,2,3")
    index.begin_anew()
    run(on_file, index, batch=500)
    assert index._kept.run("SELECT hash, position, block FROM search_entries ORDER BY 1,2,3") == one
    assert len(one) > on_file.head


def test_no_word_stands_in_the_files_of_the_index(on_file: Log, index: SearchIndex, tmp_path: Path) -> None:
    open_fund(on_file)
    run(on_file, index)
    words = [CANARY, CANARY.lower(), "kanariefugl", "forening"]
    assert found(index, "kanariefugl") != []

    def told() -> bytes:
        return b"".join(file.read_bytes() for file in tmp_path.glob("log.search.db*")).lower()

    assert [word for word in words if word.lower().encode() in told()] == []
    index._making.run("INSERT INTO search_makings VALUES (1, ?, 1, 1, 0, 0)", f"den {CANARY}")
    assert CANARY.lower().encode() in told(), "the control: a word would be seen"


def test_a_text_that_is_redacted_is_found_no_more(on_file: Log, index: SearchIndex) -> None:
    open_fund(on_file)
    at = on_file.head
    run(on_file, index)
    assert found(index, "kanariefugl") == [at]
    redacted(on_file)
    run(on_file, index)
    assert found(index, "kanariefugl") == []


def test_nor_in_an_index_that_is_made_afterwards_or_is_older_than_that(on_file: Log, index: SearchIndex) -> None:
    open_fund(on_file)
    run(on_file, index)
    stale = index._kept.run("SELECT * FROM search_entries WHERE block=?", index.block_of(NAME))
    assert stale
    redacted(on_file)
    run(on_file, index)
    index._making.run_many("INSERT INTO search_entries VALUES (?,?,?,?)", stale)
    assert found(index, "kanariefugl") != [], "as when an older copy of it is put back"
    run(on_file, index)
    assert found(index, "kanariefugl") == []
    index.begin_anew()
    run(on_file, index)
    assert found(index, "kanariefugl") == []


def open_fund(kept_log: Log) -> None:
    """Its name is the canary's."""
    give(kept_log, SECRETARY, FUND, fund.Open(name=f"{CANARY} forening", terms="Til afprøvning."))


def redacted(kept_log: Log) -> None:
    where = redaction.Where(of=NAME.stream, version=NAME.version, field=NAME.field)
    give(kept_log, SECRETARY, "lillebaelt/redaction/en", redaction.Request(where=where, reason="Ved en fejl."))
    give(kept_log, CHAIR, "lillebaelt/redaction/en", redaction.CarryOut(legal_basis="Artikel 17."))
    kept_log.destroy_covered()
