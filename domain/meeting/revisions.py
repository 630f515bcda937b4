"""Revisions of the agenda (rettelser): an item or a recommendation is changed or taken off. A correction is an event."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.dates import Moment
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.agenda import PRESENTERS_MAX, Asks
from domain.meeting.agenda_rules import changed, not_fixed, on_agenda
from domain.meeting.state import InSession, Item, Meeting, Reported, item_of, still_open, with_item
from domain.names import ItemId, Label, PersonId
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, said_if
from domain.words import Word


class ItemPart(Word):
    """What an item can be without."""

    SUMMARY = "summary", "resumé"
    CASE = "case", "sagsfremstilling"
    PRESENTERS = "presenters", "oplægsholdere"
    TIMES = "times", "tidspunkter"


Emptied = Annotated[tuple[ItemPart, ...], Meta(max_length=len(ItemPart))]

# --- events ---


class ItemChanged(Event, frozen=True, kw_only=True):
    """An item reads otherwise now. What the event does not say stays as it was."""

    tag = "meeting.item-changed"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number} er ændret.[ Titel: {title}.][ Uden: {emptied}.]"
    en = "Item {number} has changed.[ Title: {title}.][ Without: {emptied}.]"

    item: ItemId
    number: Label
    """As it is from now on."""
    title: Kept | None = None
    summary: Kept | None = None
    case: Kept | None = None
    presenters: tuple[PersonId, ...] = ()
    presented_by: Kept | None = None
    from_at: Moment | None = None
    to_at: Moment | None = None
    emptied: tuple[ItemPart, ...] = ()


class ItemWithdrawn(Event, frozen=True, kw_only=True):
    """An item is taken off the agenda."""

    tag = "meeting.item-withdrawn"
    unsettles_guests = True
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number} er taget af dagsordenen.[ {reason}]"
    en = "Item {number} was taken off the agenda.[ {reason}]"
    said_da = "Punkt {number} er taget af dagsordenen."
    said_en = "Item {number} was taken off the agenda."

    item: ItemId
    number: Label
    reason: Kept | None = None


class RecommendationChanged(Event, frozen=True, kw_only=True):
    """The paper recommends otherwise, before anybody answered."""

    tag = "meeting.recommendation-changed"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number}, indstilling {recommendation} er ændret.[ {text}]"
    en = "Item {number}, recommendation {recommendation} has changed.[ {text}]"

    item: ItemId
    number: Label
    recommendation: Label
    asks: Asks | None = None
    text: Kept | None = None


class RecommendationWithdrawn(Event, frozen=True, kw_only=True):
    """The paper no longer recommends it."""

    tag = "meeting.recommendation-withdrawn"
    concerns = About.ITEM
    da = "Punkt {number}, indstilling {recommendation} er trukket."
    en = "Item {number}, recommendation {recommendation} is withdrawn."

    item: ItemId
    number: Label
    recommendation: Label


Events = ItemChanged | ItemWithdrawn | RecommendationChanged | RecommendationWithdrawn


def evolve(state: Meeting, event: Events) -> Meeting:
    item = state.items[event.item]
    match event:
        case ItemChanged():
            item = msgspec.structs.replace(item, number=event.number, title=event.title or item.title)
        case ItemWithdrawn():
            item = msgspec.structs.replace(item, withdrawn=True)
        case RecommendationChanged():
            pass
        case RecommendationWithdrawn():
            left = {number: each for number, each in item.recommendations.items() if number != event.recommendation}
            item = msgspec.structs.replace(item, recommendations=left)
        case _:
            assert_never(event)
    return changed(with_item(state, event.item, item))


# --- commands ---


class ChangeItem(Command, frozen=True, kw_only=True):
    """Ret et punkt. Det, der ikke nævnes, bliver stående."""

    verb = "change-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemChanged,)

    item: ItemId
    number: Label | None = None
    title: Text | None = None
    summary: Text | None = None
    case: Text | None = None
    presenters: Annotated[tuple[PersonId, ...], Meta(max_length=PRESENTERS_MAX)] = ()
    presented_by: Text | None = None
    from_at: Moment | None = None
    to_at: Moment | None = None
    emptied: Emptied = ()
    """What the item is without from now on."""


class WithdrawItem(Command, frozen=True, kw_only=True):
    """Tag et punkt af dagsordenen."""

    verb = "withdraw-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemWithdrawn,)

    item: ItemId
    reason: Text | None = None


class ChangeRecommendation(Command, frozen=True, kw_only=True):
    """Ret en indstilling, der ikke er besvaret."""

    verb = "change-recommendation"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (RecommendationChanged,)

    item: ItemId
    recommendation: Label
    asks: Asks | None = None
    text: Text | None = None


class WithdrawRecommendation(Command, frozen=True, kw_only=True):
    """Træk en indstilling, der ikke er besvaret."""

    verb = "withdraw-recommendation"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (RecommendationWithdrawn,)

    item: ItemId
    recommendation: Label


Commands = ChangeItem | WithdrawItem | ChangeRecommendation | WithdrawRecommendation


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    item = item_of(state, command.item)
    not_fixed(state, asked)
    if isinstance(command, WithdrawItem):
        return _withdraw(command, item, state)
    on_agenda(item, command.item)
    match command:
        case ChangeItem():
            return _change(command, item, state, asked)
        case ChangeRecommendation():
            _unanswered(command.recommendation, item)
            if command.asks is None and command.text is None:
                return ()
            return (
                RecommendationChanged(
                    item=command.item,
                    number=item.number,
                    recommendation=command.recommendation,
                    asks=command.asks,
                    text=said_if(command.text),
                ),
            )
        case WithdrawRecommendation():
            return _withdraw_recommendation(command, item)
        case _:
            assert_never(command)


def _change(command: ChangeItem, item: Item, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    known(asked, *command.presenters)
    number = command.number or item.number
    if number != item.number and any(number == each.number for each in state.items.values()):
        raise Refused("meeting.numbered", number=number)
    changed = ItemChanged(
        item=command.item,
        number=number,
        title=said_if(command.title),
        summary=said_if(command.summary),
        case=said_if(command.case),
        presenters=command.presenters,
        presented_by=said_if(command.presented_by),
        from_at=command.from_at,
        to_at=command.to_at,
        emptied=command.emptied,
    )
    return () if changed == ItemChanged(item=command.item, number=item.number) else (changed,)


def _withdraw(command: WithdrawItem, item: Item, state: Meeting) -> tuple[Event, ...]:
    if item.withdrawn:
        return ()
    if item.settled:
        raise Refused("meeting.item-closed", item=command.item)
    if isinstance(state, InSession) and state.floor == command.item:
        raise Refused("meeting.item-open", item=command.item)
    if isinstance(state, InSession | Reported):
        for number, decision in state.decisions.items():
            if decision.item == command.item:
                raise Refused("meeting.item-decided", item=command.item, decision=number)
    return (ItemWithdrawn(item=command.item, number=item.number, reason=said_if(command.reason)),)


def _withdraw_recommendation(command: WithdrawRecommendation, item: Item) -> tuple[Event, ...]:
    _unanswered(command.recommendation, item)
    for number, each in item.recommendations.items():
        if each.only_if == command.recommendation:
            raise Refused("meeting.premise-of-other", recommendation=command.recommendation, other=number)
    return (RecommendationWithdrawn(item=command.item, number=item.number, recommendation=command.recommendation),)


def _unanswered(number: Label, item: Item) -> None:
    recommendation = item.recommendations.get(number)
    if recommendation is None:
        raise Refused("meeting.recommendation-unknown", recommendation=number)
    if recommendation.answered_by is not None:
        raise Refused("meeting.already-answered", recommendation=number, decision=recommendation.answered_by)
