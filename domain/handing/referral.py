"""A question that waits for an answer is handed over with its deadline; what an agenda said of it is not."""

from msgspec import Struct

from domain import handing_over
from domain.bodies import acting
from domain.dates import Day
from domain.handing_over import Handing
from domain.kernel import See
from domain.names import BodyId, ReferralId
from domain.referral.state import Open
from domain.refusal import Reasons, Refused


class CarriedReferral(Struct, frozen=True, kw_only=True):
    """Who asks whom, and until when. The question stands where it was asked."""

    from_body: BodyId | None = None
    to_body: BodyId | None = None
    answer_by: Day | None = None
    is_late: bool = False


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """A question lies with a successor."""

    tag = "referral.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """A question that was asked in a cluster before this one."""

    tag = "referral.taken-over"

    carried: CarriedReferral


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en henvendelse."""

    gives = (HandedOver,)

    successor: ReferralId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en henvendelse."""

    gives = (TakenOver,)


def carry(state: Open, see: See) -> CarriedReferral:
    return CarriedReferral(
        from_body=None if state.from_body is None else acting(see, state.from_body),
        to_body=None if state.to_body is None else acting(see, state.to_body),
        answer_by=state.answer_by,
        is_late=state.is_late,
    )


def resume(event: TakenOver) -> Open:
    carried = event.carried
    return Open(
        from_body=carried.from_body,
        to_body=carried.to_body,
        answer_by=carried.answer_by,
        is_late=carried.is_late,
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Open),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("referral.not-open"),
)

REFUSALS: Reasons = {
    "referral.not-open": (
        "Henvendelsen er ikke åben; der er intet at overdrage.",
        "The referral is not open; there is nothing to hand over.",
    ),
}
