"""Naming: what a person may see rests on the streams that name them, and costs no look at any other."""

from collections import Counter
from typing import Any

import pytest

from domain.kernel import Recorded
from domain.meeting.attendance import Recused
from domain.meeting.guests import GuestInvited
from domain.policy import guest_mask_of, mask_of
from domain.text import said
from projections.naming import NAMING, Indexed
from tests.domain.world import ITEM, MEMBER, OUTSIDER, STRATEGIC, STRATEGIC_SEATS, WORLD, Fact, discussing
from tests.given import Record, given


class Rows:
    """The rows of the fold, as of the head."""

    def __init__(self, record: Record) -> None:
        self.head = len(record.recorded)
        self.rows: dict[str, Any] = {}
        for recorded in record.recorded:
            if type(recorded.event) in NAMING.folds:
                self.rows |= NAMING.evolve(self.rows.get, recorded)

    def changes(self, view: str) -> int:
        return len(self.rows)

    def take(self, recorded: Recorded) -> None:
        self.head = recorded.position
        self.rows |= NAMING.evolve(self.rows.get, recorded)

    def range(self, view: str, prefix: str, at: int, after: str = "", limit: int = 0) -> list[tuple[str, Any]]:
        return [(key, self.rows[key]) for key in sorted(self.rows) if key.startswith(prefix)]


class Counting:
    """Counts the streams that are looked at."""

    def __init__(self, record: Record) -> None:
        self.ids = record.ids
        self._record = record
        self.seen: Counter[str] = Counter()

    def see(self, stream: str) -> Any:
        self.seen[stream] += 1
        return self._record.see(stream)


def meetings(count: int) -> tuple[Fact, ...]:
    """Meetings that name neither of the two."""
    return tuple(fact for number in range(count) for fact in discussing(f"lillebaelt/meeting/m{number}", STRATEGIC))


def looks(count: int, naming: tuple[Fact, ...] = ()) -> int:
    record = given(*WORLD, *meetings(count), *naming)
    streams = Counting(record)
    assert mask_of("lillebaelt", MEMBER, record.today, Indexed(streams, Rows(record))) is not None
    return streams.seen.total()


def recused(meeting: str) -> Fact:
    return meeting, Recused(item=ITEM, number="2", person=MEMBER, reason=said("Er i familie."))


def test_what_a_mask_costs_does_not_grow_with_the_meetings_that_do_not_name_the_reader() -> None:
    assert looks(2) == looks(60)


def test_each_meeting_that_names_the_reader_is_looked_at() -> None:
    """The control: a look more would be found."""
    assert looks(60, (recused("lillebaelt/meeting/m7"),)) > looks(60)


def test_who_is_named_now_is_found_though_they_were_asked_about_before() -> None:
    record = given(*WORLD, *meetings(1))
    rows = Rows(record)
    indexed = Indexed(record, rows)
    assert indexed.naming(OUTSIDER, "meeting", "lillebaelt") == ()
    invited = GuestInvited(person=OUTSIDER, item=ITEM, number="2")
    rows.take(record.happened("lillebaelt/meeting/m0", invited).recorded[-1])
    assert indexed.naming(OUTSIDER, "meeting", "lillebaelt") == ("lillebaelt/meeting/m0",)
    assert indexed.naming(OUTSIDER, "meeting", "aarhus") == ()
    assert indexed.naming(OUTSIDER, "meeting") == ("lillebaelt/meeting/m0",)


@pytest.mark.parametrize("person", [MEMBER, OUTSIDER])
def test_nothing_is_missed_by_looking_there_alone(person: str) -> None:
    named: tuple[Fact, ...] = (
        recused("lillebaelt/meeting/m1"),
        ("lillebaelt/meeting/m2", GuestInvited(person=OUTSIDER, item=ITEM, number="2")),
    )
    record = given(*WORLD, *meetings(3), *named)
    indexed = Indexed(record, Rows(record))
    everywhere = [each("lillebaelt", person) for each in masks(record)]
    assert [each("lillebaelt", person) for each in masks(indexed, record.today)] == everywhere
    assert any(everywhere)


def masks(streams: Any, today: str | None = None) -> tuple[Any, ...]:
    on = today or streams.today
    return (
        lambda scope, person: mask_of(scope, person, on, streams),
        lambda scope, person: guest_mask_of(scope, person, streams),
    )


def test_a_store_that_fails_takes_no_right_away() -> None:
    """It is asked again, where what it did not answer would be known as nothing."""
    record = given(*WORLD)

    class Failing:
        head = 1
        fails = True

        def changes(self, view: str) -> int:
            return 0

        def range(self, view: str, prefix: str, at: int, after: str = "", limit: int = 0) -> list[tuple[str, Any]]:
            if self.fails:
                raise OSError("away")
            return [(f"{OUTSIDER}|membership/lillebaelt/strategic", None)]

    rows = Failing()
    indexed = Indexed(record, rows)
    with pytest.raises(OSError, match="away"):
        indexed.naming(OUTSIDER, "membership")
    rows.fails = False
    assert indexed.naming(OUTSIDER, "membership") == (STRATEGIC_SEATS,)
