"""What is said at an item, as rows: questions and how they ended, and points."""

from typing import Any

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.discussion import PointRecorded, QuestionConcluded, QuestionRaised
from domain.points import NotStated, OfBody, OfGroup, OfParty, Position, Speaker
from domain.text import Kept
from projections.meeting.keys import Fold
from projections.meeting.rows import PointRow, QuestionRow
from projections.view import Get


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


FOLDS: dict[type, Fold] = {
    QuestionRaised: _question_raised,
    QuestionConcluded: _question_concluded,
    PointRecorded: _point_recorded,
}
