"""Who has applied for what, and what came of it? The applications (ansøgninger) of a scope.

Topic `{scope}/applications`. Keys: `{application}`.
"""

from typing import Any

from domain.kernel import Recorded
from domain.text import Kept
from projections.application_rows import ApplicationRow
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = ApplicationRow[Kept, str]
Shown = ApplicationRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_stream(row.application) else reveal(row, sight)


APPLICATIONS = View(
    name="applications",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(),
    evolve=evolve,
    show=show,
    closes=True,
)
