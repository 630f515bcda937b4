"""The draft (udkast): what the secretariat writes, item by item, and sends to those who attended."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta, Struct

from domain.dates import Day
from domain.kernel import About, Asked, Command, Event, Unknown, Who, known, same_scope
from domain.meeting.agenda import AGENDA_ITEMS_MAX
from domain.meeting.state import Meeting
from domain.minutes.state import BeingDrafted, Circulated, Published, State, item_followed, meeting_ended
from domain.names import ItemId, Label, MeetingId, name_of
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, said


class ItemText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the minutes say of one item."""

    item: ItemId
    text: Text


Texts = Annotated[tuple[ItemText, ...], Meta(min_length=1, max_length=AGENDA_ITEMS_MAX)]

# --- events ---


class MinutesDrafted(Event, frozen=True, kw_only=True):
    """A draft is written. What it says of each item stands in an event of its own, which is as closed as the item."""

    tag = "minutes.drafted"
    unsettles = True
    da = "Udkast {revision} til referat er skrevet."
    en = "Draft {revision} of the minutes is written."

    meeting: MeetingId
    revision: int


class ItemWritten(Event, frozen=True, kw_only=True):
    """What the minutes say of one item, from this revision on."""

    tag = "minutes.item-written"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Referatet af punkt {number} er skrevet, udkast {revision}."
    en = "The minutes of item {number} are written, draft {revision}."

    meeting: MeetingId
    item: ItemId
    number: Label
    revision: int
    text: Kept


class MinutesCirculated(Event, frozen=True, kw_only=True):
    """A draft is sent to those who attended (høring)."""

    tag = "minutes.circulated"
    unsettles = True
    da = "Udkast {revision} er sendt til bemærkning[ senest {answer_by}]."
    en = "Draft {revision} is circulated for comments[ by {answer_by}]."

    meeting: MeetingId
    revision: int
    answer_by: Day | None = None


class MinutesRevised(Event, frozen=True, kw_only=True):
    """What was published is to be corrected. The published revision stands until the new one is."""

    tag = "minutes.revised"
    da = "Referatet rettes i udgave {revision}: {reason}"
    en = "The minutes are revised in revision {revision}: {reason}"

    meeting: MeetingId
    revision: int
    reason: Kept


Events = MinutesDrafted | ItemWritten | MinutesCirculated | MinutesRevised


def evolve(state: State, event: Events) -> State:
    match event:
        case MinutesDrafted():
            if isinstance(state, Unknown):
                return BeingDrafted(meeting=event.meeting, revision=event.revision)
            return _next(state, event.revision)
        case MinutesRevised():
            assert isinstance(state, Published)
            return _next(state, event.revision)
        case ItemWritten():
            return _with(state, event)
        case MinutesCirculated():
            assert isinstance(state, BeingDrafted)
            return Circulated(
                meeting=state.meeting,
                revision=state.revision,
                comments=state.comments,
                unanswered=state.unanswered,
                unsent=state.unsent,
            )
        case _:
            assert_never(event)


def _next(state: BeingDrafted | Circulated | Published, revision: int) -> BeingDrafted:
    if isinstance(state, BeingDrafted) and state.revision == revision:
        return state
    return BeingDrafted(
        meeting=state.meeting,
        revision=revision,
        comments=state.comments,
        unanswered=state.unanswered,
        unsent=state.unsent,
    )


def _with(state: State, event: ItemWritten) -> State:
    """What was written of the item before in the same revision was sent to nobody, and never will be."""
    if not isinstance(state, BeingDrafted):
        return state
    before = state.written.get(event.item)
    unsent = state.unsent if before is None else state.unsent | {before}
    return msgspec.structs.replace(state, written=state.written | {event.item: event.text}, unsent=unsent)


# --- commands ---


class Draft(Command, frozen=True, kw_only=True):
    """Skriv udkast til referat. After a hearing it is the next revision; the items not named keep their text."""

    verb = "draft"
    who = (Who.SECRETARIAT,)
    gives = (MinutesDrafted, ItemWritten)
    creates = True

    meeting: MeetingId
    texts: Texts


class Circulate(Command, frozen=True, kw_only=True):
    """Send udkastet til bemærkning."""

    verb = "circulate"
    who = (Who.SECRETARIAT,)
    gives = (MinutesCirculated,)

    answer_by: Day | None = None


class Revise(Command, frozen=True, kw_only=True):
    """Ret et offentliggjort referat i en ny udgave."""

    verb = "revise"
    who = (Who.SECRETARIAT,)
    gives = (MinutesRevised, ItemWritten)

    reason: Text
    texts: Texts


Commands = Draft | Circulate | Revise


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Draft():
            return _draft(command, state, asked)
        case Circulate():
            if not isinstance(state, BeingDrafted):
                raise Refused("minutes.no-draft")
            return (MinutesCirculated(meeting=state.meeting, revision=state.revision, answer_by=command.answer_by),)
        case Revise():
            if not isinstance(state, Published):
                raise Refused("minutes.not-published")
            revision = state.revision + 1
            revised = MinutesRevised(meeting=state.meeting, revision=revision, reason=said(command.reason))
            return (revised, *_written(state.meeting, command.texts, revision, asked))
        case _:
            assert_never(command)


def _draft(command: Draft, state: State, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.meeting)
    same_scope(asked, command.meeting)
    if name_of(command.meeting) != name_of(asked.stream):
        raise Refused("minutes.not-its-own", meeting=command.meeting)
    match state:
        case Unknown():
            revision = 1
        case BeingDrafted():
            revision = state.revision
        case Circulated():
            revision = state.revision + 1
        case Published():
            raise Refused("minutes.already-published", revision=state.revision)
        case _:
            assert_never(state)
    drafted = MinutesDrafted(meeting=command.meeting, revision=revision)
    return (drafted, *_written(command.meeting, command.texts, revision, asked))


def _written(of: MeetingId, texts: Texts, revision: int, asked: Asked) -> tuple[ItemWritten, ...]:
    meeting = meeting_ended(of, asked)
    for index, each in enumerate(texts):
        if any(each.item == earlier.item for earlier in texts[:index]):
            raise Refused("minutes.item-twice", item=each.item)
    return tuple(_item_written(of, meeting, each, revision, asked) for each in texts)


def _item_written(of: MeetingId, meeting: Meeting, each: ItemText, revision: int, asked: Asked) -> ItemWritten:
    item = item_followed(each.item, meeting, asked)
    return ItemWritten(meeting=of, item=each.item, number=item.number, revision=revision, text=said(each.text))
