"""How an outcome prints: its word, and what it is nothing without."""

from collections.abc import Callable
from typing import Any

from domain.outcomes import (
    Appoints,
    ApprovedConditionally,
    ApprovedWithRemark,
    Deferred,
    Delegates,
    EstablishesBody,
    NoJointConclusion,
    NotedWithRecognition,
    Outcome,
    Plain,
    Recommends,
    Refers,
    outcome_word,
)
from domain.text import Kept
from projections.pieces import Piece, Sentence, is_absent, plain

OUTCOMES = frozenset(
    {
        *(Plain, Appoints, Recommends, Refers, ApprovedConditionally, ApprovedWithRemark, NotedWithRecognition),
        *(Deferred, NoJointConclusion, Delegates, EstablishesBody),
    }
)
FieldOf = Callable[[Any, str, str], Sentence]
"""`field_of(value, name, lang)`: a field of a value as it prints."""


def _printed_appointment(value: Appoints, lang: str, field_of: FieldOf) -> Sentence:
    """`udpeger (besat: plads-1; ledig: plads-2 og plads-3)`"""
    heads = {"filled": "besat: ", "open": "ledig: "} if lang == "da" else {"filled": "filled: ", "open": "open: "}
    told = [(*plain(head), *field_of(value, name, lang)) for name, head in heads.items() if getattr(value, name)]
    word = _word(value, lang)
    if not told:
        return word
    parts = (piece for n, part in enumerate(told) for piece in (*plain("; " if n else " ("), *part))
    return (*word, *parts, *plain(")"))


def printed_outcome(value: Outcome[Kept], lang: str, field_of: FieldOf) -> Sentence:
    """The word, and what it is nothing without: whom a matter is sent to, with what remarks, until when, which question."""
    word = _word(value, lang)
    if value.__class__ is Plain:
        return word
    to, until = (" til ", " til ") if lang == "da" else (" to ", " until ")
    match value:
        case Refers(to_outside=None):
            return (*word, *plain(to), Piece(name=value.to_body or value.to_party))
        case Refers():
            return (*word, *plain(to), *field_of(value, "to_outside", lang))
        case Appoints():
            return _printed_appointment(value, lang, field_of)
        case Delegates():
            step = f" »{value.step}«" if lang == "da" else f" “{value.step}”"
            return (*word, *plain(f"{step}{to}"), *field_of(value, "to_body", lang))
        case EstablishesBody():
            return (*word, *plain(" "), *field_of(value, "body", lang))
        case ApprovedWithRemark():
            return (*word, *plain(": "), *field_of(value, "remarks", lang))
        case NoJointConclusion():
            return (*word, *plain(": "), *field_of(value, "question", lang))
        case Deferred() if not is_absent(value.expected):
            return (*word, *plain(until), *field_of(value, "expected", lang))
        case Plain() | Recommends() | ApprovedConditionally() | NotedWithRecognition() | Deferred():
            return word


def _word(value: Outcome[Kept], lang: str) -> Sentence:
    word = outcome_word(value)
    return plain(word.da if lang == "da" else word.en)
