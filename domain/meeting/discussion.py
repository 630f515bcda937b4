"""The discussion (drøftelse): questions raised and how they end, and what was said."""

from typing import Any, assert_never

import msgspec

from domain.kernel import About, Asked, Command, Event, Who, known
from domain.meeting.state import InSession, Meeting, Question, Reported, told_of
from domain.names import ItemId, Label, LocalName, PersonId
from domain.points import (
    Conclusion,
    Matter,
    OfBody,
    OfParty,
    OnInitiative,
    OnItem,
    OnProposals,
    OnQuestion,
    Point,
    Speaker,
)
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, said, said_if

# --- events ---


class QuestionRaised(Event, frozen=True, kw_only=True):
    """A question is on the floor."""

    tag = "meeting.question-raised"
    concerns = About.ITEM
    text_class = TextClass.SPEECH
    da = "Spørgsmål: {text}"
    en = "Question: {text}"
    said_da = "Punkt {number}: Spørgsmål: {text}"
    said_en = "Item {number}: Question: {text}"

    item: ItemId
    number: Label
    question: LocalName
    text: Kept


class QuestionConcluded(Event, frozen=True, kw_only=True):
    """A question of the discussion ended. »Ikke konkluderet samlet« is an end too: nobody's position is added afterwards."""

    tag = "meeting.question-concluded"
    concerns = About.ITEM
    text_class = TextClass.SPEECH
    da = "»{question_text}«: {conclusion}.[ {text}]"
    en = "“{question_text}”: {conclusion}.[ {text}]"
    said_da = "Punkt {number}: »{question_text}«: {conclusion}.[ {text}]"
    said_en = "Item {number}: “{question_text}”: {conclusion}.[ {text}]"

    item: ItemId
    number: Label
    question: LocalName
    question_text: Kept
    """Where the question was raised, so that its end can be told without looking it up."""
    conclusion: Conclusion
    text: Kept | None = None


class PointRecorded(Event, frozen=True, kw_only=True):
    """Something was said: a position, a wish, a call, an offer, a remark, an attention point, information."""

    tag = "meeting.point-recorded"
    concerns = About.ITEM
    text_class = TextClass.SPEECH
    da = "{point}"
    en = "{point}"
    said_da = "Punkt {number}: {point}"
    said_en = "Item {number}: {point}"

    item: ItemId
    number: Label
    matter: Matter
    point: Point[Kept]


Events = QuestionRaised | QuestionConcluded | PointRecorded


def evolve(state: Meeting, event: Events) -> Meeting:
    if isinstance(event, PointRecorded):
        return state
    item = state.items[event.item]
    match event:
        case QuestionRaised():
            question = Question(text=event.text)
        case QuestionConcluded():
            question = Question(text=event.question_text, concluded=True)
        case _:
            assert_never(event)
    item = msgspec.structs.replace(item, questions=item.questions | {event.question: question})
    return msgspec.structs.replace(state, items=state.items | {event.item: item})


# --- commands ---


class RaiseQuestion(Command, frozen=True, kw_only=True):
    """Stil et spørgsmål."""

    verb = "raise-question"
    who = (Who.SECRETARIAT, Who.MEMBER, Who.ATTENDEE)
    gives = (QuestionRaised,)

    item: ItemId
    question: LocalName
    text: Text

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Whoever asks asks for themselves."""
        return True


class ConcludeQuestion(Command, frozen=True, kw_only=True):
    """Skriv, hvordan et spørgsmål endte."""

    verb = "conclude-question"
    who = (Who.SECRETARIAT,)
    gives = (QuestionConcluded,)

    item: ItemId
    question: LocalName
    conclusion: Conclusion
    text: Text | None = None


class RecordPoint(Command, frozen=True, kw_only=True):
    """Skriv, hvad der blev sagt."""

    verb = "record-point"
    who = (Who.SECRETARIAT,)
    gives = (PointRecorded,)

    item: ItemId
    point: Point[Text]
    matter: Matter = OnItem()


Commands = RaiseQuestion | ConcludeQuestion | RecordPoint


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    session = told_of(state, command.item)
    item = session.items[command.item]
    if asked.by.person in item.recused:
        raise Refused("meeting.disqualified", person=asked.by.person)
    match command:
        case RaiseQuestion():
            if command.question in item.questions:
                raise Refused("meeting.numbered", number=command.question)
            text = said(command.text)
            return (QuestionRaised(item=command.item, number=item.number, question=command.question, text=text),)
        case ConcludeQuestion():
            return _conclude(command, session)
        case RecordPoint():
            known(asked, *_named(command.point, command.matter))
            if isinstance(command.matter, OnQuestion) and command.matter.question not in item.questions:
                raise Refused("meeting.question-unknown", question=command.matter.question)
            point = keep(command.point)
            return (PointRecorded(item=command.item, number=item.number, matter=command.matter, point=point),)
        case _:
            assert_never(command)


def _conclude(command: ConcludeQuestion, session: InSession | Reported) -> tuple[Event, ...]:
    item = session.items[command.item]
    question = item.questions.get(command.question)
    if question is None:
        raise Refused("meeting.question-unknown", question=command.question)
    if question.concluded:
        raise Refused("meeting.question-ended", question=command.question)
    return (
        QuestionConcluded(
            item=command.item,
            number=item.number,
            question=command.question,
            question_text=question.text,
            conclusion=command.conclusion,
            text=said_if(command.text),
        ),
    )


def _named(point: Point[Text], matter: Matter) -> tuple[str, ...]:
    """Every id a point names."""
    speakers: tuple[Speaker[Text], ...] = (point.who, getattr(point, "to", None) or point.who)
    ids: list[str] = []
    for speaker in speakers:
        match speaker:
            case OfParty():
                ids.append(speaker.party)
            case OfBody():
                ids.append(speaker.body)
            case _:
                ids += getattr(speaker, "parties", ())
    match matter:
        case OnProposals():
            ids += matter.proposals
        case OnInitiative():
            ids.append(matter.initiative)
    return tuple(ids)
