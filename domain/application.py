"""Application (ansøgning): what was applied for and vouched for. Written by whoever applies; the fund decides by it."""

from typing import assert_never, get_args

from domain import applications, attesting
from domain.applications import PurposeClass, State
from domain.assurance import Assurance
from domain.attesting import APPLICANT, ByApplicant, of_kind
from domain.authority import days_of, in_effect, require_settled
from domain.claims import AmountSaid, DateSaid, NoAmount
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.money import Amount, Oere
from domain.names import ApplicantId, FundId, LocalName, PersonId, scope_of
from domain.paths import Subject, steps_held
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_if, said

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

Events = Submitted | attesting.Events | TurnedDown | Withdrawn | Accepted


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
    if isinstance(event, attesting.Events):
        return attesting.evolve(state, event)
    match event:
        case TurnedDown():
            return applications.TurnedDown(of=state)
        case Withdrawn():
            return applications.Withdrawn(of=state)
        case Accepted():
            return applications.Accepted(of=state, allocation=event.allocation)
        case _:
            assert_never(event)


# --- commands ---


class Submit(ByApplicant, frozen=True, kw_only=True):
    """Søg om midler."""

    verb = "submit"
    who = APPLICANT
    gives = (Submitted,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    fund: FundId
    applicant: ApplicantId
    purpose: Text
    purpose_class: PurposeClass
    when: DateSaid[Text]
    amount_oere: Amount | None = None
    said: AmountSaid[Text] | NoAmount[Text] | None = None
    theme: LocalName | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None

    def applicant_in(self, state: State) -> ApplicantId | None:
        return self.applicant


class TurnDown(Command, frozen=True, kw_only=True):
    """Giv afslag på en ansøgning."""

    verb = "turn-down"
    who = (Who.REACTION,)
    gives = (TurnedDown,)

    decision: Taken
    reason: Text


class Withdraw(ByApplicant, frozen=True, kw_only=True):
    """Træk en ansøgning."""

    verb = "withdraw"
    who = APPLICANT
    gives = (Withdrawn,)
    assurance = Assurance.SUBSTANTIAL

    reason: Text


class Accept(Command, frozen=True, kw_only=True):
    """Ansøgningen er imødekommet, med det beløb der er bevilget."""

    verb = "accept"
    who = (Who.REACTION,)
    gives = (Accepted,)

    allocation: LocalName
    amount_oere: Amount


Commands = Submit | attesting.Commands | TurnDown | Withdraw | Accept


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Submit):
        return _submit(command, state, asked)
    if not isinstance(state, applications.Submitted):
        raise Refused("application.decided")
    if isinstance(command, attesting.Commands):
        return attesting.decide(command, state, asked)
    match command:
        case TurnDown():
            return _turn_down(command, asked)
        case Withdraw():
            return (Withdrawn(reason=said(command.reason)),)
        case Accept():
            return (Accepted(allocation=command.allocation, amount_oere=command.amount_oere),)
        case _:
            assert_never(command)


def _submit(command: Submit, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("application.exists")
    known(asked, command.fund, command.applicant)
    same_scope(asked, command.fund, of_kind("body", command.applicant))
    return (
        Submitted(
            fund=command.fund,
            applicant=command.applicant,
            purpose=said(command.purpose),
            purpose_class=command.purpose_class,
            when=keep(command.when),
            submitted_by=asked.by.person,
            amount_oere=command.amount_oere,
            said=keep_if(command.said),
            theme=command.theme,
            from_on=command.from_on,
            ceases_on=command.ceases_on,
        ),
    )


def _turn_down(command: TurnDown, asked: Asked) -> tuple[Event, ...]:
    """Whoever takes part in deciding about the money may say no, as long as they said it."""
    body, decision = in_effect(asked.see, command.decision)
    steps_held(asked.see, scope_of(asked.stream), Subject.JOINT_FUNDS, body, days_of(command.decision, decision))
    require_settled(decision)
    return (TurnedDown(decision=command.decision, reason=said(command.reason)),)


REFUSALS: Reasons = attesting.REFUSALS | {
    "application.exists": ("Ansøgningen findes.", "The application exists."),
    "application.decided": ("Ansøgningen er afgjort.", "The application is decided."),
}  # fmt: skip

APPLICATION = Kind(
    name="application",
    danish="ansøgning",
    events=(Submitted, *get_args(attesting.Events), TurnedDown, Withdrawn, Accepted),
    commands=(Submit, *get_args(attesting.Commands), TurnDown, Withdraw, Accept),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
