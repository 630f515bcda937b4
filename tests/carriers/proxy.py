"""A proxy as they stand in hospitals and town halls: it refuses sockets, holds back what is not whole, or cuts what lasts."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from enum import Enum, auto

from tests.ports import free_port

HEAD_END = b"\r\n\r\n"
READ_BYTES = 64 * 1024
LOST_MAX = 2
"""Not the last change: that one is told of by the next heartbeat, which is 15 s away."""
FRAME = re.compile(rb'data: \{"op":"(rows|sync)"[^\n]*')
REFUSED = (
    b"HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 9\r\nConnection: close\r\n\r\nForbidden"
)


class Fault(Enum):
    NONE = auto()
    REFUSES_SOCKETS = auto()
    """Whoever wants to upgrade is told no, in the proxy's own words."""
    HOLDS_BACK = auto()
    """An answer is passed on when it is whole: nothing of a socket or a stream ever is."""
    LOSES = auto()
    """Refuses sockets, and loses some changes on the way: of those that come by themselves, since what a line begins with is
    followed by a `sync`, which says that all of it was told.
    """
    CUTS = auto()
    """No connection outlives `cut_s`."""


class Proxy:
    """In front of one service. What it did is counted, so that a test knows that it did."""

    def __init__(self, upstream_port: int, fault: Fault, cut_s: float) -> None:
        self.fault = fault
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.asked: list[str] = []
        """The way of each request: `socket`, `stream`, `poll`, or another's path."""
        self.refused = 0
        self.held_bytes = 0
        self.cut = 0
        self.lost = 0
        self._changes = 0
        self._upstream_port = upstream_port
        self._cut_s = cut_s

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            head = await reader.readuntil(HEAD_END)
            self.asked.append(_way(head))
            if self.fault in (Fault.REFUSES_SOCKETS, Fault.LOSES) and self.asked[-1] == "socket":
                self.refused += 1
                writer.write(REFUSED)
                await writer.drain()
            elif self.fault is Fault.CUTS:
                try:
                    async with asyncio.timeout(self._cut_s):
                        await self._pass(head, reader, writer)
                except TimeoutError:
                    self.cut += 1
            else:
                await self._pass(head, reader, writer)
        writer.transport.abort() if self.fault is Fault.CUTS else writer.close()

    async def _pass(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_there, to_there = await asyncio.open_connection("127.0.0.1", self._upstream_port)
        both = set[asyncio.Task[None]]()
        try:
            to_there.write(head if self.asked[-1] == "socket" else _once(head))
            both = {asyncio.create_task(_copy(reader, to_there)), asyncio.create_task(self._answer(from_there, writer))}
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in both:
                task.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            to_there.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(HEAD_END)
        endless = b"101 " in head.split(b"\r\n")[0] or b"text/event-stream" in head
        if self.fault is Fault.HOLDS_BACK and endless:
            while piece := await reader.read(READ_BYTES):
                self.held_bytes += len(piece)
        else:
            writer.write(head)
            await _copy(reader, writer, self._losing() if self.fault is Fault.LOSES else bytes)

    def _losing(self) -> Callable[[bytes], bytes]:
        """Of one answer: a change that is lost becomes a comment of its length, so that all else stays as it was."""
        is_synced = False

        def passed(frame: re.Match[bytes]) -> bytes:
            nonlocal is_synced
            if frame[1] == b"sync":
                is_synced = True
            elif is_synced and self._loses_one():
                return b":" * len(frame[0])
            return frame[0]

        return lambda piece: FRAME.sub(passed, piece)

    def _loses_one(self) -> bool:
        self._changes += 1
        loses = self._changes % 3 == 0 and self.lost < LOST_MAX
        self.lost += loses
        return loses


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passed: Callable[[bytes], bytes] = bytes
) -> None:
    while piece := await reader.read(READ_BYTES):
        writer.write(passed(piece))
        await writer.drain()


def _way(head: bytes) -> str:
    path = head.split(b" ")[1].decode().split("?")[0]
    lines = head.lower()
    if b"\r\nupgrade: websocket" in lines:
        return "socket"
    if path in ("/v1/live/frames", "/v1/changes", "/v1/changes/stream"):
        return "stream" if b"\r\naccept: text/event-stream" in lines else "poll"
    return path


def _once(head: bytes) -> bytes:
    """One question per connection, so that each answer ends with its connection."""
    kept = [line for line in head.removesuffix(HEAD_END).split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*kept, b"Connection: close"]) + HEAD_END


@asynccontextmanager
async def proxied(upstream_port: int, fault: Fault, cut_s: float = 0) -> AsyncIterator[Proxy]:
    proxy = Proxy(upstream_port, fault, cut_s)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", proxy.port)
    try:
        yield proxy
    finally:
        server.close()
