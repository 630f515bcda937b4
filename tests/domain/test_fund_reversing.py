"""A posting is taken back leg for leg, once, while its money is still where it was put; what was posted stays on record."""

from typing import Any

import msgspec
import pytest

from domain.fund import (
    Allocated,
    AllocationClosed,
    CarriedOver,
    CloseAllocation,
    Confirm,
    ContributionShared,
    Earmarked,
    EarmarkReduced,
    EarmarkReleased,
    GrantReceived,
    OpenedWith,
    Paid,
    Pay,
    Reduce,
    Released,
    Repaid,
    Repay,
    Reverse,
    Reversed,
    Why,
)
from domain.fund.accounts import PartyAmount
from domain.kernel import Event
from domain.text import said
from tests.domain.money import (
    ALONE,
    BY,
    CONFIRMER,
    EVALUATION,
    GRANT,
    KEPT_LAW,
    KEY,
    MILLION,
    REGISTRAR,
    a_fund,
    allocated,
    balances_of,
    earmark,
    earmarked,
    granted,
    leg,
    legs,
    number_of,
    paid,
    shut,
    told_of,
    with_money,
)
from tests.domain.world import FUND, KOLDING, NOWHERE, SECRETARY, TODAY, Fact, taken
from tests.given import Answer, Record


def reverse(record: Record, event: type[Event], **more: Any) -> Answer:
    command = msgspec.structs.replace(Reverse(reverses=number_of(record, event), reason="Forkert."), **more)
    return record.when(command, to=FUND, by=REGISTRAR)


def carried(oere: int) -> Fact:
    over = leg("overført:2024>2025", oere), leg("overført:2024>2025", -oere)
    return FUND, CarriedOver(
        from_year=2024,
        to_year=2025,
        amount_oere=oere,
        booked_on=TODAY,
        basis=said("Aftalen"),
        source=KEPT_LAW,
        legs=(leg("fri:2024", -oere), *over, leg("fri:2025", oere)),
    )


SHARED: Fact = (
    FUND,
    ContributionShared(
        total_oere=3,
        key=KEY,
        version=1,
        shares=(PartyAmount(party=KOLDING, amount_oere=3),),
        booked_on=TODAY,
        decisions=BY,
        legs=(leg("part:kolding", -3), leg("fri:2024", 3)),
    ),
)


def test_a_reversal_mirrors_every_leg_and_names_the_original() -> None:
    record = a_fund(ALONE, granted())
    number = number_of(record, GrantReceived)
    reverse(record, GrantReceived, decision=taken()).then(
        Reversed(
            reverses=number,
            reason=said("Forkert."),
            decision=taken(),
            legs=(leg("tilskud:2024", GRANT), leg("fri:2024", -GRANT)),
        )
    )
    assert balances_of(record) == {}


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        (GrantReceived, (granted(),)),
        (CarriedOver, (granted(), carried(5))),
        (ContributionShared, (SHARED,)),
        (OpenedWith, (told_of(MILLION),)),
        (Earmarked, (granted(), earmarked())),
        (Allocated, (granted(), allocated())),
        (Paid, (granted(), allocated(), paid(5))),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_posting_is_undone_by_its_mirror(event: type[Event], facts: tuple[Fact, ...]) -> None:
    before = balances_of(a_fund(ALONE, *facts[:-1]))
    record = a_fund(ALONE, *facts)
    reverse(record, event)
    assert balances_of(record) == before


@pytest.mark.parametrize("by", [SECRETARY, CONFIRMER])
def test_only_the_registrar_reverses(by: str) -> None:
    record = a_fund(ALONE, granted())
    record.when(Reverse(reverses=number_of(record, GrantReceived), reason="Forkert."), to=FUND, by=by).denied()


def test_a_posting_is_reversed_once() -> None:
    record = a_fund(ALONE, granted())
    number = number_of(record, GrantReceived)
    reverse(record, GrantReceived)
    again = Reverse(reverses=number, reason="Igen.")
    record.when(again, to=FUND).refused("fund.already-reversed", version=number)


def test_a_reversal_is_not_reversed_but_posted_anew() -> None:
    record = a_fund(ALONE, granted())
    reverse(record, GrantReceived)
    reverse(record, Reversed).refused("fund.not-reversible")
    record.happened(*granted())
    assert balances_of(record)["fri:2024"] == GRANT


def test_what_posts_nothing_is_not_reversed() -> None:
    a_fund(ALONE).when(Reverse(reverses=1, reason="Nej."), to=FUND).refused("fund.nothing-posted", version=1)
    a_fund(ALONE).when(Reverse(reverses=99, reason="Nej."), to=FUND).refused("fund.nothing-posted", version=99)


def test_a_large_reversal_takes_two() -> None:
    reverse(a_fund(granted()), GrantReceived).refused("fund.four-eyes")


def test_a_carry_over_counts_its_amount_once_against_the_threshold() -> None:
    record = with_money(ALONE, carried(GRANT))
    assert reverse(record, CarriedOver).said_no is None


def test_a_decision_behind_a_reversal_is_in_the_record() -> None:
    reverse(a_fund(ALONE, granted()), GrantReceived, decision=taken("1", NOWHERE)).refused("decision.unknown")
    elsewhere = taken("1", "aarhus/meeting/directors")
    reverse(a_fund(ALONE, granted()), GrantReceived, decision=elsewhere).refused("scope.other")


# --- what the posting led to ------------------------------------------------------------------------------------------


def test_the_right_grant_can_be_posted_when_the_wrong_one_is_reversed() -> None:
    record = a_fund(ALONE, granted(1))
    reverse(record, GrantReceived)
    assert not record.see(FUND).years[2024].granted


def test_reversed_earmarks_have_ended() -> None:
    record = with_money(ALONE, earmarked())
    reverse(record, Earmarked)
    assert record.see(FUND).earmarks == {"e1": Released()}


def test_a_reversed_reduction_holds_the_money_again() -> None:
    record = with_money(ALONE, earmarked())
    record.when(Reduce(earmark="e1", amount_oere=5, decision=taken()), to=FUND)
    reverse(record, EarmarkReduced)
    assert record.see(FUND).earmarks["e1"].amount_oere == MILLION
    assert balances_of(record)["betinget:e1"] == MILLION


def test_what_was_granted_out_of_an_earmark_is_free_again_when_it_is_reversed() -> None:
    record = with_money()
    record.when(earmark(), to=FUND, by=REGISTRAR)
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    record.happened(*ALONE)
    number = number_of(record, Allocated)
    reverse(record, Allocated).then(
        Reversed(reverses=number, reason=said("Forkert."), legs=legs(betinget_e1=MILLION, bevilget_e1=-MILLION)),
        EarmarkReleased(
            earmark="e1", why=Why.WAIVED, amount_oere=MILLION, legs=legs(betinget_e1=-MILLION, fri_2024=MILLION)
        ),
    )
    assert balances_of(record) == {"tilskud:2024": -GRANT, "fri:2024": GRANT}


def test_nothing_is_paid_of_what_is_reversed() -> None:
    record = with_money(ALONE, allocated())
    reverse(record, Allocated)
    pay = Pay(allocation="a1", amount_oere=1, to_party=KOLDING, booked_on=TODAY, voucher="b1")
    record.when(pay, to=FUND).refused("fund.allocation-ended", allocation="a1")


def test_a_reversed_closing_opens_the_allocation_again() -> None:
    record = with_money(ALONE, allocated(), paid(MILLION - 5))
    record.when(CloseAllocation(allocation="a1", year=2024, document=EVALUATION), to=FUND)
    reverse(record, AllocationClosed)
    assert balances_of(record)["bevilget:a1"] == 5
    assert record.see(FUND).allocations["a1"].amount_oere == MILLION


# --- where the money has moved on -------------------------------------------------------------------------------------


def test_a_grant_is_not_reversed_while_some_of_it_is_held() -> None:
    reverse(with_money(ALONE, earmarked()), GrantReceived).refused("fund.moved-on", account="fri:2024")


def test_an_earmark_is_not_reversed_when_it_is_reduced_or_granted() -> None:
    reduced = with_money(ALONE, earmarked())
    reduced.when(Reduce(earmark="e1", amount_oere=5, decision=taken()), to=FUND)
    reverse(reduced, Earmarked).refused("fund.moved-on", account="betinget:e1")
    done = with_money(ALONE, earmarked())
    done.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    reverse(done, Earmarked).refused("fund.moved-on", account="betinget:e1")
    reduced.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    reverse(reduced, EarmarkReduced).refused("fund.moved-on", account="betinget:e1")


def test_an_allocation_is_not_reversed_when_it_is_paid() -> None:
    reverse(with_money(ALONE, allocated(), paid(1)), Allocated).refused("fund.moved-on", account="bevilget:a1")


def test_a_payment_is_not_reversed_when_it_is_paid_back_or_the_allocation_is_closed() -> None:
    back = with_money(ALONE, allocated(), paid(5))
    back.when(Repay(allocation="a1", amount_oere=1, from_party=KOLDING, booked_on=TODAY, voucher="b2"), to=FUND)
    reverse(back, Paid).refused("fund.moved-on", account="udbetalt:a1")
    reverse(back, Repaid)
    assert reverse(back, Paid).said_no is None
    closed = with_money(ALONE, allocated(), paid(5))
    closed.when(CloseAllocation(allocation="a1", year=2024, document=EVALUATION), to=FUND)
    reverse(closed, Paid).refused("fund.moved-on", account="udbetalt:a1")


def test_what_was_released_is_earmarked_anew_not_reversed() -> None:
    record = with_money(ALONE, earmarked(second_person=False))
    free = EarmarkReleased(
        earmark="e1", why=Why.EXPIRED, amount_oere=MILLION, legs=legs(betinget_e1=-MILLION, fri_2024=MILLION)
    )
    record.happened(FUND, free)
    reverse(record, EarmarkReleased).refused("fund.not-reversible")


@pytest.mark.parametrize("year", [2024, 2025])
def test_closed_years_are_put_right_by_new_postings_not_by_reversals(year: int) -> None:
    reverse(a_fund(ALONE, granted(), carried(GRANT), shut(year)), CarriedOver).refused("fund.year-shut", year=year)


def test_a_payment_of_a_closed_year_is_reversed_in_the_open_one() -> None:
    record = a_fund(ALONE, told_of(MILLION), paid(5, "samsoe", "2023-12-31"), shut(2023))
    assert reverse(record, Paid).said_no is None
