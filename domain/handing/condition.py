"""A condition is handed over with what it awaits, what it holds back and its deadline.

What it holds back may stay where it was: a decision of a meeting that is long over takes effect when the condition is met in the
new scope. It knows the condition by its old name, so the condition knows the names it has had.
"""

from msgspec import Struct

from domain import handing_over
from domain.awaited import Awaited, Blocked, IfLate, Pending
from domain.dates import Day
from domain.decided import Taken
from domain.handing_over import Handing
from domain.kernel import See
from domain.names import ConditionId
from domain.refusal import Reasons, Refused
from domain.text import Kept


class CarriedCondition(Struct, frozen=True, kw_only=True):
    """All that a condition's rules read."""

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    words: Kept
    opened_on: Day
    if_late: IfLate
    set_by: Taken | None = None
    answer_by: Day | None = None
    is_late: bool = False
    former: tuple[ConditionId, ...] = ()
    """The names it had before the one it is taken over from."""


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """A condition lies with a successor."""

    tag = "condition.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """A condition that was set in a cluster before this one; it is still awaited."""

    tag = "condition.taken-over"

    carried: CarriedCondition


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en forudsætning."""

    gives = (HandedOver,)

    successor: ConditionId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en forudsætning."""

    gives = (TakenOver,)


def carry(state: Pending, see: See) -> CarriedCondition:
    return CarriedCondition(
        awaits=state.awaits,
        blocks=state.blocks,
        words=state.words,
        opened_on=state.opened_on,
        if_late=state.if_late,
        set_by=state.set_by,
        answer_by=state.answer_by,
        is_late=state.is_late,
        former=state.former,
    )


def resume(event: TakenOver) -> Pending:
    carried = event.carried
    return Pending(
        awaits=carried.awaits,
        blocks=carried.blocks,
        words=carried.words,
        opened_on=carried.opened_on,
        if_late=carried.if_late,
        set_by=carried.set_by,
        answer_by=carried.answer_by,
        is_late=carried.is_late,
        former=(*carried.former, event.from_stream),
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Pending),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("condition.not-open"),
)

REFUSALS: Reasons = {
    "condition.not-open": (
        "Forudsætningen er afgjort; der er intet at overdrage.",
        "The condition is resolved; there is nothing to hand over.",
    ),
}
