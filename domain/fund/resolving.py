"""Resolving (afgørelse) of earmarks: what they waited for comes, less is held, or the money is free again."""

from typing import assert_never

import msgspec

from domain.decided import Taken
from domain.fund.accounts import Legs
from domain.fund.state import Active, Announced, Released
from domain.kernel import Asked, Command, Event, Who
from domain.money import Oere
from domain.names import ConditionId, LocalName
from domain.refusal import Reasons
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


Events = ConditionMet | EarmarkReleased


def evolve(state: Active, event: Events) -> Active:
    earmark: Announced | Released
    match event:
        case ConditionMet():
            held = state.earmarks[event.earmark]
            assert isinstance(held, Announced)
            earmark = Announced(waits=held.waits - {event.condition})
        case EarmarkReleased():
            earmark = Released()
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, earmarks=state.earmarks | {event.earmark: earmark})


# --- commands ---


class NoteCondition(Command, frozen=True, kw_only=True):
    """En forudsætning for øremærkningen er opfyldt."""

    verb = "note-condition"
    who = (Who.REACTION,)
    gives = (ConditionMet,)

    earmark: LocalName
    condition: ConditionId


class Release(Command, frozen=True, kw_only=True):
    """Øremærkningen bortfalder."""

    verb = "release"
    who = (Who.REACTION,)
    gives = (EarmarkReleased,)

    earmark: LocalName
    condition: ConditionId


Commands = NoteCondition | Release


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case NoteCondition():
            if not _awaits(state, command.earmark, command.condition):
                return ()
            return (ConditionMet(earmark=command.earmark, condition=command.condition),)
        case Release():
            if not _awaits(state, command.earmark, command.condition):
                return ()
            return (EarmarkReleased(earmark=command.earmark, why=Why.FELL, condition=command.condition),)
        case _:
            assert_never(command)


def _awaits(state: Active, earmark: LocalName, condition: ConditionId) -> bool:
    held = state.earmarks.get(earmark)
    return isinstance(held, Announced) and condition in held.waits


REFUSALS: Reasons = {
    "fund.earmark-unknown": ("Øremærkningen {earmark} findes ikke.", "The earmark {earmark} does not exist."),
}
