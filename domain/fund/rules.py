"""Rules of a fund (regler): who registers and confirms, from which amount it takes two, what is asked of applications."""

from typing import Generic

from msgspec import Struct

from domain.criteria import Criterion
from domain.dates import Day
from domain.decided import Taken
from domain.fund.state import Applicants, Firmness, Office
from domain.kernel import About, Event
from domain.money import Amount, Oere
from domain.names import LocalName, PersonId
from domain.text import Kept, T


class Frame(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a theme may come to cost, as the paper says it (skønsmæssig ramme)."""

    theme: LocalName
    frame_oere: Amount
    words: T


# --- events ---


class OfficerNamed(Event, frozen=True, kw_only=True):
    """Somebody registers, or confirms, for the fund."""

    tag = "fund.officer-named"
    concerns = About.PERSON
    unsettles = True
    da = "{person} er {office} fra {from_on}[ og ophører {ceases_on}]."
    en = "{person} is {office} from {from_on}[ and leaves on {ceases_on}]."

    person: PersonId
    office: Office
    from_on: Day
    ceases_on: Day | None = None


class ThresholdSet(Event, frozen=True, kw_only=True):
    """From an amount on it takes two people; below it one."""

    tag = "fund.threshold-set"
    da = "To personer kræves fra {amount_oere} ved {decision}."
    en = "Two people are needed from {amount_oere} by {decision}."

    amount_oere: Oere
    decision: Taken


class CriteriaSet(Event, frozen=True, kw_only=True):
    """What is asked of every application from now on."""

    tag = "fund.criteria-set"
    da = "Kriterier: {criteria}."
    en = "Criteria: {criteria}."

    criteria: tuple[Criterion, ...]
    decisions: tuple[Taken, ...]


class CeilingSet(Event, frozen=True, kw_only=True):
    """The most that each applicant can be given."""

    tag = "fund.ceiling-set"
    da = "Hver ansøger ({applicants}) kan få højst {ceiling_oere}, {firmness}: »{words}«"
    en = "Each applicant ({applicants}) can get at most {ceiling_oere}, {firmness}: “{words}”"

    applicants: Applicants
    ceiling_oere: Oere
    firmness: Firmness
    words: Kept
    decisions: tuple[Taken, ...]


class FramesSet(Event, frozen=True, kw_only=True):
    """Frames (rammer) guide. They hold no money and may come to more than there is."""

    tag = "fund.frames-set"
    da = "Skønsmæssige rammer i alt {frames_oere} af {pool_oere}; overtegnet med {over_by_oere}: {frames}."
    en = "Estimated frames of {frames_oere} in all out of {pool_oere}; oversubscribed by {over_by_oere}: {frames}."

    frames: tuple[Frame[Kept], ...]
    frames_oere: Oere
    pool_oere: Oere
    over_by_oere: Oere
    """0 where they fit."""
    decisions: tuple[Taken, ...]
