"""The house: every room wired together, once. What stands on the log is the core, which a demo may put back from a copy."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp

from api.app import create_app
from api.metrics import Figure
from api.turns import Turns
from domain.policy import Mask, may_keep_papers
from eventstore.documents import Documents
from eventstore.given import Answer, Given, Outage
from eventstore.keys import KeysUnavailable
from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from eventstore.proofs import Proofs
from eventstore.report import report
from eventstore.store import StoreFailure
from klynge.attendance import Attendance
from klynge.checkpointing.heads import Heads
from klynge.core import Core, NotOpened
from klynge.entering import Entering
from klynge.eraser import NotApplied
from klynge.figures import of_core, of_live, of_notices, of_webhooks, of_witnesses
from klynge.front import Front
from klynge.live_description import live_description
from klynge.names import ReaderNames
from klynge.notices.wired import WiredNotices
from klynge.readers_told import ReadersTold
from klynge.reads_noted import ReadsNoted
from klynge.searching import Candidates, WiredSearch
from klynge.settings import Settings
from klynge.webhooks.wired import WiredWebhooks
from klynge.witnessing.wired import WiredWitnesses
from projections.question import Question
from projections.reading import Reading
from projections.sight import Opened
from realtime.audience import profile_of
from realtime.carried import Carriers
from realtime.hub import Hub
from realtime.sockets import Sockets

OPEN_AGAIN_S = 0.5
"""Between two attempts to open a store that cannot be had."""
WEB = Path(__file__).resolve().parent.parent / "web"


class House:
    """A running Klynge, without its server. Made on a running event loop; `start` before serving, `close` after."""

    def __init__(self, settings: Settings, *more: Any) -> None:
        self.settings = settings
        self._core: Core | None = Core(settings)
        self._beginning: asyncio.Task[None] | None = None
        self._closing = False
        self.sessions = settings.store.open_sessions()
        self.reads = settings.store.open_reads()
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        """Whoever waits for a position of this life of the log waits in vain."""
        self.stopping = False
        self._front = Front(settings)
        self._entering = Entering(settings, self.sessions, lambda: self.core, self._front.meet)
        self.identity, self.issuer = self._entering.identity, self._entering.issuer
        self._noted = ReadsNoted(self.reads, lambda: self.core)
        self.readers_told = ReadersTold(lambda: self.core)
        self.hub = Hub(self.core, self._noted.note_live)
        self.heads = Heads(settings)
        self.hub.proven = lambda: (self.heads.known.sealed, self.heads.known.witnessed)
        self.carriers = Carriers(self.hub)
        self.webhooks = WiredWebhooks(settings, lambda: self.core)
        self._notices = WiredNotices(settings, lambda: self.core)
        self.webhooks.disabled = self._notices.webhook_given_up
        self._witnesses = WiredWitnesses(settings)
        self.trust = self._witnesses.trust
        self.outbox, self.sends_mail, self.may_be_told = (
            self._notices.kept,
            self._notices.sends,
            self._notices.may_be_told,
        )
        self._search = WiredSearch(settings, lambda: self.core)
        self._attendance = Attendance(settings, lambda: self.core, self.hub.tally)
        self.presences = self._attendance.presences
        self.headers, self.places, self.turns = self._front.headers, self._front.places, Turns()
        self.sockets = Sockets(
            hub=self.hub,
            presences=self.presences,
            redeem=self._entering.redeem_ticket,
            verify=self._entering.verify,
            standing=self.sessions.standing,
            origins=settings.origins,
            headers=self.headers,
            places=self.places,
            may_come=self._front.may_come,
        )
        web = WEB if (WEB / "dist").exists() else None
        signing_in = self._entering.routes(self._session_ended, self._notices.told_email)
        routes = (*signing_in, live_description(settings.url), *more)
        self.app: FastAPI = create_app(self, web, *routes)
        self.front: ASGIApp = self._front.before(self.app, self.identity, web)
        """What whoever comes from outside meets first."""
        self._sweeps: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        self._start(self.core)
        running = (self.sockets.sweep(), self.sockets.watch_sessions(), self.hub.feed.run(), self.reads.run())
        self._sweeps = tuple(map(asyncio.create_task, running))

    def let_go(self) -> None:
        """Answer those who wait for something to happen: it will not happen here."""
        self.stopping = True
        self.carriers.let_go()
        self._over.set()

    async def close(self) -> None:
        self._closing = True
        self.let_go()
        if self._beginning is not None:
            await asyncio.wait({self._beginning})
        for sweep in self._sweeps:
            sweep.cancel()
        self._attendance.stop()
        await self.webhooks.close()
        await self._notices.close()
        await self._search.close()
        await self._witnesses.close()
        await self.heads.stop()
        if self._core is not None:
            await self._core.close()
        self.sessions.close()
        await asyncio.to_thread(self.reads.close)

    @property
    def core(self) -> Core:
        """What stands on the log. Raises `Outage` while the log is put back."""
        if self._core is None:
            raise Outage
        return self._core

    def _start(self, core: Core) -> None:
        self.sockets.closed = self.stopping = False
        core.when_stopped = self._stop_serving
        core.eraser.end_sessions = self._end_sessions_of
        core.start()
        core.tail.listeners.append(self.hub.publish)
        self._attendance.start(core)
        self.webhooks.start(core)
        self._notices.start(core)
        self._search.start(core)
        self._witnesses.start(core)
        self.heads.start()
        core.tail.when_over = self._read_again

    def _stop_serving(self) -> None:
        """What is read here gets older from now on: who waits or follows goes on at another process."""
        self.let_go()
        self.sockets.let_go()

    def _read_again(self) -> None:
        """The log is another one now, put back by somebody else."""
        self._beginning = asyncio.create_task(self._begin_again(lambda: None))

    async def begin_again(self, put_back: Callable[[], None]) -> None:
        """Close what stands on the log, put its files back, and open them again; open pages are told to begin again.

        Once begun it is carried through, whoever stops waiting for it.
        """
        self._beginning = asyncio.create_task(self._begin_again(put_back))
        await asyncio.shield(self._beginning)

    async def _begin_again(self, put_back: Callable[[], None]) -> None:
        core, self._core = self.core, None
        self._attendance.stop()
        await self.webhooks.stop()
        await self._notices.stop()
        await self._search.stop()
        await self._witnesses.stop()
        await self.heads.stop()
        await core.close()
        await asyncio.to_thread(put_back)
        if (opened := await self._opened()) is None:
            return
        self._core = opened
        if self.issuer is not None:
            self.issuer.use(opened.log.keys)
        self._start(opened)
        self.hub.begin_again(opened)
        self._over.set()
        self._over = asyncio.Event()

    async def _opened(self) -> Core | None:
        """The core, as soon as its store can be had; None where the house is closed before."""
        while not self._closing:
            try:
                return Core(self.settings)
            except (*StoreFailure, KeysUnavailable, NotOpened, NotApplied) as error:
                report("house.waits-for-its-store", error=str(error))
                await asyncio.sleep(OPEN_AGAIN_S)
        return None

    # --- what doors and views ask ---

    @property
    def kept_log(self) -> Log:
        return self.core.log

    @property
    def reading(self) -> Reading:
        """What views, trail and feed are read from. Raises `FromTheFuture` where this process must not serve any more."""
        if self.core.stopped is not None:
            raise FromTheFuture(*self.core.stopped.args)
        return self.core.reading

    @property
    def documents(self) -> Documents:
        return self.core.documents

    @property
    def proofs(self) -> Proofs:
        return self.core.proofs

    def may_keep_papers(self, scope: str, person: str) -> bool:
        return may_keep_papers(scope, person, self.core.today(), self.core.tail.now)

    @property
    def epoch(self) -> str:
        return self.core.epoch

    @property
    def receipts_key(self) -> bytes:
        return self.core.log.receipts_key

    @property
    def keeps_story_time(self) -> bool:
        return self.core.keeps_story_time

    def profile_of(self, mask: Mask) -> str:
        return profile_of(mask)

    async def give(self, given: Given) -> Answer:
        core = self.core
        if given.story_at is not None:
            await core.timekeeper.look_before(given.story_at)
        return await core.desk.give(given)

    async def wait_for(self, position: int, timeout_s: float) -> bool:
        """Whether the views reached a position in time. A stop, or a log that is put back, keeps nobody waiting."""
        tail = self.core.tail
        if tail.head >= position:
            return True
        waits = [asyncio.create_task(tail.wait_for(position, timeout_s)), asyncio.create_task(self._over.wait())]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for each in waits:
            each.cancel()
        return tail.head >= position

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None:
        self._noted.note(reader, topic, opened.about, via)

    def look_for(self, scope: str, question: Question, before: int, last: int) -> Candidates:
        return self._search.look_for(scope, question, before, last)

    def names_for(self, person: str, stream: str) -> ReaderNames:
        return ReaderNames(self.core, person, stream)

    def faults(self) -> list[str]:
        return self.core.faults()

    async def figures(self) -> list[Figure]:
        return [
            *await of_core(self.core),
            *of_live(self.hub, len(self.sockets.live)),
            *of_webhooks(self.webhooks.figures()),
            *of_notices(await self._notices.figures()),
            *of_witnesses(self._witnesses.figures(), self._witnesses.outcomes),
            *self.heads.figures(self.core),
            Figure("reads_waiting", "reads that wait to be noted in the access log", self.reads.waiting),
            Figure("reads_lost", "reads that could not be noted in the access log", self.reads.lost),
        ]

    # --- sessions that end ---

    def _session_ended(self, session: bytes) -> None:
        self._loop.call_soon_threadsafe(self.sockets.end_sessions, (session,))

    def _end_sessions_of(self, person: str) -> None:
        self.sockets.disable(person)
        if ended := self.sessions.end_all_of(person):
            self.sockets.end_sessions(ended)
