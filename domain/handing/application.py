"""An application that is not decided is handed over with what is vouched for. It is to the fund that took over, if one did."""

from msgspec import Struct

from domain import handing_over
from domain.applications import PurposeClass, Submitted
from domain.dates import Day
from domain.evaluation import EvaluationPlan
from domain.handing_over import Handing, heir
from domain.kernel import See
from domain.money import Oere
from domain.names import ApplicantId, ApplicationId, FundId, Label, LocalName, PersonId
from domain.refusal import Reasons, Refused
from domain.text import Kept


class CarriedApplication(Struct, frozen=True, kw_only=True):
    """All that a fund's rules read of an application."""

    fund: FundId
    applicant: ApplicantId
    by: PersonId
    purpose_class: PurposeClass
    amount_oere: Oere | None = None
    theme: LocalName | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    evaluation: EvaluationPlan[Kept] | None = None
    attested: tuple[Label, ...] = ()


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """An application lies with a successor."""

    tag = "application.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """An application that was made in a cluster before this one."""

    tag = "application.taken-over"

    carried: CarriedApplication


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en ansøgning."""

    gives = (HandedOver,)

    successor: ApplicationId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en ansøgning."""

    gives = (TakenOver,)


def carry(state: Submitted, see: See) -> CarriedApplication:
    return CarriedApplication(
        fund=heir(see, state.fund),
        applicant=state.applicant,
        by=state.by,
        purpose_class=state.purpose_class,
        amount_oere=state.amount_oere,
        theme=state.theme,
        from_on=state.from_on,
        ceases_on=state.ceases_on,
        evaluation=state.evaluation,
        attested=tuple(sorted(state.attested)),
    )


def resume(event: TakenOver) -> Submitted:
    carried = event.carried
    return Submitted(
        fund=carried.fund,
        applicant=carried.applicant,
        by=carried.by,
        amount_oere=carried.amount_oere,
        purpose_class=carried.purpose_class,
        theme=carried.theme,
        from_on=carried.from_on,
        ceases_on=carried.ceases_on,
        evaluation=carried.evaluation,
        attested=frozenset(carried.attested),
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Submitted),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("application.not-open"),
)

REFUSALS: Reasons = {
    "application.not-open": (
        "Ansøgningen er afgjort; der er intet at overdrage.",
        "The application is decided; there is nothing to hand over.",
    ),
}
