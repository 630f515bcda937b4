"""Pathway audit (audit på borgerforløb): what was learnt of citizens' courses, which are counted and never described."""

from typing import assert_never, get_args

import msgspec
from msgspec import Struct

from domain.citizens import CITIZEN_REFUSALS, require_nobody_in
from domain.claims import DateSaid, span_of
from domain.counts import Count
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.names import BodyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_if, said, said_if

POINTS_MAX = 200
"""What one audit can teach."""

# --- events ---


class Planned(Event, frozen=True, kw_only=True):
    """An audit of courses is planned."""

    tag = "pathway-audit.planned"
    rank = 4
    da = "{by_body} har planlagt en audit om {subject}[ ({expected})]."
    en = "{by_body} has planned an audit on {subject}[ ({expected})]."

    subject: Kept
    by_body: BodyId
    expected: DateSaid[Kept] | None = None


class Held(Event, frozen=True, kw_only=True):
    """The audit was held; so many courses were looked at."""

    tag = "pathway-audit.held"
    rank = 4
    da = "Audit holdt {when}[, {place}]: {courses} forløb."
    en = "Audit held {when}[, {place}]: {courses} courses."

    when: DateSaid[Kept]
    courses: int
    place: Kept | None = None


class Learnt(Event, frozen=True, kw_only=True):
    """Something was learnt, perhaps for somebody."""

    tag = "pathway-audit.learned"
    rank = 4
    da = "Læring[ til {to_body}]: {point}"
    en = "Learnt[, for {to_body}]: {point}"

    point: Kept
    to_body: BodyId | None = None


class FollowedUp(Event, frozen=True, kw_only=True):
    """What came of it."""

    tag = "pathway-audit.followed-up"
    rank = 4
    da = "Opfølgning: {text}"
    en = "Follow-up: {text}"

    text: Kept


Events = Planned | Held | Learnt | FollowedUp

# --- state ---


class Audit(Struct, frozen=True, kw_only=True):
    """An audit that is planned; held once."""

    held: bool = False
    points: int = 0


State = Unknown | Audit


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Planned):
        return Audit()
    assert isinstance(state, Audit)
    match event:
        case Held():
            return Audit(held=True)
        case Learnt():
            return msgspec.structs.replace(state, points=state.points + 1)
        case FollowedUp():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Plan(Command, frozen=True, kw_only=True):
    """Planlæg en audit på borgerforløb."""

    verb = "plan"
    who = (Who.SECRETARIAT,)
    gives = (Planned,)
    creates = True

    subject: Text
    by_body: BodyId
    expected: DateSaid[Text] | None = None


class HoldAudit(Command, frozen=True, kw_only=True):
    """Notér, at en audit er holdt, og hvor mange forløb der blev set på."""

    verb = "hold"
    who = (Who.SECRETARIAT,)
    gives = (Held,)

    when: DateSaid[Text]
    courses: Count
    place: Text | None = None


class Learn(Command, frozen=True, kw_only=True):
    """Skriv, hvad der er lært."""

    verb = "learn"
    who = (Who.SECRETARIAT,)
    gives = (Learnt,)

    point: Text
    to_body: BodyId | None = None


class FollowUp(Command, frozen=True, kw_only=True):
    """Skriv, hvad der er sket siden."""

    verb = "follow-up"
    who = (Who.SECRETARIAT,)
    gives = (FollowedUp,)

    text: Text


Commands = Plan | HoldAudit | Learn | FollowUp


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    require_nobody_in(command)
    if isinstance(command, Plan):
        return _plan(command, state, asked)
    assert isinstance(state, Audit)
    match command:
        case HoldAudit():
            return _hold(command, state, asked)
        case Learn():
            _require_held(state)
            known(asked, command.to_body)
            if state.points >= POINTS_MAX:
                raise Refused("pathway-audit.full", count=POINTS_MAX)
            return (Learnt(point=said(command.point), to_body=command.to_body),)
        case FollowUp():
            _require_held(state)
            return (FollowedUp(text=said(command.text)),)
        case _:
            assert_never(command)


def _plan(command: Plan, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("pathway-audit.exists")
    known(asked, command.by_body)
    same_scope(asked, command.by_body)
    return (Planned(subject=said(command.subject), by_body=command.by_body, expected=keep_if(command.expected)),)


def _hold(command: HoldAudit, state: Audit, asked: Asked) -> tuple[Event, ...]:
    if state.held:
        raise Refused("pathway-audit.already-held")
    days = span_of(command.when)
    if days is not None and days[0] > asked.today:
        raise Refused("day.future", day=days[0])
    return (Held(when=keep(command.when), courses=command.courses, place=said_if(command.place)),)


def _require_held(state: Audit) -> None:
    if not state.held:
        raise Refused("pathway-audit.not-held")


REFUSALS: Reasons = {
    "pathway-audit.exists": ("Auditten findes.", "The audit exists."),
    "pathway-audit.already-held": ("Auditten er holdt.", "The audit has been held."),
    "pathway-audit.not-held": ("Auditten er ikke holdt.", "The audit has not been held."),
    "pathway-audit.full": ("En audit har højst {count} punkter med læring.", "An audit has at most {count} points learnt."),
    **CITIZEN_REFUSALS,
}  # fmt: skip

PATHWAY_AUDIT = Kind(
    name="pathway-audit",
    danish="audit på borgerforløb",
    events=get_args(Events),
    commands=get_args(Commands),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
