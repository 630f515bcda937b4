"""Ears: a socket for each of the cast, which follows whatever it is let follow and keeps every frame as it came."""

import asyncio
import json
from collections.abc import Iterable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.canary.house import Outdoors
from tests.canary.streams import Streamed

SUBPROTOCOL = Subprotocol("klynge.v1.json")
PACE_S = 0.06
"""Between two messages of one ear: a socket takes twenty a second."""
QUIET_S = 0.6
QUIET_ROUNDS = 20


class Ear:
    """One person's socket."""

    kind = "socket"

    def __init__(self, part: str, socket: ClientConnection) -> None:
        self.part = part
        self.frames: list[bytes] = []
        self.closed = False
        self._socket = socket
        self._asked = 0
        self._task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        with suppress(ConnectionClosed):
            while True:
                frame = await self._socket.recv()
                self.frames.append(frame.encode() if isinstance(frame, str) else frame)
        self.closed = True

    async def follow(self, *topics: str) -> None:
        for topic in topics:
            self._asked += 1
            await self._socket.send(json.dumps({"op": "sub", "id": self._asked, "topic": topic, "presence": True}))
            await asyncio.sleep(PACE_S)

    async def let_go(self, *topics: str) -> None:
        for topic in topics:
            self._asked += 1
            await self._socket.send(json.dumps({"op": "unsub", "id": self._asked, "topic": topic}))
            await asyncio.sleep(PACE_S)

    async def close(self) -> None:
        await self._socket.close()
        await self._task


async def ear(outdoors: Outdoors, part: str) -> Ear:
    """A socket that said hello with a person's token."""
    url = outdoors.url.replace("http", "ws", 1)
    socket = await connect(f"{url}/v1/live", subprotocols=[SUBPROTOCOL], compression=None, max_size=None)
    await socket.send(json.dumps({"op": "hello", "token": outdoors.tokens[part]}))
    return Ear(part, socket)


async def quiet(ears: Iterable[Ear | Streamed]) -> None:
    """Wait until nothing more comes."""
    heard = -1
    for _ in range(QUIET_ROUNDS):
        if heard == (heard := sum(len(each.frames) for each in ears)):
            return
        await asyncio.sleep(QUIET_S)
