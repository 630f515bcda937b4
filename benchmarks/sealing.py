"""What it costs that heads are signed: CPU of a service that answers ten thousand commands over HTTP, its checkpointer included,
beside the same service without one.
"""

import asyncio
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import uvloop
from msgspec import Struct

from benchmarks.commands import SECRETARY, STREAMS, furnish
from benchmarks.figure import Figure
from domain import initiative
from domain.awaited import Stage
from domain.claims import DateNotStated
from domain.log import Clock
from eventstore.desk import Desk
from klynge.init import init
from klynge.issuing import mint
from klynge.settings import Settings, read_settings

COMMANDS = 10_000
"""To each service, in one pair."""
BLOCK = 400
CLIENTS = 16
PATIENCE_S = 60
LOOK_S = 0.05
TOKEN_S = 3_600
BODY = msgspec.json.encode(initiative.ExpectEvaluation(stage=Stage.FINAL, expected=DateNotStated()))
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"CPU of {COMMANDS:,} commands through HTTP, with the checkpointer",
            unit="",
            must=1.10,
            aim=1.03,
            lower_is_better=True,
            pair=pair,
        ),
        "without one",
    )


def pair(commands: int = COMMANDS) -> tuple[float, float]:
    """Seconds of CPU that each service took, its child included: block by block in turn, so that what else the machine does falls
    on both.
    """
    with Serving.on("child") as ours, Serving.on("apart") as peer, ThreadPoolExecutor(CLIENTS) as clients:
        until(lambda: sealed(ours.settings) > 0)
        before = ours.cpu_s(), peer.cpu_s()
        for block in range(commands // BLOCK):
            for service in (ours, peer) if block % 2 else (peer, ours):
                service.give(BLOCK, clients)
        head = _head(ours.settings)
        until(lambda: sealed(ours.settings) >= head)
        return ours.cpu_s() - before[0], peer.cpu_s() - before[1]


class Serving(Struct, frozen=True):
    """`klynge serve` on a log of its own."""

    settings: Settings
    pid: int
    token: str

    @classmethod
    @contextmanager
    def on(cls, checkpointer: str) -> Iterator["Serving"]:
        """One that is ready, with its checkpointer as a child or without."""
        with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
            environment = {
                "KLYNGE_ENV": "dev",
                "KLYNGE_STORE": f"sqlite:///{folder}/log.db",
                "KLYNGE_BIND": f"127.0.0.1:{_free_port()}",
                "KLYNGE_CHECKPOINTER": checkpointer,
            }
            settings = read_settings(environment)
            uvloop.run(_prepared(settings))
            program = [sys.executable, "-m", "klynge", "serve"]
            process = subprocess.Popen(program, env=_env(environment), stdout=subprocess.DEVNULL)
            try:
                until(lambda: _ready(settings.url))
                yield cls(settings, process.pid, mint(settings, SECRETARY, TOKEN_S))
            finally:
                process.terminate()
                process.wait(PATIENCE_S)

    def give(self, commands: int, clients: ThreadPoolExecutor) -> None:
        """So many commands, from all clients at once."""
        share = commands // CLIENTS
        for done in [clients.submit(_give, self.settings.url, self.token, share, at) for at in range(CLIENTS)]:
            done.result()

    def cpu_s(self) -> float:
        """Seconds so far, of the process and its children, dead or alive."""
        told = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(map(_own_cpu, (self.pid, *map(int, told))))


async def _prepared(settings: Settings) -> None:
    await init(settings, "bench", Clock.REAL)
    kept_log = settings.store.open_log()
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    await furnish(desk)
    await asyncio.to_thread(desk.close)
    await asyncio.to_thread(kept_log.close)


def _give(url: str, token: str, count: int, at: int) -> None:
    """Commands one after the other on a connection. Each is answered, or this raises."""
    line = http.client.HTTPConnection(urlsplit(url).netloc)
    for index in range(count):
        headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid.uuid4()),
        }
        line.request("POST", f"/v1/bench/initiative/i{(at + index) % STREAMS}/expect-evaluation", BODY, headers)
        answer = line.getresponse()
        said = answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(said.decode())
    line.close()


def until(what: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + PATIENCE_S
    while not what():
        if time.monotonic() > give_up_at:
            raise TimeoutError
        time.sleep(LOOK_S)


def _ready(url: str) -> bool:
    line = http.client.HTTPConnection(urlsplit(url).netloc)
    try:
        line.request("GET", "/health/ready")
        return line.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        line.close()


def sealed(settings: Settings) -> int:
    proofs = settings.store.open_proofs()
    try:
        newest = proofs.newest()
        return 0 if newest is None else newest.size
    finally:
        proofs.close()


def _head(settings: Settings) -> int:
    snapshots = settings.store.open_snapshots()
    with snapshots.take() as snapshot:
        return snapshot.head


def _own_cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS_PER_S


def _env(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("KLYNGE_")} | dict(environment)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
