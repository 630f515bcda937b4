"""What is on in this cluster? Its front page (forside): bodies, the meetings to come, red and yellow, open conditions, vacant
seats, money free.

Topic `{scope}/front`. Keys: `body/{name}`, `meeting/{name}`, `initiative/{name}`, `condition/{name}`, `vacancy/{body}/{seat}`,
`fund/{name}`. A row stands only while there is something to see, so the page stays as short as what is open, and a number on it
is a number of rows: never one that counts what its reader may not see.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.awaited import AnswerTo, DecisionOf, EvaluationOf
from domain.body import BodyClosed, Established
from domain.condition import BlockAdded, Failed, Fulfilled, Waived
from domain.condition import Opened as ConditionOpened
from domain.dates import Day, Moment
from domain.deadline import DeadlinePassed, Lapsed
from domain.fund import Opened as FundOpened
from domain.initiative import Listed
from domain.kernel import Recorded
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.meeting.sending import AgendaSent
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.board_rows import LiesWith
from projections.reveal import N, reveal
from projections.seats import SEAT_EVENTS, SeatRow, SeatsOf, fold_seats
from projections.view import Get, Named, Rows, Sight, View


class BodyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body"):
    """A body that is not closed."""

    body: N
    level: str
    position: int
    name: T | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    """Where it is closed from a day: the first on which it is no longer."""


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="meeting"):
    """A meeting that is called or in session; adjourned or cancelled, its row goes."""

    meeting: N
    body: N
    phase: str
    """called, in-session"""
    starts_at: Moment
    position: int
    ends_at: Moment | None = None
    form: str | None = None
    place: T | None = None
    agenda: int | None = None
    """The revision of the agenda that was sent last."""


class InitiativeRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="initiative"):
    """An initiative that is not ended, so that the page can tell how many are what."""

    initiative: N
    position: int
    colour: str | None = None
    """green, yellow, red; None: not reported, which is no green"""
    colour_version: int | None = None
    colour_since: Day | None = None
    remedied: bool = False
    number: str | None = None
    title: T | None = None
    lies_with: tuple[LiesWith[N], ...] = ()


class ConditionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="condition"):
    """A condition that is open."""

    condition: N
    since: Day
    position: int
    words: T | None = None
    awaited: N | None = None
    answer_by: Day | None = None
    late: bool = False
    """The deadline has passed, says the clock service."""
    blocks: int = 0
    """How many things it holds back."""
    ended: int | None = None
    """The version of its stream at which it ended, where that is closed to the reader: to them it is open still."""


class VacancyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="vacancy"):
    """A seat that nobody holds."""

    body: N
    seat: str
    position: int
    party: N | None = None
    role: T | None = None
    because: str | None = None
    """By stored name."""
    since: Day | None = None


class MoneyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="money"):
    """A fund: øre that are free, held, allocated and not paid, as of the posting at `position`."""

    fund: N
    position: int
    name: T | None = None
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    opening: bool = False
    """Something in it is an opening entry after a paper, with gaps."""


Words = str | None
Row = (
    BodyRow[Kept, str]
    | MeetingRow[Kept, str]
    | InitiativeRow[Kept, str]
    | ConditionRow[Kept, str]
    | VacancyRow[Kept, str]
    | MoneyRow[Kept, str]
    | SeatRow[Kept, str]
    | SeatsOf
)
Shown = (
    BodyRow[Words, Named]
    | MeetingRow[Words, Named]
    | InitiativeRow[Words, Named]
    | ConditionRow[Words, Named]
    | VacancyRow[Words, Named]
    | MoneyRow[Words, Named]
)
MEETING_EVENTS = (MeetingCalled, MeetingOpened, MeetingMoved, AgendaSent, MeetingAdjourned, MeetingCancelled)
CONDITION_EVENTS = (ConditionOpened, BlockAdded, DeadlinePassed, Lapsed, Fulfilled, Failed, Waived)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, scope = recorded.event, scope_of(recorded.stream)
    key = f"{scope}/front|{{}}/{name_of(recorded.stream)}".format
    if isinstance(event, MEETING_EVENTS):
        return _meeting(get, recorded, key("meeting"))
    if isinstance(event, CONDITION_EVENTS):
        return _condition(get, recorded, key("condition"))
    if isinstance(event, SEAT_EVENTS):
        return _seats(get, recorded)
    match event:
        case Established():
            body = BodyRow[Kept, str](
                body=recorded.stream,
                level=event.level,
                name=event.name,
                from_on=event.from_on,
                position=recorded.position,
            )
            return {key("body"): body}
        case BodyClosed():
            closed = {"ceases_on": event.ceases_on, "position": recorded.position}
            return {key("body"): msgspec.structs.replace(get(key("body")), **closed)}
        case Listed():
            listed = InitiativeRow[Kept, str](initiative=recorded.stream, title=event.title, position=recorded.position)
            return {key("initiative"): listed}
        case FundOpened():
            return {key("fund"): MoneyRow[Kept, str](fund=recorded.stream, name=event.name, position=recorded.position)}
        case _:
            return {}


def _meeting(get: Get, recorded: Recorded, key: str) -> Rows:
    event, position = recorded.event, recorded.position
    match event:
        case MeetingCalled():
            called = MeetingRow[Kept, str](
                meeting=recorded.stream,
                body=event.body,
                phase="called",
                form=event.form,
                place=event.place,
                starts_at=event.starts_at,
                ends_at=event.ends_at,
                position=position,
            )
            return {key: called}
        case MeetingAdjourned() | MeetingCancelled():
            return {key: None}
    row: MeetingRow[Kept, str] | None = get(key)
    if row is None:
        return {}
    changes: dict[str, Any] = {"position": position}
    match event:
        case MeetingOpened():
            changes["phase"] = "in-session"
        case MeetingMoved():
            changes |= {"starts_at": event.starts_at, "ends_at": event.ends_at, "place": event.place or row.place}
        case AgendaSent():
            changes["agenda"] = event.revision
    return {key: msgspec.structs.replace(row, **changes)}


def _condition(get: Get, recorded: Recorded, key: str) -> Rows:
    event = recorded.event
    match event:
        case ConditionOpened():
            match event.awaits:
                case DecisionOf():
                    awaited: str | None = event.awaits.body
                case AnswerTo():
                    awaited = event.awaits.referral
                case EvaluationOf():
                    awaited = event.awaits.initiative
                case _:
                    awaited = None
            opened = ConditionRow[Kept, str](
                condition=recorded.stream,
                since=event.opened_on,
                words=event.words,
                awaited=awaited,
                answer_by=event.answer_by,
                blocks=len(event.blocks),
                position=recorded.position,
            )
            return {key: opened}
        case BlockAdded():
            row = get(key)
            return {key: msgspec.structs.replace(row, blocks=row.blocks + 1, position=recorded.position)}
        case DeadlinePassed():
            return {key: msgspec.structs.replace(get(key), late=True, position=recorded.position)}
        case Lapsed():
            return {key: None}
        case _:
            return {key: msgspec.structs.replace(get(key), ended=recorded.version)}


def _seats(get: Get, recorded: Recorded) -> Rows:
    """The seats themselves, which are never shown here, and a row for each that nobody holds."""
    rows: dict[str, Any] = dict(fold_seats(get, recorded, "front"))
    vacancies: dict[str, Any] = {}
    for row in rows.values():
        if isinstance(row, SeatRow):
            key = f"{scope_of(recorded.stream)}/front|vacancy/{name_of(row.body)}/{row.seat}"
            held = row.person is not None or row.closed_on is not None
            if not held:
                vacancies[key] = _vacancy(row)
            elif get(key) is not None:
                vacancies[key] = None
    return rows | vacancies


def _vacancy(seat: SeatRow[Kept, str]) -> VacancyRow[Kept, str]:
    return VacancyRow(
        body=seat.body,
        seat=seat.seat,
        party=seat.party,
        role=seat.role,
        because=seat.vacant_because,
        since=max((each.ceases_on for each in seat.holders if each.ceases_on is not None), default=None),
        position=seat.position,
    )


def show(key: str, row: Any, sight: Sight) -> Any:
    match row:
        case SeatRow() | SeatsOf():
            return None
        case BodyRow() | VacancyRow():
            hidden = sight.hides_stream(row.body)
        case InitiativeRow():
            hidden = sight.hides_stream(row.initiative)
        case ConditionRow():
            ended = row.ended is not None and not sight.hides_event(row.condition, row.ended)
            hidden = ended or sight.hides_stream(row.condition)
        case MoneyRow():
            hidden = sight.hides_stream(row.fund)
        case _:
            hidden = False
    return None if hidden else reveal(row, sight)


FRONT = View(
    name="front",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({*MEETING_EVENTS, *CONDITION_EVENTS, *SEAT_EVENTS, Established, BodyClosed, Listed, FundOpened}),
    evolve=evolve,
    show=show,
    closes=True,
)
