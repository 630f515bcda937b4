"""Substitutes (suppleanter, stedfortrædere): who stands in on which seats, after whom."""

from typing import Any, assert_never

import msgspec

from domain.appointing import SeatNames
from domain.assurance import Assurance
from domain.dates import Day
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who, known
from domain.membership.holders import entitled, meet
from domain.membership.seats import at_work, given_by, has_a_day, is_closed, party_of, seat_of
from domain.names import LocalName, PartyId, PersonId
from domain.refusal import Refused
from domain.seating import Holding, Seat, Seats, Substitute, holdings_from, is_substitute, seated
from domain.text import Kept, Text, keep_if

SUBSTITUTES_MAX = 60
"""Of one body, all seats together."""

# --- events ---


class SubstituteNamed(Event, frozen=True, kw_only=True):
    """A person stands in on seats: for whoever holds them, or after somebody."""

    tag = "membership.substitute-named"
    rank = 6
    unsettles = True
    da = "{person} er suppleant for {stands_for} i {stream}[ efter {after}][ fra {from_on}][ og ophører {ceases_on}]."
    en = "{person} is a substitute for {stands_for} of {stream}[ after {after}][ from {from_on}][ and leaves on {ceases_on}]."

    person: PersonId
    stands_for: tuple[LocalName, ...]
    after: PersonId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    decision: DecisionRef[Kept] | None = None


class SubstituteEnded(Event, frozen=True, kw_only=True):
    """A person no longer stands in here."""

    tag = "membership.substitute-ended"
    rank = 6
    unsettles = True
    da = "{person} er ikke længere suppleant i {stream} fra {ceases_on}."
    en = "{person} is no longer a substitute of {stream} from {ceases_on}."

    person: PersonId
    ceases_on: Day


Events = SubstituteNamed | SubstituteEnded


def evolve(state: Seats, event: Events) -> Seats:
    match event:
        case SubstituteNamed():
            named = Substitute(person=event.person, after=event.after, from_on=event.from_on, ceases_on=event.ceases_on)
            changed = {name: (*state.seats[name].substitutes, named) for name in event.stands_for}
        case SubstituteEnded():
            changed = {
                name: tuple(ended for each in seat.substitutes if (ended := _ended(each, event)) is not None)
                for name, seat in state.seats.items()
            }
        case _:
            assert_never(event)
    seats = {
        name: msgspec.structs.replace(state.seats[name], substitutes=substitutes)
        for name, substitutes in changed.items()
    }
    return seated(state.body, state.seats | seats)


def _ended(substitute: Substitute, event: SubstituteEnded) -> Substitute | None:
    """It ends on the day, and never begins if it would have begun later."""
    if substitute.person != event.person or not _is_kept(substitute, event.ceases_on):
        return substitute
    if substitute.from_on is not None and event.ceases_on <= substitute.from_on:
        return None
    return msgspec.structs.replace(substitute, ceases_on=event.ceases_on)


# --- commands ---


class NameSubstitute(Command, frozen=True, kw_only=True):
    """Udpeg en suppleant."""

    verb = "name-substitute"
    who = (Who.SECRETARIAT, Who.CONTACT, Who.REACTION)
    gives = (SubstituteNamed,)
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    stands_for: SeatNames
    after: PersonId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    decision: DecisionRef[Text] | None = None

    def for_party(self, state: Any) -> PartyId | None:
        return party_of(state, self.stands_for)


class EndSubstitute(Command, frozen=True, kw_only=True):
    """Afslut en suppleants hverv."""

    verb = "end-substitute"
    who = (Who.SECRETARIAT, Who.CONTACT, Who.REACTION)
    gives = (SubstituteEnded,)
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    ceases_on: Day | None = None
    """Absent: today."""

    def for_party(self, state: Any) -> PartyId | None:
        return party_of(state, state.stood_in_on.get(self.person, ()) if isinstance(state, Seats) else ())


Commands = NameSubstitute | EndSubstitute


def decide(command: Commands, state: Seats, asked: Asked) -> tuple[Event, ...]:
    match command:
        case NameSubstitute():
            return _name_substitute(command, state, asked)
        case EndSubstitute():
            known(asked, command.person)
            ceases_on = command.ceases_on or asked.today
            if not is_substitute(state, command.person, ceases_on):
                raise Refused("membership.not-substitute", person=command.person)
            return (SubstituteEnded(person=command.person, ceases_on=ceases_on),)
        case _:
            assert_never(command)


def _name_substitute(command: NameSubstitute, state: Seats, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.person, command.after)
    given_by(asked, command.decision)
    has_a_day(command.from_on, command.ceases_on)
    stands_for = tuple(dict.fromkeys(command.stands_for))
    seats = {name: seat_of(state, name) for name in stands_for}
    wish = Substitute(person=command.person, after=command.after, from_on=command.from_on, ceases_on=command.ceases_on)
    if all(wish in seat.substitutes for seat in seats.values()):
        return ()
    at_work(state.body, command.from_on or asked.today, asked)
    for name, seat in seats.items():
        _may_stand_in(wish, name, seat, asked)
    named = sum(_is_kept(each, asked.today) for seat in state.seats.values() for each in seat.substitutes)
    if named + len(stands_for) > SUBSTITUTES_MAX:
        raise Refused("membership.substitutes-full", count=SUBSTITUTES_MAX)
    return (
        SubstituteNamed(
            person=command.person,
            stands_for=stands_for,
            after=command.after,
            from_on=command.from_on,
            ceases_on=command.ceases_on,
            decision=keep_if(command.decision),
        ),
    )


def _may_stand_in(wish: Substitute, name: LocalName, seat: Seat, asked: Asked) -> None:
    """Refuse whoever may not have the seat, has it, stands in on it already, or would stand in for themselves."""
    from_on = wish.from_on or asked.today
    if is_closed(seat, from_on):
        raise Refused("membership.seat-gone", seat=name, ceases_on=seat.closed_on or from_on)
    entitled(seat, name, wish.person, asked, wish.from_on)
    as_holder = Holding(person=wish.person, from_on=from_on, ceases_on=wish.ceases_on)
    holds = any(each.person == wish.person and meet(as_holder, each, asked.today) for each in seat.holders)
    if holds or wish.person in _before(seat, wish.after, from_on):
        raise Refused("membership.substitute-loop", person=wish.person)
    if any(each.person == wish.person and _share_a_day(wish, each, from_on) for each in seat.substitutes):
        raise Refused("membership.substitute-already", seat=name, person=wish.person)
    if wish.after is not None and not (
        _stands_in(seat, wish.after, from_on) or any(each.person == wish.after for each in holdings_from(seat, from_on))
    ):
        raise Refused("membership.not-in-line", seat=name, person=wish.after)


def _before(seat: Seat, after: PersonId | None, on: Day) -> set[PersonId]:
    """A person, and all in whose place that person stands in on the seat."""
    found: set[PersonId] = set()
    ahead = [after]
    while ahead:
        person = ahead.pop()
        if person is not None and person not in found:
            found.add(person)
            ahead += [each.after for each in seat.substitutes if each.person == person and _is_kept(each, on)]
    return found


def _share_a_day(wish: Substitute, other: Substitute, from_on: Day) -> bool:
    return _is_kept(other, from_on) and (
        wish.ceases_on is None or other.from_on is None or other.from_on < wish.ceases_on
    )


def _stands_in(seat: Seat, person: PersonId, on: Day) -> bool:
    """Whether a person stands in on the seat on a day, or comes to."""
    return any(each.person == person and _is_kept(each, on) for each in seat.substitutes)


def _is_kept(substitute: Substitute, on: Day) -> bool:
    return substitute.ceases_on is None or on < substitute.ceases_on
