"""Called in (indkaldt): who has a place at one meeting and not in its body: a substitute who sits on a seat, or is sent to it."""

from typing import Any

from domain.bodies import rules_on
from domain.dates import Day
from domain.kernel import See
from domain.meeting.state import InSession, Upcoming
from domain.names import LocalName, PersonId
from domain.seating import Seats, seats_held, standing_in


def seats_called_in_on(meeting: Any, person: PersonId, on: Day, see: See) -> tuple[LocalName, ...]:
    """The seats of a meeting to come, or in session, that a person does not hold, and sits on or is sent to.

    Whoever is sent is a substitute on record, or the body's rules let those who are away choose whom they send.
    """
    if not isinstance(meeting, Upcoming):
        return ()
    sits = {seat for seat, who in meeting.present.items() if who == person} if isinstance(meeting, InSession) else set()
    sent = {each.seat for each in meeting.apologies.values() if each.sends == person}
    if not sits and not sent:
        return ()
    body = see(meeting.body)
    seats = see(body.membership)
    if not isinstance(seats, Seats):
        return ()
    held, ad_hoc = seats_held(seats, person, on), rules_on(body, on).ad_hoc_substitutes
    return tuple(
        seat
        for seat in sorted(sits | sent)
        if seat not in held
        and (
            standing_in(seats, seat, person, on) is not None or (ad_hoc and _is_sent(meeting, seats, seat, person, on))
        )
    )


def _is_sent(meeting: Upcoming, seats: Seats, seat: LocalName, person: PersonId, on: Day) -> bool:
    """Whether somebody sends the person who would sit there themselves."""
    return any(
        (each.seat, each.sends) == (seat, person) and standing_in(seats, seat, each.person, on) is not None
        for each in meeting.apologies.values()
    )
