"""Whose time the record keeps: the machine's, or that of a story that is played (architecture §4, Story clock)."""

import time
from typing import Protocol

MICROSECONDS = 1_000_000


class Clock(Protocol):
    """Integer microseconds since 1970 UTC. One reading per batch, taken before deciding."""

    def now(self, last_at: int, story_at: int | None) -> int:
        """`last_at`: the newest time in the log. `story_at`: what a player sent with its command."""
        ...


class RealClock:
    """The machine's clock. The log keeps it from falling."""

    def now(self, last_at: int, story_at: int | None) -> int:
        return max(last_at, time.time_ns() // 1_000)


class StoryClock:
    """A story's time: what the player says, else the last story time plus the seconds since."""

    def __init__(self) -> None:
        self._heard_at = time.monotonic()
        self._story_at: int | None = None
        self._said: tuple[int, float] | None = None
        """What the player said last, and when; the story's time once a command of that time stands in the log."""

    def now(self, last_at: int, story_at: int | None) -> int:
        if self._said is not None and self._said[0] <= last_at:
            self._story_at, self._heard_at = self._said
        self._said = None
        if story_at is not None:
            at = max(last_at, story_at)
            self._said = (at, time.monotonic())
            return at
        if self._story_at is None:
            self._story_at = last_at
        since = time.monotonic() - self._heard_at
        return max(last_at, self._story_at + int(since * MICROSECONDS))
