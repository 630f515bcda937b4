"""Referrals: one question, to one body, answered once and by that body. What goes out or comes in: test_referral_outside."""

from typing import Any

import msgspec
import pytest

from domain.awaited import AnswerTo, ByAnswer, DecisionBlocked
from domain.claims import DateNotStated, OnDay
from domain.condition import Failed, Fulfilled, Resolve
from domain.due import Due, due
from domain.effects import AnswerReferral, Refer, WithdrawReferral
from domain.kernel import Command, Event
from domain.meeting.agenda import AddItem, ItemAdded
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.outcomes import ApprovedConditionally, Outcome, Plain, PlainOutcome, Refers
from domain.referral import (
    Answer,
    Answered,
    Closed,
    Decline,
    Declined,
    Place,
    Placed,
    Remind,
    Reminded,
    Send,
    Sent,
    Withdraw,
    Withdrawn,
)
from domain.text import said
from domain.way import Way
from tests.domain.waiting import C1, C2, TOMORROW, WAITING, YESTERDAY, pending
from tests.domain.world import (
    COORDINATING,
    DECIDED,
    ELSEWHERE,
    ITEM,
    MEETING,
    PAPER,
    POLITICAL,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
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


@pytest.mark.parametrize(
    ("direction", "to"),
    [(Way.UP, POLITICAL), (Way.DOWN, COORDINATING), (Way.SIDEWAYS, ELSEWHERE)],
    ids=["up", "down", "sideways"],
)
def test_a_question_goes_up_down_or_sideways(direction: Way, to: str) -> None:
    send = Send(from_body=STRATEGIC, to_body=to, question="Hvad mener I?", direction=direction)
    given(*WORLD).when(send, to=QUESTION).then(
        Sent(from_body=STRATEGIC, to_body=to, question=said("Hvad mener I?"), direction=direction)
    )


def test_a_question_may_reply_to_another() -> None:
    send = Send(from_body=POLITICAL, to_body=STRATEGIC, question="Hvorfor?", in_reply_to=QUESTION)
    given(*WORLD, referral()).when(send, to="lillebaelt/referral/hvorfor").then(
        Sent(from_body=POLITICAL, to_body=STRATEGIC, question=said("Hvorfor?"), in_reply_to=QUESTION)
    )


# --- promised ---------------------------------------------------------------------------------------------------------

PROMISE = Send(from_body=STRATEGIC, to_body=STRATEGIC, question="Status.", expected=DateNotStated())


def test_a_body_promises_itself_an_item_at_a_later_meeting() -> None:
    given(*WORLD).when(PROMISE, to=QUESTION).then(
        Sent(
            from_body=STRATEGIC,
            to_body=STRATEGIC,
            question=said("Status."),
            direction=Way.PROMISED,
            expected=DateNotStated(),
        )
    )


@pytest.mark.parametrize("expected", [None, OnDay(day=TODAY)], ids=["no meeting", "today"])
def test_a_promised_item_has_a_later_meeting(expected: OnDay[str] | None) -> None:
    promise = msgspec.structs.replace(PROMISE, expected=expected)
    given(*WORLD).when(promise, to=QUESTION).refused("referral.to-self-now")


@pytest.mark.parametrize(
    ("to", "direction"), [(POLITICAL, Way.PROMISED), (STRATEGIC, Way.UP)], ids=["to others", "to itself"]
)
def test_an_item_is_promised_to_the_body_itself_and_to_nobody_else(to: str, direction: Way) -> None:
    send = msgspec.structs.replace(PROMISE, to_body=to, direction=direction)
    given(*WORLD).when(send, to=QUESTION).refused("referral.promised-to-self", body=STRATEGIC)


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


def answering(outcome: Outcome[Any] = DECIDED) -> RecordDecision:
    effect = AnswerReferral(referral=QUESTION, text="Træning.", reserved=True)
    return RecordDecision(item=ITEM, decision="1", outcome=outcome, text="Træning.", at_once=(effect,))


@pytest.mark.parametrize("outcome", [DECIDED, Plain(outcome=PlainOutcome.SUPPORTED)], ids=str)
def test_the_body_that_was_asked_answers_by_a_decision(outcome: Outcome[Any]) -> None:
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


AFTER_THE_END = (
    Answer(text="Ja."),
    Place(meeting=MEETING, item=ITEM),
    Decline(reason="Nej."),
    Withdraw(reason="Ikke længere."),
    Remind(),
)


@pytest.mark.parametrize("command", AFTER_THE_END, ids=lambda command: command.verb)
@pytest.mark.parametrize(
    "end",
    [
        Answered(text=said("Træning.")),
        Declined(reason=said("Ikke vores.")),
        Withdrawn(reason=said("Det er klaret.")),
    ],
    ids=lambda end: end.tag,
)
def test_a_question_ends_once(command: Command, end: Event) -> None:
    record = given(*WORLD, referral(), *discussing(), (QUESTION, end))
    record.when(command, to=QUESTION).refused("referral.already-answered")


def test_an_answer_says_what_it_meets_and_what_it_fails() -> None:
    awaits = AnswerTo(referral=QUESTION)
    both = decision(outcome=ApprovedConditionally(), waits_for=(C1,))
    other = decision("3.2", outcome=ApprovedConditionally(), waits_for=(C2,))
    blocked = DecisionBlocked(meeting=MEETING, decision="3.2")
    record = given(*WORLD, *discussing(), referral(), both, other, pending(awaits), pending(awaits, blocked, stream=C2))
    proof = ByAnswer(referral=QUESTION)
    answer = Answer(text="Ja og nej.", when=OnDay(day=TODAY), meets=(C1,), fails=(C2,))
    record.when(answer, to=QUESTION, by=SECRETARY).then(
        Answered(text=said("Ja og nej."), when=OnDay(day=TODAY), meets=(C1,), fails=(C2,)),
        (C1, Fulfilled(proof=proof)),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
        (C2, Failed(proof=proof)),
        (MEETING, DecisionFell(item=ITEM, decision="3.2", condition=C2)),
    )


def test_an_answer_meets_only_what_awaited_it() -> None:
    record = given(*WORLD, *discussing(), referral(), WAITING, pending())
    record.when(Answer(text="Ja.", meets=(C1,)), to=QUESTION).refused("condition.proof-mismatch")
    record.when(Answer(text="Ja.", meets=("lillebaelt/condition/none",)), to=QUESTION).refused("id.unknown")


def test_a_decision_answers_and_thereby_meets_what_awaited_the_answer() -> None:
    record = given(
        *WORLD,
        *discussing(),
        referral(),
        WAITING,
        pending(AnswerTo(referral=QUESTION)),
        *discussing(POLITICAL_MEETING, POLITICAL),
    )
    effect = AnswerReferral(referral=QUESTION, text="Træning.", meets=(C1,))
    command = RecordDecision(item=ITEM, decision="1", outcome=DECIDED, text="Træning.", at_once=(effect,))
    tags = [each.event.tag for each in record.when(command, to=POLITICAL_MEETING).recorded]
    assert tags == [
        "meeting.decision-recorded",
        "referral.answered",
        "condition.fulfilled",
        "meeting.decision-took-effect",
    ]


# --- declined, withdrawn ----------------------------------------------------------------------------------------------


def test_the_body_that_was_asked_may_decline() -> None:
    record = given(
        *WORLD, referral(), *discussing(POLITICAL_MEETING, POLITICAL), decision("1", meeting=POLITICAL_MEETING)
    )
    decline = Decline(reason="Ikke vores.", decision=taken("1", POLITICAL_MEETING))
    record.when(decline, to=QUESTION, by=SECRETARY).then(
        Declined(reason=said("Ikke vores."), decision=taken("1", POLITICAL_MEETING))
    )


def test_another_body_does_not_decline() -> None:
    given(*WORLD, referral(), *discussing(), decision()).when(
        Decline(reason="Nej.", decision=taken()), to=QUESTION
    ).refused("referral.other-body")


def test_the_body_that_asked_withdraws_its_question_by_a_decision() -> None:
    record = given(*WORLD, referral(), *discussing())
    effect = WithdrawReferral(referral=QUESTION, reason="Det er klaret.")
    command = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Trækkes.", at_once=(effect,))
    answer = record.when(command, to=MEETING)
    assert [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]] == [
        (QUESTION, Withdrawn(reason=said("Det er klaret."), decision=taken()))
    ]


def test_another_body_does_not_withdraw_it() -> None:
    record = given(
        *WORLD, referral(), *discussing(POLITICAL_MEETING, POLITICAL), decision("1", meeting=POLITICAL_MEETING)
    )
    withdraw = Withdraw(reason="Nej.", decision=taken("1", POLITICAL_MEETING))
    record.when(withdraw, to=QUESTION).refused("referral.not-yours", body=POLITICAL)


def test_a_secretary_withdraws_a_question() -> None:
    given(*WORLD, referral()).when(Withdraw(reason="Det er klaret."), to=QUESTION, by=SECRETARY).then(
        Withdrawn(reason=said("Det er klaret."))
    )


@pytest.mark.parametrize(
    "end", [Declined(reason=said("Nej.")), Withdrawn(reason=said("Nej."))], ids=lambda event: event.tag
)
def test_what_was_never_answered_fails_what_awaited_the_answer_and_meets_nothing(end: Event) -> None:
    record = given(*WORLD, *discussing(), referral(), WAITING, pending(AnswerTo(referral=QUESTION)), (QUESTION, end))
    proof = ByAnswer(referral=QUESTION)
    record.when(Resolve(proof=proof), to=C1).refused("condition.proof-mismatch")
    record.when(Resolve(proof=proof, met=False), to=C1).then(
        Failed(proof=proof), (MEETING, DecisionFell(item=ITEM, decision="3.1", condition=C1))
    )


# --- reminded ---------------------------------------------------------------------------------------------------------


def due_on(day: str | None) -> Fact:
    """The question, to be answered by a day."""
    return QUESTION, Sent(from_body=STRATEGIC, to_body=POLITICAL, question=said("Hvilke temaer?"), answer_by=day)


def test_a_secretary_reminds_of_a_question_before_its_deadline() -> None:
    given(*WORLD, due_on(TOMORROW)).when(Remind(), to=QUESTION, by=SECRETARY).then(Reminded(answer_by=TOMORROW))


def test_a_reminder_may_come_with_a_later_deadline() -> None:
    given(*WORLD, due_on(YESTERDAY)).when(Remind(answer_by=TOMORROW), to=QUESTION, by=SECRETARY).then(
        Reminded(answer_by=TOMORROW, passed=YESTERDAY)
    )


def test_a_new_deadline_is_not_gone_already() -> None:
    given(*WORLD, due_on(YESTERDAY)).when(Remind(answer_by=YESTERDAY), to=QUESTION).refused(
        "referral.deadline-gone", answer_by=YESTERDAY
    )


def test_the_clock_reminds_once_of_a_question_whose_day_is_over() -> None:
    record = given(*WORLD, due_on(YESTERDAY))
    assert list(due(record, TODAY)) == [Due(QUESTION, Remind(), YESTERDAY)]
    record.when(Remind(), to=QUESTION).then(Reminded(passed=YESTERDAY))
    assert list(due(record, TODAY)) == []


def test_the_clock_reminds_anew_when_a_later_deadline_has_passed() -> None:
    record = given(*WORLD, due_on("2024-02-01"), (QUESTION, Reminded(answer_by=YESTERDAY, passed="2024-02-01")))
    assert list(due(record, TODAY)) == [Due(QUESTION, Remind(), YESTERDAY)]


@pytest.mark.parametrize("day", [TODAY, TOMORROW, None], ids=["today", "tomorrow", "no deadline"])
def test_a_question_whose_day_is_not_over_is_not_reminded_of_by_the_clock(day: str | None) -> None:
    assert list(due(given(*WORLD, due_on(day)), TODAY)) == []


def test_an_answer_proves_the_condition_that_awaited_it() -> None:
    record = given(*WORLD, *discussing(), referral(), WAITING, pending(AnswerTo(referral=QUESTION)), ANSWERED)
    proof = ByAnswer(referral=QUESTION)
    record.when(Resolve(proof=proof), to=C1, by=SECRETARY).then(
        Fulfilled(proof=proof),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )
