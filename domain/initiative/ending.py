"""Ending (afslutning): an initiative is merged into another, or ends."""

from typing import assert_never

import msgspec

from domain.authority import first_day, yes_of
from domain.dates import Day
from domain.decided import Taken
from domain.initiative.state import Ended, Live, State, still_open
from domain.initiatives import Ending
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.names import InitiativeId
from domain.refusal import Refused

# --- events ---


class Merged(Event, frozen=True, kw_only=True):
    """An initiative is part of another from now on."""

    tag = "initiative.merged"
    rank = 5
    unsettles = True
    da = "Lagt sammen med {into}."
    en = "Merged into {into}."

    into: InitiativeId
    decision: Taken


class InitiativeEnded(Event, frozen=True, kw_only=True):
    """An initiative has ended."""

    tag = "initiative.ended"
    rank = 5
    unsettles = True
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
            return Ended(**fields, into=event.into)
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


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    yes_of(asked, command.decision)
    match command:
        case Merge():
            known(asked, command.into)
            same_scope(asked, command.into)
            target = asked.see(command.into)
            if command.into == asked.stream or not isinstance(target, Live) or isinstance(target, Ended):
                raise Refused("initiative.not-a-target", initiative=command.into)
            return (Merged(into=command.into, decision=command.decision),)
        case End():
            ceases_on = first_day(command.decision, command.ceases_on, asked) or asked.today
            if ceases_on > asked.today:
                raise Refused("initiative.ends-later", day=ceases_on)
            return (InitiativeEnded(how=command.how, ceases_on=ceases_on, decision=command.decision),)
        case _:
            assert_never(command)
