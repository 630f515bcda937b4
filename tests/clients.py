"""Commands without end, each named by its key, and clients that repeat one under its key until it is answered."""

import asyncio
import time
from collections.abc import Awaitable, Iterator, Sequence
from itertools import count

import httpx
import msgspec

from domain import body, party
from domain.kernel import Command
from domain.seats import ByPatients, Voice
from eventstore.desk import DEADLINE_S
from klynge.init import OPERATOR
from tests.acknowledged import Promises, Sent, Told

CLIENTS = 12
SLACK_S = 3.0
"""Over the deadline: a machine with two busy cores, or more to do than that, does not answer on the dot."""
PATIENCE_S = 120
PAUSE_S = 0.05
"""Before a command that was not answered is sent again."""


def commands() -> Iterator[Sent]:
    """Without end: of one event, of four, and one that a rule refuses; each named by its key."""
    for number in count():
        key = f"command-{number}"
        match number % 4:
            case 0:
                yield sent(key, f"crash/body/{key}", establishing(key), 4)
            case 1:
                yield sent(key, OPERATOR, registering(key), 0)
            case _:
                yield sent(key, f"dk/party/{key}", registering(key), 1)


def sent(key: str, stream: str, command: Command, events: int) -> Sent:
    return Sent(key, stream, type(command).verb, msgspec.json.encode(command), events)


def registering(key: str) -> party.Register:
    return party.Register(name=key, party_kind=party.PartyKind.MUNICIPALITY)


def establishing(key: str) -> body.Establish:
    """A body and, as reactions, its three seats."""
    seats = tuple(body.SeatPlan[str](seat=seat, right=ByPatients(), voice=Voice.VOTE) for seat in ("a", "b", "c"))
    membership = f"crash/membership/{key}"
    return body.Establish(name=key, level=body.Level.GROUP, membership=membership, chairs=0, seats=seats)


class Persistent:
    """Clients of several nodes. What is not answered at one is sent again, at the next, under the same key."""

    def __init__(self, urls: Sequence[str], token: str, promises: Promises) -> None:
        self._urls = urls
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._commands = commands()
        self._promises = promises
        self._answered = asyncio.Event()
        self._failed: Exception | None = None
        self.cut_off = 0
        """How often a connection ended instead of answering."""
        self.unavailable = 0
        """How often the answer was 503."""
        self.slowest_s = 0.0

    @property
    def told(self) -> int:
        return len(self._promises.told)

    async def write(self, stop: asyncio.Event, clients: int = CLIENTS) -> None:
        """Command after command until told to stop; then what is in flight is carried through."""
        async with httpx.AsyncClient(headers=self._headers, timeout=DEADLINE_S + SLACK_S) as http:
            writing = (self._write(http, stop, number) for number in range(clients))
            try:
                await asyncio.gather(*writing, *(self._read(http, stop, url) for url in self._urls))
            except Exception as failed:
                self._failed = failed
                self._answered.set()
                raise

    async def until(self, count: int) -> None:
        """Wait until so many commands more are answered."""
        enough = self.told + count
        async with asyncio.timeout(PATIENCE_S):
            while self.told < enough:
                await self._moved()

    async def until_unavailable(self, count: int) -> None:
        """Wait until 503 was answered so often."""
        async with asyncio.timeout(PATIENCE_S):
            while self.unavailable < count:
                await self._moved()

    async def _moved(self) -> None:
        """Wait for the next answer. Raises what ended the clients."""
        if self._failed is not None:
            raise self._failed
        self._answered.clear()
        await self._answered.wait()

    async def _write(self, http: httpx.AsyncClient, stop: asyncio.Event, number: int) -> None:
        while not stop.is_set():
            await self._carry_through(http, next(self._commands), number)

    async def _read(self, http: httpx.AsyncClient, stop: asyncio.Event, url: str) -> None:
        """A reader at each node: it is answered in time too, with rows or with why not."""
        while not stop.is_set():
            answer = await self._timed(http.get(f"{url}/v1/crash/people", params={"limit": 5}))
            expected = (None, httpx.codes.OK, httpx.codes.SERVICE_UNAVAILABLE)
            assert (answer and answer.status_code) in expected, answer and answer.text
            await asyncio.sleep(PAUSE_S)

    async def _carry_through(self, http: httpx.AsyncClient, command: Sent, number: int) -> None:
        self._promises.unanswered[command.key] = command
        for attempt in count(number):
            answer = await self._ask(http, self._urls[attempt % len(self._urls)], command)
            if answer is not None:
                break
            await asyncio.sleep(PAUSE_S)
        assert answer is not None
        assert answer.status_code == (httpx.codes.OK if command.events else httpx.codes.CONFLICT), answer.text
        position = answer.json()["position"] if command.events else None
        del self._promises.unanswered[command.key]
        self._promises.told[command.key] = Told(command, position)
        self._answered.set()

    async def _ask(self, http: httpx.AsyncClient, url: str, command: Sent) -> httpx.Response | None:
        """The answer; None where the outcome is not known."""
        address = f"{url}/v1/{command.stream}/{command.verb}"
        answer = await self._timed(http.post(address, content=command.body, headers={"Idempotency-Key": command.key}))
        if answer is None:
            self.cut_off += 1
            return None
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            self.unavailable += 1
            self._answered.set()
            return None
        return answer

    async def _timed(self, request: Awaitable[httpx.Response]) -> httpx.Response | None:
        """The answer within the deadline; None where the connection ended instead."""
        asked_at = time.monotonic()
        try:
            return await request
        except httpx.TimeoutException:
            raise AssertionError(f"no answer within the deadline: {time.monotonic() - asked_at:.1f} s") from None
        except httpx.TransportError:
            return None
        finally:
            self.slowest_s = max(self.slowest_s, time.monotonic() - asked_at)
