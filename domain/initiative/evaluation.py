"""Evaluation (evaluering): one is to come, one is there, and what was awaited is met or not."""

from typing import assert_never

import msgspec

from domain.awaited import Conditions, Stage
from domain.claims import DateSaid
from domain.initiative.state import Live, State
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.names import ConditionId, DocumentId
from domain.text import Kept, Text, keep, said

# --- events ---


class EvaluationExpected(Event, frozen=True, kw_only=True):
    """An evaluation is to come."""

    tag = "initiative.evaluation-expected"
    rank = 4
    da = "Evaluering ({stage}) ventes[ {expected}]."
    en = "Evaluation ({stage}) is expected[ {expected}]."

    stage: Stage
    expected: DateSaid[Kept]


class Evaluated(Event, frozen=True, kw_only=True):
    """An evaluation is there."""

    tag = "initiative.evaluated"
    da = "Evaluering ({stage}): {text}[ Opfylder: {meets}.][ Opfylder ikke: {fails}.]"
    en = "Evaluation ({stage}): {text}[ Meets: {meets}.][ Fails: {fails}.]"

    stage: Stage
    text: Kept
    when: DateSaid[Kept]
    document: DocumentId | None = None
    meets: tuple[ConditionId, ...] = ()
    fails: tuple[ConditionId, ...] = ()


Events = EvaluationExpected | Evaluated


def evolve(state: State, event: Events) -> State:
    match event:
        case EvaluationExpected():
            return state
        case Evaluated():
            assert isinstance(state, Live)
            return msgspec.structs.replace(state, evaluated=state.evaluated | {event.stage})
        case _:
            assert_never(event)


# --- commands ---


class ExpectEvaluation(Command, frozen=True, kw_only=True):
    """Notér, at en evaluering ventes."""

    verb = "expect-evaluation"
    who = (Who.SECRETARIAT, Who.OWNER)
    gives = (EvaluationExpected,)

    stage: Stage
    expected: DateSaid[Text]


class Evaluate(Command, frozen=True, kw_only=True):
    """Registrér en evaluering. It may come after the end."""

    verb = "evaluate"
    who = (Who.SECRETARIAT, Who.OWNER)
    gives = (Evaluated,)

    stage: Stage
    text: Text
    when: DateSaid[Text]
    document: DocumentId | None = None
    meets: Conditions = ()
    fails: Conditions = ()


Commands = ExpectEvaluation | Evaluate


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case ExpectEvaluation():
            return (EvaluationExpected(stage=command.stage, expected=keep(command.expected)),)
        case Evaluate():
            return _evaluate(command, asked)
        case _:
            assert_never(command)


def _evaluate(command: Evaluate, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document, *command.meets, *command.fails)
    same_scope(asked, *command.meets, *command.fails)
    return (
        Evaluated(
            stage=command.stage,
            text=said(command.text),
            when=keep(command.when),
            document=command.document,
            meets=command.meets,
            fails=command.fails,
        ),
    )
