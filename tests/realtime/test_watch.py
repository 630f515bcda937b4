"""`klynge watch` as people run it: a process beside a server that is killed under it and started again."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from clients.http import Klynge
from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.text import Text
from tests.ports import free_port
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import OPEN_ITEM

START_S = 60
"""A process starts in a second, on a machine that does nothing else."""


class Ran:
    """A `klynge` command under way."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[str] = []

    async def until(self, text: str) -> str:
        """Read on to a line with that text in it."""
        assert self.process.stdout is not None
        async with asyncio.timeout(START_S):
            while line := (await self.process.stdout.readline()).decode():
                self.lines.append(line.strip())
                if text in line:
                    return line
        raise AssertionError(f"ended without »{text}«: {self.lines}")

    async def kill(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.communicate()


@asynccontextmanager
async def klynge(environment: dict[str, str], *arguments: str) -> AsyncIterator[Ran]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "klynge",
        *arguments,
        env={**os.environ, **environment, "COLUMNS": "200"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    ran = Ran(process)
    try:
        yield ran
    finally:
        await ran.kill()


async def test_each_sentence_is_shown_once_though_the_server_is_killed_in_between(folder: Path) -> None:
    port = free_port()
    environment = {
        "KLYNGE_ENV": "dev",
        "KLYNGE_STORE": f"sqlite:///{folder}/log.db",
        "KLYNGE_BIND": f"127.0.0.1:{port}",
    }
    async with klynge(environment, "token", CAST["secretary"]) as ran:
        token = (await ran.until(".")).strip()
    secretary = Klynge(f"http://127.0.0.1:{port}", token)

    async def say(text: str) -> None:
        command = RecordPoint(item=OPEN_ITEM, point=Remark[Text](sort=Sort.REMARK, text=text))
        await secretary.give(MEETING, "record-point", msgspec.json.encode(command))

    async with klynge(environment, "serve") as server:
        await server.until("answers at")
        async with (
            klynge(environment, "watch", MEETING, "--person", CAST["observer"]) as watch,
            klynge(environment, "watch", "changes", "--after", "start", "--person", CAST["observer"]) as changes,
        ):
            assert "rows" in await watch.until("rows")
            await changes.until("Budgettet holder.")
            await say("Sagt før serveren faldt.")
            await watch.until("Sagt før serveren faldt.")
            await changes.until("Sagt før serveren faldt.")
            await server.kill()
            async with klynge(environment, "serve") as another:
                await another.until("answers at")
                await say("Sagt før nogen var tilbage.")
                await watch.until("Sagt før nogen var tilbage.")
                await say("Sagt bagefter, [slettet].")
                await watch.until("Sagt bagefter, [slettet].")
                await changes.until("Sagt bagefter, [slettet].")
            assert [line for line in watch.lines if "nogen var tilbage" in line] == watch.lines[-2:-1]
            assert len([line for line in watch.lines if "Sagt" in line]) == 3, "nothing twice"
            assert len([line for line in changes.lines if "Bemærkning: Sagt" in line]) == 3, "nothing twice"
    await secretary.__aexit__()
