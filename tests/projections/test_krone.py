"""The trail of a krone: from a payment back to the grant it came of, and from a grant forth to all that it became."""

from typing import Any

import msgspec
import pytest

from domain.access import Granted, Office
from domain.fund.accounts import AllocationLeft, Leg, mirrored, transfer
from domain.fund.allocations import AllocationClosed
from domain.fund.opening import Opened
from domain.fund.payments import Paid
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver
from domain.kernel import Event
from domain.text import said
from projections import krone as krone_module
from projections.krone import Krone, krone
from projections.sight import Opened as Shown
from projections.whole_way import WayDirection
from tests.projections.at_length import done
from tests.projections.rebuilt import Rebuilt
from tests.projections.told import Fact, recorded
from tests.projections.two_funds import (
    AARHUS,
    ALLOCATED,
    APPLICATION,
    CHOSEN,
    FUND,
    GRANT_2024,
    HELD,
    OPENED,
    ORDER,
    PAID,
    PAPER,
    REDUCED,
    REPAID,
    fund,
    granted,
)

AUDITOR = "dk/person/revisor"
OFFICE: Fact = (
    "dk/access/revisor",
    Granted(person=AUDITOR, office=Office.AUDITOR, reason=said("Revision."), from_on="2020-01-01"),
)
SUCCESSOR = "raad/fund/raadsmidler"
BACK, FORTH = WayDirection.BACK, WayDirection.FORTH
GRANT, EARMARK, CUT, GRANTED = "posting/2", "posting/3", "posting/4", "posting/5"
"""In the order of the facts of the fund."""
TO_PAYMENT = (OFFICE, OPENED, GRANT_2024, HELD, REDUCED, ALLOCATED, PAID)


def house(*facts: str | Fact) -> Rebuilt:
    rebuilt = Rebuilt(lambda kept: getattr(kept, "value", None))
    rebuilt.take(*recorded(*(each if isinstance(each, str) else (each[0], undecided(each[1])) for each in facts)))
    return rebuilt


def undecided(event: Event) -> Event:
    """Without the decisions behind it, which stand in no meeting here."""
    without: dict[str, Any] = {"decisions": (), "decision": None, "source": ORDER}
    return msgspec.structs.replace(event, **{name: each for name, each in without.items() if hasattr(event, name)})


def trail(rebuilt: Rebuilt, posting: int, direction: WayDirection, fund: str = FUND, at: int | None = None) -> Krone:
    told = done(krone(rebuilt.reading, AUDITOR, fund, posting, direction, at or rebuilt.head, Shown()))
    assert told is not None
    return told


def keys(told: Krone) -> list[str]:
    return [each.key if each.fund == FUND else f"{each.fund}|{each.key}" for each in told.postings]


def steps(told: Krone) -> set[tuple[str, str, str, int]]:
    """earlier, later, the account in between, at most how much"""
    return {
        (step.earlier.partition("|")[2], step.later.partition("|")[2], step.account, step.at_most_oere)
        for step in told.steps
    }


# --- back -------------------------------------------------------------------------------------------------------------


def test_a_payment_came_of_an_allocation_of_an_earmark_of_a_grant() -> None:
    told = trail(house(*TO_PAYMENT), 6, BACK)
    assert keys(told) == ["posting/6", GRANTED, EARMARK, GRANT]
    assert steps(told) == {
        (GRANTED, "posting/6", "bevilget:e2", 300_000_000),
        (EARMARK, GRANTED, "betinget:e2", 450_000_000),
        (GRANT, EARMARK, "fri:2024", 470_000_000),
    }
    assert (told.whole, told.of, told.fund.id) == (True, "posting/6", FUND)


def test_with_the_way_stand_the_application_the_decisions_and_the_evaluation() -> None:
    told = trail(house(*TO_PAYMENT), 6, BACK)
    allocation: Any = told.held[f"{FUND}|allocation/e2"]
    earmark: Any = told.held[f"{FUND}|earmark/e2"]
    assert allocation.application.id == earmark.application.id == APPLICATION
    assert (allocation.evaluation, allocation.evaluation_latest) == (said("Effekt"), "2024-12-31")
    grant: Any = told.postings[-1].row
    assert grant.party.id == "dk/party/region-midtjylland"


def test_what_was_carried_over_is_followed_into_the_year_it_came_of() -> None:
    """Samsø's half million was entered against the free money of 2023, which two grants had fed: one came by 2022."""
    told = trail(house(OFFICE, *AARHUS), 5, BACK)
    assert set(keys(told)) == {"posting/5", "posting/4", "posting/3", "posting/2"}
    assert ("posting/2", "posting/4", "fri:2022", 475_727_100) in steps(told)
    fed = {(step[0], step[3]) for step in steps(told) if step[1] == "posting/5"}
    assert fed == {("posting/3", 50_000_000), ("posting/4", 50_000_000)}


def test_what_stood_on_an_account_before_it_was_empty_has_no_part_in_what_came_later() -> None:
    """The first grant was spent to the last øre before the second came."""
    spent = fund(Paid(**paid("e0", 800_000_000), legs=transfer("fri:2024", "udbetalt:e0", 800_000_000)))
    told = trail(house(OFFICE, OPENED, GRANT_2024, spent, GRANT_2024, HELD), 5, BACK)
    assert keys(told) == ["posting/5", "posting/4"]


def test_what_came_back_had_been_paid_out() -> None:
    told = trail(house(*TO_PAYMENT, REPAID), 7, BACK)
    assert keys(told)[:3] == ["posting/7", "posting/6", GRANTED]
    assert ("posting/6", "posting/7", "udbetalt:e2", 40_000_000) in steps(told)


# --- forth ------------------------------------------------------------------------------------------------------------


def test_a_grant_became_an_earmark_an_allocation_and_a_payment_of_which_some_came_back() -> None:
    told = trail(house(*TO_PAYMENT, REPAID), 2, FORTH)
    assert keys(told) == [GRANT, EARMARK, CUT, GRANTED, "posting/6", "posting/7"]
    assert (EARMARK, CUT, "betinget:e2", 20_000_000) in steps(told)
    assert ("posting/6", "posting/7", "udbetalt:e2", 40_000_000) in steps(told)


def test_as_of_a_moment_nothing_has_become_of_it_yet() -> None:
    told = trail(house(*TO_PAYMENT), 2, FORTH, at=4)
    assert keys(told) == [GRANT, EARMARK]


def test_a_grant_has_no_part_in_what_was_spent_before_it_came() -> None:
    told = trail(house(OFFICE, OPENED, granted(2024), HELD, granted(2024)), 4, FORTH)
    assert keys(told) == ["posting/4"]


def test_what_was_taken_back_is_told_as_taken_back() -> None:
    reverse = Reversed(reverses=6, reason=said("Forkert bilag."), decision=CHOSEN, legs=mirrored(PAID[1].legs))  # type: ignore[attr-defined]
    told = trail(house(*TO_PAYMENT, fund(reverse)), 6, FORTH)
    assert keys(told) == ["posting/6", "posting/7"]
    assert told.postings[-1].row.reverses == 6


# --- from fund to fund ------------------------------------------------------------------------------------------------

LEFT = AllocationLeft(allocation="e2", amount_oere=150_000_000, application=APPLICATION, paid_oere=300_000_000)
HANDED: tuple[Fact, ...] = (
    fund(
        HandedOver(
            to_fund=SUCCESSOR,
            free_oere=350_000_000,
            allocations=(LEFT,),
            effective_on="2027-01-01",
            legs=(
                Leg(account="fri:2024", amount_oere=-350_000_000),
                Leg(account="bevilget:e2", amount_oere=-150_000_000),
                Leg(account="part:raad", amount_oere=500_000_000),
            ),
        )
    ),
    (
        SUCCESSOR,
        TakenOver(
            from_fund=FUND,
            free_oere=350_000_000,
            allocations=(LEFT,),
            effective_on="2027-01-01",
            name=said("Rådsmidler"),
            legs=(
                Leg(account="tilskud:2027", amount_oere=-500_000_000),
                Leg(account="fri:2027", amount_oere=350_000_000),
                Leg(account="bevilget:e2", amount_oere=150_000_000),
            ),
        ),
    ),
)


def paid(allocation: str, oere: int) -> dict[str, Any]:
    return {
        "allocation": allocation,
        "amount_oere": oere,
        "to_party": "dk/party/kolding-kommune",
        "booked_on": "2027-02-02",
        "voucher": "B-99",
    }


PAID_THERE: Fact = (
    SUCCESSOR,
    Paid(**paid("e2", 100_000_000), legs=transfer("bevilget:e2", "udbetalt:e2", 100_000_000)),
)


def test_a_krone_is_followed_into_the_fund_that_took_over_and_back_again() -> None:
    rebuilt = house(*TO_PAYMENT, *HANDED, PAID_THERE)
    forth = trail(rebuilt, 2, FORTH)
    assert {f"{SUCCESSOR}|posting/1", f"{SUCCESSOR}|posting/2", "posting/7"} <= set(keys(forth))
    back = trail(rebuilt, 2, BACK, SUCCESSOR)
    assert keys(back)[:3] == [f"{SUCCESSOR}|posting/2", f"{SUCCESSOR}|posting/1", "posting/7"]
    assert GRANT in keys(back)


def test_where_the_other_fund_is_not_for_the_reader_the_trail_says_that_it_goes_on() -> None:
    only_there: Event = Granted(
        person=AUDITOR,
        office=Office.AUDITOR,
        reason=said("Revision."),
        from_on="2020-01-01",
        scopes=("raad",),
    )
    rebuilt = house((OFFICE[0], only_there), *TO_PAYMENT[1:], *HANDED, PAID_THERE)
    told = trail(rebuilt, 2, BACK, SUCCESSOR)
    assert (keys(told), told.whole) == ([f"{SUCCESSOR}|posting/2", f"{SUCCESSOR}|posting/1"], False)
    assert done(krone(rebuilt.reading, AUDITOR, FUND, 2, FORTH, rebuilt.head, Shown())) is None


# --- bounds -----------------------------------------------------------------------------------------------------------


def test_a_trail_that_is_too_long_is_cut_off_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(krone_module, "POSTINGS_MAX", 3)
    told = trail(house(*TO_PAYMENT), 6, BACK)
    assert (len(told.postings), told.whole) == (3, False)


def test_of_more_steps_than_are_told_the_postings_that_they_lead_to_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(krone_module, "STEPS_MAX", 2)
    told = trail(house(*TO_PAYMENT), 6, BACK)
    assert (len(told.steps), told.whole) == (2, False)
    ends = {end.partition("|")[2] for step in told.steps for end in (step.earlier, step.later)}
    assert ends <= set(keys(told))


def test_an_account_is_read_once_however_many_postings_of_it_are_on_the_trail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a fund of many postings would keep everybody waiting for one who asks."""
    rebuilt, read = house(*TO_PAYMENT), list[str]()
    versions = rebuilt.reading.rows.versions

    def counted(view: str, key: str, *asked: int) -> Any:
        read.append(key)
        return versions(view, key, *asked)

    monkeypatch.setattr(rebuilt.reading.rows, "versions", counted, raising=False)
    told = trail(rebuilt, 2, FORTH)
    assert len(told.postings) > 3
    assert read
    assert len(read) == len(set(read))


def test_an_account_of_more_postings_than_are_kept_is_looked_at_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(krone_module, "ACCOUNT_POSTINGS_MAX", 1)
    told = trail(house(*TO_PAYMENT), 6, BACK)
    assert (len(told.postings) > 1, told.whole) == (True, False)
    monkeypatch.setattr(krone_module, "LOOKED_MAX", 0)
    assert len(trail(house(*TO_PAYMENT), 6, BACK).postings) <= len(told.postings)


def test_a_posting_that_is_not_there_has_no_trail() -> None:
    rebuilt = house(*TO_PAYMENT)
    assert done(krone(rebuilt.reading, AUDITOR, FUND, 99, BACK, rebuilt.head, Shown())) is None
    assert done(krone(rebuilt.reading, "dk/person/en-anden", FUND, 2, BACK, rebuilt.head, Shown())) is None


def test_what_closed_with_nothing_left_posted_nothing() -> None:
    used_up = AllocationClosed(allocation="e2", document=PAPER, unspent_oere=0, year=2024, legs=())
    rebuilt = house(*TO_PAYMENT, fund(used_up))
    assert done(krone(rebuilt.reading, AUDITOR, FUND, 7, BACK, rebuilt.head, Shown())) is None
    assert isinstance(OPENED[1], Opened)
