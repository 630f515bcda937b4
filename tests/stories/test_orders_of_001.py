"""Sundhedsklynge Midt's plan in the domain alone: ordered, remarked on, narrowed, supported, confirmed, steered.

Tags and rows are written from the table of the worked case (domain-model §4.2), not from what the code gave.
"""

from datetime import datetime

import pytest

from domain.colours import Colour
from domain.decided import Taken
from domain.initiative import ApproveConfirmation, Escalate, Live, ReportColour, Standing, Widen
from domain.initiative.state import NotReported, OffCourse, OnCourse
from domain.initiatives import Aspect, Phase
from domain.plans import Adopted
from domain.referral import Closed
from stories.midt_2023_05_24 import STORY
from tests.given import Record
from tests.stories.playing import opened_for, play

PLAN, TEN = "midt/plan/handleplan-2023", "midt/initiative/10"
POLITICAL, DIRECTORS, CHIEFS = (f"midt/body/{body}" for body in ("political", "directors", "chiefs"))
MARCH, APRIL = "midt/meeting/2023-03-13-political", "midt/meeting/2023-04-17-directors"
MAY, MODEL = "midt/meeting/2023-05-24-political", "midt/meeting/2023-directors-handleplan"
ITEM = "midt/referral/2023-03-13-political-10"
ALL_FIFTEEN = tuple(f"midt/initiative/{number}" for number in range(1, 16))

RECORDED = "meeting.decision-recorded"
ROWS: dict[tuple[str, str], tuple[str, ...]] = {
    # Row 1.
    (MARCH, "1"): (RECORDED, "plan.adopted", *15 * ("initiative.ordered",), "initiative.remarked", "referral.sent"),
    (MARCH, "2"): (RECORDED, "initiative.remarked"),
    # Row 2.
    (MODEL, "1"): (RECORDED,),
    (MODEL, "2"): (RECORDED, "mandate.path-set", "mandate.path-set"),
    (MODEL, "3"): (RECORDED, *15 * ("initiative.owner-assigned",)),
    # Row 3: the remark is open, so nothing is sent up.
    (APRIL, "1"): (RECORDED, "initiative.narrowed"),
    # Row 4.
    (MAY, "3.1"): (RECORDED,),
    # Row 5.
    (MAY, "4.1"): (RECORDED, "referral.answered", "initiative.remark-answered", "initiative.remark-answered"),
    # Row 9.
    ("midt/meeting/2023-06-15-chiefs", "1"): (RECORDED, "initiative.confirmation-approved"),
    ("midt/meeting/2023-06-22-directors", "1"): (
        RECORDED,
        "initiative.confirmation-approved",
        "initiative.started",
    ),
    # Row 10.
    ("midt/meeting/2023-09-14-chiefs", "1"): (RECORDED, "initiative.remedy-agreed"),
    ("midt/meeting/2023-10-12-chiefs", "1"): (RECORDED, "initiative.escalated"),
    ("midt/meeting/2023-10-26-directors", "1"): (RECORDED, "initiative.remedy-agreed"),
}
"""(meeting, decision) -> what it leads to"""


def played(until: str = "2024-01-01T00:00:00+01:00") -> Record:
    """The record when everything up to a moment is entered."""
    record = opened_for(STORY)
    last = datetime.fromisoformat(until)
    play(record, tuple(step for step in STORY.steps if datetime.fromisoformat(step.at) < last), STORY)
    return record


@pytest.fixture(scope="module")
def ended() -> Record:
    """The record at the end of the story. Tests only look at it."""
    return played()


def ten(record: Record) -> Live:
    state = record.see(TEN)
    assert isinstance(state, Live)
    return state


@pytest.mark.parametrize(("meeting", "number"), ROWS, ids=lambda value: str(value).rsplit("/", 1)[-1])
def test_each_decision_leads_to_what_the_worked_case_says(ended: Record, meeting: str, number: str) -> None:
    (decided,) = (
        each
        for each in ended.recorded
        if each.stream == meeting and each.event.tag == RECORDED and each.event.decision == number
    )
    follows = tuple(each.event.tag for each in ended.recorded if each.correlation == decided.position)
    assert follows == ROWS[meeting, number]


def test_fifteen_were_ordered_by_the_political_level_in_one_act(ended: Record) -> None:
    plan = ended.see(PLAN)
    assert isinstance(plan, Adopted)
    assert plan.orders == ALL_FIFTEEN
    assert {ended.see(each).orderer for each in ALL_FIFTEEN} == {POLITICAL}


def test_two_remarks_of_one_meeting_promise_one_item_which_the_meeting_in_may_answered(ended: Record) -> None:
    promised = [stream for stream, event in ended.events if event.tag == "referral.sent" and stream == ITEM]
    assert promised == [ITEM]
    assert isinstance(ended.see(ITEM), Closed)
    assert not ten(ended).remarks
    assert ten(ended).answered == {"konkret", "handling"}


def test_nothing_was_asked_upwards_when_the_directors_narrowed_it(ended: Record) -> None:
    assert not [
        stream
        for stream, event in ended.events
        if event.tag == "referral.sent" and stream.startswith("midt/referral/2023-04-17")
    ]


def test_nobody_but_a_group_is_known_to_carry_the_other_fourteen(ended: Record) -> None:
    others = [ended.see(each) for each in ALL_FIFTEEN if each != TEN]
    assert {(state.owners, state.leader, state.group) for state in others} == {((), None, "midt/body/arbejdsgrupper")}
    assert {state.standing for state in others} == {Standing.ORDERED}


def test_initiative_10_is_green_again_at_christmas(ended: Record) -> None:
    state = ten(ended)
    assert (state.standing, state.phase, state.course) == (Standing.UNDERWAY, Phase.ONGOING, OnCourse())
    assert state.confirmation is not None
    assert state.confirmation.approvals == (
        Taken(meeting="midt/meeting/2023-06-15-chiefs", decision="1"),
        Taken(meeting="midt/meeting/2023-06-22-directors", decision="1"),
    )


@pytest.mark.parametrize(
    ("until", "course"),
    [
        ("2023-09-15T00:00:00+02:00", NotReported()),
        ("2023-10-13T00:00:00+02:00", OffCourse(colour=Colour.YELLOW, lies_with=CHIEFS)),
        ("2023-10-27T00:00:00+02:00", OffCourse(colour=Colour.RED, lies_with=DIRECTORS)),
        ("2024-01-01T00:00:00+01:00", OnCourse()),
    ],
)
def test_the_colour_and_who_must_act_are_told_as_of_any_day(until: str, course: object) -> None:
    assert ten(played(until)).course == course


# --- what is refused --------------------------------------------------------------------------------------------------


def test_the_directors_do_not_approve_before_the_chiefs() -> None:
    """Row 8."""
    record = played("2023-06-16T00:00:00+02:00")
    early = ApproveConfirmation(revision=1, decision=Taken(meeting=MODEL, decision="1"))
    record.when(early, to=TEN).refused("initiative.approvals-order", body=CHIEFS)


def test_yellow_has_a_reason_and_the_chiefs_pass_over_nobody() -> None:
    """Row 10."""
    yellow = played("2023-10-13T00:00:00+02:00")
    told = "midt/meeting/2023-09-14-chiefs"
    yellow.when(ReportColour(colour=Colour.RED, meeting=told), to=TEN).refused("initiative.colour-without-reason")
    decided = Taken(meeting=told, decision="1")
    over = Escalate(to_body=POLITICAL, reason="Hjælp.", decision=decided)
    yellow.when(over, to=TEN).refused("initiative.not-next", body=DIRECTORS)
    onwards = Escalate(to_body=DIRECTORS, reason="Hjælp.", decision=decided)
    played().when(onwards, to=TEN).refused("initiative.on-course")


def test_the_directors_do_not_widen_what_they_narrowed() -> None:
    """Row 11."""
    wider = Widen(
        aspect=Aspect.TARGET_GROUP,
        before="De ældste 2 %",
        after="De ældste 5 %",
        decision=Taken(meeting=APRIL, decision="1"),
    )
    played().when(wider, to=TEN).refused("initiative.orderer-only", body=POLITICAL)
