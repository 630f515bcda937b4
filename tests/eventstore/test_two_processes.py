"""Two processes write one file at once: one order, no lost update, and one answer to one key."""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from eventstore.log import Log
from tests.eventstore import second_process
from tests.eventstore.second_process import COMMANDS, RENAMINGS, TASKS, TURNS, turns
from tests.eventstore.world import HEAD, REGION
from tests.eventstore.writing import events

ROOT = Path(__file__).resolve().parents[2]


def at_once(folder: Path, kept_log: Log, task: str, own: Callable[[Log], list[object]]) -> tuple[Any, Any]:
    """The answers of this process and of a second one, which write at the same time."""
    second = subprocess.Popen(
        [sys.executable, "-m", second_process.__name__, str(folder), task],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert second.stdin is not None
    assert second.stdout is not None
    assert second.stdout.readline() == "open\n"
    second.stdin.write("go\n")
    second.stdin.flush()
    answers = own(kept_log)
    told, _ = second.communicate(timeout=60)
    return msgspec.to_builtins(answers), msgspec.json.decode(told)


def test_both_write_and_there_is_one_order(on_file: Log, tmp_path: Path) -> None:
    first, second = at_once(tmp_path, on_file, "own", second_process.own_parties("first"))
    recorded = events(on_file)

    assert [each.position for each in recorded] == list(range(1, HEAD + len(first) + len(second) + 1))
    assert all(before.recorded_at <= after.recorded_at for before, after in pairwise(recorded))
    answers = {answer["stream"]: answer["position"] for answer in (*first, *second)}
    assert answers == {each.stream: each.position for each in recorded[HEAD:]}
    # Control: they did write after each other, more than once each.
    assert turns(on_file) >= TURNS


def test_the_same_keys_sent_to_both_happen_once_and_are_answered_alike(on_file: Log, tmp_path: Path) -> None:
    first, second = at_once(tmp_path, on_file, "same", TASKS["same"])

    assert first == second
    assert [answer["position"] for answer in first] == list(range(HEAD + 1, HEAD + COMMANDS + 1))
    assert on_file.head == HEAD + COMMANDS


def test_no_update_is_lost_between_those_who_name_the_version_they_saw(on_file: Log, tmp_path: Path) -> None:
    (*first, overtaken), (*second, overtaken_too) = at_once(
        tmp_path, on_file, "rename", second_process.renamings("first")
    )

    versions = sorted(answer["version"] for answer in (*first, *second))
    assert versions == list(range(2, 2 + 2 * RENAMINGS))
    assert [each.stream for each in events(on_file, HEAD)] == 2 * RENAMINGS * [REGION]
    # Control: they did meet.
    assert overtaken + overtaken_too > 0
