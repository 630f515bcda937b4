"""How events become a meeting's rows: one small function per event."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.agenda import AttachmentAdded, ItemAdded, RecommendationAdded
from domain.meeting.attendance import SeatLeft, SeatTaken
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.meeting.discussion import PointRecorded, QuestionConcluded, QuestionRaised
from domain.meeting.doors import DoorsOpened, DoorsShut
from domain.meeting.floor import ItemSettled, ItemTakenUp
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.meeting.state import Standing
from domain.outcomes import outcome_word
from domain.points import NotStated, OfBody, OfGroup, OfParty, Position, Speaker
from domain.text import Kept
from projections.meeting.rows import (
    AttachmentRow,
    DecisionRow,
    ItemRow,
    MeetingRow,
    PointRow,
    QuestionRow,
    RecommendationRow,
    SaidCount,
    SaidRow,
    SeatRow,
    StreamRow,
)
from projections.outcome import outcome_says
from projections.view import Get, Rows

SAID_MAX = 50
"""Short sentences kept for those who come late."""

Fold = Callable[[Get, Recorded, str, dict[str, Any]], None]
"""`fold(get, recorded, topic, rows)` puts the rows that an event changes. `topic` ends with the bar of a key."""


def evolve(get: Get, recorded: Recorded) -> Rows:
    (topic, stream, counted), event = _keys(recorded.stream), recorded.event
    rows: dict[str, Any] = {stream: StreamRow(version=recorded.version, position=recorded.position)}
    fold = FOLDS.get(type(event))
    if fold is not None:
        fold(get, recorded, topic, rows)
    if event.said_da is not None:
        _say(get, recorded, topic, counted, rows)
    return rows


@lru_cache(maxsize=256)
def _keys(meeting: str) -> tuple[str, str, str]:
    """The start of a meeting's keys, and the two that nearly every event changes: made once, they are found sooner."""
    topic = f"{meeting}|"
    return topic, f"{topic}stream", f"{topic}said-count"


def _say(get: Get, recorded: Recorded, topic: str, counted: str, rows: dict[str, Any]) -> None:
    """The next row `said/{n}`; the oldest beyond `SAID_MAX` goes."""
    event = recorded.event
    count = get(counted)
    n = 1 if count is None else count.n + 1
    rows[counted] = SaidCount(n=n)
    rows[f"{topic}said/{n:06d}"] = SaidRow(
        n=n,
        at=moment_of(recorded.recorded_at),
        kind=event.tag,
        item=getattr(event, "item", None),
        position=recorded.position,
        version=recorded.version,
    )
    if n > SAID_MAX:
        rows[f"{topic}said/{n - SAID_MAX:06d}"] = None


# --- the meeting ---


def _called(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: MeetingCalled = recorded.event
    rows[f"{topic}meeting"] = MeetingRow(
        phase="called",
        body=event.body,
        position=recorded.position,
        form=event.form,
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )


def _registered_afterwards(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    rows[f"{topic}meeting"] = MeetingRow(phase="reported", body=recorded.event.body, position=recorded.position)


def _opened(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key, at = f"{topic}meeting", moment_of(recorded.recorded_at)
    changes = {"led_by": recorded.event.led_by, "opened_at": at, "position": recorded.position}
    rows[key] = replace(get(key), phase="in-session", **changes)


def _adjourned(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key, at = f"{topic}meeting", moment_of(recorded.recorded_at)
    rows[key] = replace(get(key), phase="adjourned", adjourned_at=at, position=recorded.position)


def _seat_taken(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: SeatTaken = recorded.event
    rows[f"{topic}seat/{event.seat}"] = SeatRow(seat=event.seat, person=event.person, position=recorded.position)


def _seat_left(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    rows[f"{topic}seat/{recorded.event.seat}"] = None


# --- items ---


def _item_added(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemAdded = recorded.event
    rows[f"{topic}item/{event.item}"] = ItemRow(
        number=event.number,
        title=event.title,
        summary=event.summary,
        case=event.case,
        presenters=event.presenters,
        from_at=event.from_at,
        to_at=event.to_at,
        position=recorded.position,
        order=recorded.position,
    )


def _taken_up(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemTakenUp = recorded.event
    position, meeting = recorded.position, get(f"{topic}meeting")
    # Its position stays: it would tell when an item is taken up also to those from whom the item is hidden.
    rows[f"{topic}meeting"] = replace(meeting, floor=event.item)
    if meeting.floor is not None:
        left = f"{topic}item/{meeting.floor}"
        rows[left] = replace(get(left), state="planned", position=position)
    key, at = f"{topic}item/{event.item}", moment_of(recorded.recorded_at)
    rows[key] = replace(get(key), state="discussed", taken_up_at=at, position=position)


def _settled(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    meeting, key = f"{topic}meeting", f"{topic}item/{recorded.event.item}"
    at, position = moment_of(recorded.recorded_at), recorded.position
    rows[meeting] = replace(get(meeting), floor=None)
    rows[key] = replace(get(key), state="settled", settled_at=at, position=position)


def _doors_shut(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}item/{recorded.event.item}"
    rows[key] = replace(get(key), shut=True, position=recorded.position)


def _doors_opened(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}item/{recorded.event.item}"
    rows[key] = replace(get(key), shut=False, position=recorded.position)


def _recommended(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: RecommendationAdded = recorded.event
    rows[_recommendation_key(topic, event.item, event.recommendation)] = RecommendationRow(
        item=event.item,
        number=event.recommendation,
        asks=event.asks,
        text=event.text,
        to_body=event.to_body,
        only_if=event.only_if,
        position=recorded.position,
    )


def _recommendation_key(topic: str, item: str, number: str) -> str:
    return f"{topic}item/{item}/recommendation/{_quoted(number)}"


@lru_cache(maxsize=256)
def _quoted(number: str) -> str:
    """A number as part of a key. Meetings number alike: 1, 2, 2.1 …"""
    return quote(number, safe="")


def _attached(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: AttachmentAdded = recorded.event
    rows[f"{topic}item/{event.item}/attachment/{event.attachment}"] = AttachmentRow(
        item=event.item,
        name=event.name,
        document=event.document,
        sha256=event.sha256,
        size_bytes=event.size_bytes,
        position=recorded.position,
    )


# --- the discussion ---


def _question_raised(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: QuestionRaised = recorded.event
    rows[f"{topic}item/{event.item}/question/{event.question}"] = QuestionRow(
        item=event.item,
        text=event.text,
        raised_by=recorded.by.person,
        position=recorded.position,
        order=recorded.position,
    )


def _question_concluded(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: QuestionConcluded = recorded.event
    key = f"{topic}item/{event.item}/question/{event.question}"
    rows[key] = replace(get(key), conclusion=event.conclusion, conclusion_text=event.text, position=recorded.position)


def _point_recorded(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: PointRecorded = recorded.event
    point, position = event.point, recorded.position
    sort, stance, to, to_group = "position", None, None, None
    who, who_group = _speaker(point.who)
    if isinstance(point, Position):
        stance = point.stance
    else:
        sort = point.sort
        to, to_group = _speaker(point.to)
    rows[f"{topic}item/{event.item}/point/{position:010d}"] = PointRow(
        item=event.item,
        position=position,
        at=moment_of(recorded.recorded_at),
        sort=sort,
        stance=stance,
        text=point.text,
        who=who,
        who_group=who_group,
        to=to,
        to_group=to_group,
    )


def _speaker(speaker: Speaker[Kept]) -> tuple[str | None, Kept | None]:
    """Who speaks: by id, or as a group in the paper's words."""
    match speaker:
        case NotStated():
            return None, None
        case OfParty():
            return speaker.party, None
        case OfBody():
            return speaker.body, None
        case OfGroup():
            return None, speaker.name


# --- decisions ---


def _decided(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionRecorded = recorded.event
    position = recorded.position
    rows[_decision_key(topic, event.item, event.decision)] = DecisionRow(
        item=event.item,
        number=event.decision,
        outcome=outcome_word(event.outcome),
        outcome_says=outcome_says(event.outcome),
        standing=Standing.WAITING if event.waits_for else Standing.IN_EFFECT,
        text=event.text,
        answers=event.answers,
        waits_for=event.waits_for,
        decided_at=moment_of(recorded.recorded_at),
        position=position,
        recorded_position=position,
    )
    for number in event.answers:
        key = _recommendation_key(topic, event.item, number)
        rows[key] = replace(get(key), answered_by=event.decision, position=position)


def _took_effect(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = _decision_key(topic, recorded.event.item, recorded.event.decision)
    rows[key] = replace(get(key), standing=Standing.IN_EFFECT, position=recorded.position)


def _fell(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = _decision_key(topic, recorded.event.item, recorded.event.decision)
    rows[key] = replace(get(key), standing=Standing.FALLEN, position=recorded.position)


def _decision_key(topic: str, item: str, number: str) -> str:
    return f"{topic}item/{item}/decision/{_quoted(number)}"


FOLDS: dict[type, Fold] = {
    MeetingCalled: _called,
    MeetingRegisteredAfterwards: _registered_afterwards,
    MeetingOpened: _opened,
    MeetingAdjourned: _adjourned,
    SeatTaken: _seat_taken,
    SeatLeft: _seat_left,
    ItemAdded: _item_added,
    ItemTakenUp: _taken_up,
    ItemSettled: _settled,
    DoorsShut: _doors_shut,
    DoorsOpened: _doors_opened,
    RecommendationAdded: _recommended,
    AttachmentAdded: _attached,
    QuestionRaised: _question_raised,
    QuestionConcluded: _question_concluded,
    PointRecorded: _point_recorded,
    DecisionRecorded: _decided,
    DecisionTookEffect: _took_effect,
    DecisionFell: _fell,
}
