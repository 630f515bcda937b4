"""What is proven of a log is kept on both stores: tiles, heads, who has seen them; and the log is read and hashed in two ways."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from eventsourcing.persistence import OperationalError

from eventstore.log import Log
from eventstore.postgres.store import PostgresStore
from eventstore.proofs import Attempt, Head, Proofs
from eventstore.snapshots import Snapshots
from eventstore.sqlite.store import SQLiteStore
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Cosigner, Note, Signer
from proof.tiles import NotKept, grown
from proof.tree import Frontier, root_at
from tests.eventstore.writing import furnish

LEAVES = [sha256(b"%d" % at).digest() for at in range(600)]
SIGNER = Signer("klynge/syddanmark", bytes(range(32)))
WITNESS = Cosigner("aarhus.example/w1", bytes(range(32, 64)))


@pytest.fixture(params=["file", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SQLiteStore | PostgresStore:
    if request.param == "file":
        return SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db")
    made: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
    return made()


@pytest.fixture
def proofs(store: SQLiteStore | PostgresStore) -> Iterator[Proofs]:
    opened = store.open_proofs()
    yield opened
    opened.close()


@pytest.fixture
def kept_log(store: SQLiteStore | PostgresStore) -> Iterator[Log]:
    opened = store.open_log()
    furnish(opened)
    yield opened
    opened.close()


@pytest.fixture
def snapshots(store: SQLiteStore | PostgresStore, kept_log: Log) -> Iterator[Snapshots]:
    opened = store.open_snapshots()
    yield opened
    opened.close()


def head_of(size: int) -> tuple[bytes, str]:
    tree = Frontier()
    for leaf in LEAVES[:size]:
        tree.append(leaf)
    text = str(Checkpoint("klynge/syddanmark", size, tree.root()))
    return tree.root(), str(Note(text).signed([SIGNER.sign(text)]))


def size_and_note(head: Head | None) -> tuple[int, str]:
    assert head is not None
    return head.size, head.note


def keep(proofs: Proofs, *sizes: int) -> None:
    size = 0
    for wanted in sizes:
        proofs.append(wanted, head_of(wanted)[1], 1_000 + wanted, grown(size, LEAVES[size:wanted], proofs.tile))
        size = wanted


def test_nothing_is_sealed_in_the_beginning(proofs: Proofs) -> None:
    assert proofs.newest() is None
    assert proofs.covering(1) is None
    assert proofs.witnessed() == 0
    assert list(proofs.leaves(0)) == []
    with pytest.raises(NotKept):
        proofs.tile(0, 0)


def test_a_tree_that_grew_in_steps_gives_each_of_its_roots(proofs: Proofs) -> None:
    keep(proofs, 1, 255, 256, 257, 600)
    for size in (1, 255, 256, 257, 600):
        assert root_at(size, proofs.hash_at) == head_of(size)[0]
        assert b"".join(proofs.leaves(size)) == b"".join(LEAVES[:size])
    with pytest.raises(NotKept):
        list(proofs.leaves(601))


def test_leaves_are_read_in_parts_and_a_missing_tile_is_not_passed_over(
    proofs: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eventstore.proofs.TILES_AT_ONCE", 1)
    keep(proofs, 600)
    for size in (256, 512, 513, 600):
        assert b"".join(proofs.leaves(size)) == b"".join(LEAVES[:size])
    proofs._tables.run("UPDATE tiles SET idx=9 WHERE level=0 AND idx=1")
    assert b"".join(proofs.leaves(256)) == b"".join(LEAVES[:256])
    with pytest.raises(NotKept):
        list(proofs.leaves(600))


def test_heads_are_found_by_size_and_by_what_they_hold(proofs: Proofs) -> None:
    keep(proofs, 3, 10)
    assert size_and_note(proofs.newest()) == (10, head_of(10)[1])
    assert proofs.checkpoint(3) == head_of(3)[1]
    assert proofs.checkpoint(4) is None
    assert size_and_note(proofs.covering(3)) == (3, head_of(3)[1])
    assert size_and_note(proofs.covering(4)) == (10, head_of(10)[1])
    assert proofs.covering(11) is None
    assert [each.size for each in proofs.checkpoints(0)] == [3, 10]
    assert [each.size for each in proofs.checkpoints(3, 1)] == [10]
    proofs.beat(10, 5_000)
    newest = proofs.newest()
    assert newest is not None
    assert (newest.made_at, newest.beat_at) == (1_010, 5_000)


def test_a_head_is_shown_with_the_lines_of_all_who_have_seen_it(proofs: Proofs) -> None:
    keep(proofs, 3, 10)
    text = Note.parse(head_of(10)[1]).text
    first, second = WITNESS.cosign(text, 7), WITNESS.cosign(text, 8)
    proofs.cosigned(10, "Aarhus Kommune", first, 7)
    proofs.cosigned(10, "Aarhus Kommune", second, 8)
    assert proofs.cosignatures(10) == [("Aarhus Kommune", second.line)]
    assert proofs.note_with_cosignatures(10) == f"{head_of(10)[1]}{second.line}\n"
    assert proofs.note_with_cosignatures(3) == head_of(3)[1]
    assert proofs.note_with_cosignatures(4) is None


def test_what_is_witnessed_does_not_fall(proofs: Proofs) -> None:
    for size, then in ((10, 10), (3, 10), (12, 12)):
        proofs.set_witnessed(size)
        assert proofs.witnessed() == then


def test_what_did_not_succeed_is_told_and_let_go_of_in_the_end(proofs: Proofs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventstore.proofs.ATTEMPTS_KEPT", 2)
    tried = [Attempt(at, "checkpointer", 10, "hash-differs", "position 7") for at in range(3)]
    for each in tried:
        proofs.attempted(each)
    assert proofs.attempts() == [tried[2], tried[1]]


def test_each_event_is_hashed_in_two_ways_that_agree(snapshots: Snapshots, kept_log: Log) -> None:
    with snapshots.take() as snapshot:
        assert snapshot.head == kept_log.head > 3
        rows = snapshot.rows(0, snapshot.head)
        assert [row[4] for row in rows] == list(range(1, snapshot.head + 1))
        assert list(snapshot.hashes(0, snapshot.head)) == [leaf_hash(*row) for row in rows]
        assert list(snapshot.hashes(2, 3)) == [leaf_hash(*rows[2])]
        assert next(row[4] for row in snapshot.stream(rows[0][0])) == 1


def test_a_log_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OperationalError), SQLiteStore(tmp_path / "none.db", tmp_path / "k.db").open_snapshots().take():
        raise AssertionError
    assert not (tmp_path / "none.db").exists()
