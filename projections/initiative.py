"""What has happened to this initiative? Its whole trail, from the order to the evaluation.

Topic `{scope}/initiative/{name}`. Keys: `stream`, `step/{position}`, `step/{position}/{what}/{n}`.
"""

from typing import Any

from domain.dates import moment_of
from domain.initiative import INITIATIVE, Listed
from domain.kernel import Recorded
from domain.text import Kept
from projections.initiative_rows import PointRow, StepRow, StreamRow
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = StreamRow | StepRow[Kept, str] | PointRow[Kept]
Shown = StreamRow | StepRow[str | None, Named] | PointRow[str | None]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, topic = recorded.event, f"{recorded.stream}|"
    told: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    step: dict[str, Any] = {"what": event.tag.partition(".")[2], "at": moment_of(recorded.recorded_at), **told}
    if isinstance(event, Listed):
        step |= {"text": event.title, "parties": event.by, "code": event.phase, "document": event.document}
    return {
        f"{topic}stream": StreamRow(**told),
        f"{topic}step/{recorded.position:010d}": StepRow[Kept, str](**step),
    }


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, StreamRow):
        return row
    stream = key[: key.index("|")]
    return None if sight.hides_event(stream, row.version) else reveal(row, sight)


INITIATIVE_VIEW = View(
    name="initiative",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(INITIATIVE.events),
    evolve=evolve,
    show=show,
    closes=True,
)
