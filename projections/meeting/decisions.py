"""What was decided, as rows: each decision with what stands beside it, what becomes of it, and the recommendations it answers."""

from typing import Any

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.correction import DecisionCorrected
from domain.meeting.decision import DecisionRecorded
from domain.meeting.standing import DecisionFell, DecisionSuperseded, DecisionTookEffect
from domain.meeting.state import Standing
from domain.outcomes import ApprovedWithRemark, outcome_word
from projections.meeting.basis import based_on
from projections.meeting.decided import CorrectionRow, DecisionRow, DissentRow, RemarkRow
from projections.meeting.keys import Fold, decision_key, recommendation_key
from projections.meeting.premises import freed, lapsed
from projections.outcome import outcome_says
from projections.reveal import place_of, places_of
from projections.view import Get


def _decided(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionRecorded = recorded.event
    position, key = recorded.position, decision_key(topic, event.item, event.decision)
    rows[key] = DecisionRow(
        item=event.item,
        number=event.decision,
        outcome=outcome_word(event.outcome),
        outcome_says=outcome_says(event.outcome),
        standing=Standing.WAITING if event.waits_for else Standing.IN_EFFECT,
        text=event.text,
        answers=event.answers,
        waits_for=event.waits_for,
        supersedes=places_of(event.supersedes),
        decided_at=moment_of(recorded.recorded_at),
        position=position,
        recorded_position=position,
    )
    beside: dict[str, Any] = {"item": event.item, "decision": event.decision, "position": position}
    if isinstance(event.outcome, ApprovedWithRemark):
        for order, remark in enumerate(event.outcome.remarks, start=1):
            rows[f"{key}/remark/{order:02d}"] = RemarkRow(**beside, order=order, text=remark)
    for each in event.dissent:
        rows[f"{key}/dissent/{each.seat}"] = DissentRow(**beside, seat=each.seat, text=each.text)
    based_on(key, event.based_on, rows, item=event.item, position=position, by=event.decision)
    for number in event.answers:
        answered = recommendation_key(topic, event.item, number)
        rows[answered] = replace(get(answered), answered_by=event.decision, standing="answered", position=position)


def _took_effect(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    freed(get, recorded, topic, _changed(get, recorded, topic, rows, standing=Standing.IN_EFFECT), rows)


def _fell(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    lapsed(get, recorded, topic, _changed(get, recorded, topic, rows, standing=Standing.FALLEN), rows)


def _superseded(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    by = place_of(recorded.event.by)
    answers = _changed(get, recorded, topic, rows, standing=Standing.SUPERSEDED, superseded_by=by)
    lapsed(get, recorded, topic, answers, rows)


def _corrected(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: DecisionCorrected = recorded.event
    key = decision_key(topic, event.item, event.decision)
    rows[f"{key}/correction/{recorded.position:010d}"] = CorrectionRow(
        item=event.item,
        decision=event.decision,
        position=recorded.position,
        at=moment_of(recorded.recorded_at),
        by=recorded.by.person,
        before=get(key).text,
        reason=event.reason,
    )
    _changed(get, recorded, topic, rows, text=event.text, corrected=True)


def _changed(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any], **changes: Any) -> tuple[str, ...]:
    """A decision's row with these changes; the recommendations it answers."""
    key = decision_key(topic, recorded.event.item, recorded.event.decision)
    row: DecisionRow[Any, Any] = get(key)
    rows[key] = replace(row, position=recorded.position, **changes)
    return row.answers


FOLDS: dict[type, Fold] = {
    DecisionRecorded: _decided,
    DecisionTookEffect: _took_effect,
    DecisionFell: _fell,
    DecisionSuperseded: _superseded,
    DecisionCorrected: _corrected,
}
