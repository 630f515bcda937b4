"""What a reader asks of the trail: of a body, by a person, of a kind; and what no event could be of is refused."""

from dataclasses import dataclass
from typing import Any

import pytest

from domain.kernel import UNKNOWN, By, Recorded
from projections.misasked import Misasked
from projections.trail_filter import TrailFilter, read_trail_filter

BODY, OTHER = "lillebaelt/body/strategic", "lillebaelt/body/political"
SEATS, MEETING, MINUTES = "lillebaelt/membership/strategic", "lillebaelt/meeting/m1", "lillebaelt/minutes/m1"
SECRETARY = "dk/person/secretary"


@dataclass(frozen=True)
class Of:
    """The state of a stream, as far as it is asked for here."""

    body: str | None = None
    meeting: str | None = None


STATES = {SEATS: Of(body=BODY), MEETING: Of(body=BODY), MINUTES: Of(meeting=MEETING)}


def see(stream: str) -> Any:
    return STATES.get(stream, UNKNOWN)


def recorded(stream: str, person: str = SECRETARY, seat: str | None = None) -> Recorded:
    return Recorded(
        position=1,
        stream=stream,
        version=1,
        recorded_at=0,
        by=By(person=person, seat=seat),
        command="x.y",
        causation=None,
        correlation=1,
        event=None,
    )


@pytest.mark.parametrize("stream", [BODY, SEATS, MEETING, MINUTES])
def test_of_a_body_is_what_happened_in_it_its_seats_its_meetings_and_their_minutes(stream: str) -> None:
    assert read_trail_filter(BODY, None, None).wants(recorded(stream), see)
    assert not read_trail_filter(OTHER, None, None).wants(recorded(stream), see)


def test_of_a_body_is_also_what_was_done_on_its_seats_elsewhere() -> None:
    paid = recorded("lillebaelt/fund/f1", seat=f"{SEATS}#secretary")
    assert read_trail_filter(BODY, None, None).wants(paid, see)
    assert not read_trail_filter(BODY, None, None).wants(recorded("lillebaelt/fund/f1"), see)


def test_minutes_of_a_meeting_that_is_not_there_are_of_no_body() -> None:
    assert not read_trail_filter(BODY, None, None).wants(recorded("lillebaelt/minutes/none"), see)


def test_by_a_person_and_of_a_kind_both_hold() -> None:
    asked = read_trail_filter(None, SECRETARY, "meeting")
    assert asked.wants(recorded(MEETING), see)
    assert not asked.wants(recorded(MEETING, person="dk/person/other"), see)
    assert not asked.wants(recorded(MINUTES), see)
    assert TrailFilter().wants(recorded(MINUTES), see)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ((MEETING, None, None), "body.malformed"),
        ((f"{BODY}\n", None, None), "body.malformed"),
        ((None, "secretary", None), "person.malformed"),
        ((None, None, "metting"), "kind.unknown"),
    ],
)
def test_what_no_event_could_be_of_is_refused(asked: tuple[str | None, ...], code: str) -> None:
    with pytest.raises(Misasked) as refused:
        read_trail_filter(*asked)
    assert refused.value.code == code
