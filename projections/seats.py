"""Seats as rows: whose each is, who holds it from which day to which, who stands in, who chairs. A row reads no clock."""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day, day_of, in_force
from domain.kernel import Recorded
from domain.membership.chairs import ChairLeft, ChairTaken
from domain.membership.holders import SeatFilled, SeatVacated
from domain.membership.seats import SeatClosed, SeatOpened
from domain.membership.substitutes import SubstituteEnded, SubstituteNamed
from domain.names import name_of, scope_of
from domain.seats import ByCluster, ByParty, ByPatients, ByRole, BySubject
from domain.text import Kept, T
from projections.reveal import N
from projections.view import Get, Rows

HOLDERS_MAX = 60
"""Kept in one row, the last; the record holds all."""


class HolderRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """Who holds a seat, held it or comes to hold it. `left`: over, and nobody stated on which day."""

    person: N
    from_on: Day | None = None
    ceases_on: Day | None = None
    left: bool = False
    cause: str | None = None
    chairs_for: str | None = None
    chairs_from_on: Day | None = None
    chairs_until: Day | None = None


class SubstituteRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """Who stands in on a seat: for its holder, or after somebody."""

    person: N
    after: N | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class SeatRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="seat"):
    """A seat of a body. A row reads no clock: `person` is who held it on the day of its last change, or else comes to; absent
    where it is vacant. `holders` tells of all, in the order in which they leave."""

    body: N
    seat: str
    voice: str
    position: int
    version: int
    """Of the membership's stream when this row last changed."""
    party: N | None = None
    role: T | None = None
    by_subject: bool = False
    """`role` is a subject, no office."""
    cluster: N | None = None
    patients: bool = False
    person: N | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    chairs_for: str | None = None
    chairs_from_on: Day | None = None
    chairs_until: Day | None = None
    vacant_because: str | None = None
    holders: tuple[HolderRow[N], ...] = ()
    substitutes: tuple[SubstituteRow[N], ...] = ()
    closed_on: Day | None = None


class SeatsOf(Struct, frozen=True, kw_only=True, gc=False, tag="body-of"):
    """Which body a membership is of, and its seats. Never shown."""

    body: str
    seats: tuple[str, ...]


SEAT_EVENTS = (
    *(SeatOpened, SeatClosed, SeatFilled, SeatVacated),
    *(SubstituteNamed, SubstituteEnded, ChairTaken, ChairLeft),
)


def fold_seats(get: Get, recorded: Recorded, topic: str | None = None) -> Rows:
    """The rows of seats that an event of a membership changes, under the topic `people` or another that a view keeps them at."""
    event, topic = recorded.event, topic or f"{scope_of(recorded.stream)}/people|"
    of = f"{topic}membership/{name_of(recorded.stream)}"
    if isinstance(event, SeatOpened):
        before: SeatsOf | None = get(of)
        seats = (*(before.seats if before else ()), event.seat)
        return {
            f"{_seats(topic, event.body)}{event.seat}": _opened(event, recorded),
            of: SeatsOf(body=event.body, seats=seats),
        }
    known: SeatsOf = get(of)
    keys = {seat: f"{_seats(topic, known.body)}{seat}" for seat in _touched(event, known)}
    rows = {key: _changed(get(key), event, day_of(recorded.recorded_at)) for key in keys.values()}
    told = {"position": recorded.position, "version": recorded.version}
    return {key: msgspec.structs.replace(row, **told) for key, row in rows.items() if row is not None}


def _seats(topic: str, body: str) -> str:
    return f"{topic}body/{name_of(body)}/seat/"


def _touched(event: Any, of: SeatsOf) -> tuple[str, ...]:
    match event:
        case SubstituteNamed():
            return event.stands_for
        case SubstituteEnded():
            return of.seats
        case _:
            return (event.seat,)


def _opened(event: SeatOpened, recorded: Recorded) -> SeatRow[Kept, str]:
    return SeatRow(
        body=event.body,
        seat=event.seat,
        voice=event.voice,
        party=event.right.party if isinstance(event.right, ByParty) else None,
        role=event.right.words if isinstance(event.right, ByRole | BySubject) else None,
        by_subject=isinstance(event.right, BySubject),
        cluster=event.right.cluster if isinstance(event.right, ByCluster) else None,
        patients=isinstance(event.right, ByPatients),
        position=recorded.position,
        version=recorded.version,
    )


def _changed(row: Any, event: Any, today: Day) -> Any:
    """A seat's row after an event; None where the event does not touch it after all."""
    match event:
        case SeatClosed():
            return msgspec.structs.replace(row, closed_on=event.ceases_on)
        case SubstituteNamed():
            named = SubstituteRow[str](
                person=event.person, after=event.after, from_on=event.from_on, ceases_on=event.ceases_on
            )
            return msgspec.structs.replace(row, substitutes=(*row.substitutes, named))
        case SubstituteEnded():
            left = tuple(still for each in row.substitutes if (still := _no_longer(each, event)) is not None)
            return None if left == row.substitutes else msgspec.structs.replace(row, substitutes=left)
        case SeatFilled():
            new = HolderRow[str](person=event.person, from_on=event.from_on, ceases_on=event.ceases_on)
            holders = sorted((*row.holders, new), key=_leaving)[-HOLDERS_MAX:]
        case SeatVacated():
            left_over = (_vacated(each, event, row) for each in row.holders)
            holders = [holder for holder in left_over if holder is not None]
        case ChairTaken():
            chair = _who(row.holders, event.from_on)
            taken = {"chairs_for": event.side, "chairs_from_on": event.from_on, "chairs_until": None}
            holders = [each if each != chair else msgspec.structs.replace(each, **taken) for each in row.holders]
        case ChairLeft(ceases_on=None):
            none = {"chairs_for": None, "chairs_from_on": None, "chairs_until": None}
            holders = [msgspec.structs.replace(each, **none) for each in row.holders]
        case ChairLeft():
            until = {"chairs_until": event.ceases_on}
            holders = [msgspec.structs.replace(each, **until) if each.chairs_for else each for each in row.holders]
    return _with_holder(msgspec.structs.replace(row, holders=tuple(holders)), event, today)


def _with_holder(row: Any, event: Any, today: Day) -> Any:
    """The row with who holds the seat on a day, or else comes to; with why it is vacant, or falls vacant."""
    kept = [each for each in row.holders if not each.left and (each.ceases_on is None or today < each.ceases_on)]
    if not kept:
        cause = event.cause if isinstance(event, SeatVacated) else row.vacant_because
        changes = dict.fromkeys(("person", "from_on", "ceases_on", "chairs_for", "chairs_from_on", "chairs_until"))
        return msgspec.structs.replace(row, vacant_because=cause, **changes)
    holder = kept[0]
    is_chair = holder.chairs_until is None or today < holder.chairs_until
    return msgspec.structs.replace(
        row,
        person=holder.person,
        from_on=holder.from_on,
        ceases_on=holder.ceases_on,
        chairs_for=holder.chairs_for if is_chair else None,
        chairs_from_on=holder.chairs_from_on if is_chair else None,
        chairs_until=holder.chairs_until if is_chair else None,
        vacant_because=holder.cause,
    )


def _leaving(holder: HolderRow[str]) -> tuple[bool, Day]:
    """In the order in which they leave; whoever stays comes last."""
    return not holder.left and holder.ceases_on is None, holder.ceases_on or ""


def _vacated(holder: HolderRow[str], event: SeatVacated, row: SeatRow[Kept, str]) -> HolderRow[str] | None:
    """A holding after its person left; None where it now never begins."""
    if holder.person != event.person or holder.left:
        return holder
    if event.ceases_on is None:
        last = [each for each in row.holders if each.person == event.person and not each.left][-1]
        return msgspec.structs.replace(holder, left=True, cause=event.cause) if holder is last else holder
    if holder.ceases_on is not None and holder.ceases_on <= event.ceases_on:
        return holder
    if holder.from_on is not None and event.ceases_on <= holder.from_on:
        return None
    return msgspec.structs.replace(holder, ceases_on=event.ceases_on, cause=event.cause)


def _who(holders: tuple[HolderRow[str], ...], on: Day | None) -> HolderRow[str] | None:
    """Which of the holders chairs: the one of a day, or the first who comes after; without a day the last."""
    here = [each for each in holders if not each.left]
    if on is None or not here:
        return here[-1] if here else None
    then = [each for each in here if in_force(each.from_on, each.ceases_on, on)]
    later = [each for each in here if each.from_on is not None and each.from_on > on]
    return (then or later or here[-1:])[0]


def _no_longer(substitute: SubstituteRow[str], event: SubstituteEnded) -> SubstituteRow[str] | None:
    if substitute.person != event.person or (
        substitute.ceases_on is not None and substitute.ceases_on <= event.ceases_on
    ):
        return substitute
    if substitute.from_on is not None and event.ceases_on <= substitute.from_on:
        return None
    return msgspec.structs.replace(substitute, ceases_on=event.ceases_on)
