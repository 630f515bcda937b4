"""Earmarks (øremærkninger): money held for something until all that it waits for has come. Resolved once."""

from domain.dates import Day, Year
from domain.decided import Taken
from domain.effects import OpenCondition
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import Legs
from domain.kernel import Event
from domain.money import Oere
from domain.names import ApplicantId, ApplicationId, ConditionId, LocalName, PartyId, PersonId, ProposalId
from domain.text import Kept

# --- events ---


class Earmarked(Event, frozen=True, kw_only=True):
    """Money is held for something until all that it waits for has come."""

    tag = "fund.earmarked"
    rank = 4
    da = "{amount_oere} er øremærket til {purpose}[; afventer {waits}]. Bekræftes af endnu en person: {second_person}."
    en = "{amount_oere} is earmarked for {purpose}[; awaits {waits}]. To be confirmed by a second person: {second_person}."

    earmark: LocalName
    application: ApplicationId
    applicant: ApplicantId
    year: Year
    amount_oere: Oere
    to_party: PartyId
    purpose: Kept
    waits: tuple[ConditionId, ...]
    opens: tuple[OpenCondition[Kept], ...]
    second_person: bool
    """Whether it waits for one to confirm it, too."""
    from_on: Day
    ceases_on: Day
    evaluation: EvaluationPlan[Kept]
    decisions: tuple[Taken, ...]
    registered_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""
    legs: Legs
    proposal: ProposalId | None = None
    over_ceiling_reason: Kept | None = None
    one_off: bool = False
