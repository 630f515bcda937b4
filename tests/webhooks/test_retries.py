"""Retries: as planned, never all at once, and no sooner than was asked for."""

import pytest

from klynge.webhooks.retries import wait_s

PLAN_S = (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)


@pytest.mark.parametrize(("attempt", "planned_s"), [*enumerate(PLAN_S, 1), (10, PLAN_S[-1]), (100, PLAN_S[-1])])
def test_each_time_it_is_waited_longer_up_to_a_day(attempt: int, planned_s: int) -> None:
    waits = {wait_s(attempt, 0) for _ in range(200)}
    assert 0.8 * planned_s - 1 <= min(waits) < planned_s < max(waits) <= 1.2 * planned_s + 1
    assert len(waits) >= min(3, planned_s)


def test_no_sooner_than_was_asked_for() -> None:
    assert wait_s(1, 600) == 600
    assert wait_s(2, 10) > 200
