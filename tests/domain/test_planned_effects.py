"""What a decision does to plans and initiatives: every effect that can be picked at the table, and what it leads to."""

from typing import Any

import pytest

from domain import planned
from domain.awaited import Stage
from domain.claims import DateNotStated, OnDay
from domain.colours import Colour
from domain.initiative import Evaluated, LadderAgreed, Paused
from domain.initiatives import Aspect, Ending, Kind, Operation, Phase, StepState
from domain.meeting.decision import RecordDecision
from domain.plan import PlanAdopted
from domain.planning import (
    AdoptPlan,
    AgreeRemedy,
    AnswerRemark,
    ApproveConfirmation,
    AssignOwner,
    BeginOperation,
    ClosePlan,
    Deprioritise,
    EndInitiative,
    Escalate,
    GiveRemark,
    MergeInitiative,
    Narrow,
    NoteFocus,
    Pause,
    Prolong,
    ReachStep,
    Resume,
    ReturnConfirmation,
    SetTheme,
    Spread,
    StartProject,
    Widen,
)
from domain.plans import Focus, Order, ThemeKind
from domain.text import said
from tests.domain.planned import (
    CHIEFS,
    DIRECTORS,
    NEXT,
    PLAN,
    RECORD,
    TEN,
    UNDERWAY,
    approved,
    by,
    coloured,
    confirmed,
    listed,
    ordered,
    owned,
    remarked,
    sat,
)
from tests.domain.world import DECIDED, ITEM, KOLDING, POLITICAL, REGION, Fact, on_day, reported
from tests.given import given

DAY = "2024-02-20"
ADOPTED = (PLAN, PlanAdopted(decision=by(POLITICAL), orders=()))
EVALUATED = (TEN, Evaluated(stage=Stage.MIDWAY, text=said("Godt."), when=DateNotStated()))
LADDER = (TEN, LadderAgreed(steps=(said("Vision"),)))
PROJECT = listed(TEN, Kind.IMPROVEMENT_PROJECT)
FACT: dict[str, Any] = {"aspect": Aspect.PLACE, "before": "Alle", "after": "Kolding"}

CASES: tuple[tuple[str, Any, tuple[Fact, ...], tuple[str, ...]], ...] = (
    (
        POLITICAL,
        AdoptPlan(plan=PLAN, orders=(Order(initiative=TEN, number="10", title="De 2 %"),)),
        (),
        ("plan.adopted", "initiative.ordered"),
    ),
    (
        POLITICAL,
        SetTheme(plan=PLAN, theme="ny", number="9", title="Nyt", theme_kind=ThemeKind.THEME),
        (),
        ("plan.theme-set",),
    ),
    (POLITICAL, NoteFocus(plan=PLAN, theme="unge", focus=Focus.WISHED, words="Unge"), (), ("plan.focus-noted",)),
    (POLITICAL, ClosePlan(plan=PLAN), (ADOPTED,), ("plan.closed",)),
    (POLITICAL, GiveRemark(initiative=TEN, remark="b1", text="Konkret"), (ordered(),), ("initiative.remarked",)),
    (
        POLITICAL,
        AnswerRemark(initiative=TEN, remark="b1"),
        (ordered(), remarked()),
        ("initiative.remark-answered",),
    ),
    (DIRECTORS, AssignOwner(initiative=TEN, owners=(KOLDING,)), (ordered(),), ("initiative.owner-assigned",)),
    (
        CHIEFS,
        ApproveConfirmation(initiative=TEN, revision=1),
        (ordered(), owned(), confirmed()),
        ("initiative.confirmation-approved",),
    ),
    (
        DIRECTORS,
        ApproveConfirmation(initiative=TEN, revision=1, phase=Phase.TRIAL),
        (ordered(), owned(), confirmed(), approved(CHIEFS)),
        ("initiative.confirmation-approved", "initiative.started"),
    ),
    (
        CHIEFS,
        ReturnConfirmation(initiative=TEN, revision=1, reason="Hvem?"),
        (ordered(), owned(), confirmed()),
        ("initiative.confirmation-returned",),
    ),
    (CHIEFS, AgreeRemedy(initiative=TEN, text="Folk"), (*UNDERWAY, coloured()), ("initiative.remedy-agreed",)),
    (
        CHIEFS,
        Escalate(initiative=TEN, to_body=DIRECTORS, reason="Hjælp"),
        (*UNDERWAY, coloured(Colour.RED)),
        ("initiative.escalated",),
    ),
    (DIRECTORS, Narrow(initiative=TEN, **FACT), (ordered(),), ("initiative.narrowed", "referral.sent")),
    (POLITICAL, Widen(initiative=TEN, **FACT), (ordered(),), ("initiative.widened",)),
    (DIRECTORS, Spread(initiative=TEN, to_parties=(REGION,)), (*UNDERWAY, EVALUATED), ("initiative.spread",)),
    (
        DIRECTORS,
        StartProject(initiative=TEN, phase=Phase.TRIAL),
        (PROJECT,),
        ("initiative.started", "body.slot-taken"),
    ),
    (CHIEFS, Pause(initiative=TEN, reason="Ferie"), UNDERWAY, ("initiative.paused",)),
    (CHIEFS, Resume(initiative=TEN), (*UNDERWAY, (TEN, Paused(reason=said("Ferie")))), ("initiative.resumed",)),
    (CHIEFS, Deprioritise(initiative=TEN, reason="Sidst"), UNDERWAY, ("initiative.deprioritised",)),
    (CHIEFS, Prolong(initiative=TEN, expected=OnDay(day="2024-12-31")), UNDERWAY, ("initiative.prolonged",)),
    (
        CHIEFS,
        BeginOperation(initiative=TEN, extent=Operation.FULL, parties=(KOLDING,)),
        UNDERWAY,
        ("initiative.operation-began",),
    ),
    (
        CHIEFS,
        ReachStep(initiative=TEN, order=1, state=StepState.REACHED),
        (listed(), LADDER),
        ("initiative.step-reached",),
    ),
    (POLITICAL, MergeInitiative(initiative=TEN, into=NEXT), (ordered(), listed(NEXT)), ("initiative.merged",)),
    (POLITICAL, EndInitiative(initiative=TEN, how=Ending.STOPPED), UNDERWAY, ("initiative.ended",)),
)


@pytest.mark.parametrize(
    ("body", "effect", "facts", "tags"), CASES, ids=[type(effect).__name__ for _, effect, _, _ in CASES]
)
def test_an_effect_picked_at_the_table_is_carried_out(
    body: str, effect: Any, facts: tuple[Fact, ...], tags: tuple[str, ...]
) -> None:
    meeting = sat(body, DAY)
    command = RecordDecision(item=ITEM, decision="1", outcome=DECIDED, text="Besluttet.", at_once=(effect,))
    answer = given(*RECORD, *facts, *reported(meeting, body, on_day(DAY))).when(command, to=meeting)
    assert answer.said_no is None, answer.said_no
    assert [each.event.tag for each in answer.recorded] == ["meeting.decision-recorded", *tags]
    assert all(getattr(each.event, "decision", by(body, DAY)) in (by(body, DAY), "1") for each in answer.recorded)


def test_every_effect_is_among_them() -> None:
    assert {type(effect) for _, effect, _, _ in CASES} == set(planned.COMMAND_OF)
