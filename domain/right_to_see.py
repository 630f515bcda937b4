"""By what right (adkomst) somebody is shown something: the seat, else the office, that the access log names."""

from collections.abc import Iterator

from domain.access import Office
from domain.called_in import seats_called_in_on
from domain.clusters import day_of_rights
from domain.concerned import COMMON_SCOPE, Streams
from domain.dates import Day
from domain.kernel import Unknown
from domain.names import MeetingId, PersonId, scope_of
from domain.offices import offices_of
from domain.seating import Seats, seats_held, sees_closed


def is_auditor(person: PersonId, today: Day, streams: Streams) -> bool:
    """Whether all that a person reads is to be known."""
    return any(held.office is Office.AUDITOR for _, held in offices_of(streams.ids("access"), person, today, streams))


def right_to_see(about: str, topic: str, person: PersonId, today: Day, streams: Streams) -> str | None:
    """The seat or office by which a person is shown what is about an item, a person or a topic; None: by none in force today.

    Of a meeting, a seat of its body comes first, then the one they are called in for; then any that opens what is closed.
    """
    meeting = _meeting_of(about) or _meeting_of(topic)
    scope = next((each for each in (_scope(about), _scope(topic)) if each != COMMON_SCOPE), COMMON_SCOPE)
    of_body = _seat_in(_membership_of(meeting, streams), person, today, streams) if meeting else None
    called_in = _called_in(meeting, person, today, streams) if meeting else None
    seats = (_seat_in(each, person, today, streams) for each in _memberships(scope, streams))
    return of_body or called_in or next((seat for seat in seats if seat), None) or _office(person, today, streams)


def _scope(address: str) -> str:
    """Of a stream or topic; the feed is of all, as what is common is."""
    scope, within, _ = address.partition("/")
    return scope if within else COMMON_SCOPE


def _meeting_of(stream: str) -> MeetingId | None:
    parts = stream.split("/")
    return "/".join(parts[:3]) if len(parts) >= 3 and parts[1] == "meeting" else None


def _membership_of(meeting: MeetingId, streams: Streams) -> str | None:
    state = streams.see(meeting)
    body = None if isinstance(state, Unknown) else streams.see(state.body)
    return None if body is None or isinstance(body, Unknown) else str(body.membership)


def _memberships(scope: str, streams: Streams) -> Iterator[str]:
    yield from streams.ids("membership", None if scope == COMMON_SCOPE else scope)


def _seat_in(membership: str | None, person: PersonId, today: Day, streams: Streams) -> str | None:
    """A seat of a person's, one that opens what is closed before any other."""
    seats = None if membership is None else streams.see(membership)
    if membership is None or not isinstance(seats, Seats):
        return None
    on = day_of_rights(scope_of(membership), today, streams)
    held = seats_held(seats, person, on)
    inside = (each for each in held if sees_closed(seats.seats[each], on))
    seat = next(inside, next(iter(held), None))
    return None if seat is None else f"{membership}#{seat}"


def _called_in(meeting: MeetingId, person: PersonId, today: Day, streams: Streams) -> str | None:
    membership = _membership_of(meeting, streams)
    called = seats_called_in_on(streams.see(meeting), person, today, streams.see)
    return f"{membership}#{called[0]}" if membership and called else None


def _office(person: PersonId, today: Day, streams: Streams) -> str | None:
    return next((access for access, _ in offices_of(streams.ids("access"), person, today, streams)), None)
