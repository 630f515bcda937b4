"""What becomes of a decision: superseded by another of its body, or corrected while nothing has come of it."""

import pytest

from domain.awaited import ByDecision, DecisionBlocked, DecisionOf, LawOrAgreement
from domain.body import BodyClosed
from domain.condition import Resolve
from domain.effects import Assign, DebtorNotStated, OpenCondition
from domain.meeting.attendance import Recused
from domain.meeting.call import MeetingAdjourned
from domain.meeting.correction import CorrectDecision, DecisionCorrected
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.floor import ItemSettled
from domain.meeting.standing import DecisionSuperseded, DecisionTookEffect, MarkSuperseded
from domain.meeting.state import Standing
from domain.outcomes import ApprovedConditionally
from domain.text import said
from tests.domain.waiting import C1, pending
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    on_day,
    reported,
    taken,
)
from tests.given import Record, given

EARLIER = "lillebaelt/meeting/2023-06-07-strategic"
THEIRS = "lillebaelt/meeting/2023-06-07-political"


def record_decision(**more: object) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Nu gælder dette.", **more)  # type: ignore[arg-type]


def earlier(meeting: str = EARLIER, of: str = STRATEGIC, **more: object) -> tuple[Fact, ...]:
    held = reported(meeting, of, on_day("2023-06-07"))
    return (*held, decision("1", meeting=meeting, decided_on="2023-06-07", **more))  # type: ignore[arg-type]


def recorded(**more: object) -> DecisionRecorded:
    return DecisionRecorded(
        item=ITEM,
        number="3",
        decision="3.1",
        outcome=DECIDED,
        text=said("Nu gælder dette."),
        decided_on="2024-03-01",
        **more,  # type: ignore[arg-type]
    )


# --- superseded -------------------------------------------------------------------------------------------------------


def test_a_decision_takes_the_place_of_an_earlier_one_of_the_body() -> None:
    record = given(*WORLD, *earlier(), *discussing())
    record.when(record_decision(supersedes=(taken("1", EARLIER),)), to=MEETING, by=SECRETARY).then(
        recorded(supersedes=(taken("1", EARLIER),)),
        (EARLIER, DecisionSuperseded(item=ITEM, decision="1", by=taken())),
    )
    assert record.see(EARLIER).decisions["1"].standing is Standing.SUPERSEDED


def test_a_superseded_decision_gives_no_authority() -> None:
    superseded: Fact = (EARLIER, DecisionSuperseded(item=ITEM, decision="1", by=taken()))
    awaits = DecisionOf(body=STRATEGIC, words=said("et møde"))
    record = given(*WORLD, *discussing(), decision(), *earlier(), superseded, pending(awaits, opened_on="2023-01-01"))
    resolve = Resolve(proof=ByDecision(decision=taken("1", EARLIER)))
    record.when(resolve, to=C1).refused("decision.superseded", decision=f"{EARLIER}#1")


def test_what_is_superseded_already_or_has_fallen_stays_as_it_is() -> None:
    superseded: Fact = (EARLIER, DecisionSuperseded(item=ITEM, decision="1", by=taken("3.0")))
    record = given(*WORLD, *earlier(), *discussing(), decision("3.0"), superseded)
    record.when(record_decision(supersedes=(taken("1", EARLIER),)), to=MEETING).then(
        recorded(supersedes=(taken("1", EARLIER),))
    )


def test_a_waiting_decision_that_is_superseded_waits_for_nothing_any_more() -> None:
    waiting = earlier(outcome=ApprovedConditionally(), waits_for=(C1,))
    record = given(*WORLD, *waiting, pending(), *discussing())
    record.when(record_decision(supersedes=(taken("1", EARLIER),)), to=MEETING)
    assert record.see(EARLIER).decisions["1"].waits == frozenset()


def test_a_body_does_not_supersede_what_another_decided() -> None:
    record = given(*WORLD, *earlier(THEIRS, POLITICAL), *discussing())
    record.when(record_decision(supersedes=(taken("1", THEIRS),)), to=MEETING).refused(
        "meeting.supersedes-others", decision=f"{THEIRS}#1", body=POLITICAL
    )


def test_a_body_supersedes_what_the_body_before_it_decided() -> None:
    closed: Fact = (POLITICAL, BodyClosed(ceases_on="2024-01-01", successor=STRATEGIC))
    record = given(*WORLD, *earlier(THEIRS, POLITICAL), closed, *discussing())
    answer = record.when(record_decision(supersedes=(taken("1", THEIRS),)), to=MEETING)
    assert [each.event.tag for each in answer.recorded] == ["meeting.decision-recorded", "meeting.decision-superseded"]


def test_nothing_is_superseded_before_the_new_decision_has_effect() -> None:
    command = record_decision(supersedes=(taken("1", EARLIER),), waits_for=(C1,))
    given(*WORLD, *earlier(), pending(), *discussing()).when(command, to=MEETING).refused(
        "meeting.supersedes-waiting", decision="3.1"
    )


def test_what_is_superseded_was_decided() -> None:
    given(*WORLD, *discussing()).when(record_decision(supersedes=(taken("9"),)), to=MEETING).refused(
        "decision.unknown", decision=f"{MEETING}#9"
    )


def test_nobody_marks_a_decision_superseded_at_a_door() -> None:
    command = MarkSuperseded(decision="1", by=taken())
    given(*WORLD, *earlier(), *discussing(), decision()).when(command, to=EARLIER, by=SECRETARY).denied()


# --- corrected --------------------------------------------------------------------------------------------------------

CORRECT = CorrectDecision(decision="3.1", text="Klyngen besluttede det.", reason="En slåfejl.")
CORRECTED = DecisionCorrected(
    item=ITEM, number="3", decision="3.1", text=said("Klyngen besluttede det."), reason=said("En slåfejl.")
)
ASSIGN = Assign(action="lillebaelt/action/a1", what=said("Skriv."), owed_by=(DebtorNotStated(),), report_to=STRATEGIC)
OPENS = OpenCondition(
    condition=C1,
    awaits=LawOrAgreement(title=said("En lov"), words=said("Når loven er vedtaget.")),
    blocks=(DecisionBlocked(meeting=MEETING, decision="3.1"),),
    words=said("Først loven."),
)


def decided(*effects: object, then: bool = False) -> Record:
    event = recorded(at_once=effects, waits_for=(C1,) if then else (), when_met=(ASSIGN,) if then else ())
    return given(*WORLD, *discussing(), (MEETING, event))


@pytest.mark.parametrize("by", [SECRETARY, CHAIR])
def test_a_decision_written_down_wrong_is_corrected_with_a_reason(by: str) -> None:
    decided().when(CORRECT, to=MEETING, by=by).then(CORRECTED)


def test_a_member_corrects_nothing() -> None:
    decided().when(CORRECT, to=MEETING, by=MEMBER).denied()


def test_a_decision_is_corrected_also_after_the_meeting() -> None:
    after: tuple[Fact, ...] = ((MEETING, ItemSettled(item=ITEM, number="3")), (MEETING, MeetingAdjourned()))
    given(*WORLD, *discussing(), decision(), *after).when(CORRECT, to=MEETING, by=SECRETARY).then(CORRECTED)


def test_a_decision_that_was_not_taken_is_not_corrected() -> None:
    given(*WORLD, *discussing()).when(CORRECT, to=MEETING).refused("decision.unknown", decision=f"{MEETING}#3.1")


def test_a_decision_that_something_came_of_is_decided_anew_instead() -> None:
    decided(ASSIGN).when(CORRECT, to=MEETING).refused("meeting.already-acted-on", decision="3.1")


def test_a_decision_that_took_effect_later_is_decided_anew_instead() -> None:
    record = decided(OPENS, then=True)
    record.happened(MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=(ASSIGN,)))
    record.when(CORRECT, to=MEETING).refused("meeting.already-acted-on", decision="3.1")


def test_a_decision_that_only_awaits_something_may_be_corrected() -> None:
    decided(OPENS, then=True).when(CORRECT, to=MEETING).then(CORRECTED)


def test_whoever_is_recused_corrects_nothing_there() -> None:
    recused: Fact = (MEETING, Recused(item=ITEM, number="3", person=SECRETARY, reason=said("Familie")))
    given(*WORLD, *discussing(), decision(), recused).when(CORRECT, to=MEETING, by=SECRETARY).refused(
        "meeting.disqualified", person=SECRETARY
    )
