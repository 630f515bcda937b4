"""Course (forløb): an initiative begins, rests, goes on, runs longer, becomes everyday work."""

from typing import assert_never

import msgspec

from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import DecisionRef
from domain.initiative.state import Live, Standing, State
from domain.initiatives import Operation, Phase
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.state import known_decisions
from domain.names import BodyId, FundId, PartyId
from domain.planning import Owners
from domain.text import Kept, Text, keep

# --- events ---


class Started(Event, frozen=True, kw_only=True):
    """An initiative is at work."""

    tag = "initiative.started"
    rank = 5
    da = "Indsatsen er i gang fra {from_on} ({phase})[, valgt af {by_body}]."
    en = "The initiative is at work from {from_on} ({phase})[, chosen by {by_body}]."

    from_on: Day
    phase: Phase
    by_body: BodyId | None = None
    """Who chose it to begin, where that is said."""
    decision: DecisionRef[Kept] | None = None


class Paused(Event, frozen=True, kw_only=True):
    """An initiative rests."""

    tag = "initiative.paused"
    rank = 4
    da = "Sat på pause: {reason}"
    en = "Paused: {reason}"

    reason: Kept
    decision: DecisionRef[Kept] | None = None


class Resumed(Event, frozen=True, kw_only=True):
    """An initiative that rested is at work again."""

    tag = "initiative.resumed"
    rank = 4
    da = "Genoptaget[ fra {from_on}]."
    en = "Resumed[ from {from_on}]."

    from_on: Day | None = None
    decision: DecisionRef[Kept] | None = None


class Deprioritised(Event, frozen=True, kw_only=True):
    """An initiative is given lower priority; it goes on."""

    tag = "initiative.deprioritised"
    rank = 4
    da = "Nedprioriteret af {by_body}: {reason}"
    en = "Given lower priority by {by_body}: {reason}"

    by_body: BodyId
    reason: Kept
    decision: DecisionRef[Kept] | None = None


class Prolonged(Event, frozen=True, kw_only=True):
    """An initiative runs longer."""

    tag = "initiative.prolonged"
    rank = 4
    da = "Forlænget[ til {expected}]."
    en = "Prolonged[ until {expected}]."

    expected: DateSaid[Kept]
    decision: DecisionRef[Kept]
    fund: FundId | None = None


class OperationBegan(Event, frozen=True, kw_only=True):
    """An initiative, or part of it, is everyday work."""

    tag = "initiative.operation-began"
    rank = 4
    da = "I drift ({extent}) hos {parties}[ fra {from_on}]."
    en = "In operation ({extent}) at {parties}[ from {from_on}]."

    extent: Operation
    parties: tuple[PartyId, ...]
    from_on: Day | None = None
    decision: DecisionRef[Kept] | None = None


Events = Started | Paused | Resumed | Deprioritised | Prolonged | OperationBegan


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    match event:
        case Started():
            return msgspec.structs.replace(
                state, standing=Standing.UNDERWAY, phase=event.phase, chosen_by=event.by_body
            )
        case Paused():
            return msgspec.structs.replace(state, standing=Standing.PAUSED)
        case Resumed():
            return msgspec.structs.replace(state, standing=Standing.UNDERWAY)
        case Deprioritised():
            return msgspec.structs.replace(state, lowered=True)
        case Prolonged():
            return state
        case OperationBegan():
            phase = Phase.OPERATION if event.extent is Operation.FULL else Phase.PART_OPERATION
            return msgspec.structs.replace(state, phase=phase)
        case _:
            assert_never(event)


# --- commands ---


class Start(Command, frozen=True, kw_only=True):
    """Sæt indsatsen i gang."""

    verb = "start"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Started,)

    phase: Phase
    from_on: Day | None = None
    """Absent: the day of the decision; today where there is none."""
    by_body: BodyId | None = None
    """Who chose it; absent: the body that decides."""
    decision: DecisionRef[Text] | None = None


class Pause(Command, frozen=True, kw_only=True):
    """Sæt indsatsen på pause."""

    verb = "pause"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Paused,)

    reason: Text
    decision: DecisionRef[Text] | None = None


class Resume(Command, frozen=True, kw_only=True):
    """Genoptag indsatsen."""

    verb = "resume"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Resumed,)

    from_on: Day | None = None
    decision: DecisionRef[Text] | None = None


class Deprioritise(Command, frozen=True, kw_only=True):
    """Giv indsatsen lavere prioritet."""

    verb = "deprioritise"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Deprioritised,)

    by_body: BodyId
    reason: Text
    decision: DecisionRef[Text] | None = None


class Prolong(Command, frozen=True, kw_only=True):
    """Forlæng en indsats."""

    verb = "prolong"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Prolonged,)

    expected: DateSaid[Text]
    decision: DecisionRef[Text]
    fund: FundId | None = None


class BeginOperation(Command, frozen=True, kw_only=True):
    """Gør indsatsen til drift."""

    verb = "begin-operation"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (OperationBegan,)

    extent: Operation
    parties: Owners
    from_on: Day | None = None
    decision: DecisionRef[Text] | None = None


Commands = Start | Pause | Resume | Deprioritise | Prolong | BeginOperation


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Prolong():
            known(asked, command.fund)
            known_decisions(asked, command.decision)
            return (Prolonged(expected=keep(command.expected), decision=keep(command.decision), fund=command.fund),)
        case Start() | Pause() | Resume() | Deprioritise() | BeginOperation():
            raise NotImplementedError
        case _:
            assert_never(command)
