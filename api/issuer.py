"""The embedded development issuer: signs in whoever you choose to be, on this machine only.

Its tokens pass the same verifying code as any other issuer's. Its key lies in the key database, so that a restart, another
node and the command line make and accept the same tokens. Codes lie beside the sessions, so that any of them may redeem what
another made.
"""

import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from joserfc import jwt

from api.acr import ACR
from api.addresses import is_loopback
from api.identity import seconds_now
from api.issuer_clients import Assertions
from api.issuer_keys import jwks, register, rotate, signing_keys, withdraw
from api.provider import Asked, Granted, SignInRefused, authorize_query
from api.tokens import ALGORITHMS, CLIENT, CLIENT_ID, PERSON
from domain.assurance import Assurance
from eventstore.keys import KeyDatabase
from eventstore.sessions import SESSION_S, Code, Sessions

PATH = "/dev-issuer"
GRANT_S = 60
"""An authorisation code goes straight back to where it came from (RFC 6749 §4.1.2 allows ten minutes at most)."""
SIGN_IN_CODE_S = 24 * 3600
CLIENT_TOKEN_S = 3600
CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
"""SHA-256 in base64url (RFC 7636 §4.2)."""
VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")

People = Callable[[], list[tuple[str, str]]]
"""The people one can sign in as: (person id, function), in the order shown."""


class NotForDevelopment(RuntimeError):
    """The development issuer lets anybody in as anybody, so it is built on one's own machine and nowhere else."""


class DevelopmentIssuer:
    """An issuer, and the provider in front of it without a network. `now` gives seconds since 1970 UTC.

    Raises `NotForDevelopment` outside `KLYNGE_ENV=dev`, or where `public_url` is no loopback address.
    """

    def __init__(
        self,
        *,
        env: str,
        public_url: str,
        keys: KeyDatabase,
        sessions: Sessions,
        people: People,
        now: Callable[[], int] = seconds_now,
    ) -> None:
        if env != "dev":
            raise NotForDevelopment(
                f"the development issuer needs KLYNGE_ENV=dev, not {env!r}; set KLYNGE_ISSUER to an issuer"
            )
        if not is_loopback(public_url):
            raise NotForDevelopment(
                f"the development issuer needs a loopback address in KLYNGE_URL, not {public_url!r}"
            )
        self._public_url = public_url.rstrip("/")
        self._sessions = sessions
        self._now = now
        self._keys = keys
        signing_keys(keys)  # so that a key database that gives none is found at the start
        self.people = people
        self.issuer = f"{self._public_url}{PATH}"
        self.audience = self._public_url
        self.redirect_uri = f"{self._public_url}/v1/sign-in/callback"
        self._assertions = Assertions(keys, sessions, (self.issuer, f"{self.issuer}/token"), now)

    # --- what it signs ---

    def mint_token(self, person: str, seconds: int, level: Assurance = Assurance.SUBSTANTIAL) -> str:
        """An access token (RFC 9068 §2.2) for a person, good for so many seconds. Raises ValueError for no person's id."""
        claims = {"aud": self.audience, "client_id": CLIENT_ID, "sub": _person(person), "person": person}
        return self._signed("at+jwt", {**claims, **self._signed_in(level)}, seconds)

    def mint_client_token(self, client: str, seconds: int) -> str:
        """An access token for a client that reads on its own behalf. Raises ValueError for no client's id."""
        if not CLIENT.fullmatch(client):
            raise ValueError(f"{client!r} is no client's id, dk/client/…")
        claims = {"aud": self.audience, "client_id": client, "sub": client, "client": client}
        return self._signed("at+jwt", claims, seconds)

    def mint_id_token(
        self, person: str, seconds: int, nonce: str | None = None, level: Assurance = Assurance.SUBSTANTIAL
    ) -> str:
        """An ID token (OpenID Connect Core 1.0 §2): tells the client who signed in, and opens no door."""
        claims = {"aud": CLIENT_ID, "sub": _person(person), **self._signed_in(level)}
        return self._signed("JWT", claims if nonce is None else {**claims, "nonce": nonce}, seconds)

    def mint_code(self, person: str, level: Assurance = Assurance.SUBSTANTIAL) -> str:
        """A one-use sign-in code, for a link `/log-ind#kode=…`; good for `SIGN_IN_CODE_S`."""
        return self._code(Code(person, None, level, None), SIGN_IN_CODE_S)

    def mint_grant(
        self, person: str, challenge: str, nonce: str | None = None, level: Assurance = Assurance.SUBSTANTIAL
    ) -> str:
        """An authorisation code bound to a PKCE challenge."""
        return self._code(Code(person, challenge, level, nonce), GRANT_S)

    # --- what it takes back ---

    def redeem_code(self, code: str) -> str:
        """The access token for a sign-in code. Raises `SignInRefused`."""
        used = self._used_up(code)
        if used.challenge is not None:
            # Whoever began that sign-in can prove it, and has not.
            raise SignInRefused("invalid_grant", "the code is of another kind")
        return self.mint_token(used.person, SESSION_S, used.assurance)

    def redeem(self, code: str, verifier: str, redirect_uri: str) -> Granted:
        """The tokens for an authorisation code (RFC 6749 §4.1.3, RFC 7636 §4.6). Raises `SignInRefused`.

        The code is used up by asking.
        """
        used = self._used_up(code)
        if redirect_uri != self.redirect_uri:
            raise SignInRefused("invalid_grant", "the redirect address is not the one the code was made for")
        if used.challenge is None:
            # Without this a sign-in code, which knows no verifier, would be a way around PKCE.
            raise SignInRefused("invalid_grant", "the code is of another kind")
        if not VERIFIER.fullmatch(verifier) or not hmac.compare_digest(used.challenge, challenge_of(verifier)):
            raise SignInRefused("invalid_grant", "the verifier does not fit the challenge")
        return Granted(
            self.mint_token(used.person, SESSION_S, used.assurance),
            self.mint_id_token(used.person, SESSION_S, used.nonce, used.assurance),
        )

    def redeem_assertion(self, assertion: str) -> str:
        """The access token for a client's assertion (RFC 7523 §2.2). Raises `SignInRefused`."""
        return self.mint_client_token(self._assertions.client_of(assertion), CLIENT_TOKEN_S)

    # --- its keys, and those of clients ---

    def use(self, keys: KeyDatabase) -> None:
        """The key database was closed and is opened anew."""
        self._keys = keys
        self._assertions.use(keys)

    def rotate_key(self) -> str:
        """Sign with a new key from now on, at every node; answers its name. What the one before signed holds for its time."""
        return rotate(self._keys)

    def register_client(self, client: str, public_key: bytes) -> str:
        """Let a client prove itself by a key (PEM); answers the key's name. Raises `issuer_keys.NoKey`."""
        return register(self._keys, client, public_key)

    def withdraw_key(self, client: str, kid: str) -> None:
        """A client's key proves nothing from now on. Raises `issuer_keys.NoKey`."""
        withdraw(self._keys, client, kid)

    # --- what a provider is asked ---

    def jwks(self) -> Mapping[str, Any]:
        """As they stand in the key database now: another process may have rotated."""
        return jwks(self._keys)

    def authorize_url(self, asked: Asked) -> str:
        return f"{self.issuer}/authorize?{authorize_query(asked)}"

    def _signed_in(self, level: Assurance) -> dict[str, Any]:
        """What tells of the sign-in: as sure as was chosen, and just now."""
        return {"acr": ACR[level], "auth_time": self._now()}

    def _signed(self, typ: str, claims: Mapping[str, Any], seconds: int) -> str:
        at = self._now()
        key = signing_keys(self._keys)[-1]
        header = {"alg": ALGORITHMS[0], "typ": typ, "kid": key.thumbprint()}
        stamped = {"iss": self.issuer, "iat": at, "exp": at + seconds, "jti": secrets.token_urlsafe(16), **claims}
        return jwt.encode(header, stamped, key, algorithms=ALGORITHMS)

    def _code(self, meant: Code, seconds: int) -> str:
        _person(meant.person)
        now = self._now()
        return self._sessions.issue_code(meant, now, now + seconds)

    def _used_up(self, code: str) -> Code:
        """Whom a code is for, the first time it is shown."""
        used = self._sessions.redeem_code(code, self._now())
        if used is None:
            raise SignInRefused("invalid_grant", "the code is not ours, was used before, or its time has passed")
        return used


def challenge_of(verifier: str) -> str:
    """S256 (RFC 7636 §4.2)."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _person(person: str) -> str:
    if not PERSON.fullmatch(person):
        raise ValueError(f"{person!r} is no person's id, dk/person/…")
    return person
