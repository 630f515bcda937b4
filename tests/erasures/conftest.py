"""Houses to erase people in: in files and on a server, opened anew for each test."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from klynge.settings import Settings, read_settings
from tests.erasures.people import furnish
from tests.postgres import APPLICATION, OWNER, Postgres, postgres
from tests.valkey import Monitored, valkey

Times = Callable[[int, int], int]


class Place(Struct, frozen=True):
    """Where a house keeps its record."""

    folder: Path
    environment: Mapping[str, str]
    server: Postgres | None = None

    @property
    def settings(self) -> Settings:
        return read_settings(self.environment)

    def told_of(self, redis: Monitored) -> Settings:
        """The same, and Redis tells others that the log has grown."""
        return read_settings({**self.environment, "KLYNGE_REDIS": redis.server.address})


@pytest.fixture
def times(request: pytest.FixtureRequest) -> Times:
    """How many people are erased: a few in short, as many as were promised at length."""
    at_length = request.config.getoption("--at-length")
    return lambda in_short, in_full: in_full if at_length else in_short


@pytest.fixture
def in_files(tmp_path: Path) -> Place:
    """A house in files."""
    place = Place(tmp_path, {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db"})
    asyncio.run(furnish(place.settings, place.settings))
    return place


@pytest.fixture(scope="session")
def forgetful() -> Iterator[Postgres]:
    """A server that gives up its write-ahead log when it is written back, as whoever erases people lets it; and that looks after
    its tables, and takes samples of them, as often as it can: else a short test would end before it did once.
    """
    forgets = ("wal_recycle=off", "wal_keep_size=0", "min_wal_size=2MB", "max_wal_size=2MB")
    with postgres(settings=(*forgets, "autovacuum_naptime=1", "autovacuum_analyze_scale_factor=0.01")) as server:
        yield server


@pytest.fixture
def on_server(forgetful: Postgres, tmp_path: Path) -> Place:
    """A house on a server."""
    log, keys = forgetful.database(), forgetful.database()

    def environment(role: str) -> dict[str, str]:
        return {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": forgetful.address(log, role),
            "KLYNGE_KEYS": forgetful.address(keys, role),
            "KLYNGE_MASTER_KEY": str(tmp_path / "klynge.master"),
        }

    place = Place(tmp_path, environment(APPLICATION), forgetful)
    asyncio.run(furnish(read_settings(environment(OWNER)), place.settings))
    return place


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monitored]:
    """A server of Redis of which every word is heard."""
    with valkey(tmp_path_factory.mktemp("redis")) as server:
        yield Monitored(server)


@pytest.fixture(params=["in_files", "on_server"])
def place(request: pytest.FixtureRequest) -> Place:
    """A house, on any store."""
    found: Place = request.getfixturevalue(request.param)
    return found
