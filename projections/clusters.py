"""Clusters as rows: their names, which parties belong to each from which day to which, and who answers for them."""

from typing import Generic

import msgspec
from msgspec import Struct

from domain.belonging import ContactNamed, PartyJoined, PartyLeft
from domain.cluster import Established, NameNoted, Renamed
from domain.dates import Day, day_of
from domain.dissolving import ClusterDissolved, DissolutionDecided
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N
from projections.view import Get, Rows


class ClusterRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="cluster"):
    """A cluster, under the name entered last."""

    cluster: N
    form: str
    region: N
    position: int
    name: T | None = None
    from_on: Day | None = None
    predecessors: tuple[N, ...] = ()
    ceases_on: Day | None = None
    """The first day on which it is no more, once its end is decided."""
    successors: tuple[N, ...] = ()
    dissolved_on: Day | None = None
    """The day on which it was recorded that nothing is open any longer."""


class ClusterNameRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="cluster-name"):
    """What a cluster is called from a day, or also called."""

    cluster: N
    position: int
    also: bool
    """A name beside the others, as papers use it; else the one that took the place of the last."""
    name: T | None = None
    from_on: Day | None = None
    document: N | None = None


class ClusterPartyRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="cluster-party"):
    """A party of a cluster, in its last term."""

    cluster: N
    party: N
    position: int
    from_on: Day | None = None
    ceases_on: Day | None = None


class ContactRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="contact"):
    """Who answers for a party in this cluster, as named last."""

    party: N
    person: N
    position: int
    from_on: Day | None = None
    ceases_on: Day | None = None


CLUSTER_EVENTS = (
    *(Established, Renamed, NameNoted, PartyJoined, PartyLeft, ContactNamed),
    *(DissolutionDecided, ClusterDissolved),
)


def fold_clusters(get: Get, recorded: Recorded) -> Rows:
    """The rows that an event of a cluster changes."""
    event, cluster, position = recorded.event, recorded.stream, recorded.position
    topic = f"{scope_of(cluster)}/people|"
    key = f"{topic}cluster/{name_of(cluster)}"
    match event:
        case Established():
            row = ClusterRow[Kept, str](
                cluster=cluster,
                name=event.name,
                form=event.form,
                region=event.region,
                from_on=event.from_on,
                predecessors=event.predecessors,
                position=position,
            )
            first = ClusterNameRow[Kept, str](
                cluster=cluster, also=False, name=event.name, from_on=event.from_on, position=position
            )
            return {key: row, f"{key}/name/{position:010d}": first}
        case Renamed():
            named = ClusterNameRow[Kept, str](
                cluster=cluster, also=False, name=event.name, from_on=event.from_on, position=position
            )
            renamed = msgspec.structs.replace(get(key), name=event.name, position=position)
            return {key: renamed, f"{key}/name/{position:010d}": named}
        case NameNoted():
            noted = ClusterNameRow[Kept, str](
                cluster=cluster, also=True, name=event.name, document=event.document, position=position
            )
            return {f"{key}/name/{position:010d}": noted}
        case DissolutionDecided():
            ends = {"ceases_on": event.ceases_on, "successors": event.successors, "position": position}
            return {key: msgspec.structs.replace(get(key), **ends)}
        case ClusterDissolved():
            dissolved_on = day_of(recorded.recorded_at)
            return {key: msgspec.structs.replace(get(key), dissolved_on=dissolved_on, position=position)}
        case PartyJoined():
            joined = ClusterPartyRow[str](cluster=cluster, party=event.party, from_on=event.from_on, position=position)
            return {f"{key}/party/{name_of(event.party)}": joined}
        case PartyLeft():
            of = f"{key}/party/{name_of(event.party)}"
            return {of: msgspec.structs.replace(get(of), ceases_on=event.ceases_on, position=position)}
        case ContactNamed():
            contact = ContactRow[str](
                party=event.party,
                person=event.person,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                position=position,
            )
            return {f"{topic}contact/{name_of(event.party)}": contact}
        case _:
            return {}
