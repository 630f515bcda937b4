"""Ladder (forpligtelsestrin): the steps by which parties commit themselves, one after the other."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.authority import require_decided
from domain.decided import DecisionRef
from domain.initiative.state import Live, State, still_open
from domain.initiatives import StepState
from domain.kernel import Asked, Command, Event, Who
from domain.planning import STEPS_MAX, StepNumber
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said_each

# --- events ---


class LadderAgreed(Event, frozen=True, kw_only=True):
    """By which steps the parties commit themselves."""

    tag = "initiative.ladder-agreed"
    rank = 4
    da = "Forpligtelsestrin: {steps}"
    en = "Steps of commitment: {steps}"

    steps: tuple[Kept, ...]


class StepReached(Event, frozen=True, kw_only=True):
    """How far a step has come."""

    tag = "initiative.step-reached"
    rank = 4
    da = "Trin {order}: {state}."
    en = "Step {order}: {state}."

    order: int
    state: StepState
    decision: DecisionRef[Kept] | None = None


Events = LadderAgreed | StepReached


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    match event:
        case LadderAgreed():
            return msgspec.structs.replace(state, ladder=(None,) * len(event.steps))
        case StepReached():
            before, after = state.ladder[: event.order - 1], state.ladder[event.order :]
            return msgspec.structs.replace(state, ladder=(*before, event.state, *after))
        case _:
            assert_never(event)


# --- commands ---


class AgreeLadder(Command, frozen=True, kw_only=True):
    """Aftal forpligtelsestrin."""

    verb = "agree-ladder"
    who = (Who.SECRETARIAT,)
    gives = (LadderAgreed,)

    steps: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=STEPS_MAX)]


class ReachStep(Command, frozen=True, kw_only=True):
    """Sig, hvor langt et trin er."""

    verb = "reach-step"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (StepReached,)

    order: StepNumber
    state: StepState
    decision: DecisionRef[Text] | None = None


Commands = AgreeLadder | ReachStep


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    live = still_open(state)
    match command:
        case AgreeLadder():
            return (LadderAgreed(steps=said_each(command.steps)),)
        case ReachStep():
            return _reach(command, live, asked)
        case _:
            assert_never(command)


def _reach(command: ReachStep, live: Live, asked: Asked) -> tuple[Event, ...]:
    if command.decision is not None:
        require_decided(asked, command.decision)
    if command.order > len(live.ladder):
        raise Refused("initiative.step-unknown", count=len(live.ladder))
    for order, reached in enumerate(live.ladder[: command.order - 1], 1):
        if reached is not StepState.REACHED:
            raise Refused("initiative.step-order", order=order)
    if live.ladder[command.order - 1] in (command.state, StepState.REACHED):
        return ()
    return (StepReached(order=command.order, state=command.state, decision=keep_if(command.decision)),)
