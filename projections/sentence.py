"""Sentences: an event told in words, by the template its class carries.

A short sentence is made in two steps: `pieces` takes it apart without opening or naming anything, so that it can be kept in a row;
`told` opens them and puts them together. Those of the audit trail are never kept, so `audit_sentences` does both at once.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from domain.kernel import Event, Recorded
from domain.text import Sealed, TextAt
from domain.words import Word
from projections.declared import Sort, sorts_of
from projections.pieces import KeptPiece, Piece, Sentence, is_absent
from projections.printed import printed
from projections.template import segments_of
from projections.view import Sight

SPOKEN_CHARS_MAX = 140
"""Free text in a short sentence is cut at a word after this many."""
ENVELOPE = {"by": Sort.NAME, "stream": Sort.NAME}
"""What a template may mention besides the event's own fields."""
_STANDS_AT = {"by": "by.person", "stream": "stream"}
FULL_STOPS = re.compile(r"\.{2,}$|\.{2}(?= )")
"""Where a text that ends a sentence of its own ends one of ours."""
_Taking = Callable[[Recorded], Any]
"""What takes a field from a recorded event."""
_Part = tuple[str, _Taking | None, Sort]
"""A literal, or what takes a field, with the sort of what it holds."""
_Segment = tuple[tuple[_Part, ...], tuple[_Taking, ...], tuple[_Part, ...]]
"""Parts, the fields without which they do not stand, and what stands instead then."""


def spoken_sentence(recorded: Recorded, lang: str) -> Sentence | None:
    """The short sentence for the live region; None where nothing is spoken."""
    event = recorded.event
    template = event.said_da if lang == "da" else event.said_en
    return None if template is None else pieces(template, lang, recorded)


def told(sentence: Iterable[KeptPiece], sight: Sight, lang: str, cut: bool = False) -> str:
    """Pieces as one text, opened and named as the audience may know them. What is erased says so."""
    return _ended("".join([_told(each, sight, lang, cut) for each in sentence]))


def audit_sentences(recorded: Recorded, sight: Sight) -> tuple[str, str]:
    """The sentences of the audit trail in Danish and in English: a page of the feed has a thousand of each."""
    alike: dict[_Taking, str] = {}
    event = recorded.event
    return _audited(event.da, "da", recorded, sight, alike), _audited(event.en, "en", recorded, sight, alike)


def _audited(template: str, lang: str, recorded: Recorded, sight: Sight, alike: dict[_Taking, str]) -> str:
    """One of them. `alike`: what fields say in every language, once it was looked up."""
    parts: list[str] = []
    for literal, taken, sort in _filled(template, recorded):
        if taken is None:
            parts.append(literal)
            continue
        words = alike.get(taken)
        if words is None:
            value = taken(recorded)
            words = _said_alike(value, sort, sight)
            if words is None:
                parts += _said_in(lang, value, sort, sight)
                continue
            alike[taken] = words
        parts.append(words)
    return _ended("".join(parts))


def _said_alike(value: Any, sort: Sort, sight: Sight) -> str | None:
    """A value as it is told in every language; None where each has its own words for it."""
    cls = value.__class__
    if cls is Sealed or cls is TextAt:
        return sight.open(value)
    if cls is str and sort is Sort.AS_WRITTEN:
        return value  # type: ignore[no-any-return]
    if cls is int and sort is not Sort.OERE:
        return str(value)
    return sight.name(value).name if cls is str and sort is Sort.NAME else None


def _said_in(lang: str, value: Any, sort: Sort, sight: Sight) -> list[str]:
    if isinstance(value, Word):
        return [value.da if lang == "da" else value.en]
    return [_told(each, sight, lang, False) for each in printed(value, lang, sort)]


def _ended(text: str) -> str:
    """A text as one sentence or more: one full stop at each end, a capital at the beginning."""
    if ".." in text:
        text = FULL_STOPS.sub(".", text)
    text = text.strip()
    return text if text[:1].isupper() else text[:1].upper() + text[1:]


def _told(piece: KeptPiece, sight: Sight, lang: str, cut: bool) -> str:
    if piece.plain is not None:
        return piece.plain
    if piece.name is not None:
        return sight.name(piece.name).name
    words = None if piece.words is None else sight.open(piece.words)
    if words is None:
        words = "[slettet]" if lang == "da" else "[erased]"
    return _cut(words) if cut else words


def _cut(words: str) -> str:
    if len(words) <= SPOKEN_CHARS_MAX:
        return words
    return words[:SPOKEN_CHARS_MAX].rsplit(" ", 1)[0] + " …"


def pieces(template: str, lang: str, recorded: Recorded) -> Sentence:
    """A template filled from the event, its parts still sealed and unnamed."""
    sentence: list[KeptPiece] = []
    for literal, taken, sort in _filled(template, recorded):
        if taken is None:
            sentence.append(Piece(plain=literal))
        else:
            sentence += printed(taken(recorded), lang, sort)
    return tuple(sentence)


def _filled(template: str, recorded: Recorded) -> Sequence[_Part]:
    """The parts of a template that stand for this event."""
    segments = _segments(template, recorded.event.__class__)
    if len(segments) == 1:
        return segments[0][0]
    stands: list[_Part] = []
    for parts, needed, otherwise in segments:
        for taken in needed:
            if is_absent(taken(recorded)):
                stands += otherwise
                break
        else:
            stands += parts
    return stands


@cache
def _segments(template: str, cls: type[Event]) -> tuple[_Segment, ...]:
    """A template's segments, made ready for events of a class once."""
    sorts = {**sorts_of(cls), **ENVELOPE}
    segments: list[_Segment] = []
    for parts, otherwise in segments_of(template):
        ready: list[_Part] = []
        needed: list[_Taking] = []
        for literal, field in parts:
            ready += [_literal(literal)] if literal else []
            if field:
                taken = _taking(field)
                ready.append(("", taken, sorts[field]))
                needed += [] if otherwise is None else [taken]
        segments.append((tuple(ready), tuple(needed), (_literal(otherwise),) if otherwise else ()))
    return tuple(segments)


@cache
def _taking(field: str) -> _Taking:
    return attrgetter(_STANDS_AT.get(field, f"event.{field}"))


def _literal(text: str) -> _Part:
    return text, None, Sort.AS_WRITTEN
