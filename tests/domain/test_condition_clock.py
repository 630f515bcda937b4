"""Conditions and the clock: one that lapses when it is late, and one that awaits a day."""

import msgspec
import pytest

from domain.awaited import ByDay, DayReached, IfLate
from domain.condition import Fulfilled, Opened, Resolve
from domain.deadline import DeadlinePassed, Lapsed, PassDeadline
from domain.due import Due, due
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from tests.domain.waiting import C1, TOMORROW, WAITING, YESTERDAY, open_condition, pending
from tests.domain.world import ITEM, MEETING, TODAY, WORLD, Fact, discussing
from tests.given import Record, given


def late(if_late: IfLate | None) -> Record:
    """A record where decision 3.1 waits for what should have come by yesterday."""
    _, event = pending()
    assert isinstance(event, Opened)
    opened = msgspec.structs.replace(event, answer_by=YESTERDAY, if_late=if_late)
    return given(*WORLD, *discussing(), WAITING, (C1, opened))


def awaiting_day(day: str) -> Record:
    return given(*WORLD, *discussing(), WAITING, pending(DayReached(day=day)))


FELL: Fact = (MEETING, DecisionFell(item=ITEM, decision="3.1", condition=C1))


# --- late -------------------------------------------------------------------------------------------------------------


def test_what_was_said_to_lapse_lapses_when_its_day_is_over_and_what_waited_falls() -> None:
    late(IfLate.LAPSE).when(PassDeadline(), to=C1).then(Lapsed(ceases_on=TODAY), FELL)


@pytest.mark.parametrize("if_late", [IfLate.REMIND, None], ids=["said so", "not said"])
def test_else_it_is_awaited_all_the_same(if_late: IfLate | None) -> None:
    late(if_late).when(PassDeadline(), to=C1).then(DeadlinePassed(answer_by=YESTERDAY))


def test_what_has_lapsed_is_resolved() -> None:
    record = late(IfLate.LAPSE).happened(C1, Lapsed(ceases_on=TODAY))
    record.when(PassDeadline(), to=C1).refused("condition.already-resolved")
    assert list(due(record, TODAY)) == []


def test_nothing_lapses_without_a_deadline() -> None:
    record = given(*WORLD, *discussing(), WAITING)
    record.when(open_condition(if_late=IfLate.LAPSE), to=C1).refused("condition.no-deadline")


# --- a day ------------------------------------------------------------------------------------------------------------


def test_when_the_day_comes_the_clock_says_so() -> None:
    record = awaiting_day(TODAY)
    proof = ByDay(day=TODAY)
    assert list(due(record, YESTERDAY)) == []
    assert list(due(record, TODAY)) == [Due(C1, Resolve(proof=proof), YESTERDAY)]
    record.when(Resolve(proof=proof), to=C1).then(
        Fulfilled(proof=proof),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )


def test_nobody_says_so_before_the_day_has_come() -> None:
    awaiting_day(TOMORROW).when(Resolve(proof=ByDay(day=TOMORROW)), to=C1).refused("condition.too-early", day=TOMORROW)


@pytest.mark.parametrize(("day", "met"), [(YESTERDAY, True), (TODAY, False)], ids=["another day", "failed"])
def test_a_day_that_has_come_proves_itself_and_nothing_else(day: str, met: bool) -> None:
    awaiting_day(TODAY).when(Resolve(proof=ByDay(day=day), met=met), to=C1).refused("condition.proof-mismatch")


@pytest.mark.parametrize("day", [YESTERDAY, TODAY])
def test_a_day_that_has_come_is_not_awaited(day: str) -> None:
    record = given(*WORLD, *discussing(), WAITING)
    record.when(open_condition(DayReached(day=day)), to=C1).refused("condition.already-there")
