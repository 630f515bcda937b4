"""Logs to write into: in memory and on a file."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventstore.log import Log
from eventstore.memory import open_memory
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.store import SQLiteStore
from tests.eventstore.telling import tell
from tests.eventstore.writing import furnish
from tests.made_once import made_once


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Log]:
    """The small world in a file: `log.db`, its keys in `keys.db`."""
    kept_log = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db").open_log()
    furnish(kept_log)
    yield kept_log
    kept_log.close()


@pytest.fixture
def in_memory() -> Iterator[Log]:
    """The small world in memory."""
    kept_log = open_memory()
    furnish(kept_log)
    yield kept_log
    kept_log.close()


@pytest.fixture
def on_postgres(on_server: Callable[[], PostgresStore]) -> Iterator[Log]:
    """The small world on a server."""
    kept_log = on_server().open_log()
    furnish(kept_log)
    yield kept_log
    kept_log.close()


@pytest.fixture(params=["in_memory", "on_file", "on_postgres"])
def kept_log(request: pytest.FixtureRequest) -> Log:
    """The small world, on any store."""
    found: Log = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole story on files, told once. Tests take a copy: `told`."""
    return made_once(tmp_path_factory, "told-story", lambda folder: asyncio.run(tell(folder)))


@pytest.fixture
def told(told_once: Path, tmp_path: Path) -> Path:
    """A folder with the whole story in it."""
    return Path(shutil.copytree(told_once, tmp_path / "told"))
