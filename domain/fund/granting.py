"""Granting (bevillingsgrundlag): what must be so before money is held or granted to anybody (trust.md §6, rule 8)."""

from typing import ClassVar

from domain import authority, paths
from domain.applications import PurposeClass, Submitted
from domain.awaited import Awaited, DecisionOf
from domain.bodies import Active as Body
from domain.bodies import Level
from domain.ceasing import require_before_end
from domain.criteria import (
    Criterion,
    EvaluationRequired,
    NotOperation,
    NotOwnStaff,
    StartsIn,
    ThemeOrCommitteePilot,
    criterion_name,
    criterion_told,
)
from domain.dates import Day, Year, days_before
from domain.decided import Taken
from domain.fund.accounts import free
from domain.fund.checks import SUBJECT, Decisions, require_open_year, year_of
from domain.fund.state import Active, Applicants, Firmness, Held, Terms, balance
from domain.handing_over import heir
from domain.kernel import Asked, Command, Who, known, same_scope
from domain.meeting.state import Standing, decision_taken
from domain.money import Amount
from domain.names import ApplicantId, ApplicationId, ConditionId, PartyId, ProposalId, kind_of, scope_of
from domain.proposal.state import Alive, Fate
from domain.refusal import Reasons, Refused
from domain.text import Text, said

EVERY_TIME: tuple[Criterion, ...] = (NotOperation(), NotOwnStaff())
"""What somebody must vouch for whatever the fund asks besides."""


class Granting(Command, frozen=True, kw_only=True):
    """What an earmark and an allocation are given with alike."""

    who: ClassVar[tuple[Who, ...]] = (Who.REGISTRAR,)
    needs_version: ClassVar[bool] = True

    application: ApplicationId
    year: Year
    amount_oere: Amount
    to_party: PartyId
    purpose: Text
    decisions: Decisions
    proposal: ProposalId | None = None
    from_on: Day | None = None
    """None: as applied for."""
    ceases_on: Day | None = None
    over_ceiling_reason: Text | None = None
    one_off: bool = False


def require_terms(command: Granting, state: Active, asked: Asked) -> tuple[Submitted, Terms]:
    """What money is to be held or granted for, all of it in order. Only who decides is not looked at here."""
    known(asked, command.to_party, command.application, command.proposal)
    same_scope(asked, command.application, command.proposal, *(taken.meeting for taken in command.decisions))
    application = _require_application(command.application, state, asked)
    require_open_year(state, command.year)
    _require_free(command, state)
    if application.evaluation is None:
        raise Refused("fund.no-evaluation-plan", application=command.application)
    from_on, ceases_on = command.from_on or application.from_on, command.ceases_on or application.ceases_on
    if from_on is None or ceases_on is None:
        raise Refused("fund.application-incomplete", application=command.application)
    if ceases_on <= from_on:
        raise Refused("fund.no-day", from_on=from_on, ceases_on=ceases_on)
    require_before_end(asked, days_before(ceases_on, 1))
    _require_criteria(application, from_on, state)
    _require_under_ceiling(command, application.applicant, state, asked)
    _require_approved(command.proposal, asked)
    return application, Terms(
        application=command.application,
        applicant=application.applicant,
        year=command.year,
        to_party=command.to_party,
        purpose=said(command.purpose),
        from_on=from_on,
        ceases_on=ceases_on,
        evaluation=application.evaluation,
        one_off=command.one_off,
        decisions=command.decisions,
    )


def _require_application(name: ApplicationId, state: Active, asked: Asked) -> Submitted:
    """An application to this fund that nobody has decided, and on which nothing is held."""
    application = asked.see(name)
    if not isinstance(application, Submitted):
        raise Refused("fund.application-settled", application=name)
    if heir(asked.see, application.fund) != asked.stream:
        raise Refused("fund.application-elsewhere", application=name, fund=application.fund)
    for earmark, each in state.earmarks.items():
        if isinstance(each, Held) and each.terms.application == name:
            raise Refused("fund.application-held", application=name, earmark=earmark)
    return application


def _require_free(command: Granting, state: Active) -> None:
    account = free(command.year)
    if command.amount_oere > balance(state, account):
        raise Refused("fund.pool-exceeded", account=account, free_oere=balance(state, account))


def _require_criteria(application: Submitted, from_on: Day, state: Active) -> None:
    for criterion in (*state.criteria, *EVERY_TIME):
        if not _is_met(criterion, application, from_on):
            da, en = criterion_told(criterion)
            raise Refused("fund.criterion-unmet", criterion=da, criterion_en=en)


def _is_met(criterion: Criterion, application: Submitted, from_on: Day) -> bool:
    """What the record can tell it judges by itself; for the rest a named person vouches."""
    attested = criterion_name(criterion) in application.attested
    match criterion:
        case EvaluationRequired():
            return application.evaluation is not None
        case StartsIn():
            return year_of(from_on) == criterion.year
        case ThemeOrCommitteePilot():
            return attested or application.theme is not None
        case NotOperation():
            return attested and application.purpose_class is not PurposeClass.OPERATION
        case _:
            return attested


def _require_under_ceiling(command: Granting, applicant: ApplicantId, state: Active, asked: Asked) -> None:
    """Each applicant's ceiling counts all that is held for them and granted to them."""
    total = command.amount_oere + given_to(state, applicant)
    for applicants, ceiling in state.ceilings.items():
        if not _is_among(applicant, applicants, asked) or total <= ceiling.ceiling_oere:
            continue
        if ceiling.firmness is Firmness.FIXED:
            raise Refused("fund.ceiling-exceeded", ceiling_oere=ceiling.ceiling_oere, total_oere=total)
        if command.over_ceiling_reason is None:
            raise Refused("fund.above-about-ceiling", ceiling_oere=ceiling.ceiling_oere, total_oere=total)


def given_to(state: Active, applicant: ApplicantId) -> int:
    """What is held for an applicant and granted to them so far."""
    held = sum(
        each.amount_oere
        for each in state.earmarks.values()
        if isinstance(each, Held) and each.terms.applicant == applicant
    )
    return held + sum(each.amount_oere for each in state.allocations.values() if each.applicant == applicant)


def _is_among(applicant: ApplicantId, applicants: Applicants, asked: Asked) -> bool:
    match applicants:
        case Applicants.ALL:
            return True
        case Applicants.PARTY:
            return kind_of(applicant) == "party"
        case Applicants.COMMITTEE:
            body = asked.see(applicant) if kind_of(applicant) == "body" else None
            return isinstance(body, Body) and body.level is Level.COMMITTEE


def _require_approved(proposal: ProposalId | None, asked: Asked) -> None:
    state = None if proposal is None else asked.see(proposal)
    if proposal is not None and not (isinstance(state, Alive) and state.fate is Fate.APPROVED):
        raise Refused("fund.not-approved", proposal=proposal)


def require_path_or_waits(asked: Asked, decisions: tuple[Taken, ...], waits: dict[ConditionId, Awaited[Text]]) -> None:
    """Refuse money whose authority neither stands nor is awaited (domain-model §2.12).

    A binding step may be missing only while a condition awaits that very body's decision; a decision that is cited may still wait
    only for what the money waits for, too.
    """
    for taken in decisions:
        _, decision = decision_taken(asked.see, taken)
        if decision.standing is not Standing.WAITING:
            authority.in_effect(asked.see, taken)
        for condition in sorted(decision.waits - waits.keys()):
            raise Refused("decision.waiting", decision=taken.label, condition=condition)
    scope = scope_of(asked.stream)
    awaited = {each.body for each in waits.values() if isinstance(each, DecisionOf)}
    for step in authority.missing(asked.see, scope, SUBJECT, decisions, asked.today, though_waiting=True):
        if paths.decides(asked.see, scope, SUBJECT, step.step, asked.today) not in awaited:
            raise authority.step_missing(step)


REFUSALS: Reasons = {
    "fund.application-settled": ("Ansøgningen {application} er afgjort eller trukket.",
                                 "The application {application} is decided or withdrawn."),
    "fund.application-elsewhere": ("Ansøgningen {application} er sendt til {fund}.",
                                   "The application {application} was sent to {fund}."),
    "fund.application-held": ("Der er allerede øremærket midler til ansøgningen {application} ({earmark}).",
                              "Money is earmarked for the application {application} already ({earmark})."),
    "fund.no-evaluation-plan": ("Uden evalueringsplan kan der ikke bevilges. Tilføj den til {application}.",
                                "Nothing is granted without a plan for its evaluation. Add one to {application}."),
    "fund.application-incomplete": ("Ansøgningen {application} er ikke fuldt oplyst: skriv, fra hvornår og til hvornår.",
                                    "The application {application} is incomplete: say from when and until when."),
    "fund.no-day": ("Fra {from_on} til {ceases_on} er der ingen dag; {ceases_on} er den første dag, der ikke længere tæller.",
                    "There is no day from {from_on} to {ceases_on}; {ceases_on} is the first day that no longer counts."),
    "fund.criterion-unmet": ("Kriteriet »{criterion}« er ikke opfyldt eller attesteret.",
                             "The criterion “{criterion_en}” is neither met nor attested."),
    "fund.ceiling-exceeded": ("Ansøgerens loft er {ceiling_oere}; i alt ville det blive {total_oere}.",
                              "The applicant's ceiling is {ceiling_oere}; it would come to {total_oere} in all."),
    "fund.above-about-ceiling": ("Loftet er cirka {ceiling_oere}; i alt {total_oere} kræver en begrundelse.",
                                 "The ceiling is about {ceiling_oere}; {total_oere} in all takes a reason."),
    "fund.not-approved": ("Forslaget {proposal} er ikke endeligt godkendt.", "The proposal {proposal} is not finally approved."),
}  # fmt: skip
