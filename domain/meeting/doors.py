"""Doors (døre): an item held behind closed ones, with reason and legal basis, and opened again."""

from typing import assert_never

import msgspec

from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.state import Meeting, Shut, item_of, still_open, with_item
from domain.names import ItemId, Label
from domain.refusal import Refused
from domain.text import Kept, Text, said


class Shutting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Grounds for holding an item behind closed doors."""

    reason: Text
    legal_basis: Text
    title_closed: bool = False


# --- events ---


class DoorsShut(Event, frozen=True, kw_only=True):
    """An item is held behind closed doors."""

    tag = "meeting.doors-shut"
    concerns = About.ITEM
    unsettles = True
    da = "Punkt {number} behandles for lukkede døre: {legal_basis}"
    en = "Item {number} is held behind closed doors: {legal_basis}"
    said_da = "Punkt {number} behandles for lukkede døre."
    said_en = "Item {number} is held behind closed doors."

    item: ItemId
    number: Label
    reason: Kept
    legal_basis: Kept
    title_closed: bool


class DoorsOpened(Event, frozen=True, kw_only=True):
    """An item is open again."""

    tag = "meeting.doors-opened"
    concerns = About.ITEM
    unsettles = True
    da = "Punkt {number} er åbent igen: {reason}"
    en = "Item {number} is open again: {reason}"
    said_da = "Punkt {number} er åbent igen."
    said_en = "Item {number} is open again."

    item: ItemId
    number: Label
    reason: Kept


Events = DoorsShut | DoorsOpened


def evolve(state: Meeting, event: Events) -> Meeting:
    item = state.items[event.item]
    match event:
        case DoorsShut():
            return with_item(
                state, event.item, msgspec.structs.replace(item, shut=Shut(title_closed=event.title_closed))
            )
        case DoorsOpened():
            return with_item(state, event.item, msgspec.structs.replace(item, shut=None))
        case _:
            assert_never(event)


# --- commands ---


class ShutDoors(Command, frozen=True, kw_only=True):
    """Luk dørene for et punkt."""

    verb = "shut-doors"
    who = (Who.CHAIR,)
    gives = (DoorsShut,)

    item: ItemId
    reason: Text
    legal_basis: Text
    title_closed: bool = False


class OpenDoors(Command, frozen=True, kw_only=True):
    """Åbn dørene igen."""

    verb = "open-doors"
    who = (Who.CHAIR,)
    gives = (DoorsOpened,)

    item: ItemId
    reason: Text


Commands = ShutDoors | OpenDoors


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    item = item_of(state, command.item)
    match command:
        case ShutDoors():
            if item.shut is not None:
                raise Refused("meeting.already-shut", item=command.item)
            return (doors_shut(command.item, item.number, command),)
        case OpenDoors():
            if item.shut is None:
                return ()
            return (DoorsOpened(item=command.item, number=item.number, reason=said(command.reason)),)
        case _:
            assert_never(command)


def doors_shut(item: ItemId, number: Label, grounds: ShutDoors | Shutting) -> DoorsShut:
    """The event, from the grounds given with an item or for it."""
    return DoorsShut(
        item=item,
        number=number,
        reason=said(grounds.reason),
        legal_basis=said(grounds.legal_basis),
        title_closed=grounds.title_closed,
    )
