"""What the service sends, as the classes of `rows.py` and `events.py`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from clients.events import EVENTS
from clients.rows import ROWS


def row_of(topic: str, row: Mapping[str, Any]) -> Struct | None:
    """A row of a topic; None where a later release than this client's shows one of a class that is not known here."""
    _, *rest = topic.split("/")
    known = ROWS.get(rest[0]) if rest else None
    if known is None or row.get("type") not in _types_of(rest[0]):
        return None
    told: Struct = msgspec.convert(row, known)
    return told


def event_of(event: Mapping[str, Any]) -> Struct | None:
    """What a CloudEvent of the feed holds in `data.event`; None where it is of a type that is not known here."""
    known = EVENTS.get(event["type"])
    return None if known is None else msgspec.convert(event["data"]["event"], known)


@cache
def _types_of(view: str) -> frozenset[str]:
    known = ROWS[view]
    return frozenset(each.__struct_config__.tag for each in getattr(known, "__args__", (known,)))
