"""What looks again and again goes on whatever happens, and says once what is wrong."""

import asyncio
from collections.abc import Iterator

import pytest

from klynge import looking
from klynge.looking import look_on, woken_within


async def test_what_stays_wrong_is_told_once_and_once_more_after_it_was_right(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(looking, "report", lambda name, error: told.append(f"{name} {error}"))
    outcomes: Iterator[BaseException | None] = iter(
        [OSError("a"), OSError("a"), OSError("b"), None, OSError("b"), asyncio.CancelledError()]
    )
    rests = 0

    async def look() -> None:
        outcome = next(outcomes)
        if outcome is not None:
            raise outcome

    async def rest() -> None:
        nonlocal rests
        rests += 1

    with pytest.raises(asyncio.CancelledError):
        await look_on(look, rest, "letters.look-failed")
    assert told == [f"letters.look-failed OSError('{each}')" for each in ("a", "b", "b")]
    assert rests == 5


async def test_a_rest_ends_when_it_is_woken_and_at_the_latest_then() -> None:
    woken = asyncio.Event()
    woken.set()
    await woken_within(woken, 60)
    assert not woken.is_set()
    await woken_within(woken, 0)
