"""A house that answers on a free port, in a thread of its own; and everybody who talks to it from outside, over HTTP alone."""

import asyncio
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import httpx

from domain.log import Clock
from domain.names import kind_of
from klynge.house import House
from klynge.init import init
from klynge.play import Player
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step, Story
from tests.ports import free_port

Json = dict[str, Any]

CAST = STORY.cast
MEETING = STORY.meeting
START_S = 60
TOKEN_S = 3_600
SHORTLY = httpx.Limits(keepalive_expiry=1)
"""A line that was idle is not used again: the server may be closing it just then."""
MID_ITEM_2 = "2024-04-09T18:20:00+02:00"
"""Item 2 is on the floor, a question is open."""


class Outside:
    """The house of a folder. Everyone in the cast has a client of their own."""

    def __init__(self, folder: Path, cast: Mapping[str, str] = CAST, **environment: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        here = {"KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_BIND": f"127.0.0.1:{port}"}
        self.settings: Settings = read_settings({"KLYNGE_ENV": "dev", **here, **environment})
        self.house: House
        self._cast = cast
        self._clients: dict[str, httpx.Client] = {}
        self._answers = Event()
        self._failed: BaseException | None = None
        self._thread = Thread(target=self._run, name="house", daemon=True)

    # --- its life ---

    def start(self) -> None:
        self._thread.start()
        assert self._answers.wait(START_S)
        if self._failed is not None:
            raise self._failed

    def stop(self) -> None:
        """Stop as a signal stops it."""
        for client in self._clients.values():
            client.close()
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failed:
            self._failed = failed
        finally:
            self._answers.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        with listen(self.settings) as listening:
            self.house = House(self.settings)
            async with running(self.house, listening):
                self._answers.set()
                await self._stop.wait()

    def on_loop(self, do: Callable[[], object]) -> None:
        """Have something done where the house lives, with all that it begins."""

        async def done() -> None:
            before = asyncio.all_tasks()
            do()
            await asyncio.gather(*(asyncio.all_tasks() - before))

        asyncio.run_coroutine_threadsafe(done(), self._loop).result(START_S)

    # --- who talks to it ---

    def token(self, part: str, for_s: int = TOKEN_S) -> str:
        """By part of the cast, or by the id of a person or a client."""
        issuer, who = self.house.issuer, self._cast.get(part, part)
        assert issuer is not None
        return (issuer.mint_client_token if kind_of(who) == "client" else issuer.mint_token)(who, for_s)

    def as_(self, part: str) -> httpx.Client:
        """That person's client."""
        if part not in self._clients:
            headers = {"Authorization": f"Bearer {self.token(part)}"}
            self._clients[part] = httpx.Client(base_url=self.url, headers=headers, timeout=60, limits=SHORTLY)
        return self._clients[part]

    def give(self, part: str, address: str, body: bytes | Json, **headers: str) -> httpx.Response:
        """A command to `stream/verb`, under a key of its own unless one is given."""
        content = {"content": body} if isinstance(body, bytes) else {"json": body}
        sent = {"Idempotency-Key": str(uuid4())} | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.as_(part).post(f"/v1/{address}", headers=sent, **content)

    def view(self, part: str, topic: str, **query: str | int) -> Json:
        answer = self.as_(part).get(f"/v1/{topic}", params=query)
        assert answer.status_code == 200, answer.text
        view: Json = answer.json()
        return view

    def rows(self, part: str, topic: str, **query: str | int) -> Json:
        rows: Json = self.view(part, topic, **query)["rows"]
        return rows

    @property
    def head(self) -> int:
        """The last position, as anyone with a seat is told it."""
        return int(self.view("secretary", MEETING)["position"])

    def play(self, steps: Iterable[Step], story: Story = STORY) -> None:
        """Steps of a story, through the public HTTP API."""

        async def play() -> None:
            player = Player(story, self.url, lambda person: self.token(person))
            try:
                await player.play(steps)
            finally:
                await player.close()

        asyncio.run(play())


@contextmanager
def outside(folder: Path, cast: Mapping[str, str] = CAST, **environment: str) -> Iterator[Outside]:
    """The house whose databases lie in a folder, answering until one leaves."""
    house = Outside(folder, cast, **environment)
    house.start()
    try:
        yield house
    finally:
        house.stop()


def opened_in(folder: Path, clock: Clock = Clock.STORY, first: Story = STORY) -> Path:
    """An empty log in a folder, opened when its first story begins."""
    began = int(datetime.fromisoformat(first.steps[0].at).timestamp()) * 1_000_000
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db"})
    asyncio.run(init(settings, "syddanmark", clock, began if clock is Clock.STORY else None))
    return folder


def until(moment: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The story's steps up to a moment, and those after it."""
    at = datetime.fromisoformat(moment)
    before = tuple(step for step in STORY.steps if datetime.fromisoformat(step.at) <= at)
    return before, STORY.steps[len(before) :]


def copied(files: Path, folder: Path) -> Path:
    """Files of a house, in a folder of their own."""
    shutil.copytree(files, folder, dirs_exist_ok=True)
    return folder


def problem(answer: httpx.Response) -> Json:
    """A problem, which always is one in form: both languages, a code that its type ends with."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    assert answer.headers["cache-control"] == "no-store"
    told: Json = answer.json()
    assert told["status"] == answer.status_code
    assert told["type"] == f"/problems/{told['code']}"
    assert all(told[name] for name in ("title", "detail", "detail_en"))
    assert told["detail"] != told["detail_en"]
    return told
