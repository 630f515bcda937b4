"""Sentences: an event told in words, by the template its class carries.

A sentence is made in two steps. `pieces` takes it apart without opening or naming anything, so it can be kept in a row;
`told` puts shown pieces together.
"""

import re
from datetime import date, datetime
from typing import Any, Generic

from msgspec import Struct

from domain.awaited import (
    AnswerTo,
    ByAnswer,
    ByDecision,
    ByDocument,
    ByEvaluation,
    DecisionBlocked,
    DecisionOf,
    EarmarkBlocked,
    EvaluationOf,
    LawOrAgreement,
)
from domain.claims import DateNotStated, OnDay
from domain.dates import COPENHAGEN
from domain.decided import Cited, Taken
from domain.effects import ByBody, ByOutside, ByPerson, DebtorNotStated
from domain.effects import ByParty as OwedByParty
from domain.kernel import Event, Recorded
from domain.mandate import Step
from domain.outcomes import ApprovedConditionally, Plain, Recommends, Refers, outcome_word
from domain.person import Vacancy
from domain.points import NotStated, OfBody, OfGroup, OfParty, Position, Remark
from domain.redaction import Where
from domain.rules import AtLeast, EachPartyKind, NoneStated
from domain.seats import ByCluster, ByParty, ByPatients
from domain.text import Kept, Sealed, T, TextAt
from domain.words import Word
from projections.declared import Sort, sorts_of
from projections.reveal import N
from projections.template import segments_of

SPOKEN_CHARS_MAX = 140
"""Free text in a short sentence is cut at a word after this many."""
ENVELOPE = {"by": Sort.NAME, "stream": Sort.NAME}
"""What a template may mention besides the event's own fields."""
MONTHS_DA = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Piece(Struct, Generic[T, N], frozen=True, array_like=True, omit_defaults=True):
    """Part of a sentence: plain, or words to open, or an id to name."""

    plain: str | None = None
    words: T | None = None
    name: N | None = None


KeptPiece = Piece[Kept, str]
Sentence = tuple[KeptPiece, ...]


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
        if otherwise is not None and any(_absent(_field(field, event, recorded)) for _, field in parts if field):
            sentence += _plain(otherwise) if otherwise else ()
            continue
        for literal, field in parts:
            if literal:
                sentence.append(Piece(plain=literal))
            if field:
                sort = ENVELOPE.get(field) or sorts_of(type(event))[field]
                sentence += printed(_field(field, event, recorded), lang, sort)
    return tuple(sentence)


def _absent(value: Any) -> bool:
    """Whether there is nothing to tell: no value, none of several, or a paper that does not say."""
    if isinstance(value, tuple) and not isinstance(value, TextAt):
        return all(_absent(each) for each in value)
    return value is None or isinstance(value, NotStated | DateNotStated | DebtorNotStated | NoneStated)


def _field(name: str, event: Event, recorded: Recorded) -> Any:
    match name:
        case "by":
            return recorded.by.person
        case "stream":
            return recorded.stream
        case _:
            return getattr(event, name)


# --- how a value prints -------------------------------------------------------------------------------------------


def printed(value: Any, lang: str, sort: Sort) -> Sentence:
    """A value as pieces, by its type; plain words by the sort that their field declares."""
    match value:
        case None:
            return _plain("ikke oplyst" if lang == "da" else "not stated")
        case Sealed() | TextAt():
            return (Piece(words=value),)
        case Word():
            return _plain(value.da if lang == "da" else value.en)
        case bool():
            return _plain(("ja" if value else "nej") if lang == "da" else ("yes" if value else "no"))
        case str():
            return _printed_text(value, lang, sort)
        case int():
            return _plain(kroner(value) if sort is Sort.OERE else str(value))
        case tuple():
            return _listed(value, lang, sort)
        case Struct():
            return _printed_struct(value, lang)
    raise AssertionError(value)


def _plain(text: str) -> Sentence:
    return (Piece(plain=text),)


def _printed_text(text: str, lang: str, sort: Sort) -> Sentence:
    match sort:
        case Sort.NAME:
            return (Piece(name=text),)
        case Sort.DAY:
            return _plain(day_in_words(text, lang))
        case Sort.MOMENT:
            return _plain(moment_in_words(text, lang))
        case _:
            return _plain(text)


def _field_of(value: Struct, name: str, lang: str) -> Sentence:
    return printed(getattr(value, name), lang, sorts_of(type(value))[name])


def day_in_words(day: str, lang: str) -> str:
    """`9. april 2024`."""
    when = date.fromisoformat(day)
    if lang == "da":
        return f"{when.day}. {MONTHS_DA[when.month - 1]} {when.year}"
    return f"{when.day} {MONTHS_EN[when.month - 1]} {when.year}"


def moment_in_words(moment: str, lang: str) -> str:
    """`9. april 2024 kl. 18.00`, in Copenhagen."""
    when = datetime.fromisoformat(moment).astimezone(COPENHAGEN)
    day = day_in_words(when.date().isoformat(), lang)
    return f"{day} kl. {when:%H.%M}" if lang == "da" else f"{day}, {when:%H:%M}"


def kroner(oere: int) -> str:
    """`9.514.542 kr.`; øre only when not 0."""
    whole, rest = divmod(abs(oere), 100)
    sign = "\N{MINUS SIGN}" if oere < 0 else ""
    cents = f",{rest:02d}" if rest else ""
    return f"{sign}{whole:,}".replace(",", ".") + f"{cents}\N{NO-BREAK SPACE}kr."


def _listed(values: tuple[Any, ...], lang: str, sort: Sort) -> Sentence:
    if not values:
        return _plain("ingen" if lang == "da" else "none")
    last = " og " if lang == "da" else " and "
    sentence: list[KeptPiece] = []
    for index, value in enumerate(values):
        if index:
            sentence.append(Piece(plain=last if index == len(values) - 1 else ", "))
        sentence += printed(value, lang, sort)
    return tuple(sentence)


def _printed_struct(value: Struct, lang: str) -> Sentence:
    da = lang == "da"
    match value:
        case Taken():
            return (Piece(plain=f"{'beslutning' if da else 'decision'} {value.decision}, "), Piece(name=value.meeting))
        case Cited():
            return (*_field_of(value, "who", lang), *_plain(": "), *_field_of(value, "words", lang))
        case Plain() | Recommends() | Refers() | ApprovedConditionally():
            return printed(outcome_word(value), lang, Sort.AS_WRITTEN)
        case Position():
            stance = value.stance.da if da else value.stance.en
            return (*_field_of(value, "who", lang), *_plain(f" {stance}: "), *_field_of(value, "text", lang))
        case Remark():
            return _printed_remark(value, lang)
        case OnDay():
            return _field_of(value, "day" if value.words is None else "words", lang)
        case OfGroup():
            return _field_of(value, "name", lang)
        case Step():
            binding = (" (afgørende)" if da else " (binding)") if value.binding else ""
            return (*_plain(f"{value.step}: "), *_field_of(value, "body", lang), *_plain(binding))
        case ByPatients():
            return _plain("patienter og pårørende" if da else "patients and relatives")
        case AtLeast():
            return _plain(f"mindst {value.count} til stede" if da else f"at least {value.count} present")
        case EachPartyKind():
            return _plain("en fra hver slags part til stede" if da else "one of each kind of party present")
        case NotStated() | DateNotStated() | DebtorNotStated() | NoneStated():
            return _plain("ikke oplyst" if da else "not stated")
        case _:
            return _printed_reference(value, lang)


def _printed_remark(value: Remark[Kept], lang: str) -> Sentence:
    sort = value.sort.da if lang == "da" else value.sort.en
    start = () if isinstance(value.who, NotStated) else (*_field_of(value, "who", lang), *_plain(", "))
    head = _plain(sort if start else sort.capitalize())
    to = (
        ()
        if isinstance(value.to, NotStated)
        else (*_plain(" til " if lang == "da" else " to "), *_field_of(value, "to", lang))
    )
    return (*start, *head, *to, *_plain(": "), *_field_of(value, "text", lang))


def _printed_reference(value: Struct, lang: str) -> Sentence:
    match value:
        case OfParty() | ByParty() | OwedByParty():
            return _field_of(value, "party", lang)
        case OfBody() | ByBody():
            return _field_of(value, "body", lang)
        case ByOutside():
            return _field_of(value, "organisation", lang)
        case ByPerson():
            return _field_of(value, "person", lang)
        case ByCluster():
            return _field_of(value, "cluster", lang)
        case Where():
            return _field_of(value, "of", lang)
        case Vacancy():
            return (*_plain(f"{value.seat} {'i' if lang == 'da' else 'of'} "), *_field_of(value, "membership", lang))
        case DecisionOf():
            return (*_field_of(value, "body", lang), *_plain(": "), *_field_of(value, "words", lang))
        case AnswerTo() | ByAnswer():
            return _field_of(value, "referral", lang)
        case EvaluationOf() | ByEvaluation():
            return (*_field_of(value, "initiative", lang), *_plain(", "), *_field_of(value, "stage", lang))
        case ByDecision():
            return _field_of(value, "decision", lang)
        case DecisionBlocked():
            return _printed_struct(Taken(meeting=value.meeting, decision=value.decision), lang)
        case EarmarkBlocked():
            word = "øremærkningen" if lang == "da" else "the earmark"
            return (*_plain(f"{word} {value.earmark}, "), *_field_of(value, "fund", lang))
        case ByDocument():
            return _field_of(value, "document", lang)
        case LawOrAgreement():
            return _field_of(value, "title", lang)
        case _:
            return _field_of(value, "words", lang)
