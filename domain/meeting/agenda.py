"""The agenda (dagsorden): items, recommendations, attachments, doors, and which item is on the floor."""

from typing import assert_never

import msgspec

from domain.dates import Moment
from domain.decided import DecisionRef
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.state import (
    InSession,
    Item,
    Meeting,
    Recommendation,
    Shut,
    item_of,
    known_decisions,
    on_the_floor,
    still_open,
)
from domain.names import BodyId, DocumentId, Hash, ItemId, Label, LocalName, PersonId, ReferralId
from domain.outcomes import ApprovedConditionally, authorises
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep_all, said, said_if
from domain.words import Word

AGENDA_ITEMS_MAX = 60
RECOMMENDATIONS_MAX = 20
ATTACHMENTS_MAX = 60


class Asks(Word):
    """What a recommendation asks of the body."""

    DISCUSS = "discuss", "drøfter"
    DECIDE = "decide", "beslutter"
    APPROVE = "approve", "godkender"
    APPOINT = "appoint", "udpeger"
    NOTE = "note", "tager til efterretning"


class Shutting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Grounds for holding an item behind closed doors."""

    reason: Text
    legal_basis: Text
    title_closed: bool = False


# --- events ---


class ItemAdded(Event, frozen=True, kw_only=True):
    """An item is on the agenda."""

    tag = "meeting.item-added"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number} er på dagsordenen: {title}"
    en = "Item {number} is on the agenda: {title}"

    item: ItemId
    number: Label
    title: Kept
    summary: Kept | None = None
    case: Kept | None = None
    presenters: tuple[PersonId, ...] = ()
    from_at: Moment | None = None
    to_at: Moment | None = None
    based_on: tuple[DecisionRef[Kept], ...] = ()
    answers_referral: ReferralId | None = None


class RecommendationAdded(Event, frozen=True, kw_only=True):
    """The paper recommends something to the body (indstilling)."""

    tag = "meeting.recommendation-added"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Punkt {number}, indstilling {recommendation} til {to_body}: {text}"
    en = "Item {number}, recommendation {recommendation} to {to_body}: {text}"

    item: ItemId
    number: Label
    recommendation: Label
    asks: Asks
    text: Kept
    to_body: BodyId
    only_if: Label | None = None


class AttachmentAdded(Event, frozen=True, kw_only=True):
    """A paper belongs to an item (bilag). Without a hash it is named in the paper, and its bytes are not held here."""

    tag = "meeting.attachment-added"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Bilag til punkt {number}: {name}"
    en = "Attachment to item {number}: {name}"

    item: ItemId
    number: Label
    attachment: LocalName
    name: Kept
    document: DocumentId | None = None
    sha256: Hash | None = None
    size_bytes: int | None = None


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


class ItemTakenUp(Event, frozen=True, kw_only=True):
    """An item is on the floor."""

    tag = "meeting.item-taken-up"
    concerns = About.ITEM
    da = "Punkt {number} behandles."
    en = "Item {number} is taken up."
    said_da = "Punkt {number} er begyndt."
    said_en = "Item {number} has begun."

    item: ItemId
    number: Label


class ItemSettled(Event, frozen=True, kw_only=True):
    """An item has ended."""

    tag = "meeting.item-settled"
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


Events = ItemAdded | RecommendationAdded | AttachmentAdded | DoorsShut | DoorsOpened | ItemTakenUp | ItemSettled


def evolve(state: Meeting, event: Events) -> Meeting:
    if isinstance(event, ItemAdded):
        return _with_item(state, event.item, Item(number=event.number))
    item = state.items[event.item]
    match event:
        case RecommendationAdded():
            added = {event.recommendation: Recommendation(only_if=event.only_if)}
            item = msgspec.structs.replace(item, recommendations=item.recommendations | added)
        case AttachmentAdded():
            item = msgspec.structs.replace(item, attachments=item.attachments | {event.attachment})
        case DoorsShut():
            item = msgspec.structs.replace(item, shut=Shut(title_closed=event.title_closed))
        case DoorsOpened():
            item = msgspec.structs.replace(item, shut=None)
        case ItemTakenUp():
            return msgspec.structs.replace(state, floor=event.item)
        case ItemSettled():
            settled = _with_item(state, event.item, msgspec.structs.replace(item, settled=True))
            return msgspec.structs.replace(settled, floor=None) if isinstance(settled, InSession) else settled
        case _:
            assert_never(event)
    return _with_item(state, event.item, item)


def _with_item(state: Meeting, name: ItemId, item: Item) -> Meeting:
    return msgspec.structs.replace(state, items=state.items | {name: item})


# --- commands ---


class AddItem(Command, frozen=True, kw_only=True):
    """Sæt et punkt på dagsordenen."""

    verb = "add-item"
    who = (Who.SECRETARIAT,)
    gives = (ItemAdded, DoorsShut)

    item: ItemId
    number: Label
    title: Text
    summary: Text | None = None
    case: Text | None = None
    presenters: tuple[PersonId, ...] = ()
    from_at: Moment | None = None
    to_at: Moment | None = None
    based_on: tuple[DecisionRef[Text], ...] = ()
    answers_referral: ReferralId | None = None
    shut: Shutting | None = None


class AddRecommendation(Command, frozen=True, kw_only=True):
    """Tilføj en indstilling."""

    verb = "add-recommendation"
    who = (Who.SECRETARIAT,)
    gives = (RecommendationAdded,)

    item: ItemId
    recommendation: Label
    asks: Asks
    text: Text
    to_body: BodyId
    only_if: Label | None = None


class Attach(Command, frozen=True, kw_only=True):
    """Tilføj et bilag."""

    verb = "attach"
    who = (Who.SECRETARIAT,)
    gives = (AttachmentAdded,)

    item: ItemId
    attachment: LocalName
    name: Text
    document: DocumentId | None = None
    sha256: Hash | None = None
    size_bytes: int | None = None


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


Commands = AddItem | AddRecommendation | Attach | ShutDoors | OpenDoors | TakeUpItem | SettleItem


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    if isinstance(command, AddItem):
        return _add_item(command, state, asked)
    item = item_of(state, command.item)
    match command:
        case AddRecommendation():
            return _add_recommendation(command, item, asked)
        case Attach():
            return _attach(command, item, asked)
        case ShutDoors():
            if item.shut is not None:
                raise Refused("meeting.already-shut", item=command.item)
            return (_doors_shut(command.item, item.number, command),)
        case OpenDoors():
            if item.shut is None:
                return ()
            return (DoorsOpened(item=command.item, number=item.number, reason=said(command.reason)),)
        case TakeUpItem():
            return _take_up(command, item, state)
        case SettleItem():
            return _settle(command, item, state)
        case _:
            assert_never(command)


def _add_item(command: AddItem, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    known(asked, *command.presenters, command.answers_referral)
    known_decisions(asked, *command.based_on)
    if command.item in state.items or any(command.number == item.number for item in state.items.values()):
        raise Refused("meeting.numbered", number=command.number)
    if len(state.items) >= AGENDA_ITEMS_MAX:
        raise Refused("meeting.agenda-full", count=AGENDA_ITEMS_MAX)
    added = ItemAdded(
        item=command.item,
        number=command.number,
        title=said(command.title),
        summary=said_if(command.summary),
        case=said_if(command.case),
        presenters=command.presenters,
        from_at=command.from_at,
        to_at=command.to_at,
        based_on=keep_all(command.based_on),
        answers_referral=command.answers_referral,
    )
    if command.shut is None:
        return (added,)
    return (added, _doors_shut(command.item, command.number, command.shut))


def _doors_shut(item: ItemId, number: Label, grounds: ShutDoors | Shutting) -> DoorsShut:
    return DoorsShut(
        item=item,
        number=number,
        reason=said(grounds.reason),
        legal_basis=said(grounds.legal_basis),
        title_closed=grounds.title_closed,
    )


def _add_recommendation(command: AddRecommendation, item: Item, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.to_body)
    if command.recommendation in item.recommendations:
        raise Refused("meeting.numbered", number=command.recommendation)
    if command.only_if is not None and command.only_if not in item.recommendations:
        raise Refused("meeting.recommendation-unknown", recommendation=command.only_if)
    if len(item.recommendations) >= RECOMMENDATIONS_MAX:
        raise Refused("meeting.recommendations-full", count=RECOMMENDATIONS_MAX)
    return (
        RecommendationAdded(
            item=command.item,
            number=item.number,
            recommendation=command.recommendation,
            asks=command.asks,
            text=said(command.text),
            to_body=command.to_body,
            only_if=command.only_if,
        ),
    )


def _attach(command: Attach, item: Item, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    if command.attachment in item.attachments:
        raise Refused("meeting.numbered", number=command.attachment)
    if len(item.attachments) >= ATTACHMENTS_MAX:
        raise Refused("meeting.attachments-full", count=ATTACHMENTS_MAX)
    return (
        AttachmentAdded(
            item=command.item,
            number=item.number,
            attachment=command.attachment,
            name=said(command.name),
            document=command.document,
            sha256=command.sha256,
            size_bytes=command.size_bytes,
        ),
    )


def _take_up(command: TakeUpItem, item: Item, state: Meeting) -> tuple[Event, ...]:
    if not isinstance(state, InSession):
        raise Refused("meeting.not-open")
    if item.settled:
        raise Refused("meeting.item-closed", item=command.item)
    if state.floor == command.item:
        return ()
    return (ItemTakenUp(item=command.item, number=item.number),)


def _settle(command: SettleItem, item: Item, state: Meeting) -> tuple[Event, ...]:
    if item.settled:
        return ()
    session = on_the_floor(state, command.item)
    lapsed, waiting = [], []
    for number, recommendation in item.recommendations.items():
        if recommendation.answered_by is not None:
            continue
        premise = item.recommendations.get(recommendation.only_if or "")
        answer = session.decisions.get(premise.answered_by or "") if premise else None
        if answer is None:
            raise Refused("meeting.unanswered", recommendation=number)
        if isinstance(answer.outcome, ApprovedConditionally):
            waiting.append(number)
        elif not authorises(answer.outcome):
            lapsed.append(number)
        else:
            raise Refused("meeting.unanswered", recommendation=number)
    return (ItemSettled(item=command.item, number=item.number, lapsed=tuple(lapsed), waiting=tuple(waiting)),)
