"""What a fund's page says of what is quoted, held, allocated and taken back (domain-model 4.1)."""

from domain.fund.accounts import mirrored, transfer
from domain.fund.allocations import AllocationClosed
from domain.fund.payments import Paid
from domain.fund.releasing import EarmarkReleased, Why
from domain.fund.reversing import Reversed
from domain.text import said
from projections.funds import FUNDS
from tests.projections.told import rows
from tests.projections.two_funds import (
    ANNOUNCED,
    APPLICATION,
    C1,
    C3,
    CLOSED,
    CONFIRMED,
    GRANT_2024,
    HELD,
    MET,
    OPENED,
    PAID,
    PAPER,
    REDUCED,
    REPAID,
    TWO_PHASES,
    balances,
    fund,
    legs_of,
    postings,
    told,
    trail,
)

# --- what is quoted ---------------------------------------------------------------------------------------------------


def test_a_quoted_amount_is_added_to_nothing() -> None:
    kept = told(OPENED, ANNOUNCED)
    earmark = kept["earmark/e2"]
    assert (earmark.state, earmark.quoted_oere, earmark.precision, earmark.amount_oere) == (
        "announced",
        470_000_000,
        "about",
        None,
    )
    assert (balances(kept), postings(kept), kept["fund"].conditional_oere) == ({}, [], 0)


def test_money_that_is_held_later_stands_beside_the_quotation_and_not_in_it() -> None:
    earmark = told(OPENED, GRANT_2024, ANNOUNCED, HELD, REDUCED)["earmark/e2"]
    assert (earmark.state, earmark.quoted_oere, earmark.amount_oere) == ("held", 470_000_000, 450_000_000)


# --- earmarks ---------------------------------------------------------------------------------------------------------


def test_held_money_is_reduced_and_then_allocated_to_the_oere() -> None:
    figures = [
        (each.what, each.free_oere, each.conditional_oere, each.allocated_oere) for each in postings(told(*TWO_PHASES))
    ]
    assert figures == [
        ("grant-received", 800_000_000, 0, 0),
        ("earmarked", 330_000_000, 470_000_000, 0),
        ("earmark-reduced", 350_000_000, 450_000_000, 0),
        ("allocated", 350_000_000, 0, 450_000_000),
    ]


def test_an_earmark_tells_what_it_still_waits_for() -> None:
    earmark = told(OPENED, GRANT_2024, HELD)["earmark/e2"]
    assert (earmark.state, earmark.waits_for, earmark.waits_for_second_person) == ("held", (C1, C3), True)
    earmark = told(OPENED, GRANT_2024, HELD, MET[0], CONFIRMED)["earmark/e2"]
    assert (earmark.waits_for, earmark.waits_for_second_person) == ((C3,), False)
    assert told(*TWO_PHASES)["earmark/e2"].state == "allocated"


def test_an_earmark_that_is_released_gives_its_money_back() -> None:
    released = fund(
        EarmarkReleased(
            earmark="e2",
            why=Why.FELL,
            condition=C1,
            amount_oere=470_000_000,
            legs=transfer("betinget:e2", "fri:2024", 470_000_000),
        )
    )
    kept = told(OPENED, GRANT_2024, HELD, released)
    assert (kept["earmark/e2"].state, kept["earmark/e2"].why) == ("released", "fell")
    assert (kept["fund"].free_oere, kept["fund"].conditional_oere) == (800_000_000, 0)


def test_an_earmark_that_was_cut_in_error_holds_what_it_held() -> None:
    taken_back = fund(Reversed(reverses=4, reason=said("Forkert"), legs=mirrored(legs_of(REDUCED))))
    row = told(OPENED, GRANT_2024, HELD, REDUCED, taken_back)["earmark/e2"]
    assert (row.state, row.amount_oere) == ("held", 470_000_000)


def test_an_earmark_that_was_posted_in_error_holds_nothing() -> None:
    taken_back = fund(Reversed(reverses=3, reason=said("Forkert"), legs=mirrored(legs_of(HELD))))
    kept = told(OPENED, GRANT_2024, HELD, taken_back)
    assert (kept["earmark/e2"].state, kept["fund"].free_oere) == ("reversed", 800_000_000)
    assert rows(FUNDS, OPENED, GRANT_2024, HELD, taken_back)["klyngemidler"].waiting == 0


# --- allocations ------------------------------------------------------------------------------------------------------


def test_an_allocation_tells_what_is_paid_and_what_is_left() -> None:
    row = told(*TWO_PHASES, PAID)["allocation/e2"]
    assert (row.amount_oere, row.paid_oere, row.left_oere) == (450_000_000, 300_000_000, 150_000_000)
    row = told(*TWO_PHASES, PAID, REPAID)["allocation/e2"]
    assert (row.paid_oere, row.left_oere) == (260_000_000, 190_000_000)


def test_an_allocation_that_is_evaluated_is_closed_and_the_rest_is_free_again() -> None:
    kept = told(*TWO_PHASES, PAID, REPAID, CLOSED)
    row = kept["allocation/e2"]
    assert (row.state, row.left_oere, row.unspent_oere, row.evaluated_by) == ("closed", 0, 190_000_000, PAPER)
    assert (kept["fund"].free_oere, kept["fund"].allocated_oere, kept["fund"].paid_oere) == (
        540_000_000,
        0,
        260_000_000,
    )


def test_the_trail_of_a_krone_goes_from_the_application_by_the_decisions_to_the_evaluation() -> None:
    steps = trail(told(*TWO_PHASES, PAID, REPAID, CLOSED), "e2")
    assert [each.what for each in steps] == [
        "applied",
        "decided",
        "earmarked",
        "earmark-reduced",
        "condition-met",
        "condition-met",
        "second-person-confirmed",
        "decided",
        "allocated",
        "paid",
        "repaid",
        "evaluated",
        "allocation-closed",
    ]
    assert steps[0].application == APPLICATION
    assert [each.decision.decision for each in steps if each.what == "decided"] == ["1", "2"]
    assert [each.amount_oere for each in steps if each.what in ("earmarked", "allocated", "paid", "repaid")] == [
        470_000_000,
        450_000_000,
        300_000_000,
        40_000_000,
    ]


def test_a_reversal_names_the_posting_it_mirrors_and_the_posting_names_it() -> None:
    reversed_ = fund(Reversed(reverses=9, reason=said("Forkert konto"), legs=mirrored(legs_of(PAID))))
    kept = told(*TWO_PHASES, PAID, reversed_)
    paid, mirror = kept["posting/9"], kept["posting/10"]
    assert (paid.what, paid.reversed_by, mirror.reverses) == ("paid", 10, 9)
    assert kept["allocation/e2"].left_oere == 450_000_000
    assert trail(kept, "e2")[-1].what == "reversed"


def test_an_allocation_that_was_used_up_is_closed_without_a_posting() -> None:
    paid = fund(
        Paid(
            allocation="e2",
            amount_oere=450_000_000,
            to_party="dk/party/kolding-kommune",
            booked_on="2024-09-02",
            voucher="B-17",
            legs=transfer("bevilget:e2", "udbetalt:e2", 450_000_000),
        )
    )
    closed = fund(AllocationClosed(allocation="e2", document=PAPER, unspent_oere=0, year=2024, legs=()))
    assert told(*TWO_PHASES, paid, closed)["allocation/e2"].state == "closed"


def test_an_allocation_that_was_closed_in_error_is_open_again() -> None:
    taken_back = fund(Reversed(reverses=11, reason=said("For tidligt"), legs=mirrored(legs_of(CLOSED))))
    row = told(*TWO_PHASES, PAID, REPAID, CLOSED, taken_back)["allocation/e2"]
    assert (row.state, row.left_oere, row.unspent_oere, row.evaluated_by) == ("open", 190_000_000, None, None)
