"""How far have the minutes of one meeting come, and what do they say? The minutes (referat) of a meeting.

Topic `{scope}/minutes/{name}`. Keys: `stream`, `minutes`, `item/{item}/text/{revision}`, `comment/{comment}`,
`approval/{revision}/{seat}`, `note/{n}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day, Moment, moment_of
from domain.kernel import Recorded
from domain.minutes import MINUTES
from domain.minutes.draft import ItemWritten, MinutesCirculated, MinutesDrafted, MinutesRevised
from domain.minutes.hearing import CommentAnswered, Commented, MinutesApproved
from domain.minutes.publication import MinutesPublished, NoteAdded
from domain.policy import hides_draft
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View, topic_of


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the minutes' own stream stands: the version for `If-Match`, which approval and publication require."""

    meeting: str
    version: int
    position: int


class MinutesRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="minutes"):
    """The minutes as a whole."""

    meeting: N
    state: str
    """drafted, circulated, published, revised"""
    revision: int
    answer_by: Day | None = None
    published: int | None = None
    """The revision that stands published, also while the next is written."""
    published_at: Moment | None = None
    reason: T | None = None
    """Why the published revision is corrected."""


class TextRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="text"):
    """What one revision says of an item, and the later ones until they say otherwise."""

    meeting: N
    item: str
    revision: int
    position: int
    version: int
    """Of the minutes' stream, when it was written."""
    text: T | None = None


class CommentRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="comment"):
    """What somebody remarked, and what came of it."""

    meeting: N
    item: str
    comment: str
    revision: int
    by: N
    at: Moment
    position: int
    seat: str | None = None
    text: T | None = None
    answer: T | None = None
    answered: bool = False


class ApprovalRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="approval"):
    """Who approved which revision."""

    revision: int
    seat: str
    person: N
    at: Moment
    position: int


class NoteRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="note"):
    """What was added after the meeting."""

    meeting: N
    item: str
    at: Moment
    position: int
    text: T | None = None
    when: SaidDate[T] | None = None


Row = (
    StreamRow
    | MinutesRow[Kept, str]
    | TextRow[Kept, str]
    | CommentRow[Kept, str]
    | ApprovalRow[str]
    | NoteRow[Kept, str]
)
Words = str | None
Shown = (
    StreamRow
    | MinutesRow[Words, Named]
    | TextRow[Words, Named]
    | CommentRow[Words, Named]
    | ApprovalRow[Named]
    | NoteRow[Words, Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position, topic = recorded.event, recorded.position, f"{recorded.stream}|"
    stream = StreamRow(meeting=event.meeting, version=recorded.version, position=position)
    return {f"{topic}stream": stream, **_rows(get, recorded, topic)}


def _rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event, position, at = recorded.event, recorded.position, moment_of(recorded.recorded_at)
    match event:
        case ItemWritten():
            text = TextRow[Kept, str](
                meeting=event.meeting,
                item=event.item,
                revision=event.revision,
                text=event.text,
                version=recorded.version,
                position=position,
            )
            return {f"{topic}item/{event.item}/text/{event.revision:03d}": text}
        case Commented():
            comment = CommentRow[Kept, str](
                meeting=event.meeting,
                item=event.item,
                comment=event.comment,
                revision=event.revision,
                seat=event.seat,
                by=recorded.by.person,
                text=event.text,
                at=at,
                position=position,
            )
            return {f"{topic}comment/{event.comment}": comment}
        case CommentAnswered():
            key = f"{topic}comment/{event.comment}"
            return {key: msgspec.structs.replace(get(key), answer=event.text, answered=True)}
        case MinutesApproved():
            person = recorded.by.person
            approval = ApprovalRow[str](
                revision=event.revision, seat=event.seat, person=person, at=at, position=position
            )
            return {f"{topic}approval/{event.revision:03d}/{event.seat}": approval}
        case NoteAdded():
            when = date_row(event.when)
            note = NoteRow[Kept, str](
                meeting=event.meeting, item=event.item, text=event.text, when=when, at=at, position=position
            )
            return {f"{topic}note/{position:010d}": note}
        case _:
            return {f"{topic}minutes": _whole(get(f"{topic}minutes"), event, at)}


def _whole(before: Any, event: Any, at: Moment) -> Any:
    """The minutes as a whole, after an event that is about them all."""
    row = before or MinutesRow[Kept, str](meeting=event.meeting, state="", revision=event.revision)
    changes: dict[str, Any] = {"revision": event.revision}
    match event:
        case MinutesDrafted():
            changes |= {"state": "drafted", "answer_by": None}
        case MinutesCirculated():
            changes |= {"state": "circulated", "answer_by": event.answer_by}
        case MinutesRevised():
            changes |= {"state": "revised", "answer_by": None, "reason": event.reason}
        case MinutesPublished():
            changes |= {"state": "published", "answer_by": None, "published": event.revision, "published_at": at}
    return msgspec.structs.replace(row, **changes)


def show(key: str, row: Any, sight: Sight) -> Any:
    match row:
        case StreamRow():
            return row if _approves(row.meeting, sight) else None
        case TextRow() if hides_draft(sight.see, topic_of(key), row.revision, row.version, sight.mask):
            return None
        case TextRow() | CommentRow() | NoteRow():
            return None if sight.hides_item(row.meeting, row.item) else reveal(row, sight)
        case _:
            return reveal(row, sight)


def _approves(meeting: str, sight: Sight) -> bool:
    """Whether the reader may be asked to approve, and so must name the version: also whoever is recused from an item."""
    return sight.mask.is_insider(sight.see(meeting).body, meeting)


MINUTES_VIEW = View(
    name="minutes",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(MINUTES.events),
    evolve=evolve,
    show=show,
    closes=True,
    drafts=True,
)
