"""How a decision stands (virkning) after it was recorded: it took effect, fell, or was superseded by another."""

from typing import assert_never

import msgspec

from domain.bodies import acts_as
from domain.decided import Taken
from domain.effects import Effect
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.state import Called, Decision, Meeting, decision_taken
from domain.names import ConditionId, ItemId, Label
from domain.refusal import Refused
from domain.text import Kept

# --- events ---


class DecisionTookEffect(Event, frozen=True, kw_only=True):
    """The last condition is met; the effects follow."""

    tag = "meeting.decision-took-effect"
    concerns = About.ITEM
    rank = 3
    da = "Beslutning {decision} har fået virkning."
    en = "Decision {decision} has taken effect."
    said_da = "Beslutning {decision} har fået virkning."
    said_en = "Decision {decision} has taken effect."

    item: ItemId
    decision: Label
    condition: ConditionId
    effects: tuple[Effect[Kept], ...]


class ConditionMet(Event, frozen=True, kw_only=True):
    """One of several conditions is met; others are still awaited."""

    tag = "meeting.condition-met"
    concerns = About.ITEM
    rank = 3
    da = "Opfyldt for beslutning {decision}: {condition}"
    en = "Met for decision {decision}: {condition}"

    item: ItemId
    decision: Label
    condition: ConditionId


class DecisionFell(Event, frozen=True, kw_only=True):
    """A condition failed; the effects never follow."""

    tag = "meeting.decision-fell"
    concerns = About.ITEM
    rank = 3
    da = "Beslutning {decision} er bortfaldet: {condition}."
    en = "Decision {decision} has fallen: {condition}."
    said_da = "Beslutning {decision} er bortfaldet."
    said_en = "Decision {decision} has fallen."

    item: ItemId
    decision: Label
    condition: ConditionId


class DecisionSuperseded(Event, frozen=True, kw_only=True):
    """Another decision took its place (afløst). By which, is told to those who may follow that one."""

    tag = "meeting.decision-superseded"
    concerns = About.ITEM
    rank = 3
    da = "Beslutning {decision} er afløst af en ny beslutning."
    en = "Decision {decision} is superseded by another."
    said_da = "Beslutning {decision} er afløst af en ny beslutning."
    said_en = "Decision {decision} is superseded by another."

    item: ItemId
    decision: Label
    by: Taken


Events = DecisionTookEffect | ConditionMet | DecisionFell | DecisionSuperseded


def evolve(state: Meeting, event: Events) -> Meeting:
    assert not isinstance(state, Called)
    decision = state.decisions[event.decision]
    match event:
        case DecisionTookEffect():
            acted = decision.acted or bool(event.effects)
            decision = msgspec.structs.replace(decision, waits=frozenset(), when_met=(), acted=acted)
        case ConditionMet():
            decision = msgspec.structs.replace(decision, waits=decision.waits - {event.condition})
        case DecisionFell():
            decision = msgspec.structs.replace(decision, fallen=True)
        case DecisionSuperseded():
            decision = msgspec.structs.replace(decision, waits=frozenset(), when_met=(), superseded_by=event.by)
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, decisions=state.decisions | {event.decision: decision})


# --- commands ---


class NoteConditionMet(Command, frozen=True, kw_only=True):
    """En forudsætning for beslutningen er opfyldt."""

    verb = "note-condition-met"
    who = (Who.REACTION,)
    gives = (ConditionMet, DecisionTookEffect)

    decision: Label
    condition: ConditionId


class LetFall(Command, frozen=True, kw_only=True):
    """Beslutningen bortfalder."""

    verb = "let-fall"
    who = (Who.REACTION,)
    gives = (DecisionFell,)

    decision: Label
    condition: ConditionId


class MarkSuperseded(Command, frozen=True, kw_only=True):
    """Beslutningen er afløst af en anden."""

    verb = "mark-superseded"
    who = (Who.REACTION,)
    gives = (DecisionSuperseded,)

    decision: Label
    by: Taken


Commands = NoteConditionMet | LetFall | MarkSuperseded


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    match command:
        case NoteConditionMet():
            return _note_condition_met(command, state)
        case LetFall():
            decision = _waiting_for(command.decision, command.condition, state)
            if decision is None:
                return ()
            return (DecisionFell(item=decision.item, decision=command.decision, condition=command.condition),)
        case MarkSuperseded():
            return _mark_superseded(command, asked)
        case _:
            assert_never(command)


def _mark_superseded(command: MarkSuperseded, asked: Asked) -> tuple[Event, ...]:
    body, _ = decision_taken(asked.see, command.by)
    taken = Taken(meeting=asked.stream, decision=command.decision)
    own, decision = decision_taken(asked.see, taken)
    if not acts_as(asked.see, body, own):
        raise Refused("meeting.supersedes-others", decision=taken.label, body=own)
    if decision.fallen or decision.superseded_by is not None:
        return ()
    return (DecisionSuperseded(item=decision.item, decision=command.decision, by=command.by),)


def _note_condition_met(command: NoteConditionMet, state: Meeting) -> tuple[Event, ...]:
    decision = _waiting_for(command.decision, command.condition, state)
    if decision is None:
        return ()
    if decision.waits == {command.condition}:
        return (
            DecisionTookEffect(
                item=decision.item,
                decision=command.decision,
                condition=command.condition,
                effects=decision.when_met,
            ),
        )
    return (ConditionMet(item=decision.item, decision=command.decision, condition=command.condition),)


def _waiting_for(number: Label, condition: ConditionId, state: Meeting) -> Decision | None:
    """The decision if it still waits for the condition."""
    decision = None if isinstance(state, Called) else state.decisions.get(number)
    return decision if decision and not decision.fallen and condition in decision.waits else None
