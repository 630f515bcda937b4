"""What the accounting system shows is recorded and never adjusted to; a year is closed when it is made up and agrees."""

import msgspec
import pytest

from domain.fund import AssertBalance, BalanceAsserted, CloseYear, YearClosed
from domain.money import OERE_MAX
from tests.domain.money import (
    ALONE,
    CONFIRMER,
    GRANT,
    MILLION,
    REGISTRAR,
    a_fund,
    allocated,
    balances_of,
    granted,
    leg,
    shut,
    threshold,
    told_of,
)
from tests.domain.world import FUND, PAPER, SECRETARY, paper

SHOWS = AssertBalance(account="fri:2024", as_of_on="2024-02-29", amount_oere=GRANT - 7, document=PAPER)
CLOSE = CloseYear(year=2024)


def test_a_difference_is_recorded_and_nothing_is_posted() -> None:
    record = a_fund(granted())
    before = balances_of(record)
    record.when(SHOWS, to=FUND, by=REGISTRAR).then(
        BalanceAsserted(
            account="fri:2024",
            as_of_on="2024-02-29",
            amount_oere=475_727_093,
            difference_oere=-7,
            document=PAPER,
        )
    )
    assert balances_of(record) == before


def test_an_account_that_the_fund_does_not_have_shows_all_as_difference() -> None:
    (event,) = a_fund().when(msgspec.structs.replace(SHOWS, account="fri:2020"), to=FUND).recorded
    assert event.event.difference_oere == GRANT - 7


def test_a_difference_is_no_larger_than_an_amount_can_be() -> None:
    shows = msgspec.structs.replace(SHOWS, amount_oere=-OERE_MAX)
    a_fund(granted()).when(shows, to=FUND).refused("fund.too-large", limit_oere=OERE_MAX)


def test_what_an_account_shows_stands_in_a_paper_of_the_own_cluster() -> None:
    missing = msgspec.structs.replace(SHOWS, document="lillebaelt/document/none")
    a_fund().when(missing, to=FUND).refused("id.unknown")
    theirs = "aarhus/document/x"
    a_fund(paper(theirs)).when(msgspec.structs.replace(SHOWS, document=theirs), to=FUND).refused("scope.other")


@pytest.mark.parametrize("by", [SECRETARY, CONFIRMER])
def test_only_the_registrar_keeps_the_books(by: str) -> None:
    for command in (SHOWS, CLOSE):
        a_fund(ALONE).when(command, to=FUND, by=by).denied()


# --- closing a year ---------------------------------------------------------------------------------------------------


def test_closing_a_year_writes_every_balance_into_the_record() -> None:
    record = a_fund(ALONE, granted(MILLION), allocated(MILLION))
    record.when(CLOSE, to=FUND, by=REGISTRAR).then(
        YearClosed(
            year=2024,
            balances=(leg("bevilget:a1", MILLION), leg("fri:2024", 0), leg("tilskud:2024", -MILLION)),
        )
    )


def test_a_year_is_not_closed_while_money_in_it_is_free() -> None:
    a_fund(ALONE, granted()).when(CLOSE, to=FUND).refused("fund.free-left", free_oere=GRANT, year=2024)


@pytest.mark.parametrize("account", ["tilskud:2024", "fri:2024", "overført:2023>2024", "bevilget:samsoe"])
def test_a_year_is_not_closed_while_an_account_does_not_agree(account: str) -> None:
    record = a_fund(ALONE, told_of(MILLION))
    balance = record.see(FUND).accounts.get(account, 0)
    shows = msgspec.structs.replace(SHOWS, account=account, amount_oere=balance + 1)
    record.when(shows, to=FUND)
    record.when(CLOSE, to=FUND).refused("fund.difference-open", account=account, difference_oere=1)
    record.when(msgspec.structs.replace(shows, amount_oere=balance), to=FUND)
    assert record.when(CLOSE, to=FUND).said_no is None


def test_what_does_not_agree_in_another_year_does_not_keep_this_one_open() -> None:
    record = a_fund(ALONE, told_of(MILLION))
    record.when(msgspec.structs.replace(SHOWS, account="fri:2023"), to=FUND)
    assert record.when(CLOSE, to=FUND).said_no is None


def test_a_year_is_closed_once() -> None:
    a_fund(ALONE, shut(2024)).when(CLOSE, to=FUND).refused("fund.year-shut", year=2024)


def test_closing_a_year_of_much_money_takes_two() -> None:
    facts = granted(MILLION), allocated(MILLION)
    a_fund(*facts).when(CLOSE, to=FUND, by=REGISTRAR).refused("fund.four-eyes")
    a_fund(threshold(MILLION), *facts).when(CLOSE, to=FUND, by=REGISTRAR).refused("fund.four-eyes")
    assert a_fund(threshold(MILLION + 1), *facts).when(CLOSE, to=FUND, by=REGISTRAR).said_no is None
