"""Clusters (klynger) as other rules ask of them: who belongs to one on a day, who answers for whom, and when one ends."""

from typing import Any, Protocol

from msgspec import Struct

from domain.dates import Day, days_before, in_force
from domain.kernel import Unknown
from domain.names import ClusterId, PartyId, PersonId, kind_of, scope_of


class Streams(Protocol):
    """Which streams of a kind exist, and how each stands."""

    def see(self, stream: str) -> Any: ...

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]: ...


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
    predecessors: tuple[ClusterId, ...] = ()
    """Those it came after."""


class WindingDown(Running, frozen=True, kw_only=True):
    """A cluster that has an end; until that day it works on, and hands over what is open."""

    ceases_on: Day
    successors: tuple[ClusterId, ...]
    handed: int = 0
    """How many things have been handed over."""
    handed_to: frozenset[ClusterId] = frozenset()


class Dissolved(WindingDown, frozen=True, kw_only=True):
    """A cluster that is no more, with nothing open."""


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


def last_day_of(ceases_on: Day) -> Day:
    """The last day that counts."""
    return days_before(ceases_on, 1)


def day_of_rights(scope: str, today: Day, streams: Streams) -> Day:
    """The day on whose seats rights in a scope rest: today, and once its cluster has ceased the last day it had.

    So who had their part in it can end what is left, and read what they could read, for as long as it is kept.
    """
    for cluster in streams.ids("cluster", scope):
        state = streams.see(cluster)
        if isinstance(state, WindingDown):
            today = min(today, last_day_of(state.ceases_on))
    return today


def is_dissolved(scope: str, streams: Streams) -> bool:
    """Whether the cluster of a scope is no more."""
    return any(isinstance(streams.see(each), Dissolved) for each in streams.ids("cluster", scope))


def day_of_acting(stream: str, today: Day, streams: Streams) -> Day:
    """As `day_of_rights`, for whoever would change something. An agreement whose cluster is no more is its parties' alone."""
    if kind_of(stream) == "agreement" and is_dissolved(scope_of(stream), streams):
        return today
    return day_of_rights(scope_of(stream), today, streams)
