"""A server under measurement, told what to do on standard input: a line each way, answers in JSON.

`ours`: Klynge. `fastapi`: an application that makes the very same commit, by the same writer, and tells it to its sockets one by
one with `send_text`. `nchan`: the same commit, published to nginx, which tells it to its own sockets.
"""

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import uvicorn
import uvloop
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from msgspec import structs

from benchmarks.crowd import free_port
from benchmarks.history import DIGEST, give
from benchmarks.live.counting import Counting
from benchmarks.live.room import MARK
from benchmarks.served import ITEM_ON_FLOOR, MESSAGE, answer, resident_kib, told
from domain.assurance import Assurance
from domain.effects import Assign, ByParty
from domain.log import Clock
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.outcomes import Plain, PlainOutcome
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.desk import Desk
from eventstore.given import Committed, Given
from eventstore.sessions import Session
from klynge.house import House
from klynge.init import init
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.lillebaelt_2024_04_09.cast import HOSPITAL
from stories.lillebaelt_2024_04_09.names import STRATEGIC

Order = Callable[[list[str]], Awaitable[object]]
"""What a line asks for, in words; its answer."""
DAY_S = 86_400
EVENTS = 10
"""Actions that one decision hands out."""
LONG = 70
"""How much more is said where a reader is to be filled up."""


async def play(settings: Settings) -> None:
    """A log with a meeting under way, its second item on the floor."""
    await init(settings, "syddanmark", Clock.STORY, 1_700_000_000_000_000)
    kept_log = settings.store.open_log()
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    for step in (*STORY.before, *STORY.evening[:ITEM_ON_FLOOR]):
        await give(desk, step.to, step)
    desk.close()
    kept_log.close()


def a_point(item: Any, of: str = "point") -> Given:
    """The commit that everybody makes: a point, said at the item on the floor."""
    text = MESSAGE * LONG if of == "long" else MESSAGE
    return Given(
        person=STORY.cast["secretary"],
        assurance=Assurance.SUBSTANTIAL,
        stream=STORY.meeting,
        command=RecordPoint(item=item, point=Remark[Text](sort=Sort.INFORMATION, text=text)),
        key=os.urandom(16).hex(),
        digest=DIGEST,
    )


def a_decision(item: Any, number: int) -> Given:
    """Another: a decision that hands out ten actions, all in one transaction."""
    actions = tuple(
        Assign[Text](
            action=f"lillebaelt/action/a{number}-{each}",
            what=MESSAGE[:120],
            owed_by=(ByParty(party=HOSPITAL),),
            report_to=STRATEGIC,
        )
        for each in range(EVENTS)
    )
    outcome = Plain(outcome=PlainOutcome.DECIDED)
    command = RecordDecision(item=item, decision=f"b{number}", outcome=outcome, text="Fordelt.", at_once=actions)
    return structs.replace(a_point(item), command=command)


class Commits:
    """Commands given to a desk, and when each was on disk."""

    def __init__(self, desk: Desk, item: Any) -> None:
        self.desk = desk
        self._item = item
        self._number = 0
        self.at = 0.0
        self._told = desk.writer._committed
        desk.writer._committed = self._note

    async def make(self, of: str = "point") -> float:
        """One more; when it was durable, by the clock that all processes of a machine share."""
        self._number += 1
        given = a_decision(self._item, self._number) if of == "decision" else a_point(self._item, of)
        await self.desk.give(given)
        return self.at

    def _note(self, committed: Committed) -> None:
        """In the writer's thread, right after the commit."""
        self.at = time.perf_counter()
        self._told(committed)


# --- ours ---


async def ours(settings: Settings, counting: Counting) -> None:
    with listen(settings) as listening:
        house = House(settings)
        async with running(house, listening):
            issuer = house.issuer
            assert issuer is not None
            commits = Commits(house.core.desk, house.core.tail.now.see(STORY.meeting).floor)
            gc.collect()
            gc.freeze()
            answer(issuer.mint_token(STORY.cast["observer"], 3600))
            await _obey(_orders_to(house, commits, counting))


def _orders_to(house: House, commits: Commits, counting: Counting) -> Order:
    async def obey(words: list[str]) -> object:
        match words:
            case ["commit"]:
                return await commits.make()
            case ["commits", count, of]:
                for _ in range(int(count)):
                    await commits.make(of)
                return house.core.head
            case ["cpu"]:
                return await _cpu(commits.make())
            case ["ready", length]:
                return await _cpu(_write_ready(house, int(length)))
            case ["parked"]:
                return sum(each._parked_at is not None for each in house.sockets.live)
            case ["rss"]:
                return resident_kib()
            case ["sessions", count]:
                return _sessions(house, int(count))
            case ["forget"]:
                house.hub._topics.clear()
                return None
            case ["reads"]:
                return counting.reads
            case ["spent"]:
                return time.process_time()
            case ["connections"]:
                return len(house.sockets.live)
        raise ValueError(words)

    return obey


async def _cpu(doing: Awaitable[object]) -> float:
    """CPU seconds that the event loop's thread takes for something, until what was written has left."""
    begun = time.thread_time()
    await doing
    for _ in range(3):
        await asyncio.sleep(0)
    return time.thread_time() - begun


async def _write_ready(house: House, length: int) -> None:
    """A frame that is at hand to each transport, and nothing else."""
    frame = MARK.encode() + b"x" * (length - len(MARK))
    for each in house.sockets.live:
        each._transport.write(frame)


def _sessions(house: House, count: int) -> list[str]:
    """So many people signed in at pages: their cookies."""
    now = int(time.time())
    people = [person for person in STORY.cast.values() if house.core.mask(STORY.meeting, person) is not None]
    return [house.sessions.begin(Session(people[n % len(people)], now + DAY_S), now) for n in range(count)]


# --- peers, which make the same commit ---


async def fastapi(settings: Settings) -> None:
    app = FastAPI()
    sockets: set[WebSocket] = set()

    @app.websocket("/v1/live")
    async def live(socket: WebSocket) -> None:
        await socket.accept()
        sockets.add(socket)
        try:
            while True:
                await socket.receive_text()
        except WebSocketDisconnect:
            sockets.discard(socket)

    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", ws_per_message_deflate=False, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)

    async def broadcast(text: str) -> None:
        for socket in tuple(sockets):
            await socket.send_text(text)

    await _commit_and_tell(settings, broadcast)
    server.should_exit = True
    await serving


async def nchan(settings: Settings, port: int) -> None:
    """nginx answers at the port; it is told by HTTP, over a line that stays."""
    reader, writer = await asyncio.open_connection(settings.host, port)

    async def publish(text: str) -> None:
        body = text.encode()
        writer.write(f"POST /pub HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next((line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
        await reader.readexactly(int(length.split(b":")[1]))

    await _commit_and_tell(settings, publish)
    writer.close()


async def _commit_and_tell(settings: Settings, tell: Callable[[str], Awaitable[None]]) -> None:
    kept_log = settings.store.open_log()
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    commits = Commits(desk, kept_log.now().see(STORY.meeting).floor)
    gc.collect()
    gc.freeze()

    async def obey(words: list[str]) -> object:
        """`commit LENGTH`, told in a message of that length; `decisions COUNT LENGTH`, each told in ten."""
        match words:
            case ["commit", length]:
                committed_at = await commits.make()
                await tell(_text(length))
                return committed_at
            case ["decisions", count, length]:
                for _ in range(int(count)):
                    await commits.make("decision")
                    for _ in range(EVENTS):
                        await tell(_text(length))
                return None
        raise ValueError(words)

    answer("ready")
    await _obey(obey)
    desk.close()
    kept_log.close()


def _text(length: str) -> str:
    return MARK + "x" * (int(length) - len(MARK))


async def _obey(order: Order) -> None:
    lines = await told()
    while words := (await lines.readline()).decode().split():
        answer(msgspec.json.encode(await order(words)).decode())


async def main(which: str, port: int) -> None:
    counting = Counting()
    if which == "counted":
        counting.begin()
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        # While the meeting is played the peer's port is nginx's already.
        own = free_port() if which == "nchan" else port
        settings = read_settings(
            {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_BIND": f"127.0.0.1:{own}"}
        )
        await play(settings)
        match which:
            case "ours" | "counted":
                await ours(settings, counting)
            case "fastapi":
                await fastapi(settings)
            case "nchan":
                await nchan(settings, port)


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], int(sys.argv[2])))
