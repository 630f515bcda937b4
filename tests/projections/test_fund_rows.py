"""A fund to the øre: accounts, postings with what was left, who decided (domain-model 4.6)."""

from typing import Any

import pytest

from domain.text import said
from projections.front import FRONT
from projections.funds import FUNDS
from projections.reveal import Place
from tests.projections.told import rows
from tests.projections.two_funds import (
    AARHUS,
    ANNOUNCED,
    APPROVED,
    CHOSEN,
    CLOSED,
    GRANT_2024,
    HELD,
    MEETING,
    OPENED,
    PAID,
    PAPER,
    REPAID,
    SAMSOE,
    TWO_PHASES,
    balances,
    postings,
    told,
)

# --- Aarhus, to the øre -----------------------------------------------------------------------------------------------


def test_the_balances_of_aarhus_are_those_of_the_papers() -> None:
    assert balances(told(*AARHUS)) == {
        "tilskud:2022": -475_727_100,
        "tilskud:2023": -475_727_100,
        "fri:2022": 0,
        "overført:2022>2023": 0,
        "fri:2023": 901_454_200,
        "bevilget:samsoe": 50_000_000,
    }


def test_the_sum_row_holds_what_is_granted_free_held_and_allocated_and_all_accounts_sum_to_zero() -> None:
    row = told(*AARHUS)["fund"]
    assert (row.granted_oere, row.free_oere, row.conditional_oere, row.allocated_oere, row.paid_oere) == (
        951_454_200,
        901_454_200,
        0,
        50_000_000,
        0,
    )
    assert (row.all_accounts_oere, row.position, row.opening) == (0, 5, True)


def test_each_account_says_what_it_is_and_which_posting_moved_it_last() -> None:
    kept = told(*AARHUS)
    free, allocated = kept["account/fri%3A2023"], kept["account/bevilget%3Asamsoe"]
    assert (free.sort, free.part, free.position) == ("free", "2023", 5)
    assert (allocated.sort, allocated.part, allocated.position) == ("allocated", "samsoe", 5)
    assert (kept["account/tilskud%3A2022"].sort, kept["account/tilskud%3A2022"].position) == ("grant", 2)


def test_every_posting_tells_what_was_free_after_it() -> None:
    assert [(each.what, each.free_oere, each.allocated_oere) for each in postings(told(*AARHUS))] == [
        ("grant-received", 475_727_100, 0),
        ("grant-received", 951_454_200, 0),
        ("carried-over", 951_454_200, 0),
        ("opened-with", 901_454_200, 50_000_000),
    ]


def test_every_posting_has_its_legs_and_they_sum_to_zero() -> None:
    for each in (*postings(told(*AARHUS)), *postings(told(*TWO_PHASES))):
        assert len(each.legs) >= 2
        assert sum(leg.amount_oere for leg in each.legs) == 0


def test_a_posting_names_the_decision_behind_it_or_the_words_that_a_paper_cites() -> None:
    grant, _, carried, entered = postings(told(*AARHUS))
    assert carried.decisions == (Place(stream=MEETING, decision="1"),)
    assert (grant.decisions, grant.cited) == ((), said("Tilskud til klyngen"))
    assert (entered.document, entered.cited) == (PAPER, said("0,5 mio. kr."))


def test_every_posting_of_an_allocation_leads_to_the_decisions_behind_it() -> None:
    behind = {each.what: each.decisions for each in postings(told(*TWO_PHASES, PAID, REPAID, CLOSED))}
    both = (
        Place(stream=CHOSEN.meeting, decision="1"),
        Place(stream=APPROVED.meeting, decision="2"),
    )
    assert behind["allocated"] == behind["paid"] == behind["repaid"] == behind["allocation-closed"] == both
    assert behind["earmarked"] == both[:1]


def test_the_plot_has_a_point_for_each_posting_on_its_day() -> None:
    points = [(each.booked_on, each.year, each.free_of_year_oere) for each in postings(told(*AARHUS))]
    assert points == [
        ("2022-01-15", 2022, 475_727_100),
        ("2023-01-15", 2023, 475_727_100),
        ("2023-02-03", 2023, 951_454_200),
        (None, 2023, 901_454_200),
    ]


def test_an_opening_entry_is_marked_with_its_source_and_with_what_the_paper_does_not_tell() -> None:
    kept = told(*AARHUS)
    allocation = kept["allocation/samsoe"]
    for row in (postings(kept)[-1], allocation):
        assert row.opening
        assert row.gaps == ("besluttende forum", "dag", "evalueringsplan")
    assert (allocation.amount_oere, allocation.left_oere, allocation.to_party) == (50_000_000, 50_000_000, SAMSOE)
    assert (allocation.from_on, allocation.ceases_on, allocation.evaluation) == ("2023-10-01", "2025-01-01", None)


# --- the same figures wherever they stand -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts", [AARHUS, TWO_PHASES, (*TWO_PHASES, PAID, REPAID, CLOSED)], ids=["aarhus", "held", "closed"]
)
def test_the_list_of_funds_and_the_front_page_hold_the_figures_of_the_fund(facts: tuple[Any, ...]) -> None:
    whole = told(*facts)["fund"]
    listed, front = rows(FUNDS, *facts)["klyngemidler"], rows(FRONT, *facts)["fund/klyngemidler"]
    for figure in ("granted_oere", "free_oere", "conditional_oere", "allocated_oere", "paid_oere", "position"):
        assert getattr(listed, figure) == getattr(whole, figure)
    for figure in ("free_oere", "conditional_oere", "allocated_oere", "position"):
        assert getattr(front, figure) == getattr(whole, figure)


def test_the_list_of_funds_counts_the_earmarks_that_wait() -> None:
    assert rows(FUNDS, OPENED, GRANT_2024, HELD)["klyngemidler"].waiting == 1
    assert rows(FUNDS, *TWO_PHASES)["klyngemidler"].waiting == 0
    assert rows(FUNDS, OPENED, ANNOUNCED)["klyngemidler"].waiting == 0
