"""Approval (endelig godkendelse): a budget for what was chosen, the last word on it; or its withdrawal."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.authority import decided_by_holder, require_yes
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.money import Amount, Oere
from domain.names import DocumentId, InitiativeId, PartyId
from domain.outcomes import Parties
from domain.proposal.fate import require_open
from domain.proposal.state import APPROVE, SUBJECT, Alive, Fate, State
from domain.refusal import Refused
from domain.text import Kept, Text, said

# --- events ---


class Budgeted(Event, frozen=True, kw_only=True):
    """What was chosen has a budget; a later one takes the place of an earlier."""

    tag = "proposal.budgeted"
    da = "Budget: {amount_oere}[. Deltagere: {participants}]. Se {document}."
    en = "Budget: {amount_oere}[. Taking part: {participants}]. See {document}."

    amount_oere: Oere
    participants: tuple[PartyId, ...]
    document: DocumentId


class Approved(Event, frozen=True, kw_only=True):
    """The last word: it is to be done."""

    tag = "proposal.approved"
    rank = 5
    da = "Endeligt godkendt ved {decision}[; bliver til {initiative}]."
    en = "Approved in the end by {decision}[; becomes {initiative}]."

    decision: Taken
    initiative: InitiativeId | None = None


class Withdrawn(Event, frozen=True, kw_only=True):
    """Whoever came with it no longer wants it."""

    tag = "proposal.withdrawn"
    da = "Trukket: {reason}"
    en = "Withdrawn: {reason}"

    reason: Kept


Events = Budgeted | Approved | Withdrawn


def evolve(state: Alive, event: Events) -> Alive:
    match event:
        case Budgeted():
            return msgspec.structs.replace(state, fate=Fate.BUDGETED)
        case Approved():
            return msgspec.structs.replace(state, fate=Fate.APPROVED)
        case Withdrawn():
            return msgspec.structs.replace(state, fate=Fate.WITHDRAWN)
        case _:
            assert_never(event)


# --- commands ---


class Budget(Command, frozen=True, kw_only=True):
    """Læg budget for et valgt forslag."""

    verb = "budget"
    who = (Who.SECRETARIAT,)
    gives = (Budgeted,)
    assurance = Assurance.SUBSTANTIAL

    amount_oere: Amount
    document: DocumentId
    participants: Parties = ()


class Approve(Command, frozen=True, kw_only=True):
    """Godkend et forslag endeligt."""

    verb = "approve"
    who = (Who.REACTION,)
    gives = (Approved,)

    decision: Taken
    initiative: InitiativeId | None = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Træk et forslag."""

    verb = "withdraw"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Withdrawn,)

    reason: Text

    def for_party(self, state: State) -> PartyId | None:
        return state.from_party if isinstance(state, Alive) else None


Commands = Budget | Approve | Withdraw


def decide(command: Commands, state: Alive, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Budget():
            if state.fate not in (Fate.CHOSEN, Fate.BUDGETED):
                raise Refused("proposal.not-chosen", proposal=asked.stream)
            known(asked, command.document, *command.participants)
            return (
                Budgeted(amount_oere=command.amount_oere, participants=command.participants, document=command.document),
            )
        case Approve():
            return _approve(command, state, asked)
        case Withdraw():
            require_open(state)
            return (Withdrawn(reason=said(command.reason)),)
        case _:
            assert_never(command)


def _approve(command: Approve, state: Alive, asked: Asked) -> tuple[Event, ...]:
    same_scope(asked, command.initiative)
    require_yes(decided_by_holder(asked, SUBJECT, APPROVE, command.decision), APPROVE)
    if state.fate is not Fate.BUDGETED:
        raise Refused("proposal.estimate-missing", proposal=asked.stream)
    return (Approved(decision=command.decision, initiative=command.initiative),)


REFUSALS = {
    "proposal.not-chosen": (
        "Budget laves først, når forslaget {proposal} er valgt.",
        "A budget is made when the proposal {proposal} is chosen, not before.",
    ),
    "proposal.estimate-missing": (
        "Der mangler et budget for et valgt forslag: {proposal}.",
        "There is no budget of a chosen proposal: {proposal}.",
    ),
}
