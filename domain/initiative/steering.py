"""Steering (afvigelsesstyring): how it goes, what is done about yellow and red, and who must act next."""

from typing import Any, assert_never

import msgspec

from domain.authority import acting_body, in_effect
from domain.colours import Colour
from domain.decided import Taken
from domain.initiative.state import Course, Live, OffCourse, OnCourse, State, at_work, still_open
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.names import BodyId, Label, MeetingId, scope_of
from domain.paths import Subject, decides, mandate_of, path_on
from domain.refusal import Refused
from domain.text import Kept, Text, said, said_if

SUBJECT = Subject.INITIATIVE_DEVIATION
"""Whose path says who must act first, and who next."""

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

    def for_chairs_of(self, state: Any) -> BodyId | None:
        return with_whom(state)


Commands = ReportColour | AgreeRemedy | Escalate


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case ReportColour():
            return _report(command, at_work(state), asked)
        case AgreeRemedy():
            lies_with = _require_off_course(state, asked)
            by_body = acting_body(asked, command.by_body, command.decision)
            if by_body is None:
                raise Refused("initiative.no-remedier", body=lies_with)
            _require_theirs(lies_with, by_body, asked)
            return (RemedyAgreed(by_body=by_body, text=said(command.text), decision=command.decision),)
        case Escalate():
            return _escalate(command, state, asked)
        case _:
            assert_never(command)


def _report(command: ReportColour, live: Live, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.meeting)
    same_scope(asked, command.meeting)
    lies_with = None
    if command.colour is not Colour.GREEN:
        if command.reason is None:
            raise Refused("initiative.colour-without-reason")
        line = _line(asked)
        lies_with = with_whom(live) or (line[0][1] if line else None)
    return (
        ColourReported(
            colour=command.colour,
            meeting=command.meeting,
            reason=said_if(command.reason),
            lies_with=lies_with,
        ),
    )


def with_whom(state: State) -> BodyId | None:
    """The body that must act on yellow or red."""
    return state.course.lies_with if isinstance(state, Live) and isinstance(state.course, OffCourse) else None


def _escalate(command: Escalate, state: State, asked: Asked) -> tuple[Event, ...]:
    """That a matter is passed on is said as often as it is decided, so the outcome need not be a yes."""
    lies_with = _require_off_course(state, asked)
    known(asked, command.to_body)
    if command.decision is not None:
        same_scope(asked, command.decision.meeting)
        _require_theirs(lies_with, in_effect(asked.see, command.decision)[0], asked)
    bodies = tuple(body for _, body in _line(asked))
    after = bodies[bodies.index(lies_with) + 1 :] if lies_with in bodies else bodies
    if not after:
        raise Refused("initiative.last-in-line", body=lies_with)
    if command.to_body != after[0]:
        raise Refused("initiative.not-next", body=after[0])
    reason = said(command.reason)
    return (Escalated(from_body=lies_with, to_body=command.to_body, reason=reason, decision=command.decision),)


def _require_off_course(state: State, asked: Asked) -> BodyId:
    """The body with which yellow or red lies. Raises Refused `initiative.on-course`, `mandate.none`."""
    live = still_open(state)
    if not isinstance(live.course, OffCourse):
        raise Refused("initiative.on-course")
    line = _line(asked)
    if not line:
        raise Refused("mandate.none", subject=SUBJECT.da, subject_en=SUBJECT.en)
    return live.course.lies_with or line[0][1]


def _require_theirs(lies_with: BodyId, body: BodyId, asked: Asked) -> None:
    if body != lies_with:
        step = next((step for step, taker in _line(asked) if taker == lies_with), "–")
        raise Refused("mandate.other-body", step=step, body=lies_with, other=body)


def _line(asked: Asked) -> tuple[tuple[Label, BodyId], ...]:
    """Each step of today's path of deviations and the body that takes it, in order; none where nobody is on record."""
    paths = asked.see(mandate_of(SUBJECT, scope_of(asked.stream)))
    path = None if isinstance(paths, Unknown) else path_on(paths, asked.today)
    steps = () if path is None else path.steps
    takers = (
        (step.step, decides(asked.see, scope_of(asked.stream), SUBJECT, step.step, asked.today)) for step in steps
    )
    return tuple((step, taker) for step, taker in takers if taker is not None)
