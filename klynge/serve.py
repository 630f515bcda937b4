"""`klynge serve`: the house behind uvicorn, one TCP port for pages, doors and sockets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import cast

import uvicorn

from klynge.house import House
from klynge.settings import Settings

STOP_TIMEOUT_S = 10


class Server(uvicorn.Server):
    """Wakes those who wait in long polls when it is told to stop; uvicorn would wait for them first."""

    def __init__(self, config: uvicorn.Config, stopping: asyncio.Event) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._stopping.set()
        super().handle_exit(sig, frame)


@asynccontextmanager
async def running(house: House, log_level: str = "warning") -> AsyncIterator[Server]:
    """A started house and its server; ask the server to `serve()`."""
    house.start()
    config = uvicorn.Config(
        house.app,
        host=house.settings.host,
        port=house.settings.port,
        ws=cast("type[asyncio.Protocol]", house.sockets.protocol),  # called as a class would be
        http="httptools",
        lifespan="off",
        log_level=log_level,
        timeout_graceful_shutdown=STOP_TIMEOUT_S,
        access_log=False,
    )
    try:
        yield Server(config, house.stopping)
    finally:
        await house.close()


async def serve(settings: Settings) -> None:
    """Serve until told to stop. Raises `NotOpened` on an empty log."""
    async with running(House(settings), log_level="info") as server:
        await server.serve()
