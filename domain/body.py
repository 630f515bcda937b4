"""Body (forum, niveau, styregruppe, udvalg, arbejdsgruppe; also outside bodies): its level, names and chairs."""

from typing import Generic, assert_never

import msgspec
from msgspec import Struct

from domain.counts import Count
from domain.dates import Day
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, Label, LocalName, MembershipId
from domain.refusal import Reasons, Refused
from domain.rules import DecisionRule, NoneStated, Quorum, Rules, RulesFrom, rules_in_force
from domain.seats import SEATS_MAX, Right, Voice
from domain.text import Kept, T, Text, keep, keep_all, keep_if, said, said_if
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


class RulesSet(Event, frozen=True, kw_only=True):
    """How the body decides, from a day."""

    tag = "body.rules-set"
    rank = 4
    da = (
        "Regler for {stream} fra {from_on}: {decision_rule}[; beslutningsdygtigt med {quorum}]"
        "[; {one_at_a_time}: ét ad gangen][; dagsordenen sendes {agenda_days} dage før]. Kilde: {source}"
    )
    en = (
        "Rules of {stream} from {from_on}: {decision_rule}[; can decide with {quorum}]"
        "[; {one_at_a_time}: one at a time][; the agenda is sent {agenda_days} days before]. Source: {source}"
    )

    quorum: Quorum
    decision_rule: DecisionRule
    chairs_sign: int
    ad_hoc_substitutes: bool
    from_on: Day
    source: DecisionRef[Kept]
    one_at_a_time: Label | None = None
    agenda_days: int | None = None


# --- state ---


class Active(Struct, frozen=True, kw_only=True):
    """A body at work."""

    level: Level
    membership: MembershipId
    chairs: int
    rules: tuple[RulesFrom, ...] = ()


State = Unknown | Active


def evolve(state: State, event: Established | NameNoted | RulesSet) -> State:
    match event:
        case Established():
            return Active(level=event.level, membership=event.membership, chairs=event.chairs)
        case NameNoted():
            return state
        case RulesSet():
            assert isinstance(state, Active)
            return msgspec.structs.replace(state, rules=(*state.rules, _rules_of(event)))
        case _:
            assert_never(event)


def _rules_of(event: RulesSet) -> RulesFrom:
    rules = Rules(
        quorum=event.quorum,
        decision_rule=event.decision_rule,
        chairs_sign=event.chairs_sign,
        ad_hoc_substitutes=event.ad_hoc_substitutes,
        one_at_a_time=event.one_at_a_time,
        agenda_days=event.agenda_days,
    )
    return RulesFrom(rules=rules, from_on=event.from_on)


def rules_on(state: State, on: Day) -> Rules:
    """The rules of a body on a day. Where nothing is on record they check nothing."""
    return Rules() if isinstance(state, Unknown) else rules_in_force(state.rules, on)


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


class SetRules(Command, frozen=True, kw_only=True):
    """Fastsæt forummets regler fra en dag."""

    verb = "set-rules"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE)
    gives = (RulesSet,)

    from_on: Day
    source: DecisionRef[Text]
    quorum: Quorum = NoneStated()
    decision_rule: DecisionRule = DecisionRule.NONE_STATED
    chairs_sign: Count = 0
    ad_hoc_substitutes: bool = False
    one_at_a_time: Label | None = None
    agenda_days: Count | None = None


def decide(command: Establish | NoteName | SetRules, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Establish():
            return _establish(command, state, asked)
        case NoteName():
            return (NameNoted(name=said(command.name), from_on=command.from_on),)
        case SetRules():
            assert isinstance(state, Active)
            return _set_rules(command, state, asked)
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


def _set_rules(command: SetRules, state: Active, asked: Asked) -> tuple[Event, ...]:
    known_decisions(asked, command.source)
    if command.chairs_sign > state.chairs:
        raise Refused("body.too-many-sign", count=state.chairs)
    if any(rules.from_on == command.from_on for rules in state.rules):
        raise Refused("body.rules-overlap", day=command.from_on)
    return (
        RulesSet(
            quorum=command.quorum,
            decision_rule=command.decision_rule,
            chairs_sign=command.chairs_sign,
            ad_hoc_substitutes=command.ad_hoc_substitutes,
            one_at_a_time=command.one_at_a_time,
            agenda_days=command.agenda_days,
            from_on=command.from_on,
            source=keep(command.source),
        ),
    )


REFUSALS: Reasons = {
    "body.rules-overlap": ("Der gælder allerede regler fra {day}.", "Rules apply from {day} already."),
    "body.too-many-sign": ("Forummet har {count} formænd, så flere kan ikke skrive under.",
                           "The body has {count} chairs, so no more can sign."),
    "body.exists": ("Forummet findes allerede.", "The body already exists."),
    "body.chairs": ("Et forum har højst {count} formænd.", "A body has at most {count} chairs."),
    "body.too-many-seats": ("Et forum har højst {count} pladser.", "A body has at most {count} seats."),
    "body.seat-twice": ("Den samme plads står to gange.", "The same seat stands twice."),
}  # fmt: skip

BODY = Kind(
    name="body",
    danish="forum",
    events=(Established, NameNoted, RulesSet),
    commands=(Establish, NoteName, SetRules),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
