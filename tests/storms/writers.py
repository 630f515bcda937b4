"""Writers at work during a storm: the story goes on step by step while others talk, register and change who may hear."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from random import Random
from uuid import UUID

import httpx
import msgspec

from domain import party
from domain.kernel import Command
from domain.meeting.attendance import LiftRecusal, Recuse
from domain.meeting.discussion import RecordPoint
from domain.meeting.guests import InviteGuest
from domain.points import Remark, Sort
from domain.streams import COMMAND_NAMES
from domain.text import Text
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import CLOSED_ITEM, OPEN_ITEM, TITLE_CLOSED

PATIENCE_S = 120
ANSWER_S = 15
PAUSE_S = 0.05
TAKEN = (httpx.codes.OK, httpx.codes.CONFLICT)
"""Whoever talks at random may be told by a rule that it is not the time."""
ITEMS = (OPEN_ITEM, TITLE_CLOSED, CLOSED_ITEM)
GUEST = InviteGuest(person=CAST["neighbour"], items=(OPEN_ITEM,))


class Writers:
    """Everybody who writes. What is not answered at one node is sent again, at the next, under the same key."""

    def __init__(self, urls: Sequence[str], tokens: Mapping[str, str], random: Random) -> None:
        self.answered: Counter[str] = Counter()
        """verb -> how often it was recorded"""
        self.refused = 0
        self.cut_off = 0
        """How often a connection ended, or an answer did not come."""
        self.unavailable = 0
        self._urls, self._tokens, self._random = urls, tokens, random
        self._http = httpx.AsyncClient(timeout=ANSWER_S)
        self._moved = asyncio.Event()

    async def close(self) -> None:
        await self._http.aclose()

    async def invite(self) -> None:
        """A guest comes to the open item."""
        await self._carry_through("secretary", MEETING, GUEST)

    async def tell(self, steps: Sequence[Step]) -> None:
        """The story goes on."""
        for step in steps:
            status = await self._carry_through(step.by, step.to, step.command, step.if_match, step.at)
            assert status == httpx.codes.OK, step

    async def talk(self, stop: asyncio.Event) -> None:
        """Whatever else is said, until told to stop."""
        for number in count():
            if stop.is_set():
                return
            await self._carry_through(*self._at_random(number))
            await asyncio.sleep(self._random.uniform(0, PAUSE_S))

    async def until(self, more: int) -> None:
        """Wait until so many more were answered, of whatever kind."""
        enough = self.answered.total() + more
        async with asyncio.timeout(PATIENCE_S):
            while self.answered.total() < enough:
                self._moved.clear()
                await self._moved.wait()

    def _at_random(self, number: int) -> tuple[str, str, Command]:
        item = self._random.choice(ITEMS)
        match self._random.randrange(5):
            case 0:
                name = f"tilkommen-{self._random.getrandbits(40):x}"
                return (
                    "administrator",
                    f"dk/party/{name}",
                    party.Register(name=name, party_kind=party.PartyKind.EXTERNAL),
                )
            case 1:
                return "chair", MEETING, Recuse(item=OPEN_ITEM, person=CAST["member"], reason="I familie.")
            case 2:
                return "chair", MEETING, LiftRecusal(item=OPEN_ITEM, person=CAST["member"], reason="En anden.")
            case _:
                said = Remark[Text](sort=Sort.REMARK, text=f"Sagt som nummer {number}.")
                return "secretary", MEETING, RecordPoint(item=item, point=said)

    async def _carry_through(
        self, by: str, to: str, command: Command, if_match: int | None = None, at: str | None = None
    ) -> int:
        """Asked until it is answered: the status."""
        verb = COMMAND_NAMES[type(command)].partition(".")[2]
        headers = {"Authorization": f"Bearer {self._tokens[by]}", "Content-Type": "application/json"}
        headers["Idempotency-Key"] = str(UUID(int=self._random.getrandbits(128)))
        if if_match is not None:
            headers["If-Match"] = f'"{if_match}"'
        if at is not None:
            headers["Klynge-Story-Time"] = at
        body, first = msgspec.json.encode(command), self._random.randrange(len(self._urls))
        async with asyncio.timeout(PATIENCE_S):
            for attempt in count(first):
                answer = await self._ask(f"{self._urls[attempt % len(self._urls)]}/v1/{to}/{verb}", body, headers)
                if answer is not None:
                    break
                await asyncio.sleep(PAUSE_S)
        assert answer is not None
        assert answer.status_code in TAKEN, (command, answer.text)
        if answer.status_code == httpx.codes.OK:
            self.answered[verb] += 1
            self._moved.set()
        else:
            self.refused += 1
        return answer.status_code

    async def _ask(self, address: str, body: bytes, headers: Mapping[str, str]) -> httpx.Response | None:
        try:
            answer = await self._http.post(address, content=body, headers=headers)
        except httpx.TransportError:
            self.cut_off += 1
            return None
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            self.unavailable += 1
            return None
        return answer
