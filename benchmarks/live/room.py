"""A room of sockets that wait for what happens: read with as little ado as the kernel allows, so that the server is measured."""

import json
import select
import socket
import time
from collections.abc import Iterable
from typing import Any

from benchmarks.crowd import HANDSHAKE_KEY, masked

UPGRADE = (
    "GET /v1/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: " + HANDSHAKE_KEY + "\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
MARK = '{"op":"rows"'
"""How a message about a change begins, here and at the peers."""
READ_BYTES = 256 * 1024
WAIT_S = 60
SYNC = b'{"op":"sync"'
PING = b"\x89\x00"
"""No text holds a zero."""
PONG = b"\x8a\x80" + bytes(4)
ROWS = MARK.encode()


class Room:
    """So many sockets at a port; each says `hellos` and is in once it is told that it is caught up."""

    def __init__(self, port: int, count: int, hellos: Iterable[dict[str, Any]] = ()) -> None:
        self._says = b"".join(masked(json.dumps(each).encode()) for each in hellos)
        self._poll = select.epoll()
        self._sockets: dict[int, socket.socket] = {}
        self._buffer = bytearray(READ_BYTES)
        self.count = count
        self.length = 0
        """Bytes of the last message."""
        for _ in range(count):
            self._add(self._joined(port))

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._sockets.values():
            each.close()
        self._poll.close()

    def freeze(self, port: int, read_bytes: int) -> socket.socket:
        """One more, that follows and then reads nothing any more. Little fits into what lies between."""
        return self._joined(port, read_bytes)

    def until_told(self) -> float:
        """When the last of all was told of a change."""
        missing = set(self._sockets)
        ends_at = time.monotonic() + WAIT_S
        while missing:
            for number, _ in self._poll.poll(WAIT_S):
                size = self._sockets[number].recv_into(self._buffer)
                if self._buffer.find(ROWS, 0, size) >= 0:
                    self.length = size
                    missing.discard(number)
            if time.monotonic() > ends_at:
                raise TimeoutError(f"{len(missing)} were not told")
        return time.perf_counter()

    def until_told_all(self, times: int) -> float:
        """As `until_told`, of many that come one upon the other: a message may be torn in two."""
        missing, rests = dict.fromkeys(self._sockets, times), dict.fromkeys(self._sockets, b"")
        ends_at = time.monotonic() + WAIT_S
        while missing:
            for number, _ in self._poll.poll(WAIT_S):
                read = self._sockets[number].recv(READ_BYTES)
                self.length = len(read)
                data = rests[number] + read
                rests[number] = data[1 - len(ROWS) :]
                missing[number] = missing.get(number, 0) - data.count(ROWS)
                if missing[number] <= 0:
                    del missing[number]
            if time.monotonic() > ends_at:
                raise TimeoutError(f"{len(missing)} were not told")
        return time.perf_counter()

    def read_until(self, ends_at: float) -> None:
        """Read whatever comes, and answer pings, until a moment of the monotonic clock."""
        while (left := ends_at - time.monotonic()) > 0:
            for number, _ in self._poll.poll(left):
                if PING in self._sockets[number].recv(READ_BYTES):
                    self._sockets[number].sendall(PONG)

    def change_one(self, port: int) -> None:
        """The one that was there longest leaves, and another comes."""
        number, oldest = next(iter(self._sockets.items()))
        self._poll.unregister(number)
        del self._sockets[number]
        oldest.close()
        self._add(self._joined(port))

    def _joined(self, port: int, read_bytes: int | None = None) -> socket.socket:
        one = socket.socket()
        if read_bytes is not None:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, read_bytes)
        one.settimeout(WAIT_S)
        one.connect(("127.0.0.1", port))
        one.sendall(UPGRADE.format(port=port).encode())
        read = one.recv(READ_BYTES)
        assert read.startswith(b"HTTP/1.1 101"), read
        if self._says:
            one.sendall(self._says)
            while SYNC not in read:
                read = read[-len(SYNC) :] + one.recv(READ_BYTES)
        one.setblocking(False)
        return one

    def _add(self, one: socket.socket) -> None:
        self._sockets[one.fileno()] = one
        self._poll.register(one, select.EPOLLIN)
