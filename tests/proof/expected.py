"""What must be said of a record that was tampered with, and what the catalogue tampers with it by."""

import json
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from tests.proof.spoiling import STATE, Record


class Expected(NamedTuple):
    """What must be said."""

    verdict: str
    places: tuple[int, ...] = ()
    """The positions that must be named, and no others."""
    first: int | None = None
    """Where all after a place is another, the first of them."""
    within: int | None = None
    """Where no event is named, one that must lie in the span that is."""
    trust: str = ""
    """What the auditor's trust file says beside keys and witnesses."""


Spoil = Callable[[Record, Random], Expected]


def somewhere(record: Record, random: Random, first: int = 1, last: int | None = None) -> int:
    """A random position."""
    return random.randint(first, last or record.size)


def say(record: Record, position: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Let an event say something else."""
    state = json.loads(record.row(position)[STATE])
    change(state)
    record.row(position)[STATE] = json.dumps(state, separators=(",", ":"), ensure_ascii=False).encode()
