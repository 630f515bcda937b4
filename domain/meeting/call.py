"""The meeting itself (møde): called, opened, adjourned; or entered afterwards from a paper."""

from types import MappingProxyType
from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.bodies import is_there, may_be_there
from domain.ceasing import require_before_end
from domain.claims import DateSaid, span_of
from domain.dates import Moment, day_of_moment
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.meeting.course import can_lead
from domain.meeting.state import (
    APOLOGIES_MAX,
    ATTENDED_MAX,
    Adjourned,
    Apology,
    Attended,
    Called,
    Cancelled,
    InSession,
    Reported,
    State,
    seats_of,
)
from domain.names import BodyId, DocumentId, LocalName, PersonId
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, said, said_if
from domain.words import Word

SUMMONED_MAX = 60
"""Seats called to one meeting."""


class Form(Word):
    """How people meet."""

    IN_PERSON = "in-person", "fysisk"
    VIRTUAL = "virtual", "virtuelt"
    HYBRID = "hybrid", "hybridt"
    WRITTEN = "written", "skriftligt"


# --- events ---


class MeetingCalled(Event, frozen=True, kw_only=True):
    """A meeting is called (indkaldelse)."""

    tag = "meeting.called"
    text_classes = MappingProxyType({"link": TextClass.CONTACT})
    da = "{body} er indkaldt: {starts_at}, {place}."
    en = "{body} is called: {starts_at}, {place}."

    body: BodyId
    form: Form
    place: Kept
    starts_at: Moment
    ends_at: Moment
    summoned: tuple[LocalName, ...] = ()
    link: Kept | None = None
    """Where a virtual meeting is held; whoever has it can walk in, so no feed tells it."""


class MeetingRegisteredAfterwards(Event, frozen=True, kw_only=True):
    """A meeting held before the record, known from a paper."""

    tag = "meeting.registered-afterwards"
    da = "Mødet i {body}[ ({held})] er efterregistreret efter {document}."
    en = "The meeting of {body}[ ({held})] is registered afterwards from {document}."

    body: BodyId
    held: DateSaid[Kept]
    document: DocumentId
    place: Kept | None = None
    led_by: PersonId | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    attended: tuple[Attended, ...] = ()
    """As far as the paper says; none says nothing."""
    apologies: tuple[Apology, ...] = ()


class MeetingOpened(Event, frozen=True, kw_only=True):
    """A meeting is open."""

    tag = "meeting.opened"
    unsettles_guests = True
    da = "Mødet er åbnet; mødeleder: {led_by}."
    en = "The meeting is open; led by {led_by}."
    said_da = "Mødet er åbnet. Mødeleder: {led_by}."
    said_en = "The meeting is open. Led by {led_by}."

    led_by: PersonId


class MeetingAdjourned(Event, frozen=True, kw_only=True):
    """A meeting has ended."""

    tag = "meeting.adjourned"
    unsettles = True
    da = "Mødet er hævet."
    en = "The meeting is adjourned."
    said_da = "Mødet er hævet."
    said_en = "The meeting is adjourned."


Events = MeetingCalled | MeetingRegisteredAfterwards | MeetingOpened | MeetingAdjourned


def evolve(state: State, event: Events) -> State:
    match event:
        case MeetingCalled():
            return Called(body=event.body, starts_at=event.starts_at, summoned=event.summoned)
        case MeetingRegisteredAfterwards():
            return _reported(event)
        case MeetingOpened():
            assert isinstance(state, Called)
            return InSession(led_by=event.led_by, **msgspec.structs.asdict(state))
        case MeetingAdjourned():
            assert isinstance(state, InSession)
            return Adjourned(
                body=state.body,
                items=state.items,
                decisions=state.decisions,
                starts_at=state.starts_at,
                attended=state.attended,
                apologies=state.apologies,
            )
        case _:
            assert_never(event)


def _reported(event: MeetingRegisteredAfterwards) -> Reported:
    attended: dict[LocalName, tuple[PersonId, ...]] = {}
    for each in event.attended:
        attended[each.seat] = (*attended.get(each.seat, ()), each.person)
    apologies = {each.person: each for each in event.apologies}
    return Reported(body=event.body, held=event.held, attended=attended, apologies=apologies)


# --- commands ---


class Call(Command, frozen=True, kw_only=True):
    """Indkald til møde."""

    verb = "call"
    who = (Who.SECRETARIAT,)
    gives = (MeetingCalled,)
    creates = True

    body: BodyId
    form: Form
    place: Text
    starts_at: Moment
    ends_at: Moment
    summoned: Annotated[tuple[LocalName, ...], Meta(max_length=SUMMONED_MAX)] = ()
    link: Text | None = None


class RegisterAfterwards(Command, frozen=True, kw_only=True):
    """Efterregistrér et møde efter et papir."""

    verb = "register-afterwards"
    who = (Who.SECRETARIAT,)
    gives = (MeetingRegisteredAfterwards,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    body: BodyId
    held: DateSaid[Text]
    document: DocumentId
    place: Text | None = None
    led_by: PersonId | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    attended: Annotated[tuple[Attended, ...], Meta(max_length=ATTENDED_MAX)] = ()
    apologies: Annotated[tuple[Apology, ...], Meta(max_length=APOLOGIES_MAX)] = ()


class Open(Command, frozen=True, kw_only=True):
    """Åbn mødet."""

    verb = "open"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingOpened,)
    assurance = Assurance.SUBSTANTIAL

    led_by: PersonId


class Adjourn(Command, frozen=True, kw_only=True):
    """Hæv mødet."""

    verb = "adjourn"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (MeetingAdjourned,)
    assurance = Assurance.SUBSTANTIAL


Commands = Call | RegisterAfterwards | Open | Adjourn


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Call():
            if not isinstance(state, Unknown):
                raise Refused("meeting.exists")
            known(asked, command.body)
            same_scope(asked, command.body)
            day = day_of_moment(command.starts_at)
            require_before_end(asked, day)
            if not is_there(asked.see(command.body), day):
                raise Refused("meeting.body-ceased", body=command.body, day=day)
            if command.ends_at <= command.starts_at:
                raise Refused("meeting.ends-before-start")
            seats_of(command.body, asked, *command.summoned)
            return (_called(command),)
        case RegisterAfterwards():
            return _register_afterwards(command, state, asked)
        case Open():
            if isinstance(state, Cancelled):
                raise Refused("meeting.called-off")
            if not isinstance(state, Called):
                raise Refused("meeting.already-open")
            if not is_there(asked.see(state.body), asked.today):
                raise Refused("meeting.body-ceased", body=state.body, day=asked.today)
            can_lead(command.led_by, asked)
            return (MeetingOpened(led_by=command.led_by),)
        case Adjourn():
            return _adjourn(state)
        case _:
            assert_never(command)


def _called(command: Call) -> MeetingCalled:
    return MeetingCalled(
        body=command.body,
        form=command.form,
        place=said(command.place),
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        summoned=command.summoned,
        link=said_if(command.link),
    )


def _register_afterwards(command: RegisterAfterwards, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("meeting.exists")
    known(asked, command.body, command.document)
    same_scope(asked, command.body)
    span = span_of(command.held)
    if span is not None and span[0] > asked.today:
        raise Refused("day.future", day=span[0])
    if span is not None and not may_be_there(asked.see(command.body), span):
        raise Refused("meeting.body-ceased", body=command.body, day=span[0])
    seats_of(command.body, asked, *(each.seat for each in command.attended))
    seats_of(command.body, asked, *(each.seat for each in command.apologies))
    known(asked, command.led_by)
    for there in command.attended:
        known(asked, there.person, *there.in_for)
    for away in command.apologies:
        known(asked, away.person, away.sends)
    if command.started_at and command.ended_at and command.ended_at <= command.started_at:
        raise Refused("meeting.ends-before-start")
    return (
        MeetingRegisteredAfterwards(
            body=command.body,
            held=keep(command.held),
            document=command.document,
            place=said_if(command.place),
            led_by=command.led_by,
            started_at=command.started_at,
            ended_at=command.ended_at,
            attended=command.attended,
            apologies=command.apologies,
        ),
    )


def _adjourn(state: State) -> tuple[Event, ...]:
    match state:
        case InSession(floor=None):
            return (MeetingAdjourned(),)
        case InSession():
            raise Refused("meeting.item-open", item=state.floor or "–")
        case Adjourned():
            return ()
        case _:
            raise Refused("meeting.not-open")
