"""The hearing (høring): what those who attended remark, how it is answered, and who approves."""

from typing import Any, assert_never

import msgspec

from domain.assurance import Assurance
from domain.bodies import rules_on
from domain.counts import Revision
from domain.kernel import About, Asked, Command, Event, Unknown, Who
from domain.meeting.state import attended_on, is_attendance_known
from domain.minutes.state import Circulated, Minutes, State, item_followed, meeting_ended, seat_approving, seat_chaired
from domain.names import ItemId, Label, LocalName, MeetingId, PersonId
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, said

COMMENTS_MAX = 200

# --- events ---


class Commented(Event, frozen=True, kw_only=True):
    """Somebody who attended remarks on the minutes of an item (bemærkning)."""

    tag = "minutes.commented"
    concerns = About.ITEM
    text_class = TextClass.SPEECH
    da = "Bemærkning til referatet af punkt {number}[ fra {seat}]: {text}"
    en = "Comment on the minutes of item {number}[ from {seat}]: {text}"

    meeting: MeetingId
    item: ItemId
    number: Label
    comment: LocalName
    revision: int
    text: Kept
    seat: LocalName | None = None
    """On which the person attended; absent for whoever attended on none."""


class CommentAnswered(Event, frozen=True, kw_only=True):
    """The secretariat says what came of a comment."""

    tag = "minutes.comment-answered"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Bemærkning til referatet af punkt {number} er besvaret: {text}"
    en = "Comment on the minutes of item {number} is answered: {text}"

    meeting: MeetingId
    item: ItemId
    number: Label
    comment: LocalName
    text: Kept


class MinutesApproved(Event, frozen=True, kw_only=True):
    """A member approves a revision."""

    tag = "minutes.approved"
    da = "{seat} har godkendt udkast {revision}."
    en = "{seat} has approved draft {revision}."

    meeting: MeetingId
    revision: int
    seat: LocalName
    as_chair: bool = False
    """By whoever chairs on the seat: it counts where the body's rules ask the chairs. A substitute approves as a member."""


Events = Commented | CommentAnswered | MinutesApproved


def evolve(state: State, event: Events) -> State:
    assert not isinstance(state, Unknown)
    match event:
        case Commented():
            comments, unanswered = state.comments | {event.comment: event.item}, state.unanswered | {event.comment}
            return msgspec.structs.replace(state, comments=comments, unanswered=unanswered)
        case CommentAnswered():
            return msgspec.structs.replace(state, unanswered=state.unanswered - {event.comment})
        case MinutesApproved():
            assert isinstance(state, Circulated)
            signed_by = state.signed_by | {event.seat} if event.as_chair else state.signed_by
            return msgspec.structs.replace(state, approved_by=state.approved_by | {event.seat}, signed_by=signed_by)
        case _:
            assert_never(event)


# --- commands ---


class Comment(Command, frozen=True, kw_only=True):
    """Bemærk til referatet af et punkt."""

    verb = "comment"
    who = (Who.MEMBER, Who.ATTENDEE)
    gives = (Commented,)

    item: ItemId
    comment: LocalName
    text: Text

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Whoever remarks remarks for themselves."""
        return True


class AnswerComment(Command, frozen=True, kw_only=True):
    """Besvar en bemærkning."""

    verb = "answer-comment"
    who = (Who.SECRETARIAT,)
    gives = (CommentAnswered,)

    comment: LocalName
    text: Text


class Approve(Command, frozen=True, kw_only=True):
    """Godkend referatet."""

    verb = "approve"
    who = (Who.MEMBER,)
    gives = (MinutesApproved,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    revision: Revision


Commands = Comment | AnswerComment | Approve


def decide(command: Commands, state: Minutes, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Comment():
            return _comment(command, state, asked)
        case AnswerComment():
            return _answer(command, state, asked)
        case Approve():
            return _approve(command, state, asked)
        case _:
            assert_never(command)


def _comment(command: Comment, state: Minutes, asked: Asked) -> tuple[Event, ...]:
    meeting = meeting_ended(state.meeting, asked)
    item = item_followed(command.item, meeting, asked)
    if not isinstance(state, Circulated):
        raise Refused("minutes.not-circulated")
    seats = attended_on(meeting, asked.by.person)
    if not seats and is_attendance_known(meeting):
        raise Refused("minutes.not-present", person=asked.by.person)
    if command.comment in state.comments:
        raise Refused("minutes.numbered", comment=command.comment)
    if len(state.comments) >= COMMENTS_MAX:
        raise Refused("minutes.comments-full", count=COMMENTS_MAX)
    return (
        Commented(
            meeting=state.meeting,
            item=command.item,
            number=item.number,
            comment=command.comment,
            revision=state.revision,
            text=said(command.text),
            seat=seats[0] if seats else None,
        ),
    )


def _answer(command: AnswerComment, state: Minutes, asked: Asked) -> tuple[Event, ...]:
    name = state.comments.get(command.comment)
    if name is None:
        raise Refused("minutes.comment-unknown", comment=command.comment)
    item = item_followed(name, meeting_ended(state.meeting, asked), asked)
    text = said(command.text)
    return (CommentAnswered(meeting=state.meeting, item=name, number=item.number, comment=command.comment, text=text),)


def _approve(command: Approve, state: Minutes, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Circulated):
        raise Refused("minutes.not-circulated")
    if command.revision != state.revision:
        raise Refused("minutes.revision-stale", revision=command.revision, current=state.revision)
    meeting = meeting_ended(state.meeting, asked)
    body = asked.see(meeting.body)
    seats = asked.see(body.membership)
    chaired = seat_chaired(seats, asked.by.person, asked.today)
    # A chair who was away signs too where the rules ask the chairs: else nothing could ever be published.
    signs = chaired if rules_on(body, asked.today).chairs_sign else None
    seat = signs or seat_approving(meeting, seats, asked.by.person, asked.today)
    if seat is None:
        raise Refused("minutes.not-present", person=asked.by.person)
    as_chair = seat == chaired
    if seat in (state.signed_by if as_chair else state.approved_by):
        return ()
    return (MinutesApproved(meeting=state.meeting, revision=state.revision, seat=seat, as_chair=as_chair),)
