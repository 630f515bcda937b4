"""The socket: websockets' sans-I/O protocol on the same TCP port as HTTP, handed to uvicorn as `Config(ws=…)`.

One slotted object per connection: no task, no queue, no timer of its own. One sweep serves all (`realtime/sockets.py`).
"""

import asyncio
import random
import time
from contextlib import suppress
from typing import Any, cast

import structlog
from websockets.exceptions import ConnectionClosed, InvalidState
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol

from eventstore.store import StoreFailure
from realtime.closing import Close
from realtime.connection import Connection
from realtime.handshake import Rejected, let_in, select_subprotocol, speaks_other_version
from realtime.intake import READ_BYTES, Intake, is_text
from realtime.messages import (
    CONNECTION_JITTER_S,
    CONNECTION_S_MAX,
    HELLO_TIMEOUT_S,
    MESSAGE_IN_BYTES_MAX,
    PARKED_S_MAX,
    RESTART_SPREAD_MS,
)
from realtime.outgoing import Outgoing
from realtime.shared import Shared

WRITE_HIGH_BYTES = 64 * 1024
CLOSE_TIMEOUT_S = 5
"""A client that does not close after us is cut off."""

log = structlog.get_logger()


class LiveProtocol(asyncio.Protocol):
    """One connection."""

    __slots__ = (
        "_connection",
        "_deaf",
        "_due_at",
        "_fragments",
        "_intake",
        "_name",
        "_old_at",
        "_out",
        "_parked_at",
        "_pong_due",
        "_server_state",
        "_shared",
        "_transport",
        "_ws",
    )

    def __init__(self, shared: Shared, server_state: Any, name: str) -> None:
        self._shared = shared
        self._server_state = server_state
        self._name = name
        self._connection: Connection | None = None
        self._fragments = b""
        self._intake = Intake()
        self._deaf = False
        """It sent more than it may: nothing is read any more."""
        self._due_at = time.monotonic() + HELLO_TIMEOUT_S
        """By when the client must have said hello; after a close, by when it must have closed too."""
        self._old_at = self._due_at + CONNECTION_S_MAX - random.random() * CONNECTION_JITTER_S
        """When it has lasted long enough."""
        self._parked_at: float | None = None
        self._pong_due = False
        self._transport: asyncio.Transport = cast("asyncio.Transport", None)
        self._ws = ServerProtocol(
            origins=None,
            select_subprotocol=select_subprotocol,
            max_size=(MESSAGE_IN_BYTES_MAX, MESSAGE_IN_BYTES_MAX),
        )

    # --- asyncio ---

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=WRITE_HIGH_BYTES)
        self._out = Outgoing(self._transport)
        self._server_state.connections.add(self)
        self._shared.live.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        self._server_state.connections.discard(self)
        self._shared.live.discard(self)
        if self._connection is not None:
            self._connection.lost()
            self._connection = None
        # The protocol object, its parser and its method hold each other: whoever comes and goes would wait for the collector.
        self._ws.parser.close()
        vars(self._ws).pop("select_subprotocol")

    def data_received(self, data: bytes) -> None:
        if not self._intake.may_bring(len(data), time.monotonic()):
            self._turn_deaf()
        self._out.hold()
        self._lay()
        for first in range(0, len(data), READ_BYTES):
            if self._deaf:
                break
            self._read(data[first : first + READ_BYTES])
        self._out.let_go()
        self._lay()

    def eof_received(self) -> None:
        self._ws.receive_eof()
        self._flush()

    def pause_writing(self) -> None:
        self._parked_at = time.monotonic()
        # Who does not read is not listened to either, so nothing piles up that must be answered.
        self._transport.pause_reading()
        if self._connection is not None:
            self._connection.parked = True

    def resume_writing(self) -> None:
        self._parked_at = None
        if not self._transport.is_closing() and not self._deaf:
            self._transport.resume_reading()
        if self._connection is not None:
            try:
                self._connection.resume()
            except Exception as error:
                # It lacks something now that nobody would bring it: it is to come back and ask for it.
                self._fail(error)

    # --- uvicorn ---

    def shutdown(self, code: Close = Close.RESTART) -> None:
        """This process stops serving: tell the client when to come back."""
        if self._connection is not None and self._ws.state is State.OPEN:
            self._connection.bye(code, RESTART_SPREAD_MS)
        else:
            self._transport.close()

    # --- the sweep ---

    @property
    def session(self) -> bytes | None:
        """The session at the other end, if it is one."""
        return None if self._connection is None else self._connection.session

    def disable(self, person: str) -> None:
        """A person has nothing to do here any more."""
        there = self._connection
        if self._out.open and there is not None and there.welcomed and there.person == person:
            there.disable()

    def sign_out(self) -> None:
        """The session at the other end was ended."""
        if self._out.open and self._connection is not None:
            self._connection.sign_out()

    def check(self, now: float, ping: bool) -> None:
        """Hello in time, reading in time, pong in time, sign-in in force."""
        if self._connection is None or self._ws.state is not State.OPEN:
            if now > self._due_at:
                self._transport.abort()
            return
        if not self._connection.welcomed:
            if now > self._due_at:
                self._close(Close.HELLO_TIMEOUT)
            return
        if self._parked_at is not None and now - self._parked_at > PARKED_S_MAX:
            self._close(Close.SLOW_CONSUMER)
            self._transport.abort()
            return
        if ping and self._parked_at is None:  # who does not read is not listened to, so their pong would not be heard
            if self._pong_due:
                # Whoever is there after all hears why; who is not is cut off by the sweep.
                self._close(Close.PONG_TIMEOUT)
                return
            self._pong_due = True
            self._ws.send_ping(b"")
            self._flush()
        if now > self._old_at:
            self._connection.bye(Close.DRAIN)
            return
        self._connection.check_expiry()

    # --- inside ---

    def _read(self, data: bytes) -> None:
        self._ws.receive_data(data)
        try:
            events = self._ws.events_received()
            if not self._intake.may_hold(len(events)):
                self._turn_deaf()
                return
            for event in events:
                if isinstance(event, Request):
                    self._shake_hands(event)
                    self._flush()  # before any frame: those go past the protocol object
                elif isinstance(event, Frame):
                    self._frame(event)
        except Exception as error:
            self._fail(error)
        self._flush()

    def _fail(self, error: Exception) -> None:
        log.error("live.failed", connection=self._name, error=repr(error))
        if isinstance(error, StoreFailure) and self._connection is not None and self._out.open:
            self._connection.fail(away=True)
        else:
            self._close(Close.FAILED)

    def _turn_deaf(self) -> None:
        """It is told so and cut off by the sweep: to abort at once would take the close code from it."""
        self._deaf = True
        if self._out.open:
            self._close(Close.RATE_LIMITED)
        if not self._transport.is_closing():
            self._transport.pause_reading()

    def _shake_hands(self, request: Request) -> None:
        try:
            if self._shared.closed:
                raise Rejected(503, "Nothing can be followed here now.")
            signed_in = let_in(request, self._shared.redeem, self._shared.origins, lambda: self._may_come(request))
        except Rejected as rejected:
            self._reject(rejected)
            return
        except StoreFailure:
            self._reject(Rejected(503, "Tickets cannot be looked up just now. Try again shortly."))
            return
        other_version = speaks_other_version(request)
        response = self._ws.accept(request)
        if response.status_code != 101:
            response.headers.update(self._shared.headers)
        self._ws.send_response(response)
        # The protocol's parser keeps the request as long as the connection lasts; its headers are 2 KiB nobody reads again.
        request.headers.clear()
        if response.status_code != 101:
            return
        self._out.open = True
        if other_version:
            self._close(Close.PROTOCOL_VERSION)
            return
        self._connection = Connection(
            name=self._name,
            hub=self._shared.hub,
            presences=self._shared.presences,
            verify=self._shared.verify,
            redeem=self._shared.redeem,
            write=self._out.way,
            close=self._close,
            now=time.time,
            signed_in=signed_in,
            places=self._shared.places,
        )

    def _may_come(self, request: Request) -> bool:
        peer = self._transport.get_extra_info("peername")
        address = peer[0] if isinstance(peer, tuple) else None
        return self._shared.may_come(address, request.headers.get_all("X-Forwarded-For"))

    def _reject(self, rejected: Rejected) -> None:
        response = self._ws.reject(rejected.status, rejected.text)
        response.headers.update(self._shared.headers)
        if rejected.retry_s is not None:
            response.headers["Retry-After"] = str(rejected.retry_s)
        self._ws.send_response(response)

    def _frame(self, frame: Frame) -> None:
        if self._connection is None or not self._out.open:
            return
        match frame.opcode:
            case Opcode.TEXT | Opcode.BINARY | Opcode.CONT:
                if frame.opcode is Opcode.BINARY:
                    self._close(Close.BAD_REQUEST)
                    return
                self._fragments += bytes(frame.data)
                if frame.fin:
                    text, self._fragments = self._fragments, b""
                    if is_text(text):
                        self._connection.receive(text)
                    else:
                        self._close(Close.NO_TEXT)
            case Opcode.PONG:
                self._pong_due = False

    def _lay(self) -> None:
        """Frames are whole messages made elsewhere: nothing stands between the hub and the wire, unless something must."""
        if self._connection is not None:
            self._connection.send = self._out.way

    def _close(self, code: Close) -> None:
        self._end()
        with suppress(InvalidState, ConnectionClosed):
            self._ws.send_close(code, "")
            self._shared.hub.tally.closed(code)
            self._flush()

    def _end(self) -> None:
        """Nothing more is said."""
        self._out.open = False
        self._lay()
        self._due_at = time.monotonic() + CLOSE_TIMEOUT_S

    def _flush(self) -> None:
        # Whoever is closed hears why: the line stays up until the client has closed too, and the sweep sees to it that it does.
        for data in self._ws.data_to_send():
            if data:
                self._out.write(data)
            else:
                self._out.end()
        if self._out.open and self._ws.close_expected():
            if self._ws.close_sent is not None and self._ws.close_rcvd is None:
                self._shared.hub.tally.closed(self._ws.close_sent.code)  # by the rules of sockets: too large, say
            self._end()
