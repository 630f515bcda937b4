"""Watchers: somebody who follows topics over one socket, comes back to whichever node whenever it is cut off, and keeps count."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from clients.live import Topic
from tests.storms.hearing import CHANGES, Hearing
from tests.storms.prints import changed, print_of
from tests.storms.standing import Standing

PATIENCE_S = 90
BACK_S = 0.3
"""At most so long until it comes back."""
FAILED, AWAY, FOR_GOOD = 1011, 1013, range(4000, 4100)
"""Close codes: of a defect; while the store is away; of those who are to stay away, which no kill explains."""

Message = dict[str, Any]


class Watcher:
    """One person's page. `distort` stands for a server or a network that does what it must not: the control."""

    def __init__(self, part: str, token: str, urls: Sequence[str], topics: Sequence[str], random: Random) -> None:
        self.part = part
        self.told: list[tuple[str, int, int]] = []
        """(topic, position, print of the rows then), in the order it was told"""
        self.wrong: list[str] = []
        self.held: dict[str, Topic] = {}
        self.hearing = Hearing()
        self.prints: dict[str, int] = {}
        self.highest: dict[str, int] = {}
        """topic -> the last position at which it was told what stands"""
        self.ops: Counter[str] = Counter()
        self.resumed: Counter[str] = Counter()
        """mode of `ok` -> how often, where it came with a cursor"""
        self.codes: Counter[int] = Counter()
        """How its sockets were closed; 0: cut off"""
        self.lines = 0
        """How many sockets it had."""
        self.refused: set[str] = set()
        """Topics that it asked for on this socket and may not see."""
        self._token, self._urls, self._topics, self._random = token, urls, topics, random
        self._asked: dict[int, str] = {}
        self._numbers = 0
        self._catching_up: set[str] = set()
        self._socket: ClientConnection | None = None
        self._moved = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # --- its line ---

    def start(self) -> None:
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def cut(self) -> bool:
        """The line breaks here and now, in the midst of whatever was under way. Whether there was one."""
        if self._socket is None:
            return False
        self._socket.transport.abort()
        return True

    async def ask(self, topic: str) -> None:
        """Ask for a topic, again if need be."""
        self.refused.discard(topic)
        if self._socket is not None:
            await self._sub(self._socket, topic)

    async def until_heard(self, position: int) -> None:
        """Wait until it was told of what happened up to a position."""
        async with asyncio.timeout(PATIENCE_S):
            while self.hearing.position < position:
                self._moved.clear()
                await self._moved.wait()

    async def until_settled(self, standing: Mapping[str, int | None], must_hear: frozenset[int]) -> list[str]:
        """Wait until every topic is held as it stands, or refused where it may not be seen, and every event is told; what is not so
        in the end."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while (found := self._unsettled(standing)) or must_hear - {at for at, _ in self.hearing.heard}:
                    if self._task is not None and self._task.done():
                        break
                    self._moved.clear()
                    for topic in found:
                        if topic not in self.held and standing[topic] is not None and topic in self.refused:
                            await self.ask(topic)  # it may see it now, and could not when it asked
                    await self._moved.wait()
        except TimeoutError:
            return [f"{self.part} does not hold {topic} as it stands" for topic in self._unsettled(standing)]
        return []

    def _unsettled(self, standing: Mapping[str, int | None]) -> list[str]:
        return [
            topic
            for topic in self._topics
            if (topic not in self.refused if standing[topic] is None else self.prints.get(topic) != standing[topic])
        ]

    async def _watch(self) -> None:
        while True:
            try:
                await self._converse(self._random.choice(self._urls))
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd is not None else 0
                self.codes[code] += 1
                if code in FOR_GOOD:
                    self.wrong.append(f"closed with {code}")
            except (OSError, InvalidHandshake, EOFError):
                pass  # the node is away, or just coming up
            finally:
                self._socket = None
            await asyncio.sleep(self._random.uniform(0, BACK_S))

    async def _converse(self, url: str) -> None:
        async with connect(
            f"{url.replace('http', 'ws', 1)}/v1/live",
            subprotocols=[Subprotocol("klynge.v1.json")],
            compression=None,
            max_size=None,
            ping_interval=None,
        ) as socket:
            self._socket = socket
            self.lines += 1
            self.refused.clear()
            self._asked.clear()
            await socket.send(_text({"op": "hello", "client": {"name": "watcher"}, "token": self._token}))
            for topic in (*self._topics, CHANGES):
                await self._sub(socket, topic)
            async for text in socket:
                for message in self.distort(msgspec.json.decode(text)):
                    self._take(message)
                self._moved.set()

    async def _sub(self, socket: ClientConnection, topic: str) -> None:
        self._numbers += 1
        self._catching_up.add(topic)
        self._asked[self._numbers] = topic
        since = self.held[topic].cursor if topic in self.held else self.hearing.cursor if topic == CHANGES else None
        await socket.send(_text({"op": "sub", "id": self._numbers, "topic": topic, "since": since}))

    def distort(self, message: Message) -> tuple[Message, ...]:
        """What comes through of a message."""
        return (message,)

    # --- what it is told ---

    def _take(self, message: Message) -> None:
        self.ops[message["op"]] += 1
        if message["op"] == "hb" or message.get("topic") == CHANGES:
            self.hearing.take(message)
        match message["op"]:
            case "ok" if "mode" in message:
                topic = self._asked[message["id"]]
                if topic in self.held:
                    self.resumed[message["mode"]] += 1
            case "error":
                self._no(message)
            case "snap" | "rows" | "sync" | "reset" | "access" if message["topic"] != CHANGES:
                self._apply(message)
            case "hb":
                for held in self.held.values():
                    self._check(held, message)

    def _no(self, message: Message) -> None:
        """404: it may not see the topic; 403: not any more."""
        problem = message["problem"]
        topic = problem["topic"] if problem["status"] == 403 else self._asked[message["id"]]
        if problem["status"] not in (403, 404):
            self.wrong.append(f"{topic}: {problem['code']}")
        self.refused.add(topic)
        self.held.pop(topic, None)
        self.prints.pop(topic, None)

    def _apply(self, message: Message) -> None:
        name = message["topic"]
        topic = self.held.setdefault(name, Topic(name))
        if message["op"] == "rows" and message["pos"] <= topic.position:
            self.wrong.append(f"{name}: told again of {message['pos']} at {topic.position}")
        before = dict(topic.rows)
        whole = self._check(topic, message)
        if message["op"] in ("reset", "access"):
            self.prints.pop(name, None)
        elif whole and message["op"] == "snap":
            self.prints[name] = print_of(topic.rows)
        elif whole:
            self.prints[name] = changed(self.prints[name], before, topic.changed)
        # A snapshot names the last change in it, which may be older than the right to see it; the `sync` after it names the moment.
        # What is caught up on is told by the rights of today, which may be others than those of then.
        if message["op"] == "sync":
            self._catching_up.discard(name)
        if name not in self._catching_up and (message["op"] == "sync" or (whole and message["op"] == "rows")):
            if topic.position < self.highest.get(name, -1):
                self.wrong.append(f"{name}: went back from {self.highest[name]} to {topic.position}")
            self.highest[name] = topic.position
            self.told.append((name, topic.position, self.prints[name]))

    def _check(self, topic: Topic, message: Message) -> bool:
        try:
            return topic.apply(message)
        except LookupError as missed:
            self.wrong.append(f"missed: {missed}")
            return False


def found_wrong(watchers: Sequence[Watcher], standing: Standing) -> list[str]:
    """Whatever anybody found wrong, and every moment at which somebody held what they might not see, or not all they might."""
    found = [f"{each.part}: {wrong}" for each in watchers for wrong in (*each.wrong, *each.hearing.wrong)]
    for each in watchers:
        found += standing.happened.wrong(each.part, each.hearing.heard)
        found += [
            f"{each.part}: {topic} at {position} is not what stood then"
            for topic, position, shown in each.told
            if not standing.is_right(topic, each.part, position, shown)
        ]
    return found


def _text(message: Message) -> str:
    return msgspec.json.encode(message).decode()
