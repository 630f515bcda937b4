"""Rows of pathway audits: how many courses were looked at, and what was learnt of them."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.text import T
from projections.reveal import N, R
from projections.said import SaidDate


class AuditRow(Struct, Generic[R, N], frozen=True, kw_only=True, gc=False, tag="audit"):
    """An audit of citizens' courses."""

    audit: N
    state: str
    """planned, held, followed-up"""
    by_body: N
    position: int
    subject: R | None = None
    expected: SaidDate[R] | None = None
    held: SaidDate[R] | None = None
    """When; None where it was not held, or no paper says when."""
    courses: int | None = None
    place: R | None = None
    points: int = 0
    """How many."""


class PointRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="point"):
    """Something learnt."""

    audit: N
    recorded_on: Day
    position: int
    point: T | None = None
    to_body: N | None = None


class FollowUpRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="follow-up"):
    """What came of it."""

    audit: N
    recorded_on: Day
    position: int
    text: T | None = None
