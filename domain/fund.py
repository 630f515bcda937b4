"""Fund (klyngemidler): no krone twice. So far it holds announced earmarks, which are quotations and post nothing."""

from typing import Annotated, assert_never

from msgspec import Meta, Struct

from domain.awaited import CONDITIONS_MAX, Conditions
from domain.claims import AmountSaid
from domain.effects import OpenCondition
from domain.kernel import Asked, Command, Event, Kind, See, Unknown, Who, known
from domain.names import ConditionId, DocumentId, FundId, LocalName
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_all, said, said_if
from domain.words import Word

EARMARKS_MAX = 1_000


class Why(Word):
    """Why an earmark ended."""

    FELL = "fell", "bortfaldet"


# --- events ---


class Opened(Event, frozen=True, kw_only=True):
    """A pool exists."""

    tag = "fund.opened"
    rank = 4
    da = "{name} er oprettet."
    en = "{name} is opened."

    name: Kept
    terms: Kept | None = None


class EarmarkAnnounced(Event, frozen=True, kw_only=True):
    """A paper says that money is earmarked. Nothing is posted."""

    tag = "fund.earmark-announced"
    rank = 4
    da = "Øremærket ifølge {document}: {said}. Intet er bogført."
    en = "Earmarked according to {document}: {said}. Nothing is posted."

    earmark: LocalName
    said: AmountSaid[Kept]
    purpose: Kept
    waits: tuple[ConditionId, ...]
    opens: tuple[OpenCondition[Kept], ...]
    document: DocumentId


class ConditionMet(Event, frozen=True, kw_only=True):
    """What the earmark waited for came."""

    tag = "fund.condition-met"
    rank = 4
    da = "Opfyldt for øremærkningen {earmark}: {condition}"
    en = "Met for the earmark {earmark}: {condition}"

    earmark: LocalName
    condition: ConditionId


class EarmarkReleased(Event, frozen=True, kw_only=True):
    """The earmark has ended."""

    tag = "fund.earmark-released"
    rank = 4
    da = "Øremærkningen {earmark} er ophørt ({why})[: {condition}]."
    en = "The earmark {earmark} has ended ({why})[: {condition}]."

    earmark: LocalName
    why: Why
    condition: ConditionId | None = None


# --- state ---


class Announced(Struct, frozen=True, kw_only=True):
    """Waits for conditions; cleared when none is left."""

    waits: frozenset[ConditionId]


class Released(Struct, frozen=True):
    """Ended."""


class Active(Struct, frozen=True, kw_only=True):
    """A pool and its earmarks."""

    earmarks: dict[LocalName, Announced | Released] = {}


State = Unknown | Active


def evolve(state: State, event: Opened | EarmarkAnnounced | ConditionMet | EarmarkReleased) -> State:
    if isinstance(event, Opened):
        return Active()
    assert isinstance(state, Active)
    earmark: Announced | Released
    match event:
        case EarmarkAnnounced():
            earmark = Announced(waits=frozenset(event.waits))
        case ConditionMet():
            held = state.earmarks[event.earmark]
            assert isinstance(held, Announced)
            earmark = Announced(waits=held.waits - {event.condition})
        case EarmarkReleased():
            earmark = Released()
        case _:
            assert_never(event)
    return Active(earmarks=state.earmarks | {event.earmark: earmark})


def waits_of(see: See, fund: FundId, earmark: LocalName) -> frozenset[ConditionId]:
    """What an earmark still waits for. Raises Refused `fund.earmark-unknown`."""
    state = see(fund)
    held = state.earmarks.get(earmark) if isinstance(state, Active) else None
    if held is None:
        raise Refused("fund.earmark-unknown", earmark=earmark)
    return held.waits if isinstance(held, Announced) else frozenset()


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Opret en pulje."""

    verb = "open"
    who = (Who.SECRETARIAT,)
    gives = (Opened,)
    creates = True

    name: Text
    terms: Text | None = None


class AnnounceEarmark(Command, frozen=True, kw_only=True):
    """Notér en øremærkning, som et papir oplyser; intet bogføres."""

    verb = "announce-earmark"
    who = (Who.SECRETARIAT,)
    gives = (EarmarkAnnounced,)
    needs_version = True

    earmark: LocalName
    said: AmountSaid[Text]
    purpose: Text
    document: DocumentId
    opens: Annotated[tuple[OpenCondition[Text], ...], Meta(max_length=CONDITIONS_MAX)] = ()
    waits: Conditions = ()


class NoteCondition(Command, frozen=True, kw_only=True):
    """En forudsætning for øremærkningen er opfyldt."""

    verb = "note-condition"
    who = (Who.REACTION,)
    gives = (ConditionMet,)

    earmark: LocalName
    condition: ConditionId


class Release(Command, frozen=True, kw_only=True):
    """Øremærkningen bortfalder."""

    verb = "release"
    who = (Who.REACTION,)
    gives = (EarmarkReleased,)

    earmark: LocalName
    condition: ConditionId


def decide(command: Open | AnnounceEarmark | NoteCondition | Release, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Open):
        if not isinstance(state, Unknown):
            raise Refused("fund.exists")
        return (Opened(name=said(command.name), terms=said_if(command.terms)),)
    assert isinstance(state, Active)
    match command:
        case AnnounceEarmark():
            return _announce(command, state, asked)
        case NoteCondition():
            if not _awaits(state, command.earmark, command.condition):
                return ()
            return (ConditionMet(earmark=command.earmark, condition=command.condition),)
        case Release():
            if not _awaits(state, command.earmark, command.condition):
                return ()
            return (EarmarkReleased(earmark=command.earmark, why=Why.FELL, condition=command.condition),)
        case _:
            assert_never(command)


def _announce(command: AnnounceEarmark, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document, *command.waits)
    if command.earmark in state.earmarks:
        raise Refused("fund.earmark-exists", earmark=command.earmark)
    if len(state.earmarks) >= EARMARKS_MAX:
        raise Refused("fund.full", count=EARMARKS_MAX)
    return (
        EarmarkAnnounced(
            earmark=command.earmark,
            said=keep(command.said),
            purpose=said(command.purpose),
            waits=(*command.waits, *(opened.condition for opened in command.opens)),
            opens=keep_all(command.opens),
            document=command.document,
        ),
    )


def _awaits(state: Active, earmark: LocalName, condition: ConditionId) -> bool:
    held = state.earmarks.get(earmark)
    return isinstance(held, Announced) and condition in held.waits


REFUSALS: Reasons = {
    "fund.exists": ("Puljen findes.", "The fund exists."),
    "fund.earmark-exists": ("Øremærkningen {earmark} findes.", "The earmark {earmark} exists."),
    "fund.earmark-unknown": ("Øremærkningen {earmark} findes ikke.", "The earmark {earmark} does not exist."),
    "fund.full": ("En pulje har højst {count} øremærkninger.", "A fund has at most {count} earmarks."),
}

FUND = Kind(
    name="fund",
    danish="klyngemidler",
    events=(Opened, EarmarkAnnounced, ConditionMet, EarmarkReleased),
    commands=(Open, AnnounceEarmark, NoteCondition, Release),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
