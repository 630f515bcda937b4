"""Rows of one initiative: its whole trail (vejen), a row for each step from the order to the evaluation."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day, Moment
from domain.text import T
from projections.reveal import N, Place


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the stream stands: the version for `If-Match`."""

    version: int
    position: int


class StepRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="step"):
    """One step: an event of the initiative's stream."""

    what: str
    """The event's name within its kind: ordered, listed, owner-assigned, order-confirmed, confirmation-approved, started,
    colour-reported, remedy-agreed, escalated, remarked, narrowed, evaluated, handed-over, taken-over …"""
    at: Moment
    """When it was recorded."""
    version: int
    position: int
    decision: Place[N] | None = None
    """The meeting and the label of the decision behind it."""
    text: T | None = None
    """What it says: a title, a reason, a remark, an evaluation, or what was so after it was narrowed or widened."""
    before: T | None = None
    """What was so before it was narrowed or widened."""
    by_body: N | None = None
    """The body that did it, or from which it was taken up."""
    to_body: N | None = None
    parties: tuple[N, ...] = ()
    """Owners, parties it is spread to, parties that run it."""
    person: N | None = None
    """Who leads it."""
    group: N | None = None
    meeting: N | None = None
    plan: N | None = None
    condition: N | None = None
    document: N | None = None
    initiative: N | None = None
    """The one it is part of now; that took it over; that it was taken over from."""
    label: str | None = None
    """A number, the name of a remark or of a theme."""
    code: str | None = None
    """By stored name: a colour, a phase, a stage of evaluation, an aspect, an extent, how it ended."""
    revision: int | None = None
    order: int | None = None
    """Of a step of the ladder, from 1."""
    met: bool | None = None
    """Of `released`."""
    on: Day | None = None
    """From which day, or the first day it no longer counts."""
    earliest: Day | None = None
    latest: Day | None = None
    """When, or until when, as was said: some day between these."""
    when_words: T | None = None
    """The words of that; of `quoted_oere`, its own words."""
    quoted_oere: int | None = None
    """Øre of what a paper says it is paid with: a quotation, never added to anything."""
    precision: str | None = None
    """Of `quoted_oere`: exact, stated, about, at-most."""


class PointRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="point"):
    """One of several words that a step says."""

    what: str
    """target-group, criterion, place, idea, core, rung, who, where, from (from whom the money of `quoted_oere` comes)"""
    order: int
    """From 1, within its kind."""
    text: T | None
    version: int
    position: int
