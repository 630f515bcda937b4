"""Ranges (spænd): what a claim can mean at all. Two claims contradict only when their ranges do not meet (domain-model §5.3).

Whether two claims are about the same thing is for whoever compares them.
"""

from enum import StrEnum
from typing import Any, NamedTuple

from domain.claims import (
    About,
    AboutCount,
    AtMost,
    By,
    Claim,
    CountBetween,
    Exact,
    ExactCount,
    From,
    OnDay,
    PercentSaid,
    Stated,
    Within,
    span_of,
)
from domain.refusal import Refused

WHOLE_PERCENT, TENTH_OF_A_PERCENT = 100, 10
"""In basis points."""


class Measure(StrEnum):
    """What a range is counted in; ranges of different measures say nothing about each other."""

    OERE = "øre"
    COUNT = "count"
    BASIS_POINTS = "basis points"
    DAY = "day"


class Range(NamedTuple):
    """From `low` to `high`, both included: numbers, or days."""

    measure: Measure
    low: Any
    high: Any


def range_of(claim: Claim[Any]) -> Range | None:
    """All that a claim can mean; None where it has no figure and no day.

    Papers both round and cut, so a figure of so many places covers half of its last place below to a whole one above:
    `4,7 mio.` is anything from 4,65 to 4,8.
    """
    match claim:
        case Exact():
            return Range(Measure.OERE, claim.oere, claim.oere)
        case Stated() | About():
            return _rounded(Measure.OERE, claim.oere, claim.unit_oere)
        case AtMost():
            return Range(Measure.OERE, 0, claim.oere + (claim.unit_oere if claim.about else 0))
        case ExactCount():
            return Range(Measure.COUNT, claim.count, claim.count)
        case AboutCount():
            return _rounded(Measure.COUNT, claim.count, claim.unit)
        case CountBetween():
            return Range(Measure.COUNT, claim.low, claim.high)
        case PercentSaid():
            return _rounded(Measure.BASIS_POINTS, claim.bp, _last_place(claim.bp))
        case OnDay() | Within() | From() | By():
            days = span_of(claim)
            return None if days is None else Range(Measure.DAY, *days)
        case _:
            return None


def _rounded(measure: Measure, figure: int, unit: int) -> Range:
    return Range(measure, figure - unit // 2, figure + unit)


def _last_place(bp: int) -> int:
    """Of a share: whole percents unless it has decimals."""
    if bp % WHOLE_PERCENT == 0:
        return WHOLE_PERCENT
    return TENTH_OF_A_PERCENT if bp % TENTH_OF_A_PERCENT == 0 else 1


def require_in_order(claim: Claim[Any]) -> None:
    """Refuse a number that goes from more to less."""
    if isinstance(claim, CountBetween) and claim.high < claim.low:
        raise Refused("document.range-reversed", low=claim.low, high=claim.high)


def apart(one: Range | None, other: Range | None) -> bool:
    """Whether nothing lies in both."""
    if one is None or other is None or one.measure is not other.measure:
        return False
    return bool(one.high < other.low or other.high < one.low)


def contradicts(one: Claim[Any], other: Claim[Any]) -> bool:
    """Whether both cannot be true of the same thing."""
    return apart(range_of(one), range_of(other))
