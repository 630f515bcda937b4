"""One view's fold alone, over a few events."""

from typing import Any

from domain.kernel import By, Recorded
from projections.view import View


def folded(view: View, *given: tuple[str, Any]) -> dict[str, Any]:
    """The rows that a view makes of some events."""
    rows: dict[str, Any] = {}
    for version, (stream, event) in enumerate(given, 1):
        recorded = Recorded(
            position=version,
            stream=stream,
            version=version,
            recorded_at=0,
            by=By(person="dk/person/somebody"),
            command="some.command",
            causation=None,
            correlation=version,
            event=event,
        )
        rows |= view.evolve(rows.get, recorded)
    return rows
