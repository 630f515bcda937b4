"""Keys of a meeting's rows, and how a fold of one event looks."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from domain.kernel import Recorded
from projections.view import Get

Fold = Callable[[Get, Recorded, str, dict[str, Any]], None]
"""`fold(get, recorded, topic, rows)` puts the rows that an event changes. `topic` ends with the bar of a key."""


def recommendation_key(topic: str, item: str, number: str) -> str:
    return f"{topic}item/{item}/recommendation/{_quoted(number)}"


def decision_key(topic: str, item: str, number: str) -> str:
    return f"{topic}item/{item}/decision/{_quoted(number)}"


@lru_cache(maxsize=256)
def _quoted(number: str) -> str:
    """A number as part of a key. Meetings number alike: 1, 2, 2.1 …"""
    return quote(number, safe="")
