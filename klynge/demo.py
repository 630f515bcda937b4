"""`klynge demo`: one meeting that plays by itself. It waits until the first browser opens it, and can be played again."""

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable
from datetime import datetime
from pathlib import Path

import msgspec
import structlog
from fastapi import APIRouter
from rich.console import Console
from rich.progress import track
from starlette.requests import Request
from starlette.responses import Response

from domain.log import Clock
from klynge.core import put_back
from klynge.house import House
from klynge.init import init
from klynge.play import Player
from klynge.serve import Server, running
from klynge.settings import Settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Story

PACE_S = 2.0
LOOK_S = 0.2
TOKEN_S = 24 * 3600
REGION = "syddanmark"

log = structlog.get_logger()


class Demo:
    """The state of the play: `waiting`, `playing`, `ended`."""

    def __init__(self, settings: Settings, story: Story, pace_s: float) -> None:
        self.settings = settings
        self.story = story
        self.state = "waiting"
        self._pace_s = pace_s
        self._again = asyncio.Event()
        self._copy = settings.store.parent / "before"
        self.house: House
        self.player: Player

    def routes(self) -> APIRouter:
        """`GET /demo` and `POST /demo/play-again`."""
        router = APIRouter()

        async def state(_: Request) -> Response:
            return Response(msgspec.json.encode({"state": self.state}), media_type="application/json")

        async def again(request: Request) -> Response:
            self.house.identity.check_write(request, self.house.identity.of(request))
            self._again.set()
            return Response(b"{}", status_code=202, media_type="application/json")

        router.add_api_route("/demo", state, include_in_schema=False)
        router.add_api_route("/demo/play-again", again, methods=["POST"], include_in_schema=False)
        return router

    async def load(self, console: Console) -> None:
        """Play what came before the evening, then keep a copy of the databases."""
        issuer = self.house.issuer
        assert issuer is not None
        self.player = Player(self.story, self.settings.url, lambda person: issuer.mint_token(person, TOKEN_S))
        for step in track(self.story.before, "Indlæser tiden op til mødet", console=console, transient=True):
            await self.player.give(step)
        await asyncio.to_thread(self._keep_copy)

    async def run(self) -> None:
        """Wait for a browser, play, and once more whenever somebody asks."""
        while True:
            self.state = "waiting"
            while not self.house.hub.is_followed(self.story.meeting):
                await asyncio.sleep(LOOK_S)
            self.state = "playing"
            await self._play()
            if not self._again.is_set():
                self.state = "ended"
                await self._again.wait()
            self._again.clear()
            await self.house.begin_again(self._put_back)

    async def _play(self) -> None:
        for step in self.story.evening:
            try:
                await asyncio.wait_for(self._again.wait(), self._pace_s)
                return
            except TimeoutError:
                await self.player.give(step)
        await self.player.play(self.story.after)

    def _keep_copy(self) -> None:
        self._copy.mkdir(exist_ok=True)
        for path in (self.settings.store, self.settings.keys):
            source, target = sqlite3.connect(path), sqlite3.connect(self._copy / path.name)
            with target:
                source.backup(target)
            source.close()
            target.close()

    def _put_back(self) -> None:
        for path in (self.settings.store, self.settings.keys):
            for old in path.parent.glob(f"{path.name}*"):
                old.unlink()
            shutil.copyfile(self._copy / path.name, path)
        put_back(self.settings)

    def links(self) -> dict[str, str]:
        """Sign-in links by role: a one-use code in the fragment, which no server and no log sees."""
        issuer = self.house.issuer
        assert issuer is not None
        return {
            role: f"{self.settings.url}/log-ind#kode={issuer.mint_code(self.story.cast[part])}"
            for role, part in self.story.sign_ins.items()
        }


ROLES = {
    "secretary": "Sekretær",
    "co-chair": "Medformand",
    "member": "Medlem",
    "observer": "Observatør",
    "auditor": "Revisor",
}


async def demo(settings: Settings, console: Console, pace_s: float = PACE_S) -> None:
    """Serve the demo until told to stop."""
    story = STORY
    _empty(settings.store.parent)
    story_at = int(datetime.fromisoformat(story.before[0].at).timestamp() * 1_000_000)
    await init(settings, REGION, Clock.STORY, story_at)
    play = Demo(settings, story, pace_s)
    play.house = House(settings, play.routes())
    async with running(play.house) as server:
        serving = asyncio.create_task(server.serve())
        await _started(server, serving)
        await play.load(console)
        _tell(play, console)
        playing = asyncio.create_task(play.run())
        await _until(serving, playing)
        await play.player.close()


async def _until(serving: Awaitable[None], playing: "asyncio.Task[None]") -> None:
    """Serve to the end; a story that stops by an error is told, and the server goes on."""
    playing.add_done_callback(
        lambda done: (
            None
            if done.cancelled() or done.exception() is None
            else log.error("demo.stopped", error=repr(done.exception()))
        )
    )
    await serving
    playing.cancel()


async def _started(server: Server, serving: "asyncio.Task[None]") -> None:
    while not server.started:
        if serving.done():
            raise SystemExit("the server did not start; is the port in use?")
        await asyncio.sleep(LOOK_S / 10)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _tell(play: Demo, console: Console) -> None:
    scope, _, name = play.story.meeting.split("/")
    console.print(f"\n[bold]{play.story.title}[/bold]")
    console.print(f"Adresse:  {play.settings.url}")
    console.print(f"Mødet:    {play.settings.url}/{scope}/moede/{name}   (begynder, når den første åbner det)\n")
    console.print("Log ind som (hvert link virker én gang):")
    for role, link in play.links().items():
        console.print(f"  {ROLES[role]:<12}{link}", soft_wrap=True, highlight=False)
    console.print("\nCtrl-C stopper.")
