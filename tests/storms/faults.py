"""What strikes during a storm. Each answers only when it did what it is for, and all is well again."""

import asyncio
import signal
import socket
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from random import Random

from tests.storms.houses import Storehouse
from tests.storms.watcher import Watcher
from tests.storms.writers import Writers

FROZEN_S = 1.0
LOCKED_S = 0.3
ANSWERS = 5
"""Given while something is away that nobody needs."""
LISTENING = 2
"""Connections of each node: for heads, and for who is there."""
BACK_S = 90
"""Nothing takes so long; on a machine that has much else to do it may take a while."""
ANYWHERE = ("sockets cut", "node killed", "redis killed", "redis emptied")
ON_POSTGRES = (*ANYWHERE, "store stopped", "store frozen")
ON_FILES = (*ANYWHERE, "store locked")


class Struck:
    """A house, who watches and writes, and what struck so far."""

    def __init__(self, house: Storehouse, watchers: Sequence[Watcher], writers: Writers, random: Random) -> None:
        self.house, self.watchers, self.writers, self.random = house, watchers, writers, random
        self.happened: Counter[str] = Counter()

    async def strike(self, fault: str) -> None:
        strikes: dict[str, Callable[[], Awaitable[None]]] = {
            "sockets cut": self.cut_sockets,
            "node killed": self.kill_node,
            "redis killed": self.kill_redis,
            "redis emptied": self.empty_redis,
            "store stopped": self.stop_store,
            "store frozen": self.freeze_store,
            "store locked": self.lock_store,
        }
        await strikes[fault]()
        self.happened[fault] += 1

    async def cut_sockets(self) -> None:
        """Half of them, in the midst of a frame if one is under way."""
        lines = sum(each.lines for each in self.watchers)
        cut = sum([each.cut() for each in self.random.sample(list(self.watchers), len(self.watchers) // 2)])
        assert cut, "nobody was there"
        await self._until(lambda: sum(each.lines for each in self.watchers) > lines)

    async def kill_node(self) -> None:
        node = self.random.choice(self.house.nodes)
        node.kill()
        with suppress(OSError), socket.create_connection(("127.0.0.1", node.port), 1):
            raise AssertionError("it answers still")
        await self.writers.until(ANSWERS)
        node.launch()
        await node.until_ready(BACK_S)

    async def kill_redis(self) -> None:
        redis = self.house.redis
        redis.kill()
        with suppress(OSError), socket.create_connection(("127.0.0.1", redis.port), 1):
            raise AssertionError("it answers still")
        await self.writers.until(ANSWERS)
        redis.start()

    async def empty_redis(self) -> None:
        """And everybody who listens is cut off, and listens again."""
        redis, everybody = self.house.redis, LISTENING * len(self.house.nodes)
        await self._until(lambda: redis.listeners() >= everybody)
        assert redis.flush() >= everybody, "it cut nobody off"
        await self._until(lambda: redis.listeners() >= everybody)

    async def stop_store(self) -> None:
        """At once, as a power cut would: it recovers from its write-ahead log."""
        server, unavailable = self.house.server, self.writers.unavailable
        assert server is not None
        await asyncio.to_thread(server.stop, signal.SIGQUIT)
        await self._until(lambda: self.writers.unavailable > unavailable)
        await asyncio.to_thread(server.start)
        await self._ready()

    async def freeze_store(self) -> None:
        """Its connections stay open, and nobody is answered."""
        server, answered = self.house.server, self.writers.answered.total()
        assert server is not None
        server.freeze()
        await asyncio.sleep(FROZEN_S)
        assert self.writers.answered.total() <= answered + 2, "it answers still"
        server.thaw()
        await self._ready()

    async def lock_store(self) -> None:
        """Somebody else holds the files."""
        with self.house.locked():
            answered = self.writers.answered.total()
            await asyncio.sleep(LOCKED_S)
            assert self.writers.answered.total() <= answered + 2, "it answers still"

    async def _ready(self) -> None:
        for node in self.house.nodes:
            await node.until_ready(BACK_S)
        await self.writers.until(1)

    async def _until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(BACK_S):
            while not holds():
                await asyncio.sleep(0.01)
