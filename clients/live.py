"""The Python client: follow a topic's rows, or everything that happens, across lost lines, restarts and proxies that let no
socket through; losing and doubling nothing."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any

from clients.ladder import SOCKET_AGAIN_S, Carrier, Ladder, Loss
from clients.lines import BySocket, Ended, Line, Lost, OverHttp, Wanted
from clients.topic import CHANGES, START, Events, Message, Topic
from clients.whole import whole

__all__ = ["Ended", "Happened", "Topic", "follow", "follow_changes"]

RETRY_MIN_S = 0.5
RETRY_MAX_S = 30.0
AT_ONCE = range(4200, 4300)
"""Close codes after which the service expects us back now."""
SERVER_FAULT = 500

Token = str | Callable[[], str]
"""One that can be called is asked anew at each connection, and when a sign-in is about to end."""


async def follow(url: str, token: Token, name: str) -> AsyncGenerator[tuple[Topic, Message], None]:
    """A topic and each message that changed it, whole, for ever. Raises `Ended`."""
    topic = Topic(name)
    live = Live(Wanted(url, name, lambda: topic.cursor), token)
    async with aclosing(live.messages()) as messages:
        async for message in messages:
            try:
                changed = topic.apply(message)
            except LookupError:
                topic.missed()
                await live.ask_again()
                continue
            if changed:
                shown = {"set": topic.changed} if message["op"] == "rows" else {"rows": topic.rows}
                yield topic, message | shown


@dataclass(frozen=True)
class Happened:
    """Events that belong together, and the cursor to go on after: keep it with what was done because of them."""

    events: Sequence[dict[str, Any]]
    """CloudEvents 1.0. Empty once all of it was told, and where the cursor went on over what this reader may not see."""
    cursor: str
    begun_again: bool = False
    """The log was put back from a copy: what was told before is void, and all of it follows."""


async def follow_changes(
    url: str, token: Token, after: str = START, *, topics: Sequence[str] = (), types: Sequence[str] = ()
) -> AsyncGenerator[Happened, None]:
    """What happens, in order and once: after a cursor, from the `start` of the record, or from `now` on. Raises `Ended`."""
    told = Events(after)
    live = Live(Wanted(url, CHANGES, lambda: told.cursor, topics=[*topics], types=[*types]), token)
    begun_again = synced = False
    async with aclosing(live.messages()) as messages:
        async for message in messages:
            before = told.cursor
            try:
                events = told.apply(message)
            except LookupError:
                await live.ask_again()
                continue
            begun_again = begun_again or message["op"] == "reset"
            if events or (message["op"] == "sync" and (told.cursor != before or not synced)):
                synced = not events
                yield Happened(events, told.cursor, begun_again)
                begun_again = False


class Live:
    """The messages of one topic, by whatever carries them."""

    def __init__(self, wanted: Wanted, token: Token) -> None:
        self._wanted = wanted
        self._token = token
        self._ladder = Ladder(SOCKET_AGAIN_S)
        self._line: Line | None = None
        self._ready: BySocket | None = None
        """A socket that opened while following over HTTP."""
        self._tries = 0

    @property
    def carrier(self) -> Carrier:
        return self._ladder.carrier

    async def ask_again(self) -> None:
        """Something was missed: follow from the place once more."""
        if self._line is not None:
            with suppress(Lost):  # its next message says so too
                await self._line.ask()

    async def messages(self) -> AsyncGenerator[Message, None]:
        """Every message that may concern the topic, for ever. Raises `Ended`."""
        while True:
            wait_s: float | None = None
            try:
                async with aclosing(self._conversation()) as conversation:
                    async for message in conversation:
                        yield message
                wait_s = 0.0  # a socket is ready
            except Lost as lost:
                wait_s = lost.wait_s or None
                if self._ladder.lost(lost.loss, time.monotonic()):
                    continue  # by another carrier, which was not tried yet
                if wait_s:
                    pass  # a time that was named holds whatever the code: a process that is drained spreads those it lets go of
                elif self._tries == 0 and (lost.code in AT_ONCE or self.carrier is not Carrier.SOCKET):
                    wait_s = 0.0  # streams end in their time, and are opened again
            await asyncio.sleep(_back_off_s(self._tries) if wait_s is None else wait_s)
            self._tries += 1

    async def _conversation(self) -> AsyncGenerator[Message, None]:
        """One line's messages. Ends where a socket is ready instead. Raises `Lost`, `Ended`."""
        self._line = line = await self._open()
        trial = None if self.carrier is Carrier.SOCKET else asyncio.create_task(self._try_sockets())
        try:
            await line.ask()
            while (message := await self._next(line, trial)) is not None:
                match message["op"]:
                    case "hb" | "pong":
                        self._tries = 0  # a connection that is closed right after `welcome` must back off
                        self._ladder.lasted()
                    case "auth_expiring":
                        await self._renew(line)
                    case "error":
                        _require_ours(message)
                if message.get("topic", self._wanted.topic) == self._wanted.topic:
                    yield await whole(message, self._wanted.url, self._fresh_token)
        finally:
            self._line = None
            if trial is not None:
                trial.cancel()
                await asyncio.wait({trial})
            await line.close()

    async def _open(self) -> Line:
        ready, self._ready = self._ready, None
        if ready is not None:
            self._ladder.back()
            return ready
        if self.carrier is Carrier.SOCKET:
            return await BySocket.open(self._wanted, self._fresh_token())
        return OverHttp(self._wanted, self._fresh_token(), self.carrier)

    async def _next(self, line: Line, trial: "asyncio.Task[BySocket] | None") -> Message | None:
        """The next message; None where a socket is ready instead."""
        if trial is None:
            return await line.next()
        coming = asyncio.ensure_future(line.next())
        try:
            await asyncio.wait({coming, trial}, return_when=asyncio.FIRST_COMPLETED)
            if trial.done() and not coming.done():
                self._ready = trial.result()
                return None
            return await coming
        finally:
            if not coming.done():
                coming.cancel()
                await asyncio.wait({coming})

    async def _try_sockets(self) -> BySocket:
        """While following over HTTP: until there is a socket again."""
        while True:
            await asyncio.sleep(self._ladder.socket_in_s(time.monotonic()) or 0.0)
            try:
                return await BySocket.open(self._wanted, self._fresh_token())
            except (Lost, Ended):
                self._ladder.in_vain(time.monotonic())

    async def _renew(self, line: Line) -> None:
        """Only whoever can be asked for a fresh token goes on by it; else the service closes in its time."""
        if not isinstance(self._token, str):
            await line.renew(self._token())

    def _fresh_token(self) -> str:
        return self._token if isinstance(self._token, str) else self._token()


def _require_ours(message: Message) -> None:
    """Raises `Lost` where the service cannot just now, `Ended` where it will not."""
    problem = message["problem"]
    if problem["status"] >= SERVER_FAULT:
        raise Lost(Loss.TOLD)
    raise Ended(problem["detail_en"])


def _back_off_s(tries: int) -> float:
    """Anything below a ceiling that doubles."""
    return random.uniform(0, min(RETRY_MAX_S, RETRY_MIN_S * 2 ** min(tries, 10)))
