"""One of several processes that write to one log, or read on in it, told what to do by its arguments.

python -m tests.faults.writing_process ours|library write NAME SECONDS, or: ours|library tail
It says `open`, waits for a line on stdin, works, and prints what came of it as JSON. A tail ends at the next line: the last
position there is.
"""

import os
import sys
import time
from collections.abc import Iterable
from threading import Event, Thread
from typing import Any

import msgspec
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from eventstore.clock import RealClock
from eventstore.given import Committed
from eventstore.writer import Writer
from klynge.settings import read_settings
from tests.eventstore.world import SECRETARY, registering
from tests.eventstore.writing import Outcome, given, settle_all, told

WRITERS = 4
PAGE = 500


class Written(msgspec.Struct, frozen=True):
    """What a writing process came to."""

    positions: list[int]
    batches: int = 0
    overtaken: int = 0
    tries: int = 0
    """The most that any batch took."""
    failed: list[str] = []


class Thing(Aggregate):
    """An aggregate of the library's own kind."""


def ours_writes(name: str, seconds: float) -> Written:
    """Four clients, each giving its next command as soon as the last is answered."""
    kept_log = read_settings(os.environ).store.open_log()
    _wait("open")
    ends_at = time.monotonic() + seconds
    positions: list[int] = []
    failed: list[str] = []
    numbers = iter(range(10_000_000))
    done = Event()
    left = WRITERS
    tries = [0]
    deciding, most = kept_log.recorder.deciding, 0

    def counted(*asked: Any) -> Any:
        tries[0] += 1
        return deciding(*asked)

    def settle(committed: Committed) -> None:
        nonlocal most
        most, tries[0] = max(most, tries[0]), 0
        settle_all(committed)

    kept_log.recorder.deciding = counted  # type: ignore[assignment]
    writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), settle)

    def give() -> None:
        number = next(numbers)
        writer.give(given(SECRETARY, f"dk/party/{name}-{number}", registering(), key=f"{name}-{number}"), answered)

    def answered(outcome: Outcome) -> None:
        nonlocal left
        answer = told(outcome)
        if isinstance(answer, str | tuple):
            failed.append(str(answer))
        else:
            positions.append(answer.position)
        if time.monotonic() < ends_at:
            give()
        else:
            left -= 1
            if left == 0:
                done.set()

    for _ in range(WRITERS):
        give()
    writer.start()
    done.wait()
    writer.close()
    kept_log.close()
    return Written(positions, writer.batches, writer.overtaken, most, failed)


def library_writes(_: str, seconds: float) -> Written:
    """The library's application on four threads."""
    application = Application[Any]()
    _wait("open")
    ends_at = time.monotonic() + seconds
    positions: list[int] = []

    def write() -> None:
        while time.monotonic() < ends_at:
            positions.extend(recording.notification.id for recording in application.save(Thing()))

    threads = [Thread(target=write) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    application.close()
    return Written(positions)


def tail(whose: str) -> list[int]:
    """The positions that somebody who reads on is given, in the order they are given."""
    if whose == "ours":
        kept_log = read_settings(os.environ).store.open_log()
        recorder: Any = kept_log.recorder
    else:
        application = Application[Any]()
        recorder = application.recorder
    _wait("open")
    ended: list[int] = []
    Thread(target=lambda: ended.append(int(sys.stdin.readline())), daemon=True).start()
    seen: list[int] = []
    position = 0
    while not ended or position < ended[0]:
        page: Iterable[Any] = recorder.select_notifications(position, PAGE, inclusive_of_start=False)
        for each in page:
            seen.append(each.id)
            position = each.id
    return seen


def _wait(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(whose: str, task: str, *more: str) -> None:
    if task == "tail":
        answer: Any = tail(whose)
    else:
        answer = (ours_writes if whose == "ours" else library_writes)(more[0], float(more[1]))
    sys.stdout.write(msgspec.json.encode(answer).decode())
    sys.stdout.flush()
    os._exit(0)  # the library's threads would keep it


if __name__ == "__main__":
    main(*sys.argv[1:])
