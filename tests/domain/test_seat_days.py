"""One seat, day by day, beside a plain calendar: whatever is registered, ahead or afterwards, one person holds it on a day."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.membership import Cause, FillSeat, SeatOpened, VacateSeat
from domain.seating import holding_on, seats_held, seats_kept
from domain.seats import ByPatients, Voice
from tests.domain.world import CHAIR, MEMBER, OUTSIDER, STRATEGIC, STRATEGIC_SEATS, WORLD
from tests.given import given as given_facts

FIRST, DAYS, EVER_AFTER = date(2024, 3, 1), 30, 30
"""The day after the last stands for all that come."""
PEOPLE = (CHAIR, MEMBER, OUTSIDER)
OPENED = STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.OBSERVER)


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


class Calendar:
    """Who holds the seat: a person, the days from one to before another. Plain, and slow."""

    def __init__(self) -> None:
        self.periods: list[tuple[str, int, int]] = []

    def on(self, number: int) -> str | None:
        (*holders,) = (person for person, start, end in self.periods if start <= number < end)
        assert len(holders) <= 1
        return holders[0] if holders else None

    def fill(self, person: str, start: int, end: int) -> bool:
        if start >= end:
            return False
        if (person, start, end) not in self.periods:
            if any(self.on(number) for number in range(start, end)):
                return False
            self.periods.append((person, start, end))
        return True

    def vacate(self, person: str, from_day: int, today: int) -> bool:
        ends = [end for who, _, end in self.periods if who == person and end > today]
        if not ends or from_day > max(ends):
            return False
        cut = [(who, start, min(end, from_day) if who == person else end) for who, start, end in self.periods]
        self.periods = [(who, start, end) for who, start, end in cut if start < end]
        return True


filled = st.tuples(
    st.just("fill"), st.sampled_from(PEOPLE), st.integers(0, DAYS - 1), st.integers(0, DAYS - 1) | st.none()
)
vacated = st.tuples(st.just("vacate"), st.sampled_from(PEOPLE), st.integers(0, DAYS - 1), st.none())
histories = st.lists(st.tuples(filled | vacated, st.integers(0, 1)), min_size=1, max_size=50)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(histories)
def test_a_seat_is_held_as_a_plain_calendar_says(
    history: list[tuple[tuple[str, str, int, int | None], int]],
) -> None:
    record, calendar, today = given_facts(*WORLD, OPENED), Calendar(), 0
    for (what, person, start, end), later in history:
        today = min(today + later, DAYS - 1)
        if what == "fill":
            said_yes = calendar.fill(person, start, EVER_AFTER + 1 if end is None else end)
            ceases_on = None if end is None else day(end)
            command: FillSeat | VacateSeat = FillSeat(
                seat="patienter", person=person, from_on=day(start), ceases_on=ceases_on
            )
        else:
            said_yes = calendar.vacate(person, start, today)
            command = VacateSeat(seat="patienter", person=person, cause=Cause.LEFT, ceases_on=day(start))
        answer = record.when(command, to=STRATEGIC_SEATS, on=day(today))
        assert (answer.said_no is None) == said_yes, (command, answer.said_no)
        seats = record.see(STRATEGIC_SEATS)
        for number in range(EVER_AFTER + 1):
            holding = holding_on(seats.seats["patienter"], day(number))
            assert (None if holding is None else holding.person) == calendar.on(number)
    for person in PEOPLE:
        held = [number for number in range(EVER_AFTER + 1) if calendar.on(number) == person]
        for number in range(EVER_AFTER + 1):
            assert ("patienter" in seats_held(seats, person, day(number))) == (number in held)
            assert ("patienter" in seats_kept(seats, person, day(number))) == any(each >= number for each in held)
