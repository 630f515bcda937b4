"""Allocations (bevillinger): money that is granted, and its end when it has been evaluated."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, Year
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.checks import require_one, require_open_allocation, require_open_year, require_path, require_posted
from domain.fund.granting import Granting, require_terms
from domain.fund.opening import require_new_allocation
from domain.fund.state import Active, Allocation, Resolved, balance
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.money import Oere
from domain.names import ApplicantId, ApplicationId, DocumentId, LocalName, PartyId, ProposalId
from domain.refusal import Reasons, Refused
from domain.text import Kept, said_if

# --- events ---


class Allocated(Event, frozen=True, kw_only=True):
    """Money is granted."""

    tag = "fund.allocated"
    rank = 4
    da = "{amount_oere} er bevilget til {to_party}: {purpose}"
    en = "{amount_oere} is granted to {to_party}: {purpose}"

    allocation: LocalName
    application: ApplicationId
    applicant: ApplicantId
    year: Year
    amount_oere: Oere
    to_party: PartyId
    purpose: Kept
    from_on: Day
    ceases_on: Day
    evaluation: EvaluationPlan[Kept]
    decisions: tuple[Taken, ...]
    legs: Legs
    earmark: LocalName | None = None
    """None: it was granted at once."""
    proposal: ProposalId | None = None
    over_ceiling_reason: Kept | None = None
    one_off: bool = False


class AllocationClosed(Event, frozen=True, kw_only=True):
    """An allocation has been evaluated and is closed; what was not used is free again."""

    tag = "fund.allocation-closed"
    da = "Bevillingen {allocation} er afsluttet efter {document}; {unspent_oere} er fri igen i {year}."
    en = "The allocation {allocation} is closed after {document}; {unspent_oere} is free again in {year}."

    allocation: LocalName
    document: DocumentId
    """Its evaluation."""
    unspent_oere: Oere
    year: Year
    legs: Legs


Events = Allocated | AllocationClosed


def evolve(state: Active, event: Events) -> Active:
    match event:
        case Allocated():
            allocation = Allocation(
                amount_oere=event.amount_oere, application=event.application, applicant=event.applicant
            )
            earmarks = state.earmarks
            if event.earmark is not None:
                earmarks = earmarks | {event.earmark: Resolved()}
            allocations = state.allocations | {event.allocation: allocation}
            return msgspec.structs.replace(state, earmarks=earmarks, allocations=allocations)
        case AllocationClosed():
            closed = state.allocations[event.allocation]
            used = closed.amount_oere - event.unspent_oere
            return with_allocation(
                state, event.allocation, msgspec.structs.replace(closed, amount_oere=used, closed=True)
            )
        case _:
            assert_never(event)


def with_allocation(state: Active, name: LocalName, allocation: Allocation) -> Active:
    """The fund with one of its allocations changed."""
    return msgspec.structs.replace(state, allocations=state.allocations | {name: allocation})


# --- commands ---


class Allocate(Granting, frozen=True, kw_only=True):
    """Bevil midler med det samme, når beløbet ikke kræver to personer og intet afventes."""

    verb = "allocate"
    gives = (Allocated,)
    assurance = Assurance.SUBSTANTIAL

    allocation: LocalName


class CloseAllocation(Command, frozen=True, kw_only=True):
    """Afslut en bevilling med dens evaluering; det ubrugte er frit igen."""

    verb = "close-allocation"
    who = (Who.REGISTRAR,)
    gives = (AllocationClosed,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    allocation: LocalName
    year: Year
    document: DocumentId | None = None
    """The evaluation."""


Commands = Allocate | CloseAllocation


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Allocate():
            return _allocate(command, state, asked)
        case CloseAllocation():
            return _close(command, state, asked)
        case _:
            assert_never(command)


def _allocate(command: Allocate, state: Active, asked: Asked) -> tuple[Event, ...]:
    require_new_allocation(state, command.allocation)
    _, terms = require_terms(command, state, asked)
    require_path(asked, command.decisions)
    require_one(state, command.amount_oere)
    legs = transfer(accounts.free(command.year), accounts.granted(command.allocation), command.amount_oere)
    return (
        Allocated(
            allocation=command.allocation,
            amount_oere=command.amount_oere,
            legs=require_posted(state, legs),
            proposal=command.proposal,
            over_ceiling_reason=said_if(command.over_ceiling_reason),
            **msgspec.structs.asdict(terms),
        ),
    )


def _close(command: CloseAllocation, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    same_scope(asked, command.document)
    allocation = require_open_allocation(state, command.allocation)
    if command.document is None or command.document == allocation.told_by:
        raise Refused("fund.not-evaluated", allocation=command.allocation)
    require_open_year(state, command.year)
    account = accounts.granted(command.allocation)
    unspent = balance(state, account)
    legs = transfer(account, accounts.free(command.year), unspent) if unspent else ()
    return (
        AllocationClosed(
            allocation=command.allocation,
            document=command.document,
            unspent_oere=unspent,
            year=command.year,
            legs=require_posted(state, legs),
        ),
    )


REFUSALS: Reasons = {
    "fund.not-evaluated": ("Evalueringen af {allocation} mangler. Journalisér den, og henvis til den.",
                           "The evaluation of {allocation} is missing. File it and refer to it."),
}  # fmt: skip
