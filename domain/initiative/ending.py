"""Ending (afslutning): an initiative is merged into another, or ends."""

from typing import assert_never

import msgspec

from domain.dates import Day
from domain.decided import Taken
from domain.initiative.state import Ended, Live, State
from domain.initiatives import Ending
from domain.kernel import Command, Event, Who
from domain.names import InitiativeId

# --- events ---


class Merged(Event, frozen=True, kw_only=True):
    """An initiative is part of another from now on."""

    tag = "initiative.merged"
    rank = 5
    da = "Lagt sammen med {into}."
    en = "Merged into {into}."

    into: InitiativeId
    decision: Taken


class InitiativeEnded(Event, frozen=True, kw_only=True):
    """An initiative has ended."""

    tag = "initiative.ended"
    rank = 5
    da = "Afsluttet ({how}) pr. {ceases_on}."
    en = "Ended ({how}) from {ceases_on}."

    how: Ending
    ceases_on: Day
    decision: Taken


Events = Merged | InitiativeEnded


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    fields = msgspec.structs.asdict(state)
    match event:
        case Merged():
            return Ended(**fields, how=Ending.MERGED, into=event.into)
        case InitiativeEnded():
            return Ended(**fields, how=event.how)
        case _:
            assert_never(event)


# --- commands ---


class Merge(Command, frozen=True, kw_only=True):
    """Læg indsatsen sammen med en anden."""

    verb = "merge"
    who = (Who.REACTION,)
    gives = (Merged,)

    into: InitiativeId
    decision: Taken


class End(Command, frozen=True, kw_only=True):
    """Afslut indsatsen."""

    verb = "end"
    who = (Who.REACTION,)
    gives = (InitiativeEnded,)

    how: Ending
    decision: Taken
    ceases_on: Day | None = None
    """Absent: the day of the decision."""


Commands = Merge | End
