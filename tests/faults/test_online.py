"""Who is online at two nodes, while a node is killed and Redis vanishes: nobody goes who is there, nobody stays who is not."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect

from api.issuer import DevelopmentIssuer
from eventstore.attending import LEASE_S, RENEW_S
from klynge.settings import read_settings
from tests.nodes import Node
from tests.projections.aadal import CAST, MEETING
from tests.realtime.page import Message
from tests.realtime.seen import Seen
from tests.realtime.served import SUBPROTOCOL, record_meeting
from tests.valkey import Valkey, valkey

CHAIR, MEMBER = CAST["chair"], CAST["member"]
TOKEN_S = 3_600
SOON_S = 30
LEASED_S = LEASE_S + 3 * RENEW_S
"""By then a process has noticed that a lease ran out."""


class Online:
    """Somebody's page at a node, and whom it shows online."""

    def __init__(self, socket: ClientConnection) -> None:
        self.seen = Seen()
        self.told: list[Message] = []
        self._socket = socket
        self._moved = asyncio.Event()
        self._task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for text in self._socket:
            message = json.loads(text)
            if message["op"] == "pres":
                self.told.append(message)
                self.seen.take(message)
                self._moved.set()

    async def say(self, op: str, **fields: object) -> None:
        await self._socket.send(json.dumps({"op": op, "id": 1, "topic": MEETING, **fields}))

    async def until(self, holds: Callable[[Seen], bool], within_s: float = SOON_S) -> None:
        async with asyncio.timeout(within_s):
            while not holds(self.seen):
                self._moved.clear()
                await self._moved.wait()

    async def until_there(self, *people: str, within_s: float = SOON_S) -> None:
        await self.until(lambda seen: seen.people.keys() == set(people), within_s)

    async def close(self) -> None:
        self._task.cancel()
        await self._socket.close()


class Two:
    """Two processes on the files of a meeting under way."""

    def __init__(self, folder: Path, redis: Valkey) -> None:
        self.redis = redis
        here = {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_REDIS": redis.address}
        self.nodes = [Node(number, folder, here) for number in range(2)]
        for node in self.nodes:
            node.environment["KLYNGE_URL"] = self.nodes[0].url
        settings = read_settings(self.nodes[0].environment)
        keys, sessions = settings.store.open_keys(), settings.store.open_sessions()
        issuer = DevelopmentIssuer(env="dev", public_url=self.nodes[0].url, keys=keys, sessions=sessions, people=list)
        self._tokens = {part: issuer.mint_token(person, TOKEN_S) for part, person in CAST.items()}
        keys.close()
        sessions.close()

    @asynccontextmanager
    async def online(self, number: int, part: str) -> AsyncIterator[Online]:
        """Somebody's page, until one leaves."""
        address = f"{self.nodes[number].url.replace('http', 'ws')}/v1/live"
        socket = await connect(address, subprotocols=[SUBPROTOCOL], compression=None)
        await socket.send(json.dumps({"op": "hello", "token": self._tokens[part]}))
        page = Online(socket)
        await page.say("sub", presence=True)
        try:
            yield page
        finally:
            await page.close()


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Two]:
    await record_meeting(tmp_path)
    with valkey(tmp_path) as redis:
        two = Two(tmp_path, redis)
        try:
            await asyncio.gather(*(node.start() for node in two.nodes))
            yield two
        finally:
            for node in two.nodes:
                node.kill()


async def test_whoever_comes_over_from_a_killed_node_was_never_away(two: Two) -> None:
    async with two.online(0, "chair") as here:
        async with two.online(1, "member") as there:
            await there.until_there(CHAIR, MEMBER)
            await there.say("presence", state={"hand": True})
            await here.until(lambda seen: seen.hands() == {MEMBER: 1})
            assert here.seen.people[MEMBER]["person"]["name"]
            told = len(here.told)
            two.nodes[1].kill()
        async with two.online(0, "member") as back:
            await back.until(lambda seen: seen.hands() == {MEMBER: 1})
            await here.say("presence", person=MEMBER)
            await back.until(lambda seen: seen.hands() == {})
            await here.until(lambda seen: seen.hands() == {})
        assert [each for each in here.told[told:] if each.get("join") or each.get("leave")] == []


@pytest.mark.at_length
async def test_nobody_stays_online_at_a_killed_node_nor_vanishes_with_redis_for_good(two: Two) -> None:
    async with two.online(0, "chair") as here:
        async with two.online(1, "member") as there:
            await here.until_there(CHAIR, MEMBER)
            two.redis.kill()
            await here.until_there(CHAIR, within_s=LEASED_S)
            await there.until_there(MEMBER, within_s=LEASED_S)
            two.redis.start()
            await here.until_there(CHAIR, MEMBER)
            await there.until_there(CHAIR, MEMBER)
            two.nodes[1].kill()
        await here.until_there(CHAIR, within_s=LEASED_S)
