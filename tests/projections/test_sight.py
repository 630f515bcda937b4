"""What things are called, for one audience."""

from typing import Any

import pytest

from domain.kernel import UNKNOWN
from domain.names import scope_of
from projections.names import Row, key_of
from projections.origin import Origins
from projections.reading import NOTHING_CLOSED
from projections.sight import Eyes
from tests.domain.world import MEETING, STRATEGIC


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
