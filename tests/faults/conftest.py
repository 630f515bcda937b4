"""Faults of what Klynge stands on, made to happen while people work: in short in `make test`, at length in `make faults`."""

from collections.abc import Callable

import pytest

Times = Callable[[int, int], int]


@pytest.fixture
def times(request: pytest.FixtureRequest) -> Times:
    """How often a fault is made to happen: few times in short, as often as was promised at length."""
    at_length = request.config.getoption("--at-length")
    return lambda in_short, in_full: in_full if at_length else in_short
