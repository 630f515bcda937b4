"""Body (forum, niveau, styregruppe, udvalg, arbejdsgruppe; also outside bodies): its level, names and chairs."""

from typing import Generic, assert_never

from msgspec import Struct

from domain.counts import Count
from domain.dates import Day
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, LocalName, MembershipId
from domain.refusal import Reasons, Refused
from domain.seats import SEATS_MAX, Right, Voice
from domain.text import Kept, T, Text, keep_all, keep_if, said, said_if
from domain.words import Word

CHAIRS_MAX = 3


class Level(Word):
    """Where in the cluster a body stands."""

    POLITICAL = "political", "politisk"
    STRATEGIC = "strategic", "fagligt strategisk"
    COORDINATING = "coordinating", "koordinerende"
    COMMITTEE = "committee", "udvalg"
    GROUP = "group", "gruppe"
    REGIONAL = "regional", "regionalt"
    EXTERNAL = "external", "eksternt"


class SeatPlan(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat the body opens with."""

    seat: LocalName
    right: Right[T]
    voice: Voice


# --- events ---


class Established(Event, frozen=True, kw_only=True):
    """A body exists; its seats are opened as reactions."""

    tag = "body.established"
    rank = 4
    da = "{name} er oprettet ({level})[ fra {from_on}]."
    en = "{name} is established ({level})[ from {from_on}]."

    name: Kept
    level: Level
    membership: MembershipId
    chairs: int
    seats: tuple[SeatPlan[Kept], ...]
    parent: BodyId | None = None
    task: Kept | None = None
    from_on: Day | None = None
    source: DecisionRef[Kept] | None = None


class NameNoted(Event, frozen=True, kw_only=True):
    """A body is also called something else."""

    tag = "body.name-noted"
    rank = 4
    da = "{stream} kaldes {name}[ fra {from_on}]."
    en = "{stream} is called {name}[ from {from_on}]."

    name: Kept
    from_on: Day | None = None


# --- state ---


class Active(Struct, frozen=True, kw_only=True):
    """A body at work."""

    level: Level
    membership: MembershipId
    chairs: int


State = Unknown | Active


def evolve(state: State, event: Established | NameNoted) -> State:
    match event:
        case Established():
            return Active(level=event.level, membership=event.membership, chairs=event.chairs)
        case NameNoted():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Establish(Command, frozen=True, kw_only=True):
    """Opret et forum med dets pladser."""

    verb = "establish"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (Established,)
    creates = True

    name: Text
    level: Level
    membership: MembershipId
    chairs: Count
    seats: tuple[SeatPlan[Text], ...] = ()
    parent: BodyId | None = None
    task: Text | None = None
    from_on: Day | None = None
    source: DecisionRef[Text] | None = None


class NoteName(Command, frozen=True, kw_only=True):
    """Notér et navn, forummet også har."""

    verb = "note-name"
    who = (Who.SECRETARIAT,)
    gives = (NameNoted,)

    name: Text
    from_on: Day | None = None


def decide(command: Establish | NoteName, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Establish():
            return _establish(command, state, asked)
        case NoteName():
            return (NameNoted(name=said(command.name), from_on=command.from_on),)
        case _:
            assert_never(command)


def _establish(command: Establish, state: State, asked: Asked) -> tuple[Event, ...]:
    same_scope(asked, command.membership)
    if not isinstance(state, Unknown) or not isinstance(asked.see(command.membership), Unknown):
        raise Refused("body.exists")
    if not 0 <= command.chairs <= CHAIRS_MAX:
        raise Refused("body.chairs", count=CHAIRS_MAX)
    if len(command.seats) > SEATS_MAX:
        raise Refused("body.too-many-seats", count=SEATS_MAX)
    if len({plan.seat for plan in command.seats}) < len(command.seats):
        raise Refused("body.seat-twice")
    known(asked, command.parent)
    known_decisions(asked, command.source)
    return (
        Established(
            name=said(command.name),
            level=command.level,
            membership=command.membership,
            chairs=command.chairs,
            seats=keep_all(command.seats),
            parent=command.parent,
            task=said_if(command.task),
            from_on=command.from_on,
            source=keep_if(command.source),
        ),
    )


REFUSALS: Reasons = {
    "body.exists": ("Forummet findes allerede.", "The body already exists."),
    "body.chairs": ("Et forum har højst {count} formænd.", "A body has at most {count} chairs."),
    "body.too-many-seats": ("Et forum har højst {count} pladser.", "A body has at most {count} seats."),
    "body.seat-twice": ("Den samme plads står to gange.", "The same seat stands twice."),
}

BODY = Kind(
    name="body",
    danish="forum",
    events=(Established, NameNoted),
    commands=(Establish, NoteName),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
