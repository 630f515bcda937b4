"""Called in (indkaldt): who has a place at one meeting and not in its body: a substitute who sits on a seat, or is sent to it."""

from typing import Any

from domain.bodies import rules_on
from domain.dates import Day
from domain.kernel import See
from domain.meeting.state import Apology, InSession, Upcoming
from domain.names import LocalName, PersonId
from domain.seating import Seats, seats_held, standing_in


def seats_called_in_on(meeting: Any, person: PersonId, on: Day, see: See) -> tuple[LocalName, ...]:
    """The seats of a meeting to come, or in session, that a person does not hold, and sits on or is sent to.

    Whoever is sent is a substitute on record, or the body's rules let those who are away choose whom they send.
    """
    if not isinstance(meeting, Upcoming):
        return ()
    sits = {seat for seat, who in meeting.present.items() if who == person} if isinstance(meeting, InSession) else set()
    sent = tuple(each for each in meeting.apologies.values() if each.sends == person)
    if not sits and not sent:
        return ()
    body = see(meeting.body)
    seats = see(body.membership)
    if not isinstance(seats, Seats):
        return ()
    there = sits | {each.seat for each in sent if _is_next(each, meeting, seats, on)}
    held = seats_held(seats, person, on)
    chosen = {each.seat for each in sent if standing_in(seats, each.seat, each.person, on) is not None}
    chosen = chosen if rules_on(body, on).ad_hoc_substitutes else set()
    return tuple(
        seat
        for seat in sorted(there)
        if seat not in held and (seat in chosen or standing_in(seats, seat, person, on) is not None)
    )


def _is_next(apology: Apology, meeting: Upcoming, seats: Seats, on: Day) -> bool:
    """Whether it is the turn of whom somebody sends: nobody comes whom the one or the other stands in for."""
    before = (standing_in(seats, apology.seat, person, on) for person in (apology.person, apology.sends) if person)
    return any(each is not None and all(person in meeting.apologies for person in each) for each in before)
