"""Answers that nobody reads: whoever takes nothing is cut off, whoever reads slowly is waited for."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from api import request_head
from api.request_head import BoundedHttp

CHUNK = b"x" * 64 * 1024
LONG = CHUNK * 512
"""So much at once that it takes a while to read."""
UNREAD_S = 0.5
SLOWLY_S = 0.01


async def without_end(scope: Any, receive: Any, send: Any) -> None:
    """An answer that goes on for as long as somebody is there."""
    await send({"type": "http.response.start", "status": 200, "headers": []})

    async def leave() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    gone = asyncio.create_task(leave())
    while not gone.done():
        await send({"type": "http.response.body", "body": LONG, "more_body": True})
        await asyncio.sleep(0)


@asynccontextmanager
async def line(server_state: ServerState) -> AsyncIterator[asyncio.StreamReader]:
    """A line to a server, on which an answer was asked for."""
    config = uvicorn.Config(without_end, lifespan="off", log_config=None)
    config.load()
    made = partial(BoundedHttp, {}, config=config, server_state=server_state, app_state={})
    listening = socket.create_server(("127.0.0.1", 0))
    # Little waits in the kernel, so that what is read shows at once in what waits here.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, len(CHUNK))
    server = await asyncio.get_running_loop().create_server(made, sock=listening)
    async with server:
        host, port = server.sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(host, port, limit=len(CHUNK))
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in await reader.readline()
        try:
            yield reader
        finally:
            writer.transport.abort()
            await asyncio.gather(*server_state.tasks, return_exceptions=True)


async def test_who_reads_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_head, "UNREAD_S_MAX", UNREAD_S)
    state = ServerState()
    async with line(state), asyncio.timeout(30):
        assert state.connections
        while state.connections:
            await asyncio.sleep(SLOWLY_S)


async def test_who_reads_slowly_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_head, "UNREAD_S_MAX", UNREAD_S)
    state = ServerState()
    looks, look = [], BoundedHttp._look

    def looking(line: BoundedHttp, waited: int) -> None:
        looks.append(waited)
        look(line, waited)

    monkeypatch.setattr(BoundedHttp, "_look", looking)
    async with line(state) as reader, asyncio.timeout(30):
        while len(looks) < 3:
            await reader.readexactly(len(CHUNK))
            await asyncio.sleep(SLOWLY_S)
        assert state.connections
