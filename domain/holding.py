"""Holding (tilbageholdelse): an initiative is not gone on with until a condition is settled."""

from typing import assert_never

from domain.awaited import Extent
from domain.kernel import Command, Event, Who
from domain.names import ConditionId

Holds = dict[ConditionId, Extent]
"""What an initiative waits for, and how much of it does."""


class Held(Event, frozen=True, kw_only=True):
    """An initiative, or part of its work, waits for a condition."""

    tag = "initiative.held"
    rank = 6
    da = "Der arbejdes ikke videre ({extent}), før dette er afgjort: {condition}"
    en = "It is not gone on with ({extent}) until this is settled: {condition}"

    condition: ConditionId
    extent: Extent


class Released(Event, frozen=True, kw_only=True):
    """An initiative waits for a condition no longer. What else it waits for still holds it."""

    tag = "initiative.released"
    rank = 4
    da = "Ikke længere tilbageholdt (opfyldt: {met}): {condition}"
    en = "No longer held back (met: {met}): {condition}"

    condition: ConditionId
    met: bool


Events = Held | Released


def evolve(holds: Holds, event: Events) -> Holds:
    match event:
        case Held():
            return holds | {event.condition: event.extent}
        case Released():
            return {condition: extent for condition, extent in holds.items() if condition != event.condition}
        case _:
            assert_never(event)


class Hold(Command, frozen=True, kw_only=True):
    """Hold en indsats tilbage, til forudsætningen er afgjort."""

    verb = "hold"
    who = (Who.REACTION,)
    gives = (Held,)

    condition: ConditionId
    extent: Extent


class Release(Command, frozen=True, kw_only=True):
    """Giv en indsats fri af en forudsætning."""

    verb = "release"
    who = (Who.REACTION,)
    gives = (Released,)

    condition: ConditionId
    met: bool


Commands = Hold | Release


def decide(command: Commands, holds: Holds) -> tuple[Event, ...]:
    """What is so already changes nothing."""
    match command:
        case Hold():
            held = Held(condition=command.condition, extent=command.extent)
            return () if holds.get(command.condition) is command.extent else (held,)
        case Release():
            released = Released(condition=command.condition, met=command.met)
            return (released,) if command.condition in holds else ()
        case _:
            assert_never(command)
