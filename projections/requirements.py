"""Requirements (krav): what the rules ask of a cluster, and the rows that tell whether it is met."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from projections.reveal import N, Place

MEETING, SEATS = "patient-meeting", "patient-seats"
RULES = {
    MEETING: (
        "Det politiske niveau mødes mindst én gang om året med patientinddragelsesudvalget eller dets repræsentanter.",
        "The political level meets the patient committee, or its representatives, at least once a year.",
    ),
    SEATS: (
        "Patientinddragelsesudvalget har to pladser på det fagligt strategiske niveau, og begge er besat.",
        "The patient committee has two seats at the professional-strategic level, and both are filled.",
    ),
}
SEATS_REQUIRED = 2


class RequirementRow(Struct, frozen=True, kw_only=True, gc=False, tag="requirement"):
    """What the rules ask."""

    requirement: str
    rule_da: str
    rule_en: str
    yearly: bool
    """Asked anew each year: its evidence tells for which."""
    state: str
    """met, not-met, unknown; of what is asked yearly, met where it ever was"""
    since: Day
    position: int


class EvidenceRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="evidence"):
    """What shows that it is met, or what is missing: an item at which the committee was met, or a seat of its."""

    requirement: str
    at: Place[N] | None
    met: bool
    """Of an item: the meeting was held, and the committee was there. Of a seat: somebody is registered on it."""
    position: int
    day: Day | None = None
    """Of the meeting; from which the seat is held."""
    until: Day | None = None
    """The first day on which the seat is no longer held."""
    seat: str | None = None
    person: N | None = None
    attended: bool = False
    """Of an item: somebody of the committee came or spoke; until then they are only expected."""


class Known(Struct, frozen=True, kw_only=True, gc=False, tag="known"):
    """What the fold must remember of something else. Never shown."""

    body: str | None = None
    form: str | None = None
    level: str | None = None
    party: str | None = None
    day: Day | None = None
    held: bool = False
    evidence: tuple[str, ...] = ()
