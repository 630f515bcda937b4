"""What was decided, and what became of it? The decision register (beslutningsregister) of a scope.

Topic `{scope}/decisions`. Keys: `{meeting}/{decision}`.
"""

from typing import Any, Generic
from urllib.parse import quote

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.effects import effect_name
from domain.kernel import Recorded
from domain.meeting.call import MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.correction import DecisionCorrected
from domain.meeting.decision import DecisionRecorded
from domain.meeting.standing import DecisionFell, DecisionSuperseded, DecisionTookEffect
from domain.meeting.state import Standing
from domain.names import name_of, scope_of
from domain.outcomes import outcome_word
from domain.policy import hides_title
from domain.text import Kept, T
from projections.outcome import OutcomeSays, outcome_says
from projections.reveal import N, Place, place_of, reveal
from projections.view import Get, Named, Rows, Sight, View


class DecisionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="decision"):
    """One decision."""

    meeting: N
    body: N
    item: str
    item_number: str
    number: str
    outcome: str
    standing: str
    position: int
    text: T | None = None
    decided_on: Day | None = None
    answers: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    """What followed at once, by stored name."""
    waits_for: tuple[N, ...] = ()
    outcome_says: OutcomeSays[T, N] | None = None
    superseded_by: Place[N] | None = None
    corrected: bool = False
    """Written down wrong at first; the text is as it reads now, and the meeting shows what it said before."""
    dissent_by: tuple[str, ...] = ()
    """Seats whose dissent stands beside it at the meeting."""
    when_met: tuple[str, ...] = ()
    """What follows when the conditions are met."""
    afterwards: bool = False
    """Entered from a paper."""
    hidden: bool = False


class MeetingOf(Struct, frozen=True, kw_only=True, gc=False, tag="meeting"):
    """Which body a meeting is of. Never shown."""

    body: str
    afterwards: bool


CLOSED: dict[str, Any] = {
    **{"text": None, "outcome_says": None, "superseded_by": None},
    **dict.fromkeys(("effects", "waits_for", "when_met", "dissent_by"), ()),
}
"""What an outline of a decision leaves out."""

Row = DecisionRow[Kept, str] | MeetingOf
Shown = DecisionRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, meeting = recorded.event, recorded.stream
    topic = f"{scope_of(meeting)}/decisions|"
    about = f"{topic}{name_of(meeting)}"
    match event:
        case MeetingCalled() | MeetingRegisteredAfterwards():
            afterwards = isinstance(event, MeetingRegisteredAfterwards)
            return {about: MeetingOf(body=event.body, afterwards=afterwards)}
        case DecisionRecorded():
            of: MeetingOf = get(about)
            row: DecisionRow[Kept, str] = DecisionRow(
                meeting=meeting,
                body=of.body,
                item=event.item,
                item_number=event.number,
                number=event.decision,
                outcome=outcome_word(event.outcome),
                outcome_says=outcome_says(event.outcome),
                standing=Standing.WAITING if event.waits_for else Standing.IN_EFFECT,
                text=event.text,
                decided_on=event.decided_on,
                answers=event.answers,
                effects=tuple(effect_name(effect) for effect in event.at_once),
                waits_for=event.waits_for,
                dissent_by=tuple(each.seat for each in event.dissent),
                when_met=tuple(effect_name(effect) for effect in event.when_met),
                afterwards=of.afterwards,
                position=recorded.position,
            )
            return {_key(about, event.decision): row}
        case DecisionTookEffect():
            return _changed(get, recorded, about, standing=Standing.IN_EFFECT)
        case DecisionFell():
            return _changed(get, recorded, about, standing=Standing.FALLEN)
        case DecisionSuperseded():
            return _changed(get, recorded, about, standing=Standing.SUPERSEDED, superseded_by=place_of(event.by))
        case DecisionCorrected():
            return _changed(get, recorded, about, text=event.text, corrected=True)
        case _:
            return {}


def _key(about: str, decision: str) -> str:
    return f"{about}/{quote(decision, safe='')}"


def _changed(get: Get, recorded: Recorded, about: str, **changes: Any) -> Rows:
    key = _key(about, recorded.event.decision)
    return {key: msgspec.structs.replace(get(key), position=recorded.position, **changes)}


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, MeetingOf):
        return None
    if not sight.hides_item(row.meeting, row.item):
        return reveal(row, sight)
    if hides_title(sight.see, row.meeting, row.item, sight.mask):
        return None
    outline = msgspec.structs.replace(row, **CLOSED, hidden=True)
    return reveal(outline, sight)


DECISIONS = View(
    name="decisions",
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            MeetingCalled,
            MeetingRegisteredAfterwards,
            DecisionRecorded,
            DecisionTookEffect,
            DecisionFell,
            DecisionSuperseded,
            DecisionCorrected,
        }
    ),
    evolve=evolve,
    show=show,
    closes=True,
)
