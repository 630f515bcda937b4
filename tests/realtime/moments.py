"""Moments: a clock that goes on when a test says so, and calls what was asked of it on the way."""

from collections.abc import Callable
from itertools import count


class Moments:
    """Milliseconds since 1970."""

    def __init__(self, now_ms: int = 1_800_000_000_000) -> None:
        self._now = now_ms
        self._asked: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()

    def now_ms(self) -> int:
        return self._now

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        self._asked.append((self._now + seconds * 1000, next(self._order), call))

    def go_on(self, seconds: float) -> None:
        """So much later: whatever is due on the way is done, in its order."""
        end = self._now + round(seconds * 1000)
        while due := [each for each in self._asked if each[0] <= end]:
            first = min(due)
            self._asked.remove(first)
            self._now = round(first[0])
            first[2]()
        self._now = end
