"""Rows of the board of initiatives (indsatstavle): where each has come to, its colour at each meeting, who must act now, and why.

Days are days of Copenhagen. A row reads no clock: whether a day has passed, its reader sees.
"""

from typing import Generic

from msgspec import Struct

from domain.dates import Day, Moment
from domain.text import T
from projections.reveal import N, Place


class LiesWith(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """Who must act now, and why."""

    who: N
    """A party that owns the initiative, or, where no paper says who does, the group that carries it or the person who leads it; a
    body; or whoever is to answer what is awaited."""
    why: str
    """name-owner: the body that ordered it, or that names owners, has named none yet.
    confirm: an owner has not confirmed the order.
    approve: a body has not approved the confirmation; bodies approve one after the other, so it is the next one.
    answer-remark: an owner has not answered a remark.
    remedy: yellow or red, and this body (an owner, where no path names a body) has agreed on no remedy.
    carry-out: an owner has a remedy to carry out.
    escalated: it was taken up to this body.
    awaited: a condition holds it back until this body, party or initiative has answered or decided."""
    since: Day
    """The day on which it came to lie there."""
    position: int
    """The event by which it did."""
    version: int
    """Of the initiative's stream at that event. What was told at an item closed to the reader is left out."""
    condition: N | None = None
    """Of `awaited`: what is awaited."""
    remark: str | None = None
    """Of `answer-remark`: which."""


class Expected(Struct, frozen=True, kw_only=True, gc=False):
    """A day to come: some day from `earliest` to `latest`, both included. Its words stand in the initiative's own view."""

    what: str
    """evaluation-midway, evaluation-final, runs-until"""
    earliest: Day
    latest: Day
    version: int
    """Of the initiative's stream, when it was told."""


class ToldAt(Struct, frozen=True, kw_only=True, gc=False):
    """The versions of the initiative's stream at which the parts of its row were told. What was told at an item closed to the
    reader is left out of the row, and so is its version."""

    stage: int | None = None
    phase: int | None = None
    deprioritised: int | None = None
    owners: int | None = None
    confirmation: tuple[int, ...] = ()
    """The confirmation in force, and what was decided about it."""
    colour: tuple[int, ...] = ()
    """The last report, and what was done about it."""
    remarks: tuple[int, ...] = ()
    """Of each of the open remarks, in their order."""
    held_by: tuple[int, ...] = ()
    """Of each of the conditions that hold it back, in their order."""
    stage_before: int | None = None
    """Of the stage it was handed over in."""


class InitiativeRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="initiative"):
    """An initiative, as it stands."""

    initiative: N
    version: int
    """Of its stream, for `If-Match`."""
    position: int
    """Of its last event."""
    told: ToldAt = ToldAt()
    number: str | None = None
    title: T | None = None
    initiative_kind: str | None = None
    """By stored name; None where nothing says."""
    plan: N | None = None
    theme: str | None = None
    """A theme's name within the plan."""
    supports: tuple[str, ...] = ()
    """Further themes, by name."""
    ordered_by: N | None = None
    by: tuple[N, ...] = ()
    """The parties that a paper names with it, of an initiative that nobody ordered."""
    stage: str | None = None
    """listed, ordered, owned (it has an owner, who has not confirmed), confirmed, underway, paused, ended, merged, handed-over;
    None: told at an item closed to the reader"""
    phase: str | None = None
    """trial, ongoing, part-operation, operation"""
    ended_how: str | None = None
    into: N | None = None
    """Of `merged`: the initiative it is part of now. Of `handed-over`: the one that took it over."""
    taken_from: N | None = None
    told_before: ToldAt | None = None
    """Of the parts that were carried: the versions of the stream that it was taken from."""
    """The initiative of an earlier cluster that it goes on from: its reports until then stand there."""
    deprioritised: bool = False
    owners: tuple[N, ...] = ()
    leader: N | None = None
    group: N | None = None
    revision: int | None = None
    """Of the order confirmation sent last."""
    returned: bool = False
    """It was sent back: the owner owes another."""
    approved_by: tuple[N, ...] = ()
    """Bodies that have approved that revision, in order."""
    colour: str | None = None
    """green, yellow, red, as reported last; None: not reported, which is no green"""
    colour_since: Day | None = None
    """The day of the first report of an unbroken run of this colour."""
    colour_meeting: N | None = None
    off_course_with: N | None = None
    """The body that must act on yellow or red; None on green, and where nobody is on record as doing so."""
    escalated: bool = False
    """It was taken up to that body."""
    remedied: bool = False
    """A remedy has been agreed since it was reported yellow or red, or taken up."""
    lies_with: tuple[LiesWith[N], ...] = ()
    """Empty: nobody must act before the next report."""
    remarks: tuple[str, ...] = ()
    """Remarks that nobody has answered, by name; each has a row of its own."""
    held_by: tuple[N, ...] = ()
    """Conditions that hold it back."""
    expected: tuple[Expected, ...] = ()
    """What is to come, the earliest first: the first that has not passed is its next date."""


class ColourRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="colour"):
    """One report of a colour: a point of colour over time."""

    initiative: N
    meeting: N
    """The meeting it was reported to."""
    colour: str
    """green, yellow, red"""
    reported_at: Moment
    version: int
    position: int
    day: Day | None = None
    """The day of that meeting, as it is called for now; None where no paper names one."""
    reason: T | None = None


class RemarkRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="remark"):
    """A remark that a body made about an initiative."""

    initiative: N
    remark: str
    text: T | None
    made_on: Day
    version: int
    position: int
    by_body: N | None = None
    decision: Place[N] | None = None
    earliest: Day | None = None
    latest: Day | None = None
    """When the body wants its answer: some day between these."""
    answered: bool = False
    answer: Place[N] | None = None
    """The decision by which it was answered."""
    answered_version: int | None = None


class PathKept(Struct, frozen=True, kw_only=True, gc=False, tag="path-kept"):
    """Which bodies approve confirmations, in order, from a day. Never shown."""

    bodies: tuple[str, ...]


class PathsKept(Struct, frozen=True, kw_only=True, gc=False, tag="paths-kept"):
    """From which days there are such paths in a scope, in order; an empty word stands for the first of all days. Never shown."""

    days: tuple[str, ...] = ()


class MeetingKept(Struct, frozen=True, kw_only=True, gc=False, tag="meeting-kept"):
    """The day of a meeting, and the reports made to it. Never shown."""

    day: Day | None = None
    reports: tuple[str, ...] = ()


class AwaitedKept(Struct, frozen=True, kw_only=True, gc=False, tag="awaited-kept"):
    """Whom a condition waits for. Never shown."""

    who: str
