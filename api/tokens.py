"""Access tokens: whether one is the issuer's, for us, and still good (RFC 9068, RFC 8725).

The same code in development and production; only the source of the issuer's keys differs.
"""

import json
import re
import time
from collections.abc import Callable, Mapping
from hmac import compare_digest
from threading import Lock, Thread
from typing import Any

import msgspec
import structlog
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import ECKey
from joserfc.jws import JWSRegistry
from joserfc.jwt import JWTClaimsRegistry
from joserfc.util import urlsafe_b64decode
from msgspec import UNSET, Struct

from api.acr import level_of
from domain.assurance import Assurance
from domain.names import NAME

ALGORITHMS = ("ES256",)
"""RFC 8725 §3.1: a fixed list. One curve is enough, and a public key is never taken for a shared secret."""
CURVE = "P-256"
CLIENT_ID = "klynge"
"""A public client (RFC 6749 §2.1): it holds no secret; PKCE binds a code to the sign-in it was made for (RFC 7636)."""
TOKEN_TYPES = frozenset({"at+jwt", "application/at+jwt"})
"""RFC 9068 §4. An ID token says `JWT` and is no access token."""
TOKEN_BYTES_MAX = 8 * 1024
LEEWAY_S = 30
"""How far the issuer's clock may be from ours."""
KEYS_PAUSE_S = 30
"""At least this long between two readings of the issuer's keys, however many tokens name keys we do not know."""
KEYS_AGE_S = 600
"""Keys older than this are read again, so a withdrawn key does not stay good for ever."""
KEYS_MAX = 100

PERSON = re.compile(rf"dk/person/{NAME}")
CLIENT = re.compile(rf"dk/client/{NAME}")

KeySource = Callable[[], Mapping[str, Any]]
"""The issuer's JWK set (RFC 7517 §5). May take seconds and may raise; never called twice at once."""

log = structlog.get_logger()


class TokenRefused(Exception):
    """The token proves nothing. `reason` is English, for the log and for the client's developer."""

    def __init__(self, reason: str, *, expired: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.expired = expired


class KeysPending(Exception):
    """The token names a key we do not know yet, and the issuer's keys are being read: ask again in a second."""


class AccessToken(Struct, frozen=True, kw_only=True):
    """What a token proves. `expires_at`, `signed_in_at`: seconds since 1970 UTC."""

    person: str
    """The person, or the client that reads on its own behalf."""
    expires_at: int
    subject: str
    """What the issuer calls them."""
    assurance: Assurance = Assurance.LOW
    """How surely they signed in; the lowest where the token does not say when."""
    signed_in_at: int = 0


class IdToken(Struct, frozen=True, kw_only=True):
    """What an ID token tells of a sign-in."""

    subject: str
    assurance: Assurance
    signed_in_at: int
    email: str | None = None
    """Where the issuer says that it has seen to it that they read it (OpenID Connect Core 1.0 §5.1)."""


class IssuerKeys:
    """The issuer's public keys by `kid`. Never waits for the network after it is built, so a socket loop may ask.

    `monotonic` gives seconds. A reading that fails leaves the old keys standing.
    """

    def __init__(self, source: KeySource, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._monotonic = monotonic
        self._lock = Lock()
        self._reading = True
        self._read_at = monotonic()
        self._unread = True
        self._keys: Mapping[str, ECKey] = {}
        self._read()

    def find(self, kid: str) -> ECKey:
        """The key of a name. Raises `KeysPending` while nobody can tell whether there is such a key, else `TokenRefused`."""
        key = self._keys.get(kid)
        age_s = self._monotonic() - self._read_at
        if age_s >= (KEYS_PAUSE_S if key is None else KEYS_AGE_S):
            self._read_again()
        if key is not None:
            return key
        if self._reading or self._unread:
            raise KeysPending
        # A reading may have ended since we looked.
        key = self._keys.get(kid)
        if key is None:
            raise TokenRefused("no key of the issuer has this kid")
        return key

    def _read_again(self) -> None:
        with self._lock:
            if self._reading:
                return
            self._reading = True
            self._read_at = self._monotonic()
        Thread(target=self._read, name="issuer-keys", daemon=True).start()

    def _read(self) -> None:
        try:
            self._keys = _usable(self._source())
            self._unread = False
        except Exception as error:
            self._unread = True
            log.warning("identity.keys-unread", error=repr(error))
        finally:
            self._reading = False


def _usable(jwks: Mapping[str, Any]) -> dict[str, ECKey]:
    """The signing keys on our curve that carry a name. Others are another purpose's and are passed over (RFC 7517 §5)."""
    usable: dict[str, ECKey] = {}
    for jwk in jwks["keys"][:KEYS_MAX]:
        if jwk.get("kty") != "EC" or jwk.get("crv") != CURVE or not isinstance(jwk.get("kid"), str):
            continue
        if jwk.get("use", "sig") == "sig" and jwk.get("alg", ALGORITHMS[0]) in ALGORITHMS:
            try:
                usable[jwk["kid"]] = ECKey.import_key({name: jwk[name] for name in ("kty", "crv", "x", "y", "kid")})
            except (KeyError, ValueError, JoseError) as broken:
                log.warning("identity.key-unreadable", kid=jwk["kid"], error=repr(broken))
    return usable


class Header(Struct):
    """What we read of a header. `jwk`, `jku`, `x5u`, `x5c` are passed over: a token may not bring its own key (RFC 8725 §3.10)."""

    alg: str
    kid: str
    typ: str = ""
    """An ID token need not say (OpenID Connect Core 1.0 §2); an access token must."""
    crit: Any = UNSET
    b64: Any = UNSET


class OneMeaning(json.JSONDecoder):
    """JSON in which no name stands twice, so no two readers understand it differently (RFC 7519 §4)."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=self._once)

    @staticmethod
    def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError("a name stands twice")
        return members


class _Registry(JWSRegistry):
    """The library's list of algorithms, with our own reading of the header: nothing but `Header` is looked at."""

    max_header_length = TOKEN_BYTES_MAX

    def check_header(self, header: dict[str, Any]) -> None:
        """Done in `header_of`."""


_SIGNATURES = _Registry(algorithms=ALGORITHMS)


class AccessTokens:
    """Tokens of one issuer for one audience. `now` gives seconds since 1970 UTC."""

    def __init__(self, *, issuer: str, audience: str, keys: IssuerKeys, now: Callable[[], int]) -> None:
        self._keys = keys
        self._claims, self._id_claims = (
            JWTClaimsRegistry(
                now=now,
                leeway=LEEWAY_S,
                iss={"essential": True, "value": issuer},
                aud={"essential": True, "value": meant_for},
                exp={"essential": True},
                iat={"essential": True},
                sub={"essential": True},
            )
            for meant_for in (audience, CLIENT_ID)
        )
        self._now = now

    def read(self, token: str) -> AccessToken:
        """Raises `TokenRefused`, or `KeysPending` while the issuer's keys are being read."""
        header = header_of(token)
        if header.typ.lower() not in TOKEN_TYPES:
            raise TokenRefused("not an access token: typ is not at+jwt")
        claims = self._proven(token, header, self._claims)
        holder, is_client = _holder(claims)
        assurance, signed_in_at = (Assurance.LOW, 0) if is_client else self._sign_in(claims)
        return AccessToken(
            person=holder,
            expires_at=int(claims["exp"]),
            subject=claims["sub"],
            assurance=assurance,
            signed_in_at=signed_in_at,
        )

    def read_id(self, token: str, nonce: str) -> IdToken:
        """The ID token that came with a code (OpenID Connect Core 1.0 §3.1.3.7). Raises as `read` does."""
        header = header_of(token)
        if header.typ.lower() in TOKEN_TYPES:
            raise TokenRefused("not an ID token")
        claims = self._proven(token, header, self._id_claims)
        if not isinstance(claims.get("nonce"), str) or not compare_digest(claims["nonce"].encode(), nonce.encode()):
            raise TokenRefused("the ID token was made for another sign-in")
        if claims.get("azp", CLIENT_ID) != CLIENT_ID or (isinstance(claims["aud"], list) and len(claims["aud"]) > 1):
            raise TokenRefused("the ID token was made for others too")
        assurance, signed_in_at = self._sign_in(claims)
        email = claims.get("email") if claims.get("email_verified") is True else None
        return IdToken(
            subject=claims["sub"],
            assurance=assurance,
            signed_in_at=signed_in_at,
            email=email if isinstance(email, str) else None,
        )

    def _sign_in(self, claims: dict[str, Any]) -> tuple[Assurance, int]:
        """How surely, and when; without the moment nobody can tell an old sign-in from a fresh one."""
        at = claims.get("auth_time")
        if at is None:
            return Assurance.LOW, 0
        if not isinstance(at, int) or isinstance(at, bool) or at < 0:
            raise TokenRefused("auth_time is no moment")
        if at > self._now() + LEEWAY_S:
            raise TokenRefused("the sign-in lies in the future")
        return level_of(claims), at

    def _proven(self, token: str, header: Header, registry: JWTClaimsRegistry) -> dict[str, Any]:
        """The claims of a token that the issuer signed and that holds now."""
        return proven(token, header, self._keys.find(header.kid), registry)


def proven(token: str, header: Header, key: ECKey, registry: JWTClaimsRegistry) -> dict[str, Any]:
    """The claims of what a key signed, where they hold. Raises `TokenRefused`."""
    if header.crit is not UNSET or header.b64 is not UNSET:
        # RFC 7515 §4.1.11: what is critical must be understood, and we understand no extension.
        raise TokenRefused("critical header parameters are not accepted")
    try:
        claims: dict[str, Any] = jwt.decode(token, key, registry=_SIGNATURES, decoder_cls=OneMeaning).claims
        # Decoding alone checks the signature and nothing else: an expired token passes it.
        registry.validate(claims)
    except ExpiredTokenError:
        raise TokenRefused("the token has expired", expired=True) from None
    except (JoseError, ValueError, RecursionError) as refused:
        raise TokenRefused(f"the token does not hold: {refused}") from refused
    if not isinstance(claims["sub"], str):
        raise TokenRefused("the claim sub is no name")
    return claims


def _holder(claims: Mapping[str, Any]) -> tuple[str, bool]:
    """Whom a token speaks for, and whether that is a client: one of the two claims, never both."""
    if ("person" in claims) == ("client" in claims):
        raise TokenRefused("the token names neither a person nor a client, or both")
    claim, form = ("client", CLIENT) if "client" in claims else ("person", PERSON)
    holder = claims[claim]
    if not isinstance(holder, str) or not form.fullmatch(holder):
        raise TokenRefused(f"the claim {claim} names no {claim}")
    return holder, claim == "client"


def header_of(token: str) -> Header:
    if len(token) > TOKEN_BYTES_MAX:
        raise TokenRefused(f"the token is longer than {TOKEN_BYTES_MAX} bytes")
    try:
        parts = token.encode("ascii").split(b".")
        if len(parts) != 3:
            raise TokenRefused("not a signed token in three parts")
        return msgspec.json.decode(urlsafe_b64decode(parts[0]), type=Header)
    except (ValueError, RecursionError) as malformed:
        raise TokenRefused("the header cannot be read") from malformed
