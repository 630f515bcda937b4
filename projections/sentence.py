"""Sentences: an event told in words, by the template its class carries.

A sentence is made in two steps. `pieces` takes it apart without opening or naming anything, so it can be kept in a row;
`told` puts shown pieces together.
"""

import re
from typing import Any

from domain.kernel import Event, Recorded
from projections.declared import Sort, sorts_of
from projections.pieces import KeptPiece, Piece, Sentence, is_absent, plain
from projections.printed import printed
from projections.template import segments_of

SPOKEN_CHARS_MAX = 140
"""Free text in a short sentence is cut at a word after this many."""
ENVELOPE = {"by": Sort.NAME, "stream": Sort.NAME}
"""What a template may mention besides the event's own fields."""


def audit_sentence(recorded: Recorded, lang: str) -> Sentence:
    """The sentence of the audit trail (revisionssætning)."""
    event = recorded.event
    return pieces(event.da if lang == "da" else event.en, event, lang, recorded)


def spoken_sentence(recorded: Recorded, lang: str) -> Sentence | None:
    """The short sentence for the live region; None where nothing is spoken."""
    event = recorded.event
    template = event.said_da if lang == "da" else event.said_en
    return None if template is None else pieces(template, event, lang, recorded)


def told(sentence: tuple[Piece[Any, Any], ...], lang: str, cut: bool = False) -> str:
    """Revealed pieces as one text. What is erased says so."""
    erased = "[slettet]" if lang == "da" else "[erased]"
    parts = []
    for piece in sentence:
        if piece.plain is not None:
            parts.append(piece.plain)
        elif piece.name is not None:
            parts.append(piece.name.name)
        else:
            words = erased if piece.words is None else piece.words
            parts.append(_cut(words) if cut else words)
    text = re.sub(r"\.{2,}$|\.{2}(?= )", ".", "".join(parts)).strip()
    return text[:1].upper() + text[1:]


def _cut(words: str) -> str:
    if len(words) <= SPOKEN_CHARS_MAX:
        return words
    return words[:SPOKEN_CHARS_MAX].rsplit(" ", 1)[0] + " …"


def pieces(template: str, event: Event, lang: str, recorded: Recorded) -> Sentence:
    """A template filled from the event, its parts still sealed and unnamed."""
    sentence: list[KeptPiece] = []
    for parts, otherwise in segments_of(template):
        if otherwise is not None and any(is_absent(_field(field, event, recorded)) for _, field in parts if field):
            sentence += plain(otherwise) if otherwise else ()
            continue
        for literal, field in parts:
            if literal:
                sentence.append(Piece(plain=literal))
            if field:
                sort = ENVELOPE.get(field) or sorts_of(type(event))[field]
                sentence += printed(_field(field, event, recorded), lang, sort)
    return tuple(sentence)


def _field(name: str, event: Event, recorded: Recorded) -> Any:
    match name:
        case "by":
            return recorded.by.person
        case "stream":
            return recorded.stream
        case _:
            return getattr(event, name)
