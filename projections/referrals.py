"""Who asked whom what, and is it answered? The referrals (henvendelser) of a scope.

Topic `{scope}/referrals`. Keys: `{referral}`, and `{referral}/answer` once it is answered.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day, day_of
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.referral import Answered, Placed, Sent
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.said import SaidDate, date_row
from projections.view import Get, Named, Rows, Sight, View


class ReferralRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="referral"):
    """A question and its way."""

    referral: N
    state: str
    """sent, placed, answered"""
    sent_on: Day
    position: int
    """Where it began; it stays."""
    from_body: N | None = None
    to_body: N | None = None
    question: T | None = None
    answer_by: Day | None = None
    expected: SaidDate[T] | None = None
    arises_from: Place[N] | None = None
    placed: Place[N] | None = None
    """The item on whose agenda it stands."""
    placed_at: int | None = None
    """The version of its stream at which it was placed."""
    answered_at: int | None = None
    """The version of its stream at which it was answered."""


class AnswerRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="answer"):
    """What was answered."""

    referral: N
    answered_on: Day
    version: int
    """Of the referral's stream, when it was answered."""
    position: int
    text: T | None = None
    reserved: bool = False
    decision: Place[N] | None = None
    document: N | None = None


Row = ReferralRow[Kept, str] | AnswerRow[Kept, str]
Shown = ReferralRow[str | None, Named] | AnswerRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, referral, version = recorded.event, recorded.stream, recorded.version
    key = f"{scope_of(referral)}/referrals|{name_of(referral)}"
    match event:
        case Sent():
            sent = ReferralRow[Kept, str](
                referral=referral,
                state="sent",
                sent_on=day_of(recorded.recorded_at),
                from_body=event.from_body,
                to_body=event.to_body,
                question=event.question,
                answer_by=event.answer_by,
                expected=date_row(event.expected),
                arises_from=place_of(event.arises_from),
                position=recorded.position,
            )
            return {key: sent}
        case Placed():
            place = Place(stream=event.meeting, item=event.item)
            return {key: msgspec.structs.replace(get(key), state="placed", placed=place, placed_at=version)}
        case Answered():
            answer = AnswerRow[Kept, str](
                referral=referral,
                answered_on=day_of(recorded.recorded_at),
                text=event.text,
                reserved=event.reserved,
                decision=place_of(event.decision),
                document=event.document,
                version=version,
                position=recorded.position,
            )
            answered = msgspec.structs.replace(get(key), state="answered", answered_at=version)
            return {key: answered, f"{key}/answer": answer}
        case _:
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    if sight.hides_stream(row.referral):
        return None
    if isinstance(row, AnswerRow):
        return None if sight.hides_event(row.referral, row.version) else reveal(row, sight)
    return reveal(_as_far_as_open(row, sight), sight)


def _as_far_as_open(row: Any, sight: Sight) -> Any:
    """What happened to it at an item that is closed to the reader has not happened."""
    if row.placed_at is not None and sight.hides_event(row.referral, row.placed_at):
        row = msgspec.structs.replace(row, placed=None, placed_at=None)
    if row.answered_at is not None and sight.hides_event(row.referral, row.answered_at):
        row = msgspec.structs.replace(row, answered_at=None)
    state = "answered" if row.answered_at is not None else "sent" if row.placed is None else "placed"
    return msgspec.structs.replace(row, state=state)


REFERRALS = View(
    name="referrals",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({Sent, Placed, Answered}),
    evolve=evolve,
    show=show,
    closes=True,
)
