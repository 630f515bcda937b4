"""Where has each initiative come to, what colour was it at each meeting, and who must act now? The board (indsatstavle) of a scope.

Topic `{scope}/initiatives`. Keys: `{initiative}`, `{initiative}/colour/{position}`, `{initiative}/remark/{remark}`.
"""

from typing import Any

import msgspec

from domain.claims import DateNotStated, span_of
from domain.dates import day_of, moment_of
from domain.initiative import ColourReported, RemarkAnswered, Remarked
from domain.kernel import Recorded
from domain.meeting.moving import MeetingMoved
from domain.names import kind_of, name_of, scope_of
from domain.text import Kept
from projections.board import BOARD_EVENTS, board_row
from projections.board_known import KNOWN_EVENTS, known, meeting_day
from projections.board_rows import (
    AwaitedKept,
    ColourRow,
    InitiativeRow,
    MeetingKept,
    PathKept,
    PathsKept,
    RemarkRow,
)
from projections.board_show import show_board
from projections.reveal import place_of, reveal
from projections.view import Get, Named, Rows, Sight, View

KNOWN = "initiatives-known"
REPORTS_MAX = 1_000
"""Reports to one meeting that follow it when it is moved, the last."""

Row = (
    InitiativeRow[Kept, str]
    | ColourRow[Kept, str]
    | RemarkRow[Kept, str]
    | PathKept
    | PathsKept
    | MeetingKept
    | AwaitedKept
)
Shown = InitiativeRow[str | None, Named] | ColourRow[str | None, Named] | RemarkRow[str | None, Named]


def key_of(initiative: str) -> str:
    return f"{scope_of(initiative)}/initiatives|{name_of(initiative)}"


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, stream = recorded.event, recorded.stream
    if kind_of(stream) != "initiative":
        told = known(get, recorded, KNOWN)
        return told | _moved(get, recorded) if isinstance(event, MeetingMoved) else told
    key = key_of(stream)
    rows = board_row(get, recorded, key_of, KNOWN)
    match event:
        case ColourReported():
            return rows | _reported(get, recorded, f"{key}/colour/{recorded.position:010d}")
        case Remarked():
            return rows | {f"{key}/remark/{event.remark}": _remark(recorded)}
        case RemarkAnswered():
            remark = f"{key}/remark/{event.remark}"
            answered = {"answered": True, "answer": place_of(event.decision), "answered_version": recorded.version}
            return rows | {remark: msgspec.structs.replace(get(remark), **answered)}
        case _:
            return rows


def _reported(get: Get, recorded: Recorded, key: str) -> dict[str, Any]:
    event, meeting = recorded.event, f"{KNOWN}|{recorded.event.meeting}"
    colour = ColourRow[Kept, str](
        initiative=recorded.stream,
        meeting=event.meeting,
        day=meeting_day(get, event.meeting, KNOWN),
        colour=event.colour,
        reason=event.reason,
        reported_at=moment_of(recorded.recorded_at),
        version=recorded.version,
        position=recorded.position,
    )
    held: MeetingKept = get(meeting) or MeetingKept()
    reports = (*held.reports, key)[-REPORTS_MAX:]
    return {key: colour, meeting: msgspec.structs.replace(held, reports=reports)}


def _moved(get: Get, recorded: Recorded) -> dict[str, Any]:
    """The reports made to a meeting, on its new day."""
    held: MeetingKept = get(f"{KNOWN}|{recorded.stream}")
    day = known(get, recorded, KNOWN)[f"{KNOWN}|{recorded.stream}"].day
    return {key: msgspec.structs.replace(get(key), day=day) for key in held.reports}


def _remark(recorded: Recorded) -> RemarkRow[Kept, str]:
    event: Remarked = recorded.event
    said = event.expected
    span = None if said is None or isinstance(said, DateNotStated) else span_of(said)
    return RemarkRow(
        initiative=recorded.stream,
        remark=event.remark,
        text=event.text,
        made_on=day_of(recorded.recorded_at),
        by_body=event.by_body,
        decision=place_of(event.decision),
        earliest=None if span is None else span[0],
        latest=None if span is None else span[1],
        version=recorded.version,
        position=recorded.position,
    )


def show(key: str, row: Any, sight: Sight) -> Any:
    match row:
        case PathKept() | PathsKept() | MeetingKept() | AwaitedKept():
            return None
        case InitiativeRow():
            return show_board(row, sight)
        case _ if sight.hides_stream(row.initiative) or sight.hides_event(row.initiative, row.version):
            return None
        case RemarkRow(answered_version=int(version)) if sight.hides_event(row.initiative, version):
            return reveal(msgspec.structs.replace(row, answered=False, answer=None, answered_version=None), sight)
        case _:
            return reveal(row, sight)


INITIATIVES = View(
    name="initiatives",
    version=3,
    row=Row,
    shown=Shown,
    folds=frozenset({*BOARD_EVENTS, *KNOWN_EVENTS}),
    evolve=evolve,
    show=show,
    closes=True,
)
