"""What is on in this cluster? Its front page (forside): bodies, the meetings to come, red and yellow, open conditions, vacant
seats, money free; and its end, once that is decided.

Topic `{scope}/front`. Keys: `end/{cluster}`, `body/{name}`, `meeting/{name}`, `initiative/{name}`, `condition/{name}`,
`vacancy/{body}/{seat}`, `fund/{name}`. A row stands only while there is something to see, so the page stays as short as what
is open, and a number on it is a number of rows: never one that counts what its reader may not see.
"""

from typing import Any

import msgspec

from domain.awaited import Awaited
from domain.body import BodyClosed, Established
from domain.condition import BlockAdded, Failed, Fulfilled, Waived
from domain.condition import Opened as ConditionOpened
from domain.dates import Day
from domain.deadline import DeadlinePassed, Lapsed
from domain.dissolving import ClusterDissolved, DissolutionDecided
from domain.fund.opening import Opened as FundOpened
from domain.fund.opening import OpenedWith
from domain.fund.winding import HandedOver as FundHandedOver
from domain.fund.winding import TakenOver as FundTakenOver
from domain.fund.winding import WoundUp
from domain.handing.condition import HandedOver, TakenOver
from domain.kernel import Event, Recorded
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.meeting.sending import AgendaSent
from domain.names import name_of, scope_of
from domain.text import Kept
from projections import board_rows
from projections.blocked import blocked_place
from projections.board import BOARD_EVENTS, OVER, board_row
from projections.board_known import KNOWN_EVENTS, known, whom
from projections.board_show import show_board
from projections.front_rows import BodyRow, ConditionRow, EndRow, InitiativeRow, MeetingRow, MoneyRow, VacancyRow
from projections.fund import FUND_EVENTS
from projections.fund_books import legs_of, summed
from projections.reveal import reveal
from projections.seats import SEAT_EVENTS, SeatRow, SeatsOf, fold_seats
from projections.view import Get, Named, Rows, Sight, View

KNOWN = "front-known"
"""The prefix of the keys that no topic has: what must be known when something happens."""

Words = str | None
Row = (
    EndRow[str]
    | BodyRow[Kept, str]
    | MeetingRow[Kept, str]
    | InitiativeRow[Kept, str]
    | ConditionRow[Kept, str]
    | VacancyRow[Kept, str]
    | MoneyRow[Kept, str]
    | SeatRow[Kept, str]
    | SeatsOf
    | board_rows.PathKept
    | board_rows.PathsKept
    | board_rows.MeetingKept
    | board_rows.AwaitedKept
)
Shown = (
    EndRow[Named]
    | BodyRow[Words, Named]
    | MeetingRow[Words, Named]
    | InitiativeRow[Words, Named]
    | ConditionRow[Words, Named]
    | VacancyRow[Words, Named]
    | MoneyRow[Words, Named]
)
MONEY_EVENTS: tuple[type[Event], ...] = tuple(
    each for each in FUND_EVENTS if each is FundOpened or "legs" in each.__struct_fields__
)
MEETING_EVENTS: tuple[type[Event], ...] = (
    MeetingCalled,
    MeetingOpened,
    MeetingMoved,
    AgendaSent,
    MeetingAdjourned,
    MeetingCancelled,
)
CONDITION_EVENTS: tuple[type[Event], ...] = (
    *(ConditionOpened, BlockAdded, DeadlinePassed, Lapsed, Fulfilled, Failed, Waived),
    *(HandedOver, TakenOver),
)


def initiative_key(initiative: str) -> str:
    return f"{scope_of(initiative)}/front|initiative/{name_of(initiative)}"


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, scope = recorded.event, scope_of(recorded.stream)
    key = f"{scope}/front|{{}}/{name_of(recorded.stream)}".format
    rows = known(get, recorded, KNOWN)
    if isinstance(event, MEETING_EVENTS):
        return rows | _meeting(get, recorded, key("meeting"))
    if isinstance(event, CONDITION_EVENTS):
        return rows | _condition(get, recorded, key("condition"))
    if isinstance(event, SEAT_EVENTS):
        return _seats(get, recorded)
    if isinstance(event, MONEY_EVENTS):
        return _money(get, recorded, key("fund"))
    if isinstance(event, BOARD_EVENTS):
        return board_row(get, recorded, initiative_key, KNOWN, InitiativeRow)
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
        case DissolutionDecided(ceases_on=ceases_on, successors=successors):
            end = EndRow[str](
                cluster=recorded.stream,
                ceases_on=ceases_on,
                successors=successors,
                decided=recorded.version,
                position=recorded.position,
            )
            return {key("end"): end}
        case ClusterDissolved():
            return {key("end"): msgspec.structs.replace(get(key("end")), dissolved=True, position=recorded.position)}
        case FundOpened():
            return {key("fund"): MoneyRow[Kept, str](fund=recorded.stream, name=event.name, position=recorded.position)}
        case _:
            return rows


def _meeting(get: Get, recorded: Recorded, key: str) -> dict[str, Any]:
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


def _money(get: Get, recorded: Recorded, key: str) -> Rows:
    """A fund stands here until it is wound up or handed over."""
    event = recorded.event
    if isinstance(event, WoundUp | FundHandedOver):
        return {key: None}
    row = get(key)
    if row is None:
        name = event.name if isinstance(event, FundOpened | FundTakenOver) else None
        row = MoneyRow[Kept, str](fund=recorded.stream, name=name, position=recorded.position)
    opening = row.opening or isinstance(event, OpenedWith)
    sums = summed(row, legs_of(event))
    return {key: msgspec.structs.replace(row, **sums, opening=opening, position=recorded.position)}


def _condition(get: Get, recorded: Recorded, key: str) -> dict[str, Any]:
    event = recorded.event
    match event:
        case ConditionOpened():
            return {key: _open(recorded, event.awaits, event.opened_on, event.answer_by, event)}
        case BlockAdded():
            row = get(key)
            return {key: msgspec.structs.replace(row, blocks=(*row.blocks, blocked_place(event.blocked)))}
        case DeadlinePassed():
            return {key: msgspec.structs.replace(get(key), late=True, position=recorded.position)}
        case Lapsed() | HandedOver():
            return {key: None}
        case TakenOver():
            carried = event.carried
            return {
                key: _open(recorded, carried.awaits, carried.opened_on, carried.answer_by, carried, carried.is_late)
            }
        case _:
            return {key: msgspec.structs.replace(get(key), ended=recorded.version)}


def _open(
    recorded: Recorded, awaits: Awaited[Kept], since: Day, answer_by: Day | None, told: Any, late: bool = False
) -> ConditionRow[Kept, str]:
    return ConditionRow(
        condition=recorded.stream,
        since=since,
        words=told.words,
        awaited=whom(awaits),
        answer_by=answer_by,
        late=late,
        blocks=tuple(blocked_place(each) for each in told.blocks),
        position=recorded.position,
    )


def _seats(get: Get, recorded: Recorded) -> Rows:
    """The seats themselves, which are never shown here, and a row for each that nobody holds."""
    rows: dict[str, Any] = dict(fold_seats(get, recorded, f"{KNOWN}|{scope_of(recorded.stream)}/"))
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
        patients=seat.patients,
        because=seat.vacant_because,
        since=max((each.ceases_on for each in seat.holders if each.ceases_on is not None), default=None),
        position=seat.position,
    )


def show(key: str, row: Any, sight: Sight) -> Any:
    match row:
        case EndRow():
            hidden = sight.hides_event(row.cluster, row.decided)
        case BodyRow() | VacancyRow():
            hidden = sight.hides_stream(row.body)
        case InitiativeRow():
            shown = show_board(row, sight)
            return None if shown is None or shown.stage in OVER else shown
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
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            *MEETING_EVENTS,
            *CONDITION_EVENTS,
            *SEAT_EVENTS,
            *BOARD_EVENTS,
            *KNOWN_EVENTS,
            *MONEY_EVENTS,
            *(Established, BodyClosed, DissolutionDecided, ClusterDissolved),
        }
    ),
    evolve=evolve,
    show=show,
    closes=True,
)
