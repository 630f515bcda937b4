"""Owning (ejerskab): who answers for an initiative, and who speaks for a party, as the record has them on a day."""

from collections.abc import Iterable, Iterator

from domain.clusters import Running, contact_on
from domain.concerned import Streams
from domain.dates import Day
from domain.initiative.state import Ended, Live
from domain.kernel import By, Command
from domain.names import PartyId, PersonId, kind_of, scope_of


def speaks_for(party: PartyId, stream: str, person: PersonId, today: Day, streams: Streams) -> str | None:
    """A cluster that has a person on record as contact for a party, while the party belongs to it: of the stream's scope; for an
    agreement, which binds parties of several, any.
    """
    for cluster in streams.ids("cluster", None if kind_of(stream) == "agreement" else scope_of(stream)):
        state = streams.see(cluster)
        if isinstance(state, Running) and contact_on(state, party, today) == person:
            return cluster
    return None


def owner(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Who leads the initiative, or is contact of a party that owns it; of an action that a leader owes, that leader."""
    state = streams.see(stream)
    if kind_of(stream) == "action" and command.is_of(person, state):
        led = next(led_by(streams.ids("initiative", scope_of(stream)), person, streams), None)
        return None if led is None else By(person=person, seat=led, rule="leader-of-initiative")
    if not isinstance(state, Live):
        return None
    if state.leader == person:
        return By(person=person, seat=stream, rule="leader-of-initiative")
    for party in state.owners:
        cluster = speaks_for(party, stream, person, today, streams)
        if cluster is not None:
            return By(person=person, seat=cluster, rule="owner-of-initiative")
    return None


def led_by(among: Iterable[str], person: PersonId, streams: Streams) -> Iterator[str]:
    """Of some initiatives, those that have not ended and that a person leads."""
    for each in among:
        state = streams.see(each)
        if isinstance(state, Live) and not isinstance(state, Ended) and state.leader == person:
            yield each
