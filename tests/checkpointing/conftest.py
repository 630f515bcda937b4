"""A log on files with a checkpoint key, and a checkpointer over it."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.log import Clock
from klynge.init import init
from klynge.settings import Settings, read_settings
from tests.checkpointing.working import Bench


def settings_in(folder: Path, **more: str) -> Settings:
    return read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/klynge.db", **more})


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a log as `klynge init` opens it. Tests take a copy."""
    folder = tmp_path_factory.mktemp("begun")
    asyncio.run(init(settings_in(folder), "syddanmark", Clock.REAL))
    return folder


@pytest.fixture
def bench(begun: Path, tmp_path: Path) -> Iterator[Bench]:
    """That log, with a checkpointer that has not looked yet."""
    made = Bench(settings_in(Path(shutil.copytree(begun, tmp_path / "house"))))
    yield made
    made.close()
