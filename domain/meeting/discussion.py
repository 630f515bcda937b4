"""The discussion (drøftelse): questions raised and how they end, and what was said."""

from typing import Any, assert_never

import msgspec

from domain.kernel import About, Asked, Command, Event, Unknown, Who, known
from domain.meeting.state import InSession, Item, Meeting, Question, Reported, seats_of, told_of
from domain.names import ItemId, Label, LocalName, PersonId
from domain.points import (
    Conclusion,
    Matter,
    NotStated,
    OfBody,
    OfGroup,
    OfParty,
    OfSeat,
    OnInitiative,
    OnItem,
    OnProposals,
    OnQuestion,
    OnRecommendation,
    Outside,
    Point,
    Remark,
)
from domain.refusal import Refused
from domain.text import Kept, Text, TextClass, keep, said, said_if

QUESTIONS_MAX = 200
"""Of one item: whoever is in the room may ask."""

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
    asked_by: PersonId | None = None
    """Compared when it is withdrawn, so it stands here beside the envelope."""


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


class QuestionWithdrawn(Event, frozen=True, kw_only=True):
    """Whoever asked no longer wants an answer."""

    tag = "meeting.question-withdrawn"
    concerns = About.ITEM
    text_class = TextClass.SPEECH
    da = "»{question_text}« er trukket tilbage."
    en = "“{question_text}” is withdrawn."
    said_da = "Punkt {number}: »{question_text}« er trukket tilbage."
    said_en = "Item {number}: “{question_text}” is withdrawn."

    item: ItemId
    number: Label
    question: LocalName
    question_text: Kept
    """Where the question was raised."""


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


Events = QuestionRaised | QuestionConcluded | QuestionWithdrawn | PointRecorded


def evolve(state: Meeting, event: Events) -> Meeting:
    if isinstance(event, PointRecorded):
        return state
    item = state.items[event.item]
    match event:
        case QuestionRaised():
            question = Question(text=event.text, asked_by=event.asked_by)
        case QuestionConcluded() | QuestionWithdrawn():
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


class WithdrawQuestion(Command, frozen=True, kw_only=True):
    """Træk dit spørgsmål tilbage."""

    verb = "withdraw-question"
    who = (Who.ATTENDEE,)
    gives = (QuestionWithdrawn,)

    item: ItemId
    question: LocalName

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Of whoever asked."""
        item = None if isinstance(state, Unknown) else state.items.get(self.item)
        question = item.questions.get(self.question) if item else None
        return question is not None and question.asked_by == person


class RecordPoint(Command, frozen=True, kw_only=True):
    """Skriv, hvad der blev sagt."""

    verb = "record-point"
    who = (Who.SECRETARIAT,)
    gives = (PointRecorded,)

    item: ItemId
    point: Point[Text]
    matter: Matter = OnItem()


Commands = RaiseQuestion | ConcludeQuestion | WithdrawQuestion | RecordPoint


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    session = told_of(state, command.item)
    item = session.items[command.item]
    match command:
        case RaiseQuestion():
            if command.question in item.questions:
                raise Refused("meeting.numbered", number=command.question)
            if len(item.questions) >= QUESTIONS_MAX:
                raise Refused("meeting.questions-full", count=QUESTIONS_MAX)
            return (
                QuestionRaised(
                    item=command.item,
                    number=item.number,
                    question=command.question,
                    text=said(command.text),
                    asked_by=asked.by.person,
                ),
            )
        case ConcludeQuestion():
            return _conclude(command, item)
        case WithdrawQuestion():
            text = _open(command.question, item).text
            return (
                QuestionWithdrawn(item=command.item, number=item.number, question=command.question, question_text=text),
            )
        case RecordPoint():
            _check(command, session, asked)
            point = keep(command.point)
            return (PointRecorded(item=command.item, number=item.number, matter=command.matter, point=point),)
        case _:
            assert_never(command)


def _conclude(command: ConcludeQuestion, item: Item) -> tuple[Event, ...]:
    return (
        QuestionConcluded(
            item=command.item,
            number=item.number,
            question=command.question,
            question_text=_open(command.question, item).text,
            conclusion=command.conclusion,
            text=said_if(command.text),
        ),
    )


def _open(name: LocalName, item: Item) -> Question:
    """A question that has not ended. Raises Refused `meeting.question-unknown`, `meeting.question-ended`."""
    question = item.questions.get(name)
    if question is None:
        raise Refused("meeting.question-unknown", question=name)
    if question.concluded:
        raise Refused("meeting.question-ended", question=name)
    return question


def _check(command: RecordPoint, meeting: InSession | Reported, asked: Asked) -> None:
    """Refuse a point that names somebody or something unknown."""
    point, item = command.point, meeting.items[command.item]
    for speaker in (point.who, *((point.to,) if isinstance(point, Remark) else ())):
        match speaker:
            case OfParty():
                known(asked, speaker.party)
            case OfBody():
                known(asked, speaker.body)
            case OfGroup():
                known(asked, *speaker.parties)
            case OfSeat():
                seats_of(meeting.body, asked, speaker.seat)
            case Outside() | NotStated():
                pass
            case _:
                assert_never(speaker)
    match command.matter:
        case OnItem():
            pass
        case OnRecommendation(recommendation=number):
            if number not in item.recommendations:
                raise Refused("meeting.recommendation-unknown", recommendation=number)
        case OnQuestion(question=question):
            if question not in item.questions:
                raise Refused("meeting.question-unknown", question=question)
        case OnProposals(proposals=proposals):
            known(asked, *proposals)
        case OnInitiative(initiative=initiative):
            known(asked, initiative)
        case _:
            assert_never(command.matter)
