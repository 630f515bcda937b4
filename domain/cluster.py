"""Cluster (klynge; sundhedsråd from 2027): its names. Which parties belong to it, and who answers for each: belonging.py.
Its end: dissolving.py.

What other rules ask of it stands in clusters.py.
"""

from typing import Annotated, assert_never, get_args

from msgspec import Meta

from domain import belonging, dissolving
from domain.belonging import AddParty, ContactNamed, NameContact, PartyJoined, PartyLeft, RemoveParty
from domain.clusters import Running, State, contact_on, is_party
from domain.dates import Day
from domain.decided import DecisionRef
from domain.dissolving import (
    ClusterDissolved,
    DecideDissolution,
    DissolutionDecided,
    Dissolve,
    HandOver,
    ThingsHandedOver,
)
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.meeting.state import known_decisions
from domain.names import ClusterId, DocumentId, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep_if, said
from domain.words import Word

__all__ = [
    "AddParty",
    "ClusterDissolved",
    "ContactNamed",
    "DecideDissolution",
    "DissolutionDecided",
    "Dissolve",
    "HandOver",
    "NameContact",
    "PartyJoined",
    "PartyLeft",
    "RemoveParty",
    "Running",
    "ThingsHandedOver",
    "contact_on",
    "is_party",
]

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


class Renamed(Event, frozen=True, kw_only=True):
    """A cluster has another name; it stays the same cluster."""

    tag = "cluster.renamed"
    rank = 4
    unsettles = True
    da = "Klyngen hedder {name} fra {from_on}."
    en = "The cluster is called {name} from {from_on}."

    name: Kept
    from_on: Day
    source: DecisionRef[Kept] | None = None


class NameNoted(Event, frozen=True, kw_only=True):
    """A paper calls the cluster something else too: two names of one cluster."""

    tag = "cluster.name-noted"
    rank = 4
    da = "{stream} kaldes også »{name}«[ ({document})]."
    en = "{stream} is also called “{name}”[ ({document})]."

    name: Kept
    document: DocumentId | None = None


Events = Established | Renamed | NameNoted | belonging.Events | dissolving.Events

# --- state: see clusters.py ---


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Established):
        return Running(predecessors=event.predecessors)
    assert isinstance(state, Running)
    if isinstance(event, belonging.Events):
        return belonging.evolve(state, event)
    if isinstance(event, dissolving.Events):
        return dissolving.evolve(state, event)
    match event:
        case Renamed() | NameNoted():
            return state
        case _:
            assert_never(event)


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


class Rename(Command, frozen=True, kw_only=True):
    """Giv klyngen et andet navn."""

    verb = "rename"
    who = (Who.SECRETARIAT,)
    gives = (Renamed,)

    name: Text
    from_on: Day
    source: DecisionRef[Text] | None = None


class NoteName(Command, frozen=True, kw_only=True):
    """Notér et navn, papirerne også bruger om klyngen."""

    verb = "note-name"
    who = (Who.SECRETARIAT,)
    gives = (NameNoted,)

    name: Text
    document: DocumentId | None = None


Commands = Establish | Rename | NoteName | belonging.Commands | dissolving.Commands


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Establish):
        return _establish(command, state, asked)
    assert isinstance(state, Running)
    if isinstance(command, belonging.Commands):
        return belonging.decide(command, state, asked)
    if isinstance(command, dissolving.Commands):
        return dissolving.decide(command, state, asked)
    match command:
        case Rename():
            known_decisions(asked, command.source)
            return (Renamed(name=said(command.name), from_on=command.from_on, source=keep_if(command.source)),)
        case NoteName():
            known(asked, command.document)
            return (NameNoted(name=said(command.name), document=command.document),)
        case _:
            assert_never(command)


def _establish(command: Establish, state: State, asked: Asked) -> tuple[Event, ...]:
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


REFUSALS: Reasons = {
    **belonging.REFUSALS,
    **dissolving.REFUSALS,
    "cluster.exists": ("Klyngen findes allerede.", "The cluster already exists."),
}

CLUSTER = Kind(
    name="cluster",
    danish="klynge",
    events=(Established, Renamed, NameNoted, *get_args(belonging.Events), *get_args(dissolving.Events)),
    commands=(Establish, Rename, NoteName, *get_args(belonging.Commands), *get_args(dissolving.Commands)),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
