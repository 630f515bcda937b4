"""Premises (indstillinger med forbehold): a recommendation that applies only if another is adopted, at any depth."""

from enum import Enum, auto
from typing import assert_never

from domain.meeting.state import Decision, Item, Standing
from domain.names import Label
from domain.outcomes import Deferred, authorises

Decisions = dict[Label, Decision]


class Fate(Enum):
    """What became of a recommendation."""

    OPEN = auto()
    """To be answered."""
    ADOPTED = auto()
    NOT_ADOPTED = auto()
    """Answered with anything but a yes that stands; or its premise was, and it lapsed (bortfaldet)."""
    WAITING = auto()
    """Adopted under a condition, or put off; or its premise was (afventer)."""


def fate_of(number: Label, item: Item, decisions: Decisions) -> Fate:
    """What became of a recommendation, by its own answer or by its premise's."""
    recommendation = item.recommendations[number]
    if recommendation.answered_by is not None:
        return _answered(decisions[recommendation.answered_by])
    if recommendation.only_if is None:
        return Fate.OPEN
    premise = fate_of(recommendation.only_if, item, decisions)
    return Fate.OPEN if premise is Fate.ADOPTED else premise


def _answered(decision: Decision) -> Fate:
    match decision.standing:
        case Standing.WAITING:
            return Fate.WAITING
        case Standing.FALLEN | Standing.SUPERSEDED:
            return Fate.NOT_ADOPTED
        case Standing.IN_EFFECT:
            if isinstance(decision.outcome, Deferred):
                return Fate.WAITING
            return Fate.ADOPTED if authorises(decision.outcome) else Fate.NOT_ADOPTED
        case _:
            assert_never(decision.standing)


def decided_premise(number: Label, item: Item, decisions: Decisions) -> Decision | None:
    """The decision that a recommendation depends on: the nearest premise that was answered; None where none was."""
    recommendation = item.recommendations[number]
    if recommendation.only_if is None:
        return None
    premise = item.recommendations[recommendation.only_if]
    if premise.answered_by is not None:
        return decisions[premise.answered_by]
    return decided_premise(recommendation.only_if, item, decisions)
