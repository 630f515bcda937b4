"""Files of houses that the story was played into over HTTP, once; whoever serves them serves a copy."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx._config import DEFAULT_TIMEOUT_CONFIG
from hypothesis import HealthCheck, settings

from eventstore.postgres.store import PostgresStore
from realtime import frames, messages
from tests import emitted
from tests.made_once import made_once
from tests.outside import MID_ITEM_2, copied, opened_in, outside, until
from tests.postgres import Postgres, postgres
from tests.turns import Turns, turn_of

PATIENCE_S = 30
"""Of whoever asks over HTTP and does not say how long they wait: a machine that has much to do answers late."""


def pytest_configure(config: pytest.Config) -> None:
    vars(frames)["encode"] = emitted.watched(messages.encode)
    # In short the same examples each time, and however long it takes to make them: who looks for others looks at length.
    at_random = bool(config.getoption("--at-length"))
    settings.register_profile(
        "house", deadline=None, derandomize=not at_random, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("house")
    for part in ("connect", "read", "write", "pool"):
        setattr(DEFAULT_TIMEOUT_CONFIG, part, PATIENCE_S)


def _all_as_described() -> Iterator[None]:
    """Every frame a test makes the service send is as `/asyncapi.json` says, also while it is set up and taken down."""
    yield
    wrong = list(emitted.wrong)
    emitted.wrong.clear()
    assert wrong == []


pytest_runtest_setup = pytest_runtest_call = pytest_runtest_teardown = pytest.hookimpl(wrapper=True)(_all_as_described)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--at-length", action="store_true", help="Let every fault happen as often as was promised.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is for runs at length alone is not chosen otherwise."""
    items.sort(key=lambda item: turn_of(item.nodeid))
    if not config.getoption("--at-length"):
        left = [each for each in items if each.get_closest_marker("at_length")]
        config.hook.pytest_deselected(items=left)
        items[:] = [each for each in items if each not in left]


def pytest_collection_finish() -> None:
    """Some thousand tests stay as long as the run does: to look them through for what is gone, again and again, takes long."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Turns | None:
    return Turns(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def mid_item_2(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evening of 9 April 2024 at 18.20."""

    def make(folder: Path) -> None:
        with outside(opened_in(folder)) as house:
            house.play(until(MID_ITEM_2)[0])

    return made_once(tmp_path_factory, "mid-item-2", make)


@pytest.fixture(scope="session")
def ended(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story at its end."""

    def make(folder: Path) -> None:
        with outside(copied(mid_item_2, folder)) as house:
            house.play(until(MID_ITEM_2)[1])

    return made_once(tmp_path_factory, "ended", make)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for every test that does not stop it."""
    with postgres() as server:
        yield server


@pytest.fixture
def on_server(postgres_server: Postgres, tmp_path: Path) -> Callable[[], PostgresStore]:
    """Makes stores on PostgreSQL, each in databases of its own, with the schema of `klynge init`; used as the application."""
    return lambda: postgres_server.store(tmp_path)
