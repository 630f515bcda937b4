"""The development issuer's keys: its own, which follow one another, and the public ones of clients. All in the key database.

Nothing there is ever changed, so what follows is kept under the next name.
"""

from typing import Any

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from msgspec import Struct

from api.tokens import ALGORITHMS, CLIENT, CURVE
from eventstore.keys import KeyDatabase

KEY_NAME = "dev-issuer/es256"
SHOWN = 2
"""Tokens of the key before stay good for their time; those of older ones have ended."""
KEYS_MAX = 1_000
"""As many rotations."""


class NoKey(ValueError):
    """What was given is no public key on our curve, or there is no such key."""


def signing_keys(keys: KeyDatabase) -> list[ECKey]:
    """Oldest first, made on first use. Of two that make one at once, both take the one that was kept."""
    found: list[ECKey] = []
    while (kept := keys.get_named(_own(len(found)))) is not None:
        found.append(ECKey.import_key(kept))
    return found or [_made(keys, 0)]


def rotate(keys: KeyDatabase) -> str:
    """A new key to sign with; the one before is shown until the next rotation. Answers the new one's name."""
    count = len(signing_keys(keys))
    if count >= KEYS_MAX:
        raise NoKey(f"a development issuer has {KEYS_MAX} keys at most")
    return _made(keys, count).thumbprint()


def jwks(keys: KeyDatabase) -> dict[str, Any]:
    """What others know them by (RFC 7517 §5)."""
    return {
        "keys": [
            {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": ALGORITHMS[0]}
            for key in signing_keys(keys)[-SHOWN:]
        ]
    }


def _own(number: int) -> str:
    return f"{KEY_NAME}/{number}" if number else KEY_NAME


def _made(keys: KeyDatabase, number: int) -> ECKey:
    keys.put_named(_own(number), ECKey.generate_key(CURVE).as_pem(private=True))
    kept = keys.get_named(_own(number))
    assert kept is not None
    return ECKey.import_key(kept)


# --- clients ---


class _ClientKey(Struct, frozen=True):
    client: str
    jwk: dict[str, Any]


def register(keys: KeyDatabase, client: str, pem: bytes) -> str:
    """Keep a client's public key beside those it has; answers the name it is used by. Raises `NoKey`."""
    try:
        key = ECKey.import_key(pem)
    except (ValueError, TypeError, JoseError) as unread:
        raise NoKey("that is no public key in PEM") from unread
    if not CLIENT.fullmatch(client):
        raise NoKey(f"{client!r} is no client's id, dk/client/…")
    if key.curve_name != CURVE:
        raise NoKey(f"the key lies on {key.curve_name}; only {CURVE} is accepted")
    kid: str = key.thumbprint()
    keys.put_named(_client_key(kid), msgspec.json.encode(_ClientKey(client, dict(key.as_dict(private=False)))))
    if owner_of(keys, kid) != client:
        raise NoKey("the key is another client's, or was withdrawn")
    return kid


def withdraw(keys: KeyDatabase, client: str, kid: str) -> None:
    """A key of a client opens nothing from now on, and never again. Raises `NoKey`."""
    if owner_of(keys, kid) != client:
        raise NoKey(f"{client} has no key {kid} that was not withdrawn")
    keys.put_named(f"{_client_key(kid)}/withdrawn", b"withdrawn")


def owner_of(keys: KeyDatabase, kid: str) -> str | None:
    """Whose key it is, unless it was withdrawn."""
    found = key_of_client(keys, kid)
    return None if found is None else found[0]


def key_of_client(keys: KeyDatabase, kid: str) -> tuple[str, ECKey] | None:
    """The client and its public key, unless it was withdrawn."""
    kept = keys.get_named(_client_key(kid))
    if kept is None or keys.get_named(f"{_client_key(kid)}/withdrawn") is not None:
        return None
    found = msgspec.json.decode(kept, type=_ClientKey)
    return found.client, ECKey.import_key(found.jwk)


def _client_key(kid: str) -> str:
    return f"dev-issuer/client/{kid}"
