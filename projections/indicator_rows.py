"""Rows of indicators: what is measured, each period's value as it stands, and what was said of it."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.measures import Value
from domain.text import T
from projections.reveal import N, Place, R
from projections.said import SaidDate


class IndicatorRow(Struct, Generic[R, N], frozen=True, kw_only=True, gc=False, tag="indicator"):
    """What is measured, and how it goes."""

    indicator: N
    unit: str
    """percent, count, colour, time"""
    position: int
    """Where a value or the target changed last; what is thought of it may be closed."""
    name: R | None = None
    definition: R | None = None
    from_party: N | None = None
    target: Value | None = None
    target_words: R | None = None
    due: SaidDate[R] | None = None
    latest: str | None = None
    """The latest period with a value that holds."""
    value: Value | None = None
    """Of that period."""
    met: bool | None = None
    """Whether the target was met in the latest period that tells."""
    judgement: str | None = None
    """unrealistic, upheld, reached: what was said last of the target"""
    judged_by: N | None = None
    judged_why: R | None = None
    judged_version: int | None = None
    judged_in: N | None = None
    """The indicator that it was said of, where that was in a cluster before this one."""
    judged_decision: Place[N] | None = None


class ValueRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="value"):
    """What is on record for one period."""

    indicator: N
    period: str
    first: Day
    last: Day
    """Of the period."""
    position: int
    value: Value | None = None
    met: bool | None = None
    trend: str | None = None
    """up, down, same: beside the period before it that has a value; of colours, worse, better, same"""
    before: str | None = None
    """The period that it is compared with."""
    document: N | None = None
    reported_on: Day | None = None
    doubted: bool = False
    doubt: T | None = None
    corrected: bool = False
    correction: T | None = None
    """Why."""
    reported: Value | None = None
    """What was reported first, where it was corrected."""


class PeriodsOf(Struct, frozen=True, kw_only=True, gc=False, tag="periods-of"):
    """The periods of an indicator in order of time. Never shown."""

    periods: tuple[str, ...] = ()
