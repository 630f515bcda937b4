"""What has been learnt of citizens' courses? The pathway audits (audits på borgerforløb) of a scope.

Topic `{scope}/learning`. Keys: `{audit}`, `{audit}/point/{version}` and `{audit}/follow-up/{version}`.
"""

from typing import Any

import msgspec

from domain.dates import day_of
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.pathway_audit import FollowedUp, Held, Learnt, Planned
from domain.text import Kept
from projections.learning_rows import AuditRow, FollowUpRow, PointRow
from projections.referred import referred
from projections.reveal import reveal
from projections.said import date_row
from projections.view import Get, Named, Rows, Sight, View

Row = AuditRow[Kept, str] | PointRow[Kept, str] | FollowUpRow[Kept, str]
Shown = AuditRow[str | None, Named] | PointRow[str | None, Named] | FollowUpRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, audit = referred(recorded), recorded.stream
    about, on = f"{scope_of(audit)}/learning|{name_of(audit)}", day_of(recorded.recorded_at)
    match event:
        case Planned():
            row = AuditRow[Kept, str](
                audit=audit,
                state="planned",
                by_body=event.by_body,
                subject=event.subject,
                expected=date_row(event.expected),
                position=recorded.position,
            )
            return {about: row}
        case Held():
            held = date_row(event.when)
            return {
                about: _moved(get, about, recorded, state="held", held=held, courses=event.courses, place=event.place)
            }
        case Learnt():
            point = PointRow[Kept, str](
                audit=audit, recorded_on=on, point=event.point, to_body=event.to_body, position=recorded.position
            )
            points = get(about).points + 1
            return {about: _moved(get, about, recorded, points=points), f"{about}/point/{recorded.version:06}": point}
        case FollowedUp():
            told = FollowUpRow[Kept, str](audit=audit, recorded_on=on, text=event.text, position=recorded.position)
            row = _moved(get, about, recorded, state="followed-up")
            return {about: row, f"{about}/follow-up/{recorded.version:06}": told}
        case _:
            return {}


def _moved(get: Get, about: str, recorded: Recorded, **changes: Any) -> AuditRow[Kept, str]:
    row: AuditRow[Kept, str] = msgspec.structs.replace(get(about), position=recorded.position, **changes)
    return row


def show(key: str, row: Any, sight: Sight) -> Any:
    return reveal(row, sight)


LEARNING = View(
    name="learning",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset({Planned, Held, Learnt, FollowedUp}),
    evolve=evolve,
    show=show,
    closes=True,
)
