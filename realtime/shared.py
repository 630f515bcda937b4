"""What all sockets of a process share, and whoever is connected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from domain.admission import require_admissions
from realtime import messages
from realtime.hub import Hub
from realtime.places import Places
from realtime.presence import Presences
from realtime.signing_in import Tickets, Verify

if TYPE_CHECKING:
    from realtime.socket import LiveProtocol

NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Shared:
    """What all connections of a process share. Raises `NoPolicy` where a message says nothing of whom it answers."""

    def __init__(
        self,
        *,
        hub: Hub,
        presences: Presences,
        redeem: Tickets,
        verify: Verify,
        standing: Callable[[Collection[bytes]], set[bytes]],
        origins: frozenset[str],
        headers: Mapping[str, str] = NO_HEADERS,
        places: Places | None = None,
        may_come: Callable[[str | None, Sequence[str]], bool] = lambda _, __: True,
    ) -> None:
        require_admissions(messages.ways_in())
        self.hub = hub
        self.presences = presences
        self.redeem = redeem
        self.verify = verify
        self.standing = standing
        """Sessions -> those of them that nobody has ended. Waits, so it is asked beside the event loop."""
        self.origins = origins
        self.headers = headers
        """What goes with a handshake's no, as with every answer of the service."""
        self.places = places or Places(None)
        self.may_come = may_come
        """Whether somebody who is not known may open one more: the line's other end, and what proxies say of it."""
        self.live: set[LiveProtocol] = set()
        self.closed = False
        """Nobody gets in: a proxy asks another process."""
