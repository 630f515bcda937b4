"""Races for a pool that is nearly empty: threads and processes that all want a grant at once get what fits, and not one more.

In short in `make test`; ten thousand attempts on each store in `make races`.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import msgspec
import pytest

from domain.fund.allocations import Allocated
from domain.kernel import Recorded
from eventstore.log import Log
from klynge.settings import read_settings
from tests.money import racing
from tests.money.figures import note
from tests.money.invariants import broken
from tests.money.pools import ONE_GRANT, REGISTRAR, granting, pool, prepare
from tests.money.racing import THREADS, TRIES_MAX, Raced
from tests.outside import Outside, outside
from tests.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = 2
ATTEMPTS = 50
"""At each pool."""
ROOM = 7
PATIENCE_S = 1_200
POOLS_IN_SHORT, POOLS_AT_LENGTH = 1, 200

Environment = Mapping[str, str]


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Environment:
    """Where a store is, as a process is told it."""
    if request.param == "sqlite":
        return {"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db", "KLYNGE_ENV": "dev"}
    server: Postgres = request.getfixturevalue("postgres_server")
    made = server.store(tmp_path)
    return {
        "KLYNGE_STORE": made.log,
        "KLYNGE_KEYS": made.keys,
        "KLYNGE_MASTER_KEY": str(made.master),
        "KLYNGE_ENV": "dev",
    }


def raced(store: Environment, pools: int, *planted: str) -> tuple[list[list[Raced]], Log]:
    """What each thread of each process came to, and the log afterwards."""
    kept_log = read_settings(store).store.open_log()
    asked = (str(PROCESSES), str(pools), str(ATTEMPTS), *planted)
    running = [_started(store, str(number), *asked) for number in range(PROCESSES)]
    prepare(kept_log, pools, ATTEMPTS, ROOM)
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "open\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    return [
        msgspec.json.decode(each.communicate(timeout=PATIENCE_S)[0], type=list[Raced]) for each in running
    ], kept_log


def _started(store: Environment, *asked: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", racing.__name__, *asked],
        cwd=ROOT,
        env=os.environ | store,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def happened_to(kept_log: Log, pools: int) -> dict[str, list[Recorded]]:
    """The events of each pool."""
    happened: dict[str, list[Recorded]] = {pool(number): [] for number in range(pools)}
    for each in kept_log.read(0):
        if each.stream in happened:
            happened[each.stream].append(each)
    return happened


def overspent(events: list[Recorded]) -> int:
    """What a pool has granted more than fits into it."""
    granted = sum(each.event.amount_oere for each in events if isinstance(each.event, Allocated))
    return max(0, granted - ROOM * ONE_GRANT)


def test_who_races_for_a_pool_gets_what_fits_and_not_one_more(
    store: Environment, request: pytest.FixtureRequest
) -> None:
    at_length = request.config.getoption("--at-length")
    pools = int(os.environ.get("POOLS", POOLS_AT_LENGTH)) if at_length else POOLS_IN_SHORT
    processes, kept_log = raced(store, pools)
    each = [thread for process in processes for thread in process]

    happened = happened_to(kept_log, pools)
    assert [overspent(events) for events in happened.values()] == [0] * pools
    assert sum(thread.done for thread in each) == pools * ROOM, "all that fits"
    assert {code for thread in each for code in thread.told} == {"fund.pool-exceeded"}, "and the rest were told why"
    assert sum(sum(thread.told.values()) for thread in each) == pools * (ATTEMPTS - ROOM)
    assert [broken(events) for events in happened.values()] == [set()] * pools
    # The control: they did meet.
    assert all(sum(thread.overtaken for thread in process) for process in processes)
    kept_log.close()
    if at_length:
        where = "SQLite" if store["KLYNGE_STORE"].startswith("sqlite") else "PostgreSQL"
        note(f"a grant beyond what a pool holds, {where}", 0, pools * ATTEMPTS)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_fund_that_does_not_look_whether_there_is_money_is_overspent(store: Environment) -> None:
    """The control: the same race, and what is counted is counted."""
    processes, kept_log = raced(store, 1, "unchecked")

    events = happened_to(kept_log, 1)[pool(0)]
    assert overspent(events) == (ATTEMPTS - ROOM) * ONE_GRANT
    assert sum(thread.unchecked for process in processes for thread in process) >= ATTEMPTS - ROOM
    assert "goes_below_zero" in broken(events)
    kept_log.close()


def test_who_races_over_http_gets_what_fits_and_not_one_more(tmp_path: Path) -> None:
    """Each asks on the version that it was last told, as a page does."""
    kept_log = read_settings({"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db", "KLYNGE_ENV": "dev"}).store.open_log()
    prepare(kept_log, 1, ATTEMPTS, ROOM)
    kept_log.close()

    with outside(tmp_path) as house, ThreadPoolExecutor(THREADS) as threads:
        house.as_(REGISTRAR)
        answers = list(threads.map(lambda attempt: _asked(house, attempt), range(ATTEMPTS)))
        kept = house.settings.store.open_log()
        assert overspent(happened_to(kept, 1)[pool(0)]) == 0
        kept.close()

    assert Counter(answer.status_code for answer in answers) == {200: ROOM, 409: ATTEMPTS - ROOM}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"fund.pool-exceeded"}


def _asked(house: Outside, attempt: int) -> httpx.Response:
    """Ask until one is told yes or no."""
    version = 1
    for _ in range(TRIES_MAX):
        body = msgspec.json.encode(granting(0, attempt))
        answer = house.give(REGISTRAR, f"{pool(0)}/allocate", body, If_Match=f'"{version}"')
        if answer.status_code != httpx.codes.PRECONDITION_FAILED:
            return answer
        version = answer.json()["version"]
    return answer
