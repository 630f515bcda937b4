"""Asking (henvendelse): a question is sent on, comes from outside, or is put on an agenda."""

from typing import assert_never

import msgspec

from domain.bodies import Closed as ClosedBody
from domain.bodies import acting
from domain.claims import DateSaid, span_of
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, ConditionId, DocumentId, ItemId, MeetingId, PartyId, ReferralId
from domain.referral.state import Open, State, require_body
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said, said_if
from domain.way import Way

# --- events ---


class Sent(Event, frozen=True, kw_only=True):
    """A question has an addressee: a body, a party or an outside organisation."""

    tag = "referral.sent"
    rank = 5
    da = (
        "Sendt[ {direction}][ til {to_body}][ til {to_party}][ til {to_outside}]: {question}"
        "[ Ventes behandlet {expected}.][ Svar senest {answer_by}.][ I anledning af {in_reply_to}.][ Afgjort: {condition}]"
    )
    en = (
        "Sent[ {direction}][ to {to_body}][ to {to_party}][ to {to_outside}]: {question}"
        "[ Expected {expected}.][ Answer by {answer_by}.][ In reply to {in_reply_to}.][ Settled: {condition}]"
    )

    from_body: BodyId
    to_body: BodyId | None = None
    to_party: PartyId | None = None
    to_outside: Kept | None = None
    question: Kept
    direction: Way | None = None
    answer_by: Day | None = None
    expected: DateSaid[Kept] | None = None
    arises_from: Taken | None = None
    in_reply_to: ReferralId | None = None
    condition: ConditionId | None = None
    """What was awaited and is settled, so that what it held back is taken up."""


class Received(Event, frozen=True, kw_only=True):
    """A question has come in: from an outside organisation, a party or a body elsewhere."""

    tag = "referral.received"
    da = (
        "Modtaget[ fra {from_outside}][ fra {from_party}][ fra {from_body}] til {to_body}: {question}"
        "[ Svar senest {answer_by}.][ Ventes {expected}.]"
    )
    en = (
        "Received[ from {from_outside}][ from {from_party}][ from {from_body}] for {to_body}: {question}"
        "[ Answer by {answer_by}.][ Expected {expected}.]"
    )

    to_body: BodyId
    question: Kept
    from_outside: Kept | None = None
    from_party: PartyId | None = None
    from_body: BodyId | None = None
    direction: Way = Way.IN
    answer_by: Day | None = None
    expected: DateSaid[Kept] | None = None
    document: DocumentId | None = None


class Placed(Event, frozen=True, kw_only=True):
    """The question is an item of a meeting."""

    tag = "referral.placed"
    rank = 1
    da = "Sat på dagsordenen for {meeting}."
    en = "Placed on the agenda of {meeting}."

    meeting: MeetingId
    item: ItemId


Events = Sent | Received | Placed


def evolve(state: State, event: Events) -> State:
    match event:
        case Sent() | Received():
            return Open(from_body=event.from_body, to_body=event.to_body, answer_by=event.answer_by)
        case Placed():
            assert isinstance(state, Open)
            return msgspec.structs.replace(state, placed_at=(event.meeting, event.item))
        case _:
            assert_never(event)


# --- commands ---


class Send(Command, frozen=True, kw_only=True):
    """Send en henvendelse til et forum, en part eller en organisation udenfor."""

    verb = "send"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Sent,)
    creates = True

    from_body: BodyId
    to_body: BodyId | None = None
    to_party: PartyId | None = None
    to_outside: Text | None = None
    question: Text
    direction: Way | None = None
    answer_by: Day | None = None
    expected: DateSaid[Text] | None = None
    arises_from: Taken | None = None
    in_reply_to: ReferralId | None = None
    condition: ConditionId | None = None


class Receive(Command, frozen=True, kw_only=True):
    """Registrér en henvendelse udefra."""

    verb = "receive"
    who = (Who.SECRETARIAT,)
    gives = (Received,)
    creates = True

    to_body: BodyId
    question: Text
    from_outside: Text | None = None
    from_party: PartyId | None = None
    from_body: BodyId | None = None
    answer_by: Day | None = None
    expected: DateSaid[Text] | None = None
    document: DocumentId | None = None


class Place(Command, frozen=True, kw_only=True):
    """Henvendelsen er sat på dagsordenen."""

    verb = "place"
    who = (Who.REACTION,)
    gives = (Placed,)

    meeting: MeetingId
    item: ItemId


Commands = Send | Receive | Place


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Send():
            return _send(command, state, asked)
        case Receive():
            return _receive(command, state, asked)
        case Place():
            if not isinstance(state, Open):
                raise Refused("referral.already-answered")
            known(asked, command.meeting)
            require_body(state, asked.see(command.meeting).body, asked.see)
            return (Placed(meeting=command.meeting, item=command.item),)
        case _:
            assert_never(command)


def _send(command: Send, state: State, asked: Asked) -> tuple[Event, ...]:
    _require_new(state, command.to_body, command.to_party, command.to_outside)
    known(asked, command.from_body, command.to_body, command.to_party, command.in_reply_to, command.condition)
    to_body = _at_work(command.to_body, asked)
    known_decisions(asked, command.arises_from)
    # A question may leave the scope; whoever sends it may not come from outside.
    same_scope(asked, command.from_body, command.arises_from.meeting if command.arises_from else None)
    direction = command.direction
    if direction is Way.IN:
        raise Refused("referral.comes-in")
    if (direction is Way.PROMISED) != (to_body == command.from_body):
        if direction is not None:
            raise Refused("referral.promised-to-self", body=command.from_body)
        direction = Way.PROMISED
    if direction is Way.PROMISED and not _comes_later(command.expected, asked.today):
        raise Refused("referral.to-self-now")
    return (
        Sent(
            from_body=command.from_body,
            to_body=to_body,
            to_party=command.to_party,
            to_outside=said_if(command.to_outside),
            question=said(command.question),
            direction=direction,
            answer_by=command.answer_by,
            expected=keep_if(command.expected),
            arises_from=command.arises_from,
            in_reply_to=command.in_reply_to,
            condition=command.condition,
        ),
    )


def _at_work(body: BodyId | None, asked: Asked) -> BodyId | None:
    """The body that is asked, while it is there. What follows of itself goes to whoever acts in its place today.

    Raises Refused `referral.body-gone`, `body.already-closed`.
    """
    state = None if body is None else asked.see(body)
    if body is None or not isinstance(state, ClosedBody) or asked.today < state.ceases_on:
        return body
    successor = acting(asked.see, body)
    if successor == body:
        raise Refused("body.already-closed", day=state.ceases_on)
    if asked.cause is None:
        raise Refused("referral.body-gone", body=body, day=state.ceases_on, successor=successor)
    return successor


def _receive(command: Receive, state: State, asked: Asked) -> tuple[Event, ...]:
    _require_new(state, command.from_outside, command.from_party, command.from_body)
    known(asked, command.to_body, command.from_party, command.from_body, command.document)
    same_scope(asked, command.to_body)
    if command.from_body == command.to_body:
        raise Refused("referral.promised-to-self", body=command.to_body)
    return (
        Received(
            to_body=command.to_body,
            question=said(command.question),
            from_outside=said_if(command.from_outside),
            from_party=command.from_party,
            from_body=command.from_body,
            answer_by=command.answer_by,
            expected=keep_if(command.expected),
            document=command.document,
        ),
    )


def _require_new(state: State, *others: str | None) -> None:
    """Refuse a question that stands already, and one that has not exactly one at its other end."""
    if not isinstance(state, Unknown):
        raise Refused("referral.exists")
    if sum(other is not None for other in others) != 1:
        raise Refused("referral.one-other-end")


def _comes_later(expected: DateSaid[Text] | None, today: Day) -> bool:
    """Whether a promised item can come on a later day than this. A meeting without a day is one that is still to come."""
    if expected is None:
        return False
    days = span_of(expected)
    return days is None or days[1] > today
