"""Decisions (beslutninger): recorded with their effects, waiting for conditions, in effect or fallen.

Recording a decision is never refused for lack of competence; its effect is (architecture §2).
"""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.awaited import Conditions
from domain.claims import OnDay, span_of
from domain.dates import Day, Days
from domain.decided import BasedOn, DecisionRef
from domain.effects import AT_ONCE_ONLY, EFFECTS_MAX, Effect, OpenCondition, effect_name
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.agenda import RECOMMENDATIONS_MAX
from domain.meeting.state import Called, Decision, Meeting, Reported, item_of, known_decisions, not_paused, on_the_floor
from domain.names import ConditionId, ItemId, Label, LocalName
from domain.organising import EstablishBody
from domain.outcomes import ApprovedConditionally, Outcome, Refers, addressees, authorises, ids_in
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, keep_all, said

# --- events ---


class DecisionRecorded(Event, frozen=True, kw_only=True):
    """A decision, with what follows at once and what follows when its conditions are met."""

    tag = "meeting.decision-recorded"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Beslutning {decision}: {outcome}. {text}[ Afventer: {waits_for}]"
    en = "Decision {decision}: {outcome}. {text}[ Awaits: {waits_for}]"
    said_da = "Punkt {number}: Beslutning {decision} er truffet: {outcome}. {text}"
    said_en = "Item {number}: decision {decision} made: {outcome}. {text}"

    item: ItemId
    number: Label
    decision: Label
    outcome: Outcome[Kept]
    text: Kept
    answers: tuple[Label, ...] = ()
    at_once: tuple[Effect[Kept], ...] = ()
    when_met: tuple[Effect[Kept], ...] = ()
    waits_for: tuple[ConditionId, ...] = ()
    based_on: tuple[DecisionRef[Kept], ...] = ()
    present: tuple[LocalName, ...] = ()
    decided_on: Day | None = None
    """Absent where a paper does not name the very day; what it says stands at the meeting."""


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


Events = DecisionRecorded | DecisionTookEffect | ConditionMet | DecisionFell


def evolve(state: Meeting, event: Events) -> Meeting:
    assert not isinstance(state, Called)
    if isinstance(event, DecisionRecorded):
        return _evolve_recorded(state, event)
    decision = state.decisions[event.decision]
    match event:
        case DecisionTookEffect():
            decision = msgspec.structs.replace(decision, waits=frozenset(), when_met=())
        case ConditionMet():
            decision = msgspec.structs.replace(decision, waits=decision.waits - {event.condition})
        case DecisionFell():
            decision = msgspec.structs.replace(decision, fallen=True)
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, decisions=state.decisions | {event.decision: decision})


def _evolve_recorded(state: Meeting, event: DecisionRecorded) -> Meeting:
    assert not isinstance(state, Called)
    decision = Decision(
        item=event.item,
        outcome=event.outcome,
        days=_days_of(event, state),
        waits=frozenset(event.waits_for),
        when_met=event.when_met,
    )
    item = state.items[event.item]
    recommendations = item.recommendations | {
        number: msgspec.structs.replace(item.recommendations[number], answered_by=event.decision)
        for number in event.answers
    }
    item = msgspec.structs.replace(item, recommendations=recommendations)
    return msgspec.structs.replace(
        state,
        items=state.items | {event.item: item},
        decisions=state.decisions | {event.decision: decision},
    )


def _days_of(event: DecisionRecorded, state: Meeting) -> Days | None:
    if event.decided_on is not None:
        return event.decided_on, event.decided_on
    return span_of(state.held) if isinstance(state, Reported) else None


# --- commands ---


class RecordDecision(Command, frozen=True, kw_only=True):
    """Registrér en beslutning med dens virkninger."""

    verb = "record-decision"
    who = (Who.SECRETARIAT,)
    gives = (DecisionRecorded,)

    item: ItemId
    decision: Label
    outcome: Outcome[Text]
    text: Text
    answers: Annotated[tuple[Label, ...], Meta(max_length=RECOMMENDATIONS_MAX)] = ()
    at_once: tuple[Effect[Text], ...] = ()
    when_met: tuple[Effect[Text], ...] = ()
    waits_for: Conditions = ()
    based_on: BasedOn[Text] = ()


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


Commands = RecordDecision | NoteConditionMet | LetFall


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    match command:
        case RecordDecision():
            return _record(command, state, asked)
        case NoteConditionMet():
            return _note_condition_met(command, state)
        case LetFall():
            decision = _waiting_for(command.decision, command.condition, state)
            if decision is None:
                return ()
            return (DecisionFell(item=decision.item, decision=command.decision, condition=command.condition),)
        case _:
            assert_never(command)


def _record(command: RecordDecision, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    present: tuple[LocalName, ...] = ()
    decided_on: Day | None
    if isinstance(state, Reported):
        item_of(state, command.item)
        decided_on = state.held.day if isinstance(state.held, OnDay) else None
        decisions = state.decisions
    else:
        session = on_the_floor(state, command.item)
        decided_on, present = asked.today, tuple(session.present)
        decisions = session.decisions
    not_paused(state)
    item = state.items[command.item]
    if asked.by.person in item.recused:
        raise Refused("meeting.disqualified", person=asked.by.person)
    if command.decision in decisions:
        raise Refused("meeting.numbered", number=command.decision)
    if isinstance(command.outcome, Refers) and len(addressees(command.outcome)) != 1:
        raise Refused("meeting.refers-to-one", decision=command.decision)
    _check_answers(command, state, decisions)
    _check_effects(command, asked)
    return (
        DecisionRecorded(
            item=command.item,
            number=item.number,
            decision=command.decision,
            outcome=keep(command.outcome),
            text=said(command.text),
            answers=command.answers,
            at_once=keep_all(command.at_once),
            when_met=keep_all(command.when_met),
            waits_for=command.waits_for,
            based_on=keep_all(command.based_on),
            present=present,
            decided_on=decided_on,
        ),
    )


def _check_answers(command: RecordDecision, state: Meeting, decisions: dict[Label, Decision]) -> None:
    recommendations = state.items[command.item].recommendations
    for index, number in enumerate(command.answers):
        if number in command.answers[:index]:
            raise Refused("meeting.answered-twice", recommendation=number)
        recommendation = recommendations.get(number)
        if recommendation is None:
            raise Refused("meeting.recommendation-unknown", recommendation=number)
        if recommendation.answered_by is not None:
            raise Refused("meeting.already-answered", recommendation=number, decision=recommendation.answered_by)
        if recommendation.only_if is not None and recommendation.only_if not in command.answers:
            premise = recommendations[recommendation.only_if]
            answer = decisions.get(premise.answered_by or "")
            if answer is None or not authorises(answer.outcome):
                raise Refused("meeting.premise-missing", recommendation=number, only_if=recommendation.only_if)


def _check_effects(command: RecordDecision, asked: Asked) -> None:
    if len(command.at_once) + len(command.when_met) > EFFECTS_MAX:
        raise Refused("meeting.too-many-effects", count=EFFECTS_MAX)
    for effect in command.when_met:
        if isinstance(effect, AT_ONCE_ONLY):
            raise Refused("meeting.effect-cannot-wait", effect=effect_name(effect))
    if bool(command.when_met) > bool(command.waits_for) or (
        isinstance(command.outcome, ApprovedConditionally) and not command.waits_for
    ):
        raise Refused("meeting.waits-for-nothing", decision=command.decision)
    opened = {effect.condition for effect in command.at_once if isinstance(effect, OpenCondition)}
    known(asked, *(condition for condition in command.waits_for if condition not in opened))
    known_decisions(asked, *command.based_on)
    established = {effect.body for effect in (*command.at_once, *command.when_met) if isinstance(effect, EstablishBody)}
    known(asked, *(each for each in ids_in(command.outcome) if each not in established))


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
