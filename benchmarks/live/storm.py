"""A storm: everybody lost the line at once and comes back at once, each with a ticket of their own, from where they were.

Everybody has a session at a page. Each fetches a ticket, opens a socket by it and follows the meeting from their cursor; they are
back when they are told that they are caught up. While they were away something was said, and what was kept in memory of what they
were sent is gone, as it is after a restart.
"""

import asyncio
import gc
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

import uvloop
from msgspec import Struct

from benchmarks.crowd import HANDSHAKE_KEY, masked
from benchmarks.figure import Figure
from benchmarks.live.process import Process
from benchmarks.live.together import Together
from stories.lillebaelt_2024_04_09 import STORY

CLIENTS = 5_000
SAID_MEANWHILE = 10
BACK_S_MAX = 90
READS_MAX = 49.0
RETRY_S = 0.5
ARRIVING_AT_ONCE = 500
"""At the first coming, which is not measured."""

TICKET = (
    "POST /v1/tickets HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: klynge={session}\r\n"
    "Klynge-Request: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)
UPGRADE = (
    "GET /v1/live HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: klynge.v1.json, ticket.{ticket}\r\n\r\n"
)


class Storm(Struct, frozen=True):
    """How one went."""

    half_s: float
    all_s: float
    reads: float
    """Of log and rows."""
    cpu_s: float
    """Of the server."""
    resumed: int
    again: int
    """How often somebody was turned away and tried again."""


class Returning:
    """One who comes back: what they hold stays when the line is lost."""

    __slots__ = ("back", "back_at", "cursor", "host", "port", "resumed", "session", "transport", "tries")

    def __init__(self, port: int, session: str) -> None:
        self.host, self.port, self.session = f"127.0.0.1:{port}", port, session
        self.cursor = ""
        self.back: asyncio.Future[None]
        self.back_at = 0.0
        self.resumed = False
        self.tries = 0
        self.transport: asyncio.Transport

    async def come(self) -> None:
        """Until they are back: whoever is turned away tries again, as clients do."""
        loop = asyncio.get_running_loop()
        while True:
            got: asyncio.Future[str] = loop.create_future()
            self.back = loop.create_future()
            try:
                await loop.create_connection(partial(_Ticket, self, got), "127.0.0.1", self.port)
                ticket = await got
                await loop.create_connection(partial(_Line, self, ticket), "127.0.0.1", self.port)
                await self.back
                return
            except OSError:
                self.tries += 1
                await asyncio.sleep(random.uniform(0.5, 1) * RETRY_S)


class _Ticket(asyncio.Protocol):
    """Fetches a ticket, as a page does after a restart: over a line of its own."""

    def __init__(self, who: Returning, got: "asyncio.Future[str]") -> None:
        self._who = who
        self._got = got
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.write(TICKET.format(host=self._who.host, session=self._who.session).encode())  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self._read += data

    def connection_lost(self, exc: Exception | None) -> None:
        head, _, body = self._read.partition(b"\r\n\r\n")
        if head.startswith(b"HTTP/1.1 200"):
            self._got.set_result(json.loads(body)["ticket"])
        else:
            self._got.set_exception(ConnectionError(f"no ticket: {head!r}"))


class _Line(asyncio.Protocol):
    """A socket, from the handshake until it is told that it is caught up, and as long as it holds."""

    def __init__(self, who: Returning, ticket: str) -> None:
        self._who = who
        self._ticket = ticket
        self._greeted = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._who.transport = transport  # type: ignore[assignment]
        request = UPGRADE.format(host=self._who.host, key=HANDSHAKE_KEY, ticket=self._ticket)
        self._who.transport.write(request.encode())

    def data_received(self, data: bytes) -> None:
        who = self._who
        if not self._greeted:
            if not data.startswith(b"HTTP/1.1 101"):
                who.transport.close()
                return
            self._greeted = True
            since = {"since": who.cursor} if who.cursor else {}
            for message in ({"op": "hello"}, {"op": "sub", "id": 1, "topic": STORY.meeting} | since):
                who.transport.write(masked(json.dumps(message).encode()))
        if b'"mode":"resumed"' in data:
            who.resumed = True
        at = data.find(b'{"op":"sync"')
        if at >= 0 and not who.back.done():
            who.back_at = time.perf_counter()
            who.cursor = json.loads(data[at : data.index(b"}", at) + 1])["cursor"]
            who.back.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._who.back.done():
            self._who.back.set_exception(ConnectionError("no socket"))


async def storm(server: Process, clients: int) -> Storm:
    """Everybody comes, loses the line, and comes back at once."""
    everybody = [
        Returning(server.port, session) for session in await asyncio.to_thread(server.ask, f"sessions {clients}")
    ]
    for first in range(0, clients, ARRIVING_AT_ONCE):
        await asyncio.gather(*(each.come() for each in everybody[first : first + ARRIVING_AT_ONCE]))
    for each in everybody:
        each.transport.abort()
    while await asyncio.to_thread(server.ask, "connections"):
        await asyncio.sleep(0.01)
    await asyncio.to_thread(server.ask, f"commits {SAID_MEANWHILE} point")
    await asyncio.to_thread(server.ask, "forget")
    reads, cpu_s = server.ask("reads"), server.ask("spent")
    gc.freeze()
    begun = time.perf_counter()
    async with asyncio.timeout(BACK_S_MAX):
        await asyncio.gather(*(each.come() for each in everybody))
    took = sorted(each.back_at - begun for each in everybody)
    reads, cpu_s = server.ask("reads") - reads, server.ask("spent") - cpu_s
    for each in everybody:
        each.transport.abort()
    return Storm(
        half_s=statistics.median(took),
        all_s=took[-1],
        reads=reads,
        cpu_s=cpu_s,
        resumed=sum(each.resumed for each in everybody),
        again=sum(each.tries for each in everybody),
    )


def one(clients: int = CLIENTS) -> Storm:
    with Process("counted") as server:
        return uvloop.run(storm(server, clients))


def figures() -> Iterator[tuple[Figure, str]]:
    together = Together(one)

    def figure(
        what: str, unit: str, must: float, aim: float, of: Callable[[Storm], tuple[float, float]]
    ) -> tuple[Figure, str]:
        name = f"{CLIENTS:,} clients come back at once with their positions: {what}"
        taken = Figure(name=name, unit=unit, must=must, aim=aim, lower_is_better=True, pair=together.pair(of))
        return taken, f"nothing: {SAID_MEANWHILE} changes were missed, tickets included"

    yield figure("half of them", "s", 8.0, 5.0, lambda storm: (storm.half_s, 1.0))
    yield figure("all of them", "s", 15.0, 10.0, lambda storm: (storm.all_s, 1.0))
    yield figure("reads of log and rows", "reads", READS_MAX, READS_MAX, lambda storm: (storm.reads, 1.0))
