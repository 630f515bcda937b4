"""The socket: websockets' sans-I/O protocol on the same TCP port as HTTP, handed to uvicorn as `Config(ws=…)`.

One slotted object per connection: no task, no queue, no timer of its own. One sweep serves all.
"""

import asyncio
import itertools
import time
from collections.abc import Callable
from typing import Any, Protocol, cast

from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed, InvalidState
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol

from realtime.connection import Connection, SignedIn
from realtime.hub import Hub, Record
from realtime.messages import (
    HEARTBEAT_S,
    HELLO_TIMEOUT_S,
    MESSAGE_IN_BYTES_MAX,
    PARKED_S_MAX,
    SUBPROTOCOL,
    TICKET_PREFIX,
    Close,
)
from realtime.presence import Presences

PATH = "/v1/live"
WRITE_HIGH_BYTES = 64 * 1024
PING_S = 25
SWEEP_S = 1
RESTART_SPREAD_MS = 5_000


class Tickets(Protocol):
    """Redeems a one-use ticket for an origin."""

    def __call__(self, ticket: str, origin: str) -> SignedIn | None: ...


class Sockets:
    """What all connections of a process share, and the sweep that serves them."""

    def __init__(
        self,
        *,
        hub: Hub,
        record: Record,
        presences: Presences,
        redeem: Tickets,
        verify: Callable[[str], SignedIn],
        origins: frozenset[str],
    ) -> None:
        self.hub = hub
        self.record = record
        self.presences = presences
        self.redeem = redeem
        self.verify = verify
        self.origins = origins
        self.live: set[LiveProtocol] = set()
        self._names = itertools.count(1)

    def protocol(self, config: Any, server_state: Any, app_state: Any, **_: Any) -> "LiveProtocol":
        """What uvicorn calls when a request asks for an upgrade."""
        return LiveProtocol(self, server_state, f"c{next(self._names)}")

    async def sweep(self) -> None:
        """Heartbeats, pings, time limits; until cancelled."""
        for beat in itertools.count(1):
            await asyncio.sleep(SWEEP_S)
            if beat % HEARTBEAT_S == 0:
                self.hub.heartbeat(time.time_ns() // 1_000_000)
            now = time.monotonic()
            for each in tuple(self.live):
                each.check(now, ping=beat % PING_S == 0)


class LiveProtocol(asyncio.Protocol):
    """One connection."""

    __slots__ = (
        "_connection",
        "_fragments",
        "_name",
        "_open",
        "_opened_at",
        "_parked_at",
        "_pong_due",
        "_server_state",
        "_shared",
        "_transport",
        "_ws",
    )

    def __init__(self, shared: Sockets, server_state: Any, name: str) -> None:
        self._shared = shared
        self._server_state = server_state
        self._name = name
        self._connection: Connection | None = None
        self._fragments = b""
        self._open = False
        """Frames may be written: after the handshake, before the close."""
        self._opened_at = time.monotonic()
        self._parked_at: float | None = None
        self._pong_due = False
        self._transport: asyncio.Transport = cast("asyncio.Transport", None)
        self._ws = ServerProtocol(
            origins=None,
            select_subprotocol=_select_subprotocol,
            max_size=(MESSAGE_IN_BYTES_MAX, MESSAGE_IN_BYTES_MAX),
        )

    # --- asyncio ---

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=WRITE_HIGH_BYTES)
        self._server_state.connections.add(self)
        self._shared.live.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._open = False
        self._server_state.connections.discard(self)
        self._shared.live.discard(self)
        if self._connection is not None:
            self._connection.lost()
            self._connection = None

    def data_received(self, data: bytes) -> None:
        self._ws.receive_data(data)
        for event in self._ws.events_received():
            if isinstance(event, Request):
                self._shake_hands(event)
            elif isinstance(event, Frame):
                self._frame(event)
        self._flush()

    def eof_received(self) -> None:
        self._ws.receive_eof()
        self._flush()

    def pause_writing(self) -> None:
        self._parked_at = time.monotonic()
        if self._connection is not None:
            self._connection.parked = True

    def resume_writing(self) -> None:
        self._parked_at = None
        if self._connection is not None:
            self._connection.resume()

    # --- uvicorn ---

    def shutdown(self) -> None:
        """The server stops: tell the client when to come back."""
        if self._connection is not None and self._ws.state is State.OPEN:
            self._connection.bye(Close.RESTART, RESTART_SPREAD_MS)
        else:
            self._transport.close()

    # --- inside ---

    def check(self, now: float, ping: bool) -> None:
        """The sweep: hello in time, reading in time, pong in time, sign-in in force."""
        if self._connection is None or self._ws.state is not State.OPEN:
            if now - self._opened_at > HELLO_TIMEOUT_S:
                self._transport.abort()
            return
        if not self._connection.welcomed:
            if now - self._opened_at > HELLO_TIMEOUT_S:
                self._close(Close.HELLO_TIMEOUT)
            return
        if self._parked_at is not None and now - self._parked_at > PARKED_S_MAX:
            self._close(Close.SLOW_CONSUMER)
            self._transport.abort()
            return
        if ping:
            if self._pong_due:
                self._transport.abort()
                return
            self._pong_due = True
            self._ws.send_ping(b"")
            self._flush()
        self._connection.check_expiry()

    def _shake_hands(self, request: Request) -> None:
        if request.path.split("?", 1)[0] != PATH:
            self._ws.send_response(self._ws.reject(404, "There is no socket here.\n"))
            return
        origin = request.headers.get("Origin")
        if origin is not None and origin not in self._shared.origins:
            self._ws.send_response(self._ws.reject(403, "This origin may not open a socket here.\n"))
            return
        ticket = _ticket(request.headers)
        signed_in = self._shared.redeem(ticket, origin or "") if ticket else None
        if ticket and signed_in is None:
            self._ws.send_response(self._ws.reject(401, "The ticket is used, expired or of another origin.\n"))
            return
        if origin is not None and signed_in is None:
            self._ws.send_response(self._ws.reject(401, "A page signs in by a ticket.\n"))
            return
        response = self._ws.accept(request)
        self._ws.send_response(response)
        # The protocol's parser keeps the request as long as the connection lasts; its headers are 2 KiB nobody reads again.
        request.headers.clear()
        if response.status_code != 101:
            return
        self._open = True
        self._connection = Connection(
            name=self._name,
            hub=self._shared.hub,
            record=self._shared.record,
            presences=self._shared.presences,
            verify=self._shared.verify,
            write=self._write,
            close=self._close,
            now=time.time,
            signed_in=signed_in,
        )

    def _frame(self, frame: Frame) -> None:
        if self._connection is None:
            return
        match frame.opcode:
            case Opcode.TEXT | Opcode.BINARY | Opcode.CONT:
                if frame.opcode is Opcode.BINARY:
                    self._close(Close.BAD_REQUEST)
                    return
                self._fragments += bytes(frame.data)
                if frame.fin:
                    text, self._fragments = self._fragments, b""
                    self._connection.receive(text)
            case Opcode.PONG:
                self._pong_due = False

    def _write(self, frame: bytes) -> None:
        # Frames are whole messages made elsewhere, so the protocol object need not see them.
        if self._open:
            self._transport.write(frame)

    def _close(self, code: Close) -> None:
        self._open = False
        try:
            self._ws.send_close(code, "")
        except (InvalidState, ConnectionClosed):
            return
        self._flush()

    def _flush(self) -> None:
        for data in self._ws.data_to_send():
            if data:
                self._transport.write(data)
            else:
                self._transport.close()
        if self._ws.close_expected():
            self._open = False
            self._transport.close()


def _select_subprotocol(_: ServerProtocol, offered: Any) -> Subprotocol | None:
    """Ours, if the client offers it; a client that offers none is fine too."""
    return Subprotocol(SUBPROTOCOL) if SUBPROTOCOL in offered else None


def _ticket(headers: Headers) -> str | None:
    """The ticket a browser offers as a sub-protocol, where no URL and no log sees it."""
    for line in headers.get_all("Sec-WebSocket-Protocol"):
        for offered in line.split(","):
            name = offered.strip()
            if name.startswith(TICKET_PREFIX):
                return name[len(TICKET_PREFIX) :]
    return None
