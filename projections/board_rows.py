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
    """A party that owns the initiative, or a body, or whoever is to answer what is awaited."""
    why: str
    """name-owner: the body that ordered it, or that names owners, has named none yet.
    confirm: an owner has not confirmed the order.
    approve: a body has not approved the confirmation; bodies approve one after the other, so it is the next one.
    answer-remark: an owner has not answered a remark.
    remedy: yellow or red, and this body has agreed on no remedy. carry-out: an owner has a remedy to carry out.
    escalated: it was taken up to this body.
    awaited: a condition holds it back until this body, party or initiative has answered or decided."""
    since: Day
    """The day on which it came to lie there."""
    position: int
    """The event by which it did."""
    condition: N | None = None
    """Of `awaited`: what is awaited."""
    remark: str | None = None
    """Of `answer-remark`: which."""


class Expected(Struct, frozen=True, kw_only=True, gc=False):
    """A day to come: some day from `earliest` to `latest`, both included. Its words stand in the initiative's own view."""

    what: str
    """evaluation-midway, evaluation-final, runs-until, remark"""
    earliest: Day
    latest: Day


class ToldAt(Struct, frozen=True, kw_only=True, gc=False):
    """The version of the initiative's stream at which a part of its row was told last. A part that was told at an item closed
    to the reader is left out, and so is its version."""

    stage: int | None = None
    owners: int | None = None
    confirmation: int | None = None
    colour: int | None = None


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
    """listed, ordered, owned, confirmed, underway, paused, ended, merged, handed-over; None: told at an item closed to the
    reader."""
    phase: str | None = None
    """trial, ongoing, part-operation, operation"""
    ended_how: str | None = None
    into: N | None = None
    """Of `merged`: the initiative it is part of now."""
    deprioritised: bool = False
    owners: tuple[N, ...] = ()
    leader: N | None = None
    group: N | None = None
    revision: int | None = None
    """Of the order confirmation sent last."""
    approved_by: tuple[N, ...] = ()
    """Bodies that have approved that revision, in order."""
    colour: str | None = None
    """green, yellow, red, as reported last; None: not reported, which is no green"""
    colour_since: Day | None = None
    """The day of the first report of an unbroken run of this colour."""
    colour_meeting: N | None = None
    remedied: bool = False
    """A remedy has been agreed since it went yellow or red."""
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
    expected_at: N | None = None
    """The meeting at which the answer is expected."""
    earliest: Day | None = None
    latest: Day | None = None
    """Until when it is expected, where that is no meeting."""
    answered: bool = False
    answer: Place[N] | None = None
    """The decision by which it was answered."""
    answered_version: int | None = None
