"""Correction (rettelse): a decision was written down wrong. What has had effect is not corrected but decided anew."""

from domain.assurance import Assurance
from domain.decided import Taken
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.state import Meeting, decision_taken
from domain.names import ItemId, Label
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, said

# --- events ---


class DecisionCorrected(Event, frozen=True, kw_only=True):
    """The text of a decision is corrected; what it said before stands in the event that said it."""

    tag = "meeting.decision-corrected"
    concerns = About.ITEM
    text_class = TextClass.ITEM_TEXT
    da = "Beslutning {decision} er rettet: {reason} Den lyder nu: {text}"
    en = "Decision {decision} is corrected: {reason} It now reads: {text}"
    said_da = "Beslutning {decision} er rettet: {reason}"
    said_en = "Decision {decision} is corrected: {reason}"

    item: ItemId
    number: Label
    decision: Label
    text: Kept
    reason: Kept


Events = DecisionCorrected


def evolve(state: Meeting, event: Events) -> Meeting:
    return state


# --- commands ---


class CorrectDecision(Command, frozen=True, kw_only=True):
    """Ret en beslutnings tekst."""

    verb = "correct-decision"
    who = (Who.SECRETARIAT, Who.CHAIR)
    gives = (DecisionCorrected,)
    assurance = Assurance.SUBSTANTIAL

    decision: Label
    text: Text
    reason: Text


Commands = CorrectDecision


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    _, decision = decision_taken(asked.see, Taken(meeting=asked.stream, decision=command.decision))
    item = state.items[decision.item]
    if asked.by.person in item.recused:
        raise Refused("meeting.disqualified", person=asked.by.person)
    if decision.acted:
        raise Refused("meeting.already-acted-on", decision=command.decision)
    return (
        DecisionCorrected(
            item=decision.item,
            number=item.number,
            decision=command.decision,
            text=said(command.text),
            reason=said(command.reason),
        ),
    )
