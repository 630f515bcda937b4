"""Attending: who is at which process for which meeting, told through Redis; ids only.

Each process keeps one hash per meeting, under a lease.
What changes is published, and whatever was missed is read from the hashes. Redis may vanish and come back: when nothing was
heard for as long as a lease lasts, everybody goes on with their own people alone, and has all of them again afterwards.
"""

import asyncio
import secrets
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any, Protocol

import msgspec
from msgspec import Struct
from redis.asyncio import Redis

from eventstore.doorbell import PING_S, RETRY_S, TIMEOUT_S
from eventstore.report import report

LEASE_S = 20
"""The people of a process that renews nothing are gone so soon."""
RENEW_S = 5
"""Between two renewals, and between two readings of what the others wrote."""
COUNT = ""
"""The field of a hash that says how many changes were written to it; every other one is a person."""


class Attends(Struct, frozen=True, gc=False, omit_defaults=True):
    """One person at one process. Of two statements the later one holds, wherever it was made."""

    connections: int
    """0: the line was lost just now, and may be back in a moment."""
    stated_at: int = 0
    """When they said something of themselves, milliseconds since 1970; 0: never."""
    hand: int | None = None
    """When their hand went up."""


class Rooms(Protocol):
    """The meetings that are followed at this process."""

    def topics(self) -> Collection[str]: ...

    def here(self, topic: str) -> Mapping[str, Attends]:
        """The people at this process."""
        ...

    def heard(self, topic: str, node: str, people: Mapping[str, Attends | None]) -> None:
        """Some came, went (None) or said something at another process."""
        ...

    def read(self, topic: str, nodes: Mapping[str, Mapping[str, Attends]]) -> None:
        """Everyone at the other processes."""
        ...


class Told(Struct, frozen=True):
    """What one process tells the others."""

    node: str
    topic: str
    count: int
    people: dict[str, Attends | None]


class Attending:
    """One per process and log. Lives on one event loop."""

    def __init__(self, address: str, epoch: str, lease_s: float = LEASE_S, renew_s: float = RENEW_S) -> None:
        self._redis = Redis.from_url(
            address,
            socket_timeout=TIMEOUT_S,
            socket_connect_timeout=TIMEOUT_S,
            socket_keepalive=True,
            health_check_interval=PING_S,
        )
        self._channel = f"klynge/{epoch}/attending"
        self._node = secrets.token_hex(8)
        self._lease_s = lease_s
        self._renew_s = renew_s
        self._waiting: dict[str, set[str]] = {}
        """topic -> people of whom something is not told yet."""
        self._counts: dict[str, int] = {}
        """topic -> how many changes of it this process has told, from a number on that never falls."""
        self._known: dict[tuple[str, str], int] = {}
        """(topic, node) -> how many changes of it were heard."""
        self._writing = asyncio.Lock()
        """An older state must not be written over a newer one."""
        self._stirred = asyncio.Event()
        self._look = asyncio.Event()
        self._read_at = time.monotonic()
        self._failed: str | None = None

    def tell(self, topic: str, person: str) -> None:
        """Somebody came, went or said something here. Does not wait; of many states the last is told."""
        if topic not in self._counts:
            self._look.set()  # followed from now on: who is there at other processes?
        self._waiting.setdefault(topic, set()).add(person)
        self._stirred.set()

    async def run(self, rooms: Rooms) -> None:
        """Tell, hear and keep the lease until cancelled. What was kept ends with the lease: most people go on elsewhere."""
        try:
            await asyncio.gather(self._tell(rooms), self._listen(rooms), self._keep(rooms))
        finally:
            await self._redis.aclose()

    # --- telling ---

    async def _tell(self, rooms: Rooms) -> None:
        while not _is_over():
            await self._stirred.wait()
            self._stirred.clear()
            told, self._waiting = self._waiting, {}
            try:
                for topic, people in told.items():
                    await self._write(topic, people, rooms)
            except Exception as error:
                # Whatever it is, it may cost nothing but who is seen: all of it is written when the lease is renewed.
                self._note(error)
                self._counts.clear()
                await asyncio.sleep(RETRY_S)

    async def _write(self, topic: str, people: Collection[str], rooms: Rooms) -> None:
        """Some changes into the hash, and to whoever listens; all of it where the server has lost what it had."""
        async with self._writing:
            if not await self._written(topic, people, rooms):
                del self._counts[topic]
                await self._written(topic, people, rooms)
            if not rooms.here(topic):
                self._counts.pop(topic, None)

    async def _written(self, topic: str, people: Collection[str], rooms: Rooms) -> bool:
        """Whether the hash is whole now."""
        here, key = rooms.here(topic), self._key(topic)
        whole = topic not in self._counts
        count = self._counts[topic] = self._counts.get(topic, time.time_ns() // 1_000_000) + 1
        kept = here if whole else {each: here[each] for each in people if each in here}
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.exists(key)
            if whole or not here:
                pipe.delete(key)
            elif gone := [person for person in people if person not in here]:
                pipe.hdel(key, *gone)
            if here:
                fields: dict[str, Any] = {person: msgspec.json.encode(it) for person, it in kept.items()}
                pipe.hset(key, mapping={COUNT: count} | fields)
                self._lease(pipe, topic)
            else:
                pipe.srem(self._set(topic), self._node)
            told = Told(self._node, topic, count, {person: here.get(person) for person in people})
            pipe.publish(self._channel, msgspec.json.encode(told))
            existed, *_ = await pipe.execute()
        return whole or not here or bool(existed)

    def _lease(self, pipe: Any, topic: str) -> None:
        pipe.pexpire(self._key(topic), int(self._lease_s * 1000))
        pipe.sadd(self._set(topic), self._node)
        pipe.pexpire(self._set(topic), int(self._lease_s * 1000))

    # --- hearing ---

    async def _listen(self, rooms: Rooms) -> None:
        while not _is_over():
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as others:
                    await others.subscribe(self._channel)
                    self._look.set()  # what was told before is missing
                    while not _is_over():
                        message = await others.get_message(timeout=TIMEOUT_S)
                        if message is not None:
                            self._hear(rooms, message["data"])
            except Exception as error:
                self._note(error)
                await asyncio.sleep(RETRY_S)

    def _hear(self, rooms: Rooms, data: bytes) -> None:
        try:
            told = msgspec.json.decode(data, type=Told)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return  # somebody else's, or another release's: what it keeps is read
        if told.node == self._node or told.topic not in rooms.topics():
            return
        place = (told.topic, told.node)
        if self._known.get(place) != told.count - 1:
            self._look.set()
        self._known[place] = told.count
        rooms.heard(told.topic, told.node, told.people)

    # --- the lease, and what others wrote ---

    async def _keep(self, rooms: Rooms) -> None:
        while not _is_over():
            self._look.clear()
            try:
                topics = tuple(rooms.topics())
                for topic in topics:
                    await self._renew(rooms, topic)
                    await self._read(rooms, topic)
                self._known = {place: count for place, count in self._known.items() if place[0] in topics}
                self._read_at = time.monotonic()
                self._failed = None
            except Exception as error:
                self._note(error)
                if time.monotonic() - self._read_at > self._lease_s:
                    self._forget(rooms)
                await asyncio.sleep(RETRY_S)
                continue
            if _is_over():
                return
            # Not `wait_for`, which may lose a cancellation where something is to be looked at in the same moment.
            with suppress(TimeoutError):
                async with asyncio.timeout(self._renew_s):
                    await self._look.wait()

    async def _renew(self, rooms: Rooms, topic: str) -> None:
        """Prolong the lease; whatever the server has lost is written again."""
        if topic in self._counts:
            async with self._redis.pipeline(transaction=True) as pipe:
                self._lease(pipe, topic)
                prolonged, *_ = await pipe.execute()
            if prolonged:
                return
            self._counts.pop(topic, None)
        if here := rooms.here(topic):
            await self._write(topic, tuple(here), rooms)

    async def _read(self, rooms: Rooms, topic: str) -> None:
        nodes = {str(each, "ascii") for each in await self._redis.smembers(self._set(topic)) if isinstance(each, bytes)}
        others = sorted(nodes - {self._node})
        async with self._redis.pipeline(transaction=False) as pipe:
            for node in others:
                pipe.hgetall(self._key(topic, node))
            hashes: list[dict[bytes, bytes]] = await pipe.execute()
        found: dict[str, dict[str, Attends]] = {}
        for node, fields in zip(others, hashes, strict=True):
            count = int(fields.pop(COUNT.encode(), b"0"))
            if not count:
                await self._redis.srem(self._set(topic), node)  # its lease ran out
                self._known.pop((topic, node), None)
                continue
            if count < self._known.get((topic, node), 0):
                self._look.set()  # something newer was heard meanwhile: it is read again
                return
            self._known[topic, node] = count
            found[node] = {person.decode(): msgspec.json.decode(it, type=Attends) for person, it in fields.items()}
        rooms.read(topic, found)

    def _forget(self, rooms: Rooms) -> None:
        """Nobody can tell any more who is elsewhere."""
        self._known.clear()
        for topic in tuple(rooms.topics()):
            rooms.read(topic, {})

    def _set(self, topic: str) -> str:
        """Names the processes at which somebody is there for a meeting."""
        return f"{self._channel}/{topic}"

    def _key(self, topic: str, node: str | None = None) -> str:
        """The people at one of them."""
        return f"{self._set(topic)}/{node or self._node}"

    def _note(self, error: Exception) -> None:
        """Report a failure once, until it is well again."""
        if self._failed is None:
            report("attending.silent", error=repr(error))
        self._failed = repr(error)


def _is_over() -> bool:
    """Whether the task that asks was cancelled: the client of Redis loses that now and then where it connects anew."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
