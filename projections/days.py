"""Days of the log: on which day something was recorded, and where each of them ended."""

from collections.abc import Callable

from domain.dates import FIRST_DAY, Day, day_after, day_of, start_of
from domain.kernel import Recorded


class Days:
    """`at` gives what was recorded at a position."""

    def __init__(self, at: Callable[[int], Recorded]) -> None:
        self._at = at
        self._ends: dict[Day, int] = {}
        """day -> its last position, of days that are over."""

    def of(self, position: int) -> Day:
        return day_of(self._at(position).recorded_at) if position else FIRST_DAY

    def end(self, day: Day, head: int) -> int:
        """The last position recorded on a day or before. `recorded_at` never falls, so halving finds it."""
        if day in self._ends:
            return self._ends[day]
        end, low, high = start_of(day_after(day)), 0, head
        while low < high:
            middle = (low + high + 1) // 2
            if self._at(middle).recorded_at < end:
                low = middle
            else:
                high = middle - 1
        if low < head:
            self._ends[day] = low
        return low
