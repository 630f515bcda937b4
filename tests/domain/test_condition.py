"""Conditions: what waits and what is held back are the same things; each is resolved once, by what came after it."""

import msgspec
import pytest

from domain.awaited import (
    AnswerTo,
    Awaited,
    DecisionBlocked,
    DecisionOf,
    EvaluationOf,
    LawOrAgreement,
    Stage,
)
from domain.condition import BLOCKS_MAX, Block, BlockAdded, Failed, Fulfilled, Opened, Resolve, Waive, Waived
from domain.effects import Assign, DebtorNotStated, OpenCondition
from domain.kernel import Command
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.standing import DecisionTookEffect
from domain.outcomes import ApprovedConditionally
from domain.referral import Answered
from domain.text import Kept, Text, said
from tests.domain.waiting import (
    BLOCKED,
    C1,
    C2,
    EARMARK,
    LATER,
    POLITICAL_CHOICE,
    PROOF,
    WAITING,
    announced,
    evaluated,
    later,
    open_condition,
    pending,
    waiting_on,
    waiting_then,
)
from tests.domain.world import (
    DISCUSSED,
    FUND,
    ITEM,
    MEETING,
    POLITICAL,
    PROJECT,
    QUESTION,
    STRATEGIC,
    TODAY,
    WORLD,
    decision,
    discussing,
    fund,
    project,
    referral,
    taken,
)
from tests.given import given

# --- set --------------------------------------------------------------------------------------------------------------


def test_a_condition_holds_back_the_decision_that_waits_for_it() -> None:
    given(*WORLD, *discussing(), WAITING).when(open_condition(answer_by="2024-05-01"), to=C1).then(
        Opened(
            awaits=POLITICAL_CHOICE,
            blocks=(BLOCKED,),
            words=said("Politisk niveau skal vælge."),
            opened_on=TODAY,
            answer_by="2024-05-01",
            arises_from=taken(),
        )
    )


def test_a_condition_is_set_once() -> None:
    waiting_on().when(open_condition(), to=C1).refused("condition.exists")


def test_a_condition_holds_something_back() -> None:
    nothing = msgspec.structs.replace(open_condition(), blocks=())
    given(*WORLD, *discussing(), WAITING).when(nothing, to=C1).refused("condition.blocks-nothing")


def test_a_condition_does_not_hold_back_a_decision_that_does_not_wait_for_it() -> None:
    given(*WORLD, *discussing(), decision()).when(open_condition(), to=C1).refused(
        "condition.not-awaited", blocked=f"{MEETING}#3.1"
    )


def test_a_condition_does_not_hold_back_a_decision_that_was_not_taken() -> None:
    given(*WORLD, *discussing()).when(open_condition(arises_from=None), to=C1).refused("decision.unknown")


def test_a_condition_does_not_hold_back_an_earmark_that_does_not_exist() -> None:
    record = given(*WORLD, fund())
    record.when(open_condition(None, EARMARK, arises_from=None), to=C1).refused("fund.earmark-unknown", earmark="e1")


def test_a_condition_does_not_hold_back_an_earmark_that_does_not_wait_for_it() -> None:
    record = given(*WORLD, fund(), announced())
    record.when(open_condition(None, EARMARK, arises_from=None), to=C1).refused(
        "condition.not-awaited", blocked=f"{FUND}#e1"
    )


def test_a_condition_holds_back_no_more_than_its_limit() -> None:
    many = tuple(DecisionBlocked(meeting=MEETING, decision=str(number)) for number in range(BLOCKS_MAX + 1))
    given(*WORLD, *discussing(), WAITING).when(open_condition(None, *many), to=C1).refused(
        "condition.full", count=BLOCKS_MAX
    )


@pytest.mark.parametrize(
    "awaits",
    [
        DecisionOf(body="lillebaelt/body/none", words="et møde"),
        AnswerTo(referral="lillebaelt/referral/none"),
        EvaluationOf(initiative="lillebaelt/initiative/none", stage=Stage.FINAL),
    ],
    ids=lambda awaits: type(awaits).__name__,
)
def test_what_is_awaited_comes_from_somebody_known(awaits: Awaited[Text]) -> None:
    given(*WORLD, *discussing(), WAITING).when(open_condition(awaits), to=C1).refused("id.unknown")


def test_a_law_may_be_awaited() -> None:
    law = LawOrAgreement(title="Økonomiaftalen", words="når den er indgået")
    kept: Awaited[Kept] = LawOrAgreement(title=said("Økonomiaftalen"), words=said("når den er indgået"))
    answer = given(*WORLD, *discussing(), WAITING).when(open_condition(law), to=C1)
    assert [answer.record.opened(each.event).awaits for each in answer.recorded] == [kept]  # type: ignore[attr-defined]


def test_an_answer_that_has_come_is_not_awaited() -> None:
    answered = QUESTION, Answered(text=said("Ja."))
    given(*WORLD, *discussing(), WAITING, referral(), answered).when(
        open_condition(AnswerTo(referral=QUESTION)), to=C1
    ).refused("condition.already-there")


def test_an_evaluation_that_has_come_is_not_awaited() -> None:
    awaits = EvaluationOf(initiative=PROJECT, stage=Stage.MIDWAY)
    record = given(*WORLD, *discussing(), WAITING, project(), evaluated(Stage.MIDWAY))
    record.when(open_condition(awaits), to=C1).refused("condition.already-there")


# --- waited for by one thing more -------------------------------------------------------------------------------------


def waits_for(condition: str, *at_once: OpenCondition[Text]) -> RecordDecision:
    return RecordDecision(
        item=ITEM,
        decision="3.2",
        outcome=ApprovedConditionally(),
        text="Ja, hvis.",
        at_once=at_once,
        waits_for=(condition,),
    )


def test_a_decision_that_waits_for_a_pending_condition_is_held_back_by_it() -> None:
    record = waiting_on()
    record.when(waits_for(C1), to=MEETING).then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.2",
            outcome=ApprovedConditionally(),
            text=said("Ja, hvis."),
            waits_for=(C1,),
            decided_on=TODAY,
        ),
        (C1, BlockAdded(blocked=DecisionBlocked(meeting=MEETING, decision="3.2"))),
    )
    for stream, event in later():
        record.happened(stream, event)
    record.when(Resolve(proof=PROOF), to=C1).then(
        Fulfilled(proof=PROOF),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.2", condition=C1, effects=())),
    )


def test_nothing_waits_for_a_condition_that_is_resolved() -> None:
    record = given(*WORLD, *discussing(), WAITING, pending(), (C1, Waived(decision=taken())))
    record.when(waits_for(C1), to=MEETING).refused("condition.already-resolved")


def test_nothing_waits_for_a_condition_that_does_not_exist() -> None:
    given(*WORLD, *discussing()).when(waits_for(C1), to=MEETING).refused("id.unknown", id=C1)


def test_a_decision_does_not_wait_for_a_condition_that_holds_something_else_back() -> None:
    other = OpenCondition(
        condition=C2, awaits=DecisionOf(body=POLITICAL, words="et møde"), blocks=(BLOCKED,), words="Når det er valgt."
    )
    waiting_on().when(waits_for(C2, other), to=MEETING).refused("condition.not-awaited", blocked=f"{MEETING}#3.1")


def test_holding_back_what_is_held_back_changes_nothing() -> None:
    waiting_on().when(Block(blocked=BLOCKED), to=C1).then()


def test_a_full_condition_holds_nothing_more_back() -> None:
    many = tuple(DecisionBlocked(meeting=MEETING, decision=str(number)) for number in range(BLOCKS_MAX))
    full = pending(POLITICAL_CHOICE, *many)
    given(*WORLD, *discussing(), WAITING, full).when(Block(blocked=BLOCKED), to=C1).refused(
        "condition.full", count=BLOCKS_MAX
    )


# --- resolved ---------------------------------------------------------------------------------------------------------


def test_the_body_that_set_a_condition_may_waive_it() -> None:
    record = waiting_then(decision("3.9"))
    record.when(Waive(decision=taken("3.9")), to=C1).then(
        Waived(decision=taken("3.9")),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
    )


def test_another_body_may_not_waive_it() -> None:
    waiting_then(*later()).when(Waive(decision=taken("1", LATER)), to=C1).refused("condition.not-yours", body=POLITICAL)


def test_a_condition_is_not_waived_by_having_been_discussed() -> None:
    waiting_then(decision("3.9", DISCUSSED)).when(Waive(decision=taken("3.9")), to=C1).refused(
        "decision.not-affirmative"
    )


def test_a_condition_that_a_paper_set_is_waived_by_nobody() -> None:
    by_paper = C1, msgspec.structs.replace(pending()[1], arises_from=None)
    given(*WORLD, *discussing(), WAITING, by_paper, decision("3.9")).when(Waive(decision=taken("3.9")), to=C1).refused(
        "condition.not-yours"
    )


@pytest.mark.parametrize("command", [Resolve(proof=PROOF), Waive(decision=taken()), Block(blocked=BLOCKED)])
@pytest.mark.parametrize("end", [Fulfilled(proof=PROOF), Failed(proof=PROOF), Waived(decision=taken())])
def test_a_condition_is_resolved_once(command: Command, end: Fulfilled | Failed | Waived) -> None:
    waiting_then((C1, end)).when(command, to=C1).refused("condition.already-resolved")


def test_a_thing_that_waits_for_two_is_set_free_by_the_last() -> None:
    assign = Assign(
        action="lillebaelt/action/a1", what=said("Skriv."), owed_by=(DebtorNotStated(),), report_to=STRATEGIC
    )
    both = decision(outcome=ApprovedConditionally(), waits_for=(C1, C2), when_met=(assign,))
    record = given(*WORLD, *discussing(), both, pending(), pending(stream=C2), *later())
    tags = [each.event.tag for each in record.when(Resolve(proof=PROOF), to=C1).recorded]
    assert tags == ["condition.fulfilled", "meeting.condition-met"]
    tags = [each.event.tag for each in record.when(Resolve(proof=PROOF), to=C2).recorded]
    assert tags == ["condition.fulfilled", "meeting.decision-took-effect", "action.assigned"]
