"""A called meeting is moved or called off; an open one is not."""

import pytest

from domain.body import BodyClosed
from domain.kernel import Command
from domain.meeting.agenda import AddItem, ItemAdded
from domain.meeting.apologies import ApologyGiven
from domain.meeting.call import MeetingAdjourned, Open
from domain.meeting.floor import TakeUpItem
from domain.meeting.moving import Cancel, MeetingCancelled, MeetingMoved, Move
from domain.referral import Placed
from domain.text import said
from tests.domain.world import CHAIR, ITEM, MEETING, MEMBER, SECRETARY, STRATEGIC, WORLD, Fact, called, opened, referral
from tests.given import given

CLOSED: Fact = (STRATEGIC, BodyClosed(ceases_on="2024-03-05"))
MOVE = Move(starts_at="2024-03-08T08:00:00Z", ends_at="2024-03-08T10:00:00Z", place="Rådhuset", reason="Vejret.")
CANCEL = Cancel(reason="Ingen sager.")
CANCELLED: Fact = (MEETING, MeetingCancelled(reason=said("Ingen sager.")))


@pytest.mark.parametrize("by", [CHAIR, SECRETARY])
def test_a_called_meeting_is_moved(by: str) -> None:
    record = given(*WORLD, *called())
    record.when(MOVE, to=MEETING, by=by).then(
        MeetingMoved(
            starts_at="2024-03-08T08:00:00Z",
            ends_at="2024-03-08T10:00:00Z",
            place=said("Rådhuset"),
            reason=said("Vejret."),
        )
    )
    assert record.see(MEETING).starts_at == "2024-03-08T08:00:00Z"


def test_a_virtual_meeting_that_is_moved_gets_another_link() -> None:
    move = Move(starts_at="2024-03-08T08:00:00Z", ends_at="2024-03-08T10:00:00Z", link="https://moede.example/2")
    given(*WORLD, *called()).when(move, to=MEETING).then(
        MeetingMoved(
            starts_at="2024-03-08T08:00:00Z", ends_at="2024-03-08T10:00:00Z", link=said("https://moede.example/2")
        )
    )


def test_a_moved_meeting_ends_after_it_begins() -> None:
    backwards = Move(starts_at="2024-03-08T10:00:00Z", ends_at="2024-03-08T08:00:00Z")
    given(*WORLD, *called()).when(backwards, to=MEETING).refused("meeting.ends-before-start")


def test_a_meeting_is_not_moved_to_a_day_on_which_its_body_is_no_more() -> None:
    given(*WORLD, *called(), CLOSED).when(MOVE, to=MEETING).refused(
        "meeting.body-ceased", body=STRATEGIC, day="2024-03-08"
    )


@pytest.mark.parametrize("by", [CHAIR, SECRETARY])
def test_a_called_meeting_is_called_off(by: str) -> None:
    record = given(*WORLD, *called(), (MEETING, ApologyGiven(seat="kolding", person=MEMBER)))
    record.when(CANCEL, to=MEETING, by=by).then(CANCELLED[1])
    record.when(CANCEL, to=MEETING, by=by).then()


def test_a_question_on_the_agenda_of_a_meeting_that_is_called_off_comes_onto_the_next() -> None:
    asked = referral(to=STRATEGIC)
    placed = asked[0], Placed(meeting=MEETING, item=ITEM)
    later = "lillebaelt/meeting/2024-04-09-strategic"
    record = given(*WORLD, asked, *called(), placed, CANCELLED, *called(later))
    again = AddItem(item="igen", number="4", title="Temaer", answers_referral=asked[0])
    record.when(again, to=later).then(
        ItemAdded(item="igen", number="4", title=said("Temaer"), answers_referral=asked[0]),
        (asked[0], Placed(meeting=later, item="igen")),
    )


@pytest.mark.parametrize("command", [MOVE, CANCEL], ids=lambda command: command.verb)
def test_members_move_no_meeting(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING, by=MEMBER).denied()


@pytest.mark.parametrize("command", [MOVE, CANCEL], ids=lambda command: command.verb)
def test_an_open_meeting_is_held(command: Command) -> None:
    given(*WORLD, *opened()).when(command, to=MEETING).refused("meeting.already-open")


@pytest.mark.parametrize("command", [MOVE, CANCEL], ids=lambda command: command.verb)
def test_an_adjourned_meeting_was_held(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


@pytest.mark.parametrize(
    "command",
    [MOVE, Open(led_by=CHAIR), AddItem(item="next", number="4", title="Næste"), TakeUpItem(item=ITEM)],
    ids=lambda command: command.verb,
)
def test_a_meeting_that_is_called_off_is_not_held(command: Command) -> None:
    given(*WORLD, *called(), CANCELLED).when(command, to=MEETING).refused("meeting.called-off")
