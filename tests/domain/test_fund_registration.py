"""One registers, another confirms: earmarks, opening entries, and whatever is large enough to take two."""

from typing import Any

import msgspec
import pytest

from domain.application import Accepted
from domain.claims import DateNotStated
from domain.decided import Cited, DecisionRef
from domain.fund import (
    Allocated,
    CloseAllocation,
    Confirm,
    EarmarkReduced,
    FundOffice,
    GrantReceived,
    NoteNoGrant,
    Open,
    OpenedWith,
    OpenWith,
    Paid,
    ReceiveGrant,
    Reduce,
    Register,
    RegistrationMade,
    Reversed,
    SecondPersonConfirmed,
    YearClosed,
)
from domain.fund.state import ALLOCATIONS_MAX, REGISTRATIONS_MAX
from domain.fund.wishes import CloseYearWish, OpenWithWish, PayWish, ReverseWish
from domain.text import Text, said
from tests.domain.money import (
    ALONE,
    APPLICANT,
    APPLICATION,
    CONFIRMER,
    KEPT_LAW,
    LAW,
    MILLION,
    REGISTRAR,
    a_fund,
    allocated,
    balances_of,
    earmarked,
    granted,
    kept_terms,
    leg,
    legs,
    number_of,
    officer,
    shut,
    told_of,
    with_money,
)
from tests.domain.waiting import announced
from tests.domain.world import FUND, KOLDING, PAPER, SECRETARY, TODAY, taken

PAY = PayWish(allocation="a1", amount_oere=MILLION, to_party=KOLDING, booked_on=TODAY, voucher="b1")
ENTRY: OpenWithWish[Text] = OpenWithWish(
    year=2024, amount_oere=MILLION, source=LAW, allocation="samsoe", to_party=KOLDING, gaps=("dag",)
)
CONFIRM = Confirm(of="r1")


def register(wish: Any, name: str = "r1") -> Register:
    return Register(registration=name, wish=wish)


def made(wish: Any, by: str = REGISTRAR) -> RegistrationMade:
    return RegistrationMade(registration="r1", wish=wish, registered_by=by)


def as_command(wish: OpenWithWish[Text]) -> OpenWith:
    return OpenWith(registration="r1", **msgspec.structs.asdict(wish))


# --- an earmark -------------------------------------------------------------------------------------------------------


def test_an_earmark_that_waits_for_nothing_else_is_granted_when_a_second_person_confirms() -> None:
    record = with_money(earmarked())
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="e1"),
        Allocated(
            allocation="e1",
            earmark="e1",
            legs=legs(betinget_e1=-MILLION, bevilget_e1=MILLION),
            **kept_terms(MILLION),
        ),
        (APPLICATION, Accepted(allocation="e1", amount_oere=MILLION)),
    )


def test_who_confirms_neither_registered_nor_applied() -> None:
    confirmers = (officer(APPLICANT, FundOffice.CONFIRMER), officer(SECRETARY, FundOffice.CONFIRMER))
    record = with_money(*confirmers, earmarked(registered_by=SECRETARY))
    record.when(Confirm(of="e1"), to=FUND, by=APPLICANT).refused("fund.four-eyes")
    record.when(Confirm(of="e1"), to=FUND, by=SECRETARY).refused("fund.four-eyes")


def test_the_registrar_confirms_nothing() -> None:
    with_money(earmarked()).when(Confirm(of="e1"), to=FUND, by=REGISTRAR).denied()


def test_an_earmark_is_confirmed_once() -> None:
    record = with_money(earmarked(MILLION, "lillebaelt/condition/c1"))
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).then(SecondPersonConfirmed(of="e1"))
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).refused("fund.already-resolved", earmark="e1")


def test_an_announced_earmark_has_nothing_to_confirm() -> None:
    a_fund(announced()).when(Confirm(of="e1"), to=FUND, by=CONFIRMER).refused("fund.already-resolved")


def test_what_nobody_registered_is_not_confirmed() -> None:
    a_fund().when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.nothing-to-confirm", of="r1")


# --- what was there before --------------------------------------------------------------------------------------------


def test_an_opening_entry_is_always_registered_and_confirmed_and_marked_with_its_gaps() -> None:
    kept = msgspec.structs.replace(ENTRY, source=KEPT_LAW)
    record = a_fund(ALONE).when(as_command(ENTRY), to=FUND, by=REGISTRAR).then(made(kept))
    assert balances_of(record) == {}
    record.when(CONFIRM, to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="r1"),
        OpenedWith(
            year=2024,
            amount_oere=MILLION,
            source=KEPT_LAW,
            legs=(leg("åbning", -MILLION), leg("bevilget:samsoe", MILLION)),
            allocation="samsoe",
            to_party=KOLDING,
            gaps=("dag",),
        ),
    )


def test_an_allocation_from_before_is_taken_from_the_grant_where_that_is_posted() -> None:
    record = a_fund(granted())
    record.when(as_command(ENTRY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER)
    assert balances_of(record) == {
        "tilskud:2024": -475_727_100,
        "fri:2024": 375_727_100,
        "bevilget:samsoe": MILLION,
    }


def test_an_allocation_from_before_takes_no_more_than_the_grant_has_left() -> None:
    record = a_fund(granted(MILLION - 1))
    record.when(as_command(ENTRY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.pool-exceeded", account="fri:2024", free_oere=MILLION - 1)


def test_free_money_from_before_comes_from_the_opening() -> None:
    record = a_fund()
    free = msgspec.structs.replace(ENTRY, allocation=None, to_party=None)
    record.when(as_command(free), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER)
    assert balances_of(record) == {"åbning": -MILLION, "fri:2024": MILLION}


def test_free_money_of_a_year_whose_grant_is_posted_is_not_entered_again() -> None:
    record = a_fund(granted())
    record.when(as_command(msgspec.structs.replace(ENTRY, allocation=None)), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.grant-twice", year=2024)


def test_an_opening_entry_is_evidence_of_nothing_else() -> None:
    """Not of the year's grant, not of an evaluation, not of what the accounting system shows."""
    record = a_fund(ALONE, told_of(MILLION))
    grant = ReceiveGrant(year=2024, amount_oere=1, from_party=KOLDING, booked_on=TODAY, source=LAW)
    assert record.when(grant, to=FUND).said_no is None
    close = CloseAllocation(allocation="samsoe", year=2024, document=PAPER)
    record.when(close, to=FUND).refused("fund.not-evaluated", allocation="samsoe")
    assert record.see(FUND).assertions == {}
    assert record.see(FUND).allocations["samsoe"].application is None


def test_an_opening_entry_needs_a_paper() -> None:
    unwritten: DecisionRef[str] = Cited(who="Forummet", on=DateNotStated(), words="Det huskes")
    entry = as_command(msgspec.structs.replace(ENTRY, source=unwritten))
    a_fund().when(entry, to=FUND).refused("fund.no-document")


def test_an_opening_entry_is_of_an_open_year_and_a_known_party() -> None:
    a_fund(shut(2024)).when(as_command(ENTRY), to=FUND).refused("fund.year-shut", year=2024)
    unknown = msgspec.structs.replace(ENTRY, to_party="dk/party/none")
    a_fund().when(as_command(unknown), to=FUND).refused("id.unknown", id="dk/party/none")


def test_an_allocation_is_told_of_once() -> None:
    record = a_fund(told_of(MILLION))
    record.when(as_command(ENTRY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.allocation-exists", allocation="samsoe")


def test_a_fund_has_so_many_allocations_and_no_more() -> None:
    record = a_fund(*(told_of(1, f"m{number}") for number in range(ALLOCATIONS_MAX)))
    record.when(as_command(ENTRY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.allocations-full", count=ALLOCATIONS_MAX)


# --- registered and confirmed -----------------------------------------------------------------------------------------


def test_a_large_payment_is_paid_when_a_second_person_confirms() -> None:
    record = with_money(allocated())
    record.when(register(PAY), to=FUND, by=REGISTRAR).then(made(PAY))
    record.when(CONFIRM, to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="r1"),
        Paid(
            allocation="a1",
            amount_oere=MILLION,
            to_party=KOLDING,
            booked_on=TODAY,
            voucher="b1",
            legs=legs(bevilget_a1=-MILLION, udbetalt_a1=MILLION),
        ),
    )


def test_a_registration_holds_no_money_so_it_is_judged_again_when_it_is_confirmed() -> None:
    record = with_money(allocated(MILLION))
    for name in ("r1", "r2"):
        record.when(register(PAY, name), to=FUND, by=REGISTRAR)
    record.when(Confirm(of="r1"), to=FUND, by=CONFIRMER)
    record.when(Confirm(of="r2"), to=FUND, by=CONFIRMER).refused("fund.overdrawn", left_oere=0)


def test_a_reversal_is_registered_and_confirmed() -> None:
    record = a_fund(granted())
    number = number_of(record, GrantReceived)
    record.when(register(ReverseWish(reverses=number, reason="Forkert beløb.")), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="r1"),
        Reversed(
            reverses=number,
            reason=said("Forkert beløb."),
            legs=legs(tilskud_2024=475_727_100, fri_2024=-475_727_100),
        ),
    )


def test_a_year_is_closed_by_two() -> None:
    record = a_fund(told_of(MILLION))
    record.when(register(CloseYearWish(year=2024)), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="r1"),
        YearClosed(year=2024, balances=(leg("bevilget:samsoe", MILLION), leg("åbning", -MILLION))),
    )


def test_a_registration_is_confirmed_once() -> None:
    record = with_money(allocated())
    record.when(register(PAY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=CONFIRMER)
    record.when(CONFIRM, to=FUND, by=CONFIRMER).refused("fund.already-resolved", earmark="r1")


def test_nobody_confirms_what_they_registered_or_applied_for() -> None:
    confirmers = (officer(APPLICANT, FundOffice.CONFIRMER), officer(REGISTRAR, FundOffice.CONFIRMER, "2024-03-02"))
    record = with_money(allocated(), officer(REGISTRAR, FundOffice.REGISTRAR, ceases_on="2024-03-02"), *confirmers)
    record.when(register(PAY), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=APPLICANT, on="2024-03-02").refused("fund.four-eyes")
    record.when(CONFIRM, to=FUND, by=REGISTRAR, on="2024-03-02").refused("fund.four-eyes")


def test_nobody_has_a_say_in_taking_back_what_was_cut_from_what_they_applied_for() -> None:
    officers = officer(APPLICANT, FundOffice.CONFIRMER), officer(APPLICANT, FundOffice.REGISTRAR, "2024-03-02")
    record = with_money(earmarked(), *officers)
    record.when(Reduce(earmark="e1", amount_oere=5, decision=taken()), to=FUND)
    back = ReverseWish(reverses=number_of(record, EarmarkReduced), reason="En fejl")
    record.when(register(back), to=FUND, by=REGISTRAR)
    record.when(CONFIRM, to=FUND, by=APPLICANT).refused("fund.four-eyes")
    record.when(register(back, "r2"), to=FUND, by=APPLICANT, on="2024-03-02").refused("fund.four-eyes")


def test_nobody_registers_a_payment_of_what_they_applied_for() -> None:
    record = with_money(allocated(), officer(APPLICANT, FundOffice.REGISTRAR))
    record.when(register(PAY), to=FUND, by=APPLICANT).refused("fund.four-eyes")


def test_a_registration_is_of_something_there_is_in_an_open_year() -> None:
    record = with_money(allocated(), shut(2023))
    late = msgspec.structs.replace(PAY, booked_on="2023-12-31")
    record.when(register(late), to=FUND).refused("fund.year-shut", year=2023)
    record.when(register(CloseYearWish(year=2023)), to=FUND).refused("fund.year-shut", year=2023)
    record.when(register(msgspec.structs.replace(PAY, allocation="a2")), to=FUND).refused("fund.allocation-unknown")
    record.when(register(ReverseWish(reverses=1, reason="Nej.")), to=FUND).refused("fund.nothing-posted", version=1)


@pytest.mark.parametrize("name", ["r1", "e1"])
def test_a_registration_has_a_name_of_its_own(name: str) -> None:
    record = with_money(allocated(), earmarked(1), (FUND, made(PAY)))
    record.when(register(PAY, name), to=FUND).refused("fund.registration-exists", registration=name)


def test_so_many_registrations_await_confirmation_and_no_more() -> None:
    many = ((FUND, msgspec.structs.replace(made(PAY), registration=f"m{n}")) for n in range(REGISTRATIONS_MAX))
    with_money(allocated(), *many).when(register(PAY), to=FUND).refused(
        "fund.registrations-full", count=REGISTRATIONS_MAX
    )


def test_a_fund_is_opened_without_a_version_and_nothing_else_is() -> None:
    assert not Open.needs_version
    assert all(command.needs_version for command in (Register, OpenWith, Confirm, NoteNoGrant))
