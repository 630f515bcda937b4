"""Conditions and money that are handed over: what they hold back goes on when they are met, wherever it lies."""

from typing import Any

import msgspec

from domain.action import Assigned
from domain.application import Submitted
from domain.applications import PurposeClass
from domain.authority import in_effect
from domain.awaited import AnswerTo, ByAnswer, ByDecision, DecisionOf, Extent, InitiativeBlocked
from domain.claims import DateNotStated
from domain.condition import Fulfilled, Resolve, Waive
from domain.effects import Assign, ByBody
from domain.handing.condition import CarriedCondition
from domain.handing.condition import HandedOver as ConditionHandedOver
from domain.handing.condition import TakenOver as ConditionTakenOver
from domain.handing_over import heir
from domain.holding import Held, Released
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.meeting.state import Standing
from domain.outcomes import ApprovedConditionally
from domain.paths import Step
from domain.referral import Answer, Answered
from domain.text import TextAt, said
from tests.domain.succession import (
    AT_RAAD,
    AWAITS,
    C1_AT_RAAD,
    CEASES_ON,
    COUNCIL,
    COUNCIL_SECRETARY,
    DECISION,
    JANUARY,
    LILLEBAELT,
    MAY_HAND_OVER,
    ON_COUNCIL,
    PROOF,
    WINDING,
    at_council,
    hand_over,
    handed,
)
from tests.domain.waiting import BLOCKED, C1, EARMARK, NOT_APPROVED, announced, pending
from tests.domain.world import (
    FUND,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    POLITICAL,
    PROJECT,
    QUESTION,
    STRATEGIC,
    decision,
    discussing,
    fund,
    path,
    project,
    referral,
    taken,
)
from tests.given import given

TASK = "lillebaelt/action/skriv"
TASK_AT_RAAD = "raad/action/lillebaelt-skriv"


# --- condition --------------------------------------------------------------------------------------------------------

THEN: Any = Assign(action=TASK, what=said("Skriv."), owed_by=(ByBody(body=POLITICAL),), report_to=POLITICAL)
HELD_BACK = (*discussing(), decision(outcome=ApprovedConditionally(), waits_for=(C1,), when_met=(THEN,)), pending())
"""Decision 3.1 waits for the political level, and then somebody is to write."""


def test_a_condition_is_handed_over_with_all_that_its_rules_read() -> None:
    record = handed(C1, facts=HELD_BACK)
    words = TextAt(C1, 1, "/words")
    carried = CarriedCondition(
        awaits=DecisionOf(body=POLITICAL, words=TextAt(C1, 1, "/awaits/words")),
        blocks=(BLOCKED,),
        words=words,
        opened_on="2024-03-01",
        if_late=record.see(C1).was.if_late,
        set_by=taken(),
    )
    assert [each.event for each in record.recorded[-2:]] == [
        ConditionHandedOver(successor=C1_AT_RAAD, effective_on=CEASES_ON),
        ConditionTakenOver(from_stream=C1, from_version=2, carried=carried),
    ]


def test_a_waiting_decision_takes_effect_when_the_handed_over_condition_is_met() -> None:
    """What it says then is done where the matter lies: the new action is the council's, and so is what is owed."""
    record = at_council(handed(C1, facts=HELD_BACK))
    answer = record.when(Resolve(proof=PROOF), to=C1_AT_RAAD, by=COUNCIL_SECRETARY, on=JANUARY)
    answer.then(
        Fulfilled(proof=PROOF),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=(THEN,))),
        (
            TASK_AT_RAAD,
            Assigned(what=said("Skriv."), owed_by=(ByBody(body=COUNCIL),), report_to=COUNCIL, decision=taken()),
        ),
    )
    assert in_effect(record.see, taken())[1].standing is Standing.IN_EFFECT


def test_a_waiting_decision_falls_when_the_handed_over_condition_fails() -> None:
    record = at_council(handed(C1, facts=HELD_BACK), NOT_APPROVED)
    record.when(Resolve(proof=PROOF, met=False), to=C1_AT_RAAD, on=JANUARY)
    assert (record.recorded[-1].stream, record.recorded[-1].event) == (
        MEETING,
        DecisionFell(item=ITEM, decision="3.1", condition=C1),
    )


def test_the_successor_of_the_body_that_set_a_condition_may_waive_it() -> None:
    record = at_council(handed(C1, facts=HELD_BACK))
    answer = record.when(Waive(decision=ON_COUNCIL), to=C1_AT_RAAD, on=JANUARY)
    assert [each.event.tag for each in answer.recorded] == [
        "condition.waived",
        "meeting.decision-took-effect",
        "action.assigned",
    ]


def test_a_condition_that_was_settled_is_not_handed_over() -> None:
    facts = (*HELD_BACK, (C1, Fulfilled(proof=ByDecision(decision=taken()))))
    record = given(*WINDING, *MAY_HAND_OVER, *facts)
    command = hand_over(C1)
    record.when(command, to=LILLEBAELT).refused("condition.not-open")


def test_a_condition_and_the_answer_it_awaits_find_each_other_again() -> None:
    facts = (*discussing(), referral(), decision(outcome=ApprovedConditionally(), waits_for=(C1,)))
    record = handed(QUESTION, C1, facts=(*facts, pending(AnswerTo(referral=QUESTION))))
    answer = Answer(text="Ja.", decision=ON_COUNCIL, meets=(C1_AT_RAAD,))
    at_council(record).when(answer, to=AT_RAAD, on=JANUARY).then(
        Answered(text=said("Ja."), decision=ON_COUNCIL, meets=(C1_AT_RAAD,)),
        (C1_AT_RAAD, Fulfilled(proof=ByAnswer(referral=AT_RAAD))),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )


def test_an_answer_in_the_old_scope_meets_a_condition_that_was_handed_over_first() -> None:
    facts = (*discussing(), referral(), decision(outcome=ApprovedConditionally(), waits_for=(C1,)))
    record = handed(C1, facts=(*facts, pending(AnswerTo(referral=QUESTION))), ends=())
    answer = record.when(Answer(text="Ja.", decision=DECISION, meets=(C1,)), to=QUESTION)
    assert (C1_AT_RAAD, Fulfilled(proof=ByAnswer(referral=QUESTION))) in [
        (each.stream, each.event) for each in answer.recorded
    ]


def test_an_initiative_that_stays_is_released_by_the_name_it_knows() -> None:
    blocked = InitiativeBlocked(initiative=PROJECT, extent=Extent.ALL)
    facts = (
        project(),
        *discussing(),
        decision(),
        pending(AWAITS, blocked),
        (PROJECT, Held(condition=C1, extent=Extent.ALL)),
    )
    record = at_council(handed(C1, facts=facts))
    record.when(Resolve(proof=PROOF), to=C1_AT_RAAD, on=JANUARY).then(
        Fulfilled(proof=PROOF), (PROJECT, Released(condition=C1, met=True))
    )


# --- money ------------------------------------------------------------------------------------------------------------

DISPOSES = path(Step(step="disponere", body=STRATEGIC, binding=True))
BY_DIRECTORS = (*discussing(), decision())
FUND_AT_RAAD = "raad/fund/lillebaelt-klyngemidler"


def test_money_is_handed_over_by_those_who_dispose_of_it() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, fund(), DISPOSES, *BY_DIRECTORS)
    command = hand_over(FUND)
    record.when(command, to=LILLEBAELT).refused("mandate.step-missing", body=STRATEGIC, step="disponere")
    both = msgspec.structs.replace(command, decisions=(DECISION, taken()))
    assert [each.event.tag for each in record.when(both, to=LILLEBAELT).recorded] == [
        "cluster.handed-over",
        "fund.handed-over",
        "fund.taken-over",
    ]


def test_a_quoted_earmark_goes_on_waiting_with_its_fund() -> None:
    """A paper's earmark posts nothing; what it waits for is met where both lie now."""
    facts = (fund(), announced(C1), DISPOSES, *BY_DIRECTORS, pending(AWAITS, EARMARK))
    record = at_council(handed(FUND, C1, facts=facts, besides=(taken(),)))
    answer = record.when(Resolve(proof=PROOF), to=C1_AT_RAAD, on=JANUARY)
    assert [(each.stream, each.event.tag) for each in answer.recorded] == [
        (C1_AT_RAAD, "condition.fulfilled"),
        (FUND_AT_RAAD, "fund.condition-met"),
    ]


def test_an_application_is_to_the_fund_that_took_over_whichever_was_handed_over_first() -> None:
    name = "lillebaelt/application/a"
    applied = Submitted(
        fund=FUND,
        applicant=KOLDING,
        purpose=said("Træning"),
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        submitted_by=MEMBER,
    )
    facts = (fund(), (name, applied), DISPOSES, *BY_DIRECTORS)
    for things in ((name, FUND), (FUND, name)):
        record = handed(*things, facts=facts, besides=(taken(),))
        carried = record.see("raad/application/lillebaelt-a")
        assert heir(record.see, carried.fund) == FUND_AT_RAAD
