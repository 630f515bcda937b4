"""Resolving (afgørelse) of earmarks: what they waited for comes, less is held, or the money is free again."""

from typing import assert_never

import msgspec

from domain import authority
from domain.applications import Submitted
from domain.authority import require_binding_step
from domain.awaited import Pending
from domain.decided import Taken
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.allocations import Allocated
from domain.fund.checks import SUBJECT, require_held, require_posted, require_unresolved
from domain.fund.state import Active, Announced, Held, Released, first_open
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.meeting.state import Standing, decision_taken
from domain.money import Amount, Oere
from domain.names import ConditionId, LocalName, scope_of
from domain.refusal import Reasons, Refused
from domain.words import Word


class Why(Word):
    """Why an earmark ended."""

    FELL = "fell", "bortfaldet"
    EXPIRED = "expired", "udløbet"
    WAIVED = "waived", "frafaldet"


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


class EarmarkReleased(Event, frozen=True, kw_only=True):
    """The earmark has ended."""

    tag = "fund.earmark-released"
    rank = 4
    da = "Øremærkningen {earmark} er ophørt ({why})[: {condition}].[ {amount_oere} er fri igen.]"
    en = "The earmark {earmark} has ended ({why})[: {condition}].[ {amount_oere} is free again.]"

    earmark: LocalName
    why: Why
    condition: ConditionId | None = None
    amount_oere: Oere | None = None
    """None: nothing was posted."""
    legs: Legs = ()
    decision: Taken | None = None
    """By which it was let go."""


Events = EarmarkReduced | ConditionMet | EarmarkReleased


def evolve(state: Active, event: Events) -> Active:
    if isinstance(event, EarmarkReleased):
        return with_earmark(state, event.earmark, Released())
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


def with_earmark(state: Active, name: LocalName, earmark: Announced | Held | Released) -> Active:
    """The fund with one of its earmarks changed."""
    return msgspec.structs.replace(state, earmarks=state.earmarks | {name: earmark})


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


class Release(Command, frozen=True, kw_only=True):
    """Øremærkningen ophører: bortfaldet, udløbet eller frafaldet. Det, den holdt, er frit igen."""

    verb = "release"
    who = (Who.REGISTRAR, Who.REACTION, Who.TIMEKEEPER)
    gives = (EarmarkReleased,)
    needs_version = True

    earmark: LocalName
    why: Why = Why.FELL
    condition: ConditionId | None = None
    decision: Taken | None = None


Commands = Reduce | NoteCondition | Release


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Reduce():
            return _reduce(command, state, asked)
        case NoteCondition():
            return _note(command, state, asked)
        case Release():
            return _release(command, state, asked)
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
    found = _awaiting(state, command.earmark, command.condition)
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
        return (_released(earmark, held, state, why=Why.FELL),)
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


def _release(command: Release, state: Active, asked: Asked) -> tuple[Event, ...]:
    if command.condition is not None:
        return _release_fallen(command.earmark, command.condition, state, asked)
    found = require_unresolved(state, command.earmark)
    match command.why:
        case Why.FELL:
            _require_fallen(command.earmark, found, asked)
        case Why.EXPIRED:
            ceases_on = require_held(state, command.earmark).terms.ceases_on
            if asked.today < ceases_on:
                raise Refused("fund.not-yet", day=ceases_on)
        case Why.WAIVED:
            _require_waived(command, found, asked)
        case _:
            assert_never(command.why)
    return (_released(command.earmark, found, state, why=command.why, decision=command.decision),)


def _release_fallen(earmark: LocalName, condition: ConditionId, state: Active, asked: Asked) -> tuple[Event, ...]:
    found = _awaiting(state, earmark, condition)
    if found is None:
        return ()
    if isinstance(asked.see(condition), Pending):
        raise Refused("fund.still-awaited", condition=condition)
    return (_released(earmark, found, state, why=Why.FELL, condition=condition),)


def _require_fallen(earmark: LocalName, found: Announced | Held, asked: Asked) -> None:
    """Money falls free only if a decision behind it no longer stands."""
    decisions = found.terms.decisions if isinstance(found, Held) else ()
    gone = (Standing.FALLEN, Standing.SUPERSEDED)
    if not any(decision_taken(asked.see, taken)[1].standing in gone for taken in decisions):
        raise Refused("fund.still-stands", earmark=earmark)


def _require_waived(command: Release, found: Announced | Held, asked: Asked) -> None:
    """Whoever decided lets it go, or whoever applied no longer does."""
    if command.decision is not None:
        same_scope(asked, command.decision.meeting)
        require_binding_step(asked, (SUBJECT,), command.decision)
    elif not isinstance(found, Held) or isinstance(asked.see(found.terms.application), Submitted):
        raise Refused("fund.no-decision", earmark=command.earmark)


def _released(
    earmark: LocalName,
    found: Announced | Held,
    state: Active,
    *,
    why: Why,
    condition: ConditionId | None = None,
    decision: Taken | None = None,
) -> EarmarkReleased:
    if isinstance(found, Announced):
        return EarmarkReleased(earmark=earmark, why=why, condition=condition, decision=decision)
    return set_free(
        earmark, found.amount_oere, found.terms.year, state, why=why, condition=condition, decision=decision
    )


def set_free(
    earmark: LocalName,
    amount_oere: int,
    year: int,
    state: Active,
    *,
    why: Why,
    condition: ConditionId | None = None,
    decision: Taken | None = None,
) -> EarmarkReleased:
    """What an earmark holds is free again, in its year or the first after it that is open."""
    legs = transfer(accounts.held(earmark), accounts.free(first_open(state, year)), amount_oere)
    return EarmarkReleased(
        earmark=earmark, why=why, condition=condition, decision=decision, amount_oere=amount_oere, legs=legs
    )


def _awaiting(state: Active, earmark: LocalName, condition: ConditionId) -> Announced | Held | None:
    """The earmark, if it waits for the condition."""
    found = state.earmarks.get(earmark)
    return found if isinstance(found, Announced | Held) and condition in found.waits else None


REFUSALS: Reasons = {
    "fund.not-yet": ("Dagen er {day}.", "The day is {day}."),
    "fund.still-awaited": ("Det er ikke afgjort endnu: {condition}.", "This is not settled yet: {condition}."),
    "fund.still-stands": ("Beslutningerne bag {earmark} gælder stadig. Frafald den ved en beslutning i stedet.",
                          "The decisions behind {earmark} still stand. Let it go by a decision instead."),
    "fund.no-decision": ("At frafalde {earmark} kræver en beslutning af dem, der afgør det.",
                         "To let {earmark} go takes a decision of those who settle it."),
}  # fmt: skip
