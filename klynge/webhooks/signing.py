"""Signing: the headers of Standard Webhooks, by which a receiver knows that something comes from here and is whole."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Iterable
from hashlib import sha256

from eventstore.webhook_secrets import SECRET_PREFIX, Secret


def signed(event: str, at: int, body: bytes, secrets: Iterable[Secret]) -> dict[str, str]:
    """`at`: seconds since 1970. One signature for each secret that holds; whoever knows one of them can verify."""
    said = f"{event}.{at}.".encode() + body
    signatures = (f"v1,{b64encode(hmac.digest(_key(each), said, sha256)).decode()}" for each in secrets)
    return {"webhook-id": event, "webhook-timestamp": str(at), "webhook-signature": " ".join(signatures)}


def _key(secret: Secret) -> bytes:
    return b64decode(secret.text.removeprefix(SECRET_PREFIX))
