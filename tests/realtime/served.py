"""A served house: on a free port, on real databases, with the meeting under way; and the client's end of a socket."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from clients.live import Topic
from domain.assurance import Assurance
from domain.log import Clock
from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.desk import Desk
from eventstore.given import Answer, Given
from klynge.house import House
from klynge.init import init
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from realtime.socket import LiveProtocol
from stories.story import Step
from tests.ports import free_port
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import OPEN_ITEM, STORY
from tests.realtime.page import Message
from tests.realtime.record_in_memory import microseconds
from tests.realtime.under_way import BEGUN

SUBPROTOCOL = Subprotocol("klynge.v1.json")
ANSWER_S = 30
"""Nothing here takes so long; a test that waits longer has failed."""


def settings_in(folder: Path, port: int) -> Settings:
    return read_settings(
        {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_BIND": f"127.0.0.1:{port}"}
    )


async def record_meeting(folder: Path, steps: tuple[Step, ...] = BEGUN) -> None:
    """The story up to when the open item is on the floor, or as much of it as is asked for, in files."""
    settings = settings_in(folder, free_port())
    await init(settings, "region", Clock.STORY, microseconds(STORY.steps[0].at))
    kept_log = settings.store.open_log()
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    for index, step in enumerate(steps):
        await desk.give(
            Given(
                person=STORY.cast[step.by],
                assurance=Assurance.SUBSTANTIAL,
                stream=step.to,
                command=step.command,
                key=str(STORY.key_of(index)),
                digest=b"",
                if_match=step.if_match,
                story_at=microseconds(step.at),
            )
        )
    desk.close()
    kept_log.close()


class Served:
    """A house that answers. `origin` is that of its own pages."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.url = house.settings.url
        self.origin = self.url
        self.socket_url = f"{self.url.replace('http', 'ws', 1)}/v1/live"

    def token(self, part: str, seconds: int = 3_600) -> str:
        assert self.house.issuer is not None
        return self.house.issuer.mint_token(CAST[part], seconds)

    async def say(self, text: str) -> Answer:
        """The secretary writes down a remark at the open item; answered when it is on disk."""
        command = RecordPoint(item=OPEN_ITEM, point=Remark[Text](sort=Sort.REMARK, text=text))
        return await self.give("secretary", MEETING, command)

    async def give(self, part: str, stream: str, command: Any) -> Answer:
        key = os.urandom(8).hex()
        return await self.house.give(
            Given(
                person=CAST[part], assurance=Assurance.SUBSTANTIAL, stream=stream, command=command, key=key, digest=b""
            )
        )

    @asynccontextmanager
    async def browser(self, part: str) -> AsyncIterator[httpx.AsyncClient]:
        """A page's HTTP, signed in by a one-use code."""
        assert self.house.issuer is not None
        headers = {"Klynge-Request": "1", "Origin": self.origin}
        async with httpx.AsyncClient(base_url=self.url, headers=headers) as browser:
            code = self.house.issuer.mint_code(CAST[part])
            answer = await browser.post("/v1/session", json={"code": code})
            assert answer.status_code == 200, answer.text
            yield browser

    @asynccontextmanager
    async def line(self, part: str | None = None, **how: Any) -> AsyncIterator["Line"]:
        """A socket; with a part, one that has said hello with that person's token."""
        async with connect(self.socket_url, subprotocols=[SUBPROTOCOL], compression=None, **how) as opened:
            line = Line(opened)
            if part is not None:
                await line.say("hello", token=self.token(part))
                await line.until("welcome")
            yield line

    def protocols(self) -> list[LiveProtocol]:
        """The server's ends of the sockets."""
        return list(self.house.sockets.live)


class Line:
    """The client's end of a socket. Keeps its topics by the real client."""

    def __init__(self, opened: ClientConnection) -> None:
        self.socket = opened
        self.heard: list[Message] = []
        self.topics: dict[str, Topic] = {}

    async def say(self, op: str, **fields: Any) -> None:
        await self.socket.send(json.dumps({"op": op, **fields}))

    async def sub(self, topic: str = MEETING, **fields: Any) -> Message:
        """Follow a topic and read up to its end of catching up: the `ok`."""
        await self.say("sub", id=len(self.heard), topic=topic, **fields)
        ok = await self.until("ok")
        await self.until("sync")
        return ok

    async def next(self) -> Message:
        async with asyncio.timeout(ANSWER_S):
            message: Message = json.loads(await self.socket.recv())
        self.heard.append(message)
        if "topic" in message and message["op"] != "ok":
            self.topics.setdefault(message["topic"], Topic(message["topic"])).apply(message)
        return message

    async def until(self, op: str) -> Message:
        """Read on to a message of that name."""
        while True:
            message = await self.next()
            if message["op"] == op:
                return message

    async def until_position(self, position: int, topic: str = MEETING) -> None:
        """Read on until the topic is shown as of a position."""
        while self.topics[topic].position < position:
            await self.next()

    async def closed(self) -> int | None:
        """Read to the end: the code it was closed with."""
        try:
            while True:
                await self.next()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd is not None else None

    def points(self) -> list[str]:
        """What is shown of what was said at the open item, in order."""
        return points_in(self.topics[MEETING])


def points_in(topic: Topic) -> list[str]:
    prefix = f"item/{OPEN_ITEM}/point/"
    texts = [topic.rows[key]["text"] for key in sorted(topic.rows) if key.startswith(prefix)]
    return [text for text in texts if text != "Budgettet holder."]


@asynccontextmanager
async def serving(folder: Path, port: int | None = None) -> AsyncIterator[Served]:
    """The house whose databases lie in a folder, answering until one leaves."""
    settings = settings_in(folder, port or free_port())
    with listen(settings) as listening:
        house = House(settings)
        async with running(house, listening):
            yield Served(house)


def copy_of(meeting: Path, folder: Path) -> Path:
    """The recorded meeting, in a folder of its own."""
    shutil.copytree(meeting, folder / "house")
    return folder / "house"
