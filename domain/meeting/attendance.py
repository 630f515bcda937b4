"""Attendance (deltagelse): who sits in the room, and who may not follow an item. Presence online is no domain event."""

from typing import Any, assert_never

import msgspec

from domain.assurance import Assurance
from domain.bodies import rules_on
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.apologies import ApologyWithdrawn, withdrawn
from domain.meeting.course import can_come
from domain.meeting.state import InSession, Meeting, item_of, seats_of, still_open
from domain.names import ItemId, Label, LocalName, PersonId
from domain.refusal import Refused
from domain.seating import Seats, standing_in
from domain.seats import Voice
from domain.text import Kept, Text, TextClass, said

# --- events ---


class SeatTaken(Event, frozen=True, kw_only=True):
    """A person attends on a seat."""

    tag = "meeting.seat-taken"
    unsettles = True
    da = "{person} deltager på {seat}[ i stedet for {in_for}]."
    en = "{person} attends on {seat}[ instead of {in_for}]."

    seat: LocalName
    person: PersonId
    in_for: tuple[PersonId, ...] = ()
    """Whom they stand in for, nearest first, ending with the holder; none for the holder."""


class SeatLeft(Event, frozen=True, kw_only=True):
    """A person has left the room."""

    tag = "meeting.seat-left"
    unsettles = True
    da = "{person} har forladt mødet."
    en = "{person} has left the meeting."

    seat: LocalName
    person: PersonId


class Recused(Event, frozen=True, kw_only=True):
    """A person may not follow an item (inhabilitet): sight and voice end here."""

    tag = "meeting.recused"
    concerns = About.ITEM
    text_class = TextClass.CONTACT
    unsettles = True
    da = "{person} er inhabil ved punkt {number}."
    en = "{person} is recused from item {number}."

    item: ItemId
    number: Label
    person: PersonId
    reason: Kept


class RecusalLifted(Event, frozen=True, kw_only=True):
    """A recusal was declared by mistake: the person follows the item again, what was said meanwhile too."""

    tag = "meeting.recusal-lifted"
    concerns = About.ITEM
    text_class = TextClass.CONTACT
    unsettles = True
    da = "{person} er ikke længere inhabil ved punkt {number}."
    en = "{person} is no longer recused from item {number}."

    item: ItemId
    number: Label
    person: PersonId
    reason: Kept


Events = SeatTaken | SeatLeft | Recused | RecusalLifted


def evolve(state: Meeting, event: Events) -> Meeting:
    match event:
        case SeatTaken():
            assert isinstance(state, InSession)
            earlier = state.attended.get(event.seat, ())
            attended = earlier if event.person in earlier else (*earlier, event.person)
            return msgspec.structs.replace(
                state,
                present=state.present | {event.seat: event.person},
                attended=state.attended | {event.seat: attended},
            )
        case SeatLeft():
            assert isinstance(state, InSession)
            left = {seat: person for seat, person in state.present.items() if seat != event.seat}
            return msgspec.structs.replace(state, present=left)
        case Recused():
            item = state.items[event.item]
            item = msgspec.structs.replace(item, recused=item.recused | {event.person})
            return msgspec.structs.replace(state, items=state.items | {event.item: item})
        case RecusalLifted():
            item = state.items[event.item]
            item = msgspec.structs.replace(item, recused=item.recused - {event.person})
            return msgspec.structs.replace(state, items=state.items | {event.item: item})
        case _:
            assert_never(event)


# --- commands ---


class TakeSeat(Command, frozen=True, kw_only=True):
    """Deltag på en plads."""

    verb = "take-seat"
    who = (Who.SECRETARIAT, Who.ATTENDEE, Who.SUBSTITUTE)
    gives = (ApologyWithdrawn, SeatTaken)

    seat: LocalName
    person: PersonId

    def is_of(self, person: PersonId, state: Any) -> bool:
        return self.person == person


class LeaveSeat(Command, frozen=True, kw_only=True):
    """Forlad mødet."""

    verb = "leave-seat"
    who = (Who.SECRETARIAT, Who.ATTENDEE)
    gives = (SeatLeft,)

    seat: LocalName

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Of whoever sits there; where nobody does, nobody is put out."""
        return not isinstance(state, InSession) or state.present.get(self.seat, person) == person


class Recuse(Command, frozen=True, kw_only=True):
    """Meld inhabilitet."""

    verb = "recuse"
    who = (Who.SECRETARIAT, Who.CHAIR, Who.ATTENDEE)
    gives = (Recused,)

    item: ItemId
    person: PersonId
    reason: Text

    def is_of(self, person: PersonId, state: Any) -> bool:
        return self.person == person


class LiftRecusal(Command, frozen=True, kw_only=True):
    """Ophæv en inhabilitet, der var meldt ved en fejl."""

    verb = "lift-recusal"
    who = (Who.CHAIR,)
    gives = (RecusalLifted,)
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    person: PersonId
    reason: Text


Commands = TakeSeat | LeaveSeat | Recuse | LiftRecusal


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    match command:
        case TakeSeat():
            return _take_seat(command, state, asked)
        case LeaveSeat():
            if not isinstance(state, InSession) or command.seat not in state.present:
                return ()
            return (SeatLeft(seat=command.seat, person=state.present[command.seat]),)
        case Recuse():
            known(asked, command.person)
            item = item_of(state, command.item)
            if command.person in item.recused:
                return ()
            reason = said(command.reason)
            return (Recused(item=command.item, number=item.number, person=command.person, reason=reason),)
        case LiftRecusal():
            known(asked, command.person)
            item = item_of(state, command.item)
            if command.person not in item.recused:
                return ()
            reason = said(command.reason)
            return (RecusalLifted(item=command.item, number=item.number, person=command.person, reason=reason),)
        case _:
            assert_never(command)


def _take_seat(command: TakeSeat, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    can_come(command.person, asked)
    occupant = state.present.get(command.seat)
    if occupant == command.person:
        return ()
    if occupant is not None:
        raise Refused("meeting.seat-occupied", seat=command.seat, person=occupant)
    seats = seats_of(state.body, asked, command.seat)
    in_for = _in_for(command, state, seats, asked)
    _one_vote(command, state, seats)
    taken = SeatTaken(seat=command.seat, person=command.person, in_for=in_for)
    return (*withdrawn(command.person, state), taken)


def _one_vote(command: TakeSeat, state: InSession, seats: Seats) -> None:
    """Refuse a second seat with a vote: nobody counts for two. Raises Refused `meeting.two-seats`."""
    voting = [name for name, person in state.present.items() if person == command.person and _votes(seats, name)]
    if voting and _votes(seats, command.seat):
        raise Refused("meeting.two-seats", person=command.person, seat=voting[0])


def _votes(seats: Seats, name: LocalName) -> bool:
    return seats.seats[name].voice is Voice.VOTE


def _in_for(command: TakeSeat, state: InSession, seats: Seats, asked: Asked) -> tuple[PersonId, ...]:
    """Whom a person stands in for on a seat: as a substitute on record, or sent by one who is excused from it."""
    in_for = standing_in(seats, command.seat, command.person, asked.today)
    if in_for is not None:
        return in_for
    if rules_on(asked.see(state.body), asked.today).ad_hoc_substitutes:
        for apology in state.apologies.values():
            chain = standing_in(seats, command.seat, apology.person, asked.today)
            if (apology.seat, apology.sends) == (command.seat, command.person) and chain is not None:
                return (apology.person, *chain)
    if command.seat in seats.held.get(command.person, ()):
        raise Refused("meeting.not-the-holder", person=command.person, seat=command.seat)
    raise Refused("meeting.not-a-substitute", person=command.person, seat=command.seat)
