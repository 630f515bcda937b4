"""How events become a meeting's rows: one small function per event, a file for each noun."""

from functools import lru_cache
from typing import Any

from domain.dates import moment_of
from domain.kernel import Recorded
from projections.meeting import decisions, discussion, gathering, items
from projections.meeting.keys import Fold
from projections.meeting.rows import SaidCount, SaidRow, StreamRow
from projections.view import Get, Rows

SAID_MAX = 50
"""Short sentences kept for those who come late."""

FOLDS: dict[type, Fold] = {**gathering.FOLDS, **items.FOLDS, **discussion.FOLDS, **decisions.FOLDS}


def evolve(get: Get, recorded: Recorded) -> Rows:
    (topic, stream, counted), event = _keys(recorded.stream), recorded.event
    rows: dict[str, Any] = {stream: StreamRow(version=recorded.version, position=recorded.position)}
    fold = FOLDS.get(type(event))
    if fold is not None:
        fold(get, recorded, topic, rows)
    if event.said_da is not None:
        _say(get, recorded, topic, counted, rows)
    return rows


@lru_cache(maxsize=256)
def _keys(meeting: str) -> tuple[str, str, str]:
    """The start of a meeting's keys, and the two that nearly every event changes: made once, they are found sooner."""
    topic = f"{meeting}|"
    return topic, f"{topic}stream", f"{topic}said-count"


def _say(get: Get, recorded: Recorded, topic: str, counted: str, rows: dict[str, Any]) -> None:
    """The next row `said/{n}`; the oldest beyond `SAID_MAX` goes."""
    event = recorded.event
    count = get(counted)
    n = 1 if count is None else count.n + 1
    rows[counted] = SaidCount(n=n)
    rows[f"{topic}said/{n:06d}"] = SaidRow(
        n=n,
        at=moment_of(recorded.recorded_at),
        kind=event.tag,
        item=getattr(event, "item", None),
        position=recorded.position,
        version=recorded.version,
    )
    if n > SAID_MAX:
        rows[f"{topic}said/{n - SAID_MAX:06d}"] = None
