"""Citizens (borgere): what is told of their courses is a number. Whatever looks as if it is about one of them is refused.

It cannot be known of a text whether it tells of somebody. So it is the signs that are looked for, and the refusal says
which, so that whoever writes can say what was learnt in other words.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.refusal import Reasons, Refused
from domain.text import TextAt
from domain.words import Word


class Trace(Word):
    """By what a text seems to be about one citizen."""

    PERSON = "person", "en person i protokollen"
    AGE = "age", "en alder"
    BIRTH = "birth", "en fødselsdag"
    NAME = "name", "et navn eller forbogstav"
    CONTACT = "contact", "et telefonnummer eller en mailadresse"
    HOME = "home", "en adresse"
    COURSE = "course", "ét bestemt forløb"


_SOMEBODY = (
    r"(?:borger(?:en)?|patient(?:en)?|beboer(?:en)?|pårørende|kvinden|manden|enke(?:n|mand(?:en)?)?|hr\.?|fru|frk\.?)"
)
_SIGNS: tuple[tuple[Trace, re.Pattern[str]], ...] = (
    (Trace.PERSON, re.compile(r"⟦person:")),
    (Trace.CONTACT, re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+45 ?)?(?:\d{8}|\d{2}(?: \d{2}){3})(?!\d)")),
    (
        Trace.BIRTH,
        re.compile(
            r"\bfødt (?:i|den|d\.|\d)|\bfødselsdag|\bf\. ?\d|"
            r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?!\d|[- ]?\d{4})",
            re.IGNORECASE,
        ),
    ),
    (Trace.AGE, re.compile(r"\b\d{1,3} ?-? ?(?:årig|år gam)|\bpå \d{1,3} år\b|\b\d{1,3} years? old", re.IGNORECASE)),
    (
        Trace.HOME,
        re.compile(r"\b[A-ZÆØÅ]\w*(?:gade|vej|allé|alle|stræde|vænget?|parken|torv|plads|bakken)(?:en)? \d+"),
    ),
    (
        Trace.NAME,
        re.compile(
            rf"\b(?i:{_SOMEBODY}) [A-ZÆØÅ](?:\b|[a-zæøå]+\b|[A-ZÆØÅ]{{1,2}}\b)|"
            # The commonest surnames.
            r"\b[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+sen\b"
        ),
    ),
    (Trace.COURSE, re.compile(r"\b(?:journal(?:nummer|nr\.?)|forløb(?:et)? (?:nr\.?|nummer)) ?\d", re.IGNORECASE)),
)
"""In the order in which they are told; the surest first."""


def require_nobody_in(value: Any) -> None:
    """Refuse words that look as if they are about one citizen. Raises Refused `pathway-audit.citizen-data`."""
    for words in _words_in(value):
        trace = trace_in(words)
        if trace is not None:
            raise Refused("pathway-audit.citizen-data", trace=trace.da, trace_en=trace.en)


def trace_in(words: str) -> Trace | None:
    """What in a text seems to be about one citizen; None: nothing that is seen."""
    return next((trace for trace, sign in _SIGNS if sign.search(words)), None)


def _words_in(value: Any) -> Iterator[str]:
    """Every word in a command, those of its dates too."""
    match value:
        case TextAt():
            return
        case str():
            yield value
        case Struct():
            for name in value.__struct_fields__:
                yield from _words_in(getattr(value, name))


CITIZEN_REFUSALS: Reasons = {
    "pathway-audit.citizen-data": (
        "Teksten ligner oplysninger om en bestemt borger: {trace}. Forløb må kun tælles. "
        "Skriv, hvad der er lært, så ingen kan genkendes.",
        "The text looks as if it is about one citizen ({trace_en}). Courses are only counted. "
        "Say what was learnt so that nobody can be recognised.",
    ),
}
