"""Course (forløb): an initiative begins, rests, goes on, runs longer, becomes everyday work."""

from typing import assert_never

import msgspec

from domain.authority import acting_body, first_day, require_binding_step, require_decided
from domain.awaited import Extent
from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.initiative.approvals import require_approved
from domain.initiative.state import Live, Standing, State, at_work, begun, require_free, still_open
from domain.initiatives import Kind, Operation, Phase
from domain.kernel import Asked, Command, Event, Who, known
from domain.names import BodyId, FundId, PartyId
from domain.paths import Subject
from domain.planning import Owners
from domain.refusal import Refused
from domain.text import Kept, Text, keep, keep_if, said

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
    live = still_open(state)
    match command:
        case Start():
            return _start(command, live, asked)
        case Pause():
            at_work(live)
            _told(command.decision, asked)
            return (Paused(reason=said(command.reason), decision=keep_if(command.decision)),)
        case Resume():
            if live.standing is not Standing.PAUSED:
                raise Refused("initiative.not-paused")
            require_free(live)
            _told(command.decision, asked)
            return (Resumed(from_on=command.from_on, decision=keep_if(command.decision)),)
        case Deprioritise():
            acting_body(asked, command.by_body, command.decision)
            reason, decision = said(command.reason), keep_if(command.decision)
            return (Deprioritised(by_body=command.by_body, reason=reason, decision=decision),)
        case Prolong():
            known(asked, command.fund)
            require_decided(asked, command.decision)
            return (Prolonged(expected=keep(command.expected), decision=keep(command.decision), fund=command.fund),)
        case BeginOperation():
            return _begin_operation(command, live, asked)
        case _:
            assert_never(command)


def _start(command: Start, live: Live, asked: Asked) -> tuple[Event, ...]:
    if live.standing is Standing.PAUSED:
        raise Refused("initiative.resume-it")
    by_body = acting_body(asked, command.by_body, command.decision)
    if live.kind is Kind.IMPROVEMENT_PROJECT:
        if by_body is None:
            raise Refused("initiative.no-chooser")
        if isinstance(command.decision, Taken):
            require_binding_step(asked, (Subject.IMPROVEMENT_PROJECT,), command.decision)
    if live.standing is Standing.UNDERWAY:
        return ()
    require_free(live)
    if live.standing is Standing.ORDERED:
        require_approved(live, asked)
    return (begin(command.phase, by_body, command.decision, asked, command.from_on),)


def begin(
    phase: Phase,
    by_body: BodyId | None,
    decision: DecisionRef[Text] | None,
    asked: Asked,
    from_on: Day | None = None,
) -> Started:
    """That it is at work: from the day named, else that of the decision, else today."""
    first = from_on if decision is None else first_day(decision, from_on, asked)
    return Started(from_on=first or asked.today, phase=phase, by_body=by_body, decision=keep_if(decision))


def _begin_operation(command: BeginOperation, live: Live, asked: Asked) -> tuple[Event, ...]:
    begun(live)
    require_free(live, Extent)
    known(asked, *command.parties)
    _told(command.decision, asked)
    return (
        OperationBegan(
            extent=command.extent,
            parties=command.parties,
            from_on=command.from_on,
            decision=keep_if(command.decision),
        ),
    )


def _told(decision: DecisionRef[Text] | None, asked: Asked) -> None:
    if decision is not None:
        require_decided(asked, decision)
