"""Whatever breaks, and however often: what everybody holds is what they may see, in order, once. `make storms` does it at length.

A hundred people follow a meeting at two nodes while decisions are recorded, rights change and things are killed at random.
Every state that anybody is told of is compared with a rebuild as of that position, as of that person; every event, with what that
person could see of it at any moment since.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Postgres, postgres
from tests.projections.aadal import MEETING
from tests.storms.faults import ON_FILES, ON_POSTGRES
from tests.storms.houses import storehouse
from tests.storms.planted import PLANTED
from tests.storms.storm import PARTS, Outcome, storm
from tests.storms.watcher import AWAY, FAILED

CLIENTS, CLIENTS_IN_SHORT = 100, 8
RUNS = int(os.environ.get("STORMS", "50"))
RUNS_ON_FILES = RUNS // 5
MORE = 4
"""Faults of each run at length, beside one of each kind."""
SEED = int(os.environ.get("SEED", "20250506"))
STORE_AWAY = {"store stopped", "store frozen"}
IN_SHORT = ("node killed", "redis killed", "store stopped")
IN_SHORT_ON_FILES = ("sockets cut", "store locked")


@pytest.fixture(scope="module")
def durable() -> Iterator[Postgres]:
    """A server that keeps what it answered."""
    with postgres(durable=True) as server:
        yield server


def seeds(request: pytest.FixtureRequest, runs: int) -> list[int]:
    return [SEED + run for run in range(runs)] if request.config.getoption("--at-length") else [SEED]


async def test_whatever_is_killed_everybody_holds_what_they_may_see(
    durable: Postgres, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for seed in seeds(request, RUNS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with storehouse(folder, durable) as house:
            if request.config.getoption("--at-length"):
                outcome = await storm(house, CLIENTS, seed, ON_POSTGRES, MORE)
            else:
                outcome = await storm(house, CLIENTS_IN_SHORT, seed, IN_SHORT)
        assert_all_is_well(outcome, seed)


async def test_the_same_on_files_that_two_processes_share(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    for seed in seeds(request, RUNS_ON_FILES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with storehouse(folder) as house:
            if request.config.getoption("--at-length"):
                outcome = await storm(house, CLIENTS, seed, ON_FILES, MORE)
            else:
                outcome = await storm(house, CLIENTS_IN_SHORT, seed, IN_SHORT_ON_FILES)
        assert_all_is_well(outcome, seed)


def assert_all_is_well(outcome: Outcome, seed: int) -> None:
    """Nothing is wrong, much happened, and what was planted was found."""
    assert outcome.wrong == [], f"SEED={seed}: {len(outcome.wrong)}: {outcome.wrong[:5]}"
    assert outcome.happened.total() >= len(IN_SHORT_ON_FILES)
    codes = sum((each.codes for each in outcome.watchers), Counter[int]())
    assert codes[FAILED] == 0, f"SEED={seed}: something could not be served"
    assert codes[AWAY] == 0 or STORE_AWAY & outcome.happened.keys(), f"SEED={seed}: the store was there all along"
    assert sum(each.lines for each in outcome.watchers) > len(outcome.watchers), "lines were lost and found again"
    assert sum(each.resumed["resumed"] for each in outcome.watchers) > 0
    for part in PARTS:
        assert any(each.told for each in outcome.watchers if each.part == part), f"{part} was shown nothing"
        assert outcome.standing.happened.must_hear(part), f"{part} was told of nothing"
    assert outcome.standing.was_seen(MEETING, "neighbour") == {True, False}, "a guest came and went"
    assert outcome.standing.was_seen(MEETING, "auditor") == {True, False}, "an office ended"
    for kind, words in PLANTED.items():
        found = outcome.planted[kind]
        assert any(word in each for each in found for word in words), (
            f"SEED={seed}: {kind.__name__} is not found: {found}"
        )
