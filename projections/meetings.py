"""Which meetings are there, and how far has each come? The meetings (møder) of a scope.

Topic `{scope}/meetings`. Key: `{meeting}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.kernel import Recorded
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="meeting"):
    """A meeting and its time: as called, and as it was."""

    meeting: N
    body: N
    phase: str
    """called, in-session, adjourned, reported"""
    position: int
    form: str | None = None
    place: T | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    opened_at: Moment | None = None
    adjourned_at: Moment | None = None
    held: SaidDate[T] | None = None
    """Of a meeting entered afterwards: when the paper says it was."""
    document: N | None = None


Row = MeetingRow[Kept, str]
Shown = MeetingRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, meeting, position = recorded.event, recorded.stream, recorded.position
    key = f"{scope_of(meeting)}/meetings|{name_of(meeting)}"
    changes: dict[str, Any]
    match event:
        case MeetingCalled():
            called = Row(
                meeting=meeting,
                body=event.body,
                phase="called",
                form=event.form,
                place=event.place,
                starts_at=event.starts_at,
                ends_at=event.ends_at,
                position=position,
            )
            return {key: called}
        case MeetingRegisteredAfterwards():
            reported = Row(
                meeting=meeting,
                body=event.body,
                phase="reported",
                held=date_row(event.held),
                document=event.document,
                position=position,
            )
            return {key: reported}
        case MeetingOpened():
            changes = {"phase": "in-session", "opened_at": moment_of(recorded.recorded_at)}
        case MeetingAdjourned():
            changes = {"phase": "adjourned", "adjourned_at": moment_of(recorded.recorded_at)}
        case _:
            return {}
    return {key: msgspec.structs.replace(get(key), position=position, **changes)}


def show(key: str, row: Any, sight: Sight) -> Any:
    return reveal(row, sight)


MEETINGS = View(
    name="meetings",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({MeetingCalled, MeetingRegisteredAfterwards, MeetingOpened, MeetingAdjourned}),
    evolve=evolve,
    show=show,
)
