"""Releasing (frigivelse) of earmarks: what will not come, whose day has gone by, or what is let go is free again."""

from typing import assert_never

import msgspec

from domain.applications import Submitted
from domain.assurance import Assurance
from domain.authority import require_binding_step
from domain.awaited import Pending
from domain.decided import Taken
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.checks import SUBJECT, require_held, require_unresolved
from domain.fund.state import Active, Announced, Held, Released, first_open
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.meeting.state import Standing, decision_taken
from domain.money import Oere
from domain.names import ConditionId, LocalName
from domain.refusal import Reasons, Refused
from domain.words import Word


class Why(Word):
    """Why an earmark ended."""

    FELL = "fell", "bortfaldet"
    EXPIRED = "expired", "udløbet"
    WAIVED = "waived", "frafaldet"


# --- events ---


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


Events = EarmarkReleased


def evolve(state: Active, event: Events) -> Active:
    return with_earmark(state, event.earmark, Released())


def with_earmark(state: Active, name: LocalName, earmark: Announced | Held | Released) -> Active:
    """The fund with one of its earmarks changed."""
    return msgspec.structs.replace(state, earmarks=state.earmarks | {name: earmark})


# --- commands ---


class Release(Command, frozen=True, kw_only=True):
    """Øremærkningen ophører: bortfaldet, udløbet eller frafaldet. Det, den holdt, er frit igen."""

    verb = "release"
    who = (Who.REGISTRAR, Who.REACTION, Who.TIMEKEEPER)
    gives = (EarmarkReleased,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    earmark: LocalName
    why: Why = Why.FELL
    condition: ConditionId | None = None
    decision: Taken | None = None


Commands = Release


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
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
    return (released(command.earmark, found, state, why=command.why, decision=command.decision),)


def _release_fallen(earmark: LocalName, condition: ConditionId, state: Active, asked: Asked) -> tuple[Event, ...]:
    found = awaiting(state, earmark, condition)
    if found is None:
        return ()
    if isinstance(asked.see(condition), Pending):
        raise Refused("fund.still-awaited", condition=condition)
    return (released(earmark, found, state, why=Why.FELL, condition=condition),)


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


def released(
    earmark: LocalName,
    found: Announced | Held,
    state: Active,
    *,
    why: Why,
    condition: ConditionId | None = None,
    decision: Taken | None = None,
) -> EarmarkReleased:
    """The end of an earmark, and of what it holds."""
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


def awaiting(state: Active, earmark: LocalName, condition: ConditionId) -> Announced | Held | None:
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
