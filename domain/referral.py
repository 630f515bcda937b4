"""Referral (oversendelse, henvendelse): one question, in one place, answered once."""

from typing import assert_never

from msgspec import Struct

from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import decision_taken, known_decisions
from domain.names import BodyId, DocumentId, ItemId, MeetingId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep_if, said

# --- events ---


class Sent(Event, frozen=True, kw_only=True):
    """A question has an addressee."""

    tag = "referral.sent"
    rank = 5
    da = "Sendt til {to_body}: {question}[ Ventes behandlet {expected}.][ Svar senest {answer_by}.]"
    en = "Sent to {to_body}: {question}[ Expected {expected}.][ Answer by {answer_by}.]"

    from_body: BodyId
    to_body: BodyId
    question: Kept
    answer_by: Day | None = None
    expected: DateSaid[Kept] | None = None
    arises_from: Taken | None = None


class Placed(Event, frozen=True, kw_only=True):
    """The question is an item of a meeting."""

    tag = "referral.placed"
    rank = 1
    da = "Sat på dagsordenen for {meeting}."
    en = "Placed on the agenda of {meeting}."

    meeting: MeetingId
    item: ItemId


class Answered(Event, frozen=True, kw_only=True):
    """The question is answered."""

    tag = "referral.answered"
    rank = 1
    da = "Besvaret[ ved {decision}]: {text}"
    en = "Answered[ by {decision}]: {text}"

    text: Kept
    reserved: bool = False
    decision: Taken | None = None
    document: DocumentId | None = None


# --- state ---


class Open(Struct, frozen=True, kw_only=True):
    """Awaits an answer; placed on an agenda or not."""

    to_body: BodyId
    placed_at: tuple[MeetingId, ItemId] | None = None


class Closed(Struct, frozen=True, kw_only=True):
    """Answered."""

    to_body: BodyId


State = Unknown | Open | Closed


def evolve(state: State, event: Sent | Placed | Answered) -> State:
    match event:
        case Sent():
            return Open(to_body=event.to_body)
        case Placed():
            assert isinstance(state, Open)
            return Open(to_body=state.to_body, placed_at=(event.meeting, event.item))
        case Answered():
            assert isinstance(state, Open)
            return Closed(to_body=state.to_body)
        case _:
            assert_never(event)


# --- commands ---


class Send(Command, frozen=True, kw_only=True):
    """Send en henvendelse til et forum."""

    verb = "send"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Sent,)
    creates = True

    from_body: BodyId
    to_body: BodyId
    question: Text
    answer_by: Day | None = None
    expected: DateSaid[Text] | None = None
    arises_from: Taken | None = None


class Place(Command, frozen=True, kw_only=True):
    """Henvendelsen er sat på dagsordenen."""

    verb = "place"
    who = (Who.REACTION,)
    gives = (Placed,)

    meeting: MeetingId
    item: ItemId


class Answer(Command, frozen=True, kw_only=True):
    """Besvar en henvendelse."""

    verb = "answer"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Answered,)

    text: Text
    reserved: bool = False
    decision: Taken | None = None
    document: DocumentId | None = None


def decide(command: Send | Place | Answer, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Send):
        return _send(command, state, asked)
    if not isinstance(state, Open):
        raise Refused("referral.already-answered")
    match command:
        case Place():
            known(asked, command.meeting)
            _require_addressee(asked.see(command.meeting).body, state)
            return (Placed(meeting=command.meeting, item=command.item),)
        case Answer():
            known(asked, command.document)
            if command.decision is not None:
                _require_addressee(decision_taken(asked.see, command.decision)[0], state)
            return (
                Answered(
                    text=said(command.text),
                    reserved=command.reserved,
                    decision=command.decision,
                    document=command.document,
                ),
            )
        case _:
            assert_never(command)


def _require_addressee(body: BodyId, state: Open) -> None:
    if body != state.to_body:
        raise Refused("referral.other-body", body=state.to_body, other=body)


def _send(command: Send, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("referral.exists")
    known(asked, command.from_body, command.to_body)
    known_decisions(asked, command.arises_from)
    # A question may leave the scope; whoever sends it may not come from outside.
    same_scope(asked, command.from_body, command.arises_from.meeting if command.arises_from else None)
    return (
        Sent(
            from_body=command.from_body,
            to_body=command.to_body,
            question=said(command.question),
            answer_by=command.answer_by,
            expected=keep_if(command.expected),
            arises_from=command.arises_from,
        ),
    )


REFUSALS: Reasons = {
    "referral.exists": ("Henvendelsen findes.", "The referral exists."),
    "referral.other-body": (
        "Henvendelsen er sendt til {body}, ikke til {other}.",
        "The referral is to {body}, not to {other}.",
    ),
    "referral.already-answered": ("Henvendelsen er besvaret.", "The referral is answered."),
}

REFERRAL = Kind(
    name="referral",
    danish="henvendelse",
    events=(Sent, Placed, Answered),
    commands=(Send, Place, Answer),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
