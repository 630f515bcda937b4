"""Rates: how much somebody may ask for in a minute. Per person once they are known, per address while they are not.

So colleagues behind one address are never in each other's way, and whoever guesses at tokens is slowed by their address alone.
"""

import math
import time

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from api.identity import Caller, Identity, Unauthenticated
from api.problems import Problem, problem_response
from api.proxies import FORWARDED_FOR, Proxies
from api.tokens import KeysPending
from eventstore.store import StoreFailure

WINDOW_S = 60
PERSON_REQUESTS_MAX = 1_200
"""In `WINDOW_S`, at one process: as many as a socket may send messages. A page that opens asks for about ten views."""
ADDRESS_REQUESTS_MAX = 6_000
"""In `WINDOW_S`, at one process, by those who are not known: two hundred people who all come to the sign-in page and its files."""
MET = "klynge.met"
"""Where a request's scope holds who was met in it."""

HEALTH = frozenset({"/health/live", "/health/ready"})
"""Asked by whoever starts and stops this process, maybe from the address that all others seem to come from: a flood there must not
look like an illness here.
"""


class Rates:
    """What was asked for in the last minute, in the memory of this process."""

    def __init__(self, person_max: int = PERSON_REQUESTS_MAX, address_max: int = ADDRESS_REQUESTS_MAX) -> None:
        self._person = RateLimitItemPerSecond(person_max, WINDOW_S, "person")
        self._address = RateLimitItemPerSecond(address_max, WINDOW_S, "address")
        self._counts = SlidingWindowCounterRateLimiter(MemoryStorage())

    def meet(self, request: HTTPConnection, caller: Caller) -> None:
        """Somebody asks, and it is known who. Raises Problem 429."""
        request.scope.get(MET, set()).add(caller.person)
        if not self._counts.hit(self._person, caller.person):
            raise Problem(
                429,
                "rate.person",
                f"Du har bedt om mere end {self._person.amount} ting på et minut. Vent lidt, og prøv igen.",
                f"You asked for more than {self._person.amount} things in a minute. Wait a little, and try again.",
                headers={"Retry-After": str(self._wait_s(self._person, caller.person))},
            )

    def count(self, address: str) -> None:
        """Somebody asked, and it is not known who."""
        self._counts.hit(self._address, address)

    def is_spent(self, address: str) -> bool:
        """Whether those who are not known have had from there what they may have."""
        return not self._counts.test(self._address, address)

    def may_come(self, address: str) -> bool:
        """Whether somebody who is not known may open a socket from there: counted as a request is."""
        return self._counts.hit(self._address, address)

    def spent(self, address: str) -> Problem:
        return Problem(
            429,
            "rate.address",
            "Herfra er der spurgt for meget uden login. Vent et minut, og prøv igen. Den, der er logget ind, kan fortsætte.",
            "Too much was asked from there without signing in. Wait a minute and try again. Whoever is signed in can go on.",
            headers={"Retry-After": str(self._wait_s(self._address, address))},
        )

    def _wait_s(self, item: RateLimitItemPerSecond, key: str) -> int:
        return max(1, math.ceil(self._counts.get_window_stats(item, key).reset_time - time.time()))


class Limited:
    """An application that answers an address no more than it may be answered; who is signed in is not counted there."""

    def __init__(self, app: ASGIApp, rates: Rates, identity: Identity, proxies: Proxies) -> None:
        self._app = app
        self._rates = rates
        self._identity = identity
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in HEALTH:
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        peer = None if request.client is None else request.client.host
        address = self._proxies.origin(peer, request.headers.getlist(FORWARDED_FOR))
        if self._rates.is_spent(address) and not self._is_known(request):
            await problem_response(self._rates.spent(address))(scope, receive, send)
            return
        met: set[str] = set()
        scope[MET] = met
        await self._app(scope, receive, send)
        if not met:
            self._rates.count(address)

    def _is_known(self, request: HTTPConnection) -> bool:
        try:
            self._identity.find(request)
        except (Unauthenticated, KeysPending, *StoreFailure):
            return False
        return True
