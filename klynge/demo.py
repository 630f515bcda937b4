"""`klynge demo`: all stories in order of date. The last meeting plays when the first browser opens it, and again if asked.

What came before it is loaded, and what came after is entered once it has ended. `--live` lets an earlier meeting play too; then
each waits in its turn until it is opened.
"""

import asyncio
from datetime import datetime
from pathlib import Path

import msgspec
import structlog
from fastapi import APIRouter
from rich.console import Console
from rich.progress import track
from starlette.requests import Request
from starlette.responses import Response

from clients.http import ProblemAnswer, Unreachable
from domain.admission import Admission, admits
from domain.log import Clock
from domain.streams import COMMAND_NAMES
from eventstore.sqlite.copies import keep_copy, put_back, remove
from eventstore.sqlite.store import SQLiteStore
from klynge.house import House
from klynge.init import init
from klynge.play import LIVE, Player
from klynge.serve import listen, running, tell_what_is_open
from klynge.settings import BadSettings, Settings
from klynge.stopping import stop_signals, unless
from stories.sequence import SEQUENCE
from stories.story import Step, Story

PACE_S = 2.0
LOOK_S = 0.2
TOKEN_S = 24 * 3600
REGION = "syddanmark"

log = structlog.get_logger()


class Demo:
    """The state of the play: `waiting`, `playing`, `ended`."""

    def __init__(self, settings: Settings, files: SQLiteStore, live: str, pace_s: float, alone: bool) -> None:
        self.settings = settings
        names = [story.name for story in SEQUENCE]
        first = names.index(live)
        self.loaded, self.live = SEQUENCE[:first], SEQUENCE[first:]
        if alone:
            self.loaded, self.live = (), (SEQUENCE[first],)
        self.state = "waiting"
        self._pace_s = pace_s
        self._again = asyncio.Event()
        self._databases = files.log, files.keys
        self._beside = files.documents, files.proofs
        self._copy = files.log.parent / "before"
        self._players: dict[str, Player] = {}
        self.house: House

    @property
    def first(self) -> Story:
        """With which the record begins."""
        return (*self.loaded, *self.live)[0]

    def routes(self) -> APIRouter:
        """`GET /demo` and `POST /demo/play-again`."""
        router = APIRouter()

        @admits(Admission.ANYBODY)
        async def state(_: Request) -> Response:
            return Response(msgspec.json.encode({"state": self.state}), media_type="application/json")

        @admits(Admission.SIGNED_IN)
        async def again(request: Request) -> Response:
            self.house.identity.check_write(request, self.house.identity.of(request))
            self._again.set()
            return Response(b"{}", status_code=202, media_type="application/json")

        router.add_api_route("/demo", state, include_in_schema=False)
        router.add_api_route("/demo/play-again", again, methods=["POST"], include_in_schema=False)
        return router

    async def load(self, console: Console) -> None:
        """Play what came before the first meeting one looks on at, then keep a copy of the databases."""
        for story in self.loaded:
            await self._load(story, story.steps, console)
        await self._load(self.live[0], self.live[0].before, console)
        await asyncio.to_thread(keep_copy, *self._databases, self._copy)

    async def _load(self, story: Story, steps: tuple[Step, ...], console: Console) -> None:
        for step in track(steps, f"Indlæser {story.title}", console=console, transient=True):
            await self._player(story).give(step)

    async def close(self) -> None:
        for player in self._players.values():
            await player.close()

    async def run(self) -> None:
        """Play each meeting when a browser opens it, and all once more whenever somebody asks; until cancelled."""
        while True:
            try:
                await self._play_all()
            except Unreachable as error:
                log.error("demo.stopped", error=str(error))
            if not self._again.is_set():
                self.state = "ended"
                await self._again.wait()
            self._again.clear()
            await self.house.begin_again(self._put_back)

    async def _play_all(self) -> None:
        for story in self.live:
            if not story.evening:
                await self._give_all(story, story.steps)
                continue
            if story is not self.live[0]:
                await self._give_all(story, story.before)
            self.state = "waiting"
            while not self.house.hub.is_followed(story.meeting):
                if self._again.is_set():
                    return
                await asyncio.sleep(LOOK_S)
            self.state = "playing"
            if not await self._play(story):
                return
            await self._give_all(story, story.after)

    async def _play(self, story: Story) -> bool:
        """The meeting, a step at a time; False: it shall begin again."""
        for step in story.evening:
            try:
                await asyncio.wait_for(self._again.wait(), self._pace_s)
            except TimeoutError:
                await self._give(story, step)
            else:
                return False
        return True

    def _put_back(self) -> None:
        """As before the evening: what was attached in it goes with its keys, and what was signed of it with the rest."""
        for database in self._beside:
            remove(database)
        self.settings.erasures.unlink(missing_ok=True)
        self.settings.sign_guard.unlink(missing_ok=True)
        put_back(*self._databases, self._copy)

    async def _give_all(self, story: Story, steps: tuple[Step, ...]) -> None:
        for step in steps:
            await self._give(story, step)

    async def _give(self, story: Story, step: Step) -> None:
        """One step; what is refused, because somebody at the pages was before it, is said and passed over."""
        try:
            await self._player(story).give(step)
        except ProblemAnswer as refused:
            name = COMMAND_NAMES[type(step.command)]
            log.warning("demo.step-refused", step=name, at=step.at, reason=str(refused))

    def _player(self, story: Story) -> Player:
        issuer = self.house.issuer
        assert issuer is not None
        if story.name not in self._players:
            self._players[story.name] = Player(
                story, self.settings.url, lambda person: issuer.mint_token(person, TOKEN_S)
            )
        return self._players[story.name]

    def links(self, story: Story) -> dict[str, str]:
        """Sign-in links by role: a one-use code in the fragment, which no server and no log sees."""
        issuer = self.house.issuer
        assert issuer is not None
        return {
            role: f"{self.settings.url}/log-ind#kode={issuer.mint_code(story.cast[part])}"
            for role, part in story.sign_ins.items()
        }


ROLES = {
    "secretary": "Sekretær",
    "co-chair": "Medformand",
    "member": "Medlem",
    "observer": "Observatør",
    "auditor": "Revisor",
}


async def demo(
    settings: Settings, console: Console, pace_s: float = PACE_S, live: str = LIVE[-1].name, alone: bool = False
) -> None:
    """Serve the demo until told to stop. Raises what `listen` raises, and `BadSettings`."""
    if not settings.lets_anybody_in:
        raise BadSettings(
            "the demo signs people in as whoever they choose; it needs KLYNGE_ENV=dev and no KLYNGE_ISSUER"
        )
    files = settings.store
    if not isinstance(files, SQLiteStore):
        raise BadSettings("the demo removes what it played before; it keeps to files: KLYNGE_STORE=sqlite:///…")
    with stop_signals() as stop, listen(settings) as listening:
        _clear(files, settings.erasures, settings.sign_guard)
        play = Demo(settings, files, live, pace_s, alone)
        story_at = int(datetime.fromisoformat(play.first.steps[0].at).timestamp() * 1_000_000)
        await init(settings, REGION, Clock.STORY, story_at)
        play.house = House(settings, play.routes())
        play.house.heads.has_child = True
        async with running(play.house, listening):
            if await unless(stop, play.load(console)):
                _tell(play, console)
                await unless(stop, play.run())
            await play.close()


def _clear(files: SQLiteStore, *beside: Path) -> None:
    """Remove the demo before this one, and nothing that is none. Raises `BadSettings`."""
    files.log.parent.mkdir(parents=True, exist_ok=True)
    if files.log.exists():
        kept_log = files.open_log()
        is_story = kept_log.head == 0 or kept_log.keeps_story_time()
        kept_log.close()
        if not is_story:
            raise BadSettings(
                f"{files.log} holds a record of real time, which the demo would remove; set KLYNGE_STORE to a file of its own"
            )
    for database in files.files:
        remove(database)
    for path in beside:
        path.unlink(missing_ok=True)


def _tell(play: Demo, console: Console) -> None:
    tell_what_is_open(play.settings, console)
    console.print(f"\nAdresse:  {play.settings.url}")
    for story in play.live:
        comes = "begynder, når den første åbner det" if story.evening else "kommer til, når mødet før er hævet"
        _tell_of(story, play, console, comes)
    for story in reversed(play.loaded):
        _tell_of(story, play, console, "er holdt")
    console.print("\nCtrl-C stopper.")


def _tell_of(story: Story, play: Demo, console: Console, when: str) -> None:
    scope, _, name = story.meeting.split("/")
    console.print(f"\n[bold]{story.title}[/bold]")
    console.print(f"Mødet:    {play.settings.url}/{scope}/moede/{name}   ({when})", soft_wrap=True)
    console.print("Log ind som (hvert link virker én gang):")
    for role, link in play.links(story).items():
        console.print(f"  {ROLES[role]:<12}{link}", soft_wrap=True, highlight=False)
