"""Apologies (afbud): who does not come, and whom they send. They change: whoever sent an apology may come after all."""

from typing import Any, assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, day_of_moment, is_moment
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.course import can_come
from domain.meeting.state import APOLOGIES_MAX, Apology, InSession, Meeting, Reported, Upcoming, seats_of, still_open
from domain.names import LocalName, PersonId
from domain.refusal import Refused
from domain.seating import standing_in

# --- events ---


class ApologyGiven(Event, frozen=True, kw_only=True):
    """Somebody does not come. Whoever was summoned and is excused stands in both lists."""

    tag = "meeting.apology-given"
    unsettles = True
    da = "Afbud fra {person} ({seat})[; i stedet: {sends}]."
    en = "Apologies from {person} ({seat})[; instead: {sends}]."

    seat: LocalName
    person: PersonId
    sends: PersonId | None = None


class ApologyWithdrawn(Event, frozen=True, kw_only=True):
    """Somebody comes after all."""

    tag = "meeting.apology-withdrawn"
    unsettles = True
    da = "{person} har trukket sit afbud tilbage."
    en = "{person} has withdrawn their apologies."

    seat: LocalName
    person: PersonId


Events = ApologyGiven | ApologyWithdrawn


def evolve(state: Meeting, event: Events) -> Meeting:
    apologies = {person: each for person, each in state.apologies.items() if person != event.person}
    match event:
        case ApologyGiven():
            apologies[event.person] = Apology(seat=event.seat, person=event.person, sends=event.sends)
        case ApologyWithdrawn():
            pass
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, apologies=apologies)


# --- commands ---


class GiveApology(Command, frozen=True, kw_only=True):
    """Meld afbud, og sig, hvem der kommer i stedet."""

    verb = "give-apology"
    who = (Who.SECRETARIAT, Who.ATTENDEE, Who.SUBSTITUTE)
    gives = (ApologyGiven,)

    seat: LocalName
    person: PersonId
    sends: PersonId | None = None

    def asks_for(self) -> Assurance:
        """Whoever is sent comes to see what is closed there."""
        return self.assurance if self.sends is None else Assurance.SUBSTANTIAL

    def is_of(self, person: PersonId, state: Any) -> bool:
        return self.person == person


class WithdrawApology(Command, frozen=True, kw_only=True):
    """Træk et afbud tilbage."""

    verb = "withdraw-apology"
    who = (Who.SECRETARIAT, Who.ATTENDEE, Who.SUBSTITUTE)
    gives = (ApologyWithdrawn,)

    person: PersonId

    def is_of(self, person: PersonId, state: Any) -> bool:
        return self.person == person


Commands = GiveApology | WithdrawApology


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    match command:
        case GiveApology():
            return _give(command, state, asked)
        case WithdrawApology():
            _let_sit(state.apologies.get(command.person), None, state)
            return withdrawn(command.person, state)
        case _:
            assert_never(command)


def withdrawn(person: PersonId, state: Meeting) -> tuple[ApologyWithdrawn, ...]:
    """That somebody comes after all; nothing where they never said otherwise."""
    apology = state.apologies.get(person)
    return () if apology is None else (ApologyWithdrawn(seat=apology.seat, person=person),)


def _give(command: GiveApology, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    seats = seats_of(state.body, asked, command.seat)
    known(asked, command.person, command.sends)
    if standing_in(seats, command.seat, command.person, _day(state, asked)) is None:
        raise Refused("meeting.not-the-holder", person=command.person, seat=command.seat)
    if command.sends == command.person:
        raise Refused("meeting.sends-oneself", person=command.person)
    if isinstance(state, InSession) and command.person in state.present.values():
        raise Refused("meeting.is-present", person=command.person)
    given = Apology(seat=command.seat, person=command.person, sends=command.sends)
    before = state.apologies.get(command.person)
    if before == given:
        return ()
    if command.sends is not None and not isinstance(state, Reported):
        can_come(command.sends, asked)
    _let_sit(before, command.sends, state)
    if len(state.apologies) >= APOLOGIES_MAX:
        raise Refused("meeting.apologies-full", count=APOLOGIES_MAX)
    return (ApologyGiven(seat=command.seat, person=command.person, sends=command.sends),)


def _let_sit(before: Apology | None, sends: PersonId | None, state: Meeting) -> None:
    """Refuse to send home whoever sits there already: they would sit on and see nothing, and another see in their place.

    Raises Refused `meeting.seat-occupied`.
    """
    if before is None or before.sends in (None, sends) or not isinstance(state, InSession):
        return
    if state.present.get(before.seat) == before.sends:
        raise Refused("meeting.seat-occupied", seat=before.seat, person=before.sends)


def _day(state: Meeting, asked: Asked) -> Day:
    """The day that somebody does not come."""
    if isinstance(state, Upcoming) and state.starts_at is not None and is_moment(state.starts_at):
        return day_of_moment(state.starts_at)
    return asked.today
