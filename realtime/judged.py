"""By which day rights were judged: seats and offices hold from a day to a day, so on another one all are looked at again."""

from domain.dates import Day


class Judged:
    """The day of the last look."""

    __slots__ = ("_day",)

    def __init__(self) -> None:
        self._day: Day | None = None

    def begin(self, day: Day) -> None:
        """The first rights are judged on this day, unless some were before."""
        self._day = self._day or day

    def turns(self, day: Day) -> bool:
        """Whether it is another day than that; from now on rights are judged by this one."""
        turned = self._day is not None and day != self._day
        self._day = day
        return turned
