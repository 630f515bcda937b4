"""Anything paid and paid back before a hand-over and after it: both funds together never pay out more than was granted."""

from collections.abc import Sequence
from random import Random
from typing import Any

import msgspec
import pytest

from domain.fund import CloseAllocation, HandedOver, HandOver, Paid, Pay, Repaid, Repay, TakenOver, ThresholdSet
from domain.kernel import Recorded
from tests.domain.money import ALONE, EVALUATION, MILLION, allocated, balances_of, with_money
from tests.domain.world import FUND, KOLDING, TODAY, taken
from tests.given import Record
from tests.money.invariants import broken

NEXT, LATER = "sundhedsraad/fund/overtaget", "2027-02-01"
SEEDS = range(20)
OF_ONE = {"allocation": "a1", "voucher": "b1"}


def out(events: Sequence[Recorded]) -> int:
    """What was paid and has not come back, whichever fund booked it."""
    paid = sum(each.event.amount_oere for each in events if isinstance(each.event, Paid))
    return paid - sum(each.event.amount_oere for each in events if isinstance(each.event, Repaid))


def played(seed: int) -> Record:
    """A million is granted. Anything is asked of the old fund and then of the new one."""
    draw = Random(seed)
    record = with_money(ALONE, allocated())
    for fund, day in ((FUND, TODAY), (NEXT, LATER)):
        for _ in range(12):
            told: dict[str, Any] = OF_ONE | {"amount_oere": draw.randint(1, MILLION), "booked_on": day}
            asked = draw.choice((Pay(to_party=KOLDING, **told), Repay(from_party=KOLDING, **told)))
            record.when(asked, to=fund)
            assert 0 <= out(record.recorded) <= MILLION
        if fund == FUND:
            if draw.random() < 0.3:
                record.when(CloseAllocation(allocation="a1", year=2024, document=EVALUATION), to=FUND)
            record.when(HandOver(to_fund=NEXT, effective_on="2027-01-01"), to=FUND)
            record.happened(NEXT, ThresholdSet(amount_oere=10 * MILLION, decision=taken()))
    return record


def of(record: Record, fund: str) -> list[Recorded]:
    return [each for each in record.recorded if each.stream == fund]


@pytest.mark.parametrize("seed", SEEDS)
def test_never_is_more_out_than_was_granted_nor_less_than_nothing(seed: int) -> None:
    record = played(seed)
    assert (broken(of(record, FUND)), broken(of(record, NEXT))) == (set(), set())
    assert not [name for name in balances_of(record) if name.startswith(("fri:", "betinget:", "bevilget:"))]
    assert balances_of(record, NEXT)


def test_what_an_earlier_fund_paid_does_come_back_in_some() -> None:
    """Or the histories would prove nothing."""
    come_back = [
        any(isinstance(each.event, Repaid) and net < 0 for each, net in _net_after(of(played(seed), NEXT)))
        for seed in SEEDS
    ]
    assert any(come_back)


def _net_after(events: list[Recorded]) -> list[tuple[Recorded, int]]:
    return [(each, out(events[: number + 1])) for number, each in enumerate(events)]


def wrong(events: list[Recorded], kind: type, paid_oere: int) -> list[Recorded]:
    """The same, with something else told of what was paid."""
    (each,) = [each for each in events if isinstance(each.event, kind)]
    left = tuple(msgspec.structs.replace(one, paid_oere=paid_oere) for one in each.event.allocations)
    planted = msgspec.structs.replace(each, event=msgspec.structs.replace(each.event, allocations=left))
    return [planted if one is each else one for one in events]


def test_a_fund_that_tells_another_amount_than_it_paid_would_be_found() -> None:
    record = with_money(ALONE, allocated())
    record.when(Pay(to_party=KOLDING, amount_oere=9, booked_on=TODAY, **OF_ONE), to=FUND)
    record.when(HandOver(to_fund=NEXT, effective_on="2027-01-01"), to=FUND)
    record.when(Repay(from_party=KOLDING, amount_oere=9, booked_on=LATER, **OF_ONE), to=NEXT)
    assert (broken(of(record, FUND)), broken(of(record, NEXT))) == (set(), set())
    for told in (8, 10):
        assert broken(wrong(of(record, FUND), HandedOver, told)) == {"pays_more_than_was_granted"}
    assert broken(wrong(of(record, NEXT), TakenOver, 8)) == {"pays_more_than_was_granted"}
