"""Effects of a decision: at once, or when its conditions are met; once, or never."""

from typing import Any

import pytest

from domain.awaited import DecisionBlocked, DecisionOf
from domain.effects import (
    EFFECTS_MAX,
    AnswerReferral,
    Assign,
    DebtorNotStated,
    OpenCondition,
    Refer,
    ResolveCondition,
    WaiveCondition,
)
from domain.kernel import Command
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import ItemSettled
from domain.meeting.standing import ConditionMet, DecisionFell, DecisionTookEffect, LetFall, NoteConditionMet
from domain.meeting.state import Standing
from domain.outcomes import ApprovedConditionally, Outcome
from domain.text import Kept, said
from tests.domain.waiting import C1, C2
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    POLITICAL,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
)
from tests.given import Record, given

IF = ApprovedConditionally()


def record_decision(
    outcome: Outcome[Any] = DECIDED,
    *,
    at_once: tuple[object, ...] = (),
    when_met: tuple[object, ...] = (),
    waits_for: tuple[str, ...] = (),
) -> RecordDecision:
    return RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=outcome,
        text="Besluttet.",
        at_once=at_once,  # type: ignore[arg-type]
        when_met=when_met,  # type: ignore[arg-type]
        waits_for=waits_for,
    )


def discussed(*facts: Fact) -> Record:
    """A record whose meeting has its item on the floor."""
    return given(*WORLD, *discussing(), *facts)


# --- effects ----------------------------------------------------------------------------------------------------------


def assign(number: int = 1) -> Assign[str]:
    return Assign(
        action=f"lillebaelt/action/a{number}", what="Skriv.", owed_by=(DebtorNotStated(),), report_to=STRATEGIC
    )


CONDITION = OpenCondition(
    condition=C1,
    awaits=DecisionOf(body=POLITICAL, words="den 26. april"),
    blocks=(DecisionBlocked(meeting=MEETING, decision="3.1"),),
    words="Politisk niveau skal vælge.",
)


def test_a_decision_has_so_many_effects_and_no_more() -> None:
    at_once = (CONDITION, *(assign(number) for number in range(EFFECTS_MAX // 2)))
    when_met = tuple(assign(number) for number in range(EFFECTS_MAX // 2, EFFECTS_MAX))
    command = record_decision(IF, at_once=at_once, when_met=when_met, waits_for=(C1,))
    discussed().when(command, to=MEETING).refused("meeting.too-many-effects", count=EFFECTS_MAX)


@pytest.mark.parametrize(
    ("effect", "name"),
    [
        (AnswerReferral(referral="lillebaelt/referral/r1", text="Ja."), "answer-referral"),
        (CONDITION, "open-condition"),
        (ResolveCondition(condition=C1), "resolve-condition"),
        (WaiveCondition(condition=C1), "waive-condition"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_ends_a_waiting_does_not_wait_itself(effect: object, name: str) -> None:
    command = record_decision(IF, at_once=(CONDITION,), when_met=(effect,), waits_for=(C1,))
    discussed().when(command, to=MEETING).refused("meeting.effect-cannot-wait", effect=name)


@pytest.mark.parametrize(
    "command",
    [record_decision(IF), record_decision(DECIDED, when_met=(assign(),))],
    ids=["approved if", "something when met"],
)
def test_what_waits_waits_for_something(command: RecordDecision) -> None:
    discussed().when(command, to=MEETING).refused("meeting.waits-for-nothing", decision="3.1")


def test_what_is_to_happen_when_met_happens_then_and_not_before() -> None:
    refer = Refer(referral="lillebaelt/referral/r1", to_body=POLITICAL, question="Hvad nu?")
    command = record_decision(IF, at_once=(CONDITION, refer), when_met=(assign(),), waits_for=(C1,))
    record = discussed()
    tags = [each.event.tag for each in record.when(command, to=MEETING).recorded]
    assert tags == ["meeting.decision-recorded", "condition.opened", "referral.sent"]
    later = Assign[Kept](
        action="lillebaelt/action/a1", what=said("Skriv."), owed_by=(DebtorNotStated(),), report_to=STRATEGIC
    )
    answer = record.when(NoteConditionMet(decision="3.1", condition=C1), to=MEETING)
    assert next(record.opened(each.event) for each in answer.recorded) == DecisionTookEffect(
        item=ITEM, decision="3.1", condition=C1, effects=(later,)
    )
    assert [each.event.tag for each in answer.recorded] == ["meeting.decision-took-effect", "action.assigned"]


# --- met and fallen ---------------------------------------------------------------------------------------------------

MET, FALL = NoteConditionMet(decision="3.1", condition=C1), LetFall(decision="3.1", condition=C1)


def test_a_decision_that_waits_for_two_takes_effect_with_the_last() -> None:
    record = discussed(decision(outcome=IF, waits_for=(C1, C2)))
    record.when(MET, to=MEETING).then(ConditionMet(item=ITEM, decision="3.1", condition=C1))
    assert record.see(MEETING).decisions["3.1"].standing is Standing.WAITING
    record.when(NoteConditionMet(decision="3.1", condition=C2), to=MEETING).then(
        DecisionTookEffect(item=ITEM, decision="3.1", condition=C2, effects=())
    )
    assert record.see(MEETING).decisions["3.1"].standing is Standing.IN_EFFECT


def test_a_decision_falls_with_the_first_condition_that_fails() -> None:
    record = discussed(decision(outcome=IF, waits_for=(C1, C2)))
    record.when(FALL, to=MEETING).then(DecisionFell(item=ITEM, decision="3.1", condition=C1))
    assert record.see(MEETING).decisions["3.1"].standing is Standing.FALLEN


@pytest.mark.parametrize("command", [MET, FALL], ids=lambda command: command.verb)
@pytest.mark.parametrize(
    "past",
    [
        (),
        (decision(),),
        (decision(outcome=IF, waits_for=(C2,)),),
        (
            decision(outcome=IF, waits_for=(C1,)),
            (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
        ),
        (
            decision(outcome=IF, waits_for=(C1, C2)),
            (MEETING, DecisionFell(item=ITEM, decision="3.1", condition=C2)),
        ),
    ],
    ids=["no decision", "in effect", "waits for another", "has taken effect", "has fallen"],
)
def test_what_does_not_wait_for_a_condition_is_untouched_by_it(command: Command, past: tuple[Fact, ...]) -> None:
    discussed(*past).when(command, to=MEETING).then()


def test_a_meeting_that_is_only_called_is_untouched_by_a_condition() -> None:
    given(*WORLD, *called()).when(MET, to=MEETING).then()


def test_a_decision_takes_effect_after_its_meeting_is_adjourned() -> None:
    settled, ended = (MEETING, ItemSettled(item=ITEM, number="3")), (MEETING, MeetingAdjourned())
    record = given(*WORLD, *discussing(), decision(outcome=IF, waits_for=(C1,)), settled, ended)
    record.when(MET, to=MEETING, on=TODAY).then(DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=()))
