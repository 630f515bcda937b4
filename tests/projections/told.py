"""What a view makes of a story told in days: `rows(VIEW, "2023-06-12", (stream, event), (stream, event), "2023-08-01", …)`."""

from datetime import datetime
from typing import Any

from domain.dates import COPENHAGEN, MICROSECOND, Day
from domain.kernel import By, Event, Recorded
from projections.view import View

Fact = tuple[str, Event]
SOMEBODY = "dk/person/somebody"


def recorded(*told: Day | Fact) -> list[Recorded]:
    """Events, each on the day that stands before it, numbered as a log would."""
    events: list[Recorded] = []
    versions: dict[str, int] = {}
    today: Day = "2023-01-02"
    for each in told:
        if isinstance(each, str):
            today = each
            continue
        stream, event = each
        versions[stream] = versions.get(stream, 0) + 1
        noon = datetime.fromisoformat(f"{today}T12:00:00").replace(tzinfo=COPENHAGEN)
        events.append(
            Recorded(
                position=len(events) + 1,
                stream=stream,
                version=versions[stream],
                recorded_at=int(noon.timestamp()) * MICROSECOND,
                by=By(person=SOMEBODY),
                command="some.command",
                causation=None,
                correlation=len(events) + 1,
                event=event,
            )
        )
    return events


def rows(view: View, *told: Day | Fact) -> dict[str, Any]:
    """The rows that stand at the end, by their key within their topic."""
    kept: dict[str, Any] = {}
    for each in recorded(*told):
        if type(each.event) in view.folds:
            kept |= view.evolve(kept.get, each)
    return {key.partition("|")[2]: row for key, row in kept.items() if row is not None}
