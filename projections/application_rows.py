"""Rows of what is applied for."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.text import T
from projections.reveal import N, Place


class ApplicationRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="application"):
    """An application (ansøgning)."""

    application: N
    version: int
    """Of its stream, for `If-Match`."""
    position: int
    state: str | None = None
    """submitted, accepted, turned-down, withdrawn, handed-over; None: told at an item closed to the reader"""
    fund: N | None = None
    applicant: N | None = None
    """A body or a party."""
    submitted_on: Day | None = None
    amount_oere: int | None = None
    """What is applied for, where that is an exact amount."""
    quoted_oere: int | None = None
    """What the words of a paper read as, otherwise. It is never added to anything."""
    precision: str | None = None
    """Of `quoted_oere`: exact, stated, about, at-most; or no-amount, where the paper names none."""
    words: T | None = None
    """Of what a paper says."""
    purpose: T | None = None
    purpose_class: str | None = None
    theme: str | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    evaluation: T | None = None
    """What is to be evaluated; None: no evaluation is planned."""
    evaluated: bool = False
    """An evaluation is planned."""
    evaluation_earliest: Day | None = None
    evaluation_latest: Day | None = None
    attested: tuple[str, ...] = ()
    """Criteria that a person has attested, by stored name."""
    attested_by: N | None = None
    """Who did so last."""
    allocation: str | None = None
    allocated_oere: int | None = None
    taken_from: N | None = None
    """The application of an earlier cluster that it goes on from."""
    successor: N | None = None
    """Of `handed-over`."""
    fate_version: int | None = None
    """Of the event that told its state last."""


class FateRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="fate"):
    """Why an application was turned down or withdrawn, or what it was accepted with."""

    application: N
    state: str
    """accepted, turned-down, withdrawn"""
    on: Day
    version: int
    position: int
    reason: T | None = None
    decision: Place[N] | None = None
    """The one that turned it down. Those behind an allocation stand with the allocation."""
