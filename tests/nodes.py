"""A house of several processes on one PostgreSQL: each `klynge serve`, started, stopped, killed and looked at from outside."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from api.issuer import DevelopmentIssuer
from domain.log import Clock
from klynge.init import ADMINISTRATOR, init
from klynge.settings import Settings, read_settings
from tests.ports import free_port
from tests.postgres import APPLICATION, OWNER, Postgres
from tests.split_off import SplitOff

START_S = 60
TOKEN_S = 3_600


class Node:
    """One process."""

    def __init__(self, number: int, folder: Path, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = environment | {"KLYNGE_BIND": f"127.0.0.1:{self.port}"}
        self.output = folder / f"node-{number}.txt"
        self.process: SplitOff | None = None

    def launch(self) -> None:
        self.process = SplitOff(("serve",), os.environ | self.environment, self.output, self.output)

    async def start(self) -> None:
        """Running, and ready."""
        self.launch()
        await self.until_ready()

    async def until_ready(self, within_s: float = START_S) -> None:
        async with asyncio.timeout(within_s), httpx.AsyncClient(base_url=self.url) as client:
            while True:
                assert self.process is not None
                assert self.process.poll() is None, self.output.read_text()
                try:
                    ready = await client.get("/health/ready")
                except httpx.TransportError:
                    await asyncio.sleep(0.01)
                    continue
                if ready.status_code == httpx.codes.OK:
                    return
                await asyncio.sleep(0.01)

    async def faults(self) -> list[str]:
        """What keeps it from being ready."""
        async with httpx.AsyncClient(base_url=self.url) as client:
            found: list[str] = (await client.get("/health/ready")).json()["faults"]
            return found

    async def figures(self) -> dict[str, float]:
        """Its metrics."""
        async with httpx.AsyncClient(base_url=self.url) as client:
            lines = (await client.get("/metrics")).text.splitlines()
        return {name: float(value) for name, _, value in (line.partition(" ") for line in lines if line[0] != "#")}

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int | None:
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait()
        self.process = None
        return code

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, closed or answered."""
        self.stop(signal.SIGKILL)


class Nodes:
    """Some processes on databases of their own. `port`: where they reach PostgreSQL, if not directly."""

    def __init__(
        self, server: Postgres, folder: Path, *, count: int = 2, redis: str = "", port: int | None = None
    ) -> None:
        self.log, self.keys = server.database(), server.database()
        self._server = server
        self._master = folder / "master"
        here = self._environment(APPLICATION, port or server.port)
        if redis:
            here["KLYNGE_REDIS"] = redis
        self.nodes = [Node(number, folder, here) for number in range(count)]
        self.url = self.nodes[0].url
        for node in self.nodes:
            node.environment["KLYNGE_URL"] = self.url
        self.settings: Settings = read_settings(self._environment(APPLICATION, server.port))

    def _environment(self, role: str, port: int) -> dict[str, str]:
        return {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": self._server.address(self.log, role, port),
            "KLYNGE_KEYS": self._server.address(self.keys, role, port),
            "KLYNGE_MASTER_KEY": str(self._master),
        }

    def settings_with(self, redis: str) -> Settings:
        """Of one more process, which tells the others through Redis."""
        return read_settings(self._environment(APPLICATION, self._server.port) | {"KLYNGE_REDIS": redis})

    async def init(self, region: str, clock: Clock = Clock.REAL, story_at: int | None = None) -> None:
        """Under the role that owns the databases."""
        settings = read_settings(self._environment(OWNER, self._server.port))
        await init(settings, region, clock, story_at)

    async def start(self) -> None:
        await asyncio.gather(*(node.start() for node in self.nodes))

    async def until_unready(self) -> None:
        """Wait until every node says that something is wrong."""
        async with asyncio.timeout(START_S):
            for node in self.nodes:
                while not await node.faults():
                    await asyncio.sleep(0.01)

    @property
    def owners_address(self) -> str:
        """The log's database, as its owner reaches it."""
        return self._server.address(self.log, OWNER)

    def kill(self) -> None:
        for node in self.nodes:
            node.kill()

    def token(self, person: str = ADMINISTRATOR) -> str:
        """From the development issuer whose key lies in the key database."""
        keys, sessions = self.settings.store.open_keys(), self.settings.store.open_sessions()
        try:
            issuer = DevelopmentIssuer(env="dev", public_url=self.url, keys=keys, sessions=sessions, people=list)
            return issuer.mint_token(person, TOKEN_S)
        finally:
            keys.close()
            sessions.close()


@contextmanager
def nodes(
    server: Postgres, folder: Path, *, count: int = 2, redis: str = "", port: int | None = None
) -> Iterator[Nodes]:
    """Not started yet; killed when one leaves."""
    house = Nodes(server, folder, count=count, redis=redis, port=port)
    try:
        yield house
    finally:
        house.kill()
