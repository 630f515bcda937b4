"""The handshake: who may open a socket, by which origin and ticket, in which version of the protocol."""

from collections.abc import Callable
from typing import Any

from websockets.datastructures import Headers
from websockets.http11 import Request
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol

from realtime.messages import SUBPROTOCOL, TICKET_PREFIX
from realtime.signing_in import SignedIn, Tickets

PATH = "/v1/live"
RETRY_S = 60
"""A minute is what is counted."""
PROTOCOLS = "klynge."
"""Every version of our sub-protocol begins so."""


class Rejected(Exception):
    """No socket is opened."""

    def __init__(self, status: int, text: str, retry_s: int | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.retry_s = retry_s
        self.text = f"{text}\n"


def let_in(request: Request, redeem: Tickets, origins: frozenset[str], may_come: Callable[[], bool]) -> SignedIn | None:
    """As `signed_in_by`; but whoever is not known is told so where many such came from there. Raises `Rejected`."""
    signed_in, no = None, None
    try:
        signed_in = signed_in_by(request, redeem, origins)
    except Rejected as rejected:
        no = rejected
    if signed_in is None and not may_come():
        raise Rejected(429, "Too many came from there without signing in. Try again in a minute.", RETRY_S)
    if no is not None:
        raise no
    return signed_in


def signed_in_by(request: Request, redeem: Tickets, origins: frozenset[str]) -> SignedIn | None:
    """Who opens a socket by a ticket; None: a client that is no page, and brings a token in `hello`. Raises `Rejected`."""
    if request.path.split("?", 1)[0] != PATH:
        raise Rejected(404, "There is no socket here.")
    origins_told = request.headers.get_all("Origin")
    if len(origins_told) > 1:
        raise Rejected(403, "One origin opens a socket, and no more.")
    origin = next(iter(origins_told), None)
    if origin is not None and origin not in origins:
        raise Rejected(403, "This origin may not open a socket here.")
    ticket = _ticket(request.headers)
    signed_in = redeem(ticket, origin or "") if ticket else None
    if ticket and signed_in is None:
        raise Rejected(401, "The ticket is used, expired or of another origin.")
    if origin is not None and signed_in is None:
        raise Rejected(401, "A page signs in by a ticket.")
    return signed_in


def speaks_other_version(request: Request) -> bool:
    """Whether the client offers versions of our protocol, and this one is not among them."""
    ours = [name for name in _offered(request.headers) if name.startswith(PROTOCOLS)]
    return bool(ours) and SUBPROTOCOL not in ours


def select_subprotocol(_: ServerProtocol, offered: Any) -> Subprotocol | None:
    """Ours, if the client offers it; a client that offers none is fine too."""
    return Subprotocol(SUBPROTOCOL) if SUBPROTOCOL in offered else None


def _ticket(headers: Headers) -> str | None:
    """The ticket a browser offers as a sub-protocol, where no URL and no log sees it."""
    tickets = (name for name in _offered(headers) if name.startswith(TICKET_PREFIX))
    return next((name.removeprefix(TICKET_PREFIX) for name in tickets), None)


def _offered(headers: Headers) -> list[str]:
    """The sub-protocols a client offers."""
    return [name.strip() for line in headers.get_all("Sec-WebSocket-Protocol") for name in line.split(",")]
