"""Items promised for later (lovede punkter): an item is postponed to a later meeting, and one that ended is taken up again."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.claims import DateNotStated, DateSaid
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.agenda_rules import on_agenda
from domain.meeting.state import InSession, Item, Meeting, item_of, still_open, with_item
from domain.names import ItemId, Label, ReferralId
from domain.referral.state import Open as Promised
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, said

# --- events ---


class ItemPostponed(Event, frozen=True, kw_only=True):
    """The body takes the item up at a later meeting. What it promises itself is a referral (`referral.sent`)."""

    tag = "meeting.item-postponed"
    unsettles_guests = True
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number} er udsat[ til {expected}]."
    en = "Item {number} is postponed[ to {expected}]."
    said_da = "Punkt {number} er udsat."
    said_en = "Item {number} is postponed."

    item: ItemId
    number: Label
    title: Kept
    """Where the item got its title: it is what is promised."""
    referral: ReferralId
    expected: DateSaid[Kept]


class ItemReopened(Event, frozen=True, kw_only=True):
    """An item that had ended can be taken up again."""

    tag = "meeting.item-reopened"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number} er genåbnet: {reason}"
    en = "Item {number} is reopened: {reason}"
    said_da = "Punkt {number} er genåbnet."
    said_en = "Item {number} is reopened."

    item: ItemId
    number: Label
    reason: Kept
    promised: ReferralId | None = None
    """What the body had promised itself when it put the item off; it is withdrawn (`referral.withdrawn`)."""


Events = ItemPostponed | ItemReopened


def evolve(state: Meeting, event: Events) -> Meeting:
    item = state.items[event.item]
    match event:
        case ItemPostponed():
            item = msgspec.structs.replace(item, settled=True, postponed=event.referral)
            if isinstance(state, InSession) and state.floor == event.item:
                state = msgspec.structs.replace(state, floor=None)
        case ItemReopened():
            item = msgspec.structs.replace(item, settled=False, postponed=None)
        case _:
            assert_never(event)
    return with_item(state, event.item, item)


# --- commands ---


class PostponeItem(Command, frozen=True, kw_only=True):
    """Udsæt et punkt til et senere møde."""

    verb = "postpone-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemPostponed,)

    item: ItemId
    referral: ReferralId
    """The name that the promise gets."""
    expected: DateSaid[Text] = DateNotStated()


class ReopenItem(Command, frozen=True, kw_only=True):
    """Genåbn et punkt, der var afsluttet."""

    verb = "reopen-item"
    who = (Who.CHAIR,)
    gives = (ItemReopened,)
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    reason: Text


Commands = PostponeItem | ReopenItem


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    item = item_of(state, command.item)
    on_agenda(item, command.item)
    match command:
        case PostponeItem():
            return _postpone(command, item)
        case ReopenItem():
            if not isinstance(state, InSession):
                raise Refused("meeting.not-open")
            if not item.settled:
                return ()
            return (
                ItemReopened(
                    item=command.item,
                    number=item.number,
                    reason=said(command.reason),
                    promised=_still_open(item, asked),
                ),
            )
        case _:
            assert_never(command)


def _still_open(item: Item, asked: Asked) -> ReferralId | None:
    """What was promised of an item, unless it has ended or stands on another agenda by now."""
    if item.postponed is None:
        return None
    promised = asked.see(item.postponed)
    return item.postponed if isinstance(promised, Promised) and promised.placed_at is None else None


def _postpone(command: PostponeItem, item: Item) -> tuple[Event, ...]:
    if item.postponed == command.referral:
        return ()
    if item.settled:
        raise Refused("meeting.item-closed", item=command.item)
    assert item.title is not None
    return (
        ItemPostponed(
            item=command.item,
            number=item.number,
            title=item.title,
            referral=command.referral,
            expected=keep(command.expected),
        ),
    )
