"""Whoever is signed in is told of the meetings they may follow: by a seat, as a substitute, as somebody called in."""

from types import SimpleNamespace
from typing import Any

import pytest

from domain.appointing import Cause
from domain.former import last_mask_of
from domain.meeting.apologies import ApologyGiven
from domain.meeting.guests import GuestInvited
from domain.membership import SeatFilled, SeatVacated, SubstituteNamed
from domain.policy import mask_of
from klynge.roles import roles_of
from projections.meeting.rows import MeetingRow
from tests.domain.world import (
    MEETING,
    MEMBER,
    OUTSIDER,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    called,
    ruled,
)
from tests.given import given

ELSEWHERE = called("aarhus/meeting/2024-03-01-directors", "aarhus/body/directors")
NAMED: Fact = STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("kolding",))
SENT: Fact = MEETING, ApologyGiven(seat="kolding", person=MEMBER, sends=OUTSIDER)
ROW = MeetingRow[Any, str](phase="called", body=STRATEGIC, position=1, starts_at="2024-03-01T08:00:00Z")


def core(*facts: Fact) -> Any:
    """As much of one as is asked here."""
    record = given(*WORLD, *called(), *ELSEWHERE, *facts)
    return SimpleNamespace(
        tail=SimpleNamespace(now=record, rows=SimpleNamespace(get=lambda view, key, at: ROW if at else None)),
        reading=SimpleNamespace(
            name=lambda stream, at=1: stream,
            part_in=lambda scope, person: (
                mask_of(scope, person, record.today, record) or last_mask_of(scope, person, record.today, record)
            ),
            latest=lambda mask: 0 if mask.until_on else 1,
        ),
        today=lambda: record.today,
        head=1,
    )


@pytest.mark.parametrize(
    ("person", "facts"),
    [(MEMBER, ()), (OUTSIDER, (NAMED,)), (OUTSIDER, (ruled(ad_hoc_substitutes=True), SENT))],
    ids=["a member", "a substitute", "called in"],
)
def test_the_meetings_of_a_cluster_are_told_to_whoever_has_a_part_in_them(person: str, facts: tuple[Fact, ...]) -> None:
    told = roles_of(core(*facts), person)
    assert [each.topic for each in told.meetings] == [MEETING]
    assert [role.seat for role in told.roles] == (["kolding"] if person == MEMBER else [])


LEFT: Fact = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-02-01")
INVITED: Fact = MEETING, GuestInvited(person=MEMBER)


@pytest.mark.parametrize(("facts", "told"), [((LEFT,), []), ((LEFT, INVITED), [MEETING])], ids=["left", "a guest now"])
def test_who_was_a_member_is_told_of_no_meeting_called_later_but_as_a_guest(
    facts: tuple[Fact, ...], told: list[str]
) -> None:
    began = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=MEMBER, from_on="2023-01-01")
    assert [each.topic for each in roles_of(core(began, *facts), MEMBER).meetings] == told


def test_who_was_a_member_is_told_of_which_day_they_see_what_stood() -> None:
    began = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=MEMBER, from_on="2023-01-01")
    told = roles_of(core(began, LEFT), MEMBER)
    assert [(each.scope, each.until_on) for each in told.left] == [("lillebaelt", "2024-01-31")]
    assert roles_of(core(began), MEMBER).left == ()


def test_whoever_has_no_part_is_told_of_no_meeting() -> None:
    assert roles_of(core(), OUTSIDER).meetings == ()
