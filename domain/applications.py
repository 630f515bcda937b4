"""Applications (ansøgninger) as other rules ask of them: what was applied for, what is vouched for, and how it ended."""

from msgspec import Struct

from domain.dates import Day
from domain.evaluation import EvaluationPlan
from domain.kernel import Unknown
from domain.names import ApplicantId, FundId, Label, LocalName, PersonId
from domain.text import Kept
from domain.words import Word


class PurposeClass(Word):
    """What the money is for."""

    DEVELOPMENT = "development", "udvikling"
    TRIAL = "trial", "afprøvning"
    IMPLEMENTATION = "implementation", "implementering"
    OPERATION = "operation", "drift"


class Submitted(Struct, frozen=True, kw_only=True):
    """Applied for, and not yet decided."""

    fund: FundId
    applicant: ApplicantId
    by: PersonId
    """Who applied, or entered the application: they may not confirm what is posted on it."""
    amount_oere: int | None
    """None: no exact amount was applied for."""
    purpose_class: PurposeClass
    theme: LocalName | None
    from_on: Day | None
    ceases_on: Day | None
    evaluation: EvaluationPlan[Kept] | None = None
    """As planned last; a grant carries it on."""
    attested: frozenset[Label] = frozenset()
    """What a named person vouches for, by `criteria.criterion_name`."""

    @property
    def evaluated(self) -> bool:
        """Whether there is a plan for its evaluation."""
        return self.evaluation is not None


class Accepted(Struct, frozen=True, kw_only=True):
    """Money is given."""

    of: Submitted
    allocation: LocalName


class TurnedDown(Struct, frozen=True, kw_only=True):
    """No money is given."""

    of: Submitted


class Withdrawn(Struct, frozen=True, kw_only=True):
    """Whoever applied no longer does."""

    of: Submitted


State = Unknown | Submitted | Accepted | TurnedDown | Withdrawn


def as_submitted(state: State) -> Submitted | None:
    """What was applied for, however it ended."""
    match state:
        case Submitted():
            return state
        case Accepted() | TurnedDown() | Withdrawn():
            return state.of
        case Unknown():
            return None
