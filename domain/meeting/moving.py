"""A called meeting is moved (flyttet) or called off (aflyst), as long as it is not open."""

from types import MappingProxyType
from typing import assert_never

import msgspec

from domain.bodies import is_there
from domain.ceasing import require_before_end
from domain.dates import Moment, day_of_moment
from domain.kernel import Asked, Command, Event, Who
from domain.meeting.state import Called, Cancelled, Meeting, still_open
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, said_if

# --- events ---


class MeetingMoved(Event, frozen=True, kw_only=True):
    """A meeting is held at another time. The place is where it was, unless the event says another."""

    tag = "meeting.moved"
    text_classes = MappingProxyType({"link": TextClass.CONTACT})
    unsettles = True
    da = "Mødet er flyttet til {starts_at}[, {place}].[ {reason}]"
    en = "The meeting is moved to {starts_at}[, {place}].[ {reason}]"

    starts_at: Moment
    ends_at: Moment
    place: Kept | None = None
    link: Kept | None = None
    reason: Kept | None = None


class MeetingCancelled(Event, frozen=True, kw_only=True):
    """A meeting is not held."""

    tag = "meeting.cancelled"
    unsettles = True
    da = "Mødet er aflyst.[ {reason}]"
    en = "The meeting is called off.[ {reason}]"

    reason: Kept | None = None


Events = MeetingMoved | MeetingCancelled


def evolve(state: Meeting, event: Events) -> Meeting:
    assert isinstance(state, Called)
    match event:
        case MeetingMoved():
            return msgspec.structs.replace(state, starts_at=event.starts_at)
        case MeetingCancelled():
            return Cancelled(body=state.body, items=state.items, apologies=state.apologies)
        case _:
            assert_never(event)


# --- commands ---


class Move(Command, frozen=True, kw_only=True):
    """Flyt mødet til et andet tidspunkt."""

    verb = "move"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingMoved,)

    starts_at: Moment
    ends_at: Moment
    place: Text | None = None
    link: Text | None = None
    reason: Text | None = None


class Cancel(Command, frozen=True, kw_only=True):
    """Aflys mødet."""

    verb = "cancel"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingCancelled,)

    reason: Text | None = None


Commands = Move | Cancel


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Cancel) and isinstance(state, Cancelled):
        return ()
    still_open(state)
    if not isinstance(state, Called):
        raise Refused("meeting.already-open")
    match command:
        case Move():
            return _move(command, state, asked)
        case Cancel():
            return (MeetingCancelled(reason=said_if(command.reason)),)
        case _:
            assert_never(command)


def _move(command: Move, state: Called, asked: Asked) -> tuple[Event, ...]:
    if command.ends_at <= command.starts_at:
        raise Refused("meeting.ends-before-start")
    day = day_of_moment(command.starts_at)
    require_before_end(asked, day)
    if not is_there(asked.see(state.body), day):
        raise Refused("meeting.body-ceased", body=state.body, day=day)
    return (
        MeetingMoved(
            starts_at=command.starts_at,
            ends_at=command.ends_at,
            place=said_if(command.place),
            link=said_if(command.link),
            reason=said_if(command.reason),
        ),
    )
