"""Rows of one plan (handleplan, sundhedsaftale): themes and guideposts, what it orders, its editions."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.text import T
from projections.reveal import N, Place


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the plan's own stream stands: the version for `If-Match`."""

    version: int
    position: int


class PlanRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="plan"):
    """The plan itself."""

    plan: N
    version: int
    """Of its stream, when this was told."""
    position: int
    title: T | None = None
    plan_kind: str | None = None
    by_body: N | None = None
    state: str | None = None
    """drafted, adopted, closed, handed-over; None: told at an item closed to the reader"""
    from_on: Day | None = None
    """The first day it is in force."""
    earliest: Day | None = None
    latest: Day | None = None
    """Its period, as was said."""
    period_words: T | None = None
    orders: int = 0
    """How many initiatives it ordered."""
    decision: Place[N] | None = None
    """The one that adopted it."""
    closed_by: Place[N] | None = None
    told_at: tuple[int, ...] = ()
    """The versions of its stream at which decisions told its state."""
    successor: N | None = None
    taken_from: N | None = None
    """The plan of an earlier cluster that it goes on from."""
    carried_at: tuple[int, ...] = ()
    """The versions of that plan's stream at which decisions told what was carried."""


class ThemeRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="theme"):
    """A theme (tema) or guidepost (pejlemærke)."""

    theme: str
    number: str
    theme_kind: str
    """By stored name."""
    version: int
    position: int
    title: T | None = None
    decision: Place[N] | None = None


class FocusRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="focus"):
    """What a body said about its part in a theme."""

    theme: str
    focus: str
    """By stored name."""
    version: int
    position: int
    by_body: N | None = None
    words: T | None = None
    decision: Place[N] | None = None


class OrderRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="order"):
    """An order (bestilling): an initiative that the plan asks for. How it goes, the board tells."""

    number: str
    initiative: N
    version: int
    position: int
    title: T | None = None
    theme: str | None = None
    supports: tuple[str, ...] = ()
    order: int = 0
    """From 1, as the plan has it."""


class EditionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="edition"):
    """A status that was sent out: what the plan's report said as of a day."""

    document: N
    version: int
    position: int
    """The report of the edition is the one as of this position."""
    earliest: Day | None = None
    latest: Day | None = None
    as_of_words: T | None = None
