"""Bytes of papers: kept sealed, found by their hash in their own scope, and never opened under another name."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from eventstore.documents import Documents, Unreadable
from eventstore.log import Log
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.store import SQLiteStore

PAPER = b"%PDF-1.7 " + bytes(range(256)) * 300
DIGEST = sha256(PAPER).hexdigest()


@pytest.fixture(params=["sqlite", "postgres"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, on_server: Callable[[], PostgresStore]
) -> SQLiteStore | PostgresStore:
    if request.param == "postgres":
        return on_server()
    return SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db")


@pytest.fixture
def log(store: SQLiteStore | PostgresStore) -> Iterator[Log]:
    log = store.open_log()
    yield log
    log.close()


@pytest.fixture
def documents(store: SQLiteStore | PostgresStore, log: Log) -> Iterator[Documents]:
    documents = store.open_documents(log)
    yield documents
    documents.close()


def test_what_is_kept_is_found_by_its_hash_after_it_was_opened_again(
    store: SQLiteStore | PostgresStore, log: Log, documents: Documents
) -> None:
    assert documents.keep("lillebaelt", PAPER) == DIGEST
    again = store.open_documents(log)
    assert (again.size("lillebaelt", DIGEST), again.open("lillebaelt", DIGEST)) == (len(PAPER), PAPER)
    again.close()


def test_the_same_bytes_twice_are_kept_once(documents: Documents, log: Log) -> None:
    taken = []
    counting = Documents(documents._tables, log.keys, lambda: taken.append(log.pool.take()) or taken[-1])  # type: ignore[func-returns-value]
    assert counting.keep("lillebaelt", PAPER) == counting.keep("lillebaelt", PAPER)
    assert len(taken) == 1


def test_another_scope_does_not_have_them(documents: Documents) -> None:
    documents.keep("lillebaelt", PAPER)
    assert documents.size("aarhus", DIGEST) is None
    assert documents.open("aarhus", DIGEST) is None


def test_a_paper_does_not_lie_in_the_clear(tmp_path: Path) -> None:
    """The control: the same bytes are found where they lie in the clear."""
    store = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db")
    log = store.open_log()
    documents = store.open_documents(log)
    documents.keep("lillebaelt", PAPER)
    documents.close()
    log.close()
    (tmp_path / "planted").write_bytes(PAPER)
    found = [path.name for path in tmp_path.iterdir() if PAPER[:100] in path.read_bytes()]
    assert found == ["planted"]


def test_a_box_under_another_name_does_not_open(documents: Documents) -> None:
    documents.keep("lillebaelt", PAPER)
    documents._tables.run("INSERT INTO documents SELECT 'aarhus', sha256, key_id, size_bytes, box FROM documents")
    with pytest.raises(Unreadable):
        documents.open("aarhus", DIGEST)
    assert documents.open("lillebaelt", DIGEST) == PAPER


def test_a_paper_whose_key_is_gone_is_told_apart_from_none(documents: Documents, log: Log) -> None:
    documents.keep("lillebaelt", PAPER)
    key_id = bytes(documents._tables.run("SELECT key_id FROM documents")[0][0])
    log.keys.destroy([key_id])
    with pytest.raises(Unreadable):
        documents.open("lillebaelt", DIGEST)
    assert documents.open("lillebaelt", "0" * 64) is None
