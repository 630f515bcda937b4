"""The ways to the server and back: a socket, a stream of events over HTTP, one long question after the other.

A line gives messages one by one, whatever carries them, until it raises `Lost` or `Ended`.
"""

import asyncio
import json
import random
from collections.abc import AsyncGenerator, Callable
from typing import Any, Protocol

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from clients.ladder import Carrier, Loss
from clients.sse import Events, Sent
from clients.topic import CHANGES, NOW, Message

SUBPROTOCOL = Subprotocol("klynge.v1.json")
NO_RETURN = range(4000, 4100)
"""Close codes after which coming back is pointless."""
OUR_OWN = 4000
SPOKEN = (1000, 1001, 1011, 1012, 1013)
"""The server closed by one of these, or by one of its own above them: it has spoken, and no proxy is to blame."""
OVERLOADED = 4100
TOKEN_EXPIRED = 4200
AUTH_ID = 0
ANSWER_S = 10.0
"""For `welcome`, and for whatever is asked over HTTP; after that the service says how often it is heard from."""
HEARTBEATS_MISSED = 2
STREAM_SILENCE_S = 20.0
"""Between two heartbeats of a stream lie 15 s."""
POLL_WAIT_S = 25


class Ended(Exception):
    """The service does not want this connection back: signed out, no right, or an older protocol."""


class Lost(Exception):
    """A line ended; one comes back. `code` is a close code of the protocol, None where there is none; `wait_s` is when the
    service asked us back, None where it did not."""

    def __init__(self, loss: Loss, code: int | None = None, wait_s: float | None = None) -> None:
        super().__init__(f"{loss.value} {code or ''}".strip())
        self.loss = loss
        self.code = code
        self.wait_s = wait_s


class Line(Protocol):
    """One connection that is open, until it is lost or closed."""

    async def ask(self) -> None:
        """Follow the topic from where it stands, once more if it was followed."""
        ...

    async def next(self) -> Message:
        """Raises `Lost`, `Ended`."""
        ...

    async def renew(self, token: str) -> None:
        """Go on after the sign-in ends."""
        ...

    async def close(self) -> None: ...


class Wanted:
    """What is followed, by whom, and from where: `cursor` is asked anew each time."""

    def __init__(self, url: str, topic: str, cursor: Callable[[], str | None], **filters: list[str]) -> None:
        self.url = url.rstrip("/")
        self.topic = topic
        self.cursor = cursor
        self.filters = {name: values for name, values in filters.items() if values}


class BySocket:
    """Open, and welcomed."""

    def __init__(self, wanted: Wanted, socket: ClientConnection) -> None:
        self._wanted = wanted
        self._socket = socket
        self._silence_s = ANSWER_S
        self._asked = 0
        self._wait_s: float | None = None

    @classmethod
    async def open(cls, wanted: Wanted, token: str) -> "BySocket":
        address = f"{wanted.url.replace('http', 'ws', 1)}/v1/live"
        try:
            socket = await connect(address, subprotocols=[SUBPROTOCOL], compression=None, open_timeout=ANSWER_S)
        except InvalidHandshake as refused:
            raise Lost(Loss.REFUSED) from refused
        except TimeoutError as silent:
            raise Lost(Loss.CUT) from silent
        except (OSError, EOFError) as nobody:
            raise Lost(Loss.UNREACHABLE) from nobody
        line = cls(wanted, socket)
        try:
            await line._say({"op": "hello", "client": {"name": "klynge-py"}, "token": token})
            while (message := await line.next())["op"] != "welcome":
                pass
        except (Lost, Ended) as end:
            await line.close()
            if isinstance(end, Lost) and end.loss is Loss.SILENT:
                raise Lost(Loss.CUT) from end  # it never spoke, so that its silence is no news
            raise
        line._silence_s = message["hb_ms"] / 1000 * HEARTBEATS_MISSED
        return line

    async def ask(self) -> None:
        self._asked += 1
        cursor = self._wanted.cursor()
        since = {} if cursor in (None, NOW) else {"since": cursor}
        await self._say({"op": "sub", "id": self._asked, "topic": self._wanted.topic, **since, **self._wanted.filters})

    async def next(self) -> Message:
        try:
            async with asyncio.timeout(self._silence_s):
                message: Message = json.loads(await self._socket.recv())
        except TimeoutError as silent:
            self._socket.transport.abort()  # who is silent does not answer a close, either: it is not waited for
            raise Lost(Loss.SILENT) from silent
        except ConnectionClosed as closed:
            raise _closed(closed, self._wait_s) from closed
        if message["op"] == "bye":
            self._wait_s = bye_s(message)
        return message

    async def renew(self, token: str) -> None:
        await self._say({"op": "auth", "id": AUTH_ID, "token": token})

    async def close(self) -> None:
        await self._socket.close()

    async def _say(self, message: Message) -> None:
        try:
            await self._socket.send(json.dumps(message))
        except ConnectionClosed as closed:
            raise _closed(closed, self._wait_s) from closed


def _closed(closed: ConnectionClosed, wait_s: float | None) -> Exception:
    code = closed.rcvd.code if closed.rcvd is not None else None
    if code in NO_RETURN:
        return Ended(f"closed with {code}")
    spoken = code is not None and (code >= OUR_OWN or code in SPOKEN)
    return Lost(Loss.TOLD if spoken else Loss.CUT, code, wait_s)


def bye_s(message: Message) -> float:
    """When the service asks us back: spread, so that all do not come at once."""
    retry = message["retry"]
    return float(retry["after_ms"] + random.random() * retry["jitter_ms"]) / 1000


class OverHttp:
    """The same messages, as a stream of events or as answers to long questions."""

    def __init__(self, wanted: Wanted, token: str, carrier: Carrier) -> None:
        self._wanted = wanted
        self._carrier = carrier
        self._answered = False
        self._pos = -1
        self._messages: AsyncGenerator[Message, None] | None = None
        silence_s = STREAM_SILENCE_S if carrier is Carrier.STREAM else POLL_WAIT_S + ANSWER_S
        accept = "text/event-stream" if carrier is Carrier.STREAM else "application/json"
        self._http = httpx.AsyncClient(
            base_url=wanted.url,
            timeout=httpx.Timeout(ANSWER_S, read=silence_s),
            headers={"Authorization": f"Bearer {token}", "Accept": accept},
        )

    async def ask(self) -> None:
        await self._leave()

    async def next(self) -> Message:
        if self._messages is None:
            self._messages = self._stream() if self._carrier is Carrier.STREAM else self._poll()
        try:
            message = await anext(self._messages)
        except StopAsyncIteration as end:
            raise Lost(Loss.CUT) from end
        except httpx.ReadTimeout as silent:
            raise Lost(Loss.SILENT) from silent
        except httpx.TransportError as broken:
            raise Lost(Loss.CUT if self._answered else Loss.UNREACHABLE) from broken
        if message["op"] == "bye":
            raise Lost(Loss.TOLD, message["code"], bye_s(message))
        return message

    async def renew(self, token: str) -> None:
        self._http.headers["Authorization"] = f"Bearer {token}"

    async def close(self) -> None:
        await self._leave()
        await self._http.aclose()

    async def _leave(self) -> None:
        messages, self._messages = self._messages, None
        if messages is not None:
            await messages.aclose()

    # --- as a stream ---

    async def _stream(self) -> AsyncGenerator[Message, None]:
        path, query = self._question("/stream")
        async with self._http.stream("GET", path, params=tuple(query)) as answer:
            if await self._refused(answer):
                yield self._begun_again()
                return
            if not answer.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise Lost(Loss.REFUSED)
            self._answered = True
            events = Events()
            async for piece in answer.aiter_bytes():
                found = events.take(piece)
                for sent in found:
                    yield self._message(sent)
                if not found and piece.startswith(b":"):
                    yield {"op": "pong"}  # somebody is there

    def _message(self, sent: Sent) -> Message:
        body: Any = json.loads(sent.data)
        if self._wanted.topic != CHANGES:
            message: Message = body
            return message
        match sent.event:
            case "change":
                return self._events([body], sent.id)
            case "sync":
                return {"op": "sync", "topic": CHANGES, "pos": self._pos, "cursor": sent.id}
            case "reset":
                return self._begun_again()
            case _:
                return {"op": sent.event, **body}

    # --- as answers ---

    async def _poll(self) -> AsyncGenerator[Message, None]:
        while True:
            path, query = self._question("")
            answer = await self._http.get(path, params=(*query, ("wait", str(POLL_WAIT_S))))
            if await self._refused(answer):
                yield self._begun_again()
                continue
            if "json" not in answer.headers.get("Content-Type", ""):
                raise Lost(Loss.REFUSED)  # a page of a proxy that wants something of somebody first
            self._answered = True
            if self._wanted.topic != CHANGES:
                for message in answer.json():
                    yield message
            else:
                cursor = answer.headers["Klynge-Next"]
                if events := answer.json():
                    yield self._events(events, cursor)
                if answer.headers.get("Klynge-Up-To-Date") == "true":
                    yield {"op": "sync", "topic": CHANGES, "pos": self._pos, "cursor": cursor}
            yield {"op": "pong"}

    # --- both ---

    def _question(self, stream: str) -> tuple[str, list[tuple[str, str]]]:
        """Where to ask, and for what."""
        cursor = self._wanted.cursor()
        if self._wanted.topic != CHANGES:
            return "/v1/live/frames", [("topic", self._wanted.topic), ("since", cursor or "")]
        names = {"topics": "topic", "types": "type"}
        filters = [(names[name], value) for name, values in self._wanted.filters.items() for value in values]
        return f"/v1/changes{stream}", [("after", cursor or NOW), *filters]

    def _events(self, events: list[Message], cursor: str) -> Message:
        before, self._pos = self._pos, int(events[-1]["sequence"])
        return {"op": "evs", "topic": CHANGES, "pos": self._pos, "prev": before, "cursor": cursor, "events": events}

    def _begun_again(self) -> Message:
        """The log was put back from a copy: everything is told anew."""
        self._pos = -1
        return {"op": "reset", "topic": CHANGES, "reason": "epoch"}

    async def _refused(self, answer: httpx.Response) -> bool:
        """True: the cursor is of another life of the log. Raises `Lost` and `Ended` for every other no."""
        if answer.is_success:
            return False
        ours = answer.headers.get("Content-Type", "").startswith("application/problem+json")
        if not ours or answer.status_code == httpx.codes.NOT_FOUND:
            # A proxy's word, or that of a release before these ways: what the service thinks of the topic it says in a frame.
            raise Lost(Loss.REFUSED)
        problem = json.loads(await answer.aread())
        if answer.status_code == httpx.codes.UNAUTHORIZED and self._answered:
            raise Lost(Loss.TOLD, TOKEN_EXPIRED)  # it held until now: a fresh one is asked for, once
        if answer.status_code == httpx.codes.CONFLICT and self._wanted.topic == CHANGES:
            return True
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error:
            after = answer.headers.get("Retry-After", "")
            raise Lost(Loss.TOLD, OVERLOADED, float(after) + random.random() if after.isdigit() else None)
        raise Ended(problem.get("detail_en", f"answered with {answer.status_code}"))
