"""The agenda (dagsorden): items, recommendations, attachments."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.counts import SizeBytes
from domain.dates import Moment
from domain.decided import BasedOn, DecisionRef
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.agenda_rules import CHAIR_RULE, changed, is_adopted, is_late, on_agenda
from domain.meeting.closed_papers import AttachmentShut, Grounds, attachment_shut
from domain.meeting.doors import DoorsShut, Shutting, doors_shut
from domain.meeting.state import Item, Meeting, Recommendation, item_of, known_decisions, still_open, with_item
from domain.names import BodyId, DocumentId, Hash, ItemId, Label, LocalName, PersonId, ReferralId
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep_all, said, said_if
from domain.words import Word

AGENDA_ITEMS_MAX = 60
PRESENTERS_MAX = 20
RECOMMENDATIONS_MAX = 20
ATTACHMENTS_MAX = 60


class Asks(Word):
    """What a recommendation asks of the body."""

    DISCUSS = "discuss", "drøfter"
    DECIDE = "decide", "beslutter"
    APPROVE = "approve", "godkender"
    APPOINT = "appoint", "udpeger"
    NOTE = "note", "tager til efterretning"


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
    presented_by: Kept | None = None
    """Who presents it, in the paper's words: functions rather than persons."""
    late: bool = False
    """It came after the agenda was adopted, or after the day that the body's rules name."""
    any_other_business: bool = False
    """Eventuelt."""


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


Events = ItemAdded | RecommendationAdded | AttachmentAdded


def evolve(state: Meeting, event: Events) -> Meeting:
    if isinstance(event, ItemAdded):
        return changed(with_item(state, event.item, Item(number=event.number, title=event.title)))
    item = state.items[event.item]
    match event:
        case RecommendationAdded():
            added = {event.recommendation: Recommendation(only_if=event.only_if)}
            item = msgspec.structs.replace(item, recommendations=item.recommendations | added)
        case AttachmentAdded():
            item = msgspec.structs.replace(item, attachments=item.attachments | {event.attachment})
        case _:
            assert_never(event)
    return changed(with_item(state, event.item, item))


# --- commands ---


class AddItem(Command, frozen=True, kw_only=True):
    """Sæt et punkt på dagsordenen."""

    verb = "add-item"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (ItemAdded, DoorsShut)

    item: ItemId
    number: Label
    title: Text
    summary: Text | None = None
    case: Text | None = None
    presenters: Annotated[tuple[PersonId, ...], Meta(max_length=PRESENTERS_MAX)] = ()
    from_at: Moment | None = None
    to_at: Moment | None = None
    based_on: BasedOn[Text] = ()
    answers_referral: ReferralId | None = None
    presented_by: Text | None = None
    late: bool = False
    """As a paper says; of a meeting to come the record knows it by itself."""
    any_other_business: bool = False
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
    gives = (AttachmentAdded, AttachmentShut)

    item: ItemId
    attachment: LocalName
    name: Text
    document: DocumentId | None = None
    sha256: Hash | None = None
    size_bytes: SizeBytes | None = None
    shut: Grounds | None = None
    """It is closed from the beginning, on an open item too."""


Commands = AddItem | AddRecommendation | Attach


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    if isinstance(command, AddItem):
        return _add_item(command, state, asked)
    item = item_of(state, command.item)
    on_agenda(item, command.item)
    match command:
        case AddRecommendation():
            return _add_recommendation(command, item, asked)
        case Attach():
            return _attach(command, item, asked)
        case _:
            assert_never(command)


def _add_item(command: AddItem, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    known(asked, *command.presenters, command.answers_referral)
    known_decisions(asked, *command.based_on)
    if command.item in state.items or any(command.number == item.number for item in state.items.values()):
        raise Refused("meeting.numbered", number=command.number)
    if len(state.items) >= AGENDA_ITEMS_MAX:
        raise Refused("meeting.agenda-full", count=AGENDA_ITEMS_MAX)
    if is_adopted(state) and asked.by.rule != CHAIR_RULE:
        raise Refused("meeting.late-item")
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
        presented_by=said_if(command.presented_by),
        late=command.late or is_late(state, asked),
        any_other_business=command.any_other_business,
    )
    if command.shut is None:
        return (added,)
    return (added, doors_shut(command.item, command.number, command.shut))


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
    added = AttachmentAdded(
        item=command.item,
        number=item.number,
        attachment=command.attachment,
        name=said(command.name),
        document=command.document,
        sha256=command.sha256,
        size_bytes=_size(command, asked),
    )
    if command.shut is None:
        return (added,)
    return (added, attachment_shut(command.item, item.number, command.attachment, command.shut))


def _size(command: Attach, asked: Asked) -> int | None:
    """Of the bytes that are kept; of a paper that is only named, what is said of it."""
    if command.sha256 is None:
        return command.size_bytes
    size_bytes = asked.size_of(command.sha256)
    if size_bytes is None:
        raise Refused("meeting.bytes-missing", attachment=command.attachment)
    if command.size_bytes not in (None, size_bytes):
        raise Refused("meeting.other-size", attachment=command.attachment, size_bytes=command.size_bytes or 0)
    return size_bytes
