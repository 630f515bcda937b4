"""Resolving (afgørelse) of earmarks: what they waited for comes, less is held, or the money is free again."""

from typing import assert_never

import msgspec

from domain import authority
from domain.applications import Submitted
from domain.assurance import Assurance
from domain.authority import require_binding_step
from domain.decided import Taken
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.allocations import Allocated
from domain.fund.checks import SUBJECT, require_held, require_posted
from domain.fund.releasing import EarmarkReleased, Why, awaiting, released, with_earmark
from domain.fund.state import Active, Announced, Held, first_open
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.money import Amount, Oere
from domain.names import ConditionId, LocalName, scope_of
from domain.refusal import Reasons, Refused

# --- events ---


class EarmarkReduced(Event, frozen=True, kw_only=True):
    """Less is held than before."""

    tag = "fund.earmark-reduced"
    rank = 4
    da = "Øremærkningen {earmark} er nedsat med {amount_oere} ved {decision}."
    en = "The earmark {earmark} is reduced by {amount_oere} by {decision}."

    earmark: LocalName
    amount_oere: Oere
    decision: Taken
    legs: Legs


class ConditionMet(Event, frozen=True, kw_only=True):
    """What the earmark waited for came."""

    tag = "fund.condition-met"
    rank = 4
    da = "Opfyldt for øremærkningen {earmark}: {condition}"
    en = "Met for the earmark {earmark}: {condition}"

    earmark: LocalName
    condition: ConditionId
    decision: Taken | None = None
    """The decision that proved it, where one did."""


Events = EarmarkReduced | ConditionMet


def evolve(state: Active, event: Events) -> Active:
    found = state.earmarks[event.earmark]
    match event:
        case EarmarkReduced():
            assert isinstance(found, Held)
            return with_earmark(state, event.earmark, less(found, event.amount_oere))
        case ConditionMet():
            assert isinstance(found, Announced | Held)
            return with_earmark(state, event.earmark, _met(found, event.condition, event.decision))
        case _:
            assert_never(event)


def less(held: Held, amount_oere: int) -> Held:
    """An earmark that holds so much less."""
    return msgspec.structs.replace(held, amount_oere=held.amount_oere - amount_oere)


def _met(found: Announced | Held, condition: ConditionId, proof: Taken | None) -> Announced | Held:
    waits = found.waits - {condition}
    if isinstance(found, Announced):
        return Announced(waits=waits)
    proofs = found.proofs if proof is None else (*found.proofs, proof)
    return msgspec.structs.replace(found, waits=waits, proofs=proofs)


# --- commands ---


class Reduce(Command, frozen=True, kw_only=True):
    """Nedsæt en øremærkning, fordi der er besluttet mindre; resten er fri igen."""

    verb = "reduce"
    who = (Who.REGISTRAR, Who.REACTION)
    gives = (EarmarkReduced,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    earmark: LocalName
    amount_oere: Amount
    decision: Taken


class NoteCondition(Command, frozen=True, kw_only=True):
    """En forudsætning for øremærkningen er opfyldt."""

    verb = "note-condition"
    who = (Who.REACTION,)
    gives = (ConditionMet, Allocated, EarmarkReleased)

    earmark: LocalName
    condition: ConditionId
    decision: Taken | None = None


Commands = Reduce | NoteCondition


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Reduce():
            return _reduce(command, state, asked)
        case NoteCondition():
            return _note(command, state, asked)
        case _:
            assert_never(command)


def _reduce(command: Reduce, state: Active, asked: Asked) -> tuple[Event, ...]:
    held = require_held(state, command.earmark)
    same_scope(asked, command.decision.meeting)
    require_binding_step(asked, (SUBJECT,), command.decision)
    account = accounts.held(command.earmark)
    if command.amount_oere >= held.amount_oere:
        raise Refused("fund.pool-exceeded", account=account, free_oere=held.amount_oere)
    free = accounts.free(first_open(state, held.terms.year))
    return (
        EarmarkReduced(
            earmark=command.earmark,
            amount_oere=command.amount_oere,
            decision=command.decision,
            legs=require_posted(state, transfer(account, free, command.amount_oere)),
        ),
    )


def _note(command: NoteCondition, state: Active, asked: Asked) -> tuple[Event, ...]:
    found = awaiting(state, command.earmark, command.condition)
    if found is None:
        return ()
    met = ConditionMet(earmark=command.earmark, condition=command.condition, decision=command.decision)
    after = _met(found, command.condition, command.decision)
    return (met, *at_last(command.earmark, after, state, asked)) if isinstance(after, Held) else (met,)


def at_last(earmark: LocalName, held: Held, state: Active, asked: Asked) -> tuple[Event, ...]:
    """What becomes of held money once it waits for nothing: granted if the authority stands by now, else free again."""
    if held.waits or held.second_person:
        return ()
    decisions = (*held.terms.decisions, *(each for each in held.proofs if each not in held.terms.decisions))
    if not _is_authorised(decisions, asked) or not isinstance(asked.see(held.terms.application), Submitted):
        return (released(earmark, held, state, why=Why.FELL),)
    terms = msgspec.structs.replace(held.terms, decisions=decisions)
    legs = transfer(accounts.held(earmark), accounts.granted(earmark), held.amount_oere)
    return (
        Allocated(
            allocation=earmark,
            earmark=earmark,
            amount_oere=held.amount_oere,
            legs=require_posted(state, legs),
            **msgspec.structs.asdict(terms),
        ),
    )


def _is_authorised(decisions: tuple[Taken, ...], asked: Asked) -> bool:
    """Whether the decisions take every binding step. Where nobody is on record as deciding, they do not."""
    try:
        return not authority.missing(asked.see, scope_of(asked.stream), SUBJECT, decisions, asked.today)
    except Refused:
        return False


REFUSALS: Reasons = {
    "fund.nothing-held": ("Øremærkningen {earmark} er kun oplyst; der er ikke bogført noget på den.",
                          "The earmark {earmark} is announced only; nothing is posted on it."),
}  # fmt: skip
