"""What the board must know of other streams: who approves confirmations, when meetings are, whom conditions wait for.

Kept under keys that no topic has, so that nobody is shown it.
"""

from typing import Any

import msgspec

from domain.awaited import AnswerTo, Awaited, DayReached, DecisionOf, EvaluationOf, LawOrAgreement, PartyAdopts
from domain.claims import OnDay
from domain.condition import Opened as ConditionOpened
from domain.dates import Day, day_of_moment, is_moment
from domain.handing.condition import TakenOver
from domain.kernel import Event, Recorded
from domain.mandate import PathSet
from domain.meeting.call import MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.moving import MeetingMoved
from domain.names import scope_of
from domain.paths import Subject
from domain.text import Kept
from projections.board_rows import AwaitedKept, MeetingKept, PathKept, PathsKept
from projections.view import Get

PATHS_MAX = 40
"""Kept of one scope, the last."""
KNOWN_EVENTS: tuple[type[Event], ...] = (
    PathSet,
    ConditionOpened,
    TakenOver,
    MeetingCalled,
    MeetingMoved,
    MeetingRegisteredAfterwards,
)


def known(get: Get, recorded: Recorded, at: str) -> dict[str, Any]:
    """What to remember of other streams, under a prefix of keys that no topic has."""
    event, key = recorded.event, f"{at}|{recorded.stream}"
    match event:
        case PathSet(subject=Subject.INITIATIVE_CONFIRMATION):
            path = PathKept(bodies=tuple(each.body for each in event.steps if each.binding))
            paths_key, day = _paths_key(at, recorded.stream), event.from_on or ""
            before: PathsKept = get(paths_key) or PathsKept()
            days = tuple(sorted({*before.days, day}))[-PATHS_MAX:]
            return {paths_key: PathsKept(days=days), f"{paths_key}/{day}": path}
        case ConditionOpened():
            return _awaits(key, event.awaits)
        case TakenOver():
            return _awaits(key, event.carried.awaits)
        case MeetingCalled():
            return {key: MeetingKept(day=_day(event.starts_at))}
        case MeetingMoved():
            return {key: msgspec.structs.replace(get(key), day=_day(event.starts_at))}
        case MeetingRegisteredAfterwards():
            return {key: MeetingKept(day=event.held.day if isinstance(event.held, OnDay) else None)}
        case _:
            return {}


def _awaits(key: str, awaits: Awaited[Kept]) -> dict[str, Any]:
    who = whom(awaits)
    return {} if who is None else {key: AwaitedKept(who=who)}


def whom(awaits: Awaited[Kept]) -> str | None:
    """The body, referral, initiative or agreement that a condition waits for; None for a day or a law."""
    match awaits:
        case DecisionOf():
            return awaits.body
        case AnswerTo():
            return awaits.referral
        case EvaluationOf():
            return awaits.initiative
        case PartyAdopts():
            return awaits.agreement
        case LawOrAgreement() | DayReached():
            return None


def meeting_day(get: Get, meeting: str, at: str) -> Day | None:
    held: MeetingKept | None = get(f"{at}|{meeting}")
    return None if held is None else held.day


def _paths_key(at: str, stream: str) -> str:
    return f"{at}|{scope_of(stream)}/paths"


def _day(moment: str) -> Day | None:
    # A log may hold a moment that Copenhagen never has, accepted before the calendar was asked.
    return day_of_moment(moment) if is_moment(moment) else None


def approvers(get: Get, stream: str, today: Day, at: str) -> tuple[str, ...]:
    """The bodies that approve confirmations in a stream's scope, in order; none where no path says."""
    key = _paths_key(at, stream)
    paths: PathsKept = get(key) or PathsKept()
    day = max((each for each in paths.days if each <= today), default=None)
    path: PathKept | None = None if day is None else get(f"{key}/{day}")
    return () if path is None else path.bodies


def awaited_by(get: Get, condition: str, at: str) -> str | None:
    """Whom a condition waits for; None where that is nobody."""
    kept: AwaitedKept | None = get(f"{at}|{condition}")
    return None if kept is None else kept.who
