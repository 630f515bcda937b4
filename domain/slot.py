"""Slot (plads til ét forbedringsprojekt ad gangen): which improvement projects a body has at work.

Part of the stream `body`, whose own file sends its commands and events here. Where the body has a rule of one at a time, a new
one begins when the one before is finished.
"""

from typing import assert_never

import msgspec

from domain.bodies import Active, rules_on
from domain.kernel import Asked, Command, Event, Who
from domain.names import InitiativeId
from domain.refusal import Refused

# --- events ---


class SlotTaken(Event, frozen=True, kw_only=True):
    """An improvement project of the body is at work."""

    tag = "body.slot-taken"
    rank = 6
    da = "{initiative} er valgt som forbedringsprojekt."
    en = "{initiative} is chosen as improvement project."

    initiative: InitiativeId


class SlotFreed(Event, frozen=True, kw_only=True):
    """An improvement project of the body is at work no longer."""

    tag = "body.slot-freed"
    rank = 6
    da = "{initiative} er færdigt; et nyt kan vælges."
    en = "{initiative} is finished; a new one can be chosen."

    initiative: InitiativeId


Events = SlotTaken | SlotFreed


def evolve(state: Active, event: Events) -> Active:
    match event:
        case SlotTaken():
            return msgspec.structs.replace(state, projects=(*state.projects, event.initiative))
        case SlotFreed():
            left = tuple(each for each in state.projects if each != event.initiative)
            return msgspec.structs.replace(state, projects=left)
        case _:
            assert_never(event)


# --- commands ---


class TakeSlot(Command, frozen=True, kw_only=True):
    """Et forbedringsprojekt går i gang."""

    verb = "take-slot"
    who = (Who.REACTION,)
    gives = (SlotTaken,)

    initiative: InitiativeId
    taken_over: bool = False
    """It was at work in a cluster before this one: it keeps its place, whoever else has one."""


class FreeSlot(Command, frozen=True, kw_only=True):
    """Et forbedringsprojekt er slut."""

    verb = "free-slot"
    who = (Who.REACTION,)
    gives = (SlotFreed,)

    initiative: InitiativeId


Commands = TakeSlot | FreeSlot


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    """What is so already changes nothing."""
    match command:
        case TakeSlot():
            if command.initiative in state.projects:
                return ()
            if not command.taken_over and state.projects and rules_on(state, asked.today).one_at_a_time is not None:
                raise Refused("body.slot-occupied", initiative=state.projects[0])
            return (SlotTaken(initiative=command.initiative),)
        case FreeSlot():
            return (SlotFreed(initiative=command.initiative),) if command.initiative in state.projects else ()
        case _:
            assert_never(command)


REFUSALS = {
    "body.slot-occupied": ("{initiative} er i gang; et nyt forbedringsprojekt vælges først, når det er færdigt.",
                           "{initiative} is at work; a new improvement project is chosen when it is finished."),
}  # fmt: skip
