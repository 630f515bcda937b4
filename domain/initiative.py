"""Initiative (indsats, projekt): what is tried out, by whom, and how it is evaluated and adapted."""

from typing import Annotated, assert_never, get_args

import msgspec
from msgspec import Meta, Struct

from domain import holding
from domain.authority import in_effect, require_yes
from domain.awaited import Conditions, Stage
from domain.claims import DateSaid
from domain.decided import DecisionRef, Taken
from domain.effects import CORE_MAX
from domain.kernel import Asked, Command, Event, Kind, See, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import ConditionId, DocumentId, FundId, InitiativeId, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said
from domain.words import Word

PARTIES_MAX = 60


class Phase(Word):
    """How far it has come."""

    TRIAL = "trial", "forsøg"
    ONGOING = "ongoing", "løbende"
    PART_OPERATION = "part-operation", "delvis i drift"
    OPERATION = "operation", "i drift"


# --- events ---


class Listed(Event, frozen=True, kw_only=True):
    """A paper tells of an initiative."""

    tag = "initiative.listed"
    rank = 4
    da = "{title} er oplyst ({phase})[ ifølge {document}]."
    en = "{title} is listed ({phase})[ according to {document}]."

    title: Kept
    by: tuple[PartyId, ...]
    phase: Phase
    document: DocumentId | None = None


class Prolonged(Event, frozen=True, kw_only=True):
    """An initiative runs longer."""

    tag = "initiative.prolonged"
    rank = 4
    da = "Forlænget[ til {expected}]."
    en = "Prolonged[ until {expected}]."

    expected: DateSaid[Kept]
    decision: DecisionRef[Kept]
    fund: FundId | None = None


class EvaluationExpected(Event, frozen=True, kw_only=True):
    """An evaluation is to come."""

    tag = "initiative.evaluation-expected"
    rank = 4
    da = "Evaluering ({stage}) ventes[ {expected}]."
    en = "Evaluation ({stage}) is expected[ {expected}]."

    stage: Stage
    expected: DateSaid[Kept]


class Evaluated(Event, frozen=True, kw_only=True):
    """An evaluation is there."""

    tag = "initiative.evaluated"
    da = "Evaluering ({stage}): {text}[ Opfylder: {meets}.][ Opfylder ikke: {fails}.]"
    en = "Evaluation ({stage}): {text}[ Meets: {meets}.][ Fails: {fails}.]"

    stage: Stage
    text: Kept
    when: DateSaid[Kept]
    document: DocumentId | None = None
    meets: tuple[ConditionId, ...] = ()
    fails: tuple[ConditionId, ...] = ()


class Adapted(Event, frozen=True, kw_only=True):
    """An initiative is fitted to its place; its core must be there."""

    tag = "initiative.adapted"
    rank = 4
    da = "Tilpasses: {text}[ Kernen: {core}]"
    en = "Adapted: {text}[ The core: {core}]"

    text: Kept
    core: tuple[Kept, ...]
    decision: Taken


# --- state ---


class Live(Struct, frozen=True, kw_only=True):
    """An initiative at work."""

    phase: Phase
    evaluated: frozenset[Stage] = frozenset()
    holds: holding.Holds = {}


State = Unknown | Live


Events = Listed | Prolonged | EvaluationExpected | Evaluated | Adapted | holding.Held | holding.Released


def evolve(state: State, event: Events) -> State:
    match event:
        case Listed():
            return Live(phase=event.phase)
        case Evaluated():
            assert isinstance(state, Live)
            return msgspec.structs.replace(state, evaluated=state.evaluated | {event.stage})
        case holding.Held() | holding.Released():
            assert isinstance(state, Live)
            return msgspec.structs.replace(state, holds=holding.evolve(state.holds, event))
        case Prolonged() | EvaluationExpected() | Adapted():
            return state
        case _:
            assert_never(event)


def evaluated(see: See, initiative: InitiativeId, stage: Stage) -> bool:
    """Whether an initiative has been evaluated so far."""
    state = see(initiative)
    return isinstance(state, Live) and stage in state.evaluated


# --- commands ---


class List(Command, frozen=True, kw_only=True):
    """Oplys en indsats efter et papir."""

    verb = "list"
    who = (Who.SECRETARIAT,)
    gives = (Listed,)
    creates = True

    title: Text
    by: tuple[PartyId, ...]
    phase: Phase
    document: DocumentId | None = None


class Prolong(Command, frozen=True, kw_only=True):
    """Forlæng en indsats."""

    verb = "prolong"
    who = (Who.SECRETARIAT,)
    gives = (Prolonged,)

    expected: DateSaid[Text]
    decision: DecisionRef[Text]
    fund: FundId | None = None


class ExpectEvaluation(Command, frozen=True, kw_only=True):
    """Notér, at en evaluering ventes."""

    verb = "expect-evaluation"
    who = (Who.SECRETARIAT,)
    gives = (EvaluationExpected,)

    stage: Stage
    expected: DateSaid[Text]


class Evaluate(Command, frozen=True, kw_only=True):
    """Registrér en evaluering."""

    verb = "evaluate"
    who = (Who.SECRETARIAT,)
    gives = (Evaluated,)

    stage: Stage
    text: Text
    when: DateSaid[Text]
    document: DocumentId | None = None
    meets: Conditions = ()
    fails: Conditions = ()


class Adapt(Command, frozen=True, kw_only=True):
    """Tilpas en indsats."""

    verb = "adapt"
    who = (Who.REACTION,)
    gives = (Adapted,)

    text: Text
    core: Annotated[tuple[Text, ...], Meta(max_length=CORE_MAX)]
    decision: Taken


Commands = List | Prolong | ExpectEvaluation | Evaluate | Adapt | holding.Hold | holding.Release


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case List():
            return _list(command, state, asked)
        case Prolong():
            known(asked, command.fund)
            known_decisions(asked, command.decision)
            return (Prolonged(expected=keep(command.expected), decision=keep(command.decision), fund=command.fund),)
        case ExpectEvaluation():
            return (EvaluationExpected(stage=command.stage, expected=keep(command.expected)),)
        case Evaluate():
            return _evaluate(command, asked)
        case Adapt():
            same_scope(asked, command.decision.meeting)
            require_yes(in_effect(asked.see, command.decision)[1])
            core = tuple(said(text) for text in command.core)
            return (Adapted(text=said(command.text), core=core, decision=command.decision),)
        case holding.Hold() | holding.Release():
            assert isinstance(state, Live)
            return holding.decide(command, state.holds)
        case _:
            assert_never(command)


def _list(command: List, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("initiative.exists")
    if len(command.by) > PARTIES_MAX:
        raise Refused("initiative.too-many-parties", count=PARTIES_MAX)
    known(asked, *command.by, command.document)
    return (Listed(title=said(command.title), by=command.by, phase=command.phase, document=command.document),)


def _evaluate(command: Evaluate, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document, *command.meets, *command.fails)
    same_scope(asked, *command.meets, *command.fails)
    return (
        Evaluated(
            stage=command.stage,
            text=said(command.text),
            when=keep(command.when),
            document=command.document,
            meets=command.meets,
            fails=command.fails,
        ),
    )


REFUSALS: Reasons = {
    "initiative.exists": ("Indsatsen findes.", "The initiative exists."),
    "initiative.too-many-parties": ("Højst {count} parter.", "At most {count} parties."),
}

INITIATIVE = Kind(
    name="initiative",
    danish="indsats",
    events=get_args(Events),
    commands=get_args(Commands),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
