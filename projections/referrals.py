"""Who asked whom what, and is it answered? The referrals (henvendelser) of a scope.

Topic `{scope}/referrals`. Keys: `{referral}`, and `{referral}/end` once it is answered, declined or withdrawn. What a body of
another scope is asked stands there too, as `{scope it comes from}:{referral}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day, day_of
from domain.handing.referral import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.referral import Answered, Declined, Placed, Received, Reminded, Sent, Withdrawn
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View


class ReferralRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="referral"):
    """A question and its way."""

    referral: N
    state: str
    """sent, placed, answered, declined, withdrawn, handed-over"""
    sent_on: Day
    position: int
    """Where it began; it stays."""
    direction: str | None = None
    """By stored name: up, down, sideways, out, in, promised."""
    from_body: N | None = None
    from_party: N | None = None
    to_body: N | None = None
    to_party: N | None = None
    outside: T | None = None
    """The organisation it comes from, where its direction is in; else the one it goes to."""
    question: T | None = None
    answer_by: Day | None = None
    late: bool = False
    expected: SaidDate[T] | None = None
    arises_from: Place[N] | None = None
    in_reply_to: N | None = None
    document: N | None = None
    placed: Place[N] | None = None
    """The item on whose agenda it stands."""
    placed_at: int | None = None
    """The version of its stream at which it was placed."""
    ended: str | None = None
    """answered, declined, withdrawn, handed-over"""
    ended_at: int | None = None
    """The version of its stream at which it ended."""
    successor: N | None = None
    """Where it goes on, once it is handed over."""
    from_stream: N | None = None
    """What it was before, in a cluster that has ceased."""


class EndRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="end"):
    """What was answered, or why it will not be."""

    referral: N
    state: str
    ended_on: Day
    version: int
    """Of the referral's stream."""
    position: int
    text: T | None = None
    when: SaidDate[T] | None = None
    reserved: bool = False
    """The answer holds reservations."""
    decision: Place[N] | None = None
    document: N | None = None


Row = ReferralRow[Kept, str] | EndRow[Kept, str]
Shown = ReferralRow[str | None, Named] | EndRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    key = f"{scope_of(recorded.stream)}/referrals|{name_of(recorded.stream)}"
    rows = _fold(get, key, recorded)
    return {**rows, **_at_whom_it_asks(rows, key, recorded.stream)}


def _at_whom_it_asks(rows: Rows, key: str, referral: str) -> Rows:
    """The same rows in the scope of the body that is asked, where that is another."""
    row: Any = rows.get(key)
    if row is None or row.to_body is None or scope_of(row.to_body) == scope_of(referral):
        return {}
    there = f"{scope_of(row.to_body)}/referrals|{scope_of(referral)}:{name_of(referral)}"
    return {there + each.removeprefix(key): row for each, row in rows.items()}


def _fold(get: Get, key: str, recorded: Recorded) -> Rows:
    event, version = recorded.event, recorded.version
    match event:
        case Sent() | Received():
            return {key: _asked(event, recorded)}
        case Placed():
            place = Place(stream=event.meeting, item=event.item)
            return {key: msgspec.structs.replace(get(key), placed=place, placed_at=version)}
        case Reminded():
            row = get(key)
            late = event.passed is not None and event.answer_by is None
            return {key: msgspec.structs.replace(row, answer_by=event.answer_by or row.answer_by, late=late)}
        case Answered():
            more = {"text": event.text, "when": date_row(event.when), "reserved": event.reserved}
            return _ended(get, key, recorded, "answered", document=event.document, **more)
        case Declined():
            return _ended(get, key, recorded, "declined", text=event.reason, document=event.document)
        case Withdrawn():
            return _ended(get, key, recorded, "withdrawn", text=event.reason)
        case HandedOver():
            changes = {"ended": "handed-over", "ended_at": version, "successor": event.successor}
            return {key: msgspec.structs.replace(get(key), **changes)}
        case TakenOver():
            return {key: _taken_over(get, event, recorded)}
        case _:
            return {}


def _asked(event: Sent | Received, recorded: Recorded) -> ReferralRow[Kept, str]:
    other: dict[str, Any]
    if isinstance(event, Sent):
        other = {
            "to_party": event.to_party,
            "outside": event.to_outside,
            "arises_from": place_of(event.arises_from),
            "in_reply_to": event.in_reply_to,
        }
    else:
        other = {"from_party": event.from_party, "outside": event.from_outside, "document": event.document}
    return ReferralRow(
        referral=recorded.stream,
        state="sent",
        sent_on=day_of(recorded.recorded_at),
        direction=event.direction,
        from_body=event.from_body,
        to_body=event.to_body,
        question=event.question,
        answer_by=event.answer_by,
        expected=date_row(event.expected),
        position=recorded.position,
        **other,
    )


def _taken_over(get: Get, event: TakenOver, recorded: Recorded) -> Any:
    """The question as it was asked, now with its successor."""
    was = get(f"{scope_of(event.from_stream)}/referrals|{name_of(event.from_stream)}")
    return msgspec.structs.replace(
        was,
        referral=recorded.stream,
        from_stream=event.from_stream,
        from_body=event.carried.from_body,
        to_body=event.carried.to_body,
        state="sent",
        placed=None,
        placed_at=None,
        ended=None,
        ended_at=None,
        successor=None,
        position=recorded.position,
    )


def _ended(get: Get, key: str, recorded: Recorded, state: str, **more: Any) -> Rows:
    end = EndRow[Kept, str](
        referral=recorded.stream,
        state=state,
        ended_on=day_of(recorded.recorded_at),
        decision=place_of(recorded.event.decision),
        version=recorded.version,
        position=recorded.position,
        **more,
    )
    return {key: msgspec.structs.replace(get(key), ended=state, ended_at=recorded.version), f"{key}/end": end}


def show(key: str, row: Any, sight: Sight) -> Any:
    if sight.hides_stream(row.referral):
        return None
    if isinstance(row, EndRow):
        return None if sight.hides_event(row.referral, row.version) else reveal(row, sight)
    return reveal(_as_far_as_open(row, sight), sight)


def _as_far_as_open(row: Any, sight: Sight) -> Any:
    """What happened to it at an item that is closed to the reader has not happened."""
    if row.placed_at is not None and sight.hides_event(row.referral, row.placed_at):
        row = msgspec.structs.replace(row, placed=None, placed_at=None)
    if row.ended_at is not None and sight.hides_event(row.referral, row.ended_at):
        row = msgspec.structs.replace(row, ended=None, ended_at=None, successor=None)
    state = row.ended or ("sent" if row.placed is None else "placed")
    return msgspec.structs.replace(row, state=state)


REFERRALS = View(
    name="referrals",
    version=3,
    row=Row,
    shown=Shown,
    folds=frozenset({Sent, Received, Placed, Reminded, Answered, Declined, Withdrawn, HandedOver, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)
