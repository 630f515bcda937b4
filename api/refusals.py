"""A rule's no in words: the reason kept with the rule, with its ids called by their names."""

import re
from typing import Protocol

from domain.dates import is_day
from domain.names import END, KIND, NAME, SCOPE, name_of
from domain.refusal import Refused
from domain.streams import REASONS
from projections.printed import day_in_words, kroner

STREAM_ID = re.compile(f"^{SCOPE}/{KIND}/{NAME}{END}")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
LABELS = frozenset(
    {
        "account",
        "allocation",
        "earmark",
        "of",
        "registration",
        "number",
        "only_if",
        "question",
        "recommendation",
        "seat",
        "step",
    },
)
"""Params that hold what somebody wrote as a label: told as written, whatever it looks like."""
NO_REASON = ("En regel siger nej.", "A rule says no.")
ITEM_WORD = {"da": "Punkt", "en": "Item"}
"""Reasons begin with the item they are about."""


class Names(Protocol):
    """What ids are called, as whoever reads the reason may know it."""

    def stream(self, stream: str) -> str: ...

    def scope(self, scope: str) -> str: ...

    def item(self, item: str) -> tuple[str, str | None] | None:
        """Number and title of an agenda item; None: only its id may be told."""
        ...


class OwnNames:
    """The last part of an id: for where nobody is known who reads."""

    def stream(self, stream: str) -> str:
        return name_of(stream)

    def scope(self, scope: str) -> str:
        return scope

    def item(self, item: str) -> tuple[str, str | None] | None:
        return None


def refusal_in_words(refusal: Refused, names: Names) -> tuple[str, str]:
    """The Danish and English reason of a refusal. Told from code and params alone, so a receipt tells it again."""
    da, en = REASONS.get(refusal.code, NO_REASON)
    return _filled(da, refusal, names, "da"), _filled(en, refusal, names, "en")


def _filled(reason: str, refusal: Refused, names: Names, lang: str) -> str:
    words = {param: _in_words(param, str(value), names, lang) for param, value in refusal.params.items()}
    return reason.format_map(words)


def _in_words(param: str, value: str, names: Names, lang: str) -> str:
    """A param as people say it. What lives in a stream is `stream#label`."""
    if param == "item":
        return _item_in_words(value, names, lang)
    if param == "scope":
        return names.scope(value)
    if param in LABELS:
        return value
    stream, hash_sign, label = value.partition("#")
    if STREAM_ID.match(stream):
        return f"{label} ({names.stream(stream)})" if hash_sign else names.stream(stream)
    if param.endswith("_oere"):
        return kroner(int(value))
    if DAY.match(value) and is_day(value):
        return day_in_words(value, lang)
    return value


def _item_in_words(item: str, names: Names, lang: str) -> str:
    known = names.item(item)
    if known is None:
        return item
    number, title = known
    return f"{ITEM_WORD[lang]} {number}" + (f" ({title})" if title else "")
