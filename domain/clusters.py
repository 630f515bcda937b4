"""Clusters (klynger) as other rules ask of them: who belongs to one on a day, and who answers for whom."""

from msgspec import Struct

from domain.dates import Day, in_force
from domain.kernel import Unknown
from domain.names import PartyId, PersonId


class Term(Struct, frozen=True, kw_only=True):
    """Days within which a party belongs to the cluster."""

    from_on: Day | None
    ceases_on: Day | None = None


class Contact(Struct, frozen=True, kw_only=True):
    """Who answers for a party, within days."""

    person: PersonId
    from_on: Day | None
    ceases_on: Day | None


class Running(Struct, frozen=True, kw_only=True):
    """A cluster at work."""

    parties: dict[PartyId, tuple[Term, ...]] = {}
    """Every term, the last one last."""
    contacts: dict[PartyId, tuple[Contact, ...]] = {}
    """In the order named."""


State = Unknown | Running


def is_party(state: Running, party: PartyId, on: Day) -> bool:
    """Whether a party belongs to the cluster on a day."""
    return any(in_force(term.from_on, term.ceases_on, on) for term in state.parties.get(party, ()))


def contact_on(state: Running, party: PartyId, on: Day) -> PersonId | None:
    """Who answers for a party on a day: whoever was named last of those whose days had begun."""
    for contact in reversed(state.contacts.get(party, ())):
        if contact.from_on is None or contact.from_on <= on:
            answers = in_force(contact.from_on, contact.ceases_on, on) and is_party(state, party, on)
            return contact.person if answers else None
    return None
