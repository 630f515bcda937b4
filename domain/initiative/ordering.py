"""Ordering (bestilling): a plan orders an initiative, or a paper tells of one; and what it is for."""

from typing import Annotated, assert_never

from msgspec import Meta

from domain.counts import Count
from domain.decided import Taken
from domain.initiative.state import Live, Standing, State, still_open
from domain.initiatives import Kind, Phase
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.names import BodyId, DocumentId, Label, LocalName, PartyId, PlanId
from domain.planning import PARTIES_MAX
from domain.plans import Supports, has_theme
from domain.refusal import Refused
from domain.text import Kept, Text, said, said_each, said_if

LINES_MAX = 40
"""Criteria, places or ideas of one initiative."""
Lines = Annotated[tuple[Text, ...], Meta(max_length=LINES_MAX)]


# --- events ---


class Ordered(Event, frozen=True, kw_only=True):
    """A plan orders an initiative."""

    tag = "initiative.ordered"
    rank = 5
    da = "Indsats {number} er bestilt af {by_body}: {title}"
    en = "Initiative {number} is ordered by {by_body}: {title}"

    number: Label
    title: Kept
    plan: PlanId
    by_body: BodyId
    decision: Taken
    theme: LocalName | None = None
    supports: tuple[LocalName, ...] = ()


class Listed(Event, frozen=True, kw_only=True):
    """A paper tells of an initiative."""

    tag = "initiative.listed"
    rank = 4
    da = "[{number}: ]{title} er oplyst ({phase})[ ifølge {document}]."
    en = "[{number}: ]{title} is listed ({phase})[ according to {document}]."

    title: Kept
    by: tuple[PartyId, ...]
    phase: Phase
    document: DocumentId | None = None
    number: Label | None = None
    kind: Kind | None = None
    plan: PlanId | None = None
    theme: LocalName | None = None
    supports: tuple[LocalName, ...] = ()


class Described(Event, frozen=True, kw_only=True):
    """What an initiative is for, for whom, and what is tried out."""

    tag = "initiative.described"
    rank = 4
    da = (
        "Formål: {purpose}[ Målgruppe: {target_group}][ Kriterier: {criteria}][ Mindst {criteria_min} af dem.]"
        "[ Højst {criteria_max} af dem.][ Steder: {places}][ Ideer: {ideas}]"
    )
    en = (
        "Purpose: {purpose}[ Target group: {target_group}][ Criteria: {criteria}][ At least {criteria_min} of them.]"
        "[ At most {criteria_max} of them.][ Places: {places}][ Ideas: {ideas}]"
    )

    purpose: Kept
    target_group: Kept | None = None
    criteria: tuple[Kept, ...] = ()
    criteria_min: int | None = None
    """At least so many of the criteria are met."""
    criteria_max: int | None = None
    places: tuple[Kept, ...] = ()
    ideas: tuple[Kept, ...] = ()


Events = Ordered | Listed | Described


def evolve(state: State, event: Events) -> State:
    match event:
        case Ordered():
            return Live(standing=Standing.ORDERED, plan=event.plan, orderer=event.by_body)
        case Listed():
            kind = event.kind or Kind.INITIATIVE
            return Live(standing=Standing.LISTED, kind=kind, phase=event.phase, plan=event.plan)
        case Described():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Order(Command, frozen=True, kw_only=True):
    """Bestil en indsats, som planen siger."""

    verb = "order"
    who = (Who.REACTION,)
    gives = (Ordered,)
    creates = True

    number: Label
    title: Text
    plan: PlanId
    by_body: BodyId
    decision: Taken
    theme: LocalName | None = None
    supports: Supports = ()


class List(Command, frozen=True, kw_only=True):
    """Oplys en indsats efter et papir."""

    verb = "list"
    who = (Who.SECRETARIAT,)
    gives = (Listed,)
    creates = True

    title: Text
    by: tuple[PartyId, ...]
    phase: Phase
    document: DocumentId | None = None
    number: Label | None = None
    kind: Kind | None = None
    """Absent: an initiative like any other."""
    plan: PlanId | None = None
    theme: LocalName | None = None
    """The one it is reported under."""
    supports: Supports = ()
    """Others it supports as well."""


class Describe(Command, frozen=True, kw_only=True):
    """Beskriv, hvad indsatsen er til for."""

    verb = "describe"
    who = (Who.SECRETARIAT, Who.OWNER)
    gives = (Described,)

    purpose: Text
    target_group: Text | None = None
    criteria: Lines = ()
    criteria_min: Count | None = None
    criteria_max: Count | None = None
    places: Lines = ()
    ideas: Lines = ()


Commands = Order | List | Describe


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Order():
            return _order(command, state)
        case List():
            return _list(command, state, asked)
        case Describe():
            return _describe(command, state)
        case _:
            assert_never(command)


def _order(command: Order, state: State) -> tuple[Event, ...]:
    _require_new(state)
    _require_one_theme_once(command.theme, command.supports)
    return (
        Ordered(
            number=command.number,
            title=said(command.title),
            plan=command.plan,
            by_body=command.by_body,
            decision=command.decision,
            theme=command.theme,
            supports=command.supports,
        ),
    )


def _list(command: List, state: State, asked: Asked) -> tuple[Event, ...]:
    _require_new(state)
    if len(command.by) > PARTIES_MAX:
        raise Refused("initiative.too-many-parties", count=PARTIES_MAX)
    known(asked, *command.by, command.document, command.plan)
    same_scope(asked, command.plan)
    _require_one_theme_once(command.theme, command.supports)
    for theme in (*(() if command.theme is None else (command.theme,)), *command.supports):
        if command.plan is None:
            raise Refused("initiative.no-plan", theme=theme)
        if not has_theme(asked.see, command.plan, theme):
            raise Refused("initiative.theme-unknown", theme=theme, plan=command.plan)
    return (
        Listed(
            title=said(command.title),
            by=command.by,
            phase=command.phase,
            document=command.document,
            number=command.number,
            kind=command.kind,
            plan=command.plan,
            theme=command.theme,
            supports=command.supports,
        ),
    )


def _require_new(state: State) -> None:
    if not isinstance(state, Unknown):
        raise Refused("initiative.exists")


def _require_one_theme_once(theme: LocalName | None, supports: tuple[LocalName, ...]) -> None:
    """An initiative is reported under one theme and supports others."""
    for each in supports:
        if each == theme or supports.count(each) > 1:
            raise Refused("initiative.theme-twice", theme=each)


def _describe(command: Describe, state: State) -> tuple[Event, ...]:
    still_open(state)
    low, high, count = command.criteria_min or 0, command.criteria_max, len(command.criteria)
    if not low <= (count if high is None else high) <= count:
        raise Refused("initiative.criteria-count", count=count)
    return (
        Described(
            purpose=said(command.purpose),
            target_group=said_if(command.target_group),
            criteria=said_each(command.criteria),
            criteria_min=command.criteria_min,
            criteria_max=command.criteria_max,
            places=said_each(command.places),
            ideas=said_each(command.ideas),
        ),
    )
