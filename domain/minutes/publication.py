"""Publication (offentliggørelse): the minutes as the chairs let them out, and what is added after the meeting."""

from typing import assert_never

from domain.assurance import Assurance
from domain.bodies import rules_on
from domain.claims import DateNotStated, DateSaid
from domain.kernel import About, Asked, Command, Event, Unknown, Who
from domain.minutes.state import (
    BeingDrafted,
    Circulated,
    Minutes,
    Published,
    State,
    item_followed,
    meeting_ended,
    seat_chaired,
)
from domain.names import ItemId, Label, MeetingId
from domain.refusal import Refused
from domain.seating import Seats, chairs
from domain.text import Kept, Text, TextClass, keep, said

# --- events ---


class MinutesPublished(Event, frozen=True, kw_only=True):
    """A revision is published."""

    tag = "minutes.published"
    unsettles = True
    da = "Referatet er offentliggjort, udgave {revision}."
    en = "The minutes are published, revision {revision}."

    meeting: MeetingId
    revision: int


class NoteAdded(Event, frozen=True, kw_only=True):
    """A note made after the meeting: shown apart from what the meeting said, and it decides nothing."""

    tag = "minutes.note-added"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Tilføjet efter mødet til punkt {number}[ ({when})]: {text}"
    en = "Added after the meeting to item {number}[ ({when})]: {text}"

    meeting: MeetingId
    item: ItemId
    number: Label
    text: Kept
    when: DateSaid[Kept] = DateNotStated()


Events = MinutesPublished | NoteAdded


def evolve(state: State, event: Events) -> State:
    assert not isinstance(state, Unknown)
    match event:
        case MinutesPublished():
            return Published(
                meeting=state.meeting,
                revision=state.revision,
                comments=state.comments,
                unanswered=state.unanswered,
                unsent=state.unsent,
            )
        case NoteAdded():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Publish(Command, frozen=True, kw_only=True):
    """Offentliggør referatet."""

    verb = "publish"
    who = (Who.CHAIR,)
    gives = (MinutesPublished,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL


class AddNote(Command, frozen=True, kw_only=True):
    """Tilføj en bemærkning efter mødet."""

    verb = "add-note"
    who = (Who.SECRETARIAT, Who.CHAIR)
    gives = (NoteAdded,)

    item: ItemId
    text: Text
    when: DateSaid[Text] = DateNotStated()


Commands = Publish | AddNote


def decide(command: Commands, state: Minutes, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Publish():
            return _publish(state, asked)
        case AddNote():
            item = item_followed(command.item, meeting_ended(state.meeting, asked), asked)
            return (
                NoteAdded(
                    meeting=state.meeting,
                    item=command.item,
                    number=item.number,
                    text=said(command.text),
                    when=keep(command.when),
                ),
            )
        case _:
            assert_never(command)


def _publish(state: Minutes, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, Published):
        return ()
    if state.unanswered:
        raise Refused("minutes.comments-open", count=len(state.unanswered))
    missing = _approvals_missing(state, asked)
    if missing > 0:
        raise Refused("minutes.approvals-missing", count=missing)
    return (MinutesPublished(meeting=state.meeting, revision=state.revision),)


def _approvals_missing(state: BeingDrafted | Circulated, asked: Asked) -> int:
    """How many chairs are still to approve by the rules of the body. Whoever publishes approves by that."""
    body = asked.see(asked.see(state.meeting).body)
    seats = asked.see(body.membership)
    signed = state.signed_by if isinstance(state, Circulated) else frozenset()
    if isinstance(seats, Seats):
        own = seat_chaired(seats, asked.by.person, asked.today)
        signed |= {own} if own is not None else set()
        signed &= {name for name, seat in seats.seats.items() if chairs(seat, asked.today)}
    return rules_on(body, asked.today).chairs_sign - len(signed)
