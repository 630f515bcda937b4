"""Whoever is signed in is told of the meetings they may follow: by a seat, as a substitute, as somebody called in."""

from types import SimpleNamespace
from typing import Any

import pytest

from domain.meeting.apologies import ApologyGiven
from domain.membership import SubstituteNamed
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
        tail=SimpleNamespace(now=record, rows=SimpleNamespace(get=lambda *_: ROW)),
        reading=SimpleNamespace(name=lambda stream: stream),
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


def test_whoever_has_no_part_is_told_of_no_meeting() -> None:
    assert roles_of(core(), OUTSIDER).meetings == ()
