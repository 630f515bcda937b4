"""Decisions (beslutninger): recorded with their effects, waiting for conditions, in effect or fallen.

Recording a decision is never refused for lack of competence; its effect is (architecture §2).
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.awaited import Conditions
from domain.claims import OnDay, span_of
from domain.dates import Day, Days
from domain.decided import BasedOn, DecisionRef
from domain.effects import AT_ONCE_ONLY, EFFECTS_MAX, Effect, OpenCondition, effect_name
from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.agenda import RECOMMENDATIONS_MAX
from domain.meeting.premises import Fate, fate_of
from domain.meeting.quorum import check_rules
from domain.meeting.state import (
    Called,
    Decision,
    Item,
    Meeting,
    Reported,
    item_of,
    known_decisions,
    not_paused,
    on_the_floor,
    seats_of,
)
from domain.names import ConditionId, ItemId, Label, LocalName
from domain.organising import EstablishBody
from domain.outcomes import ApprovedConditionally, Dissent, Dissents, Outcome, Refers, addressees, authorises, ids_in
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, keep_all, said

# --- events ---


class DecisionRecorded(Event, frozen=True, kw_only=True):
    """A decision, with what follows at once and what follows when its conditions are met."""

    tag = "meeting.decision-recorded"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Beslutning {decision}: {outcome}. {text}[ Afventer: {waits_for}][ Mindretalsudtalelse: {dissent}]"
    en = "Decision {decision}: {outcome}. {text}[ Awaits: {waits_for}][ Dissent: {dissent}]"
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
    supersedes: tuple[DecisionRef[Kept], ...] = ()
    """What this takes the place of. One known from a paper only cannot be marked so."""
    dissent: tuple[Dissent[Kept], ...] = ()
    decided_on: Day | None = None
    """Absent where a paper does not name the very day; what it says stands at the meeting."""


Events = DecisionRecorded


def evolve(state: Meeting, event: Events) -> Meeting:
    assert not isinstance(state, Called)
    decision = Decision(
        item=event.item,
        outcome=event.outcome,
        days=_days_of(event, state),
        waits=frozenset(event.waits_for),
        when_met=event.when_met,
        acted=any(not isinstance(effect, OpenCondition) for effect in event.at_once),
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
    assurance = Assurance.SUBSTANTIAL

    item: ItemId
    decision: Label
    outcome: Outcome[Text]
    text: Text
    answers: Annotated[tuple[Label, ...], Meta(max_length=RECOMMENDATIONS_MAX)] = ()
    at_once: tuple[Effect[Text], ...] = ()
    when_met: tuple[Effect[Text], ...] = ()
    waits_for: Conditions = ()
    based_on: BasedOn[Text] = ()
    supersedes: BasedOn[Text] = ()
    dissent: Dissents[Text] = ()


Commands = RecordDecision


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    present: tuple[LocalName, ...] = ()
    decided_on: Day | None
    if isinstance(state, Reported):
        item_of(state, command.item)
        decided_on = state.held.day if isinstance(state.held, OnDay) else None
        decisions = state.decisions
    else:
        session = on_the_floor(state, command.item)
        check_rules(session, command.item, command.outcome, command.dissent, asked)
        recused = session.items[command.item].recused
        decided_on, present = asked.today, tuple(seat for seat, who in session.present.items() if who not in recused)
        decisions = session.decisions
    not_paused(state)
    item = state.items[command.item]
    if command.decision in decisions:
        raise Refused("meeting.numbered", number=command.decision)
    if isinstance(command.outcome, Refers) and len(addressees(command.outcome)) != 1:
        raise Refused("meeting.refers-to-one", decision=command.decision)
    _check_answers(command, state, decisions)
    _check_effects(command, asked)
    _check_dissent(command, present, state, asked)
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
            supersedes=keep_all(command.supersedes),
            dissent=keep_all(command.dissent),
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
        premise = recommendation.only_if
        if premise is None or premise in command.answers:
            continue
        if not _is_adopted(premise, state.items[command.item], decisions):
            raise Refused("meeting.premise-missing", recommendation=number, only_if=premise)


def _is_adopted(premise: Label, item: Item, decisions: dict[Label, Decision]) -> bool:
    """Whether a recommendation was answered by a yes that stands, if only under a condition."""
    answered_by = item.recommendations[premise].answered_by
    if answered_by is None or fate_of(premise, item, decisions) is Fate.NOT_ADOPTED:
        return False
    return authorises(decisions[answered_by].outcome)


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
    established = {effect.body for effect in (*command.at_once, *command.when_met) if isinstance(effect, EstablishBody)}
    known(asked, *(each for each in ids_in(command.outcome) if each not in established))
    known_decisions(asked, *command.based_on, *command.supersedes)
    if command.supersedes and command.waits_for:
        raise Refused("meeting.supersedes-waiting", decision=command.decision)


def _check_dissent(command: RecordDecision, present: tuple[LocalName, ...], state: Meeting, asked: Asked) -> None:
    dissenting = tuple(each.seat for each in command.dissent)
    seats_of(state.body, asked, *dissenting)
    for index, seat in enumerate(dissenting):
        if seat in dissenting[:index]:
            raise Refused("meeting.dissent-twice", seat=seat)
        if not isinstance(state, Reported) and seat not in present:
            raise Refused("meeting.dissent-away", seat=seat)
