"""Attendance (deltagelse): who sits in the room, and who may not follow an item. Presence online is no domain event."""

from typing import Any, assert_never

import msgspec

from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.state import InSession, Meeting, item_of, still_open
from domain.names import ItemId, Label, LocalName, PersonId
from domain.refusal import Refused
from domain.seating import Seats, seats_held
from domain.text import Kept, Text, TextClass, said

# --- events ---


class SeatTaken(Event, frozen=True, kw_only=True):
    """A person attends on a seat."""

    tag = "meeting.seat-taken"
    da = "{person} deltager på {seat}."
    en = "{person} attends on {seat}."

    seat: LocalName
    person: PersonId


class SeatLeft(Event, frozen=True, kw_only=True):
    """A person has left the room."""

    tag = "meeting.seat-left"
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


Events = SeatTaken | SeatLeft | Recused


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
        case _:
            assert_never(event)


# --- commands ---


class TakeSeat(Command, frozen=True, kw_only=True):
    """Deltag på en plads."""

    verb = "take-seat"
    who = (Who.SECRETARIAT, Who.ATTENDEE)
    gives = (SeatTaken,)

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


Commands = TakeSeat | LeaveSeat | Recuse


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
        case _:
            assert_never(command)


def _take_seat(command: TakeSeat, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    holder = state.present.get(command.seat)
    if holder == command.person:
        return ()
    if holder is not None:
        raise Refused("meeting.seat-occupied", seat=command.seat, person=holder)
    seats = asked.see(asked.see(state.body).membership)
    if not isinstance(seats, Seats) or command.seat not in seats_held(seats, command.person, asked.today):
        raise Refused("meeting.not-the-holder", person=command.person, seat=command.seat)
    return (SeatTaken(seat=command.seat, person=command.person),)
