"""A crowd of sockets against a server under measurement: they join, read, and count what reaches them."""

import asyncio
import base64
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

HANDSHAKE = (
    "GET /v1/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
)
JOINED_AT_ONCE = 50
HANDSHAKE_KEY = base64.b64encode(bytes(16)).decode()


class Server:
    """A child process running a program that serves."""

    def __init__(self, which: str, program: str, port: int | None = None) -> None:
        self.port = free_port() if port is None else port
        self._process = subprocess.Popen(
            [sys.executable, "-m", program, which, str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.token = self._line()

    def ask(self, line: str) -> float:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return float(self._line())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the server under measurement stopped")
        return line.strip()


@contextmanager
def server(which: str, program: str = "benchmarks.served") -> Iterator[Server]:
    """`ours`, `fastapi`, or `fastapi-deflate`."""
    running = Server(which, program)
    try:
        yield running
    finally:
        running.close()


class Member(asyncio.Protocol):
    """One of the crowd. Counts bytes only, so that the crowd costs little."""

    def __init__(self, port: int, hellos: tuple[bytes, ...]) -> None:
        self._port = port
        self._hellos = hellos
        self.received = 0
        self.joined: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(HANDSHAKE.format(port=self._port, key=key).encode())

    def data_received(self, data: bytes) -> None:
        if self.received == 0:
            for hello in self._hellos:
                self.transport.write(hello)
        self.received += len(data)
        if not self.joined.done() and (not self._hellos or b'"op":"sync"' in data):
            self.joined.set_result(None)


async def join(port: int, count: int, messages: tuple[dict[str, object], ...]) -> list[Member]:
    """So many sockets, joined one lot after the other; each sends the messages once it is through."""
    loop = asyncio.get_running_loop()
    hellos = tuple(masked(msgspec.json.encode(message)) for message in messages)
    members: list[Member] = []
    for start in range(0, count, JOINED_AT_ONCE):
        lot = [
            loop.create_connection(lambda: Member(port, hellos), "127.0.0.1", port)
            for _ in range(min(JOINED_AT_ONCE, count - start))
        ]
        members += [member for _, member in await asyncio.gather(*lot)]
        async with asyncio.timeout(30):
            await asyncio.gather(*(member.joined for member in members))
    return members


async def leave(members: list[Member]) -> None:
    for member in members:
        member.transport.abort()
    await asyncio.sleep(0)


def masked(payload: bytes) -> bytes:
    """A whole text frame as clients send it (RFC 6455 §5.3), under a mask of zeros."""
    length = len(payload)
    head = bytes([0x81, 0x80 | length]) if length < 126 else bytes([0x81, 0xFE]) + length.to_bytes(2, "big")
    return head + bytes(4) + payload


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
