"""Proofs: a condition is met or fails by what was awaited, and by nothing that came before it."""

from typing import Any

import msgspec
import pytest

from domain.awaited import (
    AnswerTo,
    Awaited,
    ByAnswer,
    ByDocument,
    ByEvaluation,
    DecisionBlocked,
    DecisionOf,
    EvaluationOf,
    LawOrAgreement,
    Proof,
    Stage,
)
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.condition import Failed, Fulfilled, Resolve
from domain.effects import OpenCondition, ResolveCondition
from domain.meeting.decision import RecordDecision
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.meeting.state import Standing
from domain.outcomes import ApprovedConditionally, Outcome, Recommends, Strength
from domain.referral import Answered
from domain.text import Kept, Text, said
from tests.domain.waiting import (
    C1,
    C2,
    LATER,
    NOT_APPROVED,
    POLITICAL_CHOICE,
    PROOF,
    TOMORROW,
    YESTERDAY,
    evaluated,
    later,
    waiting_on,
    waiting_then,
)
from tests.domain.world import (
    DECIDED,
    DISCUSSED,
    ITEM,
    MEETING,
    PAPER,
    POLITICAL,
    PROJECT,
    QUESTION,
    STRATEGIC,
    TODAY,
    Fact,
    discussing,
    project,
    referral,
    reported,
)

# --- proved by a decision ---------------------------------------------------------------------------------------------


def test_a_later_decision_of_the_awaited_body_meets_the_condition_and_sets_the_waiting_free() -> None:
    record = waiting_then(*later())
    record.when(Resolve(proof=PROOF), to=C1).then(
        Fulfilled(proof=PROOF),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )
    assert record.see(MEETING).decisions["3.1"].standing is Standing.IN_EFFECT


def test_a_condition_that_fails_lets_the_waiting_fall() -> None:
    record = waiting_then(*later(NOT_APPROVED))
    record.when(Resolve(proof=PROOF, met=False), to=C1).then(
        Failed(proof=PROOF), (MEETING, DecisionFell(item=ITEM, decision="3.1", condition=C1))
    )
    assert record.see(MEETING).decisions["3.1"].standing is Standing.FALLEN


def test_a_decision_from_before_the_condition_proves_nothing() -> None:
    waiting_then(*later(on=YESTERDAY)).when(Resolve(proof=PROOF), to=C1).refused(
        "condition.decided-before", decision=f"{LATER}#1", day=TODAY
    )


def test_a_decision_of_the_same_day_proves_nothing_afterwards_since_nobody_knows_which_came_first() -> None:
    waiting_then(*later(on=TODAY)).when(Resolve(proof=PROOF), to=C1).refused("condition.decided-before")


RESOLVING = RecordDecision(
    item=ITEM, decision="1", outcome=DECIDED, text="Valgt.", at_once=(ResolveCondition(condition=C1),)
)


def test_a_decision_of_the_same_day_proves_the_condition_it_says_it_meets() -> None:
    record = waiting_then(*discussing(LATER, POLITICAL))
    answer = record.when(RESOLVING, to=LATER)
    assert [each.event.tag for each in answer.recorded] == [
        "meeting.decision-recorded",
        "condition.fulfilled",
        "meeting.decision-took-effect",
    ]


@pytest.mark.parametrize(
    "held",
    [
        OnDay(day=YESTERDAY),
        Within(earliest=YESTERDAY, latest=TOMORROW, span=Span.DAYS, words=said("omkring 1. marts")),
    ],
    ids=["the day before", "perhaps the day before"],
)
def test_a_meeting_entered_afterwards_proves_nothing_it_may_have_come_before(held: OnDay[Kept] | Within[Kept]) -> None:
    waiting_then(*reported(LATER, POLITICAL, held)).when(RESOLVING, to=LATER).refused("condition.decided-before")


def test_a_meeting_without_a_day_proves_nothing() -> None:
    waiting_then(*reported(LATER, POLITICAL, DateNotStated())).when(RESOLVING, to=LATER).refused("decision.undated")


def test_a_decision_does_not_meet_the_condition_that_it_sets_itself() -> None:
    command = RecordDecision(
        item=ITEM,
        decision="1",
        outcome=DECIDED,
        text="Besluttet, hvis det besluttes.",
        at_once=(
            OpenCondition(
                condition=C2,
                awaits=DecisionOf(body=POLITICAL, words="denne"),
                blocks=(DecisionBlocked(meeting=LATER, decision="1"),),
                words="Når det er besluttet.",
            ),
            ResolveCondition(condition=C2),
        ),
    )
    waiting_then(*discussing(LATER, POLITICAL)).when(command, to=LATER).refused("condition.not-awaited")
    waiting = msgspec.structs.replace(command, waits_for=(C2,))
    waiting_then(*discussing(LATER, POLITICAL)).when(waiting, to=LATER).refused("decision.waiting")


def test_a_decision_of_another_body_is_not_what_is_awaited() -> None:
    waiting_then(*later(of=STRATEGIC)).when(Resolve(proof=PROOF), to=C1).refused("condition.proof-mismatch")


@pytest.mark.parametrize("outcome", [DISCUSSED, NOT_APPROVED, Recommends(to_body=STRATEGIC, strength=Strength.FIRM)])
def test_a_condition_is_met_only_by_a_yes(outcome: Outcome[Any]) -> None:
    waiting_then(*later(outcome)).when(Resolve(proof=PROOF), to=C1).refused("decision.not-affirmative")


def test_a_condition_does_not_fail_by_having_been_discussed() -> None:
    waiting_then(*later(DISCUSSED)).when(Resolve(proof=PROOF, met=False), to=C1).refused("decision.not-affirmative")


def test_a_condition_is_not_met_by_a_decision_that_waits_itself() -> None:
    waiting_then(*later(ApprovedConditionally(), waits_for=(C2,))).when(Resolve(proof=PROOF), to=C1).refused(
        "decision.waiting"
    )


# --- proved otherwise -------------------------------------------------------------------------------------------------


ANSWERED: Fact = (QUESTION, Answered(text=said("Ja.")))
LAW: Awaited[Kept] = LawOrAgreement(title=said("Økonomiaftalen"), words=said("når den er indgået"))
FINAL = EvaluationOf(initiative=PROJECT, stage=Stage.FINAL)
BY_LAW: Proof[Text] = ByDocument(document=PAPER, words="Aftalen er indgået.")


@pytest.mark.parametrize(
    ("awaits", "came", "proof"),
    [
        (AnswerTo(referral=QUESTION), (ANSWERED,), ByAnswer(referral=QUESTION)),
        (FINAL, (evaluated(Stage.FINAL),), ByEvaluation(initiative=PROJECT, stage=Stage.FINAL)),
    ],
    ids=["answer", "evaluation"],
)
def test_what_was_awaited_proves_the_condition_when_it_comes(
    awaits: Awaited[Kept], came: tuple[Fact, ...], proof: ByAnswer | ByEvaluation
) -> None:
    record = waiting_on(awaits, referral(), project())
    for stream, event in came:
        record.happened(stream, event)
    took_effect = MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())
    record.when(Resolve(proof=proof), to=C1).then(Fulfilled(proof=proof), took_effect)


def test_a_law_is_proved_by_a_paper_on_file() -> None:
    took_effect = MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())
    proof: Proof[Kept] = ByDocument(document=PAPER, words=said("Aftalen er indgået."))
    waiting_on(LAW).when(Resolve(proof=BY_LAW), to=C1).then(Fulfilled(proof=proof), took_effect)
    missing: Proof[Text] = ByDocument(document="lillebaelt/document/none", words="Aftalen er indgået.")
    waiting_on(LAW).when(Resolve(proof=missing), to=C1).refused("id.unknown")


@pytest.mark.parametrize(
    ("awaits", "proof"),
    [
        (AnswerTo(referral=QUESTION), ByAnswer(referral=QUESTION)),
        (AnswerTo(referral=QUESTION), BY_LAW),
        (FINAL, ByEvaluation(initiative=PROJECT, stage=Stage.FINAL)),
        (EvaluationOf(initiative=PROJECT, stage=Stage.MIDWAY), ByEvaluation(initiative=PROJECT, stage=Stage.FINAL)),
        (POLITICAL_CHOICE, BY_LAW),
    ],
    ids=["not answered yet", "a paper is no answer", "not evaluated yet", "another stage", "a paper is no decision"],
)
def test_nothing_but_what_was_awaited_proves_the_condition(awaits: Awaited[Kept], proof: Proof[Text]) -> None:
    waiting_on(awaits, referral(), project()).when(Resolve(proof=proof), to=C1).refused("condition.proof-mismatch")
