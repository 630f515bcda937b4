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
    allocation: str | None = None
    allocated_oere: int | None = None
    decision: Place[N] | None = None
    """The one that turned it down."""
    fate_version: int | None = None
    """Of the event that told its state last."""
