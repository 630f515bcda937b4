"""The checkpointer as a child of the service: started with it, started again when it ends, ended with it."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import msgspec

from eventstore.report import report
from klynge.checkpointing.places import Places

AGAIN_S = 2.0
"""Between the end of a child and the start of the next."""
END_S = 5.0
"""A child that is told to stop is not waited for longer."""
HOUSE = Path(__file__).resolve().parents[2]


class Child:
    """One child at a time. `start` and `stop` on the event loop, in turns."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._keeping: asyncio.Task[None] | None = None
        self._process: Process | None = None

    @property
    def pid(self) -> int | None:
        """Of the child that works just now."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Let it finish what it is at."""
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            await _ended(process)

    async def _keep(self) -> None:
        while True:
            try:
                await self._begin()
                assert self._process is not None
                if code := await self._process.wait():  # else it was told to: all of the house is
                    report("checkpointer.ended", code=code)
            except OSError as error:
                report("checkpointer.not-started", error=repr(error))
            await asyncio.sleep(AGAIN_S)

    async def _begin(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "klynge.checkpointing", stdin=PIPE, cwd=HOUSE
        )
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(self._places) + b"\n")


async def _ended(process: Process) -> None:
    """Closing its standard input is what tells it."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), END_S)
    except TimeoutError:
        process.kill()
        await process.wait()
