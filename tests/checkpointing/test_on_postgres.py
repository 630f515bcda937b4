"""The same on a server: its own hash is the second one, and of several processes one signs."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from domain import log
from eventstore.postgres.store import PostgresStore
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.keys import first_key
from klynge.checkpointing.places import Places
from klynge.checkpointing.working import Working
from proof.leaf import leaf_hash
from proof.tree import Frontier, root_at
from tests.eventstore.world import ADMINISTRATOR, OPENING
from tests.eventstore.writing import carry_out, given
from tests.klynge.process import House

NAME = "klynge/lillebaelt"
DOCS = Path(__file__).resolve().parents[2] / "docs/operations/checkpoints.md"


def test_a_log_on_a_server_is_sealed_by_one_of_two(on_server: Callable[[], PostgresStore], tmp_path: Path) -> None:
    store = on_server()
    key = first_key(tmp_path / "k.checkpoint-key", NAME)
    kept_log = store.open_log()
    (_, stream, _), *rest = OPENING
    opened = log.Open(origin="lillebaelt", clock=log.Clock.REAL, schemes=("test",), checkpoint_key=key.vkey)
    carry_out(kept_log, given(ADMINISTRATOR, stream, opened, init=True))
    carry_out(kept_log, *(given(who, to, command, init=True) for who, to, command in rest))
    first, second = (
        Places("server", store.log, "", str(tmp_path / "k.checkpoint-key"), str(tmp_path / f"{each}.sign-guard"))
        for each in ("one", "two")
    )
    with ExitStack() as closing:
        one, two = Working(first, closing), Working(second, closing)
        one.turn()
        two.turn()
        head = one.opened.proofs.newest()
        assert head is not None
        assert head.size == kept_log.head == len(OPENING)
        assert one.opened.lease.held()
        assert not two.opened.lease.held()
        assert two.opened.proofs.attempts() == []
        tree = Frontier()
        for row in kept_log.recorder.rows(0, 100):
            tree.append(leaf_hash(*row))
        assert root_at(head.size, one.opened.proofs.hash_at) == tree.root()
        with one.opened.snapshots.take() as snapshot:
            assert list(snapshot.hashes(0, head.size)) == [leaf_hash(*row) for row in snapshot.rows(0, head.size)]
        # Whoever takes over without what was signed last does not sign.
        with pytest.raises(Alarm) as alarm:
            two.checkpointer.look(1)
        assert alarm.value.outcome is Outcome.NO_GUARD
    kept_log.close()
    _signs_by_a_role_of_its_own(store, first, tmp_path)


def _signs_by_a_role_of_its_own(store: PostgresStore, places: Places, folder: Path) -> None:
    """As docs/operations/checkpoints.md grants it, on a machine without the master key, from which the keys cannot be had."""
    database = store.log.rpartition("/")[2]
    lines = (line.strip() for line in DOCS.read_text().splitlines())
    granted = [line for line in lines if line.startswith(("CREATE ROLE", "GRANT", "REVOKE")) and line.endswith(";")]
    assert len(granted) == 8
    with psycopg.connect(store.log.replace("//klynge@", "//postgres@"), autocommit=True) as owner:
        owner.execute("DROP ROLE IF EXISTS klynge_checkpointer")
        for each in granted:
            owner.execute(each.replace("DATABASE klynge ", f"DATABASE {database} "))
        owner.execute("DELETE FROM checkpoints")
        house = House(
            folder,
            KLYNGE_STORE=store.log.replace("//klynge@", "//klynge_checkpointer@"),
            KLYNGE_KEYS="postgresql://nobody@127.0.0.1:1/none",
            KLYNGE_MASTER_KEY=str(folder / "elsewhere.master"),
            KLYNGE_CHECKPOINT_KEY=places.key,
            KLYNGE_SIGN_GUARD=places.guard,
        )
        assert house.run("checkpoint", "--once").clean == f"Signed up to {len(OPENING)}.\n"
        with psycopg.connect(store.log) as service, pytest.raises(psycopg.errors.InsufficientPrivilege):
            service.execute("INSERT INTO checkpoints VALUES (1, '', 0, 0)")
        owner.execute("DROP OWNED BY klynge_checkpointer")
        owner.execute("DROP ROLE klynge_checkpointer")


def test_it_waits_for_a_server_that_is_away(tmp_path: Path) -> None:
    away = Places("server", "postgresql://nobody@127.0.0.1:1/none", "", str(tmp_path / "k"), str(tmp_path / "g"))
    with ExitStack() as closing:
        working = Working(away, closing)
        assert working.turn() > 0
        assert working.turn() > 0
