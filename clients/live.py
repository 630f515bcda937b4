"""The Python client for sockets: follow a topic's rows, across lost lines and restarts, losing and doubling nothing."""

import asyncio
import json
import random
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

SUBPROTOCOL = "klynge.v1.json"
RETRY_MIN_S = 0.5
RETRY_MAX_S = 30.0
NO_RETURN = range(4000, 4100)
"""Close codes after which coming back is pointless."""
AT_ONCE = range(4200, 4300)
"""Close codes after which the service expects us back now."""
NO_ENTRY = (401, 403)
ANSWER_S = 10
"""For `welcome`; after that the service says how often it is heard from."""
HEARTBEATS_MISSED = 2

Message = dict[str, Any]


class Ended(Exception):
    """The service does not want this connection back: signed out, no right, or an older protocol."""


@dataclass
class Topic:
    """A topic's rows as of a position, kept by the frames of the socket."""

    name: str
    rows: dict[str, Any] = field(default_factory=dict)
    position: int = -1
    cursor: str | None = None
    changed: dict[str, Any] = field(default_factory=dict)
    """What the last change set, all parts of it; None: the row is gone."""
    _parts: dict[str, Any] = field(default_factory=dict)

    def apply(self, message: Message) -> bool:
        """Take in a message; whether the rows changed. Raises LookupError when something was missed."""
        match message["op"]:
            case "snap":
                if not self._collected(message, message["rows"]):
                    return False
                self.rows, self._parts = self._parts, {}
                self.position, self.cursor = message["pos"], message["cursor"]
                return True
            case "rows":
                return self._change(message)
            case "sync":
                self.position, self.cursor = max(self.position, message["pos"]), message["cursor"]
            case "reset":
                self.rows, self._parts, self.position, self.cursor = {}, {}, -1, None
            case "hb":
                if self.position >= 0:
                    self._check_next(message["heads"].get(self.name, -1))
        return False

    def _change(self, message: Message) -> bool:
        if message["pos"] <= self.position:
            return False
        self._check_next(message["prev"])
        if not self._collected(message, message["set"]):
            return False
        for key, row in self._parts.items():
            if row is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = row
        self.changed, self._parts = self._parts, {}
        self.position, self.cursor = message["pos"], message["cursor"]
        return True

    def _collected(self, message: Message, rows: dict[str, Any]) -> bool:
        """Add a part to those before it; whether it is the last. What a lost line left of another message is dropped."""
        if message.get("part", 1) == 1:
            self._parts = {}
        self._parts |= rows
        return bool(message.get("last", True))

    def _check_next(self, before: int) -> None:
        if before > self.position:
            raise LookupError(f"{self.name}: have {self.position}, there is something at {before}")


async def follow(url: str, token: str | Callable[[], str], name: str) -> AsyncGenerator[tuple[Topic, Message], None]:
    """A topic and each message that changed it, whole, for ever. Raises `Ended`.

    A `token` that can be called is asked anew at each connection.
    """
    topic, tries = Topic(name), 0
    while True:
        wait_s = None
        try:
            async with (
                connect(_socket_address(url), subprotocols=[SUBPROTOCOL], compression=None) as socket,  # type: ignore[list-item]
                aclosing(_conversation(socket, token if isinstance(token, str) else token(), topic)) as messages,
            ):
                async for message in messages:
                    if message["op"] == "bye":
                        wait_s = _bye_s(message)
                    elif message["op"] == "hb":
                        tries = 0  # a connection that is closed right after `welcome` must back off
                    if topic.apply(message):
                        yield (
                            topic,
                            message | ({"set": topic.changed} if message["op"] == "rows" else {"rows": topic.rows}),
                        )
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd is not None else None
            if code in NO_RETURN:
                raise Ended(f"closed with {code}") from closed
            wait_s = 0.0 if code in AT_ONCE and tries == 0 else wait_s
        except InvalidStatus as refused:
            if refused.response.status_code in NO_ENTRY:
                raise Ended(f"answered with {refused.response.status_code}") from refused
        except (LookupError, OSError, InvalidHandshake, EOFError):
            pass  # TimeoutError is an OSError
        await asyncio.sleep(_back_off_s(tries) if wait_s is None else wait_s)
        tries += 1


async def _conversation(socket: ClientConnection, token: str, topic: Topic) -> AsyncGenerator[Message, None]:
    """Sign in, follow the topic from where it stands, and give every message that may concern it."""
    await socket.send(json.dumps({"op": "hello", "client": {"name": "klynge-py"}, "token": token}))
    await socket.send(json.dumps({"op": "sub", "id": 1, "topic": topic.name, "since": topic.cursor}))
    silence_s = float(ANSWER_S)
    while True:
        async with asyncio.timeout(silence_s):
            message = json.loads(await socket.recv())
        match message["op"]:
            case "welcome":
                silence_s = message["hb_ms"] / 1000 * HEARTBEATS_MISSED
            case "error":
                raise Ended(message["problem"]["detail_en"])
        if message.get("topic", topic.name) == topic.name:
            yield message


def _bye_s(message: Message) -> float:
    """When the service asks us back: spread, so that all do not come at once."""
    retry = message["retry"]
    return float(retry["after_ms"] + random.random() * retry["jitter_ms"]) / 1000


def _back_off_s(tries: int) -> float:
    """Anything below a ceiling that doubles."""
    return random.uniform(0, min(RETRY_MAX_S, RETRY_MIN_S * 2 ** min(tries, 10)))


def _socket_address(url: str) -> str:
    return f"{url.rstrip('/').replace('http', 'ws', 1)}/v1/live"
