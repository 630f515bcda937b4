"""Guests (gæster): invited to the meeting or to some of its items, from another body too. A guest follows; no seat comes of it."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.agenda import AGENDA_ITEMS_MAX
from domain.meeting.course import can_come
from domain.meeting.state import InSession, Meeting, Upcoming, item_of, still_open
from domain.names import BodyId, ItemId, Label, PersonId
from domain.refusal import Refused

GUESTS_MAX = 60

# --- events ---


class GuestInvited(Event, frozen=True, kw_only=True):
    """A person is a guest of the meeting, or of an item. One event per item: each is as closed as its item."""

    tag = "meeting.guest-invited"
    unsettles = True
    concerns = About.ITEM
    da = "{person} er gæst[ ved punkt {number}][, fra {of_body}]."
    en = "{person} is a guest[ at item {number}][, from {of_body}]."

    person: PersonId
    item: ItemId | None = None
    """None: the whole meeting."""
    number: Label | None = None
    of_body: BodyId | None = None
    """The body in which the guest has a seat."""


class GuestAttended(Event, frozen=True, kw_only=True):
    """A guest has come."""

    tag = "meeting.guest-attended"
    concerns = About.ITEM
    da = "{person} deltager som gæst[ ved punkt {number}]."
    en = "{person} attends as a guest[ at item {number}]."

    person: PersonId
    item: ItemId | None = None
    number: Label | None = None


Events = GuestInvited | GuestAttended


def evolve(state: Meeting, event: Events) -> Meeting:
    match event:
        case GuestInvited():
            assert isinstance(state, Upcoming)
            invited = frozenset() if event.item is None else state.guests.get(event.person, frozenset()) | {event.item}
            return msgspec.structs.replace(state, guests=state.guests | {event.person: invited})
        case GuestAttended():
            assert isinstance(state, InSession)
            return msgspec.structs.replace(state, guests_attended=state.guests_attended | {(event.person, event.item)})
        case _:
            assert_never(event)


# --- commands ---


class InviteGuest(Command, frozen=True, kw_only=True):
    """Indbyd en gæst til mødet eller til nogle af dets punkter."""

    verb = "invite-guest"
    who = (Who.SECRETARIAT, Who.CHAIR)
    gives = (GuestInvited,)
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    items: Annotated[tuple[ItemId, ...], Meta(max_length=AGENDA_ITEMS_MAX)] = ()
    """None: the whole meeting."""
    of_body: BodyId | None = None


class AdmitGuest(Command, frozen=True, kw_only=True):
    """Skriv, at en gæst deltager."""

    verb = "admit-guest"
    who = (Who.SECRETARIAT, Who.CHAIR)
    gives = (GuestAttended,)
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    item: ItemId | None = None


Commands = InviteGuest | AdmitGuest


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    can_come(command.person, asked)
    match command:
        case InviteGuest():
            return _invite(command, state, asked)
        case AdmitGuest():
            return _admit(command, state)
        case _:
            assert_never(command)


def _invite(command: InviteGuest, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.of_body)
    if not isinstance(state, Upcoming):
        raise Refused("meeting.already-held")
    invited = state.guests.get(command.person)
    if invited is None and len(state.guests) >= GUESTS_MAX:
        raise Refused("meeting.guests-full", count=GUESTS_MAX)
    numbers = {item: item_of(state, item).number for item in command.items}
    if invited == frozenset():
        return ()
    if not numbers:
        return (GuestInvited(person=command.person, of_body=command.of_body),)
    return tuple(
        GuestInvited(person=command.person, item=item, number=number, of_body=command.of_body)
        for item, number in numbers.items()
        if item not in (invited or ())
    )


def _admit(command: AdmitGuest, state: Meeting) -> tuple[Event, ...]:
    number = None if command.item is None else item_of(state, command.item).number
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    invited = state.guests.get(command.person)
    if invited is None or (invited and command.item not in invited):
        raise Refused("meeting.not-invited", person=command.person)
    if (command.person, command.item) in state.guests_attended:
        return ()
    return (GuestAttended(person=command.person, item=command.item, number=number),)
