"""Who owes what to whom, by when, and have they replied? The actions owed (opgaver) of a scope.

Topic `{scope}/actions`. Keys: `{action}/{debtor}`, where a debtor is its id percent-encoded, the name of an organisation, or
`not-stated`; `{action}/{debtor}/{occurrence}` for each period of what recurs; `{action}/end` where it was let go.
"""

from typing import Any, Generic
from urllib.parse import quote

import msgspec
from msgspec import Struct

from domain.action import Assigned, Cancelled, FellDue, Replied
from domain.dates import Day, day_of
from domain.duty import id_of
from domain.effects import ByOutside, Debtor
from domain.handing.action import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View


class ActionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="action"):
    """What one debtor owes."""

    action: N
    owed_by: str
    """By stored name: party, body, person, outside, not-stated."""
    report_to: N
    state: str
    """owed, late, replied, cancelled, handed-over; of what recurs, owed until it is cancelled or handed over"""
    since: Day
    position: int
    what: T | None = None
    debtor: N | None = None
    outside: str | None = None
    answer_by: Day | None = None
    expected: SaidDate[T] | None = None
    recurs: str | None = None
    ceases_on: Day | None = None
    decision: Place[N] | None = None
    """The decision that gave it."""
    reply: T | None = None
    replied_on: Day | None = None
    document: N | None = None
    cancelled: int | None = None
    """The version of its stream at which it was let go."""
    handed: int | None = None
    """The version of its stream at which it was handed over."""
    successor: N | None = None
    """Where it goes on, once it is handed over."""
    from_stream: N | None = None
    """What it was before, in a cluster that has ceased."""


class OccurrenceRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="occurrence"):
    """One period of what recurs: a month, a year, a meeting."""

    action: N
    occurrence: str
    state: str
    """late, replied"""
    position: int
    answer_by: Day | None = None
    reply: T | None = None
    replied_on: Day | None = None
    document: N | None = None


class EndRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="end"):
    """Why nobody owes it any longer."""

    action: N
    ended_on: Day
    version: int
    position: int
    reason: T | None = None
    decision: Place[N] | None = None


class DebtorsOf(Struct, frozen=True, kw_only=True, gc=False, tag="debtors"):
    """The rows of an action. Never shown."""

    debtors: tuple[str, ...]


Row = ActionRow[Kept, str] | OccurrenceRow[Kept, str] | EndRow[Kept, str] | DebtorsOf
Words = str | None
Shown = ActionRow[Words, Named] | OccurrenceRow[Words, Named] | EndRow[Words, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, action = recorded.event, recorded.stream
    about = f"{scope_of(action)}/actions|{name_of(action)}"
    match event:
        case Assigned():
            return _assigned(event, about, recorded)
        case Replied():
            on = day_of(recorded.recorded_at)
            reply = {"state": "replied", "reply": event.text, "replied_on": on, "document": event.document}
            return _put(get, about, event, recorded, **reply)
        case FellDue():
            return _put(get, about, event, recorded, state="late", answer_by=event.answer_by)
        case Cancelled():
            return _cancelled(get, event, about, recorded)
        case HandedOver():
            keys = [f"{about}/{debtor}" for debtor in get(about).debtors]
            changes = {"handed": recorded.version, "successor": event.successor}
            return {key: msgspec.structs.replace(get(key), **changes) for key in keys}
        case TakenOver():
            return _taken_over(get, event, about, recorded)
        case _:
            return {}


def _assigned(event: Assigned, about: str, recorded: Recorded) -> Rows:
    rows: dict[str, Any] = {about: DebtorsOf(debtors=tuple(_name(each) for each in event.owed_by))}
    for debtor in event.owed_by:
        rows[f"{about}/{_name(debtor)}"] = ActionRow[Kept, str](
            action=recorded.stream,
            owed_by=str(debtor.__struct_config__.tag),
            debtor=id_of(debtor),
            outside=debtor.organisation if isinstance(debtor, ByOutside) else None,
            report_to=event.report_to,
            state="owed",
            since=day_of(recorded.recorded_at),
            what=event.what,
            answer_by=event.answer_by,
            expected=None if event.expected is None else date_row(event.expected),
            recurs=event.recurs,
            ceases_on=event.ceases_on,
            decision=place_of(event.decision),
            position=recorded.position,
        )
    return rows


def _put(get: Get, about: str, event: Replied | FellDue, recorded: Recorded, **changes: Any) -> Rows:
    """What came of a debt: in its row, or of what recurs in the row of that occurrence."""
    key = f"{about}/{_name(event.debtor)}"
    if event.occurrence is not None:
        key = f"{key}/{quote(event.occurrence, safe='')}"
    row = get(key)
    if row is None and event.occurrence is not None:
        row = OccurrenceRow[Kept, str](action=recorded.stream, occurrence=event.occurrence, state="", position=0)
    return {key: msgspec.structs.replace(row, position=recorded.position, **changes)}


def _cancelled(get: Get, event: Cancelled, about: str, recorded: Recorded) -> Rows:
    end = EndRow[Kept, str](
        action=recorded.stream,
        ended_on=day_of(recorded.recorded_at),
        reason=event.reason,
        decision=place_of(event.decision),
        version=recorded.version,
        position=recorded.position,
    )
    keys = [f"{about}/{debtor}" for debtor in get(about).debtors]
    rows = {key: msgspec.structs.replace(get(key), cancelled=recorded.version) for key in keys}
    return {**rows, f"{about}/end": end}


def _taken_over(get: Get, event: TakenOver, about: str, recorded: Recorded) -> Rows:
    """What each debtor owes, as it stood; what came for periods that are over stays in the cluster that ceased."""
    before = f"{scope_of(event.from_stream)}/actions|{name_of(event.from_stream)}"
    debtors = event.carried.owed_by
    rows: dict[str, Any] = {about: DebtorsOf(debtors=tuple(_name(each) for each in debtors))}
    for debtor, was in zip(debtors, get(before).debtors, strict=True):
        rows[f"{about}/{_name(debtor)}"] = msgspec.structs.replace(
            get(f"{before}/{was}"),
            action=recorded.stream,
            from_stream=event.from_stream,
            debtor=id_of(debtor),
            report_to=event.carried.report_to,
            handed=None,
            successor=None,
            position=recorded.position,
        )
    return rows


def _name(debtor: Debtor) -> str:
    """A debtor as part of a key."""
    if isinstance(debtor, ByOutside):
        return f"outside:{quote(debtor.organisation, safe='')}"
    return quote(id_of(debtor) or "not-stated", safe="")


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, DebtorsOf) or sight.hides_stream(row.action):
        return None
    if isinstance(row, EndRow):
        return None if sight.hides_event(row.action, row.version) else reveal(row, sight)
    if isinstance(row, ActionRow) and row.cancelled is not None:
        if sight.hides_event(row.action, row.cancelled):
            row = msgspec.structs.replace(row, cancelled=None)
        elif row.state != "replied":
            row = msgspec.structs.replace(row, state="cancelled")
    if isinstance(row, ActionRow) and row.handed is not None:
        if sight.hides_event(row.action, row.handed):
            row = msgspec.structs.replace(row, handed=None, successor=None)
        elif row.state != "replied":
            row = msgspec.structs.replace(row, state="handed-over")
    return reveal(row, sight)


ACTIONS = View(
    name="actions",
    version=3,
    row=Row,
    shown=Shown,
    folds=frozenset({Assigned, Replied, FellDue, Cancelled, HandedOver, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)
