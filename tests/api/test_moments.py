"""Which moment somebody means by `?at=`: its end, by the clock in Copenhagen, also on the days on which that is set."""

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from api.moments import position_of


class Asked:
    """A log that tells which moment it is asked about."""

    def position_at(self, moment: int) -> int:
        return moment


def meant(at: str) -> str:
    """The last whole second of what somebody asks for, in UTC."""
    found = position_of(at, cast(Any, Asked()), 10**18)
    return datetime.fromtimestamp(found // 10**6, UTC).isoformat().removesuffix("+00:00")


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2024-04-09", "2024-04-09T21:59:59"),
        ("2024-01-09", "2024-01-09T22:59:59"),
        ("2024-03-31", "2024-03-31T21:59:59"),
        ("2024-03-30", "2024-03-30T22:59:59"),
        ("2024-10-27", "2024-10-27T22:59:59"),
        ("2024-10-26", "2024-10-26T21:59:59"),
        ("2024-04-09T18:20", "2024-04-09T16:20:00"),
        ("2024-10-27T02:30+02:00", "2024-10-27T00:30:00"),
        ("2024-10-27T02:30+01:00", "2024-10-27T01:30:00"),
    ],
)
def test_a_day_and_a_moment_are_those_of_copenhagen(at: str, moment: str) -> None:
    assert meant(at) == moment


def test_of_an_hour_that_comes_twice_the_second_is_meant_so_that_nothing_printed_with_it_is_left_out() -> None:
    assert meant("2024-10-27T02:30") == "2024-10-27T01:30:00"
    assert meant("2024-10-27T02:59:59") == "2024-10-27T01:59:59"
    assert meant("2024-10-27T01:59") == "2024-10-26T23:59:00"
    assert meant("2024-10-27T03:00") == "2024-10-27T02:00:00"


def test_an_hour_that_never_comes_is_that_after_the_clock_was_set() -> None:
    assert meant("2024-03-31T02:30") == "2024-03-31T01:30:00"
