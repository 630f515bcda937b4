"""The eighteen rules of money (trust.md §6), each shown where it bites."""

import json
from typing import Any

import msgspec
import pytest

from domain.awaited import ByDecision, DecisionOf, EarmarkBlocked
from domain.claims import About, AtMost, Exact, NoAmount, Stated
from domain.condition import Resolve
from domain.criteria import NotOperation, NotOwnStaff
from domain.fund import FUND as FUND_KIND
from domain.fund import (
    AnnounceEarmark,
    AssertBalance,
    CarryOver,
    CloseAllocation,
    CloseYear,
    Confirm,
    ContributionShared,
    Ended,
    Pay,
    ReceiveGrant,
    Reduce,
    Release,
    Reverse,
    SetFrames,
    ShareContribution,
    Why,
    WindUp,
)
from domain.fund.accounts import NEVER_BELOW_ZERO, PartyAmount, balances, mirrored
from domain.fund.rules import Frame
from domain.fund.winding import Residual
from domain.kernel import Who
from domain.money import OERE_MAX
from domain.text import said
from tests.domain.money import (
    ALONE,
    APPLICANT,
    APPLICATION,
    BY,
    CONFIRMER,
    EVALUATION,
    GRANT,
    KEY,
    LAW,
    MILLION,
    NEITHER,
    OTHER_APPLICATION,
    REGISTRAR,
    a_fund,
    agreed,
    allocate,
    allocated,
    applied,
    attested,
    balances_of,
    done,
    earmark,
    earmarked,
    every_posting,
    granted,
    leg,
    legs,
    number_of,
    paid,
    planned,
    refused_by,
    submitted,
    tags,
    threshold,
    with_money,
)
from tests.domain.waiting import C1, LATER, NOT_APPROVED, later, pending
from tests.domain.world import (
    CHOOSES,
    FUND,
    KOLDING,
    PAPER,
    POLITICAL,
    REGION,
    TODAY,
    Fact,
    path,
    taken,
)
from tests.given import Record

MONEY = [command for command in FUND_KIND.commands if command.verb not in ("open", "name-officer")]


# --- the eighteen -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("oere", ["1.5", "1e3", '"100"', "100.0", "0", "-1", str(OERE_MAX + 1), "true", "null"])
def test_rule_1_amounts_are_whole_oere_and_nothing_else(oere: str) -> None:
    fields = json.loads(
        msgspec.json.encode(Pay(allocation="a1", amount_oere=1, to_party=KOLDING, booked_on=TODAY, voucher="b"))
    )
    wire = json.dumps(fields | {"amount_oere": "?"}).replace('"?"', oere)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Pay)
    assert msgspec.json.decode(json.dumps(fields | {"amount_oere": OERE_MAX}), type=Pay).amount_oere == OERE_MAX


def test_rule_2_what_a_paper_quotes_is_never_posted() -> None:
    about = About(oere=470_000_000, unit_oere=10_000_000, words="ca. 4,7 mio.")
    record = a_fund(granted())
    before = balances_of(record)
    record.when(AnnounceEarmark(earmark="e1", said=about, purpose="3 initiativer", document=PAPER), to=FUND)
    assert balances_of(record) == before
    claims = {Exact, Stated, About, AtMost, NoAmount}
    for command in set(MONEY) - {AnnounceEarmark}:
        assert not claims & set(_classes_in(command)), command
    assert claims - {NoAmount} <= set(_classes_in(AnnounceEarmark))


def _classes_in(of: Any) -> list[Any]:
    """Every class that a command may hold."""
    found, seen = [of], []
    while found:
        each = found.pop()
        seen.append(getattr(each, "__origin__", None) or each)
        for hint in (*getattr(each, "__args__", ()), *_hints(each)):
            if hint not in seen and not isinstance(hint, str):
                found.append(hint)
    return seen


def _hints(of: Any) -> tuple[Any, ...]:
    struct = isinstance(of, type) and issubclass(of, msgspec.Struct)
    return tuple(field.type for field in msgspec.structs.fields(of)) if struct else ()


def test_rule_3_frames_warn_and_never_hold_money() -> None:
    frames = (Frame(theme="boern", frame_oere=9 * MILLION, words="9 mio."),)
    record = with_money()
    before = balances_of(record)
    (event,) = record.when(SetFrames(frames=frames, decisions=BY), to=FUND).recorded
    assert (event.event.over_by_oere, balances_of(record)) == (9 * MILLION - GRANT, before)
    assert record.when(earmark(), to=FUND).said_no is None


def test_rule_4_every_posting_sums_to_zero_and_is_corrected_by_its_mirror_alone() -> None:
    record = a_whole_life()
    postings = every_posting(record)
    assert len(postings) > 10
    for number, posted in postings:
        assert sum(each.amount_oere for each in posted) == 0, number
        assert len(posted) >= 2
    (reversal,) = [each.event for each in record.recorded if each.event.tag == "fund.reversed"]
    assert reversal.legs == mirrored(dict(postings)[reversal.reverses])


def test_rule_5_free_held_and_granted_never_fall_below_zero_and_all_accounts_sum_to_zero() -> None:
    record = a_whole_life()
    postings = [posted for _, posted in every_posting(record)]
    for upto in range(len(postings) + 1):
        accounts = balances(*postings[:upto])
        assert sum(accounts.values()) == 0
        assert not [each for each, oere in accounts.items() if oere < 0 and each.startswith(NEVER_BELOW_ZERO)]


def test_rule_6_no_krone_is_held_twice() -> None:
    record = a_fund(granted(), *applied(), *applied(OTHER_APPLICATION))
    record.when(earmark(GRANT), to=FUND)
    record.when(earmark(1, earmark="e2", application=OTHER_APPLICATION), to=FUND).refused(
        "fund.pool-exceeded", account="fri:2024", free_oere=0
    )


@pytest.mark.parametrize("fate", ["granted", "fell", "expired"])
def test_rule_7_a_conditional_earmark_resolves_once(fate: str) -> None:
    record = conditional(*(later(NOT_APPROVED) if fate == "fell" else later()))
    proof = ByDecision(decision=taken("1", LATER))
    pay = Pay(allocation="e2", amount_oere=1, to_party=KOLDING, booked_on=TODAY, voucher="b")
    record.when(pay, to=FUND).refused("fund.allocation-unknown")
    match fate:
        case "granted":
            record.when(Resolve(proof=proof), to=C1)
            record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER)
        case "fell":
            record.when(Resolve(proof=proof, met=False), to=C1)
        case _:
            record.when(Release(earmark="e2", why=Why.EXPIRED), to=FUND, on="2025-01-01")
    ends = [each.event for each in record.recorded if each.event.tag in ("fund.allocated", "fund.earmark-released")]
    assert len(ends) == 1
    for command in (Confirm(of="e2"), Release(earmark="e2", why=Why.EXPIRED)):
        record.when(command, to=FUND, by=None).refused("fund.already-resolved", earmark="e2")
    record.when(Reduce(earmark="e2", amount_oere=1, decision=taken("1", LATER)), to=FUND).refused(
        "fund.already-resolved"
    )


def conditional(*facts: Fact) -> Record:
    """e2 waits for the political choice, of which alone the money depends, and for a second person."""
    held = earmarked(
        470_000_000, C1, earmark="e2", decisions=(), legs=legs(fri_2024=-470_000_000, betinget_e2=470_000_000)
    )
    waits = pending(DecisionOf(body=POLITICAL, words=said("valget")), EarmarkBlocked(fund=FUND, earmark="e2"))
    return a_fund(granted(), *applied(), path(CHOOSES, from_on="2024-02-01"), held, waits, *facts)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ((), "id.unknown"),
        ((submitted(), attested()), "fund.no-evaluation-plan"),
        ((submitted(from_on=None), planned(), attested()), "fund.application-incomplete"),
        ((submitted(), planned(), attested(APPLICATION, NotOperation())), "fund.criterion-unmet"),
        ((submitted(), planned(), attested(APPLICATION, NotOwnStaff())), "fund.criterion-unmet"),
    ],
    ids=["application", "evaluation plan", "period", "not own staff", "not operation"],
)
def test_rule_8_a_grant_takes_an_application_a_decision_a_plan_a_period_and_attestations(
    facts: tuple[Fact, ...], code: str
) -> None:
    record = a_fund(granted(), ALONE, *facts)
    record.when(allocate(), to=FUND).refused(code)
    full = a_fund(granted(), ALONE, *applied())
    full.when(allocate(decisions=()), to=FUND).refused("mandate.step-missing")
    assert tags(full.when(allocate(), to=FUND)) == ["fund.allocated", "application.accepted"]


def test_rule_9_from_the_threshold_on_who_applied_who_registers_and_who_confirms_are_three() -> None:
    record = with_money(threshold(MILLION))
    record.when(allocate(MILLION), to=FUND, by=REGISTRAR).refused("fund.four-eyes")
    (event,) = record.when(earmark(MILLION), to=FUND, by=REGISTRAR).recorded
    assert event.event.second_person
    record.when(Confirm(of="e1"), to=FUND, by=REGISTRAR).denied()
    record.when(Confirm(of="e1"), to=FUND, by=NEITHER).denied()
    assert record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).said_no is None
    for person in (APPLICANT, REGISTRAR):
        fresh = with_money(earmarked())
        assert refused_by(fresh, Confirm(of="e1"), person) == "fund.four-eyes"


def test_rule_10_shares_are_split_to_the_oere_and_stored_with_the_version_never_split_again() -> None:
    record = a_fund(agreed((REGION, 60), (KOLDING, 40)), ALONE)
    share = ShareContribution(total_oere=101, key=KEY, booked_on=TODAY, decisions=BY)
    (event,) = record.when(share, to=FUND).recorded
    assert (event.event.version, event.event.shares) == (
        1,
        (PartyAmount(party=REGION, amount_oere=61), PartyAmount(party=KOLDING, amount_oere=40)),
    )
    record.happened(*agreed((REGION, 1), (KOLDING, 1), version=2))
    number = number_of(record, ContributionShared)
    (reversal,) = record.when(Reverse(reverses=number, reason="Forkert."), to=FUND).recorded
    assert reversal.event.legs == (leg("part:region", 61), leg("part:kolding", 40), leg("fri:2024", -101))


def test_rule_11_the_key_of_the_decisions_day_applies() -> None:
    keys = agreed((REGION, 1)), agreed((KOLDING, 1), version=2, from_on="2024-04-01")
    record = a_fund(*keys)
    share = ShareContribution(total_oere=100, key=KEY, booked_on="2024-05-01", decisions=BY)
    (event,) = record.when(share, to=FUND, on="2024-05-01").recorded
    assert event.event.version == 1


def test_rule_12_payments_stay_within_what_is_granted_and_the_rest_is_free_again_with_the_evaluation() -> None:
    record = with_money(ALONE, allocated(), paid(MILLION - 7))
    pay = Pay(allocation="a1", amount_oere=8, to_party=KOLDING, booked_on=TODAY, voucher="b2")
    record.when(pay, to=FUND).refused("fund.overdrawn", left_oere=7)
    record.when(CloseAllocation(allocation="a1", year=2024), to=FUND).refused("fund.not-evaluated")
    record.when(CloseAllocation(allocation="a1", year=2024, document=EVALUATION), to=FUND)
    assert balances_of(record) == {
        "tilskud:2024": -GRANT,
        "fri:2024": GRANT - MILLION + 7,
        "udbetalt:a1": MILLION - 7,
    }


def test_rule_13_nothing_is_booked_in_a_closed_year_and_closing_keeps_every_balance() -> None:
    record = with_money(ALONE)
    record.when(CloseYear(year=2024), to=FUND).refused("fund.free-left")
    carry = CarryOver(from_year=2024, to_year=2025, amount_oere=GRANT, booked_on=TODAY, basis="Aftalen.", source=LAW)
    record.when(carry, to=FUND)
    (closed,) = record.when(CloseYear(year=2024), to=FUND).recorded
    assert {each.account: each.amount_oere for each in closed.event.balances} == record.see(FUND).accounts
    for command in (
        earmark(),
        allocate(),
        carry,
        ReceiveGrant(year=2024, amount_oere=1, from_party=REGION, booked_on=TODAY, source=LAW),
    ):
        record.when(command, to=FUND).refused("fund.year-shut", year=2024)


def test_rule_14_a_fund_is_wound_up_when_all_is_resolved_and_its_rest_is_somebodys() -> None:
    back = WindUp(how=Residual.PAID_BACK, decisions=BY, to_party=REGION)
    record = with_money(earmarked())
    record.when(back, to=FUND).refused("fund.earmarks-open", count=1)
    record.when(Release(earmark="e1", why=Why.WAIVED, decision=taken()), to=FUND)
    record.when(back, to=FUND)
    assert isinstance(record.see(FUND), Ended)
    assert balances_of(record) == {"tilskud:2024": -GRANT, "part:region": GRANT}


def test_rule_15_a_difference_to_the_accounting_system_is_an_alarm_never_an_adjustment() -> None:
    record = a_fund(ALONE, granted(MILLION), allocated(MILLION))
    before = balances_of(record)
    shows = AssertBalance(account="bevilget:a1", as_of_on=TODAY, amount_oere=MILLION - 1, document=PAPER)
    (event,) = record.when(shows, to=FUND).recorded
    assert (event.event.difference_oere, balances_of(record)) == (-1, before)
    record.when(CloseYear(year=2024), to=FUND).refused("fund.difference-open", account="bevilget:a1")


def test_rule_16_the_day_it_counts_and_the_moment_it_is_recorded_are_two() -> None:
    record = a_fund(ALONE, granted(), allocated())
    pay = Pay(allocation="a1", amount_oere=1, to_party=KOLDING, booked_on="2024-02-01", voucher="b1")
    late = record.when(pay, to=FUND, on="2024-06-01").recorded[0]
    early = record.when(msgspec.structs.replace(pay, booked_on="2024-05-01"), to=FUND, on="2024-06-02").recorded[0]
    assert (late.event.booked_on, early.event.booked_on) == ("2024-02-01", "2024-05-01")
    assert late.position < early.position
    assert late.recorded_at < early.recorded_at
    assert not [each for each in record.recorded if "recorded_at" in each.event.__struct_fields__]


def test_rule_17_every_money_command_with_a_door_says_which_version_was_seen() -> None:
    behind_doors = {Who.REACTION, Who.TIMEKEEPER}
    assert [each.verb for each in MONEY if not each.needs_version and set(each.who) - behind_doors] == []
    assert [each.verb for each in FUND_KIND.commands if each.creates] == ["open", "take-over"]


def test_rule_18_every_balance_is_the_sum_of_postings_and_of_nothing_else() -> None:
    record = a_whole_life()
    assert balances(*(posted for _, posted in every_posting(record))) == record.see(FUND).accounts


# --- a whole life -----------------------------------------------------------------------------------------------------


def a_whole_life() -> Record:
    """Grants, an earmark that is reduced and granted, payments, a mistake taken back, a closing, the next year."""
    record = with_money(
        threshold(2 * MILLION), granted(MILLION, 2023), *applied(OTHER_APPLICATION), agreed((REGION, 1))
    )
    pay = Pay(allocation="e1", amount_oere=MILLION // 2, to_party=KOLDING, booked_on=TODAY, voucher="b1")
    carry = CarryOver(from_year=2023, to_year=2024, amount_oere=MILLION, booked_on=TODAY, basis="Aftalen.", source=LAW)
    done(
        record,
        (carry, REGISTRAR),
        (CloseYear(year=2023), REGISTRAR),
        (ShareContribution(total_oere=99, key=KEY, booked_on=TODAY, decisions=BY), REGISTRAR),
        (earmark(2 * MILLION), REGISTRAR),
        (Reduce(earmark="e1", amount_oere=MILLION, decision=taken()), REGISTRAR),
        (Confirm(of="e1"), CONFIRMER),
        (allocate(5, application=OTHER_APPLICATION), REGISTRAR),
        (pay, REGISTRAR),
        (msgspec.structs.replace(pay, voucher="b2"), REGISTRAR),
    )
    paid_twice = record.versions[FUND]
    done(
        record,
        (Reverse(reverses=paid_twice, reason="Betalt to gange."), REGISTRAR),
        (CloseAllocation(allocation="e1", year=2024, document=EVALUATION), REGISTRAR),
        (CloseAllocation(allocation="a1", year=2024, document=EVALUATION), REGISTRAR),
    )
    return record
