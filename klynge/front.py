"""The front: what whoever comes from outside meets before any room, and what goes with every answer."""

from collections.abc import Sequence
from pathlib import Path

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp

from api.headers import WithHeaders, headers_for
from api.identity import Caller, Identity
from api.problem_pages import ProblemPages
from api.proxies import Proxies
from api.rates import Limited, Rates
from klynge.settings import Settings
from realtime.places import SOCKETS_PER_PERSON_MAX, Places


class Front:
    """Made of the settings, before whoever asks is known."""

    def __init__(self, settings: Settings) -> None:
        self._rates = Rates() if settings.limits_rates else None
        self._proxies = Proxies(settings.proxies)
        self.headers = headers_for(settings.url)
        self.places = Places(SOCKETS_PER_PERSON_MAX if settings.limits_rates else None)

    def meet(self, request: HTTPConnection, caller: Caller) -> None:
        """Somebody asks, and it is known who. Raises Problem 429."""
        if self._rates is not None:
            self._rates.meet(request, caller)

    def may_come(self, peer: str | None, forwarded: Sequence[str]) -> bool:
        """Whether somebody who is not known may open one more socket from there."""
        return self._rates is None or self._rates.may_come(self._proxies.origin(peer, forwarded))

    def before(self, app: ASGIApp, identity: Identity, web: Path | None) -> ASGIApp:
        """The application as it is met from outside. `web` holds the built pages."""
        limited = app if self._rates is None else Limited(app, self._rates, identity, self._proxies)
        return WithHeaders(ProblemPages(limited, web), self.headers)
