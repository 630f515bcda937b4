"""Held money is resolved once: granted when the last thing it waited for has come, or free again."""

from typing import Any

import pytest

from domain.application import Accepted, Withdrawn
from domain.awaited import ByDecision, DecisionOf, EarmarkBlocked
from domain.condition import Failed, Fulfilled, Resolve, Waived
from domain.due import due
from domain.effects import ResolveCondition
from domain.fund import (
    Allocated,
    ConditionMet,
    Confirm,
    EarmarkReduced,
    EarmarkReleased,
    Held,
    NoteCondition,
    Reduce,
    Release,
    Released,
    Resolved,
    SecondPersonConfirmed,
    Why,
)
from domain.mandate import Step
from domain.meeting.decision import RecordDecision
from domain.meeting.standing import DecisionSuperseded
from domain.spending import ReduceEarmark, ReleaseEarmark
from domain.text import said
from tests.domain.money import (
    APPLICATION,
    CONFIRMER,
    MILLION,
    REGISTRAR,
    a_fund,
    allocated,
    applied,
    balances_of,
    earmarked,
    granted,
    kept_terms,
    leg,
    legs,
    shut,
    tags,
    with_money,
)
from tests.domain.waiting import C1, C2, EARMARK, LATER, NOT_APPROVED, PROOF, announced, later, pending
from tests.domain.world import (
    CHOOSES,
    COORDINATING,
    DECIDED,
    FUND,
    ITEM,
    MEETING,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    Fact,
    decision,
    discussing,
    path,
    taken,
)
from tests.given import Record

APPROVES = Step(step="endeligt godkende", body=STRATEGIC, binding=True)
APPROVAL = "lillebaelt/meeting/approval"
E2 = EarmarkBlocked(fund=FUND, earmark="e2")
CHOICE, LAST = taken("1", LATER), taken("1", APPROVAL)


def two_steps(*facts: Fact) -> Record:
    """Domain-model 4.1: e2 waits for the political choice, for the strategic approval and for a second person."""
    held = earmarked(
        470_000_000,
        C1,
        C2,
        earmark="e2",
        legs=legs(fri_2024=-470_000_000, betinget_e2=470_000_000),
        decisions=(),
    )
    waits = (
        pending(DecisionOf(body=POLITICAL, words=said("valget")), E2),
        pending(DecisionOf(body=STRATEGIC, words=said("godkendelsen")), E2, stream=C2),
    )
    both = path(CHOOSES, APPROVES, from_on="2024-02-01")
    approval = *discussing(APPROVAL), decision("1", meeting=APPROVAL, decided_on="2024-03-03")
    return a_fund(granted(), *applied(), both, held, *waits, *later(), *approval, *facts)


def resolve(decided: Any) -> Resolve:
    return Resolve(proof=ByDecision(decision=decided))


# --- granted ----------------------------------------------------------------------------------------------------------


def test_money_is_granted_when_the_last_of_three_has_come() -> None:
    record = two_steps()
    record.when(resolve(CHOICE), to=C1).then(
        Fulfilled(proof=PROOF), (FUND, ConditionMet(earmark="e2", condition=C1, decision=CHOICE))
    )
    record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER).then(SecondPersonConfirmed(of="e2"))
    record.when(resolve(LAST), to=C2).then(
        Fulfilled(proof=ByDecision(decision=LAST)),
        (FUND, ConditionMet(earmark="e2", condition=C2, decision=LAST)),
        (
            FUND,
            Allocated(
                allocation="e2",
                earmark="e2",
                legs=legs(betinget_e2=-470_000_000, bevilget_e2=470_000_000),
                **kept_terms(470_000_000, decisions=(CHOICE, LAST)),
            ),
        ),
        (APPLICATION, Accepted(allocation="e2", amount_oere=470_000_000)),
    )
    assert record.see(FUND).earmarks == {"e2": Resolved()}


def test_the_second_person_may_come_last() -> None:
    record = two_steps()
    record.when(resolve(CHOICE), to=C1)
    record.when(resolve(LAST), to=C2)
    answer = record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER)
    assert tags(answer) == ["fund.second-person-confirmed", "fund.allocated", "application.accepted"]


def test_less_is_granted_where_the_political_level_gives_less() -> None:
    record = two_steps()
    record.when(Reduce(earmark="e2", amount_oere=20_000_000, decision=CHOICE), to=FUND, by=REGISTRAR).then(
        EarmarkReduced(
            earmark="e2",
            amount_oere=20_000_000,
            decision=CHOICE,
            legs=legs(betinget_e2=-20_000_000, fri_2024=20_000_000),
        )
    )
    record.when(resolve(CHOICE), to=C1)
    record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER)
    (_, _, allocated_event, _) = record.when(resolve(LAST), to=C2).recorded
    assert allocated_event.event.legs == (leg("betinget:e2", -450_000_000), leg("bevilget:e2", 450_000_000))
    assert balances_of(record) == {
        "tilskud:2024": -475_727_100,
        "fri:2024": 25_727_100,
        "bevilget:e2": 450_000_000,
    }


def test_one_decision_may_give_less_and_meet_the_condition() -> None:
    record = two_steps()
    political = "lillebaelt/meeting/today-political"
    for fact in discussing(political, POLITICAL):
        record.happened(*fact)
    effects = ReduceEarmark(fund=FUND, earmark="e2", amount_oere=20_000_000), ResolveCondition(condition=C1)
    command = RecordDecision(item=ITEM, decision="1", outcome=DECIDED, text="Mindre.", at_once=effects)
    assert tags(record.when(command, to=political)) == [
        "meeting.decision-recorded",
        "fund.earmark-reduced",
        "condition.fulfilled",
        "fund.condition-met",
    ]
    assert record.see(FUND).earmarks["e2"].amount_oere == 450_000_000


# --- free again -------------------------------------------------------------------------------------------------------


def test_money_is_free_again_when_what_it_waited_for_will_not_come() -> None:
    record = with_money(earmarked(MILLION, C1), pending(DecisionOf(body=POLITICAL, words=said("valget")), EARMARK))
    for fact in later(NOT_APPROVED):
        record.happened(*fact)
    record.when(Resolve(proof=PROOF, met=False), to=C1).then(
        Failed(proof=PROOF),
        (
            FUND,
            EarmarkReleased(
                earmark="e1",
                why=Why.FELL,
                condition=C1,
                amount_oere=MILLION,
                legs=legs(betinget_e1=-MILLION, fri_2024=MILLION),
            ),
        ),
    )
    assert record.see(FUND).earmarks == {"e1": Released()}


def superseded(number: str = "3.1") -> Fact:
    return MEETING, DecisionSuperseded(item=ITEM, decision=number, by=CHOICE)


def test_money_is_free_again_at_its_last_wait_where_a_decision_behind_it_is_superseded_meanwhile() -> None:
    record = with_money(earmarked(), superseded())
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).then(
        SecondPersonConfirmed(of="e1"),
        EarmarkReleased(
            earmark="e1", why=Why.FELL, amount_oere=MILLION, legs=legs(betinget_e1=-MILLION, fri_2024=MILLION)
        ),
    )


def test_a_step_that_was_awaited_is_not_taken_by_letting_it_go() -> None:
    record = two_steps()
    record.when(resolve(CHOICE), to=C1)
    record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER)
    record.happened(C2, Waived(decision=CHOICE))
    answer = record.when(NoteCondition(earmark="e2", condition=C2), to=FUND)
    assert tags(answer) == ["fund.condition-met", "fund.earmark-released"]


def test_money_is_free_again_at_its_last_wait_where_nobody_applies_any_longer() -> None:
    record = with_money(earmarked(), (APPLICATION, Withdrawn(reason=said("Fortrudt."))))
    answer = record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    assert tags(answer) == ["fund.second-person-confirmed", "fund.earmark-released"]


def test_money_set_free_late_goes_to_the_first_open_year() -> None:
    record = with_money(earmarked(), superseded(), shut(2024))
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    assert balances_of(record)["fri:2025"] == MILLION


# --- reduced ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("amount_oere", [MILLION, MILLION + 1])
def test_an_earmark_is_not_reduced_to_nothing(amount_oere: int) -> None:
    record = with_money(earmarked())
    record.when(Reduce(earmark="e1", amount_oere=amount_oere, decision=taken()), to=FUND).refused(
        "fund.pool-exceeded", account="betinget:e1", free_oere=MILLION
    )


def test_money_is_reduced_by_those_who_decide_about_it() -> None:
    others = *discussing(LATER, COORDINATING), decision("1", meeting=LATER)
    record = with_money(earmarked(), *others)
    record.when(Reduce(earmark="e1", amount_oere=1, decision=CHOICE), to=FUND).refused("mandate.other-body")
    elsewhere = taken("1", "aarhus/meeting/directors")
    record.when(Reduce(earmark="e1", amount_oere=1, decision=elsewhere), to=FUND).refused("scope.other")


def test_only_held_money_is_reduced() -> None:
    reduce = Reduce(earmark="e1", amount_oere=1, decision=taken())
    with_money().when(reduce, to=FUND).refused("fund.earmark-unknown", earmark="e1")
    with_money(announced()).when(reduce, to=FUND).refused("fund.nothing-held", earmark="e1")
    done = with_money(earmarked(), allocated(allocation="e1", earmark="e1", legs=legs(betinget_e1=-1, bevilget_e1=1)))
    done.when(reduce, to=FUND).refused("fund.already-resolved", earmark="e1")


def test_a_decision_reduces_what_is_held() -> None:
    effect = ReduceEarmark(fund=FUND, earmark="e1", amount_oere=20_000_000)
    record = with_money(earmarked())
    answer = record.when(_decide(effect), to=MEETING, by=SECRETARY)
    assert tags(answer) == ["meeting.decision-recorded", "fund.earmark-reduced"]
    assert record.see(FUND).earmarks["e1"].amount_oere == 80_000_000


def _decide(effect: ReduceEarmark | ReleaseEarmark) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="3.9", outcome=DECIDED, text="Besluttet.", at_once=(effect,))


# --- let go, expired, fallen ------------------------------------------------------------------------------------------


def test_a_decision_lets_held_money_go() -> None:
    record = with_money(earmarked())
    answer = record.when(_decide(ReleaseEarmark(fund=FUND, earmark="e1")), to=MEETING, by=SECRETARY)
    assert record.opened(answer.recorded[1].event) == EarmarkReleased(
        earmark="e1",
        why=Why.WAIVED,
        decision=taken("3.9"),
        amount_oere=MILLION,
        legs=legs(betinget_e1=-MILLION, fri_2024=MILLION),
    )


def test_the_registrar_lets_money_go_by_a_decision_or_where_nobody_applies_any_longer() -> None:
    let_go = Release(earmark="e1", why=Why.WAIVED)
    record = with_money(earmarked())
    record.when(let_go, to=FUND, by=REGISTRAR).refused("fund.no-decision", earmark="e1")
    record.happened(APPLICATION, Withdrawn(reason=said("Fortrudt.")))
    assert tags(record.when(let_go, to=FUND, by=REGISTRAR)) == ["fund.earmark-released"]


def test_an_announced_earmark_is_let_go_by_a_decision_and_nothing_is_posted() -> None:
    record = with_money(announced())
    record.when(Release(earmark="e1", why=Why.WAIVED), to=FUND).refused("fund.no-decision")
    record.when(Release(earmark="e1", why=Why.WAIVED, decision=taken()), to=FUND).then(
        EarmarkReleased(earmark="e1", why=Why.WAIVED, decision=taken())
    )


def test_money_that_is_held_beyond_its_last_day_expires_by_the_clock() -> None:
    record = with_money(earmarked())
    assert [each.stream for each in due(record, "2024-12-31")] == []
    (falls_due,) = due(record, "2025-01-01")
    assert (falls_due.stream, falls_due.day) == (FUND, "2024-12-31")
    record.when(falls_due.command, to=FUND, on="2024-12-31").refused("fund.not-yet", day="2025-01-01")
    record.when(falls_due.command, to=FUND, on="2025-01-01").then(
        EarmarkReleased(
            earmark="e1", why=Why.EXPIRED, amount_oere=MILLION, legs=legs(betinget_e1=-MILLION, fri_2024=MILLION)
        )
    )
    assert list(due(record, "2025-01-02")) == []


def test_money_falls_free_early_only_where_a_decision_behind_it_no_longer_stands() -> None:
    record = with_money(earmarked())
    record.when(Release(earmark="e1"), to=FUND, by=REGISTRAR).refused("fund.still-stands", earmark="e1")
    record.happened(*superseded())
    assert tags(record.when(Release(earmark="e1"), to=FUND, by=REGISTRAR)) == ["fund.earmark-released"]


def test_nobody_frees_money_by_a_condition_that_is_still_awaited() -> None:
    record = with_money(earmarked(MILLION, C1), pending(DecisionOf(body=POLITICAL, words=said("valget")), EARMARK))
    release = Release(earmark="e1", condition=C1)
    record.when(release, to=FUND, by=REGISTRAR).refused("fund.still-awaited", condition=C1)


def test_what_is_resolved_is_not_resolved_again() -> None:
    record = with_money(earmarked(), superseded())
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER)
    for why in Why:
        record.when(Release(earmark="e1", why=why), to=FUND).refused("fund.already-resolved", earmark="e1")
    record.when(Confirm(of="e1"), to=FUND, by=CONFIRMER).refused("fund.already-resolved", earmark="e1")
    record.when(NoteCondition(earmark="e1", condition=C1), to=FUND).then()


def test_money_that_still_waits_for_one_thing_stays_held() -> None:
    record = two_steps()
    record.when(resolve(CHOICE), to=C1)
    held = record.see(FUND).earmarks["e2"]
    assert isinstance(held, Held)
    assert (held.waits, held.second_person, held.proofs) == (frozenset({C2}), True, (CHOICE,))
