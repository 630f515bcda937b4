"""The course of a meeting (mødets gang): who leads it now, and when it pauses."""

from typing import assert_never

import msgspec

from domain.dates import Moment
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.state import InSession, Meeting, still_open
from domain.names import PersonId
from domain.refusal import Refused

# --- events ---


class LeaderChanged(Event, frozen=True, kw_only=True):
    """Another person leads the meeting from here (mødeleder)."""

    tag = "meeting.leader-changed"
    da = "{led_by} er mødeleder herfra."
    en = "{led_by} leads the meeting from here."
    said_da = "{led_by} er mødeleder."
    said_en = "{led_by} leads the meeting."

    led_by: PersonId


class MeetingPaused(Event, frozen=True, kw_only=True):
    """The meeting pauses; nothing is taken up or decided meanwhile."""

    tag = "meeting.paused"
    da = "Mødet holder pause[ til {resumes_at}]."
    en = "The meeting pauses[ until {resumes_at}]."
    said_da = "Mødet holder pause."
    said_en = "The meeting pauses."

    resumes_at: Moment | None = None


class MeetingResumed(Event, frozen=True, kw_only=True):
    """The meeting goes on."""

    tag = "meeting.resumed"
    da = "Mødet er genoptaget."
    en = "The meeting goes on."
    said_da = "Mødet er genoptaget."
    said_en = "The meeting goes on."


Events = LeaderChanged | MeetingPaused | MeetingResumed


def evolve(state: Meeting, event: Events) -> Meeting:
    assert isinstance(state, InSession)
    match event:
        case LeaderChanged():
            return msgspec.structs.replace(state, led_by=event.led_by)
        case MeetingPaused():
            return msgspec.structs.replace(state, paused=True)
        case MeetingResumed():
            return msgspec.structs.replace(state, paused=False)
        case _:
            assert_never(event)


# --- commands ---


class ChangeLeader(Command, frozen=True, kw_only=True):
    """Giv mødeledelsen til en anden."""

    verb = "change-leader"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (LeaderChanged,)

    led_by: PersonId


class Pause(Command, frozen=True, kw_only=True):
    """Hold pause."""

    verb = "pause"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingPaused,)

    resumes_at: Moment | None = None


class Resume(Command, frozen=True, kw_only=True):
    """Genoptag mødet efter en pause."""

    verb = "resume"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingResumed,)


Commands = ChangeLeader | Pause | Resume


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    match command:
        case ChangeLeader():
            can_lead(command.led_by, asked)
            return () if state.led_by == command.led_by else (LeaderChanged(led_by=command.led_by),)
        case Pause():
            return () if state.paused else (MeetingPaused(resumes_at=command.resumes_at),)
        case Resume():
            return (MeetingResumed(),) if state.paused else ()
        case _:
            assert_never(command)


def can_lead(person: PersonId, asked: Asked) -> None:
    """Refuse a leader whom the record does not know, or knows to be dead or erased."""
    known(asked, person)
    if asked.see(person).gone:
        raise Refused("meeting.led-by-dead", person=person)


def can_come(person: PersonId, asked: Asked) -> None:
    """Refuse somebody whom the record does not know, or knows to be dead or erased."""
    known(asked, person)
    if asked.see(person).gone:
        raise Refused("meeting.person-gone", person=person)
