"""Money is held only for what has been applied for in full, meets the criteria, and is decided or about to be."""

from typing import Any

import pytest

from domain.application import Withdrawn
from domain.applications import PurposeClass
from domain.awaited import CONDITIONS_MAX, DecisionOf, EarmarkBlocked
from domain.body import Level
from domain.condition import Opened as ConditionOpened
from domain.condition import Waived
from domain.criteria import (
    Criterion,
    NoPromiseOfOperation,
    NotOperation,
    NotOwnStaff,
    ProjectPeriodOnly,
    StartsIn,
    ThemeOrCommitteePilot,
)
from domain.effects import OpenCondition
from domain.fund import Allocate, CeilingSet, CriteriaSet, Earmark, Earmarked, FundOffice
from domain.fund.state import EARMARKS_MAX, Applicants, Firmness
from domain.mandate import Step
from domain.meeting.standing import DecisionFell
from domain.outcomes import ApprovedConditionally
from domain.proposal import Approved
from domain.text import keep, said
from tests.domain.money import (
    ALONE,
    APPLICANT,
    APPLICATION,
    BASE,
    BY,
    CONFIRMER,
    MILLION,
    OTHER_APPLICATION,
    REGISTRAR,
    a_fund,
    allocate,
    allocated,
    applied,
    attested,
    balances_of,
    earmark,
    earmarked,
    granted,
    kept_terms,
    legs,
    officer,
    planned,
    shut,
    submitted,
    tags,
    with_money,
)
from tests.domain.waiting import C1, C2, EARMARK, POLITICAL_CHOICE, announced, pending
from tests.domain.world import (
    CHOOSES,
    FUND,
    ITEM,
    JOINT_FUNDS,
    MEETING,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    THEME,
    TODAY,
    Fact,
    body,
    decision,
    discussing,
    path,
    proposal,
    taken,
)
from tests.given import given

COMMITTEE = "lillebaelt/body/udvalg"
APPROVES = Step(step="endeligt godkende", body=STRATEGIC, binding=True)
POLITICAL_MEETING = "lillebaelt/meeting/2024-03-01-political"
THE_CHOICE = taken("1", POLITICAL_MEETING)


def opens(condition: str, of: str, name: str = "e1") -> OpenCondition[str]:
    return OpenCondition(
        condition=condition,
        awaits=DecisionOf(body=of, words="et møde"),
        blocks=(EarmarkBlocked(fund=FUND, earmark=name),),
        words="Først.",
    )


def asks(*criteria: Criterion) -> Fact:
    return FUND, CriteriaSet(criteria=criteria, decisions=BY)


def ceiling(oere: int, applicants: Applicants = Applicants.ALL, firmness: Firmness = Firmness.FIXED) -> Fact:
    return FUND, CeilingSet(
        applicants=applicants, ceiling_oere=oere, firmness=firmness, words=said("loftet"), decisions=BY
    )


# --- held -------------------------------------------------------------------------------------------------------------


def test_money_is_held_until_a_second_person_has_confirmed() -> None:
    record = with_money()
    record.when(earmark(), to=FUND, by=REGISTRAR).then(
        Earmarked(
            earmark="e1",
            waits=(),
            opens=(),
            second_person=True,
            registered_by=REGISTRAR,
            legs=legs(fri_2024=-100_000_000, betinget_e1=100_000_000),
            **kept_terms(100_000_000),
        )
    )
    assert balances_of(record) == {
        "tilskud:2024": -475_727_100,
        "fri:2024": 375_727_100,
        "betinget:e1": 100_000_000,
    }


@pytest.mark.parametrize("by", [SECRETARY, CONFIRMER])
def test_only_the_registrar_holds_money(by: str) -> None:
    with_money().when(earmark(), to=FUND, by=by).denied()


def test_no_more_is_held_than_is_free() -> None:
    record = with_money()
    too_much: Earmark = earmark(475_727_101)
    record.when(too_much, to=FUND).refused("fund.pool-exceeded", account="fri:2024", free_oere=475_727_100)
    assert record.when(earmark(475_727_100), to=FUND).said_no is None


def test_nothing_is_held_in_a_closed_year() -> None:
    with_money(shut(2024)).when(earmark(), to=FUND).refused("fund.year-shut", year=2024)


def test_a_small_amount_that_awaits_nothing_is_allocated_instead() -> None:
    with_money(ALONE).when(earmark(), to=FUND).refused("fund.nothing-awaited", earmark="e1")


@pytest.mark.parametrize("taken_by", [earmarked(1), allocated(1, allocation="e1")], ids=["earmark", "allocation"])
def test_an_earmark_has_a_name_of_its_own(taken_by: Fact) -> None:
    record = a_fund(granted(), taken_by, *applied(OTHER_APPLICATION))
    record.when(earmark(application=OTHER_APPLICATION), to=FUND).refused("fund.earmark-exists", earmark="e1")


def test_a_fund_has_so_many_held_earmarks_and_no_more() -> None:
    many = (earmarked(1, earmark=f"m{n}", application=f"lillebaelt/application/m{n}") for n in range(EARMARKS_MAX))
    with_money(*many).when(earmark(), to=FUND).refused("fund.full", count=EARMARKS_MAX)


# --- what was applied for ---------------------------------------------------------------------------------------------


def test_money_is_held_for_an_application_to_this_fund() -> None:
    elsewhere = a_fund(granted(), *applied(to="lillebaelt/fund/anden"))
    elsewhere.when(earmark(), to=FUND).refused("fund.application-elsewhere", fund="lillebaelt/fund/anden")
    a_fund(granted()).when(earmark(), to=FUND).refused("id.unknown", id=APPLICATION)


def test_nothing_is_held_for_what_is_no_longer_applied_for() -> None:
    record = with_money((APPLICATION, Withdrawn(reason=said("Fortrudt."))))
    record.when(earmark(), to=FUND).refused("fund.application-settled", application=APPLICATION)


def test_money_is_held_for_an_application_once() -> None:
    with_money(earmarked(1)).when(earmark(earmark="e2"), to=FUND).refused("fund.application-held", earmark="e1")


def test_without_a_plan_for_evaluation_nothing_is_granted() -> None:
    record = a_fund(granted(), submitted(), attested())
    record.when(earmark(), to=FUND).refused("fund.no-evaluation-plan", application=APPLICATION)


@pytest.mark.parametrize("missing", [{"from_on": None}, {"ceases_on": None}], ids=["from", "until"])
def test_an_application_says_from_when_until_when(missing: dict[str, Any]) -> None:
    a_fund(granted(), *applied(**missing)).when(earmark(), to=FUND).refused("fund.application-incomplete")


def test_the_decision_may_name_other_days_than_were_applied_for() -> None:
    record = a_fund(granted(), *applied(from_on=None, ceases_on=None))
    (event,) = record.when(earmark(from_on="2024-05-01", ceases_on="2024-06-01"), to=FUND).recorded
    assert (event.event.from_on, event.event.ceases_on) == ("2024-05-01", "2024-06-01")


def test_a_grant_lasts_a_day_at_least() -> None:
    with_money().when(earmark(from_on="2024-05-01", ceases_on="2024-05-01"), to=FUND).refused("fund.no-day")


# --- criteria ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vouched", [NotOperation(), NotOwnStaff()])
def test_somebody_vouches_in_every_fund_that_it_is_neither_operation_nor_own_staff(vouched: Any) -> None:
    record = a_fund(granted(), submitted(), planned(), attested(APPLICATION, vouched))
    record.when(earmark(), to=FUND).refused("fund.criterion-unmet")


def test_operation_is_not_supported_whoever_vouches() -> None:
    record = a_fund(granted(), *applied(purpose_class=PurposeClass.OPERATION))
    record.when(earmark(), to=FUND).refused("fund.criterion-unmet", criterion="er ikke drift")


def test_it_begins_in_the_year_that_the_fund_asks_for() -> None:
    record = with_money(asks(StartsIn(year=2024)))
    record.when(earmark(from_on="2025-02-01", ceases_on="2025-06-01"), to=FUND).refused(
        "fund.criterion-unmet", criterion="opstart i 2024"
    )
    assert record.when(earmark(), to=FUND).said_no is None


@pytest.mark.parametrize("criterion", [ProjectPeriodOnly(), NoPromiseOfOperation(), ThemeOrCommitteePilot()])
def test_what_the_record_cannot_tell_a_named_person_vouches_for(criterion: Any) -> None:
    record = with_money(asks(criterion))
    record.when(earmark(), to=FUND).refused("fund.criterion-unmet")
    record.happened(*attested(APPLICATION, criterion))
    assert record.when(earmark(), to=FUND).said_no is None


def test_what_names_its_theme_belongs_to_a_theme() -> None:
    record = a_fund(granted(), *applied(theme="boern"), asks(ThemeOrCommitteePilot()))
    assert record.when(earmark(), to=FUND).said_no is None


# --- ceilings ---------------------------------------------------------------------------------------------------------


def test_nobody_is_given_more_than_a_firm_ceiling_reason_or_not() -> None:
    record = with_money(ceiling(MILLION - 1))
    for command in (earmark(), earmark(over_ceiling_reason="Det er vigtigt.")):
        record.when(command, to=FUND).refused("fund.ceiling-exceeded", ceiling_oere=MILLION - 1, total_oere=MILLION)


def test_an_approximate_ceiling_gives_way_to_a_reason() -> None:
    record = with_money(ceiling(MILLION - 1, firmness=Firmness.ABOUT))
    record.when(earmark(), to=FUND).refused("fund.above-about-ceiling", ceiling_oere=MILLION - 1)
    (event,) = record.when(earmark(over_ceiling_reason="To byer."), to=FUND).recorded
    assert record.opened(event.event).over_ceiling_reason == said("To byer.")  # type: ignore[attr-defined]


def test_a_ceiling_counts_all_that_an_applicant_is_given() -> None:
    facts = ceiling(2 * MILLION), earmarked(), allocated(application="lillebaelt/application/a3")
    record = with_money(*facts, *applied(OTHER_APPLICATION))
    record.when(earmark(1, earmark="e2", application=OTHER_APPLICATION), to=FUND).refused(
        "fund.ceiling-exceeded", total_oere=2 * MILLION + 1
    )


def test_a_ceiling_for_committees_is_for_committees_alone() -> None:
    facts = ceiling(MILLION - 1, Applicants.COMMITTEE), body(COMMITTEE, "Et udvalg", Level.COMMITTEE)
    record = a_fund(granted(), *facts, *applied(), *applied(OTHER_APPLICATION, applicant=COMMITTEE))
    assert record.when(earmark(), to=FUND).said_no is None
    record.when(earmark(earmark="e2", application=OTHER_APPLICATION), to=FUND).refused("fund.ceiling-exceeded")


def test_a_ceiling_for_parties_is_for_parties_alone() -> None:
    facts = ceiling(MILLION - 1, Applicants.PARTY), body(COMMITTEE, "Et udvalg", Level.COMMITTEE)
    record = a_fund(granted(), *facts, *applied(), *applied(OTHER_APPLICATION, applicant=COMMITTEE))
    record.when(earmark(), to=FUND).refused("fund.ceiling-exceeded")
    assert record.when(earmark(earmark="e2", application=OTHER_APPLICATION), to=FUND).said_no is None


# --- who decides ------------------------------------------------------------------------------------------------------


def test_a_proposal_behind_the_money_is_finally_approved() -> None:
    record = with_money(proposal())
    record.when(earmark(proposal=THEME), to=FUND).refused("fund.not-approved", proposal=THEME)
    record.happened(THEME, Approved(decision=taken()))
    (event,) = record.when(earmark(proposal=THEME), to=FUND).recorded
    assert event.event.proposal == THEME


def test_money_is_held_by_decision_of_those_who_dispose() -> None:
    with_money().when(earmark(decisions=()), to=FUND).refused("mandate.step-missing", step="disponere", body=STRATEGIC)


def test_where_nobody_is_on_record_as_deciding_no_money_moves() -> None:
    facts = (fact for fact in BASE if fact[0] != JOINT_FUNDS)
    given(*facts, granted(), *applied()).when(earmark(), to=FUND).refused("mandate.none")


def chosen(*facts: Fact) -> Any:
    """The political level has chosen; the strategic level has yet to approve."""
    both = path(CHOOSES, APPROVES, from_on="2024-02-01")
    return with_money(both, *discussing(POLITICAL_MEETING, POLITICAL), decision("1", meeting=POLITICAL_MEETING), *facts)


def test_the_last_step_may_not_be_missing() -> None:
    """Domain-model 4.1, n3: with the choice alone."""
    chosen().when(earmark(decisions=(THE_CHOICE,)), to=FUND).refused(
        "mandate.step-missing", step="endeligt godkende", body=STRATEGIC
    )


def test_a_step_may_be_missing_while_a_condition_awaits_that_very_bodys_decision() -> None:
    command = earmark(decisions=(THE_CHOICE,), opens=(opens(C2, STRATEGIC),))
    answer = chosen().when(command, to=FUND, by=REGISTRAR)
    answer.then(
        Earmarked(
            earmark="e1",
            waits=(C2,),
            opens=(keep(opens(C2, STRATEGIC)),),
            second_person=True,
            registered_by=REGISTRAR,
            legs=legs(fri_2024=-MILLION, betinget_e1=MILLION),
            **kept_terms(MILLION, decisions=(THE_CHOICE,)),
        ),
        (
            C2,
            ConditionOpened(
                awaits=KEPT_AWAITED,
                blocks=(EarmarkBlocked(fund=FUND, earmark="e1"),),
                words=said("Først."),
                opened_on=TODAY,
                arises_from=THE_CHOICE,
            ),
        ),
    )


KEPT_AWAITED = DecisionOf(body=STRATEGIC, words=said("et møde"))


def test_a_condition_that_awaits_another_body_stands_for_no_step() -> None:
    command = earmark(decisions=(THE_CHOICE,), opens=(opens(C2, POLITICAL),))
    chosen().when(command, to=FUND).refused("mandate.step-missing", step="endeligt godkende", body=STRATEGIC)


def test_every_step_may_be_awaited_before_anybody_has_decided() -> None:
    command = earmark(decisions=(), opens=(opens(C1, POLITICAL), opens(C2, STRATEGIC)))
    answer = chosen().when(command, to=FUND)
    assert tags(answer) == ["fund.earmarked", "condition.opened", "condition.opened"]


def test_a_cited_decision_may_wait_for_what_the_money_waits_for_too() -> None:
    waiting = decision("3.2", ApprovedConditionally(), waits_for=(C1,)), pending()
    record = with_money(*waiting)
    cited = taken("3.2")
    record.when(earmark(decisions=(cited,)), to=FUND).refused("decision.waiting", condition=C1)
    answer = record.when(earmark(decisions=(cited,), waits=(C1,)), to=FUND)
    assert tags(answer) == ["fund.earmarked", "condition.block-added"]


def test_money_does_not_wait_for_a_decision_that_has_fallen() -> None:
    fallen = (
        decision("3.2", ApprovedConditionally(), waits_for=(C1,)),
        (MEETING, DecisionFell(item=ITEM, decision="3.2", condition=C1)),
    )
    with_money(*fallen).when(earmark(decisions=(taken("3.2"),)), to=FUND).refused("decision.fallen")


def test_money_waits_for_conditions_that_are_still_awaited() -> None:
    record = with_money(pending(), (C1, Waived(decision=taken())))
    record.when(earmark(waits=(C1,)), to=FUND).refused("condition.already-resolved")


def test_money_waits_for_so_much_and_no_more() -> None:
    conditions = tuple(f"lillebaelt/condition/m{number}" for number in range(CONDITIONS_MAX))
    record = with_money(*(pending(stream=each) for each in (*conditions, C1)))
    command = earmark(waits=conditions, opens=(opens(C2, STRATEGIC),))
    record.when(command, to=FUND).refused("fund.too-many-waits", count=CONDITIONS_MAX)


def test_conditions_are_of_the_own_cluster() -> None:
    theirs = "aarhus/condition/c1"
    with_money(pending(stream=theirs)).when(earmark(waits=(theirs,)), to=FUND).refused("scope.other")
    with_money(submitted("aarhus/application/a1")).when(earmark(application="aarhus/application/a1"), to=FUND).refused(
        "scope.other"
    )


def test_the_registrar_holds_nothing_for_what_they_applied_for_where_it_takes_two() -> None:
    record = with_money(officer(APPLICANT, FundOffice.REGISTRAR))
    record.when(earmark(), to=FUND, by=APPLICANT).refused("fund.four-eyes")


# --- an announced earmark becomes money -------------------------------------------------------------------------------


def test_money_takes_over_the_name_of_what_a_paper_announced_and_all_it_still_waits_for() -> None:
    record = with_money(announced(C1), pending(POLITICAL_CHOICE, EARMARK))
    answer = record.when(earmark(), to=FUND)
    assert tags(answer) == ["fund.earmarked"]
    assert answer.recorded[0].event.waits == (C1,)


def test_an_allocation_asks_the_same_of_an_application() -> None:
    record = a_fund(granted(), ALONE, submitted(), attested())
    at_once: Allocate = allocate()
    record.when(at_once, to=FUND).refused("fund.no-evaluation-plan")
