"""Doors (døre): an item held behind closed ones, with reason and legal basis, and opened again."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.agenda_rules import not_called_off
from domain.meeting.state import Meeting, Shut, item_of, with_item
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


class ExtractPublished(Event, frozen=True, kw_only=True):
    """What everyone may know of an item behind closed doors (uddrag), as far as they may know that there is one."""

    tag = "meeting.extract-published"
    concerns = About.ITEM
    da = "Fra lukket punkt {number} er offentliggjort: {text}"
    en = "Published from closed item {number}: {text}"
    said_da = "Fra lukket punkt {number} er offentliggjort: {text}"
    said_en = "Published from closed item {number}: {text}"

    item: ItemId
    number: Label
    text: Kept


Events = DoorsShut | DoorsOpened | ExtractPublished


def evolve(state: Meeting, event: Events) -> Meeting:
    item = state.items[event.item]
    match event:
        case DoorsShut():
            return with_item(
                state, event.item, msgspec.structs.replace(item, shut=Shut(title_closed=event.title_closed))
            )
        case DoorsOpened():
            return with_item(state, event.item, msgspec.structs.replace(item, shut=None))
        case ExtractPublished():
            return state
        case _:
            assert_never(event)


# --- commands ---


class ShutDoors(Command, frozen=True, kw_only=True):
    """Luk dørene for et punkt."""

    verb = "shut-doors"
    who = (Who.CHAIR,)
    gives = (DoorsShut,)
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    reason: Text
    legal_basis: Text
    title_closed: bool = False


class OpenDoors(Command, frozen=True, kw_only=True):
    """Åbn dørene igen."""

    verb = "open-doors"
    who = (Who.CHAIR,)
    gives = (DoorsOpened,)
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    reason: Text


class PublishExtract(Command, frozen=True, kw_only=True):
    """Offentliggør et uddrag af et lukket punkt. Et nyt træder i stedet for det forrige."""

    verb = "publish-extract"
    who = (Who.CHAIR,)
    gives = (ExtractPublished,)
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    text: Text


Commands = ShutDoors | OpenDoors | PublishExtract


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    not_called_off(state)
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
        case PublishExtract():
            if item.shut is None:
                raise Refused("meeting.doors-open", item=command.item)
            return (ExtractPublished(item=command.item, number=item.number, text=said(command.text)),)
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
