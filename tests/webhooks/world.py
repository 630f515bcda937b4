"""A small record, and a sender over it, on a clock that a test moves; who may see what is as the test says."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from domain.access import Granted, Office, Withdrawn
from domain.dates import Day
from domain.kernel import Recorded
from domain.party import PartyKind, Registered
from domain.text import said
from eventstore.webhooks import Webhook, Webhooks, Why, Wish
from klynge.webhooks.calling import Line
from klynge.webhooks.sender import Sender
from klynge.webhooks.target import Targets
from tests.given import opened
from tests.webhooks.receiver import PATIENCE_S, Receiver, Sent

OWNER, NAME = "dk/client/esdh", "journal"
ACCESS = "dk/access/esdh"
URL = "https://klynge.example"
WORDS = "Ord, som ingen webhook bærer"
DAY_S = 86_400


class Sight:
    """Sees all but what the test hides."""

    def __init__(self, hidden: set[int]) -> None:
        self._hidden = hidden

    def hides(self, recorded: Recorded) -> bool:
        return recorded.position in self._hidden


class World:
    """A record of which a client may read of `dk` and of the scopes that are open to it."""

    def __init__(self) -> None:
        self.epoch = "life-1"
        self.hidden: set[int] = set()
        self.shut: set[str] = set()
        self.future: Exception | None = None
        self.looked = 0
        """How often somebody asked how far the record goes."""
        self.now = opened()
        self.now.happened(
            ACCESS,
            Granted(client=OWNER, office=Office.CLIENT, reason=said("Journal."), from_on="2024-03-01", scopes=("dk",)),
        )

    @property
    def reading(self) -> Any:
        self.looked += 1
        if self.future is not None:
            raise self.future
        return self

    @property
    def head(self) -> int:
        return len(self.now.recorded)

    def outward_eyes(self, scope: str, person: str) -> Any:
        assert person == OWNER
        return None if scope in self.shut else Sight(self.hidden)

    def today(self) -> Day:
        return self.now.today

    def page(self, after: int, limit: int) -> list[Recorded]:
        return self.now.recorded[after : after + limit]

    def grow(self, count: int = 1, scope: str = "dk") -> list[int]:
        """Parties are registered; where that stands."""
        event = Registered(name=said(WORDS), party_kind=PartyKind.MUNICIPALITY)
        for _ in range(count):
            self.now.happened(f"{scope}/party/p{self.head}", event)
        return [each.position for each in self.now.recorded[-count:]]

    def end_access(self) -> None:
        self.now.happened(ACCESS, Withdrawn(reason=said("Slut.")))


class Lease:
    """One that a test gives and takes."""

    def __init__(self) -> None:
        self.mine = True
        self.asked = 0

    def held(self) -> bool:
        self.asked += 1
        return self.mine

    def close(self) -> None: ...


class Clock:
    """Seconds since 1970; it goes on by itself, and a test puts it forward."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead_s


async def _here(_: str, __: int) -> Sequence[str]:
    return ("127.0.0.1",)


TLS = ssl.create_default_context()


class Post:
    """The sender, its webhooks, and what was told of them."""

    def __init__(self, webhooks: Webhooks, world: World) -> None:
        self.webhooks = webhooks
        self.world = world
        self.clock = Clock()
        self.lease = Lease()
        self.disabled: list[Why] = []
        self.tls = TLS
        """Whom the sender trusts."""
        self.sender = self.another()

    def another(self) -> Sender:
        """As another process, or this one after its start, has it."""
        return Sender(
            self.webhooks,
            self.world,
            self.lease,
            lambda: Line(Targets(to_loopback=True, resolve=_here), self.tls),
            URL,
            lambda _, why: self.disabled.append(why),
            self.clock,
        )

    def add(self, url: str, name: str = NAME, **wish: Any) -> str:
        """A webhook that is told of what comes from now on; its secret."""
        made = self.webhooks.add(
            OWNER, name, Wish(url=url, **wish), self.world.epoch, self.world.head, int(self.clock())
        )
        assert made is not None
        self.sender.look_again()
        return made

    def of(self, name: str = NAME) -> Webhook:
        found = self.webhooks.find(OWNER, name)
        assert found is not None
        return found

    def grow(self, count: int = 1, scope: str = "dk") -> list[int]:
        positions = self.world.grow(count, scope)
        self.sender.wake()
        return positions

    async def until(self, holds: Any) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE_S):
            while not holds():
                await asyncio.sleep(0.005)

    async def looks(self) -> None:
        """Wait until the sender has looked several times more."""
        before = self.world.looked
        await self.until(lambda: self.world.looked > before + 4)

    async def until_at(self, position: int, name: str = NAME) -> None:
        """Wait until it was told, or passed over, of everything up to here."""
        await self.until(lambda: self.of(name).position >= position)

    @asynccontextmanager
    async def sending(self, sender: Sender | None = None) -> AsyncIterator[None]:
        task = asyncio.create_task((sender or self.sender).run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def positions(sent: list[Sent]) -> list[int]:
    """Of the events that came, in the order they came."""
    return [int(each.headers["webhook-id"].rpartition(":")[2]) for each in sent]


async def came(there: Receiver, count: int) -> list[Sent]:
    return await asyncio.to_thread(there.until, count)


def outcomes(post: Post, name: str = NAME) -> list[tuple[int, int, str, int]]:
    """Position, attempt, outcome and status of what was sent, the first first."""
    log = post.webhooks.deliveries.find(OWNER, name, None, 100)
    return [(each.position, each.attempt, each.outcome, each.status) for _, each in reversed(log)]
