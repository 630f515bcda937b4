"""Signing in at a socket: by a one-use ticket or by a token, at its beginning and again before the sign-in ends."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import Struct

KEYS_PENDING_MS = 2_000
"""Over so long a time those come back whose tokens could not be judged: by then the issuer's keys should be known."""


class SignedIn(Struct, frozen=True):
    """Who is at the other end. `expires_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int
    session: bytes | None = None
    """The session they hold; None: they brought a token."""
    origin: str | None = None
    """Whose page it is, which alone may bring further tickets; None: it is no page."""


class Refusal(Exception):
    """A token or a ticket is not accepted; `problem` says why."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(problem["code"])
        self.problem = problem


class NotYet(Exception):
    """Whether a token holds cannot be told just now; in a moment it can."""


class Tickets(Protocol):
    """Redeems a one-use ticket for an origin."""

    def __call__(self, ticket: str, origin: str) -> SignedIn | None: ...


Verify = Callable[[str], SignedIn]
"""Who a token is for. Raises `Refusal` and `NotYet`."""
