"""Application (ansøgning): what was applied for and vouched for. Written by whoever applies; the fund decides by it."""

from typing import assert_never

import msgspec

from domain import applications
from domain.applications import PurposeClass, State
from domain.claims import AmountSaid, DateSaid, NoAmount
from domain.criteria import Attestable, criterion_name
from domain.dates import Day
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.kernel import Event
from domain.money import Oere
from domain.names import ApplicantId, FundId, LocalName, PersonId
from domain.text import Kept

# --- events ---


class Submitted(Event, frozen=True, kw_only=True):
    """Somebody applies for money."""

    tag = "application.submitted"
    rank = 4
    da = "{applicant} har søgt {fund}[ om {amount_oere}][ ({said})] til {purpose_class}: {purpose}"
    en = "{applicant} has applied to {fund}[ for {amount_oere}][ ({said})] towards {purpose_class}: {purpose}"

    fund: FundId
    applicant: ApplicantId
    purpose: Kept
    purpose_class: PurposeClass
    when: DateSaid[Kept]
    submitted_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""
    amount_oere: Oere | None = None
    said: AmountSaid[Kept] | NoAmount[Kept] | None = None
    """What the paper says, where it says no exact amount."""
    theme: LocalName | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class EvaluationPlanned(Event, frozen=True, kw_only=True):
    """How it is to be evaluated; a later plan takes the place of an earlier one."""

    tag = "application.evaluation-planned"
    da = "Evaluering: {evaluation}."
    en = "Evaluation: {evaluation}."

    evaluation: EvaluationPlan[Kept]


class Attested(Event, frozen=True, kw_only=True):
    """A named person vouches for it."""

    tag = "application.attested"
    da = "{person} har attesteret: {criteria}."
    en = "{person} has attested: {criteria}."

    criteria: tuple[Attestable, ...]
    person: PersonId


class TurnedDown(Event, frozen=True, kw_only=True):
    """No money is given."""

    tag = "application.turned-down"
    rank = 5
    da = "Afslag ved {decision}: {reason}"
    en = "Turned down by {decision}: {reason}"

    decision: Taken
    reason: Kept


class Withdrawn(Event, frozen=True, kw_only=True):
    """Whoever applied no longer does."""

    tag = "application.withdrawn"
    da = "Trukket: {reason}"
    en = "Withdrawn: {reason}"

    reason: Kept


class Accepted(Event, frozen=True, kw_only=True):
    """Money is given."""

    tag = "application.accepted"
    rank = 5
    da = "Imødekommet med {amount_oere}."
    en = "Granted {amount_oere}."

    allocation: LocalName
    amount_oere: Oere


# --- state: see applications.py ---

Events = Submitted | EvaluationPlanned | Attested | TurnedDown | Withdrawn | Accepted


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Submitted):
        return applications.Submitted(
            fund=event.fund,
            applicant=event.applicant,
            by=event.submitted_by,
            amount_oere=event.amount_oere,
            purpose_class=event.purpose_class,
            theme=event.theme,
            from_on=event.from_on,
            ceases_on=event.ceases_on,
        )
    assert isinstance(state, applications.Submitted)
    match event:
        case EvaluationPlanned():
            return msgspec.structs.replace(state, evaluation=event.evaluation)
        case Attested():
            vouched = {criterion_name(each) for each in event.criteria}
            return msgspec.structs.replace(state, attested=state.attested | vouched)
        case TurnedDown():
            return applications.TurnedDown(of=state)
        case Withdrawn():
            return applications.Withdrawn(of=state)
        case Accepted():
            return applications.Accepted(of=state, allocation=event.allocation)
        case _:
            assert_never(event)
