"""The rows of a meeting, kept and shown."""

from typing import Generic

from msgspec import Struct

from domain.dates import Moment
from domain.text import Kept, T
from projections.meeting.basis import BasisRow
from projections.meeting.decided import CorrectionRow, DecisionRow, DissentRow, RecommendationRow, RemarkRow
from projections.reveal import N
from projections.said import SaidDate
from projections.view import Named


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the meeting's own stream stands: the version for `If-Match`."""

    version: int
    position: int


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="meeting"):
    """The meeting."""

    phase: str
    """called, in-session, adjourned, cancelled, reported"""
    body: N
    position: int
    form: str | None = None
    place: T | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    led_by: N | None = None
    floor: str | None = None
    """The item under discussion."""
    opened_at: Moment | None = None
    adjourned_at: Moment | None = None
    paused: bool = False
    resumes_at: Moment | None = None
    moved: bool = False
    because: T | None = None
    """Why it was moved or called off."""
    summoned: tuple[str, ...] = ()
    """Seats."""
    link: T | None = None


class AgendaRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="agenda"):
    """The agenda as a whole."""

    position: int
    revision: int = 0
    """The last that was sent; 0: none yet."""
    sent_at: Moment | None = None
    late: bool = False
    """Sent after the day that the body's rules name."""
    unsent: bool | None = True
    """Whether it has changed since; shown to those to whom nothing of the meeting is closed."""
    adopted_at: Moment | None = None
    text: T | None = None


class ItemRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="item"):
    """An item of the agenda."""

    number: str
    position: int
    title: T | None = None
    summary: T | None = None
    case: T | None = None
    presenters: tuple[N, ...] = ()
    from_at: Moment | None = None
    to_at: Moment | None = None
    state: str = "planned"
    """planned, discussed, settled, postponed, withdrawn"""
    taken_up_at: Moment | None = None
    settled_at: Moment | None = None
    shut: bool = False
    hidden: bool = False
    """Shown in outline only: this reader may not follow the item."""
    order: int = 0
    late: bool = False
    any_other_business: bool = False


class NoteRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="note"):
    """What else is told of an item."""

    item: str
    sort: str
    """presented-by, postponed, withdrawn, reopened, extract"""
    at: Moment
    position: int
    text: T | None = None
    referral: N | None = None
    """The promise that a postponed item became."""
    expected: SaidDate[T] | None = None


class QuestionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="question"):
    """A question of the discussion, and how it ended."""

    item: str
    position: int
    text: T | None = None
    conclusion: str | None = None
    conclusion_text: T | None = None
    raised_by: N | None = None
    order: int = 0
    """Questions stand as they were asked; `position` moves when one ends."""


class PointRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="point"):
    """Something that was said."""

    item: str
    position: int
    at: Moment
    sort: str
    """position, wish, call, offer, remark, attention, information"""
    text: T | None = None
    stance: str | None = None
    who: N | None = None
    who_group: T | None = None
    """Several who spoke as one, or somebody from outside, in the paper's words."""
    who_seat: str | None = None
    to: N | None = None
    to_group: T | None = None
    to_seat: str | None = None
    question: str | None = None
    recommendation: str | None = None
    about: tuple[N, ...] = ()
    """What it is about, where that is not the item as a whole: a question or a recommendation of it, proposals, an initiative."""


class AttachmentRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="attachment"):
    """A paper of an item. Without a hash its bytes are not held here."""

    item: str
    position: int
    name: T | None = None
    document: N | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    shut: bool = False
    """Closed by itself, whatever the doors of its item."""


class SeatRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="seat"):
    """Who attends on a seat: formal attendance, not presence online."""

    seat: str
    person: N
    position: int
    in_for: tuple[N, ...] = ()
    """Whom they stand in for, nearest first."""
    taken_at: Moment | None = None


class LeftRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="left"):
    """Who attended and left before the end."""

    seat: str
    person: N
    position: int
    left_at: Moment
    in_for: tuple[N, ...] = ()
    taken_at: Moment | None = None


class ApologyRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="apology"):
    """Who does not come, and whom they send."""

    seat: str
    person: N
    position: int
    sends: N | None = None


class GuestRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="guest"):
    """A guest of the meeting, or of an item."""

    person: N
    position: int
    item: str | None = None
    of_body: N | None = None
    attended_at: Moment | None = None


class SaidRow(Struct, frozen=True, kw_only=True, gc=False, tag="said"):
    """That an event is told in a short sentence. The words stay in the event until it is shown."""

    n: int
    at: Moment
    kind: str
    position: int
    version: int
    item: str | None = None


class SaidCount(Struct, frozen=True, kw_only=True, gc=False, tag="said-count"):
    """How many sentences there have been. Never shown."""

    n: int


class SaidShown(Struct, frozen=True, kw_only=True, gc=False, tag="said"):
    """A short sentence as shown."""

    n: int
    at: Moment
    kind: str
    position: int
    da: str
    en: str
    item: str | None = None


Row = (
    StreamRow
    | MeetingRow[Kept, str]
    | AgendaRow[Kept]
    | ItemRow[Kept, str]
    | NoteRow[Kept, str]
    | BasisRow[Kept, str]
    | RecommendationRow[Kept, str]
    | DecisionRow[Kept, str]
    | RemarkRow[Kept]
    | DissentRow[Kept]
    | CorrectionRow[Kept, str]
    | QuestionRow[Kept, str]
    | PointRow[Kept, str]
    | AttachmentRow[Kept, str]
    | SeatRow[str]
    | LeftRow[str]
    | ApologyRow[str]
    | GuestRow[str]
    | SaidRow
    | SaidCount
)
Words = str | None
Shown = (
    StreamRow
    | MeetingRow[Words, Named]
    | AgendaRow[Words]
    | ItemRow[Words, Named]
    | NoteRow[Words, Named]
    | BasisRow[Words, Named]
    | RecommendationRow[Words, Named]
    | DecisionRow[Words, Named]
    | RemarkRow[Words]
    | DissentRow[Words]
    | CorrectionRow[Words, Named]
    | QuestionRow[Words, Named]
    | PointRow[Words, Named]
    | AttachmentRow[Words, Named]
    | SeatRow[Named]
    | LeftRow[Named]
    | ApologyRow[Named]
    | GuestRow[Named]
    | SaidShown
)
