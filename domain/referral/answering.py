"""Answering (svar): a question is answered, declined or withdrawn, once; until then it can be reminded of."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.awaited import Conditions
from domain.bodies import acts_as
from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.meeting.state import decision_taken
from domain.names import ConditionId, DocumentId
from domain.referral.state import Closed, End, Open, State, require_body
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said

# --- events ---


class Answered(Event, frozen=True, kw_only=True):
    """The question is answered."""

    tag = "referral.answered"
    rank = 1
    da = "Besvaret[ ved {decision}][ {when}]: {text}[ Opfylder: {meets}.][ Opfylder ikke: {fails}.]"
    en = "Answered[ by {decision}][ {when}]: {text}[ Meets: {meets}.][ Fails: {fails}.]"

    text: Kept
    reserved: bool = False
    decision: Taken | None = None
    document: DocumentId | None = None
    when: DateSaid[Kept] | None = None
    meets: tuple[ConditionId, ...] = ()
    fails: tuple[ConditionId, ...] = ()


class Declined(Event, frozen=True, kw_only=True):
    """Whoever was asked does not take the question up."""

    tag = "referral.declined"
    rank = 1
    da = "Afslået[ ved {decision}]: {reason}"
    en = "Declined[ by {decision}]: {reason}"

    reason: Kept
    decision: Taken | None = None
    document: DocumentId | None = None


class Withdrawn(Event, frozen=True, kw_only=True):
    """Whoever asked no longer asks."""

    tag = "referral.withdrawn"
    rank = 1
    da = "Trukket tilbage[ ved {decision}]: {reason}"
    en = "Withdrawn[ by {decision}]: {reason}"

    reason: Kept
    decision: Taken | None = None


class Reminded(Event, frozen=True, kw_only=True):
    """An answer is asked for again."""

    tag = "referral.reminded"
    da = "Rykket for svar[; fristen {passed} er overskredet][; svar senest {answer_by}]."
    en = "Reminded[; the deadline {passed} has passed][; answer by {answer_by}]."

    answer_by: Day | None = None
    """The deadline from now on."""
    passed: Day | None = None
    """The deadline that has gone by without an answer."""


Events = Answered | Declined | Withdrawn | Reminded


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Open)
    match event:
        case Answered():
            return Closed(to_body=state.to_body)
        case Declined():
            return Closed(to_body=state.to_body, end=End.DECLINED)
        case Withdrawn():
            return Closed(to_body=state.to_body, end=End.WITHDRAWN)
        case Reminded():
            return msgspec.structs.replace(
                state,
                answer_by=event.answer_by or state.answer_by,
                is_late=event.passed is not None and event.answer_by is None,
            )
        case _:
            assert_never(event)


# --- commands ---


class Answer(Command, frozen=True, kw_only=True):
    """Besvar en henvendelse."""

    verb = "answer"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Answered,)
    assurance = Assurance.SUBSTANTIAL

    text: Text
    reserved: bool = False
    decision: Taken | None = None
    document: DocumentId | None = None
    when: DateSaid[Text] | None = None
    meets: Conditions = ()
    fails: Conditions = ()


class Decline(Command, frozen=True, kw_only=True):
    """Afslå en henvendelse."""

    verb = "decline"
    who = (Who.SECRETARIAT,)
    gives = (Declined,)
    assurance = Assurance.SUBSTANTIAL

    reason: Text
    decision: Taken | None = None
    document: DocumentId | None = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Træk en henvendelse tilbage."""

    verb = "withdraw"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Withdrawn,)

    reason: Text
    decision: Taken | None = None


class Remind(Command, frozen=True, kw_only=True):
    """Ryk for svar; også med en ny frist."""

    verb = "remind"
    who = (Who.TIMEKEEPER, Who.SECRETARIAT)
    gives = (Reminded,)

    answer_by: Day | None = None


Commands = Answer | Decline | Withdraw | Remind


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Open):
        raise Refused("referral.already-answered")
    match command:
        case Answer():
            return _answer(command, state, asked)
        case Decline():
            _require_own(command, state, asked)
            return (Declined(reason=said(command.reason), decision=command.decision, document=command.document),)
        case Withdraw():
            return _withdraw(command, state, asked)
        case Remind():
            return _remind(command, state, asked)
        case _:
            assert_never(command)


def _answer(command: Answer, state: Open, asked: Asked) -> tuple[Event, ...]:
    _require_own(command, state, asked)
    known(asked, *command.meets, *command.fails)
    same_scope(asked, *command.meets, *command.fails)
    return (
        Answered(
            text=said(command.text),
            reserved=command.reserved,
            decision=command.decision,
            document=command.document,
            when=keep_if(command.when),
            meets=command.meets,
            fails=command.fails,
        ),
    )


def _require_own(command: Answer | Decline, state: Open, asked: Asked) -> None:
    """Refuse what does not come from whoever was asked: a decision of that body, a paper of everybody else."""
    known(asked, command.document)
    if command.decision is not None:
        require_body(state, decision_taken(asked.see, command.decision)[0], asked.see)
    elif state.to_body is None and command.document is None:
        raise Refused("referral.needs-paper")


def _withdraw(command: Withdraw, state: Open, asked: Asked) -> tuple[Event, ...]:
    if command.decision is not None:
        body, _ = decision_taken(asked.see, command.decision)
        if state.from_body is None or not acts_as(asked.see, body, state.from_body):
            raise Refused("referral.not-yours", body=body)
    return (Withdrawn(reason=said(command.reason), decision=command.decision),)


def _remind(command: Remind, state: Open, asked: Asked) -> tuple[Event, ...]:
    if command.answer_by is not None and command.answer_by < asked.today:
        raise Refused("referral.deadline-gone", answer_by=command.answer_by)
    passed = state.answer_by if state.answer_by is not None and state.answer_by < asked.today else None
    return (Reminded(answer_by=command.answer_by or (None if passed else state.answer_by), passed=passed),)
