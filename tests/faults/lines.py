"""Sockets that hold every frame to account: nothing missing, nothing twice, nothing out of order."""

import asyncio
import json
import time
from collections.abc import Sequence

from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from clients.live import Topic

PATIENCE_S = 60


class Line:
    """One socket that follows one topic. What is wrong is kept as it was found."""

    def __init__(self, url: str, token: str, topic: str, *, losing: int = 0) -> None:
        self.topic = Topic(topic)
        self.frames = 0
        self.told_at = 0.0
        """When the newest frame came."""
        self._moved = asyncio.Event()
        self.wrong: list[str] = []
        self._url = url
        self._token = token
        self._losing = losing
        """The control: this frame is dropped on its way, as a bad network would."""

    async def follow(self) -> None:
        """Until cancelled. A line that is cut is wrong too: nobody stopped a node."""
        address = f"{self._url.replace('http', 'ws')}/v1/live"
        async with connect(address, subprotocols=[Subprotocol("klynge.v1.json")], compression=None) as socket:
            await socket.send(json.dumps({"op": "hello", "client": {"name": "line"}, "token": self._token}))
            await socket.send(json.dumps({"op": "sub", "id": 1, "topic": self.topic.name}))
            async for text in socket:
                self._take(json.loads(text))
        self.wrong.append("the socket was closed")

    async def until(self, position: int) -> None:
        """Wait until the topic is told up to a position."""
        async with asyncio.timeout(PATIENCE_S):
            while self.topic.position < position and not self.wrong:
                self._moved.clear()
                await self._moved.wait()

    def _take(self, message: dict[str, object]) -> None:
        self.told_at = time.perf_counter()
        self._moved.set()
        if message["op"] == "rows":
            self.frames += 1
            if self.frames == self._losing:
                return
            if isinstance(message["pos"], int) and message["pos"] <= self.topic.position:
                self.wrong.append(f"told again: {message['pos']}")
        elif message["op"] == "reset":
            self.wrong.append(f"reset: {message['reason']}")
        try:
            self.topic.apply(message)
        except LookupError as missed:
            self.wrong.append(f"missed: {missed}")


def found_wrong(lines: Sequence[Line]) -> list[str]:
    """Everything that was wrong at any of them."""
    return [f"{line.topic.name}: {each}" for line in lines for each in line.wrong]
