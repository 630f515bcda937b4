"""What goes out to one client. What is said while its message is read leaves in one piece: every write is a call of the system,
which costs more than most frames; and whoever comes back asks a thing or two and is told ten."""

import asyncio
from collections.abc import Callable

HELD_BYTES_MAX = 32 * 1024
"""More is written at once, so that a client that does not read is noticed."""


class Outgoing:
    """Writes to a transport, or holds what is to be written until `let_go`."""

    __slots__ = ("_held", "_size", "_transport", "open")

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._held: list[bytes] | None = None
        self._size = 0
        self.open = False
        """Messages may be told: after the handshake, before the close."""

    @property
    def way(self) -> Callable[[bytes], None]:
        """What takes a message just now: the transport itself, where nothing is held and somebody is there to be told."""
        return self._transport.write if self.open and self._held is None else self._tell

    def _tell(self, frame: bytes) -> None:
        if self.open:
            self.write(frame)

    def write(self, data: bytes) -> None:
        """Whatever it is, in the order in which it is told."""
        if self._held is None:
            self._transport.write(data)
            return
        self._held.append(data)
        self._size += len(data)
        if self._size > HELD_BYTES_MAX:
            self.let_go()
            self.hold()

    def hold(self) -> None:
        self._held, self._size = [], 0

    def let_go(self) -> None:
        """Write what was held."""
        held, self._held = self._held, None
        if held:
            self._transport.write(b"".join(held))

    def end(self) -> None:
        """Nothing follows."""
        if self._held:
            self.let_go()
            self.hold()
        if self._transport.can_write_eof():
            self._transport.write_eof()
