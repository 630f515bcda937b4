"""Effects that organise (organisering): forums set up, given tasks and closed; who decides, and what is left to others."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.bodies import Level, Secretariat
from domain.counts import Count
from domain.dates import Day
from domain.names import BodyId, Label, MandateId, MembershipId
from domain.paths import STEPS_MAX, Step
from domain.seats import SEATS_MAX, SeatPlan
from domain.text import T


class EstablishBody(Struct, Generic[T], frozen=True, kw_only=True, tag="establish-body", forbid_unknown_fields=True):
    """Nedsæt et forum med dets pladser."""

    body: BodyId
    name: T
    level: Level
    membership: MembershipId
    seats: Annotated[tuple[SeatPlan[T], ...], Meta(max_length=SEATS_MAX)] = ()
    chairs: Count = 0
    task: T | None = None
    parent: BodyId | None = None
    """Absent: the body that decides."""
    from_on: Day | None = None
    """Absent: the day of the decision."""
    secretariat: Secretariat | None = None


class GiveTask(Struct, Generic[T], frozen=True, kw_only=True, tag="give-task", forbid_unknown_fields=True):
    """Giv et forum en opgave."""

    body: BodyId
    task: T


class CloseBody(Struct, frozen=True, kw_only=True, tag="close-body", forbid_unknown_fields=True):
    """Nedlæg et forum."""

    body: BodyId
    ceases_on: Day
    successor: BodyId | None = None


class SetPath(Struct, Generic[T], frozen=True, kw_only=True, tag="set-path", forbid_unknown_fields=True):
    """Fastlæg, hvem der beslutter om et emne."""

    mandate: MandateId
    subject: Label
    steps: Annotated[tuple[Step, ...], Meta(max_length=STEPS_MAX)]
    terms: T | None = None
    from_on: Day | None = None
    """Absent: the day of the decision."""


class Delegate(Struct, Generic[T], frozen=True, kw_only=True, tag="delegate", forbid_unknown_fields=True):
    """Overlad et trin til et andet forum."""

    mandate: MandateId
    step: Label
    to_body: BodyId
    terms: T | None = None
    from_on: Day | None = None
    """Absent: the day of the decision."""
    ceases_on: Day | None = None


class EndDelegation(Struct, frozen=True, kw_only=True, tag="end-delegation", forbid_unknown_fields=True):
    """Tag et trin tilbage."""

    mandate: MandateId
    step: Label
    to_body: BodyId
    ceases_on: Day
