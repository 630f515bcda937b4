"""One of several processes that write to one log on PostgreSQL as fast as they can: opens it, says so, waits for a line, writes.

python -m benchmarks.saturating NUMBER SECONDS, with the log in the environment. Prints how many commands were answered.
"""

import os
import sys
import time
import uuid
from threading import Event

from benchmarks.commands import DIGEST, SECRETARY, STREAMS
from domain import initiative
from domain.assurance import Assurance
from domain.awaited import Stage
from domain.claims import DateNotStated
from domain.kernel import Command
from eventstore.clock import RealClock
from eventstore.given import Answer, Committed, Given
from eventstore.writer import Writer
from klynge.settings import read_settings

IN_FLIGHT = 256
PROCESSES = 2
COMMAND: Command = initiative.ExpectEvaluation(stage=Stage.FINAL, expected=DateNotStated())


def main(number: int, seconds: float) -> None:
    kept_log = read_settings(os.environ).store.open_log()
    streams = [f"bench/initiative/i{index}" for index in range(STREAMS) if index % PROCESSES == number]
    answered, in_flight, done = 0, IN_FLIGHT, Event()

    def give(_: object = None) -> None:
        stream = streams[answered % len(streams)]
        writer.give(
            Given(
                person=SECRETARY,
                assurance=Assurance.SUBSTANTIAL,
                stream=stream,
                command=COMMAND,
                key=str(uuid.uuid4()),
                digest=DIGEST,
            ),
            settled,
        )

    def settled(answer: object) -> None:
        """As soon as one is answered its client gives the next, until the time is over."""
        nonlocal answered, in_flight
        assert isinstance(answer, Answer), answer
        answered += 1
        if time.monotonic() < ends_at:
            give()
            return
        in_flight -= 1
        if in_flight == 0:
            done.set()

    writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), _settle)
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    ends_at = time.monotonic() + seconds
    for _ in range(IN_FLIGHT):
        give()
    writer.start()
    done.wait()
    writer.close()
    kept_log.close()
    sys.stdout.write(f"{answered}\n")


def _settle(committed: Committed) -> None:
    for settle, answer in committed.settlements:
        settle(answer)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
