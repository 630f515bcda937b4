"""What an audience sees of a meeting: everything of an item it may follow, an outline of one it may not, or nothing."""

from typing import Any

import msgspec

from domain.guesting import is_invited
from domain.meeting.doors import DoorsOpened, DoorsShut, ExtractPublished
from domain.meeting.floor import ItemSettled, ItemTakenUp
from domain.meeting.promised import ItemPostponed, ItemReopened
from domain.meeting.revisions import ItemWithdrawn
from domain.policy import hides, hides_attachment, hides_title
from projections.meeting.basis import BasisRow
from projections.meeting.decided import DecisionRow
from projections.meeting.rows import (
    AgendaRow,
    ApologyRow,
    AttachmentRow,
    GuestRow,
    ItemRow,
    LeftRow,
    MeetingRow,
    NoteRow,
    SaidCount,
    SaidRow,
    SaidShown,
    SeatRow,
    StreamRow,
)
from projections.reveal import reveal
from projections.spoken import spoken
from projections.view import Sight, rest_of, topic_of

TOLD_OUTSIDE = frozenset(
    {
        *(DoorsShut.tag, DoorsOpened.tag, ExtractPublished.tag),
        *(ItemTakenUp.tag, ItemSettled.tag, ItemPostponed.tag, ItemReopened.tag, ItemWithdrawn.tag),
    }
)
"""Short sentences that tell no more of an item than that it is there, and how far it is; or what is published of it."""


def show(key: str, row: Any, sight: Sight) -> Any:
    meeting = topic_of(key)
    match row:
        case SaidCount():
            return None
        case StreamRow():
            return row if follows_all(meeting, sight) else None
        case MeetingRow():
            return _show_meeting(meeting, row, sight)
        case AgendaRow() | SeatRow() | LeftRow() | ApologyRow() if sight.mask.only_guest:
            return _show_to_guest(meeting, row, sight)
        case AgendaRow() if not follows_all(meeting, sight):
            return reveal(msgspec.structs.replace(row, unsent=None), sight)
    item = getattr(row, "item", None) or (_item_in(key) if isinstance(row, ItemRow) else None)
    if item is None and sight.mask.only_guest:
        return _show_to_guest(meeting, row, sight)
    if item is None or not sight.hides_item(meeting, item):
        return _show_open(key, row, sight)
    if hides_title(sight.see, meeting, item, sight.mask):
        return None
    return _outline(key, row, sight)


def follows_all(meeting: str, sight: Sight) -> bool:
    """Whether nothing of the meeting is closed to the reader: the version moves with everything that is said."""
    insider = sight.mask.is_insider(sight.see(meeting).body, meeting)
    return insider and all(of != meeting for of, _ in sight.mask.recused)


def _show_meeting(meeting: str, row: Any, sight: Sight) -> Any:
    if row.floor is not None and _hides_floor(meeting, row.floor, sight):
        row = msgspec.structs.replace(row, floor=None)
    if row.link is not None and not _may_come_in(meeting, row, sight):
        row = msgspec.structs.replace(row, link=None)
    return reveal(row, sight)


def _may_come_in(meeting: str, row: Any, sight: Sight) -> bool:
    """Whether the link to a virtual meeting is the reader's: of whoever has a seat at it; of a guest, while it is in session."""
    invited = any(of == meeting for of, _ in sight.mask.guest_at)
    return sight.mask.is_at_table(row.body, meeting) or (invited and row.phase == "in-session")


def _hides_floor(meeting: str, floor: str, sight: Sight) -> bool:
    """Which item is on the floor is told to whoever knows that it is there; to a guest, of their own."""
    hidden = hides if sight.mask.only_guest else hides_title
    return hidden(sight.see, meeting, floor, sight.mask)


def _show_to_guest(meeting: str, row: Any, sight: Sight) -> Any:
    """What is said of the meeting and of none of its items: who is in the room, while the guest is in it too."""
    if isinstance(row, GuestRow):  # of the whole meeting, as these are then
        return reveal(row, sight) if (meeting, None) in sight.mask.guest_at else None
    running = getattr(sight.see(meeting), "floor", None)
    if running is None or hides(sight.see, meeting, running, sight.mask):
        return None
    return reveal(row, sight) if isinstance(row, SeatRow) else None


def _item_in(key: str) -> str:
    return rest_of(key).split("/")[1]


def _paper_in(key: str) -> str:
    return rest_of(key).split("/")[3]


def _show_open(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, BasisRow):
        shown = reveal(row, sight)
        return None if row.decision is not None and shown.decision is None else shown
    if isinstance(row, AttachmentRow) and hides_attachment(
        sight.see, topic_of(key), row.item, _paper_in(key), sight.mask
    ):
        return None
    if not isinstance(row, SaidRow):
        return reveal(row, sight)
    recorded = sight.recorded(topic_of(key), row.version)
    return SaidShown(
        n=row.n,
        at=row.at,
        kind=row.kind,
        position=row.position,
        item=row.item,
        da=spoken(recorded, sight, "da"),
        en=spoken(recorded, sight, "en"),
    )


def _outline(key: str, row: Any, sight: Sight) -> Any:
    """What is known of an item that the reader may not follow: that it is there, and what came of it."""
    match row:
        case ItemRow():
            kept = {"title": None, "summary": None, "case": None, "presenters": (), "hidden": True}
            return reveal(msgspec.structs.replace(row, **kept), sight)
        case DecisionRow() if not sight.mask.only_guest:
            closed = {"text": None, "outcome_says": None, "waits_for": (), "supersedes": (), "superseded_by": None}
            return reveal(msgspec.structs.replace(row, **closed, hidden=True), sight)
        case GuestRow() if sight.mask.only_guest and is_invited(topic_of(key), row.item, sight.mask.guest_at):
            return reveal(row, sight)
        case NoteRow() if row.sort == "extract":
            return reveal(row, sight)
        case SaidRow() if row.kind in TOLD_OUTSIDE:
            return _show_open(key, row, sight)
        case _:
            return None
