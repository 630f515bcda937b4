"""Party (part, organisation): one name, kind and parent per day. Parties sit in many clusters and outlive them."""

from typing import assert_never

from msgspec import Struct

from domain.dates import Day
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import PartyId
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


# --- state ---


class Active(Struct, frozen=True, kw_only=True):
    """A party that exists."""

    party_kind: PartyKind
    parent: PartyId | None


State = Unknown | Active


def evolve(state: State, event: Registered | Renamed) -> State:
    match event:
        case Registered():
            return Active(party_kind=event.party_kind, parent=event.parent)
        case Renamed():
            return state
        case _:
            assert_never(event)


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


def decide(command: Register | Rename, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Register():
            if not isinstance(state, Unknown):
                raise Refused("party.exists")
            known(asked, command.parent)
            name = said(command.name)
            return (
                Registered(name=name, party_kind=command.party_kind, parent=command.parent, from_on=command.from_on),
            )
        case Rename():
            return (Renamed(name=said(command.name), from_on=command.from_on),)
        case _:
            assert_never(command)


REFUSALS: Reasons = {
    "party.exists": ("Parten er allerede registreret.", "The party is already registered."),
}

PARTY = Kind(
    name="party",
    danish="part",
    events=(Registered, Renamed),
    commands=(Register, Rename),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
