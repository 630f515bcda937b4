"""What an earlier fund paid comes back to the fund that took over: nothing of it is lost, and no more comes than went."""

from domain.fund import (
    AllocationClosed,
    CloseAllocation,
    HandOver,
    Paid,
    Pay,
    Repaid,
    Repay,
    Reverse,
    TakenOver,
    ThresholdSet,
    WindUp,
)
from domain.fund.accounts import AllocationLeft
from domain.fund.winding import Residual
from tests.domain.money import (
    ALONE,
    APPLICATION,
    BY,
    EVALUATION,
    GRANT,
    MILLION,
    allocated,
    balances_of,
    leg,
    paid,
    told_of,
    with_money,
)
from tests.domain.world import FUND, KOLDING, TODAY, Fact, taken
from tests.given import Record
from tests.money.invariants import broken

NEXT, LAST = "sundhedsraad/fund/overtaget", "sundhedsraad-syd/fund/overtaget"
HAND_OVER = HandOver(to_fund=NEXT, effective_on="2027-01-01")
CLOSE = CloseAllocation(allocation="a1", year=2024, document=EVALUATION)
WOUND_UP = WindUp(how=Residual.SUCCESSOR, decisions=BY)
ONE_IS_ENOUGH = ThresholdSet(amount_oere=10 * MILLION, decision=taken())
FREE = GRANT - MILLION
REST, SPENT = 20, MILLION - 20
"""Of a million kroner; in øre."""
CLOSED: Fact = (
    FUND,
    AllocationClosed(
        allocation="a1",
        document=EVALUATION,
        unspent_oere=REST,
        year=2024,
        legs=(leg("bevilget:a1", -REST), leg("fri:2024", REST)),
    ),
)


def back(amount_oere: int, allocation: str = "a1", booked_on: str = "2027-02-01") -> Repay:
    return Repay(allocation=allocation, amount_oere=amount_oere, from_party=KOLDING, booked_on=booked_on, voucher="b9")


def pay(amount_oere: int) -> Pay:
    return Pay(allocation="a1", amount_oere=amount_oere, to_party=KOLDING, booked_on="2027-02-01", voucher="b8")


def handed_over(*facts: Fact) -> Record:
    """A million is granted, all but 20 øre of it paid, and the fund goes on in another."""
    record = with_money(ALONE, allocated(), paid(SPENT), *facts)
    record.when(HAND_OVER, to=FUND)
    return record.happened(NEXT, ONE_IS_ENOUGH)


def holds(record: Record) -> None:
    """In each fund by itself what must hold of money does."""
    for fund in (FUND, NEXT, LAST):
        assert broken([each for each in record.recorded if each.stream == fund]) == set(), fund


def out(record: Record, allocation: str = "a1") -> int:
    """What was paid of an allocation and has not come back, in all funds together."""
    events = [event for _, event in record.events]
    gone = sum(each.amount_oere for each in events if isinstance(each, Paid) and each.allocation == allocation)
    come = sum(each.amount_oere for each in events if isinstance(each, Repaid) and each.allocation == allocation)
    return gone - come


# --- it comes back where the allocation lies --------------------------------------------------------------------------


def test_what_the_old_fund_paid_comes_back_to_the_fund_that_took_over() -> None:
    record = handed_over()
    record.when(back(5), to=NEXT).then(
        Repaid(
            allocation="a1",
            amount_oere=5,
            from_party=KOLDING,
            booked_on="2027-02-01",
            voucher="b9",
            legs=(leg("tilbagebetalt:a1", -5), leg("bevilget:a1", 5)),
        )
    )
    assert balances_of(record, NEXT) == {
        "tilskud:2027": -FREE - REST,
        "fri:2027": FREE,
        "bevilget:a1": REST + 5,
        "tilbagebetalt:a1": -5,
    }
    holds(record)


def test_no_more_comes_back_than_was_paid_in_both_funds_together() -> None:
    record = handed_over()
    record.when(back(SPENT + 1), to=NEXT).refused("fund.overdrawn", left_oere=SPENT)
    assert record.when(pay(REST), to=NEXT).said_no is None
    record.when(back(MILLION + 1), to=NEXT).refused("fund.overdrawn", left_oere=MILLION)
    assert record.when(back(MILLION), to=NEXT).said_no is None
    record.when(back(1), to=NEXT).refused("fund.overdrawn", left_oere=0)
    assert (out(record), balances_of(record, NEXT)["bevilget:a1"]) == (0, MILLION)
    holds(record)


def test_what_the_old_fund_paid_is_not_there_to_be_paid_again() -> None:
    record = handed_over()
    record.when(pay(REST + 1), to=NEXT).refused("fund.overdrawn", left_oere=REST)
    record.when(back(5), to=NEXT)
    record.when(pay(REST + 6), to=NEXT).refused("fund.overdrawn", left_oere=REST + 5)
    assert record.when(pay(REST + 5), to=NEXT).said_no is None
    assert out(record) == MILLION
    holds(record)


def test_money_comes_back_to_one_fund_and_not_to_the_old_one_as_well() -> None:
    record = handed_over()
    record.when(back(1, booked_on=TODAY), to=FUND).refused("fund.lies-elsewhere", fund=NEXT)
    record.when(CLOSE, to=FUND).refused("fund.lies-elsewhere", fund=NEXT)
    record.when(WOUND_UP, to=FUND)
    record.when(back(1, booked_on=TODAY), to=FUND).refused("fund.already-wound-up")
    assert record.when(back(SPENT), to=NEXT).said_no is None


def test_an_allocation_that_is_used_up_goes_on_and_is_evaluated_there() -> None:
    """Nothing is left of it and nothing is posted; whoever has it may be paid back and closes it."""
    record = with_money(ALONE, allocated(), paid(MILLION))
    handed, taken_over = record.when(HAND_OVER, to=FUND).recorded
    left = (AllocationLeft(allocation="a1", amount_oere=0, application=APPLICATION, paid_oere=MILLION),)
    assert (handed.event.allocations, taken_over.event.allocations) == (left, left)
    assert taken_over.event.legs == (leg("tilskud:2027", -FREE), leg("fri:2027", FREE))
    assert record.when(back(7), to=NEXT).said_no is None
    assert balances_of(record, NEXT)["bevilget:a1"] == 7
    evaluation = "sundhedsraad/document/evaluering"
    record.happened(evaluation, *(each.event for each in record.recorded if each.stream == EVALUATION))
    (closed,) = record.when(CloseAllocation(allocation="a1", year=2027, document=evaluation), to=NEXT).recorded
    assert closed.event.unspent_oere == 7
    assert record.see(NEXT).allocations["a1"].amount_oere == MILLION - 7
    holds(record)


def test_what_comes_back_is_granted_and_paid_again_and_a_payment_can_still_be_reversed() -> None:
    record = handed_over()
    record.when(pay(REST), to=NEXT)
    number = record.versions[NEXT]
    record.when(back(SPENT), to=NEXT)
    assert record.when(Reverse(reverses=number, reason="Forkert bilag"), to=NEXT).said_no is None
    assert out(record) - REST == 0
    record.when(back(1), to=NEXT).refused("fund.overdrawn", left_oere=0)


# --- it was closed before ---------------------------------------------------------------------------------------------


def test_what_comes_back_of_an_allocation_closed_before_is_free_in_the_fund_that_took_over() -> None:
    record = handed_over(CLOSED)
    assert [each.event.allocations for each in record.recorded if isinstance(each.event, TakenOver)] == [
        (AllocationLeft(allocation="a1", amount_oere=0, application=APPLICATION, paid_oere=SPENT, closed=True),)
    ]
    record.when(back(5), to=NEXT).then(
        Repaid(
            allocation="a1",
            amount_oere=5,
            from_party=KOLDING,
            booked_on="2027-02-01",
            voucher="b9",
            legs=(leg("tilbagebetalt:a1", -5), leg("fri:2027", 5)),
        )
    )
    record.when(back(SPENT - 4), to=NEXT).refused("fund.overdrawn", left_oere=SPENT - 5)
    holds(record)


def test_nothing_is_paid_of_an_allocation_closed_before() -> None:
    record = handed_over(CLOSED)
    record.when(back(5), to=NEXT)
    record.when(pay(1), to=NEXT).refused("fund.allocation-ended", allocation="a1")


def test_an_allocation_of_which_nothing_was_paid_and_nothing_is_left_goes_nowhere() -> None:
    record = with_money(ALONE, allocated(), paid(SPENT), told_of(5, "p9"))
    record.when(back(SPENT, booked_on=TODAY), to=FUND)
    record.when(CLOSE, to=FUND)
    record.when(HAND_OVER, to=FUND)
    assert record.see(NEXT).allocations.keys() == {"p9"}


# --- it goes on and on ------------------------------------------------------------------------------------------------


def test_what_the_first_fund_paid_comes_back_to_the_third() -> None:
    record = handed_over()
    record.when(back(5), to=NEXT)
    record.when(pay(3), to=NEXT)
    record.when(HandOver(to_fund=LAST, effective_on="2028-01-01"), to=NEXT)
    record.when(back(1), to=NEXT).refused("fund.lies-elsewhere", fund=LAST)
    spent = SPENT - 5 + 3
    assert record.when(back(spent, booked_on="2028-02-01"), to=LAST).said_no is None
    record.when(back(1, booked_on="2028-02-01"), to=LAST).refused("fund.overdrawn", left_oere=0)
    assert (out(record), balances_of(record, LAST)["bevilget:a1"]) == (0, MILLION)
    holds(record)


def test_a_fund_handed_over_before_it_was_told_what_was_paid_is_paid_back_itself() -> None:
    """So it was recorded first: the successor knows of nothing paid, and the old books take what comes back."""
    record = with_money(ALONE, allocated(), paid(SPENT))
    record.when(HAND_OVER, to=FUND)
    handed = record.recorded[-2].event
    first_form = type(handed)(
        to_fund=NEXT,
        free_oere=FREE,
        allocations=(AllocationLeft(allocation="a1", amount_oere=REST),),
        effective_on="2027-01-01",
        legs=handed.legs,
    )
    before = with_money(ALONE, allocated(), paid(SPENT), (FUND, first_form))
    (repaid,) = before.when(back(SPENT, booked_on=TODAY), to=FUND).recorded
    assert repaid.event.legs[1] == leg("fri:2024", SPENT)
