"""An indicator is handed over with its values, so that the next one stands in the same row of figures."""

from msgspec import Struct

from domain import handing_over
from domain.handing_over import Handing
from domain.indicator import Measured, Standing
from domain.kernel import See
from domain.measures import Period, Unit, Value
from domain.names import IndicatorId, PartyId
from domain.refusal import Reasons, Refused


class CarriedValue(Struct, frozen=True, kw_only=True):
    """What is on record for a period."""

    period: Period
    value: Value | None = None
    met: bool | None = None
    doubted: bool = False


class CarriedIndicator(Struct, frozen=True, kw_only=True):
    """What is measured, and what has been reported. How it is defined stands where it was."""

    unit: Unit
    from_party: PartyId | None = None
    has_target: bool = False
    values: tuple[CarriedValue, ...] = ()


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """An indicator lies with a successor."""

    tag = "indicator.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """An indicator that was defined in a cluster before this one."""

    tag = "indicator.taken-over"

    carried: CarriedIndicator


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en indikator."""

    gives = (HandedOver,)

    successor: IndicatorId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en indikator."""

    gives = (TakenOver,)


def carry(state: Measured, see: See) -> CarriedIndicator:
    return CarriedIndicator(
        unit=state.unit,
        from_party=state.from_party,
        has_target=state.has_target,
        values=tuple(
            CarriedValue(period=period, value=each.value, met=each.met, doubted=each.doubted)
            for period, each in state.values.items()
        ),
    )


def resume(event: TakenOver) -> Measured:
    carried = event.carried
    return Measured(
        unit=carried.unit,
        from_party=carried.from_party,
        has_target=carried.has_target,
        values={each.period: Standing(value=each.value, met=each.met, doubted=each.doubted) for each in carried.values},
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Measured),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("indicator.not-open"),
)

REFUSALS: Reasons = {
    "indicator.not-open": (
        "Indikatoren er allerede overdraget.",
        "The indicator is handed over already.",
    ),
}
