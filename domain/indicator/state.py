"""What an indicator's rules read: what it is measured in, whether it has a target, and what is on record for each period."""

from msgspec import Struct

from domain.kernel import Unknown
from domain.measures import Period, Unit, Value, unit_of
from domain.names import PartyId
from domain.refusal import Refused


class Standing(Struct, frozen=True, kw_only=True):
    """What is on record for a period."""

    value: Value | None
    met: bool | None
    doubted: bool = False


class Measured(Struct, frozen=True, kw_only=True):
    """What is measured, and what has been reported."""

    unit: Unit
    from_party: PartyId | None
    has_target: bool
    values: dict[Period, Standing] = {}


State = Unknown | Measured


def require_unit(value: Value | None, unit: Unit) -> None:
    """Refuse a value in another unit than the indicator's."""
    if value is not None and unit_of(value) is not unit:
        raise Refused("indicator.unit-mismatch", unit=unit.da, unit_en=unit.en)


def require_target(met: bool | None, state: Measured) -> None:
    """Nobody meets a target that there is not."""
    if met is not None and not state.has_target:
        raise Refused("indicator.no-target")
