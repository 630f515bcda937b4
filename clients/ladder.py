"""By which carrier to follow: a socket, a stream of events over HTTP, or one long question after the other.

Proxies that refuse sockets, cut them or hold back what they carry are met by stepping down; after a while a socket is tried again.
Pure: the time comes in from outside.
"""

from enum import Enum

FAILURES_MAX = 3
"""In a row, of a carrier that never lasted; then the next one is used."""
SOCKET_AGAIN_S = 300.0
"""So long after the socket was given up, or tried in vain, it is tried again."""


class Carrier(Enum):
    """What brings messages: the first is used unless something on the way keeps it from us."""

    SOCKET = "socket"
    STREAM = "stream"
    POLL = "poll"


class Loss(Enum):
    """How a line ended."""

    SILENT = "silent"
    """Nothing was heard for too long, though nothing said that the line is gone."""
    CUT = "cut"
    """It ended, or never opened, without a word of the server."""
    REFUSED = "refused"
    """Something that is not the server, or cannot do this, answered."""
    UNREACHABLE = "unreachable"
    """Nothing answers at all: not the carrier's fault."""
    TOLD = "told"
    """The server itself ended it."""


NEXT = {Carrier.SOCKET: Carrier.STREAM, Carrier.STREAM: Carrier.POLL, Carrier.POLL: Carrier.SOCKET}


class Ladder:
    """Which carrier is used now. Times are seconds on any clock that never goes back. `again_s`: until a socket is tried again."""

    def __init__(self, again_s: float = SOCKET_AGAIN_S) -> None:
        self.carrier = Carrier.SOCKET
        self._again_s = again_s
        self._failures = 0
        self._socket_again_at = 0.0

    def lasted(self) -> None:
        """The carrier brought something for long enough to be trusted."""
        self._failures = 0

    def lost(self, loss: Loss, now: float) -> bool:
        """A line ended. True: another carrier is to be used now, and there is nothing to wait for."""
        if loss is Loss.TOLD:
            return False
        if loss is Loss.UNREACHABLE and self.carrier is not Carrier.SOCKET:
            self.back()
            return False
        self._failures += 1
        if loss is not Loss.SILENT and self._failures < FAILURES_MAX:
            return False
        if self.carrier is Carrier.SOCKET:
            self._socket_again_at = now + self._again_s
        self.carrier = NEXT[self.carrier]
        self._failures = 0
        return self.carrier is not Carrier.SOCKET

    def socket_in_s(self, now: float) -> float | None:
        """How long until a socket is to be tried again; None while one is used."""
        return None if self.carrier is Carrier.SOCKET else max(0.0, self._socket_again_at - now)

    def in_vain(self, now: float) -> None:
        """A socket was tried in vain."""
        self._socket_again_at = now + self._again_s

    def back(self) -> None:
        """To the socket again: it opened, or whatever else was tried had nobody at the other end either."""
        self.carrier = Carrier.SOCKET
        self._failures = 0
