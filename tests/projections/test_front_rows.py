"""The front page of a cluster: what is to come, is open or is missing; and nothing of what is over."""

from typing import Any

from domain.appointing import Cause
from domain.awaited import ByDecision
from domain.body import Level
from domain.condition import Fulfilled
from domain.deadline import DeadlinePassed, Lapsed
from domain.dissolving import ClusterDissolved
from domain.meeting.call import MeetingAdjourned, MeetingOpened
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.membership import SeatFilled, SeatVacated
from projections.front import FRONT
from tests.domain.succession import CEASES_ON, LILLEBAELT, RAAD, dissolving
from tests.domain.waiting import C1, pending
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    SEATS,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    Fact,
    body,
    called,
    fund,
    taken,
)
from tests.projections.told import rows

STRATEGIC_BODY = body(STRATEGIC, "Fagligt strategisk niveau", Level.STRATEGIC)


def front(*facts: str | Fact) -> dict[str, Any]:
    return rows(FRONT, TODAY, *facts)


def names(kept: dict[str, Any], kind: str) -> list[str]:
    return [key.partition("/")[2] for key in sorted(kept) if key.startswith(f"{kind}/")]


# --- meetings ---


def test_a_meeting_that_is_called_stands_there_with_its_time() -> None:
    row = front(*called())["meeting/2024-03-01-strategic"]
    assert (row.body, row.phase, row.starts_at) == (STRATEGIC, "called", f"{TODAY}T08:00:00Z")


def test_a_meeting_that_is_moved_stands_at_its_new_time_and_one_in_session_says_so() -> None:
    moved = (MEETING, MeetingMoved(starts_at=f"{TODAY}T12:00:00Z", ends_at=f"{TODAY}T13:00:00Z"))
    row = front(*called(), moved, (MEETING, MeetingOpened(led_by=CHAIR)))["meeting/2024-03-01-strategic"]
    assert (row.starts_at, row.phase) == (f"{TODAY}T12:00:00Z", "in-session")


def test_a_meeting_that_is_over_or_cancelled_is_gone() -> None:
    assert names(front(*called(), (MEETING, MeetingAdjourned())), "meeting") == []
    assert names(front(*called(), (MEETING, MeetingCancelled())), "meeting") == []


# --- seats ---


def test_a_seat_stands_there_while_nobody_holds_it() -> None:
    assert names(front(STRATEGIC_BODY, *SEATS), "vacancy") == []
    left = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.DEATH, ceases_on=TODAY))
    row = front(STRATEGIC_BODY, *SEATS, left)["vacancy/strategic/kolding"]
    assert (row.body, row.party, row.because, row.since) == (STRATEGIC, KOLDING, "death", TODAY)
    filled = (STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER))
    assert names(front(STRATEGIC_BODY, *SEATS, left, filled), "vacancy") == []


def test_a_seat_that_nobody_has_held_yet_is_vacant() -> None:
    assert names(front(STRATEGIC_BODY, *SEATS[:3]), "vacancy") == [
        "strategic/kolding",
        "strategic/region",
        "strategic/sekretariat",
    ]


# --- conditions ---


def test_a_condition_stands_there_with_whom_it_waits_for_until_it_is_settled() -> None:
    row = front(pending())["condition/c1"]
    assert (row.awaited, row.since, row.late, len(row.blocks)) == (POLITICAL, TODAY, False, 1)
    settled = front(pending(), (C1, Fulfilled(proof=ByDecision(decision=taken()))))["condition/c1"]
    # It is kept for those to whom its end is closed; to everybody else it is gone.
    assert settled.ended == 2


def test_a_condition_whose_deadline_has_passed_says_so_and_one_that_has_lapsed_is_gone() -> None:
    assert front(pending(), (C1, DeadlinePassed(answer_by=TODAY)))["condition/c1"].late
    assert names(front(pending(), (C1, Lapsed(ceases_on=TODAY))), "condition") == []


# --- money ---


def test_a_fund_stands_there_from_the_day_it_is_opened() -> None:
    row = front(fund())["fund/klyngemidler"]
    assert (row.free_oere, row.conditional_oere, row.allocated_oere, row.opening) == (0, 0, 0, False)


# --- the end ---


def test_a_cluster_that_ends_says_when_and_who_goes_on_before_and_after() -> None:
    decided = dissolving()
    assert front(decided)["end/lillebaelt"].dissolved is False
    gone = (LILLEBAELT, ClusterDissolved(ceases_on=CEASES_ON, handed_count=0))
    end = front(decided, gone)["end/lillebaelt"]
    assert (end.ceases_on, end.successors, end.dissolved) == (CEASES_ON, (RAAD,), True)
