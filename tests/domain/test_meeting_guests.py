"""Guests: invited to the whole meeting or to an item, and there when they have come."""

import pytest

from domain.kernel import Command
from domain.meeting.call import MeetingAdjourned
from domain.meeting.guests import GUESTS_MAX, AdmitGuest, GuestAttended, GuestInvited, InviteGuest
from domain.person import DeathRecorded
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    called,
    on_day,
    opened,
    reported,
)
from tests.given import given

TO_ITEM: Fact = (MEETING, GuestInvited(person=OUTSIDER, item=ITEM, number="3"))
TO_ALL: Fact = (MEETING, GuestInvited(person=OUTSIDER))


@pytest.mark.parametrize("by", [SECRETARY, CHAIR])
def test_an_expert_is_invited_to_an_item(by: str) -> None:
    invite = InviteGuest(person=OUTSIDER, items=(ITEM,))
    record = given(*WORLD, *called())
    record.when(invite, to=MEETING, by=by).then(TO_ITEM[1])
    record.when(invite, to=MEETING, by=by).then()


def test_who_has_a_seat_in_another_body_can_be_a_guest_of_the_whole_meeting() -> None:
    given(*WORLD, *called(POLITICAL_MEETING, POLITICAL)).when(
        InviteGuest(person=MEMBER, of_body=STRATEGIC), to=POLITICAL_MEETING
    ).then(GuestInvited(person=MEMBER, of_body=STRATEGIC))


POLITICAL_MEETING = "lillebaelt/meeting/2024-03-02-political"


def test_a_guest_of_the_whole_meeting_needs_no_other_invitation() -> None:
    given(*WORLD, *called(), TO_ALL).when(InviteGuest(person=OUTSIDER, items=(ITEM,)), to=MEETING).then()


def test_members_invite_nobody() -> None:
    given(*WORLD, *called()).when(InviteGuest(person=OUTSIDER), to=MEETING, by=MEMBER).denied()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (InviteGuest(person=OUTSIDER, items=("none",)), "meeting.item-unknown"),
        (InviteGuest(person="dk/person/none"), "id.unknown"),
        (InviteGuest(person=OUTSIDER, of_body="lillebaelt/body/none"), "id.unknown"),
    ],
)
def test_an_invitation_names_what_the_record_holds(command: Command, code: str) -> None:
    given(*WORLD, *called()).when(command, to=MEETING).refused(code)


def test_nobody_is_invited_to_a_meeting_that_was_held() -> None:
    given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2023-06-07"))).when(
        InviteGuest(person=OUTSIDER), to=MEETING
    ).refused("meeting.already-held")


def test_a_meeting_has_so_many_guests_and_no_more() -> None:
    many = ((MEETING, GuestInvited(person=f"dk/person/p{n}")) for n in range(GUESTS_MAX))
    given(*WORLD, *called(), *many).when(InviteGuest(person=OUTSIDER), to=MEETING).refused(
        "meeting.guests-full", count=GUESTS_MAX
    )


@pytest.mark.parametrize("invited", [TO_ITEM, TO_ALL])
def test_a_guest_comes_to_an_item(invited: Fact) -> None:
    admit = AdmitGuest(person=OUTSIDER, item=ITEM)
    record = given(*WORLD, *opened(), invited)
    record.when(admit, to=MEETING, by=SECRETARY).then(GuestAttended(person=OUTSIDER, item=ITEM, number="3"))
    record.when(admit, to=MEETING, by=SECRETARY).then()


def test_a_guest_of_an_item_is_not_at_the_whole_meeting() -> None:
    given(*WORLD, *opened(), TO_ITEM).when(AdmitGuest(person=OUTSIDER), to=MEETING).refused(
        "meeting.not-invited", person=OUTSIDER
    )


def test_a_guest_is_invited_first() -> None:
    given(*WORLD, *opened()).when(AdmitGuest(person=OUTSIDER, item=ITEM), to=MEETING).refused("meeting.not-invited")


def test_guests_come_when_the_meeting_is_open() -> None:
    given(*WORLD, *called(), TO_ITEM).when(AdmitGuest(person=OUTSIDER, item=ITEM), to=MEETING).refused(
        "meeting.not-open"
    )


@pytest.mark.parametrize("command", [InviteGuest(person=OUTSIDER), AdmitGuest(person=OUTSIDER)])
def test_an_adjourned_meeting_gets_no_guests(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


@pytest.mark.parametrize("command", [InviteGuest(person=OUTSIDER, items=(ITEM,)), AdmitGuest(person=OUTSIDER)])
def test_whoever_has_died_is_no_guest(command: Command) -> None:
    given(*WORLD, *opened(), TO_ALL, (OUTSIDER, DeathRecorded(seats=()))).when(command, to=MEETING).refused(
        "meeting.person-gone", person=OUTSIDER
    )
