"""While it is open, a meeting pauses and goes on, and another may lead it."""

import pytest

from domain.kernel import Command
from domain.meeting.call import Adjourn, MeetingAdjourned
from domain.meeting.course import (
    ChangeLeader,
    LeaderChanged,
    MeetingPaused,
    MeetingResumed,
    Pause,
    Resume,
)
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import PointRecorded, RecordPoint
from domain.meeting.floor import TakeUpItem
from domain.person import DeathRecorded
from domain.points import OnItem, Remark, Sort
from domain.text import said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    SECRETARY,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
)
from tests.given import given

PAUSED: Fact = (MEETING, MeetingPaused())
LEAD = ChangeLeader(led_by=MEMBER)


@pytest.mark.parametrize("by", [CHAIR, SECRETARY])
def test_another_leads_the_meeting_from_here(by: str) -> None:
    record = given(*WORLD, *opened())
    record.when(LEAD, to=MEETING, by=by).then(LeaderChanged(led_by=MEMBER))
    record.when(LEAD, to=MEETING, by=by).then()


def test_the_dead_lead_no_meeting() -> None:
    dead = MEMBER, DeathRecorded(detail=None, seats=())
    given(*WORLD, *opened(), dead).when(LEAD, to=MEETING).refused("meeting.led-by-dead", person=MEMBER)


def test_whoever_leads_is_registered() -> None:
    given(*WORLD, *opened()).when(ChangeLeader(led_by="dk/person/none"), to=MEETING).refused("id.unknown")


@pytest.mark.parametrize("by", [CHAIR, SECRETARY])
def test_a_meeting_pauses_and_goes_on(by: str) -> None:
    pause, resume = Pause(resumes_at="2024-03-01T09:00:00Z"), Resume()
    record = given(*WORLD, *opened())
    record.when(resume, to=MEETING, by=by).then()
    record.when(pause, to=MEETING, by=by).then(MeetingPaused(resumes_at="2024-03-01T09:00:00Z"))
    record.when(pause, to=MEETING, by=by).then()
    record.when(resume, to=MEETING, by=by).then(MeetingResumed())


@pytest.mark.parametrize(
    "command",
    [TakeUpItem(item=ITEM), RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet.")],
    ids=lambda command: command.verb,
)
def test_nothing_is_taken_up_or_decided_in_a_pause(command: Command) -> None:
    given(*WORLD, *discussing(), PAUSED).when(command, to=MEETING).refused("meeting.on-pause")


def test_the_secretary_writes_on_in_a_pause() -> None:
    point = Remark(sort=Sort.WISH, text="Mere tid.")
    kept = Remark(sort=Sort.WISH, text=said("Mere tid."))
    given(*WORLD, *discussing(), PAUSED).when(RecordPoint(item=ITEM, point=point), to=MEETING).then(
        PointRecorded(item=ITEM, number="3", matter=OnItem(), point=kept)
    )


def test_a_meeting_is_adjourned_from_a_pause() -> None:
    given(*WORLD, *opened(), PAUSED).when(Adjourn(), to=MEETING).then(MeetingAdjourned())


COURSE = (LEAD, Pause(), Resume())


@pytest.mark.parametrize("command", COURSE, ids=lambda command: command.verb)
def test_a_meeting_takes_its_course_when_it_is_open(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING).refused("meeting.not-open")


@pytest.mark.parametrize("command", COURSE, ids=lambda command: command.verb)
def test_an_adjourned_meeting_has_run_its_course(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


@pytest.mark.parametrize("command", COURSE, ids=lambda command: command.verb)
def test_members_do_not_say_how_the_meeting_runs(command: Command) -> None:
    given(*WORLD, *opened()).when(command, to=MEETING, by=MEMBER).denied()
