"""The rows of the live part, in the order of their page."""

from collections.abc import Callable, Iterator

from benchmarks import feed
from benchmarks.figure import Figure, NotRun
from benchmarks.live import broadcast, footprint, frozen, ready, storm, transaction

LIVE: dict[str, Callable[[], Iterator[tuple[Figure | NotRun, str]]]] = {
    "broadcast": broadcast.figures,
    "transaction": transaction.figures,
    "ready": ready.figures,
    "memory": footprint.figures,
    "storm": storm.figures,
    "frozen": frozen.figures,
    "feed": feed.figures,
}
"""row, as it is asked for alone -> its figures"""
