"""Carried: the socket's own frames for whoever no socket reaches, taken away over HTTP as often as they are asked for.

A carrier is a subscriber of the hub like any other. It parks instead of piling up: what it holds is bounded, and what it missed is
sent again as to a socket that reads slowly.
"""

import asyncio
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from eventstore.cursor import Cursor
from realtime.closing import Close
from realtime.complaints import ACCESS_LOST, NO_SUCH_TOPIC
from realtime.frames import framed
from realtime.hub import Hub
from realtime.messages import FRAME_BYTES_MAX, RESTART_SPREAD_MS, Access, Bye, Error, Reset

TWO_BYTES, EIGHT_BYTES = 126, 127
"""How a frame says that its length stands in the bytes that follow (RFC 6455 §5.2)."""


class Message(Struct, frozen=True, gc=False):
    """One of the socket's messages, as JSON."""

    text: bytes
    op: str
    cursor: str | None
    """From where its client goes on once it was taken in; None: no further than before."""


class _Head(Struct):
    """As much of a message as a carrier looks at."""

    op: str
    cursor: str | None = None
    last: bool | None = None


_HEADS = msgspec.json.Decoder(_Head)


class Carrier:
    """What one person follows over HTTP, and what of it waits to be taken away."""

    def __init__(self, hub: Hub, person: str, holds: int) -> None:
        self._hub = hub
        self._holds = holds
        self._person = person
        self._held: list[bytes] = []
        self._bytes = 0
        self._moved = asyncio.Event()
        self.parked = False
        self.ended = False
        """Nothing more comes: its client is to ask anew."""

    # --- what the hub asks and tells ---

    @property
    def person(self) -> str:
        return self._person

    def send(self, frame: bytes) -> None:
        self._held.append(frame)
        self._bytes += len(frame)
        self.parked = self._bytes >= self._holds
        self._moved.set()

    def lose(self, topic: str) -> None:
        """The person may not see the topic any more."""
        self.send(framed(Access(topic=topic)))
        self.send(framed(Reset(topic=topic, reason="access")))
        self.send(framed(Error(problem=ACCESS_LOST | {"topic": topic})))

    def step_aside(self, topic: str) -> None:
        """Carriers are told of nobody's presence."""

    def fail(self, away: bool = False) -> None:
        """It cannot be served rightly."""
        self.ended = True
        self._moved.set()

    # --- what the route asks ---

    def follow(self, topics: Sequence[tuple[str, Cursor | None]]) -> None:
        """All topics at once; of one that may not be seen it is told as of one that does not exist."""
        self._hub.connect(self)
        for topic, since in topics:
            if self._hub.follow(self, topic, since) is None:
                self.send(framed(Error(problem=NO_SUCH_TOPIC | {"topic": topic})))
            else:
                self._hub.bring(self, topic)

    def take(self) -> list[Message]:
        """What has come since the last time. It is on its way now, so as much again may come meanwhile."""
        held, self._held, self._bytes = self._held, [], 0
        self._moved.clear()
        if self.parked and not self.ended:
            self.parked = False
            self._hub.resume(self)
        return [message for frame in held for message in messages_in(frame)]

    async def wait(self, timeout_s: float) -> bool:
        """Whether something came in time, or the end."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._moved.wait()
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        self._hub.disconnect(self)


class Carriers:
    """All carriers of a process."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._live: set[Carrier] = set()

    def open(self, person: str, topics: Sequence[tuple[str, Cursor | None]], holds: int = FRAME_BYTES_MAX) -> Carrier:
        """Follow topics, each from a cursor if there is one. `holds`: so many bytes wait at most before it is parked."""
        carrier = Carrier(self._hub, person, holds)
        self._live.add(carrier)
        try:
            carrier.follow(topics)
        except BaseException:
            self.close(carrier)  # nobody would take away what comes for it, nor end it
            raise
        return carrier

    def close(self, carrier: Carrier) -> None:
        self._live.discard(carrier)
        carrier.close()

    def let_go(self) -> None:
        """Tell all to come back, elsewhere."""
        for each in tuple(self._live):
            each.send(_bye(Close.RESTART, RESTART_SPREAD_MS))
            each.fail()

    def farewell(self, *, signed_in: bool) -> bytes:
        """The last message of a stream that ends by itself: come back and go on, with another proof where this one ends."""
        (message,) = messages_in(_bye(Close.DRAIN if signed_in else Close.TOKEN_EXPIRED))
        return message.text


def _bye(code: Close, spread_ms: int = 0) -> bytes:
    return framed(Bye(code=code, retry={"after_ms": 0, "jitter_ms": spread_ms}))


def messages_in(frames: bytes) -> Iterator[Message]:
    """The messages of whole text frames, unmasked as servers send them, that stand one after the other."""
    start = 0
    while start < len(frames):
        length, start = frames[start + 1], start + 2
        if length in (TWO_BYTES, EIGHT_BYTES):
            width = 2 if length == TWO_BYTES else 8
            length, start = int.from_bytes(frames[start : start + width]), start + width
        text = frames[start : start + length]
        head = _HEADS.decode(text)
        # A part that others follow is taken in with the last of them; what a right changed, with the snapshot that follows.
        is_place = head.last is not False and head.op != "access"
        yield Message(text, head.op, head.cursor if is_place else None)
        start += length
