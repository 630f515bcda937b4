"""What is awaited, what is held back until then, and since when? The conditions (forudsætninger) of a scope.

Topic `{scope}/conditions`. Keys: `{condition}`, and `{condition}/end` once it is resolved.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.awaited import (
    AnswerTo,
    Awaited,
    ByAdoption,
    ByAnswer,
    ByDay,
    ByDecision,
    ByDocument,
    ByEvaluation,
    DayReached,
    DecisionOf,
    EvaluationOf,
    LawOrAgreement,
    PartyAdopts,
    Proof,
)
from domain.condition import BlockAdded, Failed, Fulfilled, Opened, Waived
from domain.dates import Day, day_of
from domain.deadline import DeadlinePassed, Lapsed
from domain.handing.condition import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.blocked import blocked_place
from projections.reveal import N, Place, place_of, reveal
from projections.view import Get, Named, Rows, Sight, View

OPEN = "open"


class ConditionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="condition"):
    """A condition. Open until it is fulfilled, failed, lapsed or waived."""

    condition: N
    state: str
    """open, fulfilled, failed, lapsed, waived, handed-over"""
    since: Day
    awaits: str
    """By stored name: decision-of, answer-to, evaluation-of, law-or-agreement …"""
    position: int
    """Where it began; it stays."""
    words: T | None = None
    awaited: N | None = None
    """The body, referral, initiative or agreement it waits for."""
    awaited_parties: tuple[N, ...] = ()
    """Who has to adopt the agreement."""
    awaited_words: T | None = None
    awaited_meeting: str | None = None
    """The meeting that is only expected; it need not be called yet, so it has no name."""
    awaited_stage: str | None = None
    awaited_day: Day | None = None
    blocks: tuple[Place[N], ...] = ()
    """What is held back until then."""
    answer_by: Day | None = None
    if_late: str | None = None
    """remind, lapse"""
    late: bool = False
    arises_from: Place[N] | None = None
    """The decision that set it; absent where a paper did."""
    document: N | None = None
    """The paper that tells of it."""
    ended: int | None = None
    """The version of its stream at which it ended."""
    successor: N | None = None
    """Where it goes on, once it is handed over."""
    from_stream: N | None = None
    """What it was before, in a cluster that has ceased."""


class EndRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="end"):
    """How a condition ended."""

    condition: N
    ended_on: Day
    version: int
    """Of the condition's stream."""
    position: int
    by: Place[N] | None = None
    """The decision, answer, evaluation, agreement or paper that ended it."""
    words: T | None = None


Row = ConditionRow[Kept, str] | EndRow[Kept, str]
Shown = ConditionRow[str | None, Named] | EndRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, condition = recorded.event, recorded.stream
    key = f"{scope_of(condition)}/conditions|{name_of(condition)}"
    match event:
        case Opened():
            row = ConditionRow[Kept, str](
                condition=condition,
                state=OPEN,
                since=event.opened_on,
                words=event.words,
                awaits=str(event.awaits.__struct_config__.tag),
                blocks=tuple(blocked_place(each) for each in event.blocks),
                answer_by=event.answer_by,
                if_late=event.if_late,
                arises_from=place_of(event.arises_from),
                document=event.document,
                position=recorded.position,
                **_awaited(event.awaits),
            )
            return {key: row}
        case BlockAdded():
            row = get(key)
            return {key: msgspec.structs.replace(row, blocks=(*row.blocks, blocked_place(event.blocked)))}
        case DeadlinePassed():
            return {key: msgspec.structs.replace(get(key), late=True)}
        case Fulfilled() | Failed():
            state = "fulfilled" if isinstance(event, Fulfilled) else "failed"
            return _ended(get, key, state, recorded, **_proof(event.proof))
        case Lapsed():
            return _ended(get, key, "lapsed", recorded)
        case Waived():
            return _ended(get, key, "waived", recorded, by=place_of(event.decision))
        case HandedOver():
            changes = {"state": "handed-over", "ended": recorded.version, "successor": event.successor}
            return {key: msgspec.structs.replace(get(key), **changes)}
        case TakenOver():
            was = get(f"{scope_of(event.from_stream)}/conditions|{name_of(event.from_stream)}")
            now = {"condition": condition, "from_stream": event.from_stream, "position": recorded.position}
            return {key: msgspec.structs.replace(was, state=OPEN, ended=None, successor=None, **now)}
        case _:
            return {}


def _ended(get: Get, key: str, state: str, recorded: Recorded, **by: Any) -> Rows:
    end = EndRow[Kept, str](
        condition=recorded.stream,
        ended_on=day_of(recorded.recorded_at),
        version=recorded.version,
        position=recorded.position,
        **by,
    )
    return {key: msgspec.structs.replace(get(key), state=state, ended=recorded.version), f"{key}/end": end}


def _awaited(awaits: Awaited[Kept]) -> dict[str, Any]:
    match awaits:
        case DecisionOf():
            return {"awaited": awaits.body, "awaited_words": awaits.words, "awaited_meeting": awaits.meeting}
        case AnswerTo():
            return {"awaited": awaits.referral}
        case EvaluationOf():
            return {"awaited": awaits.initiative, "awaited_stage": awaits.stage}
        case LawOrAgreement():
            return {"awaited_words": awaits.title}
        case DayReached():
            return {"awaited_day": awaits.day}
        case PartyAdopts():
            return {"awaited": awaits.agreement, "awaited_parties": awaits.parties}


def _proof(proof: Proof[Kept]) -> dict[str, Any]:
    match proof:
        case ByDecision():
            return {"by": place_of(proof.decision)}
        case ByAnswer():
            return {"by": Place(stream=proof.referral)}
        case ByEvaluation():
            return {"by": Place(stream=proof.initiative)}
        case ByDocument():
            return {"by": Place(stream=proof.document), "words": proof.words}
        case ByAdoption():
            return {"by": Place(stream=proof.agreement)}
        case ByDay():
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    if sight.hides_stream(row.condition):
        return None
    if isinstance(row, EndRow):
        return None if sight.hides_event(row.condition, row.version) else reveal(row, sight)
    if row.ended is not None and sight.hides_event(row.condition, row.ended):
        row = msgspec.structs.replace(row, state=OPEN, ended=None, successor=None)
    return reveal(row, sight)


CONDITIONS = View(
    name="conditions",
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset({Opened, BlockAdded, DeadlinePassed, Lapsed, Fulfilled, Failed, Waived, HandedOver, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)
