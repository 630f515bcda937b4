"""An initiative as the board tells of it: what each event of its stream changes, and who must act then. Rows: board_rows.py."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from domain.claims import DateNotStated, DateSaid, span_of
from domain.colours import Colour
from domain.dates import day_of
from domain.handing.initiative import HandedOver, TakenOver
from domain.holding import Held, Released
from domain.initiative import (
    ColourReported,
    ConfirmationApproved,
    ConfirmationReturned,
    Deprioritised,
    Escalated,
    Evaluated,
    EvaluationExpected,
    InitiativeEnded,
    Listed,
    Merged,
    OperationBegan,
    OrderConfirmed,
    Ordered,
    OwnerAssigned,
    Paused,
    Prolonged,
    RemarkAnswered,
    Remarked,
    RemedyAgreed,
    Resumed,
    Started,
)
from domain.initiatives import Operation, Phase
from domain.kernel import Event, Recorded
from domain.text import Kept
from projections.board_handed import taken_over
from projections.board_known import approvers, awaited_by, meeting_day
from projections.board_rows import (
    Expected,
    InitiativeRow,
    LiesWith,
    ToldAt,
)
from projections.view import Get

TOLD_MAX = 60
"""Decisions about one confirmation or one report that a row knows of."""
LIES_WITH_MAX = 60
"""Kept in one row. Beyond that an initiative has other troubles; the remarks and conditions themselves stand in full."""
NOT_BEGUN = ("ordered", "owned", "confirmed")
OVER = ("ended", "merged", "handed-over")
TOLD_BY: Mapping[type[Event], tuple[str, ...]] = {
    **dict.fromkeys((Ordered, Listed, Started, TakenOver), ("stage", "phase")),
    **dict.fromkeys((Paused, Resumed, Merged, InitiativeEnded, HandedOver), ("stage",)),
    OperationBegan: ("phase",),
    Deprioritised: ("deprioritised",),
    OwnerAssigned: ("owners",),
}
"""event -> the parts of the row that it alone tells."""
AFRESH: Mapping[type[Event], str] = {
    **dict.fromkeys((OrderConfirmed, ConfirmationReturned), "confirmation"),
    ColourReported: "colour",
}
"""event -> the part of the row that it begins anew."""
BESIDES: Mapping[type[Event], str] = {
    ConfirmationApproved: "confirmation",
    **dict.fromkeys((RemedyAgreed, Escalated), "colour"),
}
"""event -> the part of the row of which it tells some more."""
BOARD_EVENTS: tuple[type[Event], ...] = (
    *TOLD_BY,
    *AFRESH,
    *BESIDES,
    Prolonged,
    Remarked,
    RemarkAnswered,
    EvaluationExpected,
    Evaluated,
    Held,
    Released,
)

Board = InitiativeRow[Kept, str]


# --- the row ---


def board_row(
    get: Get, recorded: Recorded, key_of: Callable[[str], str], at: str, cls: Any = InitiativeRow
) -> dict[str, Any]:
    """The row of an initiative after an event of its stream. `key_of(initiative)` is its key, `at` where `board_known` keeps."""
    row = get(key_of(recorded.stream))
    told = _told(ToldAt() if row is None else row.told, recorded)
    event = recorded.event
    changes = (
        taken_over(get(key_of(event.from_stream)), event)
        if isinstance(event, TakenOver)
        else _changes(get, recorded, row, told, at)
    )
    changes |= {"version": recorded.version, "position": recorded.position}
    changes = {"told": told, **changes}
    after = cls(initiative=recorded.stream, **changes) if row is None else msgspec.structs.replace(row, **changes)
    return {key_of(recorded.stream): msgspec.structs.replace(after, lies_with=_lies_with(get, recorded, after, at))}


def _told(told: ToldAt, recorded: Recorded) -> ToldAt:
    event, version = type(recorded.event), recorded.version
    parts: dict[str, Any] = dict.fromkeys(TOLD_BY.get(event, ()), version)
    if event is HandedOver:
        parts["stage_before"] = told.stage
    if event in AFRESH:
        parts[AFRESH[event]] = (version,)
    if event in BESIDES:
        part = BESIDES[event]
        parts[part] = (*getattr(told, part), version)[-TOLD_MAX:]
    return msgspec.structs.replace(told, **parts) if parts else told


def _changes(get: Get, recorded: Recorded, row: Any, told: ToldAt, at: str) -> dict[str, Any]:
    event = recorded.event
    match event:
        case Ordered() | Listed():
            return _begun(event)
        case HandedOver():
            return {"stage": "handed-over", "into": event.successor}
        case OwnerAssigned():
            owned = {"owners": event.owners, "leader": event.leader, "group": event.group}
            return owned | ({"stage": "owned"} if row.stage == "ordered" else {})
        case OrderConfirmed():
            confirmed = {"revision": event.revision, "approved_by": (), "returned": False}
            return confirmed | ({"stage": "confirmed"} if row.stage in NOT_BEGUN else {})
        case ConfirmationApproved():
            return {"approved_by": (*row.approved_by, event.by_body)}
        case ConfirmationReturned():
            return {"approved_by": (), "returned": True} | ({"stage": "owned"} if row.stage == "confirmed" else {})
        case Started():
            return {"stage": "underway", "phase": event.phase}
        case Paused():
            return {"stage": "paused"}
        case Resumed():
            return {"stage": "underway"}
        case OperationBegan():
            return {"phase": Phase.OPERATION if event.extent is Operation.FULL else Phase.PART_OPERATION}
        case Deprioritised():
            return {"deprioritised": True}
        case Merged():
            return {"stage": "merged", "into": event.into}
        case InitiativeEnded():
            return {"stage": "ended", "ended_how": event.how}
        case ColourReported() | RemedyAgreed() | Escalated():
            return _steered(get, recorded, row, at)
        case _:
            return _awaited(recorded, row, told)


def _begun(event: Ordered | Listed) -> dict[str, Any]:
    begun = {
        "title": event.title,
        "number": event.number,
        "plan": event.plan,
        "theme": event.theme,
        "supports": event.supports,
    }
    if isinstance(event, Ordered):
        return begun | {"stage": "ordered", "ordered_by": event.by_body}
    return begun | {"stage": "listed", "phase": event.phase, "by": event.by, "initiative_kind": event.kind}


def _steered(get: Get, recorded: Recorded, row: Any, at: str) -> dict[str, Any]:
    """Its colour, and with whom that lies."""
    event = recorded.event
    match event:
        case ColourReported():
            day = meeting_day(get, event.meeting, at) or day_of(recorded.recorded_at)
            return {
                "colour": event.colour,
                "colour_since": row.colour_since if row.colour == event.colour else day,
                "colour_meeting": event.meeting,
                "off_course_with": event.lies_with,
                "escalated": False,
                "remedied": False,
            }
        case Escalated():
            return {"off_course_with": event.to_body, "escalated": True, "remedied": False}
        case _:
            return {"remedied": True}


def _awaited(recorded: Recorded, row: Any, told: ToldAt) -> dict[str, Any]:
    """What holds it back, what is asked of it, what is to come."""
    event, version = recorded.event, recorded.version
    match event:
        case Held() | Released():
            held = {
                condition: at
                for condition, at in zip(row.held_by, told.held_by, strict=True)
                if condition != event.condition
            }
            held |= {event.condition: version} if isinstance(event, Held) else {}
            told = msgspec.structs.replace(told, held_by=tuple(held.values()))
            return {"held_by": tuple(held), "told": told}
        case Remarked() | RemarkAnswered():
            open_still = {
                remark: at for remark, at in zip(row.remarks, told.remarks, strict=True) if remark != event.remark
            }
            open_still |= {event.remark: version} if isinstance(event, Remarked) else {}
            told = msgspec.structs.replace(told, remarks=tuple(open_still.values()))
            return {"remarks": tuple(open_still), "told": told}
        case Prolonged():
            return {"expected": _expecting(row, "runs-until", event.expected, version)}
        case EvaluationExpected():
            return {"expected": _expecting(row, f"evaluation-{event.stage}", event.expected, version)}
        case Evaluated():
            return {"expected": _expecting(row, f"evaluation-{event.stage}", None, version)}
        case _:
            return {}


def _expecting(row: Any, what: str, said: DateSaid[Kept] | None, version: int) -> tuple[Expected, ...]:
    span = None if said is None or isinstance(said, DateNotStated) else span_of(said)
    others = [each for each in row.expected if each.what != what]
    new = [] if span is None else [Expected(what=what, earliest=span[0], latest=span[1], version=version)]
    return tuple(sorted((*others, *new), key=lambda each: (each.latest, each.earliest)))


# --- who must act ---


def _lies_with(get: Get, recorded: Recorded, row: Any, at: str) -> tuple[LiesWith[str], ...]:
    """Who must act after an event. What lay there before lies there still, since the same day."""
    if row.stage in OVER:
        return ()
    lay = {(each.who, each.why, each.condition, each.remark): each for each in row.lies_with}
    if isinstance(recorded.event, ColourReported | RemedyAgreed | Escalated):
        lay = {key: each for key, each in lay.items() if each.why not in ("remedy", "carry-out", "escalated")}
    if isinstance(recorded.event, OrderConfirmed | ConfirmationReturned):
        lay = {key: each for key, each in lay.items() if each.why not in ("confirm", "approve")}
    new: dict[str, Any] = {
        "since": day_of(recorded.recorded_at),
        "position": recorded.position,
        "version": recorded.version,
    }
    wanted = [
        *_towards_work(get, row, at, recorded),
        *((owner, "answer-remark", None, remark) for remark in row.remarks for owner in _answerable(row)),
        *_off_course(row),
        *_held(get, row, at),
    ]
    return tuple(
        lay.get(key) or LiesWith(who=key[0], why=key[1], condition=key[2], remark=key[3], **new) for key in wanted
    )[:LIES_WITH_MAX]


Key = tuple[str, str, str | None, str | None]


def _answerable(row: Any) -> tuple[str, ...]:
    """Who answers for it: its owners; where no paper says who they are, the group that carries it, or who leads it."""
    if row.owners:
        return row.owners  # type: ignore[no-any-return]
    carries = row.group or row.leader
    return () if carries is None else (carries,)


def _towards_work(get: Get, row: Any, at: str, recorded: Recorded) -> list[Key]:
    """Before it begins: an owner is named, confirms, and the bodies on the path approve, one after the other."""
    if row.stage not in NOT_BEGUN:
        return []
    if not _answerable(row):
        return [(row.ordered_by, "name-owner", None, None)]
    if row.stage == "owned":
        return [(owner, "confirm", None, None) for owner in _answerable(row)]
    bodies = approvers(get, recorded.stream, day_of(recorded.recorded_at), at)
    following = next((body for body in bodies if body not in row.approved_by), None)
    return [] if following is None else [(following, "approve", None, None)]


def _off_course(row: Any) -> list[Key]:
    if row.colour not in (Colour.YELLOW, Colour.RED):
        return []
    if row.remedied:
        return [(owner, "carry-out", None, None) for owner in _answerable(row)]
    if row.off_course_with is None:
        return [(owner, "remedy", None, None) for owner in _answerable(row)]
    return [(row.off_course_with, "escalated" if row.escalated else "remedy", None, None)]


def _held(get: Get, row: Any, at: str) -> list[Key]:
    awaited = ((condition, awaited_by(get, condition, at)) for condition in row.held_by)
    return [(who, "awaited", condition, None) for condition, who in awaited if who is not None]
