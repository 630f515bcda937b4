"""Served (har virket): whether a person ever had a part in what was decided, and by what they still have one."""

from collections.abc import Iterator

from domain.access import Held
from domain.clusters import Contact, Running, Streams
from domain.concerned import sat
from domain.dates import Day
from domain.fund.state import Active as Fund
from domain.fund.state import Officer
from domain.names import PersonId
from domain.owning import led_by
from domain.seating import Seats, is_substitute, seats_kept


def has_served(person: PersonId, streams: Streams) -> bool:
    """Whether a person ever had a seat or stood in on one, held an office, kept a fund or answered for a party."""
    return (
        any(sat(person, seats) for _, seats in _seats(streams))
        or any(held.person == person for _, held in _offices(streams))
        or any(officer.person == person for _, officer in _officers(streams))
        or any(contact.person == person for _, contact in _contacts(streams))
    )


def still_serves(person: PersonId, today: Day, streams: Streams) -> str | None:
    """What a person has a part in from today on, by the first stream that says so; None: in nothing."""
    parts = (
        *(each for each, seats in _seats(streams) if seats_kept(seats, person, today)),
        *(each for each, seats in _seats(streams) if is_substitute(seats, person, today)),
        *(each for each, held in _offices(streams) if _lasts(held, person, today) and not held.withdrawn),
        *(each for each, officer in _officers(streams) if _lasts(officer, person, today)),
        *(each for each, contact in _contacts(streams) if _lasts(contact, person, today)),
        *led_by(streams.ids("initiative"), person, streams),
    )
    return next(iter(parts), None)


def _lasts(part: Held | Officer | Contact, person: PersonId, today: Day) -> bool:
    return part.person == person and (part.ceases_on is None or today < part.ceases_on)


def _seats(streams: Streams) -> Iterator[tuple[str, Seats]]:
    for each in streams.ids("membership"):
        if isinstance(seats := streams.see(each), Seats):
            yield each, seats


def _offices(streams: Streams) -> Iterator[tuple[str, Held]]:
    for each in streams.ids("access"):
        if isinstance(held := streams.see(each), Held):
            yield each, held


def _officers(streams: Streams) -> Iterator[tuple[str, Officer]]:
    for each in streams.ids("fund"):
        if isinstance(state := streams.see(each), Fund):
            yield from ((each, officer) for officer in state.officers)


def _contacts(streams: Streams) -> Iterator[tuple[str, Contact]]:
    for each in streams.ids("cluster"):
        if isinstance(state := streams.see(each), Running):
            yield from ((each, contact) for named in state.contacts.values() for contact in named)
