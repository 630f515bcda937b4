"""What is handed over goes on: its deadline, its debtors, what it holds back. The old scope hears of it no more."""

from typing import Any

import pytest

from domain.action import Assigned, FellDue, Replied, Reply
from domain.awaited import ByDecision
from domain.body import BodyClosed
from domain.condition import Resolve
from domain.due import due
from domain.effects import ByBody, ByParty, DebtorNotStated, Refer
from domain.handing.action import CarriedAction, CarriedDuty
from domain.handing.action import HandedOver as ActionHandedOver
from domain.handing.action import HandOver as HandOverAction
from domain.handing.action import TakenOver as ActionTakenOver
from domain.handing.action import TakeOver as TakeOverAction
from domain.handing.condition import HandOver as HandOverCondition
from domain.handing.condition import TakeOver as TakeOverCondition
from domain.handing.referral import CarriedReferral
from domain.handing.referral import HandedOver as ReferralHandedOver
from domain.handing.referral import HandOver as HandOverReferral
from domain.handing.referral import TakenOver as ReferralTakenOver
from domain.handing.referral import TakeOver as TakeOverReferral
from domain.handing_over import heir, successor_in
from domain.meeting.agenda import AddItem
from domain.occurrences import Recurs
from domain.outcomes import ApprovedConditionally
from domain.referral import Answer, Answered, Placed, Reminded, Send, Sent
from domain.text import said
from tests.domain.succession import (
    AT_RAAD,
    C1_AT_RAAD,
    CEASES_ON,
    COUNCIL,
    COUNCIL_MEETING,
    COUNCIL_SECRETARY,
    ENDS,
    JANUARY,
    LILLEBAELT,
    MAY_HAND_OVER,
    ON_COUNCIL,
    POLITICIAN,
    WINDING,
    at_council,
    decided,
    hand_over,
    handed,
)
from tests.domain.waiting import C1, LATER, pending
from tests.domain.world import (
    COORDINATING,
    KOLDING,
    POLITICAL,
    QUESTION,
    STRATEGIC,
    Fact,
    decision,
    discussing,
    referral,
    taken,
)
from tests.given import given

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
    command = hand_over(QUESTION)
    record.when(command, to=LILLEBAELT).refused("referral.not-open")


def test_the_timekeeper_reminds_the_successor_and_leaves_the_old_scope_alone() -> None:
    record = handed(QUESTION, facts=(ASKED,))
    assert [each.stream for each in due(record, "2027-02-02")] == [AT_RAAD]
    record.happened(AT_RAAD, Reminded(passed="2027-02-01"))
    assert [each.stream for each in due(record, "2027-02-02")] == []


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
    command = hand_over(TASK)
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
    given(*WINDING, referral(), pending(), MONTHLY).when(command, to=to, by=POLITICIAN).denied()
