"""The row of a seat tells days: who sits, chairs and stands in from which to which, whatever is registered beforehand."""

from typing import Any

from domain.appointing import Cause
from domain.membership.chairs import ChairLeft, ChairTaken
from domain.membership.holders import SeatFilled, SeatVacated
from domain.membership.seats import SeatClosed, SeatOpened
from domain.membership.substitutes import SubstituteEnded, SubstituteNamed
from domain.seats import ByPatients, Voice
from projections.people import PEOPLE
from projections.seats import SeatRow
from tests.projections.folding import folded


def told(*events: Any) -> Any:
    """The row of a seat after some events of its membership, the first of which opens it."""
    rows = folded(PEOPLE, *((STRATEGIC_SEATS, event) for event in events))
    (row,) = [row for row in rows.values() if isinstance(row, SeatRow)]
    return row


CHAIR, SECRETARY = "dk/person/chair", "dk/person/secretary"
STRATEGIC_BODY, STRATEGIC_SEATS = "aadal/body/strategic", "aadal/membership/strategic"
OPENED = SeatOpened(body=STRATEGIC_BODY, seat="plo", right=ByPatients(), voice=Voice.VOTE)


def test_a_successor_registered_beforehand_does_not_take_the_days_of_who_still_sits() -> None:
    row = told(
        OPENED,
        SeatFilled(seat="plo", person=CHAIR, ceases_on="2025-01-01"),
        SeatFilled(seat="plo", person=SECRETARY, from_on="2025-01-01"),
    )
    assert [(each.person, each.from_on, each.ceases_on) for each in row.holders] == [
        (CHAIR, None, "2025-01-01"),
        (SECRETARY, "2025-01-01", None),
    ]


def test_whoever_leaves_before_they_began_never_held_the_seat() -> None:
    row = told(
        OPENED,
        SeatFilled(seat="plo", person=CHAIR, from_on="2025-01-01"),
        SeatVacated(seat="plo", person=CHAIR, cause=Cause.LEFT, ceases_on="2024-12-01"),
    )
    assert row.holders == ()
    assert (row.person, row.vacant_because) == (None, "left")


def test_a_chair_left_from_a_day_chairs_until_then() -> None:
    row = told(
        OPENED,
        SeatFilled(seat="plo", person=CHAIR),
        ChairTaken(seat="plo", side="region", from_on="2024-01-01"),
        ChairLeft(seat="plo", ceases_on="2025-01-01"),
    )
    (holder,) = row.holders
    assert (holder.chairs_for, holder.chairs_from_on, holder.chairs_until) == ("region", "2024-01-01", "2025-01-01")
    assert (row.chairs_for, row.chairs_until) == ("region", "2025-01-01")


def test_substitutes_stand_after_each_other_until_their_day() -> None:
    row = told(
        OPENED,
        SubstituteNamed(person=CHAIR, stands_for=("plo",)),
        SubstituteNamed(person=SECRETARY, stands_for=("plo",), after=CHAIR),
        SubstituteEnded(person=CHAIR, ceases_on="2025-01-01"),
        SeatClosed(seat="plo", ceases_on="2027-01-01"),
    )
    assert [(each.person, each.after, each.ceases_on) for each in row.substitutes] == [
        (CHAIR, None, "2025-01-01"),
        (SECRETARY, CHAIR, None),
    ]
    assert row.closed_on == "2027-01-01"
