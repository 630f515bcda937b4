"""Belonging (deltagelse): which parties a cluster has on which day, and who answers for each of them.

Part of the stream `cluster`, whose own file sends its commands and events here.
"""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.clusters import Contact, Running, State, Term, is_party
from domain.dates import Day, in_force
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.state import known_decisions
from domain.names import PartyId, PersonId
from domain.party import exists_on
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if

# --- events ---


class PartyJoined(Event, frozen=True, kw_only=True):
    """A party belongs to the cluster."""

    tag = "cluster.party-joined"
    rank = 4
    da = "{party} er part[ fra {from_on}]."
    en = "{party} is a party[ from {from_on}]."

    party: PartyId
    from_on: Day | None = None
    source: DecisionRef[Kept] | None = None


class PartyLeft(Event, frozen=True, kw_only=True):
    """A party no longer belongs to the cluster; nor does its contact person answer for it."""

    tag = "cluster.party-left"
    rank = 4
    unsettles = True
    da = "{party} er ikke længere part pr. {ceases_on}."
    en = "{party} is no longer a party from {ceases_on}."

    party: PartyId
    ceases_on: Day
    source: DecisionRef[Kept] | None = None


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


Events = PartyJoined | PartyLeft | ContactNamed


def evolve(state: Running, event: Events) -> Running:
    match event:
        case PartyJoined():
            terms = (*state.parties.get(event.party, ()), Term(from_on=event.from_on))
            return msgspec.structs.replace(state, parties=state.parties | {event.party: terms})
        case PartyLeft():
            *earlier, last = state.parties[event.party]
            terms = (*earlier, Term(from_on=last.from_on, ceases_on=event.ceases_on))
            return msgspec.structs.replace(state, parties=state.parties | {event.party: terms})
        case ContactNamed():
            contact = Contact(person=event.person, from_on=event.from_on, ceases_on=event.ceases_on)
            named = (*state.contacts.get(event.party, ()), contact)
            return msgspec.structs.replace(state, contacts=state.contacts | {event.party: named})
        case _:
            assert_never(event)


# --- commands ---


class AddParty(Command, frozen=True, kw_only=True):
    """Optag en part i klyngen."""

    verb = "add-party"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (PartyJoined,)

    party: PartyId
    from_on: Day | None = None
    source: DecisionRef[Text] | None = None


class RemoveParty(Command, frozen=True, kw_only=True):
    """Notér, at en part udtræder af klyngen."""

    verb = "remove-party"
    who = (Who.SECRETARIAT,)
    gives = (PartyLeft,)

    party: PartyId
    ceases_on: Day
    source: DecisionRef[Text] | None = None


class NameContact(Command, frozen=True, kw_only=True):
    """Udpeg en parts kontaktperson."""

    verb = "name-contact"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (ContactNamed,)
    assurance = Assurance.SUBSTANTIAL

    party: PartyId
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None

    def for_party(self, state: State) -> PartyId | None:
        return self.party


Commands = AddParty | RemoveParty | NameContact


def decide(command: Commands, state: Running, asked: Asked) -> tuple[Event, ...]:
    match command:
        case AddParty():
            return _add_party(command, state, asked)
        case RemoveParty():
            return _remove_party(command, state, asked)
        case NameContact():
            return _name_contact(command, state, asked)
        case _:
            assert_never(command)


def _add_party(command: AddParty, state: Running, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.party)
    known_decisions(asked, command.source)
    from_on = command.from_on or asked.today
    party = asked.see(command.party)
    if not exists_on(party, from_on):
        raise Refused("cluster.party-ended", party=command.party, day=party.ceases_on)
    for term in state.parties.get(command.party, ())[-1:]:
        if term.ceases_on is None:
            return ()
        if from_on < term.ceases_on:
            raise Refused("cluster.party-until", party=command.party, day=term.ceases_on)
    return (PartyJoined(party=command.party, from_on=command.from_on, source=keep_if(command.source)),)


def _remove_party(command: RemoveParty, state: Running, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.party)
    known_decisions(asked, command.source)
    last = state.parties.get(command.party, ())[-1:]
    if last and last[0].ceases_on == command.ceases_on:
        return ()
    if not last or not in_force(last[0].from_on, last[0].ceases_on, command.ceases_on):
        raise Refused("cluster.not-party", party=command.party)
    return (PartyLeft(party=command.party, ceases_on=command.ceases_on, source=keep_if(command.source)),)


def _name_contact(command: NameContact, state: Running, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.party, command.person)
    if not is_party(state, command.party, command.from_on or asked.today):
        raise Refused("cluster.not-party", party=command.party)
    if asked.see(command.person).gone:
        raise Refused("cluster.person-gone", person=command.person)
    if asked.by.rule == "secretariat-of-body" and asked.by.person == command.person:
        raise Refused("cluster.contact-self")
    contact = Contact(person=command.person, from_on=command.from_on, ceases_on=command.ceases_on)
    if state.contacts.get(command.party, ())[-1:] == (contact,):
        return ()
    return (
        ContactNamed(party=command.party, person=command.person, from_on=command.from_on, ceases_on=command.ceases_on),
    )


REFUSALS = {
    "cluster.party-until": (
        "{party} er part indtil {day} og kan optages igen fra den dag.",
        "{party} is a party until {day} and can join again from that day.",
    ),
    "cluster.party-ended": ("{party} er ophørt pr. {day}.", "{party} has ceased to exist from {day}."),
    "cluster.not-party": ("{party} er ikke part i klyngen.", "{party} is not a party of the cluster."),
    "cluster.person-gone": ("{person} er død eller slettet.", "{person} has died or is erased."),
    "cluster.contact-self": (
        "Ingen gør sig selv til kontaktperson for en part. Lad partens kontaktperson eller en anden i sekretariatet gøre det.",
        "Nobody makes themselves the contact of a party. Let the party's contact or another in the secretariat do it.",
    ),
}
