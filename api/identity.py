"""Who is asking: a page by its session cookie, another client by its access token. What they may do is the policy's question."""

import time
from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import Struct
from starlette.requests import HTTPConnection

from api.acr import SIGN_IN_AGE_S
from api.addresses import is_loopback
from api.provider import require_safe
from api.tokens import PERSON, AccessToken, AccessTokens, TokenRefused
from domain.assurance import Assurance
from eventstore.sessions import Sessions

WRITE_HEADER = "Klynge-Request"
"""No other site can make a browser send it, so a write that carries it was meant by one of our pages."""
BEARER = "bearer "


class Unauthenticated(Exception):
    """401. `da` and `en` say why; `challenge` is the `WWW-Authenticate` of the answer (RFC 6750 §3)."""

    def __init__(self, code: str, da: str, en: str, challenge: str = "Bearer") -> None:
        super().__init__(code)
        self.code = code
        self.da = da
        self.en = en
        self.challenge = challenge


class Forbidden(Exception):
    """403 before anybody asked the policy: the request may not have been meant. `da` and `en` say why."""

    def __init__(self, code: str, da: str, en: str) -> None:
        super().__init__(code)
        self.code = code
        self.da = da
        self.en = en


class Caller(Struct, frozen=True, kw_only=True):
    """Who asks, and until when that holds. `expires_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int
    via: Literal["session", "token"]
    assurance: Assurance = Assurance.LOW
    """How surely they are who they say, by now: an old sign-in counts as the lowest."""
    signed_in_at: int = 0
    """Seconds since 1970 UTC; 0 where nothing tells."""
    session: bytes | None = None
    """Which session it is, where it is one."""
    email: str | None = None
    """Where their sign-in says they read mail; told as they sign in, and never again."""


def seconds_now() -> int:
    """Seconds since 1970 UTC: sign-in keeps the machine's time, also where a story's clock runs."""
    return int(time.time())


class Identity:
    """Tells who is asking. Reads a row at most and never waits for a network, so it may be asked on the event loop.

    Raises `provider.UnsafeAddress` when cookies of `public_url` could travel in the clear.
    """

    def __init__(
        self,
        sessions: Sessions,
        tokens: AccessTokens,
        *,
        public_url: str,
        env: str,
        now: Callable[[], int] = seconds_now,
        met: Callable[[HTTPConnection, "Caller"], None] = lambda _, __: None,
    ) -> None:
        require_safe(public_url, env)
        self._met = met
        self._sessions = sessions
        self._tokens = tokens
        self.now = now
        self.secure = not (public_url.startswith("http:") and is_loopback(public_url))
        """Whether cookies travel over https alone. Browsers keep `__Host-` cookies only where they do (RFC 6265bis §4.1.3.2)."""
        self.cookie = "__Host-klynge" if self.secure else "klynge"

    def of(self, request: HTTPConnection) -> Caller:
        """Who asks, and `met` is told so: it may raise. Raises what `find` raises."""
        caller = self.find(request)
        self._met(request, caller)
        return caller

    def find(self, request: HTTPConnection) -> Caller:
        """Raises `Unauthenticated`, or `KeysPending` while the issuer's keys are being read.

        A token stands before a cookie: who sends one means it, and no other site can.
        """
        authorization = request.headers.getlist("authorization")
        if authorization:
            return self.verify(_bearer(authorization))
        secret = request.cookies.get(self.cookie)
        if secret is None:
            raise Unauthenticated("session.missing", "Log ind for at fortsætte.", "Sign in to go on.")
        session = self._sessions.find(secret, self.now())
        if session is None:
            raise Unauthenticated(
                "session.expired",
                "Du er logget ud, fordi tiden udløb. Log ind igen.",
                "Your session has ended. Sign in again.",
            )
        return Caller(
            person=session.person,
            expires_at=session.expires_at,
            via="session",
            assurance=self._by_now(session.assurance, session.signed_in_at),
            signed_in_at=session.signed_in_at,
            session=session.id,
        )

    def check_write(self, request: HTTPConnection, caller: Caller) -> None:
        """Raises `Forbidden` for a write by cookie that another site could have made the browser send."""
        if caller.via == "session":
            check_meant(request)

    def verify(self, token: str) -> Caller:
        """Who an access token is for. Raises `Unauthenticated`, or `KeysPending`."""
        try:
            read = self._tokens.read(token)
        except TokenRefused as refused:
            raise _unproven(refused) from refused
        return self._caller(read, read.assurance, read.signed_in_at)

    def verify_sign_in(self, token: str, id_token: str, nonce: str) -> Caller:
        """Who signed in: a person, whom both tokens are for; the ID token tells how surely and when. Raises as `verify` does."""
        try:
            read = self._tokens.read(token)
            told = self._tokens.read_id(id_token, nonce)
            if told.subject != read.subject or not PERSON.fullmatch(read.person):
                raise TokenRefused("the two tokens are not for one person")
        except TokenRefused as refused:
            raise _unproven(refused) from refused
        return msgspec.structs.replace(self._caller(read, told.assurance, told.signed_in_at), email=told.email)

    def _caller(self, read: AccessToken, assurance: Assurance, signed_in_at: int) -> Caller:
        return Caller(
            person=read.person,
            expires_at=read.expires_at,
            via="token",
            assurance=self._by_now(assurance, signed_in_at),
            signed_in_at=signed_in_at,
        )

    def _by_now(self, assurance: Assurance, signed_in_at: int) -> Assurance:
        return assurance if self.now() < signed_in_at + SIGN_IN_AGE_S else Assurance.LOW


_NOT_ACCEPTED = ("token.refused", "Adgangsbeviset kan ikke bruges.")
_INVALID = 'Bearer error="invalid_token"'


def ran_out() -> Unauthenticated:
    """Of a line that lasts: the leeway between clocks is for a question and its answer, and opens none."""
    return _unproven(TokenRefused("the token has expired", expired=True))


def _unproven(refused: TokenRefused) -> Unauthenticated:
    code, da = ("token.expired", "Adgangen er udløbet.") if refused.expired else _NOT_ACCEPTED
    return Unauthenticated(code, da, f"The access token is not accepted: {refused.reason}.", _INVALID)


def check_meant(request: HTTPConnection) -> None:
    """Raises `Forbidden` where `Klynge-Request` is missing."""
    if WRITE_HEADER not in request.headers:
        raise Forbidden(
            "request.header-missing",
            f"Anmodningen mangler {WRITE_HEADER} og kan komme fra en fremmed side.",
            f"The request lacks {WRITE_HEADER} and may come from another site.",
        )


def _bearer(authorization: list[str]) -> str:
    """The one bearer token of the header (RFC 6750 §2.1)."""
    scheme = authorization[0][: len(BEARER)]
    if len(authorization) > 1 or scheme.lower() != BEARER:
        raise Unauthenticated("token.refused", "Adgangsbeviset kan ikke bruges.", "Send one Bearer token.", _INVALID)
    return authorization[0][len(BEARER) :].strip()
