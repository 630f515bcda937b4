"""Effects that plan (planlægning): plans and what they order, and all that a decision does to an initiative."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.claims import DateSaid
from domain.counts import Revision
from domain.dates import Day
from domain.initiatives import Aspect, Ending, Operation, Phase, StepState
from domain.names import BodyId, FundId, InitiativeId, Label, LocalName, PartyId, PersonId, PlanId
from domain.plans import ORDERS_MAX, Focus, Order, ThemeKind
from domain.text import T

PARTIES_MAX = 60
STEPS_MAX = 12
"""Of one ladder of commitment."""

Owners = Annotated[tuple[PartyId, ...], Meta(min_length=1, max_length=PARTIES_MAX)]
OwnersIfSaid = Annotated[tuple[PartyId, ...], Meta(max_length=PARTIES_MAX)]
StepNumber = Annotated[int, Meta(ge=1, le=STEPS_MAX, title="StepNumber")]

# --- plans ---


class AdoptPlan(Struct, Generic[T], frozen=True, kw_only=True, tag="adopt-plan", forbid_unknown_fields=True):
    """Vedtag en plan med det, den bestiller."""

    plan: PlanId
    orders: Annotated[tuple[Order[T], ...], Meta(max_length=ORDERS_MAX)]
    in_force_from_on: Day | None = None


class SetTheme(Struct, Generic[T], frozen=True, kw_only=True, tag="set-theme", forbid_unknown_fields=True):
    """Giv en plan et tema eller et pejlemærke."""

    plan: PlanId
    theme: LocalName
    number: Label
    title: T
    theme_kind: ThemeKind


class NoteFocus(Struct, Generic[T], frozen=True, kw_only=True, tag="note-focus", forbid_unknown_fields=True):
    """Notér, hvor langt forummet er med et tema."""

    plan: PlanId
    theme: LocalName
    focus: Focus
    words: T


class ClosePlan(Struct, frozen=True, kw_only=True, tag="close-plan", forbid_unknown_fields=True):
    """Afslut en plan."""

    plan: PlanId
    successor: PlanId | None = None


# --- initiatives: who, and what is confirmed ---


class GiveRemark(Struct, Generic[T], frozen=True, kw_only=True, tag="remark", forbid_unknown_fields=True):
    """Giv en indsats en bemærkning."""

    initiative: InitiativeId
    remark: LocalName
    text: T
    expected: DateSaid[T] | None = None
    """When the body wants it back on its table: a promised item follows. Absent: nothing is promised."""


class AnswerRemark(Struct, frozen=True, kw_only=True, tag="answer-remark", forbid_unknown_fields=True):
    """Sig, at en bemærkning er besvaret."""

    initiative: InitiativeId
    remark: LocalName


class AssignOwner(Struct, frozen=True, kw_only=True, tag="assign-owner", forbid_unknown_fields=True):
    """Sig, hvem der har ansvaret for en indsats."""

    initiative: InitiativeId
    owners: OwnersIfSaid = ()
    """Empty where no paper says who; a group carries it then."""
    leader: PersonId | None = None
    group: BodyId | None = None


class ApproveConfirmation(Struct, frozen=True, kw_only=True, tag="approve-confirmation", forbid_unknown_fields=True):
    """Godkend en ordrebekræftelse."""

    initiative: InitiativeId
    revision: Revision
    phase: Phase = Phase.ONGOING
    """In which the initiative begins, once the last body has approved."""


class ReturnConfirmation(
    Struct, Generic[T], frozen=True, kw_only=True, tag="return-confirmation", forbid_unknown_fields=True
):
    """Send en ordrebekræftelse tilbage."""

    initiative: InitiativeId
    revision: Revision
    reason: T


# --- initiatives: how it goes ---


class AgreeRemedy(Struct, Generic[T], frozen=True, kw_only=True, tag="agree-remedy", forbid_unknown_fields=True):
    """Aftal, hvad der gøres ved gul eller rød."""

    initiative: InitiativeId
    text: T


class Escalate(Struct, Generic[T], frozen=True, kw_only=True, tag="escalate", forbid_unknown_fields=True):
    """Løft en indsats til næste led."""

    initiative: InitiativeId
    to_body: BodyId
    reason: T


class Narrow(Struct, Generic[T], frozen=True, kw_only=True, tag="narrow", forbid_unknown_fields=True):
    """Indsnævr en indsats."""

    initiative: InitiativeId
    aspect: Aspect
    before: T
    after: T


class Widen(Struct, Generic[T], frozen=True, kw_only=True, tag="widen", forbid_unknown_fields=True):
    """Udvid en indsats."""

    initiative: InitiativeId
    aspect: Aspect
    before: T
    after: T


class Spread(Struct, frozen=True, kw_only=True, tag="spread", forbid_unknown_fields=True):
    """Udbred en indsats, der er evalueret."""

    initiative: InitiativeId
    to_parties: Owners
    from_on: Day | None = None


# --- initiatives: begun, rested, ended ---


class StartProject(Struct, frozen=True, kw_only=True, tag="start-project", forbid_unknown_fields=True):
    """Sæt en indsats i gang."""

    initiative: InitiativeId
    phase: Phase
    from_on: Day | None = None
    """Absent: the day of the decision."""


class Pause(Struct, Generic[T], frozen=True, kw_only=True, tag="pause", forbid_unknown_fields=True):
    """Sæt en indsats på pause."""

    initiative: InitiativeId
    reason: T


class Resume(Struct, frozen=True, kw_only=True, tag="resume", forbid_unknown_fields=True):
    """Genoptag en indsats."""

    initiative: InitiativeId
    from_on: Day | None = None


class Deprioritise(Struct, Generic[T], frozen=True, kw_only=True, tag="deprioritise", forbid_unknown_fields=True):
    """Giv en indsats lavere prioritet."""

    initiative: InitiativeId
    reason: T


class Prolong(Struct, Generic[T], frozen=True, kw_only=True, tag="prolong", forbid_unknown_fields=True):
    """Forlæng en indsats."""

    initiative: InitiativeId
    expected: DateSaid[T]
    fund: FundId | None = None


class BeginOperation(Struct, frozen=True, kw_only=True, tag="begin-operation", forbid_unknown_fields=True):
    """Gør en indsats til drift."""

    initiative: InitiativeId
    extent: Operation
    parties: Owners
    from_on: Day | None = None


class ReachStep(Struct, frozen=True, kw_only=True, tag="reach-step", forbid_unknown_fields=True):
    """Sig, hvor langt et forpligtelsestrin er."""

    initiative: InitiativeId
    order: StepNumber
    state: StepState


class MergeInitiative(Struct, frozen=True, kw_only=True, tag="merge-initiative", forbid_unknown_fields=True):
    """Læg en indsats sammen med en anden."""

    initiative: InitiativeId
    into: InitiativeId


class EndInitiative(Struct, frozen=True, kw_only=True, tag="end-initiative", forbid_unknown_fields=True):
    """Afslut en indsats."""

    initiative: InitiativeId
    how: Ending
    ceases_on: Day | None = None
    """Absent: the day of the decision."""
