"""Attesting (attestation): what an application is to be judged by: its plan for evaluation, and what people vouch for.

Part of the stream `application`, whose own file sends its commands and events here.
"""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.applications import PurposeClass, State, Submitted, as_submitted
from domain.assurance import Assurance
from domain.criteria import CRITERIA_MAX, Attestable, criterion_name
from domain.evaluation import EvaluationPlan
from domain.kernel import Asked, Command, Event, Who, known
from domain.names import ApplicantId, BodyId, PartyId, PersonId, kind_of
from domain.refusal import Refused
from domain.text import Kept, Text, keep

# --- events ---


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


Events = EvaluationPlanned | Attested


def evolve(state: Submitted, event: Events) -> Submitted:
    match event:
        case EvaluationPlanned():
            return msgspec.structs.replace(state, evaluation=event.evaluation)
        case Attested():
            vouched = {criterion_name(each) for each in event.criteria}
            return msgspec.structs.replace(state, attested=state.attested | vouched)
        case _:
            assert_never(event)


# --- commands ---

APPLICANT = (Who.SECRETARIAT, Who.CONTACT, Who.BODY_MEMBER)
"""Whoever applies: a party by its contact person, a body by those who vote in it; and the secretariat that enters it."""


class ByApplicant(Command, frozen=True, kw_only=True):
    """Given on behalf of whoever applies."""

    def for_party(self, state: State) -> PartyId | None:
        return of_kind("party", self.applicant_in(state))

    def for_body(self, state: State) -> BodyId | None:
        return of_kind("body", self.applicant_in(state))

    def applicant_in(self, state: State) -> ApplicantId | None:
        of = as_submitted(state)
        return None if of is None else of.applicant


def of_kind(kind: str, applicant: ApplicantId | None) -> str | None:
    return applicant if applicant is not None and kind_of(applicant) == kind else None


class AddEvaluation(ByApplicant, frozen=True, kw_only=True):
    """Læg en plan for evaluering."""

    verb = "add-evaluation"
    who = APPLICANT
    gives = (EvaluationPlanned,)
    assurance = Assurance.SUBSTANTIAL

    evaluation: EvaluationPlan[Text]


class Attest(ByApplicant, frozen=True, kw_only=True):
    """Attestér, at kriterier er opfyldt."""

    verb = "attest"
    who = APPLICANT
    gives = (Attested,)
    assurance = Assurance.SUBSTANTIAL

    criteria: Annotated[tuple[Attestable, ...], Meta(min_length=1, max_length=CRITERIA_MAX)]
    person: PersonId
    """Who vouches for them."""


Commands = AddEvaluation | Attest


def decide(command: Commands, state: Submitted, asked: Asked) -> tuple[Event, ...]:
    match command:
        case AddEvaluation():
            return (EvaluationPlanned(evaluation=keep(command.evaluation)),)
        case Attest():
            return _attest(command, state, asked)
        case _:
            assert_never(command)


def _attest(command: Attest, state: Submitted, asked: Asked) -> tuple[Event, ...]:
    if state.purpose_class is PurposeClass.OPERATION:
        raise Refused("application.operation")
    known(asked, command.person)
    if asked.see(command.person).gone:
        raise Refused("application.person-gone", person=command.person)
    new = tuple(each for each in dict.fromkeys(command.criteria) if criterion_name(each) not in state.attested)
    return (Attested(criteria=new, person=command.person),) if new else ()


REFUSALS = {
    "application.operation": ("Drift kan ikke støttes.", "Daily operation cannot be supported."),
    "application.person-gone": ("{person} er død eller slettet; en anden må attestere.",
                                "{person} has died or is erased; somebody else must attest."),
}  # fmt: skip
