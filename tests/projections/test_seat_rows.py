"""Rows of a seat: who holds it on the day of the last change, all who hold it one after the other, and who stands in."""

from typing import Any

from domain.kernel import Event, Recorded
from domain.membership import (
    Cause,
    ChairLeft,
    ChairTaken,
    SeatClosed,
    SeatFilled,
    SeatOpened,
    SeatVacated,
)
from domain.seats import ByCluster, BySubject, Voice
from domain.text import said
from projections.people import PEOPLE, evolve
from projections.seats import SeatRow
from tests.domain.world import MEMBER, OUTSIDER, STRATEGIC, STRATEGIC_SEATS, WORLD
from tests.given import given

SEAT = "lillebaelt/people|body/strategic/seat/kolding"


def rows_after(*events: Event) -> dict[str, Any]:
    """The rows as they stand on 1 March 2024."""
    record = given(*WORLD, *((STRATEGIC_SEATS, event) for event in events))
    rows: dict[str, Any] = {}
    for recorded in record.recorded:
        if type(recorded.event) in PEOPLE.folds:
            fold(rows, recorded)
    return rows


def fold(rows: dict[str, Any], recorded: Recorded) -> None:
    for key, row in evolve(rows.get, recorded).items():
        if row is None:
            del rows[key]
        else:
            rows[key] = row


LEAVES = SeatVacated(seat="kolding", person=MEMBER, cause=Cause.TERM_ENDED, ceases_on="2026-01-01")
FOLLOWS = SeatFilled(seat="kolding", person=OUTSIDER, from_on="2026-01-01")


def test_a_seat_tells_of_its_holder_on_the_day_of_the_change_though_a_successor_is_known() -> None:
    seat: SeatRow[Any, str] = rows_after(LEAVES, FOLLOWS)[SEAT]
    assert (seat.person, seat.ceases_on, seat.vacant_because) == (MEMBER, "2026-01-01", "term-ended")
    assert [(each.person, each.from_on, each.ceases_on, each.cause) for each in seat.holders] == [
        (MEMBER, None, "2026-01-01", "term-ended"),
        (OUTSIDER, "2026-01-01", None, None),
    ]


def test_a_vacant_seat_tells_of_whoever_comes() -> None:
    seat = rows_after(LEAVES, FOLLOWS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.DEATH))[SEAT]
    assert (seat.person, seat.from_on, seat.vacant_because) == (OUTSIDER, "2026-01-01", None)
    assert [(each.person, each.left) for each in seat.holders] == [(MEMBER, True), (OUTSIDER, False)]


def test_a_vacant_seat_tells_why() -> None:
    seat = rows_after(SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEAVE))[SEAT]
    assert (seat.person, seat.vacant_because) == (None, "leave")


def test_a_predecessor_told_of_afterwards_stands_before() -> None:
    seat = rows_after(SeatFilled(seat="kolding", person=OUTSIDER, from_on="2018-01-01", ceases_on="2022-01-01"))[SEAT]
    assert [each.person for each in seat.holders] == [OUTSIDER, MEMBER]
    assert seat.person == MEMBER


def test_a_seat_tells_of_the_chair_of_its_holder_until_it_is_left() -> None:
    taken = ChairTaken(seat="kolding", side="kommuner", from_on="2024-06-01")
    seat = rows_after(taken, ChairLeft(seat="kolding", ceases_on="2025-06-01"))[SEAT]
    assert (seat.chairs_for, seat.chairs_from_on) == ("kommuner", "2024-06-01")
    (holder,) = seat.holders
    assert (holder.chairs_for, holder.chairs_from_on, holder.chairs_until) == ("kommuner", "2024-06-01", "2025-06-01")


def test_a_seat_tells_whose_right_it_is_and_when_it_is_closed() -> None:
    rows = rows_after(
        SeatOpened(body=STRATEGIC, seat="job", right=BySubject(words=said("Arbejdsmarked")), voice=Voice.SUPPORT),
        SeatOpened(body=STRATEGIC, seat="midt", right=ByCluster(cluster="midt/cluster/midt"), voice=Voice.OBSERVER),
        SeatClosed(seat="job", ceases_on="2025-01-01"),
    )
    job, midt = (rows[f"lillebaelt/people|body/strategic/seat/{name}"] for name in ("job", "midt"))
    assert (job.role is not None, job.by_subject, job.voice, job.closed_on) == (True, True, "support", "2025-01-01")
    assert (midt.cluster, midt.closed_on) == ("midt/cluster/midt", None)
