"""Apologies: a person does not come, sends somebody, changes their mind; the secretariat may write it for them."""

import pytest

from domain.kernel import Command
from domain.meeting.apologies import ApologyGiven, ApologyWithdrawn, GiveApology, WithdrawApology
from domain.meeting.attendance import SeatLeft, SeatTaken
from domain.meeting.call import MeetingAdjourned, MeetingCalled
from domain.meeting.state import APOLOGIES_MAX
from domain.membership import SubstituteNamed
from domain.person import DeathRecorded
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    called,
    on_day,
    opened,
    person,
    reported,
)
from tests.given import given

GIVE = GiveApology(seat="kolding", person=MEMBER)
SENDS = GiveApology(seat="kolding", person=MEMBER, sends=OUTSIDER)
GIVEN: Fact = (MEETING, ApologyGiven(seat="kolding", person=MEMBER))
WITHDRAW = WithdrawApology(person=MEMBER)
WITHDRAWN = ApologyWithdrawn(seat="kolding", person=MEMBER)


@pytest.mark.parametrize("by", [MEMBER, SECRETARY])
def test_a_member_sends_apologies_before_the_meeting(by: str) -> None:
    given(*WORLD, *called()).when(GIVE, to=MEETING, by=by).then(GIVEN[1])


def test_whoever_cannot_come_says_whom_they_send() -> None:
    given(*WORLD, *opened()).when(SENDS, to=MEETING, by=MEMBER).then(
        ApologyGiven(seat="kolding", person=MEMBER, sends=OUTSIDER)
    )


def test_whoever_is_summoned_can_be_excused_and_stays_on_both_lists() -> None:
    (meeting, call), *rest = called()
    assert isinstance(call, MeetingCalled)
    summoned = (
        meeting,
        MeetingCalled(
            body=STRATEGIC,
            form=call.form,
            place=call.place,
            starts_at=call.starts_at,
            ends_at=call.ends_at,
            summoned=("kolding", "region"),
        ),
    )
    record = given(*WORLD, summoned, *rest).when(GIVE, to=MEETING, by=MEMBER).then(GIVEN[1])
    assert "kolding" in record.see(MEETING).summoned
    assert MEMBER in record.see(MEETING).apologies


def test_apologies_change_and_the_last_ones_count() -> None:
    record = given(*WORLD, *called(), GIVEN)
    record.when(SENDS, to=MEETING, by=MEMBER).then(ApologyGiven(seat="kolding", person=MEMBER, sends=OUTSIDER))
    record.when(SENDS, to=MEETING, by=MEMBER).then()
    assert record.see(MEETING).apologies[MEMBER].sends == OUTSIDER


@pytest.mark.parametrize("by", [MEMBER, SECRETARY])
def test_whoever_sent_apologies_comes_after_all(by: str) -> None:
    record = given(*WORLD, *called(), GIVEN)
    record.when(WITHDRAW, to=MEETING, by=by).then(WITHDRAWN)
    record.when(WITHDRAW, to=MEETING, by=by).then()


@pytest.mark.parametrize("command", [GiveApology(seat="region", person=CHAIR), WithdrawApology(person=CHAIR)])
def test_a_member_sends_apologies_for_nobody_else(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING, by=MEMBER).denied()


def test_apologies_are_for_a_seat_of_the_body() -> None:
    given(*WORLD, *called()).when(GiveApology(seat="none", person=MEMBER), to=MEETING).refused(
        "meeting.seat-unknown", seat="none", body=STRATEGIC
    )


def test_apologies_come_from_who_holds_the_seat_or_stands_in_on_it() -> None:
    given(*WORLD, *called()).when(GiveApology(seat="kolding", person=OUTSIDER), to=MEETING).refused(
        "meeting.not-the-holder", seat="kolding", person=OUTSIDER
    )


@pytest.mark.parametrize(
    "command",
    [
        GiveApology(seat="kolding", person="dk/person/none"),
        GiveApology(seat="kolding", person=MEMBER, sends="dk/person/none"),
    ],
)
def test_those_named_are_registered(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING).refused("id.unknown", id="dk/person/none")


def test_nobody_sends_themselves() -> None:
    given(*WORLD, *called()).when(GiveApology(seat="kolding", person=MEMBER, sends=MEMBER), to=MEETING).refused(
        "meeting.sends-oneself", person=MEMBER
    )


def test_whoever_is_there_leaves_their_seat_instead() -> None:
    taken = MEETING, SeatTaken(seat="kolding", person=MEMBER)
    given(*WORLD, *opened(), taken).when(GIVE, to=MEETING).refused("meeting.is-present", person=MEMBER)


def test_a_meeting_has_so_many_apologies_and_no_more() -> None:
    many = ((MEETING, ApologyGiven(seat="region", person=f"dk/person/p{n}")) for n in range(APOLOGIES_MAX))
    given(*WORLD, *called(), *many).when(GIVE, to=MEETING).refused("meeting.apologies-full", count=APOLOGIES_MAX)


@pytest.mark.parametrize("command", [GIVE, WITHDRAW], ids=lambda command: command.verb)
def test_the_apologies_of_an_adjourned_meeting_stand(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


def test_a_deputy_sends_apologies_and_whoever_they_send_for_themselves() -> None:
    """The papers of Midt: a deputy of a chair is excused, and names who comes instead."""
    deputy = "dk/person/deputy"
    named = STRATEGIC_SEATS, SubstituteNamed(person=deputy, stands_for=("kolding",))
    given(*WORLD, person(deputy, KOLDING), named, *called()).when(
        GiveApology(seat="kolding", person=deputy, sends=OUTSIDER), to=MEETING, by=deputy
    ).then(ApologyGiven(seat="kolding", person=deputy, sends=OUTSIDER))


@pytest.mark.parametrize("command", [WITHDRAW, GIVE, GiveApology(seat="kolding", person=MEMBER, sends=CHAIR)])
def test_whoever_was_sent_is_not_sent_home_while_they_sit_there(command: Command) -> None:
    sent = MEETING, ApologyGiven(seat="kolding", person=MEMBER, sends=OUTSIDER)
    sits = MEETING, SeatTaken(seat="kolding", person=OUTSIDER, in_for=(MEMBER,))
    record = given(*WORLD, *opened(), sent, sits)
    record.when(command, to=MEETING, by=MEMBER).refused("meeting.seat-occupied", seat="kolding", person=OUTSIDER)
    left = record.happened(MEETING, SeatLeft(seat="kolding", person=OUTSIDER))
    assert left.when(command, to=MEETING, by=MEMBER).recorded


def test_nobody_sends_whoever_has_died() -> None:
    died = OUTSIDER, DeathRecorded(seats=())
    given(*WORLD, *called(), died).when(SENDS, to=MEETING, by=MEMBER).refused("meeting.person-gone", person=OUTSIDER)
    paper_tells = given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2024-02-01")), died)
    assert paper_tells.when(SENDS, to=MEETING, by=SECRETARY).recorded, "who died since came then"
