"""How a value prints in a sentence: by its type, and plain words by the sort that their field declares."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct

from domain.awaited import (
    AnswerTo,
    ByAdoption,
    ByAnswer,
    ByDay,
    ByDecision,
    ByDocument,
    ByEvaluation,
    DayReached,
    DecisionBlocked,
    DecisionOf,
    EarmarkBlocked,
    EvaluationOf,
    InitiativeBlocked,
    LawOrAgreement,
    PartyAdopts,
    RecommendationsBlocked,
)
from domain.claims import DateNotStated, OnDay
from domain.dates import COPENHAGEN
from domain.decided import Cited, Taken
from domain.effects import ByBody, ByOutside, ByPerson, DebtorNotStated
from domain.effects import ByParty as OwedByParty
from domain.mandate import Step
from domain.measures import InColour, Minutes, Number, Percent
from domain.outcomes import Dissent
from domain.person import Vacancy
from domain.plans import Order
from domain.points import NotStated, OfBody, OfGroup, OfParty, OfSeat, Outside, Position, Remark
from domain.redaction import Where
from domain.rules import AtLeast, EachPartyKind, NoneStated
from domain.seats import ByCluster, ByParty, ByPatients
from domain.statement import StatementRef
from domain.text import Kept, Sealed, TextAt
from domain.words import Word
from projections.declared import Sort, sorts_of
from projections.pieces import KeptPiece, Piece, Sentence, plain
from projections.printed_money import MONEY, printed_money
from projections.printed_outcome import OUTCOMES, printed_outcome

PRINTED_DAYS_MAX = 1_000
"""Kept at hand: the events of an evening tell the same few."""
MONTHS_DA = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def printed(value: Any, lang: str, sort: Sort) -> Sentence:
    """A value as pieces, by its type; plain words by the sort that their field declares."""
    cls = value.__class__
    if cls is str:  # what is told most is looked for first, and by its class: a match asks every class before it
        return _printed_text(value, lang, sort)
    if cls is Sealed or cls is TextAt:
        return (Piece(words=value),)
    if cls in MONEY:
        return printed_money(value, lang, _field_of)
    if cls in OUTCOMES:
        return printed_outcome(value, lang, _field_of)
    match value:
        case Struct():
            return _printed_struct(value, lang)
        case None:
            return plain("ikke oplyst" if lang == "da" else "not stated")
        case Word():
            return plain(value.da if lang == "da" else value.en)
        case bool():
            return plain(("ja" if value else "nej") if lang == "da" else ("yes" if value else "no"))
        case str():
            return _printed_text(value, lang, sort)
        case int():
            return plain(kroner(value) if sort is Sort.OERE else str(value))
        case tuple():
            return _listed(value, lang, sort)
    raise AssertionError(value)


def _printed_text(text: str, lang: str, sort: Sort) -> Sentence:
    match sort:
        case Sort.NAME:
            return (Piece(name=text),)
        case Sort.DAY:
            return plain(day_in_words(text, lang))
        case Sort.MOMENT:
            return plain(moment_in_words(text, lang))
        case _:
            return plain(text)


def _field_of(value: Struct, name: str, lang: str) -> Sentence:
    return printed(getattr(value, name), lang, sorts_of(type(value))[name])


@lru_cache(PRINTED_DAYS_MAX)
def day_in_words(day: str, lang: str) -> str:
    """`9. april 2024`."""
    when = date.fromisoformat(day)
    if lang == "da":
        return f"{when.day}. {MONTHS_DA[when.month - 1]} {when.year}"
    return f"{when.day} {MONTHS_EN[when.month - 1]} {when.year}"


@lru_cache(PRINTED_DAYS_MAX)
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


def measured(value: Percent | Number | InColour | Minutes, lang: str) -> str:
    """`49 %`, `12`, `gul`, `1 t. 30 min.`"""
    match value:
        case Percent():
            whole, rest = divmod(abs(value.bp), 100)
            sign = "\N{MINUS SIGN}" if value.bp < 0 else ""
            cents = f"{',' if lang == 'da' else '.'}{rest:02d}".rstrip("0") if rest else ""
            return f"{sign}{whole}{cents}\N{NO-BREAK SPACE}%"
        case Number():
            return str(value.count)
        case InColour():
            return value.colour.da if lang == "da" else value.colour.en
        case Minutes():
            hours, minutes = divmod(value.minutes, 60)
            parts = ((hours, "t." if lang == "da" else "h"), (minutes, "min."))
            return " ".join(f"{count}\N{NO-BREAK SPACE}{unit}" for count, unit in parts if count) or "0 min."


def _listed(values: tuple[Any, ...], lang: str, sort: Sort) -> Sentence:
    if not values:
        return plain("ingen" if lang == "da" else "none")
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
        # Remarks and positions are most of what is said, and parties most of those who say it: they are looked for first.
        case Remark():
            return _printed_remark(value, lang)
        case Position():
            stance = value.stance.da if da else value.stance.en
            return (*_printed_struct(value.who, lang), Piece(plain=f" {stance}: "), Piece(words=value.text))
        case OfParty() | ByParty() | OwedByParty():
            return (Piece(name=value.party),)
        case OfBody() | ByBody():
            return (Piece(name=value.body),)
        case Taken():
            return (Piece(plain=f"{'beslutning' if da else 'decision'} {value.decision}, "), Piece(name=value.meeting))
        case Cited():
            return (*_field_of(value, "who", lang), *plain(": "), *_field_of(value, "words", lang))
        case Dissent():
            return (*plain(f"{value.seat}: "), *_field_of(value, "text", lang))
        case OnDay():
            return _field_of(value, "day" if value.words is None else "words", lang)
        case OfGroup():
            return _field_of(value, "name", lang)
        case OfSeat():
            return plain(value.seat)
        case Outside():
            return _field_of(value, "organisation", lang)
        case Step():
            binding = (" (afgørende)" if da else " (binding)") if value.binding else ""
            return (*plain(f"{value.step}: "), *_field_of(value, "body", lang), *plain(binding))
        case ByPatients():
            return plain("patienter og pårørende" if da else "patients and relatives")
        case AtLeast():
            return plain(f"mindst {value.count} til stede" if da else f"at least {value.count} present")
        case EachPartyKind():
            return plain("en fra hver slags part til stede" if da else "one of each kind of party present")
        case Percent() | Number() | InColour() | Minutes():
            return plain(measured(value, lang))
        case NotStated() | DateNotStated() | DebtorNotStated() | NoneStated():
            return plain("ikke oplyst" if da else "not stated")
        case _:
            return _printed_reference(value, lang)


def _printed_remark(value: Remark[Kept], lang: str) -> Sentence:
    da = lang == "da"
    sort = value.sort.da if da else value.sort.en
    start: Sentence = ()
    if value.who.__class__ is NotStated:
        sort = sort.capitalize()
    else:
        start = (*_printed_struct(value.who, lang), Piece(plain=", "))
    to: Sentence = ()
    if value.to.__class__ is not NotStated:
        to = (Piece(plain=" til " if da else " to "), *_printed_struct(value.to, lang))
    return (*start, Piece(plain=sort), *to, Piece(plain=": "), Piece(words=value.text))


def _printed_reference(value: Struct, lang: str) -> Sentence:
    match value:
        case StatementRef():
            word = f"udsagn {value.number} i" if lang == "da" else f"statement {value.number} of"
            return (*plain(f"{word} "), *_field_of(value, "document", lang))
        case Order():
            return (*plain(f"{value.number} "), *_field_of(value, "title", lang))
        case ByOutside():
            return _field_of(value, "organisation", lang)
        case ByPerson():
            return _field_of(value, "person", lang)
        case ByCluster():
            return _field_of(value, "cluster", lang)
        case Where():
            return _field_of(value, "of", lang)
        case Vacancy():
            return (*plain(f"{value.seat} {'i' if lang == 'da' else 'of'} "), *_field_of(value, "membership", lang))
        case DecisionOf():
            return (*_field_of(value, "body", lang), *plain(": "), *_field_of(value, "words", lang))
        case AnswerTo() | ByAnswer():
            return _field_of(value, "referral", lang)
        case EvaluationOf() | ByEvaluation():
            return (*_field_of(value, "initiative", lang), *plain(", "), *_field_of(value, "stage", lang))
        case ByDecision():
            return _field_of(value, "decision", lang)
        case InitiativeBlocked():
            extent = value.extent.da if lang == "da" else value.extent.en
            return (*_field_of(value, "initiative", lang), *plain(f" ({extent})"))
        case RecommendationsBlocked():
            word = "indstilling" if lang == "da" else "recommendation"
            return (
                *plain(f"{word} "),
                *_field_of(value, "numbers", lang),
                *plain(", "),
                *_field_of(value, "meeting", lang),
            )
        case DayReached() | ByDay():
            return _field_of(value, "day", lang)
        case PartyAdopts():
            word = " godkender " if lang == "da" else " adopt "
            return (*_field_of(value, "parties", lang), *plain(word), *_field_of(value, "agreement", lang))
        case ByAdoption():
            word = " har godkendt " if lang == "da" else " has adopted "
            return (*_field_of(value, "party", lang), *plain(word), *_field_of(value, "agreement", lang))
        case DecisionBlocked():
            return _printed_struct(Taken(meeting=value.meeting, decision=value.decision), lang)
        case EarmarkBlocked():
            word = "øremærkningen" if lang == "da" else "the earmark"
            return (*plain(f"{word} {value.earmark}, "), *_field_of(value, "fund", lang))
        case ByDocument():
            return _field_of(value, "document", lang)
        case LawOrAgreement():
            return _field_of(value, "title", lang)
        case _:
            return _field_of(value, "words", lang)
