"""Referrals: one question, to one body, answered once and by that body."""

import pytest

from domain.awaited import AnswerTo, ByAnswer
from domain.claims import OnDay
from domain.condition import Fulfilled, Resolve
from domain.effects import AnswerReferral, Refer
from domain.kernel import Command
from domain.meeting.agenda import AddItem, ItemAdded
from domain.meeting.decision import DecisionRecorded, DecisionTookEffect, RecordDecision
from domain.outcomes import Outcome, Plain, PlainOutcome, Refers
from domain.referral import Answer, Answered, Closed, Place, Placed, Send, Sent
from domain.text import said
from tests.domain.waiting import C1, WAITING, pending
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    PAPER,
    POLITICAL,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    called,
    decision,
    discussing,
    referral,
    taken,
)
from tests.given import given

POLITICAL_MEETING = "lillebaelt/meeting/political"
ANSWERED = QUESTION, Answered(text=said("Træning."))


# --- sent -------------------------------------------------------------------------------------------------------------


def test_a_question_is_sent_to_a_body() -> None:
    send = Send(
        from_body=STRATEGIC,
        to_body=POLITICAL,
        question="Hvilke temaer?",
        answer_by="2024-05-01",
        expected=OnDay(day="2024-04-26", words="den 26. april"),
    )
    given(*WORLD).when(send, to=QUESTION, by=SECRETARY).then(
        Sent(
            from_body=STRATEGIC,
            to_body=POLITICAL,
            question=said("Hvilke temaer?"),
            answer_by="2024-05-01",
            expected=OnDay(day="2024-04-26", words=said("den 26. april")),
        )
    )


def test_a_decision_sends_a_question_on_behalf_of_its_body() -> None:
    refer = Refer(referral=QUESTION, to_body=POLITICAL, question="Hvilke temaer?")
    command = RecordDecision(
        item=ITEM, decision="3.1", outcome=Refers(to_body=POLITICAL), text="Sendes videre.", at_once=(refer,)
    )
    given(*WORLD, *discussing()).when(command, to=MEETING).then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.1",
            outcome=Refers(to_body=POLITICAL),
            text=said("Sendes videre."),
            at_once=(Refer(referral=QUESTION, to_body=POLITICAL, question=said("Hvilke temaer?")),),
            decided_on=TODAY,
        ),
        (
            QUESTION,
            Sent(from_body=STRATEGIC, to_body=POLITICAL, question=said("Hvilke temaer?"), arises_from=taken()),
        ),
    )


def test_a_question_is_sent_once() -> None:
    send = Send(from_body=STRATEGIC, to_body=POLITICAL, question="Igen?")
    given(*WORLD, referral()).when(send, to=QUESTION).refused("referral.exists")


# --- placed -----------------------------------------------------------------------------------------------------------

TO_ANSWER = AddItem(item="temaer", number="1", title="Temaer", answers_referral=QUESTION)


def test_an_item_that_answers_a_question_places_it() -> None:
    given(*WORLD, referral(), *called(POLITICAL_MEETING, POLITICAL)).when(TO_ANSWER, to=POLITICAL_MEETING).then(
        ItemAdded(item="temaer", number="1", title=said("Temaer"), answers_referral=QUESTION),
        (QUESTION, Placed(meeting=POLITICAL_MEETING, item="temaer")),
    )


def test_a_question_is_placed_at_a_meeting_of_the_body_it_was_sent_to() -> None:
    given(*WORLD, referral(), *called()).when(TO_ANSWER, to=MEETING).refused(
        "referral.other-body", body=POLITICAL, other=STRATEGIC
    )


# --- answered ---------------------------------------------------------------------------------------------------------


def answering(outcome: Outcome = DECIDED) -> RecordDecision:
    effect = AnswerReferral(referral=QUESTION, text="Træning.", reserved=True)
    return RecordDecision(item=ITEM, decision="1", outcome=outcome, text="Træning.", at_once=(effect,))


@pytest.mark.parametrize("outcome", [DECIDED, Plain(outcome=PlainOutcome.SUPPORTED)], ids=str)
def test_the_body_that_was_asked_answers_by_a_decision(outcome: Outcome) -> None:
    record = given(*WORLD, referral(), *discussing(POLITICAL_MEETING, POLITICAL))
    answer = record.when(answering(outcome), to=POLITICAL_MEETING)
    assert [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]] == [
        (QUESTION, Answered(text=said("Træning."), reserved=True, decision=taken("1", POLITICAL_MEETING)))
    ]
    assert isinstance(record.see(QUESTION), Closed)


def test_another_body_does_not_answer() -> None:
    given(*WORLD, referral(), *discussing()).when(answering(), to=MEETING).refused(
        "referral.other-body", body=POLITICAL, other=STRATEGIC
    )


def test_a_decision_of_another_body_is_no_answer() -> None:
    given(*WORLD, referral(), *discussing(), decision()).when(
        Answer(text="Ja.", decision=taken()), to=QUESTION
    ).refused("referral.other-body")


def test_an_answer_may_come_in_a_paper() -> None:
    given(*WORLD, referral()).when(Answer(text="Træning.", document=PAPER), to=QUESTION, by=SECRETARY).then(
        Answered(text=said("Træning."), document=PAPER)
    )


@pytest.mark.parametrize("command", [Answer(text="Ja."), Place(meeting=MEETING, item=ITEM)], ids=["answer", "place"])
def test_a_question_is_answered_once(command: Command) -> None:
    given(*WORLD, referral(), *discussing(), ANSWERED).when(command, to=QUESTION).refused("referral.already-answered")


def test_an_answer_proves_the_condition_that_awaited_it() -> None:
    record = given(*WORLD, *discussing(), referral(), WAITING, pending(AnswerTo(referral=QUESTION)), ANSWERED)
    proof = ByAnswer(referral=QUESTION)
    record.when(Resolve(proof=proof), to=C1, by=SECRETARY).then(
        Fulfilled(proof=proof),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )
