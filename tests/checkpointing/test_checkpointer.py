"""A checkpointer signs what it has looked at twice, and nothing that contradicts what was signed before."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from eventstore.snapshots import Snapshot
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.checkpointer import STEP_MAX, Checkpointer
from klynge.checkpointing.guard import Guard
from klynge.checkpointing.keys import new_key, read_keys, write_keys
from klynge.checkpointing.mending import accept_stored_head, rebuild_tree
from proof.note import Checkpoint, Cosigner, Note, Verifier
from proof.tree import verify_consistency
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


# --- what is signed ---------------------------------------------------------------------------------------------------


def test_the_first_head_holds_what_init_recorded(bench: Bench) -> None:
    assert bench.look() == 0
    head = bench.head()
    assert (head.origin, head.size, head.root) == ("klynge/syddanmark", 4, bench.root(4))
    assert bench.guard.read_text() == str(head)


def test_each_head_goes_on_from_the_one_before(bench: Bench) -> None:
    bench.look()
    for size in (5, 6, 260, 261, 600):
        bench.add(size - bench.head().size)
        bench.look()
        assert (bench.head().size, bench.head().root) == (size, bench.root(size))
    assert [each.size for each in bench.proofs.checkpoints(0)] == [4, 5, 6, 260, 261, 600]


def test_whoever_starts_anew_goes_on(bench: Bench) -> None:
    for size in (10, 300, 301):
        bench.add(size - len(bench.rows()))
        bench.look()
        bench.again()
        assert bench.head().root == bench.root(size)


def test_where_nothing_happens_nothing_is_signed_anew(bench: Bench) -> None:
    bench.look()
    first = bench.proofs.newest()
    bench.look()
    assert bench.proofs.newest() == first


def test_once_a_day_what_is_signed_is_looked_at_again(bench: Bench) -> None:
    bench.look()
    bench.look(beat=True)
    head = bench.proofs.newest()
    assert head is not None
    assert (head.beat_at, head.made_at) == (bench.now, bench.now - 10)


def test_few_events_wait_for_more(bench: Bench) -> None:
    bench.look()
    bench.add(3)
    assert bench.checkpointer.look(bench.now, fewest=256) == 3
    assert bench.head().size == 4
    bench.add(253)
    assert bench.checkpointer.look(bench.now, fewest=256) == 0
    assert bench.head().size == 260


def test_a_log_that_was_never_looked_at_is_signed_in_steps(bench: Bench) -> None:
    bench.add(STEP_MAX + 10)
    assert bench.look() == 14
    assert bench.head().size == STEP_MAX
    assert bench.look() == 0
    assert bench.head().root == bench.root(STEP_MAX + 14)


def test_the_proof_that_is_checked_before_signing_is_checked_by_the_code_that_is_given(bench: Bench) -> None:
    asked: list[tuple[int, int]] = []

    def doubting(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
        asked.append((old, new))
        return old == 0 and verify_consistency(old, new, old_root, new_root, proof)

    opened, keys = bench.working.opened, bench.settings.checkpoint_key
    checkpointer = Checkpointer(opened.snapshots, opened.proofs, bench.working.guard, lambda: read_keys(keys), doubting)
    checkpointer.look(1)
    bench.add(1)
    with pytest.raises(Alarm) as alarm:
        checkpointer.look(2)
    assert alarm.value.outcome is Outcome.INCONSISTENT
    assert bench.head().size == 4
    assert (4, 5) in asked


# --- what is not signed -----------------------------------------------------------------------------------------------


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


def test_what_witnesses_saw_of_an_end_that_is_lost_is_not_taken_for_what_comes(bench: Bench) -> None:
    """The log goes on from an older copy: neither their words nor how far they had seen hold for what it becomes."""
    bench.look()
    bench.add(5)
    bench.look()
    witness = Cosigner("w.example/w1", bytes(32))
    bench.proofs.cosigned(9, "Town", witness.cosign(str(bench.head()), bench.now), bench.now)
    bench.proofs.set_witnessed(9)
    bench.shorten(4)
    bench.forget_heads(4)
    opened = bench.working.opened

    def accepted() -> int:
        return accept_stored_head(opened.snapshots, opened.proofs, bench.working.guard, bench.checkpointer)

    for statement in ("DELETE FROM cosignatures WHERE size > 4", "UPDATE witnessed SET size = 4 WHERE size > 4"):
        with pytest.raises(Alarm, match="witnesses saw 9 events") as alarm:
            accepted()
        assert statement in str(alarm.value)
        bench.proofs._tables.run(statement)
    assert accepted() == 4
    bench.again()
    bench.add(8, "other")
    bench.look()
    assert (bench.head().size, bench.proofs.witnessed(), bench.proofs.cosignatures(9)) == (12, 4, [])


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


# --- what was stopped midway ------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process ended here."""


@pytest.mark.parametrize("where", ["guard", "signed", "kept"])
def test_whatever_it_was_at_when_it_ended_it_goes_on(bench: Bench, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.look()
    bench.add(7)

    def ends(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        if where == "guard":
            patched.setattr(Guard, "advance", ends)
        elif where == "signed":
            patched.setattr("klynge.checkpointing.checkpointer.signed_by", ends)
        else:
            patched.setattr(type(bench.proofs), "append", ends)
        with pytest.raises(Killed):
            bench.look()
    bench.add(2)
    bench.again()
    bench.look()
    assert (bench.head().size, bench.head().root) == (13, bench.root(13))


def test_what_was_about_to_be_signed_when_it_ended_may_not_be_contradicted(bench: Bench) -> None:
    """The guard is ahead of the heads: somebody may have the signature."""
    bench.look()
    bench.add(7)
    ahead = Checkpoint("klynge/syddanmark", 11, bench.root(11))
    bench.guard.write_text(str(ahead))
    with refused(bench, Outcome.INCONSISTENT):
        bench.shorten(8)
        bench.add(9, "other")


def test_two_do_not_sign_on_one_machine(bench: Bench) -> None:
    assert bench.working.guard.alone()
    other = Guard(bench.guard)
    assert not other.alone()
    bench.close()
    assert other.alone()
    other.close()
    bench.again()


# --- by hand ----------------------------------------------------------------------------------------------------------


def test_a_tree_is_made_again_from_the_log(bench: Bench) -> None:
    bench.add(700)
    bench.look()
    bench.proofs._tables.run("DELETE FROM tiles")
    opened = bench.working.opened
    assert rebuild_tree(opened.snapshots, opened.proofs, bench.checkpointer) == 704
    bench.again()
    bench.add(1)
    bench.look()
    assert bench.head().root == bench.root(705)


def test_a_tree_of_another_log_than_was_signed_is_not_kept(bench: Bench) -> None:
    bench.add(700)
    bench.look()
    bench.proofs._tables.run("DELETE FROM tiles")
    bench.change("UPDATE stored_events SET state=? WHERE position=9", b'{"v":2}')
    opened = bench.working.opened
    with pytest.raises(Alarm) as alarm:
        rebuild_tree(opened.snapshots, opened.proofs, bench.checkpointer)
    assert alarm.value.outcome is Outcome.INCONSISTENT
    assert bench.proofs._tables.run("SELECT * FROM tiles") == []


def test_whoever_compared_lets_the_guard_hold_what_is_kept(bench: Bench) -> None:
    bench.look()
    bench.guard.unlink()
    opened = bench.working.opened
    assert accept_stored_head(opened.snapshots, opened.proofs, bench.working.guard, bench.checkpointer) == 4
    bench.again()
    bench.add(1)
    bench.look()
    assert bench.head().size == 5


# --- what is told -----------------------------------------------------------------------------------------------------


def test_what_keeps_it_from_signing_is_kept_and_told_until_it_is_over(bench: Bench) -> None:
    bench.working.turn()
    key = bench.settings.checkpoint_key.read_text()
    bench.settings.checkpoint_key.unlink()
    bench.add(300)
    for _ in range(3):
        bench.working.turn()
    tried = bench.proofs.attempts()
    assert [each.outcome for each in tried] == [Outcome.NO_KEY.value], "told once"
    bench.settings.checkpoint_key.write_text(key)
    bench.working.turn()
    assert bench.head().size == 304


def test_a_record_names_its_key(bench: Bench) -> None:
    said = bench.rows()[0][3].decode()
    assert bench.keys[0].vkey in said
    assert Verifier.parse(bench.keys[0].vkey).name == "klynge/syddanmark"
    assert bench.settings.checkpoint_key.stat().st_mode & 0o777 == 0o600


def test_it_goes_on_once_a_store_that_was_away_is_back(bench: Bench) -> None:
    bench.working.turn()
    bench.add(300)
    away = bench.log.with_suffix(".away")
    bench.log.rename(away)
    for _ in range(2):
        bench.working.turn()
    assert [each.outcome for each in bench.proofs.attempts()] == [Outcome.STORE_AWAY.value]
    assert not bench.log.exists(), "an empty one would be taken for the log"
    away.rename(bench.log)
    bench.working.turn()
    assert (bench.head().size, bench.head().root) == (304, bench.root(304))


def test_a_guard_that_cannot_be_written_stops_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its disk is full: what is not remembered is not signed."""
    bench.look()
    bench.add(1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("klynge.checkpointing.guard.write_durably", full)
        bench.working.turn()
    assert [each.outcome for each in bench.proofs.attempts()] == [Outcome.FAILED.value]
    assert bench.head().size == 4
    bench.working.turn()
    assert bench.head().size == 5
