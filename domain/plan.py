"""Plan (handleplan; the guideposts of a health agreement): its themes, what it orders, its editions."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Command, Event, Who
from domain.names import BodyId, DocumentId, Label, LocalName, PlanId
from domain.plans import ORDERS_MAX, Adopted, Closed, Drafted, Focus, Order, PlanKind, State, ThemeKind
from domain.text import Kept, Text

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


class ThemeSet(Event, frozen=True, kw_only=True):
    """A plan has a theme or a guidepost."""

    tag = "plan.theme-set"
    rank = 4
    da = "{theme_kind} {number}: {title}"
    en = "{theme_kind} {number}: {title}"

    theme: LocalName
    number: Label
    title: Kept
    theme_kind: ThemeKind


class FocusNoted(Event, frozen=True, kw_only=True):
    """How far a theme has come on the political agenda."""

    tag = "plan.focus-noted"
    rank = 4
    da = "Fokus på {theme} hos {by_body} ({focus}): {words}"
    en = "Focus on {theme} of {by_body} ({focus}): {words}"

    theme: LocalName
    focus: Focus
    by_body: BodyId
    words: Kept


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


Events = PlanDrafted | ThemeSet | FocusNoted | PlanAdopted | EditionIssued | PlanClosed

# --- state: see plans.py ---


def evolve(state: State, event: Events) -> State:
    match event:
        case PlanDrafted():
            return Drafted(by_body=event.by_body)
        case ThemeSet():
            assert isinstance(state, Drafted)
            return msgspec.structs.replace(state, themes=state.themes | {event.theme: event.number})
        case FocusNoted() | EditionIssued():
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


class SetTheme(Command, frozen=True, kw_only=True):
    """Giv planen et tema eller et pejlemærke."""

    verb = "set-theme"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (ThemeSet,)

    theme: LocalName
    number: Label
    title: Text
    theme_kind: ThemeKind


class NoteFocus(Command, frozen=True, kw_only=True):
    """Notér, hvor langt et tema er på dagsordenen."""

    verb = "note-focus"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (FocusNoted,)

    theme: LocalName
    focus: Focus
    by_body: BodyId
    words: Text


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


Commands = Draft | SetTheme | NoteFocus | Adopt | IssueEdition | Close
