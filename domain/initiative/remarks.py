"""Remarks (bemærkninger): what a body asks of an initiative, until it says that it has had its answer."""

from typing import assert_never

import msgspec

from domain.authority import in_effect
from domain.claims import DateSaid
from domain.decided import Taken
from domain.initiative.state import Live, State, still_open
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.names import BodyId, LocalName
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said

# --- events ---


class Remarked(Event, frozen=True, kw_only=True):
    """A body has a remark; until it is answered no order confirmation is approved."""

    tag = "initiative.remarked"
    rank = 4
    da = "Bemærkning fra {by_body}: {text}[ Svar ventes {expected}.]"
    en = "Remark by {by_body}: {text}[ An answer is expected {expected}.]"

    remark: LocalName
    text: Kept
    by_body: BodyId
    decision: Taken
    expected: DateSaid[Kept] | None = None
    """When the body wants it back on its table, so that it has promised itself an item; absent: it has not."""


class RemarkAnswered(Event, frozen=True, kw_only=True):
    """The body that had the remark says that it is answered."""

    tag = "initiative.remark-answered"
    rank = 4
    da = "Bemærkningen {remark} er besvaret ved {decision}."
    en = "Remark {remark} is answered by {decision}."

    remark: LocalName
    decision: Taken


Events = Remarked | RemarkAnswered


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    match event:
        case Remarked():
            return msgspec.structs.replace(state, remarks=state.remarks | {event.remark: event.by_body})
        case RemarkAnswered():
            open_still = {remark: body for remark, body in state.remarks.items() if remark != event.remark}
            return msgspec.structs.replace(state, remarks=open_still, answered=state.answered | {event.remark})
        case _:
            assert_never(event)


# --- commands ---


class Remark(Command, frozen=True, kw_only=True):
    """Giv indsatsen en bemærkning."""

    verb = "remark"
    who = (Who.REACTION,)
    gives = (Remarked,)

    remark: LocalName
    text: Text
    decision: Taken
    expected: DateSaid[Text] | None = None


class AnswerRemark(Command, frozen=True, kw_only=True):
    """Sig, at bemærkningen er besvaret."""

    verb = "answer-remark"
    who = (Who.REACTION,)
    gives = (RemarkAnswered,)

    remark: LocalName
    decision: Taken


Commands = Remark | AnswerRemark


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    live = still_open(state)
    same_scope(asked, command.decision.meeting)
    body, _ = in_effect(asked.see, command.decision)
    match command:
        case Remark():
            if command.remark in live.remarks or command.remark in live.answered:
                raise Refused("initiative.remark-exists", remark=command.remark)
            return (
                Remarked(
                    remark=command.remark,
                    text=said(command.text),
                    by_body=body,
                    decision=command.decision,
                    expected=keep_if(command.expected),
                ),
            )
        case AnswerRemark():
            return _answer(command, body, live)
        case _:
            assert_never(command)


def _answer(command: AnswerRemark, body: BodyId, live: Live) -> tuple[Event, ...]:
    """That it supports what it heard is enough: the remark is the body's own."""
    by_body = live.remarks.get(command.remark)
    if by_body is None:
        raise Refused("initiative.no-remark", remark=command.remark)
    if by_body != body:
        raise Refused("initiative.others-remark", body=by_body, remark=command.remark)
    return (RemarkAnswered(remark=command.remark, decision=command.decision),)
