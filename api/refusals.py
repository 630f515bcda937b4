"""A rule's no in words: the reason kept with the rule, with its ids called by their names."""

from collections.abc import Callable

from domain.dates import is_day
from domain.names import name_of
from domain.refusal import Refused
from domain.streams import REASONS
from projections.sentence import DAY, STREAM_ID, day_in_words

Name = Callable[[str], str]
"""stream id -> what it is called, as whoever asks may know it"""

NO_REASON = ("En regel siger nej.", "A rule says no.")


def own_name(stream: str) -> str:
    """`2024-04-09-strategic` of `lillebaelt/meeting/…`: for where no view of names is at hand."""
    return name_of(stream)


def refusal_in_words(refusal: Refused, name: Name = own_name) -> tuple[str, str]:
    """The Danish and English reason of a refusal. Told from code and params alone, so a receipt tells it again alike."""
    da, en = REASONS.get(refusal.code, NO_REASON)
    return _filled(da, refusal, name, "da"), _filled(en, refusal, name, "en")


def _filled(reason: str, refusal: Refused, name: Name, lang: str) -> str:
    return reason.format_map({key: _in_words(value, name, lang) for key, value in refusal.params.items()})


def _in_words(value: str | int, name: Name, lang: str) -> str:
    """A param as people say it. What lives in a stream is `stream#label`."""
    text = str(value)
    stream, hash_sign, label = text.partition("#")
    if STREAM_ID.match(stream):
        return f"{label} ({name(stream)})" if hash_sign else name(stream)
    if DAY.match(text) and is_day(text):
        return day_in_words(text, lang)
    return text
