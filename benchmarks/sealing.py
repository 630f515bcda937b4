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
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import uvloop

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
CLIENTS = 16
PATIENCE_S = 60
LOOK_S = 0.05
BODY = msgspec.json.encode(initiative.ExpectEvaluation(stage=Stage.FINAL, expected=DateNotStated()))
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"CPU of {COMMANDS} commands through HTTP, with the checkpointer",
            unit="×",
            must=1.10,
            aim=1.03,
            lower_is_better=True,
            pair=lambda: (cpu_s("child"), cpu_s("apart")),
        ),
        "without one",
    )


def cpu_s(checkpointer: str, count: int = COMMANDS) -> float:
    """Seconds of CPU that the service and its child took."""
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        environment = {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": f"sqlite:///{folder}/log.db",
            "KLYNGE_BIND": f"127.0.0.1:{_free_port()}",
            "KLYNGE_CHECKPOINTER": checkpointer,
        }
        settings = read_settings(environment)
        uvloop.run(_prepared(settings))
        serving = subprocess.Popen([sys.executable, "-m", "klynge", "serve"], env=_env(environment))
        try:
            return _measured(settings, serving.pid, count, signs=checkpointer == "child")
        finally:
            serving.terminate()
            serving.wait(PATIENCE_S)


def _measured(settings: Settings, pid: int, count: int, signs: bool) -> float:
    token = mint(settings, SECRETARY, 3600)
    until(lambda: _ready(settings.url))
    if signs:
        until(lambda: sealed(settings) > 0)
    before = _cpu(pid)
    with ThreadPoolExecutor(CLIENTS) as clients:
        for done in [clients.submit(_give, settings.url, token, count // CLIENTS, at) for at in range(CLIENTS)]:
            done.result()
    if signs:
        head = _head(settings)
        until(lambda: sealed(settings) >= head)
    return _cpu(pid) - before


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


def _cpu(pid: int) -> float:
    """Of a process and its children, dead or alive."""
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(map(_own_cpu, (pid, *map(int, told))))


def _own_cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS_PER_S


def _env(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("KLYNGE_")} | dict(environment)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
