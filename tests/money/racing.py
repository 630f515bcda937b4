"""One of several processes that race for the same pools, each with several threads that want a grant at once.

python -m tests.money.racing PROCESS PROCESSES POOLS ATTEMPTS [unchecked]
It says `open`, waits for a line on stdin, races, and prints what came of it as JSON. `unchecked`: the control, a fund that does not
look whether there is money enough.
"""

import os
import sys
from threading import Thread
from typing import Any

import msgspec

from domain.fund import accounts, state
from domain.money import OERE_MAX
from eventstore.given import Answer, Overtook
from klynge.settings import read_settings
from tests.eventstore.writing import Working, given
from tests.money.pools import ONE_GRANT, REGISTRAR, granting, pool

THREADS = 4
TRIES_MAX = 1_000
"""Each on the version that the last one was told."""


class Raced(msgspec.Struct):
    """What a thread came to."""

    done: int = 0
    told: dict[str, int] = {}
    """Codes of refusals, and names of faults."""
    overtaken: int = 0
    """How often somebody came first."""
    unchecked: int = 0
    """How often money was not looked for that was not there."""


def race(first: int, workers: int, pools: int, attempts: int, working: Working, raced: Raced) -> None:
    """This worker's attempts, pool by pool, so that all fight over the same one."""
    for number in range(pools):
        for attempt in range(first, attempts, workers):
            outcome, overtaken = attempted(working, number, attempt)
            raced.overtaken += overtaken
            if isinstance(outcome, Answer):
                raced.done += 1
            else:
                code = getattr(outcome, "code", type(outcome).__name__)
                raced.told[code] = raced.told.get(code, 0) + 1


def attempted(working: Working, number: int, attempt: int) -> tuple[Any, int]:
    """Ask until one is told yes or no; on the version that whoever came first has left."""
    version = 1
    for overtaken in range(TRIES_MAX):
        key = f"{number}-{attempt}-{overtaken}"
        command = given(REGISTRAR, pool(number), granting(number, attempt), key=key, if_match=version)
        outcome = working.give(command)
        if not isinstance(outcome, Overtook):
            return outcome, overtaken
        version = outcome.version
    return outcome, TRIES_MAX


def plant(raced: Raced) -> None:
    """Nobody looks any more whether there is money enough."""
    balance, short = state.balance, accounts.short

    def plenty(held: Any, account: str) -> int:
        raced.unchecked += balance(held, account) < ONE_GRANT
        return OERE_MAX

    for name, module in tuple(sys.modules.items()):
        if name.startswith("domain.fund"):
            for right, wrong in ((balance, plenty), (short, lambda *_: None)):
                if getattr(module, right.__name__, None) is right:
                    setattr(module, right.__name__, wrong)


def main(process: int, processes: int, pools: int, attempts: int, *planted: str) -> None:
    came_to = [Raced() for _ in range(THREADS)]
    if planted:
        plant(came_to[0])
    kept_log = read_settings(os.environ).store.open_log()
    working = Working(kept_log)
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    threads = [
        Thread(target=race, args=(process * THREADS + each, processes * THREADS, pools, attempts, working, raced))
        for each, raced in enumerate(came_to)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    working.close()
    kept_log.close()
    sys.stdout.write(msgspec.json.encode(came_to).decode())


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:5]), *sys.argv[5:])  # type: ignore[arg-type]
