"""Secrets of webhooks: what deliveries are signed with. They lie sealed, each bound to its webhook; nobody gives one another's."""

import os
from base64 import b64encode
from collections.abc import Callable, Iterable

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from eventstore.boxes import box, unbox
from eventstore.keys import KEY_BYTES

SEALED_UNDER = "webhooks"
"""The name of the key, in the key database, that secrets are sealed under."""
SECRET_PREFIX = "whsec_"
SECRETS_MAX = 5
"""Of one webhook, the newest first: where one is changed again and again, the oldest is given up."""
OLD_SECRET_S = 24 * 3600
"""So long what is sent is signed with a secret that was changed, too."""


class Secret(Struct, frozen=True):
    """What deliveries are signed with, as receivers write it. `ends_at`: seconds since 1970; None: the one in use."""

    text: str
    ends_at: int | None = None

    def __repr__(self) -> str:
        return "Secret(…)"


class SecretLost(Exception):
    """A webhook's secrets do not open under the key that is kept."""


class Seal:
    """`key` gives what they are sealed under; it may raise `KeysUnavailable`."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def close(self, owner: str, name: str, secrets: Iterable[Secret]) -> bytes:
        told = msgspec.json.encode(tuple(secrets)[:SECRETS_MAX])
        return box(AESGCM(self._key()), told, _bound(owner, name))

    def open(self, owner: str, name: str, kept: bytes, now: int) -> tuple[Secret, ...]:
        """Those that hold still, the newest first. Raises `SecretLost`."""
        told = unbox(AESGCM(self._key()), kept, _bound(owner, name))
        if told is None:
            raise SecretLost(f"{owner} {name}")
        secrets = msgspec.json.decode(told, type=tuple[Secret, ...])
        return tuple(each for each in secrets if each.ends_at is None or each.ends_at > now)

    def followed(self, owner: str, name: str, kept: bytes, by: str, now: int) -> bytes:
        """Another first, and for a day more those before it; those that are lost are given up."""
        try:
            before = self.open(owner, name, kept, now)
        except SecretLost:
            before = ()
        old = (Secret(each.text, each.ends_at or now + OLD_SECRET_S) for each in before)
        return self.close(owner, name, (Secret(by), *old))


def new_secret() -> str:
    """As Standard Webhooks writes one."""
    return SECRET_PREFIX + b64encode(os.urandom(KEY_BYTES)).decode()


def _bound(owner: str, name: str) -> bytes:
    """What a sealed secret is bound to: nobody may give one webhook another's."""
    return f"klynge/webhook/v1 {owner} {name}".encode()
