"""Allocations: granted at once where one may, paid to the last øre and no further, closed by their evaluation."""

import msgspec
import pytest

from domain.application import Accepted
from domain.fund import Allocated, AllocationClosed, CloseAllocation, Paid, Pay, Repaid, Repay
from tests.domain.money import (
    ALONE,
    APPLICATION,
    CONFIRMER,
    EVALUATION,
    MILLION,
    OTHER_APPLICATION,
    REGISTRAR,
    a_fund,
    allocate,
    allocated,
    applied,
    balances_of,
    earmarked,
    kept_terms,
    legs,
    paid,
    shut,
    tags,
    threshold,
    told_of,
    with_money,
)
from tests.domain.world import FUND, KOLDING, PAPER, SECRETARY, STRATEGIC, TODAY, Fact

PAY = Pay(allocation="a1", amount_oere=MILLION, to_party=KOLDING, booked_on=TODAY, voucher="bilag 17")
REPAY = Repay(allocation="a1", amount_oere=MILLION // 2, from_party=KOLDING, booked_on=TODAY, voucher="bilag 18")
CLOSE = CloseAllocation(allocation="a1", year=2024, document=EVALUATION)

# --- granted at once --------------------------------------------------------------------------------------------------


def test_a_small_amount_is_granted_at_once_and_the_applicant_is_told() -> None:
    record = with_money(ALONE)
    record.when(allocate(), to=FUND, by=REGISTRAR).then(
        Allocated(allocation="a1", legs=legs(fri_2024=-MILLION, bevilget_a1=MILLION), **kept_terms(MILLION)),
        (APPLICATION, Accepted(allocation="a1", amount_oere=MILLION)),
    )


def test_it_takes_two_from_the_threshold_on() -> None:
    record = with_money(threshold(MILLION))
    record.when(allocate(MILLION), to=FUND, by=REGISTRAR).refused("fund.four-eyes")
    assert record.when(allocate(MILLION - 1), to=FUND, by=REGISTRAR).said_no is None


def test_it_always_takes_two_where_no_threshold_is_set() -> None:
    with_money().when(allocate(1), to=FUND, by=REGISTRAR).refused("fund.four-eyes")


def test_what_is_granted_at_once_is_decided() -> None:
    with_money(ALONE).when(allocate(decisions=()), to=FUND).refused(
        "mandate.step-missing", step="disponere", body=STRATEGIC
    )


@pytest.mark.parametrize("other", [allocated(1), earmarked(1, earmark="a1")], ids=["allocation", "earmark"])
def test_an_allocation_has_a_name_of_its_own(other: Fact) -> None:
    record = with_money(ALONE, other, *applied(OTHER_APPLICATION))
    record.when(allocate(application=OTHER_APPLICATION), to=FUND).refused("fund.allocation-exists", allocation="a1")


@pytest.mark.parametrize("by", [SECRETARY, CONFIRMER])
def test_only_the_registrar_grants_pays_and_closes(by: str) -> None:
    record = with_money(ALONE, allocated())
    for command in (allocate(), PAY, REPAY, CLOSE):
        record.when(command, to=FUND, by=by).denied()


# --- paid -------------------------------------------------------------------------------------------------------------


def test_an_allocation_is_paid_to_the_last_oere_and_no_further() -> None:
    record = with_money(ALONE, allocated())
    over = msgspec.structs.replace(PAY, amount_oere=MILLION + 1)
    record.when(over, to=FUND).refused("fund.overdrawn", left_oere=MILLION)
    record.when(PAY, to=FUND, by=REGISTRAR).then(
        Paid(
            allocation="a1",
            amount_oere=MILLION,
            to_party=KOLDING,
            booked_on=TODAY,
            voucher="bilag 17",
            legs=legs(bevilget_a1=-MILLION, udbetalt_a1=MILLION),
        )
    )
    record.when(msgspec.structs.replace(PAY, amount_oere=1), to=FUND).refused("fund.overdrawn", left_oere=0)


def test_a_large_payment_is_not_one_persons() -> None:
    with_money(allocated()).when(PAY, to=FUND, by=REGISTRAR).refused("fund.four-eyes")


def test_nothing_is_paid_in_a_closed_year() -> None:
    late = msgspec.structs.replace(PAY, booked_on="2023-12-31")
    with_money(ALONE, allocated(), shut(2023)).when(late, to=FUND).refused("fund.year-shut", year=2023)


def test_nothing_is_paid_out_of_what_there_is_not() -> None:
    with_money(ALONE).when(PAY, to=FUND).refused("fund.allocation-unknown", allocation="a1")
    unknown = msgspec.structs.replace(PAY, to_party="dk/party/none")
    with_money(ALONE, allocated()).when(unknown, to=FUND).refused("id.unknown", id="dk/party/none")


def test_what_a_paper_tells_was_granted_is_paid_like_any_other() -> None:
    record = a_fund(ALONE, told_of(MILLION))
    assert tags(record.when(msgspec.structs.replace(PAY, allocation="samsoe"), to=FUND)) == ["fund.paid"]


# --- paid back --------------------------------------------------------------------------------------------------------


def test_what_is_paid_back_may_be_used_again() -> None:
    record = with_money(allocated(), paid(MILLION))
    record.when(REPAY, to=FUND, by=REGISTRAR).then(
        Repaid(
            allocation="a1",
            amount_oere=50_000_000,
            from_party=KOLDING,
            booked_on=TODAY,
            voucher="bilag 18",
            legs=legs(tilbagebetalt_a1=-50_000_000, bevilget_a1=50_000_000),
        )
    )
    assert balances_of(record) == {
        "tilskud:2024": -475_727_100,
        "fri:2024": 375_727_100,
        "bevilget:a1": 50_000_000,
        "udbetalt:a1": 100_000_000,
        "tilbagebetalt:a1": -50_000_000,
    }


def test_no_more_is_paid_back_than_was_paid() -> None:
    record = with_money(allocated(), paid(MILLION // 4))
    record.when(REPAY, to=FUND).refused("fund.overdrawn", left_oere=MILLION // 4)
    twice = with_money(allocated(), paid(MILLION))
    twice.when(msgspec.structs.replace(REPAY, amount_oere=MILLION), to=FUND)
    twice.when(msgspec.structs.replace(REPAY, amount_oere=1), to=FUND).refused("fund.overdrawn", left_oere=0)


def test_what_is_paid_back_after_the_end_is_free() -> None:
    record = with_money(allocated(), paid(MILLION))
    record.when(CLOSE, to=FUND)
    record.when(REPAY, to=FUND)
    assert balances_of(record)["fri:2024"] == 375_727_100 + 50_000_000


def test_nothing_is_paid_back_to_what_there_is_not_nor_in_a_closed_year() -> None:
    with_money().when(REPAY, to=FUND).refused("fund.allocation-unknown", allocation="a1")
    late = msgspec.structs.replace(REPAY, booked_on="2023-12-31")
    with_money(allocated(), paid(MILLION), shut(2023)).when(late, to=FUND).refused("fund.year-shut", year=2023)
    unknown = msgspec.structs.replace(REPAY, from_party="dk/party/none")
    with_money(allocated(), paid(MILLION)).when(unknown, to=FUND).refused("id.unknown", id="dk/party/none")


# --- closed -----------------------------------------------------------------------------------------------------------


def test_an_allocation_is_closed_by_its_evaluation_and_what_was_not_used_is_free_again() -> None:
    record = with_money(allocated(), paid(MILLION - 5))
    record.when(CLOSE, to=FUND, by=REGISTRAR).then(
        AllocationClosed(
            allocation="a1", document=EVALUATION, unspent_oere=5, year=2024, legs=legs(bevilget_a1=-5, fri_2024=5)
        )
    )
    record.when(CLOSE, to=FUND).refused("fund.allocation-ended", allocation="a1")
    record.when(msgspec.structs.replace(PAY, amount_oere=1), to=FUND).refused("fund.allocation-ended")


def test_where_all_was_used_closing_posts_nothing() -> None:
    record = with_money(allocated(), paid(MILLION))
    (event,) = record.when(CLOSE, to=FUND).recorded
    assert (event.event.unspent_oere, event.event.legs) == (0, ())


def test_an_allocation_is_not_closed_without_its_evaluation() -> None:
    record = with_money(allocated())
    record.when(msgspec.structs.replace(CLOSE, document=None), to=FUND).refused("fund.not-evaluated", allocation="a1")
    unfiled = msgspec.structs.replace(CLOSE, document="lillebaelt/document/none")
    record.when(unfiled, to=FUND).refused("id.unknown")


def test_the_paper_that_tells_of_an_allocation_does_not_evaluate_it() -> None:
    record = a_fund(told_of(MILLION))
    close = CloseAllocation(allocation="samsoe", year=2024, document=PAPER)
    record.when(close, to=FUND).refused("fund.not-evaluated", allocation="samsoe")


def test_nothing_is_set_free_in_a_closed_year() -> None:
    with_money(allocated(), shut(2024)).when(CLOSE, to=FUND).refused("fund.year-shut", year=2024)


def test_there_is_something_to_close() -> None:
    with_money().when(CLOSE, to=FUND).refused("fund.allocation-unknown", allocation="a1")
