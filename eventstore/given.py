"""A command as it is given to the writer, and all that whoever gave it may be told."""

import hmac
from collections.abc import Callable
from hashlib import sha256

from msgspec import Struct

from domain.assurance import Assurance
from domain.kernel import Command, Recorded


class Busy(Exception):
    """The queue is full: try again shortly, nothing was recorded."""


class Missing(Exception):
    """No such stream."""


class Overtook(Exception):
    """`If-Match` names another version than the stream has."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class VersionRequired(Exception):
    """The command needs `If-Match`."""


class OtherBody(Exception):
    """The idempotency key was used for another command."""


class Outage(Exception):
    """The log could not be written. The outcome is not known to be lost: repeat with the same key."""


class Given(Struct, frozen=True, kw_only=True):
    """A command as it comes through a door."""

    person: str
    stream: str
    command: Command
    key: str
    """Idempotency key; unique per person."""
    digest: bytes
    """`digest_of` path and body."""
    assurance: Assurance = Assurance.LOW
    """How surely the person signed in."""
    if_match: int | None = None
    story_at: int | None = None
    init: bool = False
    """`klynge init` gives it: no policy, and only commands that say so."""
    timekeeper: bool = False
    """The clock gives it: likewise."""
    house: bool = False
    """The running service gives it: likewise."""


class Answer(Struct, frozen=True, kw_only=True):
    """It is on disk."""

    position: int
    """Of the command's last event, or of the head it was found at when it changed nothing."""
    stream: str
    version: int


Settle = Callable[[Answer | BaseException], None]
"""Called once, from the writer's thread."""
Settlement = tuple[Settle, Answer | BaseException]


class Committed(Struct, frozen=True):
    """A batch that is on disk, and the answers that wait for it."""

    recorded: list[Recorded]
    settlements: list[Settlement]


def digest_of(key: bytes, path: str, body: bytes) -> bytes:
    """What a receipt keeps of a request."""
    return hmac.digest(key, path.encode() + b"\0" + body, sha256)
