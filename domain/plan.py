"""Plan (handleplan; the guideposts of a health agreement): what it orders, its editions, its end. Its themes: themes.py."""

from typing import Annotated, assert_never, get_args

import msgspec
from msgspec import Meta

from domain import themes
from domain.authority import require_all_steps
from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.names import BodyId, DocumentId, PlanId
from domain.paths import Subject
from domain.plans import (
    ORDERS_MAX,
    Adopted,
    Closed,
    Drafted,
    Order,
    PlanKind,
    State,
    require_adopted,
)
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_all, keep_if, said
from domain.themes import FocusNoted, NoteFocus, SetTheme, ThemeSet

__all__ = ["FocusNoted", "NoteFocus", "SetTheme", "ThemeSet"]

# --- events ---


class PlanDrafted(Event, frozen=True, kw_only=True):
    """A plan is on its way."""

    tag = "plan.drafted"
    da = "Udkast til {plan_kind}, {by_body}: {title}[ Gælder {period}.]"
    en = "Draft of {plan_kind}, {by_body}: {title}[ Applies {period}.]"

    title: Kept
    plan_kind: PlanKind
    by_body: BodyId
    period: DateSaid[Kept] | None = None


class PlanAdopted(Event, frozen=True, kw_only=True):
    """The body whose plan it is orders the initiatives in it."""

    tag = "plan.adopted"
    rank = 4
    da = "Planen er vedtaget ved {decision}[, gælder fra {in_force_from_on}]. Den bestiller {orders}."
    en = "The plan is adopted by {decision}[, in force from {in_force_from_on}]. It orders {orders}."

    decision: Taken
    orders: tuple[Order[Kept], ...]
    in_force_from_on: Day | None = None


class EditionIssued(Event, frozen=True, kw_only=True):
    """A status of the plan is out."""

    tag = "plan.edition-issued"
    rank = 4
    da = "Status[ pr. {as_of}] er udgivet: {document}."
    en = "Status[ as of {as_of}] is issued: {document}."

    as_of: DateSaid[Kept]
    document: DocumentId


class PlanClosed(Event, frozen=True, kw_only=True):
    """A plan no longer orders anything."""

    tag = "plan.closed"
    rank = 4
    da = "Planen er afsluttet ved {decision}[; afløst af {successor}]."
    en = "The plan is closed by {decision}[; replaced by {successor}]."

    decision: Taken
    successor: PlanId | None = None


Events = PlanDrafted | PlanAdopted | EditionIssued | PlanClosed | themes.Events

# --- state: see plans.py ---


def evolve(state: State, event: Events) -> State:
    if isinstance(event, themes.Events):
        assert isinstance(state, Drafted)
        return themes.evolve(state, event)
    match event:
        case PlanDrafted():
            return Drafted(by_body=event.by_body)
        case EditionIssued():
            return state
        case PlanAdopted():
            assert isinstance(state, Drafted)
            orders = tuple(order.initiative for order in event.orders)
            return Adopted(**msgspec.structs.asdict(state), orders=orders, in_force_from_on=event.in_force_from_on)
        case PlanClosed():
            assert isinstance(state, Adopted)
            return Closed(**msgspec.structs.asdict(state), successor=event.successor)
        case _:
            assert_never(event)


# --- commands ---


class Draft(Command, frozen=True, kw_only=True):
    """Lav et udkast til en plan."""

    verb = "draft"
    who = (Who.SECRETARIAT,)
    gives = (PlanDrafted,)
    creates = True

    title: Text
    plan_kind: PlanKind
    by_body: BodyId
    period: DateSaid[Text] | None = None


class Adopt(Command, frozen=True, kw_only=True):
    """Vedtag planen med det, den bestiller."""

    verb = "adopt"
    who = (Who.REACTION,)
    gives = (PlanAdopted,)

    decision: Taken
    orders: Annotated[tuple[Order[Text], ...], Meta(max_length=ORDERS_MAX)]
    in_force_from_on: Day | None = None


class IssueEdition(Command, frozen=True, kw_only=True):
    """Udgiv en status for planen."""

    verb = "issue-edition"
    who = (Who.SECRETARIAT,)
    gives = (EditionIssued,)

    as_of: DateSaid[Text]
    document: DocumentId


class Close(Command, frozen=True, kw_only=True):
    """Afslut planen."""

    verb = "close"
    who = (Who.REACTION,)
    gives = (PlanClosed,)

    decision: Taken
    successor: PlanId | None = None


Commands = Draft | Adopt | IssueEdition | Close | themes.Commands


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Draft):
        return _draft(command, state, asked)
    assert isinstance(state, Drafted)
    if isinstance(state, Closed):
        raise Refused("plan.already-closed")
    if isinstance(command, themes.Commands):
        return themes.decide(command, state, asked)
    match command:
        case Adopt():
            return _adopt(command, state, asked)
        case IssueEdition():
            require_adopted(state)
            known(asked, command.document)
            return (EditionIssued(as_of=keep(command.as_of), document=command.document),)
        case Close():
            return _close(command, state, asked)
        case _:
            assert_never(command)


def _draft(command: Draft, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("plan.exists")
    known(asked, command.by_body)
    return (
        PlanDrafted(
            title=said(command.title),
            plan_kind=command.plan_kind,
            by_body=command.by_body,
            period=keep_if(command.period),
        ),
    )


def _adopt(command: Adopt, state: Drafted, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, Adopted):
        raise Refused("plan.already-adopted")
    if not command.orders:
        raise Refused("plan.no-orders")
    require_all_steps(asked, Subject.ACTION_PLAN, command.decision)
    same_scope(asked, *(order.initiative for order in command.orders))
    numbers = [order.number for order in command.orders]
    for order in command.orders:
        if numbers.count(order.number) > 1:
            raise Refused("plan.number-used", number=order.number)
        themes.require_themes(state, *(() if order.theme is None else (order.theme,)), *order.supports)
    return (
        PlanAdopted(
            decision=command.decision,
            orders=keep_all(command.orders),
            in_force_from_on=command.in_force_from_on,
        ),
    )


def _close(command: Close, state: Drafted, asked: Asked) -> tuple[Event, ...]:
    require_adopted(state)
    known(asked, command.successor)
    require_all_steps(asked, Subject.ACTION_PLAN, command.decision)
    return (PlanClosed(decision=command.decision, successor=command.successor),)


REFUSALS: Reasons = themes.REFUSALS | {
    "plan.exists": ("Planen findes.", "The plan exists."),
    "plan.already-adopted": ("Planen er vedtaget.", "The plan is adopted."),
    "plan.already-closed": ("Planen er afsluttet.", "The plan is closed."),
    "plan.not-adopted": ("Planen er ikke vedtaget.", "The plan is not adopted."),
    "plan.no-orders": ("Planen bestiller ingen indsatser.", "The plan orders no initiatives."),
}  # fmt: skip

PLAN = Kind(
    name="plan",
    danish="plan",
    events=(PlanDrafted, *get_args(themes.Events), PlanAdopted, EditionIssued, PlanClosed),
    commands=(Draft, *get_args(themes.Commands), Adopt, IssueEdition, Close),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
