"""A figure: a ratio of two measurements, taken in interleaved pairs within one run, with its spread."""

import statistics
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

PAIRS = 7
FINE = 2.0
"""Below this a ratio is written to the hundredth."""


class Verdict(StrEnum):
    """How a figure stands to its must and its aim."""

    OK = "ok"
    BELOW_AIM = "below aim"
    SHORT = "SHORT"


class Figure(Struct, frozen=True, kw_only=True):
    """What is measured and how far it has to come. `lower_is_better` for costs."""

    name: str
    unit: str
    """How the ratio is written: `×` or `%`; of a figure that stands beside nothing, what it counts: `KiB`, `reads`, `events/s`."""
    must: float
    aim: float
    lower_is_better: bool
    pair: Callable[[], tuple[float, float]]
    """One pair: ours and the peer's, in the same unit; a rate, or a cost where lower is better."""


class NotRun(Struct, frozen=True):
    """A figure that could not be taken here, and why."""

    figure: Figure
    why: str


class Measured(Struct, frozen=True, kw_only=True):
    """A figure's ratios, one a pair."""

    figure: Figure
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)

    @property
    def verdict(self) -> Verdict:
        if self._reaches(self.figure.aim):
            return Verdict.OK
        return Verdict.BELOW_AIM if self._reaches(self.figure.must) else Verdict.SHORT

    def _reaches(self, mark: float) -> bool:
        return self.ratio <= mark if self.figure.lower_is_better else self.ratio >= mark


def measure(figure: Figure, pairs: int = PAIRS) -> Measured:
    """Ours, the peer, ours, the peer …: so that what else the machine does falls on both."""
    ratios = []
    for _ in range(pairs):
        ours, peer = figure.pair()
        ratios.append(ours / peer)
    return Measured(figure=figure, ratios=tuple(ratios))


def written(ratio: float, unit: str) -> str:
    """`3.9×`, `1.04×`, `41 %`, `0.62`."""
    match unit:
        case "%":
            return f"{ratio * 100:.0f} %"
        case "×":
            return f"{ratio:.{2 if ratio < FINE else 1}f}×"
        case "KiB" | "s":
            return f"{ratio:.1f} {unit}"
        case "events/s":
            return f"{ratio:,.0f} {unit}"
        case "reads":
            return f"{ratio:.0f}"
        case _:
            return f"{ratio:.2f}"
