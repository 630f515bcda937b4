"""Policy: who may do what, and from `seeing` who may see what. One pure function each way, default deny (architecture §10).

The token says who you are; the record says what you may: seats, chairs and offices are events with validity.
"""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from domain.access import Office
from domain.called_in import seats_called_in_on
from domain.clusters import day_of_acting
from domain.concerned import COMMON_SCOPE as COMMON_SCOPE
from domain.concerned import Streams as Streams
from domain.concerned import meeting_of, seats_for, seats_of_chairs
from domain.dates import Day
from domain.guest_mask import guest_mask_of as guest_mask_of
from domain.kernel import Actor, By, Command, Unknown, Who
from domain.mask import Mask as Mask
from domain.mask import hides as hides
from domain.mask import hides_attachment as hides_attachment
from domain.mask import hides_draft as hides_draft
from domain.mask import hides_erasure as hides_erasure
from domain.mask import hides_title as hides_title
from domain.meeting.state import InSession, Reported, attended_on
from domain.minutes.state import seat_approving
from domain.names import ItemId, PersonId, kind_of, scope_of
from domain.offices import office_held
from domain.on_behalf import body_member, confirmer, contact, registrar
from domain.owning import owner
from domain.person import is_gone
from domain.seating import Seat, Seats, chairs, is_held, is_inside, seats_held, seats_stood_in_on, sees_closed
from domain.seats import Voice
from domain.seeing import mask_of as mask_of

DENIED = (
    "Du har ikke en plads eller et hverv, der giver ret til dette.",
    "You hold no seat or office that gives the right to this.",
)


class Denied(Exception):
    """403: neither seat nor office gives the right."""


def policy(command: Command, stream: str, actor: Actor, today: Day, streams: Streams) -> By:
    """On which seat and by which rule a person may give a command. Raises `Denied`, or `TooLow` where only the level lacks.

    Rules are tried in the order the command declares them; the first that holds is recorded with the event. Nobody acts as
    somebody who has died or is erased, and another system reads and never writes.
    """
    if is_gone(actor.person, streams) or kind_of(actor.person) == "client":
        raise Denied
    seated_on = day_of_acting(stream, today, streams)
    for who in type(command).who:
        on = today if who in OF_OFFICE else seated_on
        by = _RULES[who](command, stream, actor.person, on, streams) if who in _RULES else None
        if by is not None:
            actor.assure(command)
            return replace(by, assurance=actor.assurance)
    raise Denied


def _secretariat(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Of the body. What a body does about itself is for its own, where it has one; else for any of the scope."""
    found = tuple(seats_for(command, stream, today, streams))
    own = [(each, seats) for each, seats in found if seats.body == stream and _has_secretariat(seats, today)]
    return _secretary_of(own or found, person, today)


def _secretary_of(found: Iterable[tuple[str, Seats]], person: PersonId, today: Day) -> By | None:
    for membership, seats in found:
        seat = _held(seats, person, today, lambda seat: seat.voice is Voice.SECRETARIAT)
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="secretariat-of-body")
    return None


def _chair(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Of the body; where the command is about a body itself, of that body and no other; of a cluster, of its political level."""
    for membership, seats in seats_of_chairs(command, stream, today, streams):
        seat = _held(seats, person, today, lambda seat: chairs(seat, today))
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="chair-of-body")
    return None


def _member(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Who sits on a voting seat at the meeting, as its holder or a substitute; of its minutes, whoever attended on one."""
    if kind_of(stream) == "minutes":
        return _attended(command, stream, person, today, streams)
    state = streams.see(stream)
    if not isinstance(state, InSession):
        return None
    for membership, seats in seats_for(command, stream, today, streams):
        for seat in (*seats_held(seats, person, today), *seats_called_in_on(state, person, today, streams.see)):
            if seats.seats[seat].voice is Voice.VOTE and state.present.get(seat) == person:
                return By(person=person, seat=f"{membership}#{seat}", rule="member-present")
    return None


def _attended(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Whoever attended a meeting on a voting seat, at no item that they may not follow. A member who was away is told so."""
    meeting = meeting_of(command, stream, streams)
    if isinstance(meeting, Unknown):
        return None
    for membership, seats in seats_for(command, stream, today, streams):
        seat = seat_approving(meeting, seats, person, today)
        seat = seat or _held(seats, person, today, lambda seat: seat.voice is Voice.VOTE)
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="member-present")
    return None


def _attendee(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Anyone with a seat in the body, a substitute called in, or of minutes whoever attended: for themselves only, and at no item
    that is closed to them or not there. What a paper says of a meeting is the secretariat's to enter.
    """
    state = streams.see(stream)
    if isinstance(state, Reported) or not command.is_of(person, state):
        return None
    meeting = meeting_of(command, stream, streams)
    open_to_all = _is_open(getattr(command, "item", None), meeting)
    for membership, seats in seats_for(command, stream, today, streams):
        seat = _held(seats, person, today, lambda seat: open_to_all or sees_closed(seat, today))
        if seat is None:
            was_there = kind_of(stream) == "minutes" and not isinstance(meeting, Unknown)
            called_in = (
                attended_on(meeting, person) if was_there else seats_called_in_on(meeting, person, today, streams.see)
            )
            seat = next((each for each in called_in if open_to_all or is_inside(seats.seats[each])), None)
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="attendee-of-body")
    return None


def _substitute(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Whoever stands in on a seat of the body, called in or not: comes to its meeting themselves, or says that they do not."""
    state = streams.see(stream)
    if isinstance(state, Reported) or not command.is_of(person, state):
        return None
    for membership, seats in seats_for(command, stream, today, streams):
        for seat in seats_stood_in_on(seats, person, today):
            return By(person=person, seat=f"{membership}#{seat}", rule="substitute-of-body")
    return None


def _is_open(item: ItemId | None, meeting: Any) -> bool:
    """Whether an outsider may know of an item. Of a hidden one they are told the same as of none."""
    if item is None or isinstance(meeting, Unknown):
        return True
    return item in meeting.items and meeting.items[item].shut is None


def _secretariat_alone(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """The secretariat as long as nobody chairs; from then on it is for the chairs. A body's own, where it has one."""
    own = tuple(seats_of_chairs(command, stream, today, streams))
    if any(chairs(seat, today) for _, seats in own for seat in seats.seats.values()):
        return None
    has_its_own = any(_has_secretariat(seats, today) for _, seats in own)
    return _secretary_of(own if has_its_own else seats_for(command, stream, today, streams), person, today)


def _administrator(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Acts until there are those who act themselves: fills a body's first secretariat seat, lets parties into a cluster without
    a secretariat, redacts where nobody chairs.
    """
    office = office_held(person, Office.ADMINISTRATOR, scope_of(stream), today, streams)
    if office is None or _others_act(command, stream, today, streams):
        return None
    return By(person=person, seat=office, rule="administrator")


def _others_act(command: Command, stream: str, today: Day, streams: Streams) -> bool:
    """Whether a body, or a cluster that stands, has those for whom the administrator would act."""
    match kind_of(stream):
        case "membership":
            seats = streams.see(stream)
            return _has_secretariat(seats, today) or not command.founds(seats)
        case "cluster" if not command.creates:
            memberships = streams.ids("membership", scope_of(stream))
            return any(_has_secretariat(streams.see(each), today) for each in memberships)
        case "redaction":
            concerned = seats_for(command, stream, today, streams)
            return any(chairs(seat, today) for _, seats in concerned for seat in seats.seats.values())
        case _:
            return False


def _data_protection(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    office = office_held(person, Office.DATA_PROTECTION, scope_of(stream), today, streams)
    return None if office is None else By(person=person, seat=office, rule="data-protection")


def may_keep_papers(scope: str, person: PersonId, today: Day, streams: Streams) -> bool:
    """Whether a person may put bytes of papers into a scope: on a secretariat seat of any of its bodies."""
    return any(
        isinstance(seats := streams.see(each), Seats)
        and _held(seats, person, today, lambda seat: seat.voice is Voice.SECRETARIAT) is not None
        for each in streams.ids("membership", scope)
    )


_RULES = {
    Who.SECRETARIAT: _secretariat,
    Who.CHAIR: _chair,
    Who.MEMBER: _member,
    Who.ATTENDEE: _attendee,
    Who.SUBSTITUTE: _substitute,
    Who.CONTACT: contact,
    Who.BODY_MEMBER: body_member,
    Who.OWNER: owner,
    Who.SECRETARIAT_ALONE: _secretariat_alone,
    Who.ADMINISTRATOR: _administrator,
    Who.DATA_PROTECTION: _data_protection,
    Who.REGISTRAR: registrar,
    Who.CONFIRMER: confirmer,
}
"""REACTION, HOUSE and INIT are missing on purpose: nobody gives those at a door."""
OF_OFFICE = frozenset({Who.ADMINISTRATOR, Who.DATA_PROTECTION})
"""Rights of an office, which does not end with a cluster."""


def _has_secretariat(seats: Any, today: Day) -> bool:
    """Whether somebody holds a secretariat seat today; else the administrator may act, so no body is locked out."""
    return isinstance(seats, Seats) and any(
        seat.voice is Voice.SECRETARIAT and is_held(seat, today) for seat in seats.seats.values()
    )


def _held(seats: Seats, person: PersonId, today: Day, fits: Callable[[Seat], bool]) -> str | None:
    for name in seats_held(seats, person, today):
        if fits(seats.seats[name]):
            return name
    return None
