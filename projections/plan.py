"""What does this plan ask for? Its themes and guideposts, its orders, its editions.

Topic `{scope}/plan/{name}`. Keys: `stream`, `plan`, `theme/{theme}`, `theme/{theme}/focus/{position}`, `order/{number}`,
`edition/{position}`.
"""

from typing import Any

from domain.kernel import Recorded
from domain.text import Kept
from projections.plan_rows import EditionRow, FocusRow, OrderRow, PlanRow, StreamRow, ThemeRow
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = (
    StreamRow
    | PlanRow[Kept, str]
    | ThemeRow[Kept, str]
    | FocusRow[Kept, str]
    | OrderRow[Kept, str]
    | EditionRow[Kept, str]
)
Words = str | None
Shown = (
    StreamRow
    | PlanRow[Words, Named]
    | ThemeRow[Words, Named]
    | FocusRow[Words, Named]
    | OrderRow[Words, Named]
    | EditionRow[Words, Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, StreamRow):
        return row
    stream = key[: key.index("|")]
    return None if sight.hides_event(stream, row.version) else reveal(row, sight)


PLAN_VIEW = View(
    name="plan",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(),
    evolve=evolve,
    show=show,
    closes=True,
)
