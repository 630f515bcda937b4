"""Allocations (bevillinger): money that is granted, and its end when it has been evaluated."""

from domain.dates import Day, Year
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import Legs
from domain.kernel import Event
from domain.money import Oere
from domain.names import ApplicantId, ApplicationId, DocumentId, LocalName, PartyId
from domain.text import Kept

# --- events ---


class Allocated(Event, frozen=True, kw_only=True):
    """Money is granted."""

    tag = "fund.allocated"
    rank = 4
    da = "{amount_oere} er bevilget til {to_party}: {purpose}"
    en = "{amount_oere} is granted to {to_party}: {purpose}"

    allocation: LocalName
    application: ApplicationId
    applicant: ApplicantId
    year: Year
    amount_oere: Oere
    to_party: PartyId
    purpose: Kept
    from_on: Day
    ceases_on: Day
    evaluation: EvaluationPlan[Kept]
    decisions: tuple[Taken, ...]
    legs: Legs
    earmark: LocalName | None = None
    """None: it was granted at once."""
    one_off: bool = False


class AllocationClosed(Event, frozen=True, kw_only=True):
    """An allocation has been evaluated and is closed; what was not used is free again."""

    tag = "fund.allocation-closed"
    da = "Bevillingen {allocation} er afsluttet efter {document}; {unspent_oere} er fri igen i {year}."
    en = "The allocation {allocation} is closed after {document}; {unspent_oere} is free again in {year}."

    allocation: LocalName
    document: DocumentId
    """Its evaluation."""
    unspent_oere: Oere
    year: Year
    legs: Legs
