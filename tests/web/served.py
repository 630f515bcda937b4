"""A house that is served for real: `klynge serve` in a process of its own, on files that it can be stopped and started on."""

import asyncio
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import msgspec

from api.issuer import DevelopmentIssuer
from clients.http import Klynge
from domain.kernel import Command
from domain.streams import COMMAND_NAMES
from klynge.play import Player
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step, Story
from tests.files import files_of
from tests.ports import free_port
from tests.split_off import SplitOff

HOUSE = Path(__file__).resolve().parents[2]
MEETING = STORY.meeting
CAST = STORY.cast
OPENED_AT = "2024-03-01T08:00:00+01:00"
STORIES_FROM = "2020-01-01T08:00:00+01:00"
"""Before the first of them."""
LOOK_S = 0.01
START_S = 60
TOKEN_S = 3600

Row = dict[str, Any]


class Served:
    """One service on the files of a folder. Its address stays when it is started again."""

    def __init__(self, folder: Path, story: Story = STORY) -> None:
        self.folder = folder
        self.cast = story.cast
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.environment = {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": f"sqlite:///{folder}/klynge.db",
            "KLYNGE_BIND": f"127.0.0.1:{port}",
        }
        self.settings: Settings = read_settings(self.environment)
        self.player = Player(story, self.url, self.token)
        self._process: SplitOff | None = None

    # --- its process ---

    async def klynge(self, *arguments: str) -> None:
        """Run a command of the command line to its end."""
        await ended(self.begin(*arguments))

    def begin(self, *arguments: str) -> SplitOff:
        """`klynge` in a process of its own, told of this house by its environment."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KLYNGE_")}
        out, err = (self.folder / f"{arguments[0]}.{said}" for said in ("out", "err"))
        return SplitOff(arguments, environment | self.environment, out, err)

    async def start(self) -> None:
        """Serve, and wait until it answers."""
        assert self._process is None
        self._process = self.begin("serve")
        await answering(self.url, self._process)

    async def stop(self) -> None:
        """Stop the process as an operator does."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGTERM)
            await ended(process)

    async def kill(self) -> None:
        """End the process with nothing said, as a machine does that loses its power."""
        process, self._process = self._process, None
        assert process is not None
        process.kill()
        await asyncio.to_thread(process.wait)

    async def drop(self) -> None:
        """Be done with it; its files are of no more use to anybody."""
        await self.player.close()
        if self._process is not None:
            await self.kill()

    async def close(self) -> None:
        await self.player.close()
        await self.stop()

    # --- who signs in ---

    def token(self, person: str) -> str:
        """An access token of the development issuer, whose key lies in the key database."""
        with self._issuer() as issuer:
            return issuer.mint_token(person, TOKEN_S)

    def link(self, part: str, then: str | None = None) -> str:
        """A one-use sign-in link for a part of the cast, or for anybody by id."""
        with self._issuer() as issuer:
            query = "" if then is None else f"?{urlencode({'next': then})}"
            return f"{self.url}/log-ind{query}#kode={issuer.mint_code(self.cast.get(part, part))}"

    def end_sessions(self, part: str, in_s: int) -> None:
        """Let every session of a part of the cast end so soon."""
        with closing(sqlite3.connect(files_of(self.settings).sessions)) as sessions, sessions:
            ends_at = int(time.time()) + in_s
            sessions.execute("UPDATE sessions SET expires_at=? WHERE person=?", (ends_at, self.cast[part]))

    def loosen_sign_in(self, part: str) -> None:
        """Let every session of a part of the cast be one of the lowest level."""
        with closing(sqlite3.connect(files_of(self.settings).sessions)) as sessions, sessions:
            changed = sessions.execute("UPDATE sessions SET assurance='low' WHERE person=?", (self.cast[part],))
            assert changed.rowcount, "nobody was signed in"

    @contextmanager
    def _issuer(self) -> Iterator[DevelopmentIssuer]:
        keys = self.settings.store.open_keys()
        sessions = self.settings.store.open_sessions()
        try:
            yield DevelopmentIssuer(env="dev", public_url=self.url, keys=keys, sessions=sessions, people=list)
        finally:
            sessions.close()
            keys.close()

    # --- what happens ---

    async def play(self, steps: Iterable[Step]) -> None:
        """Steps of the story, through the HTTP API."""
        await self.player.play(steps)

    async def give(self, part: str, command: Command, to: str = MEETING, if_match: int | None = None) -> int:
        """A command that is not in the story, as a part of the cast: the position it is recorded at."""
        verb = COMMAND_NAMES[type(command)].partition(".")[2]
        async with Klynge(self.url, self.token(self.cast[part])) as client:
            done = await client.give(to, verb, msgspec.json.encode(command), if_match=if_match)
        return int(done["position"])

    async def rows(self, part: str, topic: str = MEETING) -> Mapping[str, Row]:
        """A view's rows, as a part of the cast sees them."""
        return (await self.view(part, topic))["rows"]  # type: ignore[no-any-return]

    async def view(self, part: str, topic: str = MEETING, **query: str) -> dict[str, Any]:
        async with Klynge(self.url, self.token(self.cast.get(part, part))) as client:
            return await client.view(topic, **query)


async def answering(url: str, process: SplitOff) -> None:
    """Wait until a service is ready at an address."""
    async with httpx.AsyncClient() as client, asyncio.timeout(START_S):
        while True:
            assert process.poll() is None, process.err.read_text()
            try:
                if (await client.get(f"{url}/health/ready")).is_success:
                    return
            except httpx.TransportError:
                await asyncio.sleep(LOOK_S)


async def ended(process: SplitOff) -> None:
    """Wait until a process has come to a good end."""
    code = await asyncio.to_thread(process.wait)
    assert code == 0, process.err.read_text()


async def called(folder: Path) -> None:
    """Files of a house that knows everything before the evening: the meeting is called, its agenda is sent out."""
    house = Served(folder)
    await house.klynge("init", "syddanmark", "--story-from", OPENED_AT)
    await house.start()
    try:
        await house.play(STORY.before)
    finally:
        await house.close()


@asynccontextmanager
async def told(folder: Path, story: Story) -> AsyncIterator[Served]:
    """A house in which a whole story has happened."""
    house = Served(folder, story)
    await house.klynge("init", story.cluster, "--story-from", STORIES_FROM)
    await house.start()
    try:
        await house.play(story.steps)
        yield house
    finally:
        await house.close()


async def served(files: Path, folder: Path, steps: Iterable[Step] = ()) -> Served:
    """A house of its own on a copy of some files, after some steps more."""
    shutil.copytree(files, folder, dirs_exist_ok=True)
    house = Served(folder)
    await house.start()
    try:
        await house.play(steps)
    except BaseException:
        await house.close()
        raise
    return house
