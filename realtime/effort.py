"""Effort: how much of a process goes into leading those who come back from old positions on. There is an end to it, so that nobody
who asks from one old position after the other keeps all others waiting."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EFFORT_S_MAX = 5.0
"""That may be spent at once, when thousands come back."""
EFFORT_SHARE = 0.2
"""Of the time, that may be spent in the long run."""


class Effort:
    """`now` is a clock, `worked` tells for how long this thread has worked; both in seconds."""

    __slots__ = ("_at", "_left", "_now", "_worked")

    def __init__(
        self, now: Callable[[], float] = time.monotonic, worked: Callable[[], float] = time.thread_time
    ) -> None:
        self._now = now
        self._worked = worked
        self._left = EFFORT_S_MAX
        self._at = now()

    def is_spent(self) -> bool:
        now = self._now()
        self._left = min(EFFORT_S_MAX, self._left + (now - self._at) * EFFORT_SHARE)
        self._at = now
        return self._left <= 0

    @contextmanager
    def spend(self) -> Iterator[None]:
        began = self._worked()
        try:
            yield
        finally:
            self._left -= self._worked() - began
