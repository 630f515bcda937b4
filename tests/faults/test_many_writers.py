"""Four processes of four writers each, and a fifth that reads on: one order, nothing missed, and nobody starves."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tests.eventstore.world import HEAD
from tests.eventstore.writing import furnish
from tests.faults import writing_process
from tests.faults.conftest import Times
from tests.faults.writing_process import Written
from tests.postgres import OWNER, Postgres

PROCESSES = 4
ROOT = Path(__file__).resolve().parents[2]
LIBRARYS_ROUNDS_MAX = 30
LIBRARYS_S = 2


class Process:
    """One of them: opened, let go, and asked what it came to."""

    def __init__(self, environment: Mapping[str, str], *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", writing_process.__name__, *arguments],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "open\n"

    def say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.read()


def at_once(environment: Mapping[str, str], whose: str, seconds: float) -> tuple[list[Written], list[int]]:
    """What each writing process came to, and what the one that reads on was given."""
    tail = Process(environment, whose, "tail")
    writers = [Process(environment, whose, "write", f"w{number}", str(seconds)) for number in range(PROCESSES)]
    for each in (tail, *writers):
        each.say("go")
    written = [msgspec.json.decode(each.answer(), type=Written) for each in writers]
    tail.say(str(max(position for each in written for position in each.positions)))
    return written, msgspec.json.decode(tail.answer(), type=list[int])


def test_four_processes_write_in_one_order_and_a_fifth_misses_nothing(
    postgres_server: Postgres, tmp_path: Path, times: Times
) -> None:
    store = postgres_server.store(tmp_path)
    kept_log = store.open_log()
    furnish(kept_log)
    environment = {
        "KLYNGE_STORE": store.log,
        "KLYNGE_KEYS": store.keys,
        "KLYNGE_MASTER_KEY": str(store.master),
    }

    written, seen = at_once(environment, "ours", times(3, 15))

    assert [each.failed for each in written] == [[]] * PROCESSES
    answered = sorted(position for each in written for position in each.positions)
    assert answered == list(range(HEAD + 1, kept_log.head + 1)), "dense, and each told once"
    assert seen == list(range(1, kept_log.head + 1)), "in order, and none missed"
    times_recorded = [each.recorded_at for each in kept_log.read(0)]
    assert times_recorded == sorted(times_recorded)
    # Each batch was tried once, or once more; and they did meet.
    assert max(each.tries for each in written) == 2
    assert sum(each.overtaken for each in written) > 0
    fair = len(answered) / PROCESSES
    # A machine with little to spare lends its processors unevenly; who is passed over by the log is passed over by far more.
    assert min(len(each.positions) for each in written) >= fair / 4
    kept_log.close()


def test_the_librarys_functions_in_the_database_lose_events_for_whoever_reads_on(postgres_server: Postgres) -> None:
    """The control of the test above, and why POSTGRES_ENABLE_DB_FUNCTIONS is refused."""
    missed: set[int] = set()
    for _ in range(LIBRARYS_ROUNDS_MAX):
        environment = {
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": postgres_server.database(),
            "POSTGRES_HOST": "127.0.0.1",
            "POSTGRES_PORT": str(postgres_server.port),
            "POSTGRES_USER": OWNER,
            "POSTGRES_PASSWORD": "none",
            "POSTGRES_POOL_SIZE": "5",
            "POSTGRES_ENABLE_DB_FUNCTIONS": "y",
        }
        written, seen = at_once(environment, "library", LIBRARYS_S)
        missed = {position for each in written for position in each.positions} - set(seen)
        if missed:
            break
    assert missed, "the library may have mended it: look again whether the switch is safe now"
