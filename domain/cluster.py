"""Cluster (klynge; sundhedsråd from 2027): which parties belong to it on which day."""

from typing import Annotated, assert_never

from msgspec import Meta, Struct

from domain.dates import Day
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import ClusterId, PartyId
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


# --- state ---


class Running(Struct, frozen=True, kw_only=True):
    """A cluster at work."""

    parties: frozenset[PartyId] = frozenset()


State = Unknown | Running


def evolve(state: State, event: Established | PartyJoined) -> State:
    match event:
        case Established():
            return Running()
        case PartyJoined():
            assert isinstance(state, Running)
            return Running(parties=state.parties | {event.party})
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


class AddParty(Command, frozen=True, kw_only=True):
    """Optag en part i klyngen."""

    verb = "add-party"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (PartyJoined,)

    party: PartyId
    from_on: Day | None = None


def decide(command: Establish | AddParty, state: State, asked: Asked) -> tuple[Event, ...]:
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
        case _:
            assert_never(command)


REFUSALS: Reasons = {
    "cluster.exists": ("Klyngen findes allerede.", "The cluster already exists."),
}

CLUSTER = Kind(
    name="cluster",
    danish="klynge",
    events=(Established, PartyJoined),
    commands=(Establish, AddParty),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
