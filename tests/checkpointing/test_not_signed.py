"""What gives two answers, or contradicts what was signed, is not signed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from eventstore.snapshots import Snapshot
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.keys import new_key, write_keys
from proof.note import Checkpoint, Note
from tests.checkpointing.working import Bench


@contextmanager
def refused(bench: Bench, outcome: Outcome) -> Iterator[None]:
    """Nothing is signed, neither by this checkpointer nor by one that starts anew."""
    yield
    before, guarded = bench.proofs.newest(), bench.guard.read_text() if bench.guard.exists() else None
    for _ in range(2):
        with pytest.raises(Alarm) as alarm:
            bench.look(beat=True)
        assert alarm.value.outcome is outcome, alarm.value
        assert bench.proofs.newest() == before
        assert (bench.guard.read_text() if bench.guard.exists() else None) == guarded
        bench.again()


def test_a_log_that_lost_its_end_is_refused(bench: Bench) -> None:
    bench.add(10)
    bench.look()
    with refused(bench, Outcome.LOG_SHORTER):
        bench.shorten(10)


def test_a_log_that_was_put_back_and_went_on_is_refused(bench: Bench) -> None:
    bench.add(10)
    bench.look()
    with refused(bench, Outcome.LOG_OTHER):
        bench.shorten(10)
        bench.add(20, "other")


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE stored_events SET state=? WHERE position=9", (b'{"v":2}',)),
        ("UPDATE stored_events SET recorded_at=recorded_at+1 WHERE position=9", ()),
        ("UPDATE stored_events SET topic='test.changed' WHERE position=9", ()),
        ("UPDATE stored_events SET originator_id='syddanmark/test/other' WHERE position=9", ()),
        ("UPDATE stored_events SET originator_version=2 WHERE position=9", ()),
    ],
    ids=["state", "time", "tag", "stream", "version"],
)
def test_a_start_finds_what_was_changed_lately(bench: Bench, statement: str, values: tuple[object, ...]) -> None:
    bench.add(10)
    bench.look()
    bench.again()
    with refused(bench, Outcome.LOG_OTHER):
        bench.change(statement, *values)


def test_a_gap_is_not_signed(bench: Bench) -> None:
    bench.look()
    bench.add(5)
    with refused(bench, Outcome.LOG_OTHER):
        bench.change("DELETE FROM stored_events WHERE position=7")


def test_what_gives_two_answers_is_not_signed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.look()
    bench.add(5)
    wrong: list[int] = []

    def flipped(real: Callable[..., Sequence[bytes]]) -> Callable[..., Sequence[bytes]]:
        def hashes(self: Snapshot, after: int, upto: int) -> Sequence[bytes]:
            found = list(real(self, after, upto))
            found[2] = bytes([found[2][0] ^ 1]) + found[2][1:]
            wrong.append(after + 3)
            return found

        return hashes

    with monkeypatch.context() as patched:
        from eventstore.sqlite.snapshots import SQLiteSnapshot

        patched.setattr(SQLiteSnapshot, "hashes", flipped(SQLiteSnapshot.hashes))
        with pytest.raises(Alarm) as alarm:
            bench.look()
        assert alarm.value.outcome is Outcome.HASH_DIFFERS
        assert "position 7 " in str(alarm.value)
        assert wrong == [7]
        assert bench.head().size == 4
    assert bench.look() == 0
    assert bench.head().size == 9


def test_heads_are_not_signed_with_a_key_that_the_record_does_not_name(bench: Bench) -> None:
    bench.look()
    bench.add(1)
    with refused(bench, Outcome.OTHER_KEY):
        write_keys(bench.settings.checkpoint_key, (new_key("klynge/syddanmark"),))


@pytest.mark.parametrize("said", [None, "", "nonsense", "PRIVATE+KEY+klynge/syddanmark+00000000+AAAA\n" * 5])
def test_without_its_key_nothing_is_signed(bench: Bench, said: str | None) -> None:
    bench.look()
    bench.add(1)
    with refused(bench, Outcome.NO_KEY):
        bench.settings.checkpoint_key.unlink()
        if said is not None:
            bench.settings.checkpoint_key.write_text(said)


@pytest.mark.parametrize("at_work", [True, False])
def test_without_its_guard_nothing_is_signed(bench: Bench, at_work: bool) -> None:
    bench.look()
    bench.add(1)
    if not at_work:
        bench.again()
    with refused(bench, Outcome.NO_GUARD):
        bench.guard.unlink()


@pytest.mark.parametrize("at_work", [True, False])
def test_a_log_put_back_with_its_heads_is_found_out_before_anything_happens_on_it(bench: Bench, at_work: bool) -> None:
    """Log and heads are of one copy, so they agree; the guard lies elsewhere and remembers more."""
    bench.look()
    old = bench.proofs.newest()
    assert old is not None
    bench.add(5)
    bench.look()
    with refused(bench, Outcome.LOG_SHORTER):
        bench.shorten(4)
        bench.forget_heads(4)
        if not at_work:
            bench.again()
    assert bench.proofs.newest() == old, "nor is it told as looked at again"


def test_another_head_of_the_size_that_the_guard_holds_is_found_out_before_anything_happens(bench: Bench) -> None:
    bench.look()
    with refused(bench, Outcome.INCONSISTENT):
        bench.guard.write_text(str(Checkpoint(bench.head().origin, 4, bytes(32))))


def test_a_guard_that_is_damaged_stops_it(bench: Bench) -> None:
    bench.look()
    bench.again()
    with refused(bench, Outcome.GUARD_DAMAGED):
        bench.guard.write_text("klynge/syddanmark\n4\n")


def test_a_guard_that_holds_another_root_stops_it(bench: Bench) -> None:
    bench.look()
    bench.add(1)
    with refused(bench, Outcome.INCONSISTENT):
        bench.guard.write_text(str(Checkpoint("klynge/syddanmark", 4, bytes(32))))


def test_heads_and_log_put_back_together_are_found_out_by_the_guard(bench: Bench) -> None:
    """Nothing beside the log tells that it was longer, but the guard."""
    bench.look()
    kept = bench.proofs.newest()
    assert kept is not None
    bench.add(10)
    bench.look()
    with refused(bench, Outcome.LOG_SHORTER):
        bench.shorten(4)
        bench.proofs._tables.run("DELETE FROM checkpoints WHERE size>4")
        bench.again()
        bench.add(2, "other")


def test_a_longer_log_put_back_together_with_its_heads_is_found_out_too(bench: Bench) -> None:
    bench.look()
    bench.add(10)
    bench.look()
    with refused(bench, Outcome.INCONSISTENT):
        bench.shorten(4)
        bench.proofs._tables.run("DELETE FROM checkpoints WHERE size>4")
        bench.again()
        bench.add(20, "other")


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        (
            "UPDATE checkpoints SET note=replace(note, char(10)||'4'||char(10), char(10)||'3'||char(10))",
            Outcome.HEAD_DAMAGED,
        ),
        ("UPDATE checkpoints SET note='x'", Outcome.HEAD_DAMAGED),
        ("UPDATE tiles SET hashes=zeroblob(length(hashes))", Outcome.TREE_DAMAGED),
        ("DELETE FROM tiles", Outcome.TREE_DAMAGED),
    ],
    ids=["another size", "no note", "other hashes", "no tree"],
)
def test_heads_and_trees_that_were_changed_are_found_out(bench: Bench, statement: str, outcome: Outcome) -> None:
    bench.look()
    bench.again()
    with refused(bench, outcome):
        bench.proofs._tables.run(statement)


def test_a_head_of_another_key_is_no_head_of_this_log(bench: Bench) -> None:
    bench.look()
    head = bench.head()
    stranger = new_key(head.origin)
    forged = str(Note(str(head)).signed([stranger.sign(str(head))]))
    with refused(bench, Outcome.HEAD_DAMAGED):
        bench.proofs._tables.run("UPDATE checkpoints SET note=?", forged)
        bench.again()


def test_what_was_about_to_be_signed_when_it_ended_may_not_be_contradicted(bench: Bench) -> None:
    """The guard is ahead of the heads: somebody may have the signature."""
    bench.look()
    bench.add(7)
    ahead = Checkpoint("klynge/syddanmark", 11, bench.root(11))
    bench.guard.write_text(str(ahead))
    with refused(bench, Outcome.INCONSISTENT):
        bench.shorten(8)
        bench.add(9, "other")
