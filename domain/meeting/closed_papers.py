"""Closed papers (lukkede bilag): a paper of an item that only those may read who may read closed items, whatever the doors."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.agenda_rules import not_called_off
from domain.meeting.state import Item, Meeting, item_of, with_item
from domain.names import ItemId, Label, LocalName
from domain.refusal import Refused
from domain.text import Kept, Text, said


class Grounds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Grounds for closing a paper."""

    reason: Text
    legal_basis: Text


# --- events ---


class AttachmentShut(Event, frozen=True, kw_only=True):
    """A paper is closed: nobody outside is told that it is there."""

    tag = "meeting.attachment-shut"
    concerns = About.ITEM
    unsettles = True
    da = "Et bilag til punkt {number} er lukket: {legal_basis}"
    en = "An attachment to item {number} is closed: {legal_basis}"

    item: ItemId
    number: Label
    attachment: LocalName
    reason: Kept
    legal_basis: Kept


class AttachmentOpened(Event, frozen=True, kw_only=True):
    """A paper is as open as its item again."""

    tag = "meeting.attachment-opened"
    concerns = About.ITEM
    unsettles = True
    da = "Et bilag til punkt {number} er åbent igen: {reason}"
    en = "An attachment to item {number} is open again: {reason}"

    item: ItemId
    number: Label
    attachment: LocalName
    reason: Kept


Events = AttachmentShut | AttachmentOpened


def evolve(state: Meeting, event: Events) -> Meeting:
    item = state.items[event.item]
    match event:
        case AttachmentShut():
            shut = item.attachments_shut | {event.attachment}
        case AttachmentOpened():
            shut = item.attachments_shut - {event.attachment}
        case _:
            assert_never(event)
    return with_item(state, event.item, msgspec.structs.replace(item, attachments_shut=shut))


# --- commands ---


class ShutAttachment(Command, frozen=True, kw_only=True):
    """Luk et bilag."""

    verb = "shut-attachment"
    who = (Who.CHAIR,)
    assurance = Assurance.SUBSTANTIAL
    gives = (AttachmentShut,)

    item: ItemId
    attachment: LocalName
    reason: Text
    legal_basis: Text


class OpenAttachment(Command, frozen=True, kw_only=True):
    """Åbn et lukket bilag."""

    verb = "open-attachment"
    who = (Who.CHAIR,)
    assurance = Assurance.SUBSTANTIAL
    gives = (AttachmentOpened,)

    item: ItemId
    attachment: LocalName
    reason: Text


Commands = ShutAttachment | OpenAttachment


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    not_called_off(state)
    item = item_of(state, command.item)
    if command.attachment not in item.attachments:
        raise Refused("meeting.attachment-unknown", item=command.item, attachment=command.attachment)
    match command:
        case ShutAttachment():
            if command.attachment in item.attachments_shut:
                return ()
            grounds = Grounds(reason=command.reason, legal_basis=command.legal_basis)
            return (attachment_shut(command.item, item.number, command.attachment, grounds),)
        case OpenAttachment():
            if command.attachment not in item.attachments_shut:
                return ()
            return (_opened(command, item),)
        case _:
            assert_never(command)


def _opened(command: OpenAttachment, item: Item) -> AttachmentOpened:
    return AttachmentOpened(
        item=command.item, number=item.number, attachment=command.attachment, reason=said(command.reason)
    )


def attachment_shut(item: ItemId, number: Label, attachment: LocalName, grounds: Grounds) -> AttachmentShut:
    """The event, from the grounds given with a paper or for it."""
    return AttachmentShut(
        item=item,
        number=number,
        attachment=attachment,
        reason=said(grounds.reason),
        legal_basis=said(grounds.legal_basis),
    )
