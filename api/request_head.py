"""The head of a request: how large it may be, and how long it may take. uvicorn reads headers without end, and waits for them
as long; what it says no to is told as a problem. And an answer that nobody reads: uvicorn waits for that without end, too.
"""

from asyncio import BaseTransport, TimerHandle, Transport
from collections.abc import Mapping
from typing import Any, NoReturn, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.problems import Problem, problem_response

HEAD_BYTES_MAX = 32 * 1024
"""Address and headers together. An access token of 8 KiB fits, and so does a browser's load of cookies."""
HEAD_S_MAX = 10
"""From when a line is open, or the next request on it begins."""
UNREAD_S_MAX = 30
"""A line is cut off on which an answer waits, and nothing of it was taken for so long."""
TOO_SLOW = Problem(
    408,
    "request.head-too-slow",
    f"Adresse og hoveder kom ikke inden for {HEAD_S_MAX} sekunder.",
    f"The address and the headers did not come within {HEAD_S_MAX} seconds.",
)
TOO_LARGE = Problem(
    431,
    "request.head-too-large",
    f"Adresse og hoveder fylder mere end {HEAD_BYTES_MAX} bytes.",
    f"The address and the headers take more than {HEAD_BYTES_MAX} bytes.",
)


NUL = Problem(400, "request.nul", "Adressen indeholder tegnet NUL.", "The address holds the character NUL.")
"""Nothing is called by it, and no text of PostgreSQL can hold one."""


class _Refused(Exception):
    """Stops the parser."""


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's HTTP/1.1, with an end to what may come before a body. `answered_with` goes with what it says no to."""

    def __init__(self, answered_with: Mapping[str, str], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._answered_with = answered_with
        self._head_due: TimerHandle | None = None
        """Where a head is waited for."""
        self._read_due: TimerHandle | None = None
        """Where an answer waits to be read."""

    _in_head = False
    """A request has begun, and its head has not come whole."""
    _head_bytes = 0
    """Read of an unfinished head. What came in one piece with its beginning is counted when it is whole."""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(cast("Transport", transport))
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_more()
        self._is_read()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        was_in_head = self._in_head
        super().data_received(data)
        if was_in_head and self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES_MAX:
                self._say_no(TOO_LARGE)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head, self._head_bytes = True, 0
        self._wait_for_head()

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._wait_no_more()
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > HEAD_BYTES_MAX:
            self._refuse(TOO_LARGE)
        if b"%00" in self.url:
            self._refuse(NUL)
        super().on_headers_complete()

    def handle_websocket_upgrade(self) -> None:
        """The line is another's from here on. Parser and protocol hold each other, and nobody tells them of its end."""
        super().handle_websocket_upgrade()
        self.parser = None  # type: ignore[assignment]

    def pause_writing(self) -> None:
        super().pause_writing()
        self._look_later(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        self._is_read()
        super().resume_writing()

    def _look_later(self, waits: int) -> None:
        self._read_due = self.loop.call_later(UNREAD_S_MAX, self._look, waits)

    def _look(self, waited: int) -> None:
        """Whoever reads slowly is waited for; who reads nothing is cut off."""
        waits = self.transport.get_write_buffer_size()
        if waits < waited:
            self._look_later(waits)
        else:
            self.transport.abort()

    def _is_read(self) -> None:
        if self._read_due is not None:
            self._read_due.cancel()
            self._read_due = None

    def _wait_for_head(self) -> None:
        if self._head_due is None:
            self._head_due = self.loop.call_later(HEAD_S_MAX, self._say_no, TOO_SLOW)

    def _wait_no_more(self) -> None:
        if self._head_due is not None:
            self._head_due.cancel()
            self._head_due = None

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP/1.1, or stopped the parser."""
        self._say_no(Problem(400, "request.malformed", "Anmodningen er ikke HTTP/1.1.", msg))

    def _refuse(self, problem: Problem) -> NoReturn:
        self._say_no(problem)
        raise _Refused

    def _say_no(self, problem: Problem) -> None:
        transport: Transport = self.transport
        if transport.is_closing():
            return
        response = problem_response(problem)
        for name, value in self._answered_with.items():
            response.headers.setdefault(name, value)
        lines = [name + b": " + value for name, value in response.raw_headers]
        head = b"\r\n".join([f"HTTP/1.1 {problem.status} ".encode(), *lines, b"connection: close", b"", b""])
        transport.write(head + bytes(response.body))
        transport.close()
