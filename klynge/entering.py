"""Entering: who vouches for whoever signs in, and what a page's sessions and tickets and other clients' tokens prove."""

from collections.abc import Callable
from typing import Any

from starlette.requests import HTTPConnection

from api.identity import Caller, Identity, Unauthenticated, ran_out, seconds_now
from api.issuer import DevelopmentIssuer
from api.issuer_pages import issuer_pages
from api.provider import Provider, RemoteIssuer
from api.sign_in import Entrance, sign_in_routes
from api.tokens import AccessTokens, IssuerKeys, KeysPending
from eventstore.sessions import Sessions
from klynge.core import Core
from klynge.roles import people_of, roles_of
from klynge.settings import Settings
from realtime.messages import problem
from realtime.signing_in import NotYet, Refusal, SignedIn


class Entering:
    """By an issuer that settings name, or by the one of development. `met` hears of everybody who is known."""

    def __init__(
        self,
        settings: Settings,
        sessions: Sessions,
        core: Callable[[], Core],
        met: Callable[[HTTPConnection, Caller], None],
    ) -> None:
        self._settings = settings
        self._sessions = sessions
        self._core = core
        self.issuer: DevelopmentIssuer | None = None
        self._provider = self._vouching()
        keys = IssuerKeys(self._provider.jwks)
        tokens = AccessTokens(issuer=self._provider.issuer, audience=settings.url, keys=keys, now=seconds_now)
        self.identity = Identity(sessions, tokens, public_url=settings.url, env=settings.env, met=met)

    def routes(self, session_ended: Callable[[bytes], None], told_email: Callable[[str, str], None]) -> tuple[Any, ...]:
        """The doors by which people sign in, and pages of the issuer where it is ours."""
        entrance = Entrance(
            identity=self.identity,
            provider=self._provider,
            sessions=self._sessions,
            roles_of=lambda person: roles_of(self._core(), person),
            session_ended=session_ended,
            told_email=told_email,
            public_url=self._settings.url,
            origins=self._settings.origins,
            redeem_code=None if self.issuer is None else self.issuer.redeem_code,
        )
        return (sign_in_routes(entrance), *(() if self.issuer is None else (issuer_pages(self.issuer),)))

    def redeem_ticket(self, ticket: str, origin: str) -> SignedIn | None:
        """Of a page."""
        session = self._sessions.redeem_ticket(ticket, origin, seconds_now())
        return None if session is None else SignedIn(session.person, session.expires_at, session.id, origin)

    def verify(self, token: str) -> SignedIn:
        """Of any other client. Raises `Refusal`, and `NotYet` while the issuer's keys are asked for."""
        try:
            caller = self.identity.verify(token)
            if caller.expires_at <= seconds_now():
                raise ran_out()
        except Unauthenticated as refused:
            raise Refusal(problem(401, refused.code, refused.da, refused.en)) from refused
        except KeysPending as pending:
            raise NotYet from pending
        return SignedIn(caller.person, caller.expires_at)

    def _vouching(self) -> Provider:
        if self._settings.issuer:
            return RemoteIssuer(self._settings.issuer, self._settings.env)
        self.issuer = DevelopmentIssuer(
            env=self._settings.env,
            public_url=self._settings.url,
            keys=self._core().log.keys,
            sessions=self._sessions,
            people=lambda: people_of(self._core()),
        )
        return self.issuer
