"""Target (mål): what is measured from now on, how good it should be, and what a body thinks of that."""

from typing import assert_never

from domain.agreeing import Judgement
from domain.authority import in_effect
from domain.claims import DateSaid
from domain.decided import Taken
from domain.indicator.state import Measured, State, require_target, require_unit
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.measures import Unit, Value
from domain.names import BodyId, PartyId
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said, said_if

# --- events ---


class Defined(Event, frozen=True, kw_only=True):
    """Something is measured from now on."""

    tag = "indicator.defined"
    rank = 4
    da = "{name} måles i {unit}[ af {from_party}]: {definition}[ Mål: {target_words}][ ({target})][ Frist: {due}.]"
    en = "{name} is measured in {unit}[ by {from_party}]: {definition}[ Target: {target_words}][ ({target})][ Due: {due}.]"

    name: Kept
    definition: Kept
    unit: Unit
    from_party: PartyId | None = None
    """Who sends the values; None: several do."""
    target: Value | None = None
    target_words: Kept | None = None
    due: DateSaid[Kept] | None = None


class TargetJudged(Event, frozen=True, kw_only=True):
    """A body has said what it thinks of the target."""

    tag = "indicator.target-judged"
    rank = 4
    da = "{by_body}: målet er {judgement}[ ({decision})]: {reason}"
    en = "{by_body}: the target is {judgement}[ ({decision})]: {reason}"

    judgement: Judgement
    by_body: BodyId
    reason: Kept
    decision: Taken | None = None


Events = Defined | TargetJudged


def evolve(state: State, event: Events) -> State:
    match event:
        case Defined():
            return Measured(
                unit=event.unit,
                from_party=event.from_party,
                has_target=event.target is not None or event.target_words is not None,
            )
        case TargetJudged():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Define(Command, frozen=True, kw_only=True):
    """Fastlæg, hvad der måles, og hvad målet er."""

    verb = "define"
    who = (Who.SECRETARIAT,)
    gives = (Defined,)
    creates = True

    name: Text
    definition: Text
    unit: Unit
    from_party: PartyId | None = None
    target: Value | None = None
    target_words: Text | None = None
    due: DateSaid[Text] | None = None


class JudgeTarget(Command, frozen=True, kw_only=True):
    """Notér, hvad et forum siger om målet."""

    verb = "judge-target"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (TargetJudged,)

    judgement: Judgement
    by_body: BodyId
    reason: Text
    decision: Taken | None = None


Commands = Define | JudgeTarget


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Define():
            return _define(command, state, asked)
        case JudgeTarget():
            assert isinstance(state, Measured)
            return _judge(command, state, asked)
        case _:
            assert_never(command)


def _define(command: Define, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("indicator.exists")
    known(asked, command.from_party)
    require_unit(command.target, command.unit)
    return (
        Defined(
            name=said(command.name),
            definition=said(command.definition),
            unit=command.unit,
            from_party=command.from_party,
            target=command.target,
            target_words=said_if(command.target_words),
            due=keep_if(command.due),
        ),
    )


def _judge(command: JudgeTarget, state: Measured, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.by_body)
    same_scope(asked, command.by_body)
    if command.decision is not None:
        _require_standing(asked, command.decision, command.by_body)
    require_target(True, state)
    return (
        TargetJudged(
            judgement=command.judgement,
            by_body=command.by_body,
            reason=said(command.reason),
            decision=command.decision,
        ),
    )


def _require_standing(asked: Asked, taken: Taken, by_body: BodyId) -> None:
    """Refuse a decision that does not stand, or is of another body. What is thought of a target needs no more than that."""
    body, _ = in_effect(asked.see, taken)
    if body != by_body:
        raise Refused("indicator.other-body", body=body, other=by_body)
