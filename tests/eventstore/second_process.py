"""A second process that writes the same file: opens it, says so, waits for a line on stdin, writes, and prints its answers.

python -m tests.eventstore.second_process FOLDER TASK
"""

import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from threading import Semaphore

import msgspec

from domain.names import name_of
from domain.party import Rename
from eventstore.clock import RealClock
from eventstore.given import Answer, Given, Overtook
from eventstore.log import Log
from eventstore.sqlite.store import SQLiteStore
from eventstore.writer import Writer
from tests.eventstore.world import HEAD, REGION, SECRETARY, registering
from tests.eventstore.writing import Outcome, given, settle_all, told

COMMANDS = 300
RENAMINGS = 60
ROUND = 20
ROUNDS_MAX = 200
TURNS = 4
"""SQLite lets who waits sleep up to 0.1 s, so a turn of one is some hundred commands."""
IN_FLIGHT = 8


def own_parties(process: str) -> Callable[[Log], list[object]]:
    """Register parties that the other process does not, until both have written after each other some times."""

    def register(kept_log: Log) -> list[object]:
        answers: list[object] = []
        while len(answers) < ROUNDS_MAX * ROUND and turns(kept_log) < TURNS:
            names = [f"dk/party/{process}-{len(answers) + index}" for index in range(ROUND)]
            answers += write(kept_log, [given(SECRETARY, name, registering(), key=name) for name in names])
        return answers

    return register


def turns(kept_log: Log) -> int:
    """How often one process wrote after the other."""
    owners = [name_of(each.stream).split("-")[0] for each in kept_log.read(HEAD)]
    return sum(before != after for before, after in pairwise(owners))


def same_parties(kept_log: Log) -> list[object]:
    """Register the parties the other process registers too, with the same keys."""
    names = [f"dk/party/same-{index}" for index in range(COMMANDS)]
    return write(kept_log, (given(SECRETARY, name, registering(), key=name) for name in names))


def write(kept_log: Log, commands: Iterable[Given]) -> list[object]:
    """What each is told, some in flight at once, in the order of the commands."""
    outcomes: list[list[Outcome]] = []
    room = Semaphore(IN_FLIGHT)
    writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), settle_all)
    writer.start()
    for command in commands:
        room.acquire()
        outcome: list[Outcome] = []
        outcomes.append(outcome)

        def settle(answer: Outcome, outcome: list[Outcome] = outcome) -> None:
            outcome.append(answer)
            room.release()

        writer.give(command, settle)
    writer.close()
    return [told(outcome[0]) for outcome in outcomes]


def renamings(process: str) -> Callable[[Log], list[object]]:
    """Rename one party again and again, each time on the version last seen; look again when somebody came first."""

    def rename(kept_log: Log) -> list[object]:
        seen, answers, overtaken = 1, list[object](), 0
        writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), settle_all)
        writer.start()
        while len(answers) < RENAMINGS:
            command = Rename(name=f"Navn {len(answers)} af {process}", from_on="2024-05-01")
            outcome = _alone(writer, given(SECRETARY, REGION, command, key=f"{process}-{seen}", if_match=seen))
            if isinstance(outcome, Overtook):
                seen, overtaken = outcome.version, overtaken + 1
            else:
                assert isinstance(outcome, Answer)
                seen = outcome.version
                answers.append(outcome)
        writer.close()
        return [*answers, overtaken]

    return rename


def _alone(writer: Writer, command: Given) -> Outcome:
    outcome: list[Outcome] = []
    answered = Semaphore(0)

    def settle(answer: Outcome) -> None:
        outcome.append(answer)
        answered.release()

    writer.give(command, settle)
    answered.acquire()
    return outcome[0]


TASKS: dict[str, Callable[[Log], list[object]]] = {
    "own": own_parties("second"),
    "same": same_parties,
    "rename": renamings("second"),
}


def main(folder: Path, task: str) -> None:
    kept_log = SQLiteStore(folder / "log.db", folder / "keys.db").open_log()
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    answers = TASKS[task](kept_log)
    kept_log.close()
    sys.stdout.write(msgspec.json.encode(answers).decode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
