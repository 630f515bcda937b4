"""The meeting in files, recorded once; each test serves a copy."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import uvloop

from tests.made_once import made_once
from tests.realtime.served import Served, copy_of, record_meeting, serving


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop that `klynge serve` runs on."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(scope="session")
def recorded_meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "recorded-meeting", lambda folder: asyncio.run(record_meeting(folder)))


@pytest.fixture
def folder(recorded_meeting: Path, tmp_path: Path) -> Path:
    """A copy of the recorded meeting."""
    return copy_of(recorded_meeting, tmp_path)


@pytest.fixture
async def served(folder: Path) -> AsyncIterator[Served]:
    """A house that serves it."""
    async with serving(folder) as house:
        yield house
