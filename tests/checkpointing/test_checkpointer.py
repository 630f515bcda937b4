"""A checkpointer signs what it has looked at twice, and nothing that contradicts what was signed before."""

from collections.abc import Sequence

import pytest

from eventstore.sqlite.snapshots import SQLiteSnapshot
from eventstore.stored import StoredRow
from klynge.checkpointing import working
from klynge.checkpointing.alarm import AGAIN, Alarm, Outcome
from klynge.checkpointing.checkpointer import STEP_MAX, Checkpointer
from klynge.checkpointing.guard import Guard
from klynge.checkpointing.heads import _known
from klynge.checkpointing.keys import read_keys
from klynge.checkpointing.mending import accept_stored_head, rebuild_tree
from proof.note import Cosigner, Verifier
from proof.tree import verify_consistency
from tests.checkpointing.working import Bench

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


def test_heads_that_are_lost_are_made_up_for_in_steps_too(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is signed next is no smaller than what the guard knows of; a million events are not read at once for that."""
    bench.add(100)
    bench.look()
    bench.proofs._tables.run("DELETE FROM checkpoints")
    bench.again()
    monkeypatch.setattr("klynge.checkpointing.checkpointer.STEP_MAX", 10)
    usual, read = SQLiteSnapshot.rows, list[int]()

    def rows(self: SQLiteSnapshot, after: int, upto: int) -> Sequence[StoredRow]:
        read.append(upto - after)
        return usual(self, after, upto)

    monkeypatch.setattr(SQLiteSnapshot, "rows", rows)
    bench.add(1)
    assert bench.look() == 1
    assert (bench.head().size, bench.head().root) == (104, bench.root(104))
    assert (max(read), sum(each > 1 for each in read)) == (10, 11)


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
    assert [each.outcome for each in bench.proofs.attempts()] == [AGAIN, Outcome.NO_KEY.value]


def test_that_it_is_over_is_told_also_by_a_process_that_comes_after(bench: Bench) -> None:
    bench.working.turn()
    key = bench.settings.checkpoint_key.read_text()
    bench.settings.checkpoint_key.unlink()
    bench.add(300)
    bench.working.turn()
    bench.again()
    bench.settings.checkpoint_key.write_text(key)
    for _ in range(2):
        bench.working.turn()
    assert [each.outcome for each in bench.proofs.attempts()] == [AGAIN, Outcome.NO_KEY.value]


def test_a_clock_that_ran_ahead_is_in_no_head_that_is_signed_after_it_was_set(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where something kept it from signing just then: witnesses would take such a head for one from the future."""
    now = 1_780_000_000
    monkeypatch.setattr(working, "_now", lambda: now)
    bench.working.turn()
    now += 10 * 86_400
    key = bench.settings.checkpoint_key.read_text()
    bench.settings.checkpoint_key.unlink()
    bench.add(300)
    bench.working.turn()
    bench.settings.checkpoint_key.write_text(key)
    now -= 10 * 86_400
    bench.working.turn()
    newest = bench.proofs.newest()
    assert newest is not None
    assert (newest.size, newest.made_at, newest.beat_at) == (304, now, now)
    assert _known(bench.proofs).failing is None


def test_what_was_looked_at_by_a_clock_that_ran_ahead_is_looked_at_again_once_it_is_set(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_780_000_000
    monkeypatch.setattr(working, "_now", lambda: now)
    bench.working.turn()
    for days in (10, -10, 0):
        now += days * 86_400
        bench.working._signed_at = 0.0  # long ago, by the other clock
        bench.working.turn()
        newest = bench.proofs.newest()
        assert newest is not None
        assert newest.beat_at == now


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
