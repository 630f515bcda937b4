"""Several figures of one and the same runs: the p50 and the p90 of a run are no two runs."""

from collections.abc import Callable
from typing import Generic, TypeVar

Run = TypeVar("Run")


class Together(Generic[Run]):
    """Runs something once for every pair, however many figures are taken of it."""

    def __init__(self, run: Callable[[], Run]) -> None:
        self._run = run
        self._runs: list[Run] = []

    def pair(self, read: Callable[[Run], tuple[float, float]]) -> Callable[[], tuple[float, float]]:
        """A figure's next pair each time it is asked; of a run that another figure was taken of, if there is one."""
        taken = 0

        def following() -> tuple[float, float]:
            nonlocal taken
            if taken == len(self._runs):
                self._runs.append(self._run())
            taken += 1
            return read(self._runs[taken - 1])

        return following
