"""What the record itself says of its heads: what it is called, and the keys they are signed with, one after the other."""

from typing import Final

import msgspec
from msgspec import Struct

from eventstore.snapshots import Snapshot
from klynge.checkpointing.alarm import Alarm, Outcome
from proof.note import BadNote, Verifier, origin_of

OPENED: Final = "log.opened"
CHANGED: Final = "log.checkpoint-key-changed"


class _Opened(Struct):
    origin: str
    checkpoint_key: str | None = None


class _Changed(Struct):
    key: str


class _State(Struct):
    """As it is stored; read here without the domain, which a process that only hashes does not load."""

    event: msgspec.Raw


class Named(Struct, frozen=True):
    """What stands in the record's own stream."""

    origin: str
    keys: tuple[Verifier, ...]
    """In the order they were named; the last signs now."""


def named_in(snapshot: Snapshot) -> Named:
    """Raises `Alarm` where the log does not begin as one does."""
    try:
        first = snapshot.rows(0, 1)[0]
        opened = msgspec.json.decode(_event(first[3]), type=_Opened)
        keys = [key for row in snapshot.stream(first[0]) if (key := _key(row[2], row[3])) is not None]
        return Named(origin_of(opened.origin), tuple(map(Verifier.parse, keys)))
    except (IndexError, BadNote, msgspec.MsgspecError) as error:
        raise Alarm(Outcome.LOG_OTHER, "the log does not begin as one does") from error


def _key(tag: str, state: bytes) -> str | None:
    if tag == OPENED:
        return msgspec.json.decode(_event(state), type=_Opened).checkpoint_key
    return msgspec.json.decode(_event(state), type=_Changed).key if tag == CHANGED else None


def _event(state: bytes) -> msgspec.Raw:
    return msgspec.json.decode(state, type=_State).event
