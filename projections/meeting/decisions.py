"""What was decided, as rows: each decision, and the recommendations it answers."""

from typing import Any

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.correction import DecisionCorrected
from domain.meeting.decision import DecisionRecorded
from domain.meeting.standing import DecisionFell, DecisionSuperseded, DecisionTookEffect
from domain.meeting.state import Standing
from domain.outcomes import outcome_word
from projections.meeting.keys import Fold, decision_key, recommendation_key
from projections.meeting.rows import DecisionRow, DissentRow
from projections.outcome import outcome_says
from projections.reveal import place_of
from projections.view import Get


def _decided(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionRecorded = recorded.event
    position = recorded.position
    rows[decision_key(topic, event.item, event.decision)] = DecisionRow(
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
    for each in event.dissent:
        key = f"{decision_key(topic, event.item, event.decision)}/dissent/{each.seat}"
        rows[key] = DissentRow(
            item=event.item, decision=event.decision, seat=each.seat, text=each.text, position=position
        )
    for number in event.answers:
        key = recommendation_key(topic, event.item, number)
        rows[key] = replace(get(key), answered_by=event.decision, position=position)


def _took_effect(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = decision_key(topic, recorded.event.item, recorded.event.decision)
    rows[key] = replace(get(key), standing=Standing.IN_EFFECT, position=recorded.position)


def _fell(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = decision_key(topic, recorded.event.item, recorded.event.decision)
    rows[key] = replace(get(key), standing=Standing.FALLEN, position=recorded.position)


def _superseded(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionSuperseded = recorded.event
    key, changes = decision_key(topic, event.item, event.decision), {"superseded_by": place_of(event.by)}
    rows[key] = replace(get(key), standing=Standing.SUPERSEDED, position=recorded.position, **changes)


def _corrected(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionCorrected = recorded.event
    key = decision_key(topic, event.item, event.decision)
    rows[key] = replace(get(key), text=event.text, corrected=True, position=recorded.position)


FOLDS: dict[type, Fold] = {
    DecisionRecorded: _decided,
    DecisionTookEffect: _took_effect,
    DecisionFell: _fell,
    DecisionSuperseded: _superseded,
    DecisionCorrected: _corrected,
}
