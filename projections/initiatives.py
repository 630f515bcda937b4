"""Where has each initiative come to, what colour was it at each meeting, and who must act now? The board (indsatstavle) of a scope.

Topic `{scope}/initiatives`. Keys: `{initiative}`, `{initiative}/colour/{position}`, `{initiative}/remark/{remark}`.
"""

from typing import Any

import msgspec

from domain.holding import Held, Released
from domain.initiative import EvaluationExpected, Listed
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept
from projections.board_rows import ColourRow, InitiativeRow, RemarkRow, ToldAt
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = InitiativeRow[Kept, str] | ColourRow[Kept, str] | RemarkRow[Kept, str]
Shown = InitiativeRow[str | None, Named] | ColourRow[str | None, Named] | RemarkRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, initiative = recorded.event, recorded.stream
    key = f"{scope_of(initiative)}/initiatives|{name_of(initiative)}"
    told: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    match event:
        case Listed():
            listed = InitiativeRow[Kept, str](
                initiative=initiative,
                title=event.title,
                by=event.by,
                stage="listed",
                phase=event.phase,
                told=ToldAt(stage=recorded.version),
                **told,
            )
            return {key: listed}
        case Held():
            row = get(key)
            held_by = (*(each for each in row.held_by if each != event.condition), event.condition)
            return {key: msgspec.structs.replace(row, held_by=held_by, **told)}
        case Released():
            row = get(key)
            held_by = tuple(each for each in row.held_by if each != event.condition)
            return {key: msgspec.structs.replace(row, held_by=held_by, **told)}
        case _:
            return {key: msgspec.structs.replace(get(key), **told)}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_stream(row.initiative) else reveal(row, sight)


INITIATIVES = View(
    name="initiatives",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({Listed, EvaluationExpected, Held, Released}),
    evolve=evolve,
    show=show,
    closes=True,
)
