"""Cluster (klynge; sundhedsråd from 2027): which parties belong to it on which day."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta, Struct

from domain.dates import Day, in_force
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import ClusterId, PartyId, PersonId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, said
from domain.words import Word

PREDECESSORS_MAX = 20


class ClusterForm(Word):
    """What the law calls it."""

    EARLIER = "earlier", "klynge før 2022"
    CLUSTER = "cluster", "sundhedsklynge"
    COUNCIL = "council", "sundhedsråd"


# --- events ---


class Established(Event, frozen=True, kw_only=True):
    """A cluster exists."""

    tag = "cluster.established"
    rank = 4
    da = "{name} er oprettet ({form})[ fra {from_on}]."
    en = "{name} is established ({form})[ from {from_on}]."

    name: Kept
    form: ClusterForm
    region: PartyId
    from_on: Day | None = None
    predecessors: tuple[ClusterId, ...] = ()


class PartyJoined(Event, frozen=True, kw_only=True):
    """A party belongs to the cluster."""

    tag = "cluster.party-joined"
    rank = 4
    da = "{party} er part[ fra {from_on}]."
    en = "{party} is a party[ from {from_on}]."

    party: PartyId
    from_on: Day | None = None


class ContactNamed(Event, frozen=True, kw_only=True):
    """Who answers for a party, until another is named."""

    tag = "cluster.contact-named"
    rank = 4
    unsettles = True
    da = "{person} er kontakt for {party}[ fra {from_on}][ og ophører {ceases_on}]."
    en = "{person} is the contact of {party}[ from {from_on}][ and stops on {ceases_on}]."

    party: PartyId
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None


# --- state ---


class Contact(Struct, frozen=True, kw_only=True):
    """Who answers for a party, within days."""

    person: PersonId
    from_on: Day | None
    ceases_on: Day | None


class Running(Struct, frozen=True, kw_only=True):
    """A cluster at work."""

    parties: frozenset[PartyId] = frozenset()
    contacts: dict[PartyId, tuple[Contact, ...]] = {}
    """In the order named."""


State = Unknown | Running


def evolve(state: State, event: Established | PartyJoined | ContactNamed) -> State:
    if isinstance(event, Established):
        return Running()
    assert isinstance(state, Running)
    match event:
        case PartyJoined():
            return msgspec.structs.replace(state, parties=state.parties | {event.party})
        case ContactNamed():
            contact = Contact(person=event.person, from_on=event.from_on, ceases_on=event.ceases_on)
            named = (*state.contacts.get(event.party, ()), contact)
            return msgspec.structs.replace(state, contacts=state.contacts | {event.party: named})
        case _:
            assert_never(event)


def contact_on(state: Running, party: PartyId, on: Day) -> PersonId | None:
    """Who answers for a party on a day: whoever was named last of those whose days had begun."""
    for contact in reversed(state.contacts.get(party, ())):
        if contact.from_on is None or contact.from_on <= on:
            return contact.person if in_force(contact.from_on, contact.ceases_on, on) else None
    return None


# --- commands ---


class Establish(Command, frozen=True, kw_only=True):
    """Opret en klynge."""

    verb = "establish"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (Established,)
    creates = True

    name: Text
    form: ClusterForm
    region: PartyId
    from_on: Day | None = None
    predecessors: Annotated[tuple[ClusterId, ...], Meta(max_length=PREDECESSORS_MAX)] = ()


class AddParty(Command, frozen=True, kw_only=True):
    """Optag en part i klyngen."""

    verb = "add-party"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (PartyJoined,)

    party: PartyId
    from_on: Day | None = None


class NameContact(Command, frozen=True, kw_only=True):
    """Udpeg en parts kontaktperson."""

    verb = "name-contact"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (ContactNamed,)

    party: PartyId
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None

    def for_party(self, state: State) -> PartyId | None:
        return self.party


def decide(command: Establish | AddParty | NameContact, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Establish():
            if not isinstance(state, Unknown):
                raise Refused("cluster.exists")
            known(asked, command.region, *command.predecessors)
            return (
                Established(
                    name=said(command.name),
                    form=command.form,
                    region=command.region,
                    from_on=command.from_on,
                    predecessors=command.predecessors,
                ),
            )
        case AddParty():
            assert isinstance(state, Running)
            known(asked, command.party)
            if command.party in state.parties:
                return ()
            return (PartyJoined(party=command.party, from_on=command.from_on),)
        case NameContact():
            assert isinstance(state, Running)
            return _name_contact(command, state, asked)
        case _:
            assert_never(command)


def _name_contact(command: NameContact, state: Running, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.party, command.person)
    if command.party not in state.parties:
        raise Refused("cluster.not-party", party=command.party)
    if asked.see(command.person).dead:
        raise Refused("cluster.person-gone", person=command.person)
    contact = Contact(person=command.person, from_on=command.from_on, ceases_on=command.ceases_on)
    if state.contacts.get(command.party, ())[-1:] == (contact,):
        return ()
    return (
        ContactNamed(party=command.party, person=command.person, from_on=command.from_on, ceases_on=command.ceases_on),
    )


REFUSALS: Reasons = {
    "cluster.exists": ("Klyngen findes allerede.", "The cluster already exists."),
    "cluster.not-party": ("{party} er ikke part i klyngen.", "{party} is not a party of the cluster."),
    "cluster.person-gone": ("{person} er død.", "{person} has died."),
}

CLUSTER = Kind(
    name="cluster",
    danish="klynge",
    events=(Established, PartyJoined, ContactNamed),
    commands=(Establish, AddParty, NameContact),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
