"""Rows of a fund's own rules and checks: frames, criteria, ceilings, years, officers, what is registered, what the books say."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.text import T
from projections.reveal import N, Place


class FramesRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="frames"):
    """The frames (rammer) together. They guide, hold no money and authorise nothing."""

    frames_oere: int
    """The sum of the frames."""
    pool_oere: int
    """The pool they are measured against."""
    over_by_oere: int
    """How much they exceed it (overtegnet); 0 where they do not."""
    position: int
    """At which all three were computed."""
    version: int
    count: int = 0
    """How many there are."""
    decisions: tuple[Place[N], ...] = ()


class FrameRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="frame"):
    """The frame of one theme."""

    theme: str
    frame_oere: int
    order: int
    """From 1, as they were set."""
    position: int
    version: int
    words: T | None = None


class CriterionRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="criterion"):
    """One criterion that an application must meet."""

    criterion: str
    """By stored name."""
    order: int
    position: int
    version: int
    year: int | None = None
    decisions: tuple[Place[N], ...] = ()


class CeilingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="ceiling"):
    """The most that an applicant can get."""

    applicants: str
    ceiling_oere: int
    firmness: str
    """By stored name: to the øre, or about."""
    position: int
    version: int
    words: T | None = None
    decisions: tuple[Place[N], ...] = ()


class YearRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="year"):
    """One year of the pool."""

    year: int
    state: str
    """open, closed"""
    free_oere: int
    """`fri:{year}` now."""
    granted_oere: int
    """The grant for the year; 0 while none is posted."""
    position: int
    no_grant: bool = False
    """It is known that none is given."""
    source: Place[N] | None = None
    """Of that: the decision."""
    source_words: T | None = None
    document: N | None = None
    closed_at: int | None = None
    """The position at which it was closed: every balance then is the view as of there."""


class AssertionRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="assertion"):
    """What the accounting system says an account holds. A difference is shown, never adjusted."""

    account: str
    as_of_on: Day
    amount_oere: int
    """What it says."""
    difference_oere: int
    """What it says less what the record says."""
    position: int
    document: N | None = None


class OfficerRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="officer"):
    """Who registers, who confirms."""

    person: N
    office: str
    """By stored name."""
    position: int
    from_on: Day | None = None
    ceases_on: Day | None = None


class RegistrationRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="registration"):
    """What one person registered and another has to confirm."""

    registration: str
    wish: str
    """By stored name: pay, reverse, close-year, open-with."""
    state: str
    """waiting, confirmed"""
    registered_by: N
    position: int
    version: int
    amount_oere: int | None = None
    allocation: str | None = None
    party: N | None = None
    confirmed_at: int | None = None
    """The position of what came of it."""
