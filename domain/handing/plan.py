"""A plan is handed over with its themes and what it orders."""

from msgspec import Struct

from domain import handing_over
from domain.bodies import acting
from domain.dates import Day
from domain.handing_over import Handing, heir
from domain.kernel import See
from domain.names import BodyId, InitiativeId, Label, LocalName, PlanId
from domain.plans import Adopted, Closed, Drafted
from domain.refusal import Reasons, Refused


class CarriedTheme(Struct, frozen=True, kw_only=True):
    """A theme or a guidepost, by its number."""

    theme: LocalName
    number: Label


class CarriedPlan(Struct, frozen=True, kw_only=True):
    """All that a plan's rules read. What it says stands where it was drafted."""

    by_body: BodyId
    themes: tuple[CarriedTheme, ...] = ()
    adopted: bool = False
    orders: tuple[InitiativeId, ...] = ()
    in_force_from_on: Day | None = None


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """A plan lies with a successor."""

    tag = "plan.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """A plan that was made in a cluster before this one."""

    tag = "plan.taken-over"

    carried: CarriedPlan


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en plan."""

    gives = (HandedOver,)

    successor: PlanId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en plan."""

    gives = (TakenOver,)


def carry(state: Drafted, see: See) -> CarriedPlan:
    adopted = state if isinstance(state, Adopted) else None
    return CarriedPlan(
        by_body=acting(see, state.by_body),
        themes=tuple(CarriedTheme(theme=theme, number=number) for theme, number in state.themes.items()),
        adopted=adopted is not None,
        orders=() if adopted is None else tuple(heir(see, each) for each in adopted.orders),
        in_force_from_on=None if adopted is None else adopted.in_force_from_on,
    )


def resume(event: TakenOver) -> Drafted:
    carried = event.carried
    themes = {each.theme: each.number for each in carried.themes}
    if not carried.adopted:
        return Drafted(by_body=carried.by_body, themes=themes)
    return Adopted(
        by_body=carried.by_body,
        themes=themes,
        orders=carried.orders,
        in_force_from_on=carried.in_force_from_on,
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Drafted) and not isinstance(state, Closed),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("plan.not-open"),
)

REFUSALS: Reasons = {
    "plan.not-open": (
        "Planen er afsluttet; der er intet at overdrage.",
        "The plan is closed; there is nothing to hand over.",
    ),
}
