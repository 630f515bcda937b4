"""The issuer as we meet it when somebody signs in: where to send them, a code for a token, its keys (OpenID Connect)."""

from collections.abc import Mapping
from threading import Lock
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec
from msgspec import Struct

from api.acr import ACR, SIGN_IN_AGE_S
from api.addresses import is_loopback
from api.tokens import CLIENT_ID
from domain.assurance import Assurance

SCOPE = "openid"
TIMEOUT_S = 5
ANSWER_BYTES_MAX = 256 * 1024


class UnsafeAddress(ValueError):
    """Tokens or cookies would travel in the clear."""


class SignInRefused(Exception):
    """The issuer does not give a token for this code. `error` is its own word (RFC 6749 §5.2)."""

    def __init__(self, error: str, description: str = "") -> None:
        super().__init__(f"{error}: {description}")
        self.error = error
        self.description = description


class IssuerDown(Exception):
    """The issuer does not answer, or answers what no issuer does."""


class Provider(Protocol):
    """An issuer. Its methods may wait for the network, so they are called off the event loop."""

    @property
    def issuer(self) -> str: ...

    def jwks(self) -> Mapping[str, Any]:
        """Its keys (RFC 7517 §5)."""
        ...

    def authorize_url(self, asked: "Asked") -> str:
        """Where a browser goes to sign in."""
        ...

    def redeem(self, code: str, verifier: str, redirect_uri: str) -> "Granted":
        """The tokens for a code. Raises `SignInRefused` or `IssuerDown`."""
        ...


def require_safe(url: str, env: str) -> None:
    """Raises `UnsafeAddress` unless https, or http that never leaves the machine in development."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and env == "dev" and is_loopback(url):
        return
    raise UnsafeAddress(f"{url!r} must be https; http is for loopback addresses with KLYNGE_ENV=dev")


class Asked(Struct, frozen=True, kw_only=True):
    """What a browser is sent to the issuer with."""

    state: str
    nonce: str
    challenge: str
    redirect_uri: str
    person: str | None = None
    """Whom the development issuer need not ask for."""
    level: Assurance = Assurance.SUBSTANTIAL


def authorize_query(asked: Asked) -> str:
    """The query of an authorisation request (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core 1.0 §3.1.2.1)."""
    query = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": asked.redirect_uri,
        "scope": SCOPE,
        "state": asked.state,
        "nonce": asked.nonce,
        "acr_values": ACR[asked.level],
        "max_age": str(SIGN_IN_AGE_S),
        "code_challenge": asked.challenge,
        "code_challenge_method": "S256",
    }
    return urlencode(query if asked.person is None else {**query, "login_hint": asked.person})


class _Metadata(Struct):
    """What we read of a provider's metadata (OpenID Connect Discovery 1.0 §3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class Granted(Struct):
    """The answer to a code (OpenID Connect Core 1.0 §3.1.3.3)."""

    access_token: str
    id_token: str


class _NotGranted(Struct):
    error: str
    error_description: str = ""


class RemoteIssuer:
    """An issuer over the network. Raises `UnsafeAddress` for one that is not https, or that is loopback outside development."""

    def __init__(self, issuer: str, env: str) -> None:
        require_safe(issuer, env)
        if env != "dev" and is_loopback(issuer):
            raise UnsafeAddress(f"{issuer!r} is this machine; a loopback issuer is for KLYNGE_ENV=dev")
        self.issuer = issuer
        self._env = env
        self._client = httpx.Client(timeout=TIMEOUT_S, follow_redirects=False)
        self._lock = Lock()
        self._metadata: _Metadata | None = None

    def close(self) -> None:
        self._client.close()

    def jwks(self) -> Mapping[str, Any]:
        keys: dict[str, Any] = self._ask("GET", self._found().jwks_uri, dict[str, Any])
        return keys

    def authorize_url(self, asked: Asked) -> str:
        endpoint = self._found().authorization_endpoint
        query = authorize_query(asked)
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{query}"

    def redeem(self, code: str, verifier: str, redirect_uri: str) -> Granted:
        form = {
            "grant_type": "authorization_code",
            "client_id": CLIENT_ID,
            "code": code,
            "code_verifier": verifier,
            "redirect_uri": redirect_uri,
        }
        granted: Granted = self._ask("POST", self._found().token_endpoint, Granted, form)
        return granted

    def _found(self) -> _Metadata:
        """The issuer's metadata, read once. It must be of the very issuer we asked (OpenID Connect Discovery 1.0 §4.3)."""
        with self._lock:
            if self._metadata is None:
                found: _Metadata = self._ask("GET", f"{self.issuer}/.well-known/openid-configuration", _Metadata)
                if found.issuer != self.issuer:
                    raise IssuerDown("the metadata is of another issuer")
                for endpoint in (found.authorization_endpoint, found.token_endpoint, found.jwks_uri):
                    require_safe(endpoint, self._env)
                self._metadata = found
            return self._metadata

    def _ask(self, method: str, url: str, expected: Any, form: Mapping[str, str] | None = None) -> Any:
        try:
            answer = self._client.request(method, url, data=form, headers={"Accept": "application/json"})
        except httpx.HTTPError as failed:
            raise IssuerDown(f"{url} does not answer") from failed
        try:
            if len(answer.content) > ANSWER_BYTES_MAX:
                raise IssuerDown(f"{url} answers more than {ANSWER_BYTES_MAX} bytes")
            if form is not None and answer.status_code == httpx.codes.BAD_REQUEST:
                refused = msgspec.json.decode(answer.content, type=_NotGranted)
                raise SignInRefused(refused.error, refused.error_description)
            if answer.status_code != httpx.codes.OK:
                raise IssuerDown(f"{url} answers {answer.status_code}")
            return msgspec.json.decode(answer.content, type=expected)
        except msgspec.DecodeError as unread:
            raise IssuerDown(f"{url} answers what no issuer does") from unread
