"""The floor (behandling): which item is discussed, and how it ends."""

from typing import assert_never

import msgspec

from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.agenda_rules import on_agenda
from domain.meeting.premises import Fate, fate_of
from domain.meeting.state import InSession, Item, Meeting, item_of, not_paused, still_open, told_of, with_item
from domain.names import ItemId, Label, PersonId
from domain.refusal import Refused

# --- events ---


class ItemTakenUp(Event, frozen=True, kw_only=True):
    """An item is on the floor."""

    tag = "meeting.item-taken-up"
    unsettles_guests = True
    concerns = About.ITEM
    da = "Punkt {number} behandles.[ Inhabile: {recused}.]"
    en = "Item {number} is taken up.[ Recused: {recused}.]"
    said_da = "Punkt {number} er begyndt."
    said_en = "Item {number} has begun."

    item: ItemId
    number: Label
    recused: tuple[PersonId, ...] = ()
    """Who leaves the item to the others."""


class ItemSettled(Event, frozen=True, kw_only=True):
    """An item has ended."""

    tag = "meeting.item-settled"
    unsettles_guests = True
    concerns = About.ITEM
    da = "Punkt {number} er afsluttet.[ Bortfaldet: indstilling {lapsed}.][ Afventer: indstilling {waiting}.]"
    en = "Item {number} is settled.[ Lapsed: recommendation {lapsed}.][ Waiting: recommendation {waiting}.]"
    said_da = "Punkt {number} er slut."
    said_en = "Item {number} has ended."

    item: ItemId
    number: Label
    lapsed: tuple[Label, ...] = ()
    """Recommendations whose premise was not adopted."""
    waiting: tuple[Label, ...] = ()
    """Recommendations whose premise was adopted under a condition."""


Events = ItemTakenUp | ItemSettled


def evolve(state: Meeting, event: Events) -> Meeting:
    match event:
        case ItemTakenUp():
            return msgspec.structs.replace(state, floor=event.item)
        case ItemSettled():
            item = msgspec.structs.replace(state.items[event.item], settled=True)
            settled = with_item(state, event.item, item)
            return msgspec.structs.replace(settled, floor=None) if isinstance(settled, InSession) else settled
        case _:
            assert_never(event)


# --- commands ---


class TakeUpItem(Command, frozen=True, kw_only=True):
    """Tag et punkt op."""

    verb = "take-up-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemTakenUp,)

    item: ItemId


class SettleItem(Command, frozen=True, kw_only=True):
    """Afslut et punkt."""

    verb = "settle-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemSettled,)

    item: ItemId


Commands = TakeUpItem | SettleItem


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    item = item_of(state, command.item)
    match command:
        case TakeUpItem():
            return _take_up(command, item, state)
        case SettleItem():
            return _settle(command, item, state)
        case _:
            assert_never(command)


def _take_up(command: TakeUpItem, item: Item, state: Meeting) -> tuple[Event, ...]:
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    not_paused(state)
    on_agenda(item, command.item)
    if item.settled:
        raise Refused("meeting.item-closed", item=command.item)
    if state.floor == command.item:
        return ()
    return (ItemTakenUp(item=command.item, number=item.number, recused=tuple(sorted(item.recused))),)


def _settle(command: SettleItem, item: Item, state: Meeting) -> tuple[Event, ...]:
    if item.settled:
        return ()
    decisions = told_of(state, command.item).decisions
    lapsed, waiting = [], []
    for number, recommendation in item.recommendations.items():
        match fate_of(number, item, decisions):
            case Fate.OPEN:
                raise Refused("meeting.unanswered", recommendation=number)
            case Fate.NOT_ADOPTED if recommendation.answered_by is None:
                lapsed.append(number)
            case Fate.WAITING if recommendation.answered_by is None:
                waiting.append(number)
    return (ItemSettled(item=command.item, number=item.number, lapsed=tuple(lapsed), waiting=tuple(waiting)),)
