"""One meeting as its participants see it: agenda, floor, recommendations beside decisions, positions, what is said.

Topic `{scope}/meeting/{name}`. Keys: `stream`, `meeting`, `item/{item}`, `item/{item}/recommendation/{n}`,
`item/{item}/decision/{n}`, `item/{item}/question/{q}`, `item/{item}/point/{position}`, `item/{item}/attachment/{a}`,
`seat/{seat}`, `said/{n}`.
"""

from typing import Any, Generic
from urllib.parse import quote

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.kernel import Recorded
from domain.meeting import MEETING
from domain.meeting.agenda import (
    AttachmentAdded,
    DoorsOpened,
    DoorsShut,
    ItemAdded,
    ItemSettled,
    ItemTakenUp,
    RecommendationAdded,
)
from domain.meeting.attendance import SeatLeft, SeatTaken
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionFell, DecisionRecorded, DecisionTookEffect
from domain.meeting.discussion import PointRecorded, QuestionConcluded, QuestionRaised
from domain.meeting.state import Standing
from domain.outcomes import OfBody, OfGroup, OfParty, Position, Speaker, outcome_word
from domain.policy import hides, hides_title
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.spoken import spoken
from projections.view import Get, Named, Rows, Sight, View, rest_of, topic_of

SAID_MAX = 50
"""Short sentences kept for those who come late."""


# --- rows ---------------------------------------------------------------------------------------------------------


class StreamRow(Struct, frozen=True, kw_only=True, tag="stream"):
    """Where the meeting's own stream stands: the version for `If-Match`."""

    version: int
    position: int


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="meeting"):
    """The meeting."""

    phase: str
    """called, in-session, adjourned, reported"""
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


class ItemRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="item"):
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
    """planned, discussed, settled"""
    taken_up_at: Moment | None = None
    settled_at: Moment | None = None
    shut: bool = False
    hidden: bool = False
    """Shown in outline only: this reader may not follow the item."""
    order: int = 0


class RecommendationRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="recommendation"):
    """What the paper asks the body to do."""

    item: str
    number: str
    asks: str
    to_body: N
    position: int
    text: T | None = None
    only_if: str | None = None
    answered_by: str | None = None


class DecisionRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="decision"):
    """What was decided."""

    item: str
    number: str
    outcome: str
    standing: str
    position: int
    decided_at: Moment
    text: T | None = None
    answers: tuple[str, ...] = ()
    waits_for: tuple[N, ...] = ()
    hidden: bool = False


class QuestionRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="question"):
    """A question of the discussion, and how it ended."""

    item: str
    position: int
    text: T | None = None
    conclusion: str | None = None
    conclusion_text: T | None = None
    raised_by: N | None = None


class PointRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="point"):
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
    """Several who spoke as one, in the paper's words."""
    to: N | None = None
    to_group: T | None = None


class AttachmentRow(Struct, Generic[T, N], frozen=True, kw_only=True, tag="attachment"):
    """A paper of an item. Without a hash its bytes are not held here."""

    item: str
    position: int
    name: T | None = None
    document: N | None = None
    sha256: str | None = None
    size_bytes: int | None = None


class SeatRow(Struct, Generic[N], frozen=True, kw_only=True, tag="seat"):
    """Who attends on a seat: formal attendance, not presence online."""

    seat: str
    person: N
    position: int


class SaidRow(Struct, frozen=True, kw_only=True, tag="said"):
    """That an event is told in a short sentence. The words stay in the event until it is shown."""

    n: int
    at: Moment
    kind: str
    position: int
    version: int
    item: str | None = None


class SaidCount(Struct, frozen=True, kw_only=True, tag="said-count"):
    """How many sentences there have been. Never shown."""

    n: int


class SaidShown(Struct, frozen=True, kw_only=True, tag="said"):
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
    | ItemRow[Kept, str]
    | RecommendationRow[Kept, str]
    | DecisionRow[Kept, str]
    | QuestionRow[Kept, str]
    | PointRow[Kept, str]
    | AttachmentRow[Kept, str]
    | SeatRow[str]
    | SaidRow
    | SaidCount
)
Words = str | None
Shown = (
    StreamRow
    | MeetingRow[Words, Named]
    | ItemRow[Words, Named]
    | RecommendationRow[Words, Named]
    | DecisionRow[Words, Named]
    | QuestionRow[Words, Named]
    | PointRow[Words, Named]
    | AttachmentRow[Words, Named]
    | SeatRow[Named]
    | SaidShown
)


# --- fold ---------------------------------------------------------------------------------------------------------


def evolve(get: Get, recorded: Recorded) -> Rows:
    topic = f"{recorded.stream}|"
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(version=recorded.version, position=recorded.position)}
    rows |= _fold(get, recorded, topic)
    rows |= _say(get, recorded, topic)
    return rows


def _fold(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event, position = recorded.event, recorded.position
    replace = msgspec.structs.replace
    meeting_key = f"{topic}meeting"
    match event:
        case MeetingCalled():
            return {
                meeting_key: MeetingRow(
                    phase="called",
                    body=event.body,
                    position=position,
                    form=event.form,
                    place=event.place,
                    starts_at=event.starts_at,
                    ends_at=event.ends_at,
                )
            }
        case MeetingRegisteredAfterwards():
            return {meeting_key: MeetingRow(phase="reported", body=event.body, position=position)}
        case MeetingOpened():
            opened = replace(
                get(meeting_key),
                phase="in-session",
                led_by=event.led_by,
                opened_at=moment_of(recorded.recorded_at),
                position=position,
            )
            return {meeting_key: opened}
        case MeetingAdjourned():
            at = moment_of(recorded.recorded_at)
            return {meeting_key: replace(get(meeting_key), phase="adjourned", adjourned_at=at, position=position)}
        case SeatTaken():
            return {f"{topic}seat/{event.seat}": SeatRow(seat=event.seat, person=event.person, position=position)}
        case SeatLeft():
            return {f"{topic}seat/{event.seat}": None}
        case ItemTakenUp() | ItemSettled() | DoorsShut() | DoorsOpened() | ItemAdded():
            return _fold_item(get, recorded, topic)
        case _:
            return _fold_within_item(get, recorded, topic)


def _fold_item(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event, position, at = recorded.event, recorded.position, moment_of(recorded.recorded_at)
    replace = msgspec.structs.replace
    key, meeting_key = f"{topic}item/{event.item}", f"{topic}meeting"
    match event:
        case ItemAdded():
            row: ItemRow[Kept, str] = ItemRow(
                number=event.number,
                title=event.title,
                summary=event.summary,
                case=event.case,
                presenters=event.presenters,
                from_at=event.from_at,
                to_at=event.to_at,
                position=position,
                order=position,
            )
            return {key: row}
        case ItemTakenUp():
            rows = {meeting_key: replace(get(meeting_key), floor=event.item, position=position)}
            left = get(meeting_key).floor
            if left is not None:
                rows[f"{topic}item/{left}"] = replace(get(f"{topic}item/{left}"), state="planned", position=position)
            return rows | {key: replace(get(key), state="discussed", taken_up_at=at, position=position)}
        case ItemSettled():
            return {
                meeting_key: replace(get(meeting_key), floor=None, position=position),
                key: replace(get(key), state="settled", settled_at=at, position=position),
            }
        case DoorsShut():
            return {key: replace(get(key), shut=True, position=position)}
        case _:
            return {key: replace(get(key), shut=False, position=position)}


def _fold_within_item(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event, position = recorded.event, recorded.position
    match event:
        case RecommendationAdded():
            key = f"{topic}item/{event.item}/recommendation/{quote(event.recommendation, safe='')}"
            row: RecommendationRow[Kept, str] = RecommendationRow(
                item=event.item,
                number=event.recommendation,
                asks=event.asks,
                text=event.text,
                to_body=event.to_body,
                only_if=event.only_if,
                position=position,
            )
            return {key: row}
        case AttachmentAdded():
            attachment: AttachmentRow[Kept, str] = AttachmentRow(
                item=event.item,
                name=event.name,
                document=event.document,
                sha256=event.sha256,
                size_bytes=event.size_bytes,
                position=position,
            )
            return {f"{topic}item/{event.item}/attachment/{event.attachment}": attachment}
        case QuestionRaised():
            question: QuestionRow[Kept, str] = QuestionRow(
                item=event.item, text=event.text, raised_by=recorded.by.person, position=position
            )
            return {f"{topic}item/{event.item}/question/{event.question}": question}
        case QuestionConcluded():
            key = f"{topic}item/{event.item}/question/{event.question}"
            changes = {"conclusion": event.conclusion, "conclusion_text": event.text, "position": position}
            return {key: msgspec.structs.replace(get(key), **changes)}
        case PointRecorded():
            return {f"{topic}item/{event.item}/point/{position:010d}": _point(recorded)}
        case DecisionRecorded() | DecisionTookEffect() | DecisionFell():
            return _fold_decision(get, recorded, topic)
        case _:
            return {}


def _point(recorded: Recorded) -> PointRow[Kept, str]:
    event: PointRecorded = recorded.event
    point, position, at = event.point, recorded.position, moment_of(recorded.recorded_at)
    who, who_group = _speaker(point.who)
    if isinstance(point, Position):
        return PointRow(
            item=event.item,
            position=position,
            at=at,
            sort="position",
            stance=point.stance,
            text=point.text,
            who=who,
            who_group=who_group,
        )
    to, to_group = _speaker(point.to)
    return PointRow(
        item=event.item,
        position=position,
        at=at,
        sort=point.sort,
        text=point.text,
        who=who,
        who_group=who_group,
        to=to,
        to_group=to_group,
    )


def _speaker(speaker: Speaker[Kept]) -> tuple[str | None, Kept | None]:
    match speaker:
        case OfParty():
            return speaker.party, None
        case OfBody():
            return speaker.body, None
        case OfGroup():
            return None, speaker.name
        case _:
            return None, None


def _fold_decision(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event, position = recorded.event, recorded.position
    replace = msgspec.structs.replace
    key = f"{topic}item/{event.item}/decision/{quote(event.decision, safe='')}"
    if isinstance(event, DecisionRecorded):
        row: DecisionRow[Kept, str] = DecisionRow(
            item=event.item,
            number=event.decision,
            outcome=outcome_word(event.outcome),
            standing=Standing.WAITING if event.waits_for else Standing.IN_EFFECT,
            text=event.text,
            answers=event.answers,
            waits_for=event.waits_for,
            decided_at=moment_of(recorded.recorded_at),
            position=position,
        )
        rows: dict[str, Any] = {key: row}
        for number in event.answers:
            answered = f"{topic}item/{event.item}/recommendation/{quote(number, safe='')}"
            rows[answered] = replace(get(answered), answered_by=event.decision, position=position)
        return rows
    standing = Standing.IN_EFFECT if isinstance(event, DecisionTookEffect) else Standing.FALLEN
    return {key: replace(get(key), standing=standing, position=position)}


def _say(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """The next row `said/{n}` where the event has a short sentence; the oldest beyond `SAID_MAX` goes."""
    if recorded.event.said_da is None:
        return {}
    count = get(f"{topic}said-count")
    n = count.n + 1 if count else 1
    rows: dict[str, Any] = {
        f"{topic}said-count": SaidCount(n=n),
        f"{topic}said/{n:06d}": SaidRow(
            n=n,
            at=moment_of(recorded.recorded_at),
            kind=recorded.event.tag,
            item=getattr(recorded.event, "item", None),
            position=recorded.position,
            version=recorded.version,
        ),
    }
    if n > SAID_MAX:
        rows[f"{topic}said/{n - SAID_MAX:06d}"] = None
    return rows


# --- show ---------------------------------------------------------------------------------------------------------


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, SaidCount):
        return None
    item = getattr(row, "item", None) or (_item_in(key) if isinstance(row, ItemRow) else None)
    if item is None:
        return _show_open(key, row, sight)
    meeting = topic_of(key)
    if not hides(sight.see, meeting, item, sight.mask):
        return _show_open(key, row, sight)
    if hides_title(sight.see, meeting, item, sight.mask):
        return None
    return _outline(key, row, sight)


def _item_in(key: str) -> str:
    return rest_of(key).split("/")[1]


def _show_open(key: str, row: Any, sight: Sight) -> Any:
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
            kept = {"summary": None, "case": None, "presenters": (), "hidden": True}
            title = {} if not row.shut else {"title": None}
            return reveal(msgspec.structs.replace(row, **kept, **title), sight)
        case DecisionRow():
            return reveal(msgspec.structs.replace(row, text=None, waits_for=(), hidden=True), sight)
        case SaidRow() if row.kind in (DoorsShut.tag, DoorsOpened.tag, ItemTakenUp.tag, ItemSettled.tag):
            return _show_open(key, row, sight)
        case _:
            return None


MEETING_VIEW = View(
    name="meeting",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(MEETING.events),
    evolve=evolve,
    show=show,
)
