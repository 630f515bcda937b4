"""Course: initiatives begin, wait, rest, go on, run longer, become everyday work, and end; one improvement project at a time."""

import msgspec
import pytest

from domain.awaited import Extent, Stage
from domain.body import FreeSlot, SlotFreed, SlotTaken, TakeSlot
from domain.claims import DateNotStated, OnDay
from domain.colours import Colour
from domain.decided import Cited
from domain.handing.initiative import HandedOver
from domain.holding import Held, Hold, Release, Released
from domain.initiative import (
    AnswerRemark,
    ApproveConfirmation,
    AssignOwner,
    BeginOperation,
    ConfirmationApproved,
    ConfirmOrder,
    Deprioritise,
    Deprioritised,
    Describe,
    End,
    Ended,
    Evaluate,
    Evaluated,
    ExpectEvaluation,
    InitiativeEnded,
    Merge,
    Merged,
    Narrow,
    OperationBegan,
    Pause,
    Paused,
    Prolong,
    Remark,
    ReportColour,
    Resume,
    Resumed,
    Start,
    Started,
    Widen,
)
from domain.initiative.state import Live, evaluated
from domain.initiatives import Aspect, Ending, Kind, Operation, Phase
from domain.kernel import Command
from domain.outcomes import PlainOutcome
from domain.text import said
from tests.domain.planned import (
    CHIEFS,
    CHOOSES,
    CLUSTER,
    DIRECTORS,
    EACH_DECIDED,
    NEXT,
    RECORD,
    TEN,
    UNDERWAY,
    approved,
    by,
    chosen,
    confirmed,
    decided,
    listed,
    ordered,
    owned,
    sat,
)
from tests.domain.waiting import C1, C2
from tests.domain.world import ELSEWHERE, KOLDING, PAPER, POLITICAL, SECRETARY, TODAY, WORLD, ruled
from tests.given import given

START = Start(phase=Phase.TRIAL)
AT_WORK = (*RECORD, *UNDERWAY)
ONE_AT_A_TIME = (DIRECTORS, msgspec.structs.replace(ruled(DIRECTORS)[1], one_at_a_time="forbedringsprojekt"))


def held(extent: Extent, condition: str = C1, initiative: str = TEN) -> tuple[str, Held]:
    return initiative, Held(condition=condition, extent=extent)


# --- begun ------------------------------------------------------------------------------------------------------------


def test_what_a_paper_tells_of_begins_when_the_secretariat_says_so() -> None:
    given(*RECORD, listed()).when(START, to=TEN, by=SECRETARY).then(Started(from_on=TODAY, phase=Phase.TRIAL))


def test_it_begins_on_the_day_of_the_decision_where_no_other_is_named() -> None:
    decision = Start(phase=Phase.TRIAL, decision=by(CHIEFS))
    given(*RECORD, listed()).when(decision, to=TEN).then(
        Started(from_on="2024-02-01", phase=Phase.TRIAL, by_body=CHIEFS, decision=by(CHIEFS))
    )
    later = Start(phase=Phase.TRIAL, decision=by(CHIEFS), from_on="2024-02-15")
    assert given(*RECORD, listed()).when(later, to=TEN).recorded[0].event.from_on == "2024-02-15"


def test_a_paper_may_tell_who_chose_it() -> None:
    cited = Cited(who="Styregruppen", on=DateNotStated(), words="Valgt", document=PAPER)
    start = Start(phase=Phase.TRIAL, decision=cited, by_body=DIRECTORS, from_on="2023-11-01")
    kept = Cited(who=said("Styregruppen"), on=DateNotStated(), words=said("Valgt"), document=PAPER)
    given(*RECORD, listed()).when(start, to=TEN, by=SECRETARY).then(
        Started(from_on="2023-11-01", phase=Phase.TRIAL, by_body=DIRECTORS, decision=kept)
    )


def test_what_is_at_work_does_not_begin_again() -> None:
    given(*AT_WORK).when(START, to=TEN).then()


def test_what_rests_is_resumed_and_does_not_begin_anew() -> None:
    given(*AT_WORK, (TEN, Paused(reason=said("Ferie")))).when(START, to=TEN).refused("initiative.resume-it")


def test_it_begins_by_a_decision_that_says_yes() -> None:
    supported = decided(CHIEFS, PlainOutcome.SUPPORTED, "2024-02-10")
    start = Start(phase=Phase.TRIAL, decision=by(CHIEFS, "2024-02-10"))
    given(*RECORD, listed(), *supported).when(start, to=TEN).refused("decision.not-affirmative")


# --- held back --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("extent", [Extent.ALL, Extent.PLANNING])
def test_what_is_held_back_does_not_begin(extent: Extent) -> None:
    """003 item 2: no planning before the answer."""
    given(*RECORD, listed(), held(extent)).when(START, to=TEN).refused("initiative.on-hold", condition=C1)


def test_what_is_held_back_from_operation_only_begins_but_is_no_everyday_work() -> None:
    record = given(*RECORD, listed(), held(Extent.OPERATION))
    assert record.when(START, to=TEN).recorded
    record.when(BeginOperation(extent=Operation.PART, parties=(KOLDING,)), to=TEN).refused(
        "initiative.on-hold", condition=C1
    )


def test_it_begins_once_the_last_condition_has_let_it_go() -> None:
    record = given(*RECORD, listed(), held(Extent.ALL), held(Extent.PLANNING, C2))
    first = record.when(Release(condition=C1, met=True), to=TEN).record
    first.when(START, to=TEN).refused("initiative.on-hold", condition=C2)
    free = first.when(Release(condition=C2, met=False), to=TEN).then(Released(condition=C2, met=False))
    assert free.when(START, to=TEN).recorded


def test_an_order_that_is_held_back_is_approved_and_waits_to_begin() -> None:
    record = given(*RECORD, ordered(), owned(), confirmed(), approved(CHIEFS), held(Extent.ALL))
    waiting = record.when(ApproveConfirmation(revision=1, decision=by(DIRECTORS)), to=TEN).then(
        ConfirmationApproved(by_body=DIRECTORS, revision=1, decision=by(DIRECTORS))
    )
    waiting.when(START, to=TEN).refused("initiative.on-hold")
    assert waiting.when(Release(condition=C1, met=True), to=TEN).record.when(START, to=TEN).recorded


def test_what_rests_is_not_resumed_while_it_is_held_back() -> None:
    record = given(*AT_WORK, (TEN, Paused(reason=said("Ferie"))), held(Extent.PLANNING))
    record.when(Resume(), to=TEN).refused("initiative.on-hold", condition=C1)


# --- one improvement project at a time --------------------------------------------------------------------------------


def test_an_improvement_project_takes_the_place_of_the_body_that_chose_it() -> None:
    """000.12."""
    project = listed(TEN, Kind.IMPROVEMENT_PROJECT)
    start = Start(phase=Phase.TRIAL, decision=by(DIRECTORS))
    given(*RECORD, ONE_AT_A_TIME, project).when(start, to=TEN).then(
        Started(from_on="2024-02-01", phase=Phase.TRIAL, by_body=DIRECTORS, decision=by(DIRECTORS)),
        (DIRECTORS, SlotTaken(initiative=TEN)),
    )


def test_a_second_improvement_project_waits_until_the_first_is_finished() -> None:
    record = given(*RECORD, ONE_AT_A_TIME, *chosen(), listed(NEXT, Kind.IMPROVEMENT_PROJECT))
    start = Start(phase=Phase.TRIAL, decision=by(DIRECTORS))
    record.when(start, to=NEXT).refused("body.slot-occupied", initiative=TEN)
    finished = record.when(End(how=Ending.COMPLETED, decision=by(DIRECTORS)), to=TEN).then(
        InitiativeEnded(how=Ending.COMPLETED, ceases_on="2024-02-01", decision=by(DIRECTORS)),
        (DIRECTORS, SlotFreed(initiative=TEN)),
    )
    finished.when(start, to=NEXT).then(
        Started(from_on="2024-02-01", phase=Phase.TRIAL, by_body=DIRECTORS, decision=by(DIRECTORS)),
        (DIRECTORS, SlotTaken(initiative=NEXT)),
    )


def test_a_project_that_rests_keeps_its_place() -> None:
    record = given(*RECORD, ONE_AT_A_TIME, *chosen(), (TEN, Paused(reason=said("Ferie"))))
    second = record.happened(*listed(NEXT, Kind.IMPROVEMENT_PROJECT))
    second.when(Start(phase=Phase.TRIAL, by_body=DIRECTORS), to=NEXT).refused("body.slot-occupied", initiative=TEN)


def test_a_project_that_becomes_part_of_another_leaves_its_place() -> None:
    record = given(*RECORD, ONE_AT_A_TIME, *chosen(), listed(NEXT))
    record.when(Merge(into=NEXT, decision=by(DIRECTORS)), to=TEN).then(
        Merged(into=NEXT, decision=by(DIRECTORS)), (DIRECTORS, SlotFreed(initiative=TEN))
    )


def test_where_no_rule_says_one_at_a_time_there_may_be_several() -> None:
    record = given(*RECORD, *chosen(), listed(NEXT, Kind.IMPROVEMENT_PROJECT))
    answer = record.when(Start(phase=Phase.TRIAL, by_body=DIRECTORS), to=NEXT, by=SECRETARY)
    assert [each.event.tag for each in answer.recorded] == ["initiative.started", "body.slot-taken"]


def test_working_groups_and_initiatives_take_no_place() -> None:
    record = given(*RECORD, ONE_AT_A_TIME, *chosen(), listed(NEXT, Kind.WORKING_GROUP))
    answer = record.when(Start(phase=Phase.TRIAL, decision=by(DIRECTORS)), to=NEXT)
    assert [each.event.tag for each in answer.recorded] == ["initiative.started"]
    ended = answer.record.when(End(how=Ending.STOPPED, decision=by(DIRECTORS)), to=NEXT)
    assert [each.event.tag for each in ended.recorded] == ["initiative.ended"]


def test_what_has_its_place_takes_no_second_and_what_has_none_frees_none() -> None:
    record = given(*RECORD, ONE_AT_A_TIME, *chosen(), listed(NEXT))
    record.when(TakeSlot(initiative=TEN), to=DIRECTORS).then()
    record.when(FreeSlot(initiative=NEXT), to=DIRECTORS).then()


def test_a_new_improvement_project_is_chosen_by_whoever_chooses_them() -> None:
    project = listed(TEN, Kind.IMPROVEMENT_PROJECT)
    record = given(*RECORD, project)
    record.when(START, to=TEN).refused("initiative.no-chooser")
    record.when(Start(phase=Phase.TRIAL, decision=by(CHIEFS)), to=TEN).refused(
        "mandate.other-body", step="vælge", body=DIRECTORS, other=CHIEFS
    )
    told = tuple(each for each in (*WORLD, *CLUSTER, *EACH_DECIDED, project) if each != CHOOSES)
    given(*told).when(Start(phase=Phase.TRIAL, decision=by(DIRECTORS)), to=TEN).refused("mandate.none")


def test_whoever_chose_it_took_the_decision_that_is_named() -> None:
    both = Start(phase=Phase.TRIAL, decision=by(CHIEFS), by_body=DIRECTORS)
    given(*RECORD, listed()).when(both, to=TEN).refused("decision.other-body", body=CHIEFS)
    theirs = Start(phase=Phase.TRIAL, by_body=ELSEWHERE)
    given(*RECORD, listed()).when(theirs, to=TEN).refused("scope.other")


# --- rested, put last, run longer -------------------------------------------------------------------------------------


def test_an_initiative_rests_and_goes_on() -> None:
    record = (
        given(*AT_WORK)
        .when(Pause(reason="Ferie", decision=by(CHIEFS)), to=TEN)
        .then(Paused(reason=said("Ferie"), decision=by(CHIEFS)))
    )
    record.when(Pause(reason="Ferie"), to=TEN).refused("initiative.not-underway")
    record.when(ReportColour(colour=Colour.GREEN, meeting=sat(CHIEFS)), to=TEN).refused("initiative.not-underway")
    record.when(Resume(from_on="2024-08-01"), to=TEN, by=SECRETARY).then(Resumed(from_on="2024-08-01"))


def test_what_does_not_rest_is_not_resumed() -> None:
    given(*AT_WORK).when(Resume(), to=TEN).refused("initiative.not-paused")


def test_what_has_not_begun_does_not_rest() -> None:
    given(*RECORD, ordered()).when(Pause(reason="Ferie"), to=TEN).refused("initiative.not-underway")


def test_an_initiative_is_put_last_by_a_committee_and_goes_on() -> None:
    """002.10."""
    last = Deprioritise(by_body=CHIEFS, reason="Appen bruges lidt.")
    record = (
        given(*AT_WORK)
        .when(last, to=TEN, by=SECRETARY)
        .then(Deprioritised(by_body=CHIEFS, reason=said("Appen bruges lidt.")))
    )
    state = record.see(TEN)
    assert isinstance(state, Live)
    assert state.lowered
    other = Deprioritise(by_body=CHIEFS, reason="Appen.", decision=by(DIRECTORS))
    record.when(other, to=TEN).refused("decision.other-body", body=DIRECTORS)


def test_an_initiative_runs_longer_by_a_decision_that_says_yes() -> None:
    discussed = decided(CHIEFS, PlainOutcome.DISCUSSED, "2024-02-10")
    longer = Prolong(expected=OnDay(day="2024-12-31"), decision=by(CHIEFS, "2024-02-10"))
    given(*AT_WORK, *discussed).when(longer, to=TEN).refused("decision.not-affirmative")


# --- everyday work ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extent", "phase"), [(Operation.PART, Phase.PART_OPERATION), (Operation.FULL, Phase.OPERATION)]
)
def test_an_initiative_becomes_everyday_work_wholly_or_in_part(extent: Operation, phase: Phase) -> None:
    """000.16."""
    begin = BeginOperation(extent=extent, parties=(KOLDING,), from_on="2024-01-01", decision=by(CHIEFS))
    record = (
        given(*AT_WORK)
        .when(begin, to=TEN)
        .then(OperationBegan(extent=extent, parties=(KOLDING,), from_on="2024-01-01", decision=by(CHIEFS)))
    )
    state = record.see(TEN)
    assert isinstance(state, Live)
    assert state.phase is phase


def test_what_a_paper_tells_of_becomes_everyday_work_too_but_not_what_is_only_ordered() -> None:
    begin = BeginOperation(extent=Operation.PART, parties=(KOLDING,))
    assert given(*RECORD, listed()).when(begin, to=TEN, by=SECRETARY).recorded
    given(*RECORD, ordered()).when(begin, to=TEN).refused("initiative.not-underway")
    nobody = BeginOperation(extent=Operation.PART, parties=("dk/party/none",))
    given(*RECORD, listed()).when(nobody, to=TEN).refused("id.unknown")


# --- ended ------------------------------------------------------------------------------------------------------------

ENDED = (TEN, InitiativeEnded(how=Ending.COMPLETED, ceases_on="2024-02-01", decision=by(POLITICAL)))


def test_an_initiative_ends_on_a_day() -> None:
    end = End(how=Ending.IN_OPERATION, ceases_on="2024-02-20", decision=by(POLITICAL))
    record = (
        given(*AT_WORK)
        .when(end, to=TEN)
        .then(InitiativeEnded(how=Ending.IN_OPERATION, ceases_on="2024-02-20", decision=by(POLITICAL)))
    )
    state = record.see(TEN)
    assert isinstance(state, Ended)
    assert state.owners == (KOLDING,)


def test_what_will_end_is_at_work_until_then() -> None:
    end = End(how=Ending.COMPLETED, ceases_on="2024-06-01", decision=by(POLITICAL))
    record = given(*AT_WORK)
    record.when(end, to=TEN).refused("initiative.ends-later", day="2024-06-01")
    assert record.when(end, to=TEN, on="2024-06-01").recorded


@pytest.mark.parametrize(
    "command",
    [
        Describe(purpose="Nyt"),
        Remark(remark="b9", text="Nej.", decision=by(POLITICAL)),
        AnswerRemark(remark="b9", decision=by(POLITICAL)),
        AssignOwner(owners=(KOLDING,)),
        ConfirmOrder(),
        ApproveConfirmation(revision=1, decision=by(CHIEFS)),
        START,
        ReportColour(colour=Colour.GREEN, meeting=sat(CHIEFS)),
        Narrow(aspect=Aspect.PLACE, before="Alle", after="Kolding", decision=by(POLITICAL)),
        Widen(aspect=Aspect.PLACE, before="Kolding", after="Alle", decision=by(POLITICAL)),
        Hold(condition=C1, extent=Extent.ALL),
        Pause(reason="Ferie"),
        Resume(),
        Deprioritise(by_body=CHIEFS, reason="Sidst"),
        Prolong(expected=DateNotStated(), decision=by(POLITICAL)),
        BeginOperation(extent=Operation.PART, parties=(KOLDING,)),
        Merge(into=NEXT, decision=by(POLITICAL)),
        End(how=Ending.STOPPED, decision=by(POLITICAL)),
    ],
    ids=lambda command: command.verb,
)
def test_what_has_ended_is_not_changed(command: Command) -> None:
    given(*AT_WORK, ordered(NEXT, "11"), ENDED).when(command, to=TEN).refused("initiative.already-ended")


def test_what_has_ended_is_still_evaluated_and_let_go() -> None:
    """The final evaluation comes when the project is over."""
    record = given(*AT_WORK, held(Extent.OPERATION), ENDED)
    record.when(Release(condition=C1, met=True), to=TEN).then(Released(condition=C1, met=True))
    assert record.when(ExpectEvaluation(stage=Stage.FINAL, expected=DateNotStated()), to=TEN).recorded
    final = Evaluate(stage=Stage.FINAL, text="Godt.", when=DateNotStated())
    after = record.when(final, to=TEN, by=SECRETARY).then(
        Evaluated(stage=Stage.FINAL, text=said("Godt."), when=DateNotStated())
    )
    assert evaluated(after.see, TEN, Stage.FINAL)


def test_an_initiative_becomes_part_of_another_that_goes_on() -> None:
    record = given(*AT_WORK, listed(NEXT))
    record.when(Merge(into=TEN, decision=by(POLITICAL)), to=TEN).refused("initiative.not-a-target", initiative=TEN)
    record.when(Merge(into="lillebaelt/initiative/none", decision=by(POLITICAL)), to=TEN).refused("id.unknown")
    merged = record.when(Merge(into=NEXT, decision=by(POLITICAL)), to=TEN).record
    merged.when(Merge(into=TEN, decision=by(POLITICAL)), to=NEXT).refused("initiative.not-a-target", initiative=TEN)


def test_nothing_becomes_part_of_what_lies_with_a_successor() -> None:
    gone = NEXT, HandedOver(successor="raad/initiative/next", effective_on="2024-02-01")
    record = given(*AT_WORK, listed(NEXT), gone)
    record.when(Merge(into=NEXT, decision=by(POLITICAL)), to=TEN).refused("initiative.not-a-target", initiative=NEXT)


def test_an_end_is_decided_with_a_yes() -> None:
    no = decided(POLITICAL, PlainOutcome.NOT_APPROVED, "2024-02-10")
    end = End(how=Ending.STOPPED, decision=by(POLITICAL, "2024-02-10"))
    given(*AT_WORK, *no).when(end, to=TEN).refused("decision.not-affirmative")
