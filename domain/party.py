"""Party (part, organisation): one name per day, its organs, its end. Parties sit in many clusters and outlive them."""

from typing import assert_never

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import LocalName, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, said
from domain.words import Word


class PartyKind(Word):
    """What a party is."""

    REGION = "region", "region"
    MUNICIPALITY = "municipality", "kommune"
    HOSPITAL = "hospital", "sygehus"
    PSYCHIATRY = "psychiatry", "psykiatri"
    GENERAL_PRACTICE = "general-practice", "almen praksis"
    ADMINISTRATION = "administration", "forvaltning"
    PATIENTS = "patients", "patienter og pårørende"
    EXTERNAL = "external", "ekstern"


# --- events ---


class Registered(Event, frozen=True, kw_only=True):
    """A party entered the record."""

    tag = "party.registered"
    rank = 4
    da = "{name} er registreret som part ({party_kind})[ fra {from_on}]."
    en = "{name} is registered as a party ({party_kind})[ from {from_on}]."

    name: Kept
    party_kind: PartyKind
    parent: PartyId | None = None
    from_on: Day | None = None


class Renamed(Event, frozen=True, kw_only=True):
    """A party has another name."""

    tag = "party.renamed"
    rank = 4
    unsettles = True
    da = "Parten hedder {name} fra {from_on}."
    en = "The party is called {name} from {from_on}."

    name: Kept
    from_on: Day


class OrganAdded(Event, frozen=True, kw_only=True):
    """A party has an organ: a city council, a magistrate, a regional council."""

    tag = "party.organ-added"
    rank = 4
    da = "{name} er registreret som organ for {stream}."
    en = "{name} is registered as an organ of {stream}."

    organ: LocalName
    name: Kept
    adopts: bool
    """Whether what it adopts binds the party (tiltræder aftaler)."""


class PartyEnded(Event, frozen=True, kw_only=True):
    """A party ceases to exist: merged, split, abolished."""

    tag = "party.ended"
    rank = 4
    da = "Parten ophører pr. {ceases_on}[; efterfølger: {successor}]."
    en = "The party ceases to exist from {ceases_on}[; successor: {successor}]."

    ceases_on: Day
    successor: PartyId | None = None


Events = Registered | Renamed | OrganAdded | PartyEnded

# --- state ---


class Active(Struct, frozen=True, kw_only=True):
    """A party that exists."""

    party_kind: PartyKind
    parent: PartyId | None
    organs: dict[LocalName, bool] = {}
    """Whether each adopts for the party."""


class Ended(Active, frozen=True, kw_only=True):
    """A party that has an end; until that day it exists."""

    ceases_on: Day
    successor: PartyId | None


State = Unknown | Active


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Registered):
        return Active(party_kind=event.party_kind, parent=event.parent)
    assert isinstance(state, Active)
    match event:
        case Renamed():
            return state
        case OrganAdded():
            return msgspec.structs.replace(state, organs=state.organs | {event.organ: event.adopts})
        case PartyEnded():
            return Ended(
                party_kind=state.party_kind,
                parent=state.parent,
                organs=state.organs,
                ceases_on=event.ceases_on,
                successor=event.successor,
            )
        case _:
            assert_never(event)


def exists_on(state: Active, on: Day) -> bool:
    """Whether a registered party still exists on a day."""
    return not isinstance(state, Ended) or on < state.ceases_on


# --- commands ---


class Register(Command, frozen=True, kw_only=True):
    """Registrér en part."""

    verb = "register"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR, Who.INIT)
    gives = (Registered,)
    creates = True

    name: Text
    party_kind: PartyKind
    parent: PartyId | None = None
    from_on: Day | None = None


class Rename(Command, frozen=True, kw_only=True):
    """Giv en part et andet navn."""

    verb = "rename"
    who = (Who.SECRETARIAT,)
    gives = (Renamed,)

    name: Text
    from_on: Day


class AddOrgan(Command, frozen=True, kw_only=True):
    """Registrér et organ for en part."""

    verb = "add-organ"
    who = (Who.SECRETARIAT,)
    gives = (OrganAdded,)

    organ: LocalName
    name: Text
    adopts: bool


class End(Command, frozen=True, kw_only=True):
    """Registrér, at en part ophører."""

    verb = "end"
    who = (Who.SECRETARIAT,)
    gives = (PartyEnded,)

    ceases_on: Day
    successor: PartyId | None = None


Commands = Register | Rename | AddOrgan | End


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Register):
        return _register(command, state, asked)
    assert isinstance(state, Active)
    match command:
        case Rename():
            _require_existing(state, command.from_on)
            return (Renamed(name=said(command.name), from_on=command.from_on),)
        case AddOrgan():
            _require_existing(state, asked.today)
            if command.organ in state.organs:
                raise Refused("party.organ-exists", organ=command.organ)
            return (OrganAdded(organ=command.organ, name=said(command.name), adopts=command.adopts),)
        case End():
            return _end(command, state, asked)
        case _:
            assert_never(command)


def _register(command: Register, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("party.exists")
    known(asked, command.parent)
    name = said(command.name)
    return (Registered(name=name, party_kind=command.party_kind, parent=command.parent, from_on=command.from_on),)


def _require_existing(state: Active, on: Day) -> None:
    if isinstance(state, Ended) and not exists_on(state, on):
        raise Refused("party.already-ended", day=state.ceases_on)


def _end(command: End, state: Active, asked: Asked) -> tuple[Event, ...]:
    if command.successor is not None and isinstance(asked.see(command.successor), Unknown):
        raise Refused("party.successor-unknown", id=command.successor)
    if isinstance(state, Ended):
        if (command.ceases_on, command.successor) == (state.ceases_on, state.successor):
            return ()
        raise Refused("party.already-ended", day=state.ceases_on)
    return (PartyEnded(ceases_on=command.ceases_on, successor=command.successor),)


REFUSALS: Reasons = {
    "party.exists": ("Parten er allerede registreret.", "The party is already registered."),
    "party.already-ended": ("Parten er ophørt pr. {day}.", "The party has ceased to exist from {day}."),
    "party.successor-unknown": ("Efterfølgeren {id} er ikke registreret.", "The successor {id} is not registered."),
    "party.organ-exists": ("Organet {organ} er allerede registreret.", "The organ {organ} is registered already."),
}

PARTY = Kind(
    name="party",
    danish="part",
    events=(Registered, Renamed, OrganAdded, PartyEnded),
    commands=(Register, Rename, AddOrgan, End),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
