"""What is handed over goes on: its deadline, its debtors, what it holds back. The old scope hears of it no more."""

from typing import Any

import msgspec
import pytest

from domain.action import Assigned, FellDue, Replied, Reply
from domain.authority import in_effect
from domain.awaited import AnswerTo, ByAnswer, ByDecision, DecisionOf, Extent, InitiativeBlocked
from domain.body import BodyClosed
from domain.cluster import HandOver
from domain.condition import Fulfilled, Resolve, Waive
from domain.due import due
from domain.effects import Assign, ByBody, ByParty, DebtorNotStated, Refer
from domain.handing.action import CarriedAction, CarriedDuty
from domain.handing.action import HandedOver as ActionHandedOver
from domain.handing.action import HandOver as HandOverAction
from domain.handing.action import TakenOver as ActionTakenOver
from domain.handing.action import TakeOver as TakeOverAction
from domain.handing.condition import CarriedCondition
from domain.handing.condition import HandedOver as ConditionHandedOver
from domain.handing.condition import HandOver as HandOverCondition
from domain.handing.condition import TakenOver as ConditionTakenOver
from domain.handing.condition import TakeOver as TakeOverCondition
from domain.handing.referral import CarriedReferral
from domain.handing.referral import HandedOver as ReferralHandedOver
from domain.handing.referral import HandOver as HandOverReferral
from domain.handing.referral import TakenOver as ReferralTakenOver
from domain.handing.referral import TakeOver as TakeOverReferral
from domain.handing_over import heir, successor_in
from domain.holding import Held, Released
from domain.meeting.agenda import AddItem
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.meeting.state import Standing
from domain.occurrences import Recurs
from domain.outcomes import ApprovedConditionally
from domain.paths import Step
from domain.referral import Answer, Answered, Placed, Reminded, Send, Sent
from domain.text import TextAt, said
from tests.domain.succession import (
    AWAITS,
    C1_AT_RAAD,
    CEASES_ON,
    COUNCIL,
    COUNCIL_MEETING,
    COUNCIL_SECRETARY,
    DECISION,
    ENDS,
    JANUARY,
    LILLEBAELT,
    MAY_HAND_OVER,
    ON_COUNCIL,
    POLITICIAN,
    PROOF,
    RAAD,
    WINDING,
    at_council,
    decided,
    handed,
)
from tests.domain.waiting import BLOCKED, C1, EARMARK, LATER, NOT_APPROVED, announced, pending
from tests.domain.world import (
    COORDINATING,
    FUND,
    ITEM,
    KOLDING,
    MEETING,
    POLITICAL,
    PROJECT,
    QUESTION,
    STRATEGIC,
    Fact,
    decision,
    discussing,
    fund,
    path,
    project,
    referral,
    taken,
)
from tests.given import given

AT_RAAD = "raad/referral/lillebaelt-temaer"
TASK = "lillebaelt/action/skriv"
TASK_AT_RAAD = "raad/action/lillebaelt-skriv"


# --- names ------------------------------------------------------------------------------------------------------------


def test_the_new_name_says_where_a_thing_comes_from() -> None:
    assert successor_in("raad", QUESTION) == AT_RAAD
    long = successor_in("raad", f"lillebaelt/referral/{'x' * 80}")
    assert len(long.split("/")[2]) == 80
    assert long != successor_in("raad", f"lillebaelt/referral/{'x' * 79}y")


def test_a_thing_is_followed_through_every_hand_over() -> None:
    record = handed(QUESTION, facts=(referral(),))
    assert heir(record.see, QUESTION) == heir(record.see, AT_RAAD) == AT_RAAD


# --- referral ---------------------------------------------------------------------------------------------------------

ASKED: Fact = (
    QUESTION,
    Sent(from_body=STRATEGIC, to_body=POLITICAL, question=said("Hvad nu?"), answer_by="2027-02-01"),
)


def test_a_question_keeps_its_deadline_and_is_the_successors_to_answer() -> None:
    record = handed(QUESTION, facts=(ASKED,))
    assert [each for _, each in record.events[-2:]] == [
        ReferralHandedOver(successor=AT_RAAD, effective_on=CEASES_ON),
        ReferralTakenOver(
            from_stream=QUESTION,
            from_version=2,
            carried=CarriedReferral(from_body=COUNCIL, to_body=COUNCIL, answer_by="2027-02-01"),
        ),
    ]
    answer = Answer(text="Ja.", decision=ON_COUNCIL)
    at_council(record).when(answer, to=AT_RAAD, by=COUNCIL_SECRETARY, on=JANUARY).then(
        Answered(text=said("Ja."), decision=ON_COUNCIL)
    )


def test_a_question_to_a_body_is_answered_by_the_one_that_came_after() -> None:
    """Without any hand-over: a body is closed, another takes its place."""
    record = given(*WINDING, *MAY_HAND_OVER, referral(), ENDS)
    at_council(record).when(Answer(text="Ja.", decision=ON_COUNCIL), to=QUESTION).then(
        Answered(text=said("Ja."), decision=ON_COUNCIL)
    )


def test_nobody_asks_a_body_that_is_no_more() -> None:
    send = Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad nu?")
    record = given(*WINDING, ENDS)
    record.when(send, to=QUESTION, on=CEASES_ON).refused(
        "referral.body-gone", body=POLITICAL, day=CEASES_ON, successor=COUNCIL
    )
    alone = POLITICAL, BodyClosed(ceases_on="2024-03-01")
    given(*WINDING, alone).when(send, to=QUESTION).refused("body.already-closed")
    assert given(*WINDING, ENDS).when(send, to=QUESTION).recorded


def test_what_a_waiting_decision_asks_goes_to_the_body_that_came_after() -> None:
    refer: Any = Refer(referral="lillebaelt/referral/nyt", to_body=POLITICAL, question=said("Hvad nu?"))
    waits = decision(outcome=ApprovedConditionally(), waits_for=(C1,), when_met=(refer,))
    other: Fact = ("lillebaelt/body/political", BodyClosed(ceases_on="2024-03-02", successor=COORDINATING))
    record = given(*WINDING, *discussing(), waits, pending(), other, *decided(LATER, COORDINATING, on="2024-03-03"))
    answer = record.when(Resolve(proof=ByDecision(decision=taken("1", LATER))), to=C1, on="2024-03-04")
    assert answer.recorded[-1].event.to_body == COORDINATING


def test_a_question_is_put_on_the_successors_agenda() -> None:
    record = handed(QUESTION, facts=(ASKED,))
    for stream, event in discussing(COUNCIL_MEETING, COUNCIL):
        record.happened(stream, event)
    answer = record.when(AddItem(item="svar", number="4", title="Svar", answers_referral=AT_RAAD), to=COUNCIL_MEETING)
    assert (AT_RAAD, Placed(meeting=COUNCIL_MEETING, item="svar")) in [
        (each.stream, each.event) for each in answer.recorded
    ]


def test_what_is_answered_is_not_handed_over() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral(), (QUESTION, Answered(text=said("Ja."))))
    command = HandOver(to_cluster=RAAD, things=(QUESTION,), effective_on=CEASES_ON, decisions=(DECISION,))
    record.when(command, to=LILLEBAELT).refused("referral.not-open")


def test_the_timekeeper_reminds_the_successor_and_leaves_the_old_scope_alone() -> None:
    record = handed(QUESTION, facts=(ASKED,))
    assert [each.stream for each in due(record, "2027-02-02")] == [AT_RAAD]
    record.happened(AT_RAAD, Reminded(passed="2027-02-01"))
    assert [each.stream for each in due(record, "2027-02-02")] == []


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
    command = HandOver(to_cluster=RAAD, things=(C1,), effective_on=CEASES_ON, decisions=(DECISION,))
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
    command = HandOver(to_cluster=RAAD, things=(FUND,), effective_on=CEASES_ON, decisions=(DECISION,))
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


# --- action -----------------------------------------------------------------------------------------------------------

MONTHLY: Fact = (
    TASK,
    Assigned(
        what=said("Tal"),
        owed_by=(ByParty(party=KOLDING), ByBody(body=STRATEGIC)),
        report_to=POLITICAL,
        recurs=Recurs.MONTHLY,
        from_on="2026-11-01",
    ),
)


def test_what_is_owed_keeps_its_debtors_and_the_answers_that_came() -> None:
    came: Fact = (TASK, Replied(debtor=ByParty(party=KOLDING), text=said("12"), occurrence="2026-11"))
    late: Fact = (TASK, FellDue(debtor=ByBody(body=STRATEGIC), answer_by="2026-11-30", occurrence="2026-11"))
    record = handed(TASK, facts=(MONTHLY, came, late))
    assert [each for _, each in record.events[-2:]] == [
        ActionHandedOver(successor=TASK_AT_RAAD, effective_on=CEASES_ON),
        ActionTakenOver(
            from_stream=TASK,
            from_version=4,
            carried=CarriedAction(
                owed_by=(ByParty(party=KOLDING), ByBody(body=COUNCIL)),
                report_to=COUNCIL,
                recurs=Recurs.MONTHLY,
                from_on="2026-11-01",
                replied=(CarriedDuty(debtor=ByParty(party=KOLDING), occurrence="2026-11"),),
                fallen_due=(CarriedDuty(debtor=ByBody(body=COUNCIL), occurrence="2026-11"),),
            ),
        ),
    ]


def test_two_bodies_that_became_one_owe_one_answer_and_only_what_both_gave_is_given() -> None:
    both = (ByBody(body=STRATEGIC), ByBody(body=POLITICAL))
    owed: Fact = (TASK, Assigned(what=said("Skriv."), owed_by=both, report_to=POLITICAL))
    came: Fact = (TASK, Replied(debtor=both[0], text=said("Her.")))
    record = handed(TASK, facts=(owed, came))
    state = record.see(TASK_AT_RAAD)
    assert state.by == state.missing() == (ByBody(body=COUNCIL),)


def test_what_recurs_goes_on_with_the_successor() -> None:
    record = handed(TASK, facts=(MONTHLY,))
    assert [(each.stream, each.part) for each in due(record, "2027-02-01")] == [
        (TASK_AT_RAAD, "2026-11"),
        (TASK_AT_RAAD, "2026-12"),
        (TASK_AT_RAAD, "2027-01"),
    ]
    reply = Reply(debtor=ByParty(party=KOLDING), text="12", occurrence="2027-01")
    record.when(reply, to=TASK_AT_RAAD, by=COUNCIL_SECRETARY, on="2027-01-31").then(
        Replied(debtor=ByParty(party=KOLDING), text=said("12"), occurrence="2027-01")
    )


def test_what_is_owed_to_every_meeting_is_owed_to_those_of_the_successor() -> None:
    every: Fact = (
        TASK,
        Assigned(
            what=said("Status"),
            owed_by=(DebtorNotStated(),),
            report_to=POLITICAL,
            recurs=Recurs.EVERY_MEETING,
            from_on="2024-01-01",
        ),
    )
    record = handed(TASK, facts=(every,))
    for stream, event in discussing(COUNCIL_MEETING, COUNCIL):
        record.happened(stream, event)
    assert [(each.stream, each.part) for each in due(record, "2027-02-01")] == [(TASK_AT_RAAD, "2027-01-12-council")]


def test_what_is_done_is_not_handed_over() -> None:
    once: Fact = (TASK, Assigned(what=said("Skriv."), owed_by=(DebtorNotStated(),), report_to=POLITICAL))
    done: Fact = (TASK, Replied(debtor=DebtorNotStated(), text=said("Her.")))
    command = HandOver(to_cluster=RAAD, things=(TASK,), effective_on=CEASES_ON, decisions=(DECISION,))
    given(*WINDING, *MAY_HAND_OVER, once, done).when(command, to=LILLEBAELT).refused("action.not-open")


def test_nothing_is_taken_over_that_was_not_handed_over() -> None:
    record = given(*WINDING, referral())
    command = TakeOverReferral(from_stream=QUESTION, from_version=1)
    record.when(command, to=AT_RAAD).refused("scope.not-handed", id=QUESTION)


# --- no door ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (QUESTION, HandOverReferral(successor=AT_RAAD, effective_on=CEASES_ON)),
        (AT_RAAD, TakeOverReferral(from_stream=QUESTION, from_version=1)),
        (C1, HandOverCondition(successor=C1_AT_RAAD, effective_on=CEASES_ON)),
        (C1_AT_RAAD, TakeOverCondition(from_stream=C1, from_version=1)),
        (TASK, HandOverAction(successor=TASK_AT_RAAD, effective_on=CEASES_ON)),
        (TASK_AT_RAAD, TakeOverAction(from_stream=TASK, from_version=1)),
    ],
    ids=lambda value: type(value).__module__ if not isinstance(value, str) else "",
)
def test_nobody_hands_over_one_thing_past_its_cluster(to: str, command: Any) -> None:
    given(*WINDING, referral(), *HELD_BACK, MONTHLY).when(command, to=to, by=POLITICIAN).denied()
