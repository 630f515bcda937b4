"""A meeting is called, opened and adjourned; or entered afterwards from a paper."""

import msgspec
import pytest

from domain.body import BodyClosed
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.kernel import Command
from domain.meeting.call import (
    Adjourn,
    Call,
    Form,
    MeetingAdjourned,
    MeetingCalled,
    MeetingOpened,
    MeetingRegisteredAfterwards,
    Open,
    RegisterAfterwards,
)
from domain.meeting.state import Apology, Attended
from domain.person import DeathRecorded
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    PAPER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
    reported,
)
from tests.given import given

CALL = Call(
    body=STRATEGIC,
    form=Form.HYBRID,
    place="Rådhuset og virtuelt",
    starts_at="2024-03-01T08:00:00Z",
    ends_at="2024-03-01T10:00:00Z",
)
ON_PAPER = "lillebaelt/meeting/2023-06-07-political"
ADJOURNED = MEETING, MeetingAdjourned()


# --- called -----------------------------------------------------------------------------------------------------------


def test_the_secretariat_calls_a_meeting() -> None:
    given(*WORLD).when(CALL, to=MEETING, by=SECRETARY).then(
        MeetingCalled(
            body=STRATEGIC,
            form=Form.HYBRID,
            place=said("Rådhuset og virtuelt"),
            starts_at="2024-03-01T08:00:00Z",
            ends_at="2024-03-01T10:00:00Z",
        )
    )


def test_seats_of_the_body_are_summoned_to_a_virtual_meeting() -> None:
    call = msgspec.structs.replace(CALL, summoned=("kolding", "region"), link="https://moede.example/1")
    record = given(*WORLD)
    record.when(call, to=MEETING).then(
        MeetingCalled(
            body=STRATEGIC,
            form=CALL.form,
            place=said(CALL.place),
            starts_at=CALL.starts_at,
            ends_at=CALL.ends_at,
            summoned=("kolding", "region"),
            link=said("https://moede.example/1"),
        )
    )
    given(*WORLD).when(msgspec.structs.replace(CALL, summoned=("none",)), to=MEETING).refused(
        "meeting.seat-unknown", seat="none", body=STRATEGIC
    )


def test_members_do_not_call_a_meeting() -> None:
    given(*WORLD).when(CALL, to=MEETING, by=MEMBER).denied()


def test_a_meeting_is_called_once() -> None:
    given(*WORLD, *called()).when(CALL, to=MEETING).refused("meeting.exists")


CLOSED: Fact = (STRATEGIC, BodyClosed(ceases_on="2024-03-01"))


def test_no_meeting_is_called_of_a_body_on_a_day_when_it_is_no_more() -> None:
    given(*WORLD, CLOSED).when(CALL, to=MEETING).refused("meeting.body-ceased", body=STRATEGIC, day="2024-03-01")
    last_day = msgspec.structs.replace(CALL, starts_at="2024-02-29T08:00:00Z")
    assert given(*WORLD, CLOSED).when(last_day, to=MEETING).recorded


def test_no_meeting_is_opened_of_a_body_that_is_no_more() -> None:
    given(*WORLD, *called(), CLOSED).when(Open(led_by=CHAIR), to=MEETING, by=CHAIR).refused(
        "meeting.body-ceased", body=STRATEGIC, day="2024-03-01"
    )


@pytest.mark.parametrize(
    ("held", "was"),
    [
        (OnDay(day="2024-03-01"), False),
        (OnDay(day="2024-02-29"), True),
        (Within(earliest="2024-02-01", latest="2024-03-31", span=Span.MONTH, words="foråret"), True),
        (DateNotStated(), True),
    ],
    ids=["on the day it ceased", "the day before", "perhaps before", "nobody knows when"],
)
def test_a_paper_tells_of_no_meeting_that_a_body_held_after_its_end(held: DateSaid[str], was: bool) -> None:
    register = RegisterAfterwards(body=STRATEGIC, held=held, document=PAPER)
    answer = given(*WORLD, CLOSED).when(register, to=ON_PAPER)
    if was:
        assert answer.recorded
    else:
        answer.refused("meeting.body-ceased", body=STRATEGIC, day="2024-03-01")


@pytest.mark.parametrize("ends_at", ["2024-03-01T08:00:00Z", "2024-03-01T07:59:59Z"])
def test_a_meeting_ends_after_it_begins(ends_at: str) -> None:
    command = Call(
        body=STRATEGIC, form=Form.VIRTUAL, place="Virtuelt", starts_at="2024-03-01T08:00:00Z", ends_at=ends_at
    )
    given(*WORLD).when(command, to=MEETING).refused("meeting.ends-before-start")


def test_a_meeting_is_of_a_body_that_exists() -> None:
    command = RegisterAfterwards(body="lillebaelt/body/none", held=DateNotStated(), document=PAPER)
    given(*WORLD).when(command, to=MEETING).refused("id.unknown", id="lillebaelt/body/none")


# --- entered afterwards -----------------------------------------------------------------------------------------------


def test_a_meeting_known_from_a_paper_is_entered_with_the_papers_own_date() -> None:
    held = OnDay(day="2023-06-07", words="7. juni 2023")
    command = RegisterAfterwards(body=POLITICAL, held=held, document=PAPER)
    given(*WORLD).when(command, to=ON_PAPER).then(
        MeetingRegisteredAfterwards(
            body=POLITICAL, held=OnDay(day="2023-06-07", words=said("7. juni 2023")), document=PAPER
        )
    )


def test_a_meeting_entered_afterwards_has_its_paper_on_file() -> None:
    command = RegisterAfterwards(body=POLITICAL, held=DateNotStated(), document="lillebaelt/document/none")
    given(*WORLD).when(command, to=ON_PAPER).refused("id.unknown", id="lillebaelt/document/none")


@pytest.mark.parametrize(
    "held",
    [
        OnDay(day="2024-03-02", words="i morgen"),
        Within(earliest="2024-03-02", latest="2024-03-31", span=Span.MONTH, words="senere i marts"),
    ],
)
def test_a_meeting_that_lies_ahead_is_not_entered_afterwards(held: OnDay[str] | Within[str]) -> None:
    command = RegisterAfterwards(body=POLITICAL, held=held, document=PAPER)
    given(*WORLD).when(command, to=ON_PAPER).refused("day.future", day="2024-03-02")


def test_a_meeting_of_today_may_be_entered_afterwards() -> None:
    held = OnDay(day=TODAY, words="i dag")
    answer = given(*WORLD).when(RegisterAfterwards(body=POLITICAL, held=held, document=PAPER), to=ON_PAPER)
    assert len(answer.recorded) == 1


def test_a_meeting_is_entered_once() -> None:
    held: OnDay[str] = OnDay(day="2023-06-07")
    command = RegisterAfterwards(body=POLITICAL, held=held, document=PAPER)
    given(*WORLD, *reported(ON_PAPER, POLITICAL, OnDay(day="2023-06-07"))).when(command, to=ON_PAPER).refused(
        "meeting.exists"
    )


# --- opened and adjourned ---------------------------------------------------------------------------------------------


def test_a_chair_opens_the_meeting() -> None:
    given(*WORLD, *called()).when(Open(led_by=CHAIR), to=MEETING, by=CHAIR).then(MeetingOpened(led_by=CHAIR))


def test_a_dead_person_does_not_lead_a_meeting() -> None:
    died = CHAIR, DeathRecorded(detail=None, seats=())
    given(*WORLD, *called(), died).when(Open(led_by=CHAIR), to=MEETING).refused("meeting.led-by-dead", person=CHAIR)


@pytest.mark.parametrize(
    "before",
    [opened(), (*opened(), ADJOURNED), reported(MEETING, STRATEGIC, OnDay(day="2023-06-07"))],
    ids=["opened", "adjourned", "entered afterwards"],
)
def test_only_a_meeting_that_is_called_opens(before: tuple[Fact, ...]) -> None:
    given(*WORLD, *before).when(Open(led_by=CHAIR), to=MEETING).refused("meeting.already-open")


def test_a_meeting_is_adjourned_when_the_floor_is_quiet() -> None:
    given(*WORLD, *opened()).when(Adjourn(), to=MEETING, by=CHAIR).then(MeetingAdjourned())


def test_a_meeting_is_not_adjourned_in_the_middle_of_an_item() -> None:
    given(*WORLD, *discussing()).when(Adjourn(), to=MEETING).refused("meeting.item-open", item=ITEM)


def test_adjourning_what_is_adjourned_changes_nothing() -> None:
    given(*WORLD, *opened(), ADJOURNED).when(Adjourn(), to=MEETING).then()


@pytest.mark.parametrize(
    "before", [called(), reported(MEETING, STRATEGIC, OnDay(day="2023-06-07"))], ids=["called", "entered afterwards"]
)
def test_a_meeting_that_is_not_open_is_not_adjourned(before: tuple[Fact, ...]) -> None:
    given(*WORLD, *before).when(Adjourn(), to=MEETING).refused("meeting.not-open")


@pytest.mark.parametrize("command", [Open(led_by=CHAIR), Adjourn()], ids=["open", "adjourn"])
def test_whoever_holds_no_seat_neither_opens_nor_adjourns(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING, by="dk/person/outsider").denied()


# --- who attended, as the paper says ----------------------------------------------------------------------------------

TOLD = RegisterAfterwards(
    body=STRATEGIC,
    held=OnDay(day="2023-06-07"),
    document=PAPER,
    place="Rådhuset",
    led_by=CHAIR,
    started_at="2023-06-07T14:00:00Z",
    ended_at="2023-06-07T16:00:00Z",
    attended=(Attended(seat="region", person=CHAIR), Attended(seat="kolding", person=SECRETARY, in_for=(MEMBER,))),
    apologies=(Apology(seat="kolding", person=MEMBER, sends=SECRETARY),),
)


def test_a_paper_tells_who_led_who_came_and_who_did_not() -> None:
    given(*WORLD).when(TOLD, to=ON_PAPER, by=SECRETARY).then(
        MeetingRegisteredAfterwards(
            body=STRATEGIC,
            held=OnDay(day="2023-06-07"),
            document=PAPER,
            place=said("Rådhuset"),
            led_by=CHAIR,
            started_at="2023-06-07T14:00:00Z",
            ended_at="2023-06-07T16:00:00Z",
            attended=TOLD.attended,
            apologies=TOLD.apologies,
        )
    )


@pytest.mark.parametrize(
    "command",
    [
        msgspec.structs.replace(TOLD, led_by="dk/person/none"),
        msgspec.structs.replace(TOLD, attended=(Attended(seat="region", person="dk/person/none"),)),
        msgspec.structs.replace(TOLD, attended=(Attended(seat="region", person=CHAIR, in_for=("dk/person/none",)),)),
        msgspec.structs.replace(TOLD, apologies=(Apology(seat="region", person="dk/person/none"),)),
        msgspec.structs.replace(TOLD, apologies=(Apology(seat="region", person=CHAIR, sends="dk/person/none"),)),
    ],
)
def test_whoever_a_paper_names_is_registered(command: RegisterAfterwards) -> None:
    given(*WORLD).when(command, to=ON_PAPER).refused("id.unknown", id="dk/person/none")


@pytest.mark.parametrize(
    "command",
    [
        msgspec.structs.replace(TOLD, attended=(Attended(seat="none", person=CHAIR),)),
        msgspec.structs.replace(TOLD, apologies=(Apology(seat="none", person=CHAIR),)),
    ],
)
def test_whoever_a_paper_lists_has_a_seat_of_the_body(command: RegisterAfterwards) -> None:
    given(*WORLD).when(command, to=ON_PAPER).refused("meeting.seat-unknown", seat="none", body=STRATEGIC)


def test_a_meeting_ended_after_it_began_on_paper_too() -> None:
    backwards = msgspec.structs.replace(TOLD, ended_at="2023-06-07T13:00:00Z")
    given(*WORLD).when(backwards, to=ON_PAPER).refused("meeting.ends-before-start")
