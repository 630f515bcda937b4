"""What things are called, for one audience."""

from typing import Any

import pytest

from domain.claims import DateSaid, OnDay, Span, Within
from domain.kernel import UNKNOWN
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.names import scope_of
from domain.text import Kept, said
from projections.names import NAMES, Row, key_of
from projections.origin import Origins
from projections.reading import NOTHING_CLOSED
from projections.sight import Eyes
from tests.domain.world import MEETING, PAPER, STRATEGIC, WORLD
from tests.given import given


def eyes(rows: dict[str, Any]) -> Eyes:
    def nothing(*_: Any) -> Any:
        raise AssertionError("no word is opened, no event is read")

    origins = Origins(lambda _: UNKNOWN, nothing, nothing)
    return Eyes(scope_of(MEETING), NOTHING_CLOSED, lambda _: UNKNOWN, nothing, nothing, origins, rows.get)


@pytest.mark.parametrize(
    ("starts_at", "called"),
    [
        ("2024-04-09T16:00:00Z", "strategic, 9. april 2024"),
        # Accepted before the calendar was asked, it stands for ever and is named for ever.
        ("9999-12-31T23:30:00Z", "strategic"),
    ],
)
def test_a_meeting_is_called_by_its_body_and_its_day_where_there_is_one(starts_at: str, called: str) -> None:
    names = {key_of(MEETING): Row(body=STRATEGIC, starts_at=starts_at)}
    assert eyes(names).name(MEETING).name == called


@pytest.mark.parametrize(
    ("held", "called"),
    [
        (OnDay(day="2023-03-13", words=said("d. 13. marts")), "strategic, 13. marts 2023"),
        (
            Within(earliest="2020-09-01", latest="2020-09-30", span=Span.MONTH, words=said("september 2020")),
            "strategic",
        ),
    ],
)
def test_a_meeting_entered_afterwards_is_called_by_its_day_where_a_paper_names_one(
    held: DateSaid[Kept], called: str
) -> None:
    rows: dict[str, Any] = {}
    for recorded in given(
        *WORLD, (MEETING, MeetingRegisteredAfterwards(body=STRATEGIC, held=held, document=PAPER))
    ).recorded:
        if type(recorded.event) in NAMES.folds and recorded.stream == MEETING:
            rows |= NAMES.evolve(rows.get, recorded)
    assert eyes(rows).name(MEETING).name == called
