"""Client credentials at the development issuer: a client proves by its private key that it is itself (RFC 7523)."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from joserfc.jwt import JWTClaimsRegistry

from api.issuer_keys import key_of_client
from api.provider import SignInRefused
from api.tokens import LEEWAY_S, TokenRefused, header_of, proven
from eventstore.keys import KeyDatabase
from eventstore.sessions import Sessions

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_S_MAX = 300
"""An assertion is made for one request."""
JTI = re.compile(r"[!-~]{8,128}")
KID = re.compile(r"[A-Za-z0-9_-]{1,86}")


class Assertions:
    """Judges client assertions for an issuer whose addresses are `audiences`. `now` gives seconds since 1970 UTC."""

    def __init__(self, keys: KeyDatabase, sessions: Sessions, audiences: Iterable[str], now: Callable[[], int]) -> None:
        self._keys = keys
        self._sessions = sessions
        self._audiences = frozenset(audiences)
        self._now = now
        self._claims = JWTClaimsRegistry(
            now=now,
            leeway=LEEWAY_S,
            iss={"essential": True},
            sub={"essential": True},
            aud={"essential": True},
            exp={"essential": True},
            jti={"essential": True},
        )

    def use(self, keys: KeyDatabase) -> None:
        """The key database was closed and is opened anew."""
        self._keys = keys

    def client_of(self, assertion: str) -> str:
        """The client that an assertion proves, once. Raises `SignInRefused`."""
        try:
            client, claims = self._proven(assertion)
        except TokenRefused as refused:
            raise SignInRefused("invalid_client", refused.reason) from refused
        kept_until = int(claims["exp"]) + LEEWAY_S + 1
        if not self._sessions.use_assertion(client, claims["jti"], self._now(), kept_until):
            raise SignInRefused("invalid_client", "the assertion was used before")
        return client

    def _proven(self, assertion: str) -> tuple[str, dict[str, Any]]:
        """Client and claims of what that client's own key signed, for us and for now (RFC 7523 §3)."""
        header = header_of(assertion)
        found = key_of_client(self._keys, header.kid) if KID.fullmatch(header.kid) else None
        if found is None:
            raise TokenRefused("no client has this key")
        client, key = found
        claims = proven(assertion, header, key, self._claims)
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if claims["iss"] != client or claims["sub"] != client:
            raise TokenRefused("the assertion is of another client than its key")
        if len(audience) != 1 or audience[0] not in self._audiences:
            raise TokenRefused("the assertion is meant for another issuer")
        if claims["exp"] > self._now() + ASSERTION_S_MAX + LEEWAY_S:
            raise TokenRefused(f"the assertion lasts longer than {ASSERTION_S_MAX} seconds")
        if not isinstance(claims["jti"], str) or not JTI.fullmatch(claims["jti"]):
            raise TokenRefused("the assertion has no name of its own")
        return client, claims
