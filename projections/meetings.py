"""Which meetings are there, and how far has each come? The meetings (møder) of a scope.

Topic `{scope}/meetings`. Keys: `{meeting}`, `{meeting}/item/{item}`: what an item is called wherever one leads to it.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.kernel import Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.meeting.revisions import ItemChanged, ItemWithdrawn
from domain.meeting.sending import AgendaSent
from domain.minutes.draft import MinutesCirculated, MinutesDrafted, MinutesRevised
from domain.minutes.publication import MinutesPublished
from domain.names import name_of, scope_of
from domain.policy import hides_title
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="meeting"):
    """A meeting and its time: as called, and as it was."""

    meeting: N
    body: N
    phase: str
    """called, in-session, adjourned, cancelled, reported"""
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
    agenda: int | None = None
    """The revision of the agenda that was sent last."""
    minutes: str | None = None
    """drafted, circulated, published, revised"""
    minutes_revision: int | None = None


class ItemRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="item"):
    """An item of a meeting's agenda, by number and title."""

    meeting: N
    item: str
    number: str
    title: T | None = None


Row = MeetingRow[Kept, str] | ItemRow[Kept, str]
Shown = MeetingRow[str | None, Named] | ItemRow[str | None, Named]
MINUTES_STATES: dict[type, str] = {
    MinutesDrafted: "drafted",
    MinutesCirculated: "circulated",
    MinutesPublished: "published",
    MinutesRevised: "revised",
}


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, meeting, position = recorded.event, recorded.stream, recorded.position
    key = f"{scope_of(meeting)}/meetings|{name_of(meeting)}"
    changes: dict[str, Any]
    match event:
        case MeetingCalled():
            called: MeetingRow[Kept, str] = MeetingRow(
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
            reported: MeetingRow[Kept, str] = MeetingRow(
                meeting=meeting,
                body=event.body,
                phase="reported",
                held=date_row(event.held),
                document=event.document,
                position=position,
            )
            return {key: reported}
        case ItemAdded():
            item: ItemRow[Kept, str] = ItemRow(meeting=meeting, item=event.item, number=event.number, title=event.title)
            return {f"{key}/item/{event.item}": item}
        case ItemChanged():
            key = f"{key}/item/{event.item}"
            row = get(key)
            return {key: msgspec.structs.replace(row, number=event.number, title=event.title or row.title)}
        case ItemWithdrawn():
            return {f"{key}/item/{event.item}": None}
        case MeetingMoved():
            changes = {"starts_at": event.starts_at, "ends_at": event.ends_at}
            if event.place is not None:
                changes["place"] = event.place
        case MeetingCancelled():
            changes = {"phase": "cancelled"}
        case AgendaSent():
            changes = {"agenda": event.revision}
        case MinutesDrafted() | MinutesCirculated() | MinutesPublished() | MinutesRevised():
            changes = {"minutes": MINUTES_STATES[type(event)], "minutes_revision": event.revision}
        case MeetingOpened():
            changes = {"phase": "in-session", "opened_at": moment_of(recorded.recorded_at)}
        case MeetingAdjourned():
            changes = {"phase": "adjourned", "adjourned_at": moment_of(recorded.recorded_at)}
        case _:
            return {}
    return {key: msgspec.structs.replace(get(key), position=position, **changes)}


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, ItemRow):
        if hides_title(sight.see, row.meeting, row.item, sight.mask):
            return None
        if sight.hides_item(row.meeting, row.item):
            row = msgspec.structs.replace(row, title=None)
    return reveal(row, sight)


MEETINGS = View(
    name="meetings",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            *(MeetingCalled, MeetingRegisteredAfterwards, MeetingOpened, MeetingAdjourned),
            *(MeetingMoved, MeetingCancelled),
            *(ItemAdded, ItemChanged, ItemWithdrawn, AgendaSent),
            *MINUTES_STATES,
        }
    ),
    evolve=evolve,
    show=show,
    closes=True,
)
