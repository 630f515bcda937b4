"""Steering (afvigelsesstyring): how it goes, what is done about yellow and red, and who must act next."""

from typing import assert_never

import msgspec

from domain.decided import Taken
from domain.initiative.state import Course, Live, OffCourse, OnCourse, State
from domain.initiatives import Colour
from domain.kernel import Command, Event, Who
from domain.names import BodyId, MeetingId
from domain.text import Kept, Text

# --- events ---


class ColourReported(Event, frozen=True, kw_only=True):
    """How it goes, as the meeting of the body that follows it is told."""

    tag = "initiative.colour-reported"
    rank = 4
    da = "{colour} til {meeting}.[ {reason}][ Ligger hos {lies_with}.]"
    en = "{colour} to {meeting}.[ {reason}][ Lies with {lies_with}.]"

    colour: Colour
    meeting: MeetingId
    reason: Kept | None = None
    """Yellow and red always have one."""
    lies_with: BodyId | None = None
    """Who must act on yellow or red; absent on green, and where nobody is on record as doing so."""


class RemedyAgreed(Event, frozen=True, kw_only=True):
    """The body with which it lies says what is done about it."""

    tag = "initiative.remedy-agreed"
    rank = 4
    da = "Afhjælpning, {by_body}: {text}"
    en = "Remedy, {by_body}: {text}"

    by_body: BodyId
    text: Kept
    decision: Taken | None = None


class Escalated(Event, frozen=True, kw_only=True):
    """The body with which it lies passes it on to the next."""

    tag = "initiative.escalated"
    rank = 4
    da = "Løftet fra {from_body} til {to_body}: {reason}"
    en = "Escalated from {from_body} to {to_body}: {reason}"

    from_body: BodyId
    to_body: BodyId
    reason: Kept
    decision: Taken | None = None


Events = ColourReported | RemedyAgreed | Escalated


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    match event:
        case ColourReported():
            return msgspec.structs.replace(state, course=_course(event))
        case RemedyAgreed():
            return state
        case Escalated():
            assert isinstance(state.course, OffCourse)
            course = msgspec.structs.replace(state.course, lies_with=event.to_body)
            return msgspec.structs.replace(state, course=course)
        case _:
            assert_never(event)


def _course(event: ColourReported) -> Course:
    if event.colour is Colour.GREEN:
        return OnCourse()
    return OffCourse(colour=event.colour, lies_with=event.lies_with)


# --- commands ---


class ReportColour(Command, frozen=True, kw_only=True):
    """Meld indsatsens farve til et møde."""

    verb = "report-colour"
    who = (Who.OWNER, Who.SECRETARIAT)
    gives = (ColourReported,)

    colour: Colour
    meeting: MeetingId
    reason: Text | None = None


class AgreeRemedy(Command, frozen=True, kw_only=True):
    """Aftal, hvad der gøres ved gul eller rød."""

    verb = "agree-remedy"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (RemedyAgreed,)

    text: Text
    by_body: BodyId | None = None
    """Absent: the body that decides."""
    decision: Taken | None = None


class Escalate(Command, frozen=True, kw_only=True):
    """Løft indsatsen til næste led."""

    verb = "escalate"
    who = (Who.CHAIR, Who.REACTION)
    gives = (Escalated,)

    to_body: BodyId
    reason: Text
    decision: Taken | None = None


Commands = ReportColour | AgreeRemedy | Escalate
