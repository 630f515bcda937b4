"""What is said at an item, as rows: questions and how they ended, and points."""

from typing import Any, assert_never

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.discussion import PointRecorded, QuestionConcluded, QuestionRaised, QuestionWithdrawn
from domain.points import (
    Ending,
    Matter,
    NotStated,
    OfBody,
    OfGroup,
    OfParty,
    OfSeat,
    OnInitiative,
    OnItem,
    OnProposals,
    OnQuestion,
    OnRecommendation,
    Outside,
    Position,
    Remark,
    Speaker,
)
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


def _question_withdrawn(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: QuestionWithdrawn = recorded.event
    key = f"{topic}item/{event.item}/question/{event.question}"
    rows[key] = replace(get(key), conclusion=Ending.WITHDRAWN, position=recorded.position)


def _point_recorded(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: PointRecorded = recorded.event
    point, position = event.point, recorded.position
    row: PointRow[Kept, str] = PointRow(
        item=event.item,
        position=position,
        at=moment_of(recorded.recorded_at),
        sort="position" if isinstance(point, Position) else point.sort,
        stance=point.stance if isinstance(point, Position) else None,
        text=point.text,
        **_speaker("who", point.who),
        **_about(event.matter),
    )
    if isinstance(point, Remark):
        row = replace(row, **_speaker("to", point.to))
    rows[f"{topic}item/{event.item}/point/{position:010d}"] = row


def _speaker(field: str, speaker: Speaker[Kept]) -> dict[str, Any]:
    """Who speaks, or is spoken to: by id, by seat, or in the paper's words."""
    match speaker:
        case NotStated():
            return {}
        case OfParty():
            return {field: speaker.party}
        case OfBody():
            return {field: speaker.body}
        case OfSeat():
            return {f"{field}_seat": speaker.seat}
        case OfGroup():
            return {f"{field}_group": speaker.name}
        case Outside():
            return {f"{field}_group": speaker.organisation}
        case _:
            assert_never(speaker)


def _about(matter: Matter) -> dict[str, Any]:
    match matter:
        case OnItem():
            return {}
        case OnRecommendation():
            return {"recommendation": matter.recommendation}
        case OnQuestion():
            return {"question": matter.question}
        case OnProposals():
            return {"about": matter.proposals}
        case OnInitiative():
            return {"about": (matter.initiative,)}
        case _:
            assert_never(matter)


FOLDS: dict[type, Fold] = {
    QuestionRaised: _question_raised,
    QuestionConcluded: _question_concluded,
    QuestionWithdrawn: _question_withdrawn,
    PointRecorded: _point_recorded,
}
