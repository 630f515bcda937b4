"""A house of several processes on either store, with a meeting under way and Redis between them, and what can be killed of it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from api.issuer import DevelopmentIssuer
from domain.assurance import Assurance
from domain.log import Clock
from eventstore.desk import Desk
from eventstore.given import Answer, Given
from klynge.init import init
from klynge.settings import Settings, read_settings
from tests.nodes import TOKEN_S, Node, nodes
from tests.postgres import Postgres
from tests.projections.aadal import CAST
from tests.projections.closed_item import STORY
from tests.realtime.record_in_memory import microseconds
from tests.realtime.under_way import BEGUN
from tests.valkey import Valkey, valkey

NODES = 2
PATIENCE_S = 30
BEGAN_AT = microseconds(STORY.steps[0].at)


class Processes(Protocol):
    """Nodes on databases of their own."""

    nodes: list[Node]
    url: str
    settings: Settings

    async def init(self, region: str, clock: Clock, story_at: int | None) -> None: ...

    async def start(self) -> None: ...


class OnFiles:
    """Processes that share the files of a folder."""

    def __init__(self, folder: Path, redis: str) -> None:
        here = {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_REDIS": redis}
        self.nodes = [Node(number, folder, here) for number in range(NODES)]
        self.url = self.nodes[0].url
        for node in self.nodes:
            node.environment["KLYNGE_URL"] = self.url
        self.settings = read_settings(here)

    async def init(self, region: str, clock: Clock, story_at: int | None) -> None:
        await init(self.settings, region, clock, story_at)

    async def start(self) -> None:
        for node in self.nodes:
            node.launch()
        for node in self.nodes:
            await node.until_ready()


class Storehouse:
    """The house, and all that it stands on."""

    def __init__(self, processes: Processes, redis: Valkey, server: Postgres | None) -> None:
        self.processes = processes
        self.redis = redis
        self.server = server
        """None: the store is files."""

    @property
    def nodes(self) -> list[Node]:
        return self.processes.nodes

    @property
    def urls(self) -> list[str]:
        return [node.url for node in self.nodes]

    async def begin(self) -> Mapping[str, str]:
        """A meeting under way, served by every process: a token for each of the cast."""
        await self.processes.init("region", Clock.STORY, BEGAN_AT)
        await self._record()
        await self.processes.start()
        return self._tokens()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody writes to the files meanwhile."""
        store = self.processes.settings.store
        assert self.server is None
        with sqlite3.connect(store.log, timeout=PATIENCE_S) as holder:
            holder.execute("BEGIN IMMEDIATE")
            yield
            holder.rollback()

    async def _record(self) -> None:
        kept_log = self.processes.settings.store.open_log()
        desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
        for index, step in enumerate(BEGUN):
            given = Given(
                person=CAST[step.by],
                assurance=Assurance.SUBSTANTIAL,
                stream=step.to,
                command=step.command,
                key=str(STORY.key_of(index)),
                digest=b"",
                if_match=step.if_match,
                story_at=microseconds(step.at),
            )
            answer = await desk.give(given)
            assert isinstance(answer, Answer), answer
        desk.close()
        kept_log.close()

    def _tokens(self) -> dict[str, str]:
        store, url = self.processes.settings.store, self.processes.url
        keys, sessions = store.open_keys(), store.open_sessions()
        try:
            issuer = DevelopmentIssuer(env="dev", public_url=url, keys=keys, sessions=sessions, people=list)
            return {part: issuer.mint_token(person, TOKEN_S) for part, person in CAST.items()}
        finally:
            keys.close()
            sessions.close()


@contextmanager
def storehouse(folder: Path, server: Postgres | None = None) -> Iterator[Storehouse]:
    """On databases of a server, or on files. Not started yet; killed when one leaves."""
    with valkey(folder) as redis:
        if server is not None:
            with nodes(server, folder, count=NODES, redis=redis.address) as house:
                yield Storehouse(house, redis, server)
            return
        on_files = OnFiles(folder, redis.address)
        try:
            yield Storehouse(on_files, redis, None)
        finally:
            _kill(on_files.nodes)


def _kill(started: Sequence[Node]) -> None:
    for node in started:
        node.kill()
