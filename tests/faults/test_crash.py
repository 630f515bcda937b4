"""`kill -9` in the middle of writing, again and again: what was answered stands once, where it was told; the rest whole or not."""

import asyncio
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import httpx
import msgspec
import pytest

from api.issuer import DevelopmentIssuer
from domain.log import Clock
from klynge.init import ADMINISTRATOR, init
from klynge.settings import Settings, read_settings
from tests.acknowledged import Promises, Sent, Told, broken
from tests.clients import commands, registering, sent
from tests.faults.conftest import Times
from tests.files import files_of
from tests.ports import free_port
from tests.split_off import SplitOff

KILLS_IN_SHORT, KILLS = 8, 30
CLIENTS = 12
ANSWERS_MAX = 120
"""The service is killed after at most so many answers …"""
AFTER_S_MAX = 0.02
"""… and at most so much later, so at any moment of what it does."""
TRIES = 3
"""For each kill that is to strike something: all that was asked may be answered just then."""
REPEATED = 5
"""Answered commands that are sent again after each restart."""
START_TIMEOUT_S = 60
ANSWER_TIMEOUT_S = 30
SEED = 20_240_409


class Service:
    """`klynge serve` on one log, killed and started again."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.environment = {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": f"sqlite:///{folder}/log.db",
            "KLYNGE_BIND": f"127.0.0.1:{port}",
        }
        self.settings: Settings = read_settings(self.environment)
        self._output = folder / "output.txt"
        self._process: SplitOff | None = None

    async def start(self) -> None:
        """Running, and ready."""
        self._process = SplitOff(("serve",), os.environ | self.environment, self._output, self._output)
        async with asyncio.timeout(START_TIMEOUT_S), httpx.AsyncClient(base_url=self.settings.url) as client:
            while True:
                assert self._process.poll() is None, "the service ended by itself"
                try:
                    ready = await client.get("/health/ready")
                except httpx.TransportError:
                    await asyncio.sleep(0.01)
                    continue
                assert ready.status_code == httpx.codes.OK, ready.text
                return

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, closed or answered."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def token(self) -> str:
        """The administrator's, from the development issuer whose key lies in the key database."""
        keys = self.settings.store.open_keys()
        sessions = self.settings.store.open_sessions()
        try:
            issuer = DevelopmentIssuer(
                env="dev", public_url=self.settings.url, keys=keys, sessions=sessions, people=list
            )
            return issuer.mint_token(ADMINISTRATOR, 3600)
        finally:
            keys.close()
            sessions.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    service = Service(tmp_path)
    yield service
    service.kill()


# --- the clients ---


class Clients:
    """Several at once, each with one command in flight."""

    def __init__(self, service: Service, promises: Promises) -> None:
        self._service = service
        self._headers = {"Authorization": f"Bearer {service.token()}", "Content-Type": "application/json"}
        self._commands = commands()
        self._promises = promises

    async def write_until_killed(self, answers: int, after_s: float) -> list[Sent]:
        """What was in flight when the service was killed, and never answered."""
        in_flight: list[Sent] = []

        def kill() -> None:
            in_flight.extend(self._promises.unanswered.values())
            self._service.kill()

        enough = len(self._promises.told) + answers
        kill_soon = partial(asyncio.get_running_loop().call_later, after_s, kill)
        async with self._connected() as http:
            await asyncio.gather(*(self._write(http, enough, kill_soon) for _ in range(CLIENTS)))
        return [sent for sent in in_flight if sent.key in self._promises.unanswered]

    async def repeat(self, commands: list[Sent]) -> list[Told]:
        """The answers to the same commands with the same keys."""
        async with self._connected() as http:
            return [await self._give(http, command) for command in commands]

    async def _write(self, http: httpx.AsyncClient, enough: int, then: Callable[[], object]) -> None:
        """Command after command, until one is not answered. Whoever gets the answer that is enough says so."""
        with suppress(httpx.TransportError):
            while True:
                await self._give(http, next(self._commands))
                if len(self._promises.told) == enough:
                    then()

    async def _give(self, http: httpx.AsyncClient, command: Sent) -> Told:
        self._promises.unanswered.setdefault(command.key, command)
        answer = await http.post(
            f"/v1/{command.stream}/{command.verb}", content=command.body, headers={"Idempotency-Key": command.key}
        )
        assert answer.status_code == (httpx.codes.OK if command.events else httpx.codes.CONFLICT), answer.text
        told = Told(command, answer.json()["position"] if command.events else None)
        del self._promises.unanswered[command.key]
        self._promises.told[command.key] = told
        return told

    def _connected(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self._service.settings.url, headers=self._headers, timeout=ANSWER_TIMEOUT_S)


# --- the test ---


async def test_kills_lose_nothing_double_nothing_and_tear_nothing(
    service: Service, tmp_path: Path, times: Times
) -> None:
    await init(service.settings, "crash", Clock.REAL)
    rng = random.Random(SEED)
    promises = Promises()
    await service.start()
    clients = Clients(service, promises)
    kill, wanted = 0, times(KILLS_IN_SHORT, KILLS)
    for _ in range(TRIES * wanted):
        answers, after_s = rng.randint(1, ANSWERS_MAX), rng.uniform(0, AFTER_S_MAX)
        kill += bool(await clients.write_until_killed(answers, after_s))

        await service.start()
        assert broken(service.settings, promises) == [], f"after kill {kill}"
        again = rng.sample(list(promises.told.values()), REPEATED)
        assert await clients.repeat([told.sent for told in again]) == again
        await clients.repeat(list(promises.unanswered.values()))
        if kill == wanted:
            break

    assert kill == wanted, "nothing was in flight"
    assert not promises.unanswered
    (last,) = await clients.repeat([LAST])
    service.kill()
    assert broken(service.settings, promises) == []
    assert last.position is not None
    for plant, finding in (
        (lose, f"lost: the-last, told {last.position}"),
        (double, f"twice: the-last, at [{last.position}, {last.position + 1}]"),
    ):
        copy = copied(service.settings, tmp_path / plant.__name__)
        plant(files_of(copy).log, last.position)
        assert broken(copy, promises) == [finding]


# --- the control: the same checker, where something is wrong ---

LAST = sent("the-last", "dk/party/the-last", registering("the-last"), 1)


def copied(settings: Settings, folder: Path) -> Settings:
    """The files of a log whose service has ended, in another folder."""
    folder.mkdir()
    for file in files_of(settings).log.parent.glob("log.*"):
        shutil.copy(file, folder)
    return read_settings({"KLYNGE_STORE": f"sqlite:///{folder}/log.db"})


def lose(store: Path, position: int) -> None:
    """Take an acknowledged command out of the log."""
    with closing(sqlite3.connect(store)) as db, db:
        db.execute("DELETE FROM stored_events WHERE position=?", (position,))


def double(store: Path, position: int) -> None:
    """Record an acknowledged command a second time."""
    with closing(sqlite3.connect(store)) as db, db:
        stored = db.execute("SELECT * FROM stored_events WHERE position=?", (position,)).fetchone()
        _, stream, version, topic, state, recorded_at = stored
        again = msgspec.json.encode(msgspec.json.decode(state) | {"correlation": position + 1})
        db.execute(
            "INSERT INTO stored_events VALUES (?,?,?,?,?,?)",
            (position + 1, stream, version + 1, topic, again, recorded_at),
        )
