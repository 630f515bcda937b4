"""Person: one identity, named in one place. Seats only point here, so an erasure has one target."""

from typing import assert_never

import msgspec
from msgspec import Struct

from domain.assurance import Assurance
from domain.clusters import Streams
from domain.dates import Day
from domain.erased import Erase, Erased, erased
from domain.kernel import About, Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import CLOCK, HOUSE, LocalName, MembershipId, PartyId
from domain.refusal import Reasons, Refused
from domain.seating import Seats, is_substitute, seats_kept
from domain.text import Kept, Text, TextClass, said, said_if

# --- events ---


class Registered(Event, frozen=True, kw_only=True):
    """A person entered the record, named in the record of the public office they hold."""

    tag = "person.registered"
    concerns = About.PERSON
    rank = 4
    da = "{function} hos {party} er registreret som person."
    en = "{function} at {party} is registered as a person."

    name: Kept
    function: Kept
    party: PartyId


class FunctionChanged(Event, frozen=True, kw_only=True):
    """A person has another function."""

    tag = "person.function-changed"
    concerns = About.PERSON
    rank = 4
    da = "Funktion fra {from_on}: {function}, {party}."
    en = "Function from {from_on}: {function}, {party}."

    function: Kept
    party: PartyId
    from_on: Day


class Vacancy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat that falls vacant."""

    membership: MembershipId
    seat: LocalName


class DeathRecorded(Event, frozen=True, kw_only=True):
    """A person has died; the seats follow as reactions."""

    tag = "person.death-recorded"
    concerns = About.PERSON
    text_class = TextClass.CONTACT
    da = "Et dødsfald er registreret[; ledige pladser: {seats}]."
    en = "A death is recorded[; vacant seats: {seats}]."

    detail: Kept | None = None
    seats: tuple[Vacancy, ...]
    stood_in: tuple[MembershipId, ...] = ()
    """Where the person was a substitute."""


# --- state ---


class OfParty(Struct, frozen=True, kw_only=True):
    """Whom a person speaks for from a day."""

    party: PartyId
    from_on: Day | None


class Active(Struct, frozen=True, kw_only=True):
    """A registered person."""

    parties: tuple[OfParty, ...]
    """In the order entered."""
    dead: bool = False
    erased: bool = False
    """Who it was is erased: a name among what stands in the record of decisions."""

    @property
    def gone(self) -> bool:
        """Whether nobody acts as this person any more."""
        return self.dead or self.erased

    @property
    def party(self) -> PartyId:
        """The party entered last."""
        return self.parties[-1].party


State = Unknown | Active


def evolve(state: State, event: Registered | FunctionChanged | DeathRecorded | Erased) -> State:
    match event:
        case Registered():
            return Active(parties=(OfParty(party=event.party, from_on=None),))
        case FunctionChanged():
            assert isinstance(state, Active)
            changed = OfParty(party=event.party, from_on=event.from_on)
            return msgspec.structs.replace(state, parties=(*state.parties, changed))
        case DeathRecorded():
            assert isinstance(state, Active)
            return msgspec.structs.replace(state, dead=True)
        case Erased():
            assert isinstance(state, Active)
            return msgspec.structs.replace(state, erased=state.erased or TextClass.PUBLIC_RECORD in event.classes)
        case _:
            assert_never(event)


def is_gone(person: str, streams: Streams) -> bool:
    """Whether nobody acts as a person any more; whoever the record does not know is not gone."""
    state = streams.see(person)
    return isinstance(state, Active) and state.gone


def party_on(state: Active, on: Day) -> PartyId:
    """Whom a person speaks for on a day: the change that began last, in whatever order they were entered."""
    begun = (each for each in reversed(state.parties) if each.from_on is None or each.from_on <= on)
    return max(begun, key=lambda each: each.from_on or "").party


# --- commands ---


class Register(Command, frozen=True, kw_only=True):
    """Registrér en person."""

    verb = "register"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR, Who.INIT)
    gives = (Registered,)
    creates = True

    name: Text
    function: Text
    party: PartyId


class ChangeFunction(Command, frozen=True, kw_only=True):
    """Skift funktion."""

    verb = "change-function"
    who = (Who.SECRETARIAT,)
    gives = (FunctionChanged,)

    function: Text
    party: PartyId
    from_on: Day


class RecordDeath(Command, frozen=True, kw_only=True):
    """Registrér et dødsfald; personens pladser bliver ledige."""

    verb = "record-death"
    who = (Who.SECRETARIAT,)
    gives = (DeathRecorded,)
    assurance = Assurance.SUBSTANTIAL

    detail: Text | None = None


def decide(command: Register | ChangeFunction | RecordDeath | Erase, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Register():
            if not isinstance(state, Unknown):
                raise Refused("person.exists")
            if asked.stream in (CLOCK, HOUSE):
                raise Refused("person.reserved")
            known(asked, command.party)
            return (Registered(name=said(command.name), function=said(command.function), party=command.party),)
        case ChangeFunction():
            assert isinstance(state, Active)
            if state.erased:
                raise Refused("person.gone")
            if state.dead:
                raise Refused("person.dead")
            known(asked, command.party)
            function = said(command.function)
            return (FunctionChanged(function=function, party=command.party, from_on=command.from_on),)
        case RecordDeath():
            assert isinstance(state, Active)
            if state.gone:
                return ()
            seats, stood_in = _seats_of(asked), _stood_in(asked)
            return (DeathRecorded(detail=said_if(command.detail), seats=seats, stood_in=stood_in),)
        case Erase():
            return erased(command, asked)
        case _:
            assert_never(command)


def _seats_of(asked: Asked) -> tuple[Vacancy, ...]:
    """Every seat the person of this stream holds or comes to hold, in every scope: a death frees them all."""
    found = []
    for membership in asked.ids("membership"):
        state = asked.see(membership)
        if isinstance(state, Seats):
            found += [
                Vacancy(membership=membership, seat=seat) for seat in seats_kept(state, asked.stream, asked.today)
            ]
    return tuple(found)


def _stood_in(asked: Asked) -> tuple[MembershipId, ...]:
    """Where the person of this stream stands in, or comes to."""
    return tuple(
        membership
        for membership in asked.ids("membership")
        if isinstance(state := asked.see(membership), Seats) and is_substitute(state, asked.stream, asked.today)
    )


REFUSALS: Reasons = {
    "person.exists": ("Personen er allerede registreret.", "The person is already registered."),
    "person.reserved": (
        "Under det navn står det, huset selv og uret gør. Vælg et tilfældigt navn til personen.",
        "By that name stands what the house itself and the clock do. Choose a random name for the person.",
    ),
    "person.dead": ("Personen er død.", "The person has died."),
    "person.gone": ("Personen er slettet.", "The person is erased."),
}

PERSON = Kind(
    name="person",
    danish="person",
    events=(Registered, FunctionChanged, DeathRecorded, Erased),
    commands=(Register, ChangeFunction, RecordDeath, Erase),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
