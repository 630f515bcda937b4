"""The Python client for sockets: follow a topic's rows, across lost lines and restarts, losing and doubling nothing."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

SUBPROTOCOL = "klynge.v1.json"
RETRY_MIN_S = 0.5
RETRY_MAX_S = 30.0
NO_RETURN = range(4000, 4100)
"""Close codes after which coming back is pointless."""


class Ended(Exception):
    """The service does not want this connection back: signed out, no right, or an older protocol."""


@dataclass
class Topic:
    """A topic's rows as of a position, kept by the frames of the socket."""

    name: str
    rows: dict[str, Any] = field(default_factory=dict)
    position: int = -1
    cursor: str | None = None
    _parts: dict[str, Any] = field(default_factory=dict)

    def apply(self, message: dict[str, Any]) -> bool:
        """Take in a message; whether the rows changed. Raises LookupError when something was missed."""
        match message["op"]:
            case "snap":
                self._parts |= message["rows"]
                if message["last"]:
                    self.rows, self._parts = self._parts, {}
                    self.position, self.cursor = message["pos"], message["cursor"]
                return bool(message["last"])
            case "rows":
                return self._change(message)
            case "sync":
                self.position, self.cursor = max(self.position, message["pos"]), message["cursor"]
            case "reset":
                self.rows, self.position, self.cursor = {}, -1, None
        return False

    def _change(self, message: dict[str, Any]) -> bool:
        if message["pos"] <= self.position:
            return False
        if message["prev"] > self.position:
            raise LookupError(f"{self.name}: have {self.position}, next is after {message['prev']}")
        self._parts |= message["set"]
        if not message.get("last", True):
            return False
        for key, row in self._parts.items():
            if row is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = row
        self._parts = {}
        self.position, self.cursor = message["pos"], message["cursor"]
        return True


async def follow(url: str, token: str, name: str) -> AsyncIterator[tuple[Topic, dict[str, Any]]]:
    """A topic and each message that changed it, for ever. Raises `Ended`."""
    topic, tries = Topic(name), 0
    while True:
        try:
            async with connect(_socket_address(url), subprotocols=[SUBPROTOCOL], compression=None) as socket:  # type: ignore[list-item]
                await socket.send(json.dumps({"op": "hello", "client": {"name": "klynge-py"}, "token": token}))
                await socket.send(json.dumps({"op": "sub", "id": 1, "topic": name, "since": topic.cursor}))
                async for text in socket:
                    message = json.loads(text)
                    if message["op"] == "error":
                        raise Ended(message["problem"]["detail_en"])
                    tries = 0
                    if message.get("topic") == name and topic.apply(message):
                        yield topic, message
        except ConnectionClosed as closed:
            if closed.rcvd is not None and closed.rcvd.code in NO_RETURN:
                raise Ended(f"closed with {closed.rcvd.code}") from closed
        except (LookupError, OSError, InvalidHandshake, EOFError):
            pass
        await asyncio.sleep(random.uniform(0, min(RETRY_MAX_S, RETRY_MIN_S * 2**tries)))
        tries += 1


def _socket_address(url: str) -> str:
    return f"{url.rstrip('/').replace('http', 'ws', 1)}/v1/live"
