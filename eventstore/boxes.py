"""Boxes: bytes sealed under a key (AES-256-GCM) and bound to what they are about, so that nobody may give them out as another's."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
"""Drawn anew for each box, and kept before it."""


def box(key: AESGCM, plain: bytes, about: bytes) -> bytes:
    """The nonce is drawn anew, so two boxes of the same differ."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plain, about)


def unbox(key: AESGCM, box: bytes, about: bytes) -> bytes | None:
    """What lies in a box; None where it is about something else, under another key, or damaged."""
    try:
        return key.decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], about)
    except (InvalidTag, ValueError):  # too short to be one
        return None
