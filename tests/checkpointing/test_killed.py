"""A checkpointer that is killed at any moment: no two of its heads contradict each other, and the next one goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import pairwise

import msgspec
import pytest

from klynge.checkpointing.places import places_of
from proof.note import Checkpoint, Note, signed_by
from proof.tree import consistency_proof, root_at, verify_consistency
from tests.checkpointing.test_child import until
from tests.checkpointing.working import Bench

KILLS = 6
KILLS_AT_LENGTH = 100
EARLIEST_S, LATEST_S = 0.1, 0.5
"""After its start; it looks four times a second."""


def test_at_whatever_moment_it_is_killed_its_heads_agree(bench: Bench) -> None:
    killed(bench, KILLS)


@pytest.mark.at_length
def test_at_whatever_moment_it_is_killed_its_heads_agree_at_length(bench: Bench) -> None:
    killed(bench, KILLS_AT_LENGTH)


def killed(bench: Bench, kills: int) -> None:
    moments = random.Random(8)
    told = msgspec.json.encode(places_of(bench.settings)) + b"\n"
    bench.look()
    for _ in range(kills):
        with begun(told) as child:
            bench.add(moments.randrange(1, 400))
            time.sleep(moments.uniform(EARLIEST_S, LATEST_S))  # the moment is what is tried
            child.send_signal(signal.SIGKILL)
            assert child.wait() == -signal.SIGKILL
    with begun(told) as child:
        until(lambda: bench.proofs.covering(len(bench.rows())) is not None)
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait() == 0
    agree(bench)


def begun(told: bytes) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KLYNGE_")}
    child = subprocess.Popen([sys.executable, "-m", "klynge.checkpointing"], stdin=subprocess.PIPE, env=environment)
    assert child.stdin is not None
    child.stdin.write(told)
    child.stdin.flush()
    return child


def agree(bench: Bench) -> None:
    """Every head that was kept is signed, is of this log, and goes on from the one before."""
    heads = []
    for each in bench.proofs.checkpoints(0):
        note = Note.parse(each.note)
        assert signed_by(note, [key.verifier for key in bench.keys])
        heads.append(Checkpoint.parse(note.text))
    assert len(heads) > 1
    for older, newer in pairwise(heads):
        proof = consistency_proof(older.size, newer.size, bench.proofs.hash_at)
        assert verify_consistency(older.size, newer.size, older.root, newer.root, proof)
    assert heads[-1].root == root_at(heads[-1].size, bench.proofs.hash_at) == bench.root(heads[-1].size)
    assert Checkpoint.parse(bench.guard.read_text()) == heads[-1]
