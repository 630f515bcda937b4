"""A server under measurement, in a process of its own: ours, or FastAPI's as it comes. Told what to do on standard input.

Commands, a line each: `rss` answers the resident kibibytes; `send N L` delivers N messages (of L bytes, where
the length is free) to everyone and answers the CPU
seconds that the event loop's thread took; an end of input stops it.
"""

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvicorn
import uvloop
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

from benchmarks.history import DIGEST
from domain.assurance import Assurance
from domain.log import Clock
from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.given import Given
from klynge.house import House
from klynge.init import init
from klynge.play import Player
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY

Send = Callable[[int, int], Awaitable[None]]
"""Deliver so many messages of a length to everyone."""

MESSAGE = "Projektet evalueres, og erfaringerne samles til det politiske niveau. " * 4
ITEM_ON_FLOOR = 21
"""Steps of the evening that bring the meeting into its second item."""


def resident_kib() -> int:
    """What the process holds in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


async def told() -> asyncio.StreamReader:
    """Standard input as lines."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader


def answer(value: object) -> None:
    sys.stdout.write(f"{value}\n")
    sys.stdout.flush()


# --- ours ---


async def ours(port: int) -> None:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        settings = read_settings(
            {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_BIND": f"127.0.0.1:{port}"}
        )
        await init(settings, "syddanmark", Clock.STORY, 1_700_000_000_000_000)
        await _serve_ours(settings)


async def _serve_ours(settings: Settings) -> None:
    with listen(settings) as listening:
        house = House(settings)
        async with running(house, listening):
            issuer = house.issuer
            assert issuer is not None
            player = Player(STORY, settings.url, lambda person: issuer.mint_token(person, 3600))
            await player.play((*STORY.before, *STORY.evening[:ITEM_ON_FLOOR]))
            await player.close()
            gc.freeze()
            answer(issuer.mint_token(STORY.cast["observer"], 3600))
            await _obey(lambda count, _: _record_points(house, count))


async def _record_points(house: House, count: int) -> None:
    """Points recorded in the meeting: decided, durable, folded, shown and sent."""
    meeting = house.core.tail.now.see(STORY.meeting)
    command = RecordPoint(item=meeting.floor, point=Remark[Text](sort=Sort.INFORMATION, text=MESSAGE))
    for _ in range(count):
        given = Given(
            person=STORY.cast["secretary"],
            assurance=Assurance.SUBSTANTIAL,
            stream=STORY.meeting,
            command=command,
            key=os.urandom(16).hex(),
            digest=DIGEST,
        )
        await house.give(given)


# --- FastAPI as it comes ---


async def theirs(port: int, deflate: bool) -> None:
    app = FastAPI()
    sockets: set[WebSocket] = set()

    @app.websocket("/v1/live")
    async def live(socket: WebSocket) -> None:
        await socket.accept()
        sockets.add(socket)
        try:
            while True:
                await socket.receive_text()
        except WebSocketDisconnect:
            sockets.discard(socket)

    async def send(count: int, length: int) -> None:
        text = "x" * length
        for _ in range(count):
            for socket in tuple(sockets):
                await socket.send_text(text)

    config = uvicorn.Config(
        app, host="127.0.0.1", port=port, log_level="warning", ws_per_message_deflate=deflate, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    gc.freeze()
    answer("ready")
    await _obey(send)
    server.should_exit = True
    await serving


async def _obey(send: Send) -> None:
    lines = await told()
    while line := (await lines.readline()).decode().split():
        if line[0] == "rss":
            answer(resident_kib())
        else:
            begun = time.thread_time()
            await send(int(line[1]), int(line[2]) if len(line) > 2 else 0)
            answer(time.thread_time() - begun)


if __name__ == "__main__":
    which, number = sys.argv[1], int(sys.argv[2])
    uvloop.run(ours(number) if which == "ours" else theirs(number, deflate=which == "fastapi-deflate"))
