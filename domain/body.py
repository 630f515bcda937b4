"""Body (forum, niveau, styregruppe, udvalg, arbejdsgruppe; also outside bodies): its names, task and end.

How it meets and decides stands in procedure.py, what other rules ask of it in bodies.py.
Of an outside body (`Level.EXTERNAL`) the record knows our seats only.
"""

from typing import assert_never, get_args

from domain import procedure, slot
from domain.assurance import Assurance
from domain.authority import first_day, require_decided
from domain.bodies import Active, Closed, Level, Secretariat, State, require_at_work, rules_on
from domain.concerned import COMMON_SCOPE
from domain.counts import Count
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import decision_taken
from domain.names import BodyId, DocumentId, MembershipId, scope_of
from domain.refusal import Reasons, Refused
from domain.seats import SEATS_MAX, SeatPlan
from domain.slot import FreeSlot, SlotFreed, SlotTaken, TakeSlot
from domain.text import Kept, Text, keep, keep_all, keep_if, said, said_if

__all__ = ["FreeSlot", "Level", "SeatPlan", "Secretariat", "SlotFreed", "SlotTaken", "TakeSlot", "rules_on"]

CHAIRS_MAX = 3


# --- events ---


class Established(Event, frozen=True, kw_only=True):
    """A body exists; its seats are opened as reactions."""

    tag = "body.established"
    rank = 4
    da = "{name} er oprettet ({level})[ fra {from_on}][, med {secretariat}]."
    en = "{name} is established ({level})[ from {from_on}][, secretariat: {secretariat}]."

    name: Kept
    level: Level
    membership: MembershipId
    chairs: int
    seats: tuple[SeatPlan[Kept], ...]
    parent: BodyId | None = None
    task: Kept | None = None
    from_on: Day | None = None
    source: DecisionRef[Kept] | None = None
    secretariat: Secretariat | None = None


class NameNoted(Event, frozen=True, kw_only=True):
    """A body is also called something else."""

    tag = "body.name-noted"
    rank = 4
    da = "{stream} kaldes {name}[ fra {from_on}][ indtil {ceases_on}][ ({document})]."
    en = "{stream} is called {name}[ from {from_on}][ until {ceases_on}][ ({document})]."

    name: Kept
    from_on: Day | None = None
    ceases_on: Day | None = None
    document: DocumentId | None = None


class TaskGiven(Event, frozen=True, kw_only=True):
    """What the body is to do, besides what it did before."""

    tag = "body.task-given"
    rank = 4
    da = "Opgave til {stream}: {task}"
    en = "Task of {stream}: {task}"

    task: Kept
    decision: DecisionRef[Kept]


class BodyClosed(Event, frozen=True, kw_only=True):
    """A body has a last day."""

    tag = "body.closed"
    rank = 4
    da = "{stream} er nedlagt pr. {ceases_on}[; efterfølger: {successor}]."
    en = "{stream} is closed from {ceases_on}[; successor: {successor}]."

    ceases_on: Day
    successor: BodyId | None = None
    decision: DecisionRef[Kept] | None = None


Events = Established | NameNoted | TaskGiven | BodyClosed | procedure.Events | slot.Events

# --- state: see bodies.py ---


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Established):
        return Active(membership=event.membership, chairs=event.chairs, level=event.level, from_on=event.from_on)
    assert isinstance(state, Active)
    if isinstance(event, procedure.Events):
        return procedure.evolve(state, event)
    if isinstance(event, slot.Events):
        return slot.evolve(state, event)
    match event:
        case NameNoted() | TaskGiven():
            return state
        case BodyClosed():
            return Closed(
                membership=state.membership,
                chairs=state.chairs,
                level=state.level,
                from_on=state.from_on,
                rules=state.rules,
                projects=state.projects,
                ceases_on=event.ceases_on,
                successor=event.successor,
            )
        case _:
            assert_never(event)


# --- commands ---


class Establish(Command, frozen=True, kw_only=True):
    """Opret et forum med dets pladser."""

    verb = "establish"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR, Who.REACTION)
    gives = (Established,)
    creates = True

    name: Text
    level: Level
    membership: MembershipId
    chairs: Count
    seats: tuple[SeatPlan[Text], ...] = ()
    parent: BodyId | None = None
    task: Text | None = None
    from_on: Day | None = None
    source: DecisionRef[Text] | None = None
    secretariat: Secretariat | None = None


class NoteName(Command, frozen=True, kw_only=True):
    """Notér et navn, forummet også har."""

    verb = "note-name"
    who = (Who.SECRETARIAT,)
    gives = (NameNoted,)

    name: Text
    from_on: Day | None = None
    ceases_on: Day | None = None
    document: DocumentId | None = None


class GiveTask(Command, frozen=True, kw_only=True):
    """Giv forummet en opgave."""

    verb = "give-task"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (TaskGiven,)

    task: Text
    decision: DecisionRef[Text]


class CloseBody(Command, frozen=True, kw_only=True):
    """Nedlæg forummet fra en dag."""

    verb = "close"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE, Who.REACTION)
    gives = (BodyClosed,)
    assurance = Assurance.SUBSTANTIAL

    ceases_on: Day
    successor: BodyId | None = None
    decision: DecisionRef[Text] | None = None


Commands = Establish | NoteName | GiveTask | CloseBody | procedure.Commands | slot.Commands


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Establish):
        return _establish(command, state, asked)
    assert isinstance(state, Active)
    if isinstance(command, procedure.Commands):
        return procedure.decide(command, state, asked)
    if isinstance(command, slot.Commands):
        return slot.decide(command, state, asked)
    match command:
        case NoteName():
            return _note_name(command, asked)
        case GiveTask():
            require_at_work(state, asked)
            require_decided(asked, command.decision)
            return (TaskGiven(task=said(command.task), decision=keep(command.decision)),)
        case CloseBody():
            return _close(command, state, asked)
        case _:
            assert_never(command)


def _establish(command: Establish, state: State, asked: Asked) -> tuple[Event, ...]:
    same_scope(asked, command.membership)
    if scope_of(asked.stream) == COMMON_SCOPE:
        raise Refused("body.common-scope")
    if not isinstance(state, Unknown) or not isinstance(asked.see(command.membership), Unknown):
        raise Refused("body.exists")
    if not 0 <= command.chairs <= CHAIRS_MAX:
        raise Refused("body.chairs", count=CHAIRS_MAX)
    if len(command.seats) > SEATS_MAX:
        raise Refused("body.too-many-seats", count=SEATS_MAX)
    if len({plan.seat for plan in command.seats}) < len(command.seats):
        raise Refused("body.seat-twice")
    known(asked, command.parent)
    _require_political_yes(command, asked)
    from_on = command.from_on
    if command.source is not None:
        require_decided(asked, command.source)
        from_on = first_day(command.source, from_on, asked)
    return (
        Established(
            name=said(command.name),
            level=command.level,
            membership=command.membership,
            chairs=command.chairs,
            seats=keep_all(command.seats),
            parent=command.parent,
            task=said_if(command.task),
            from_on=from_on,
            source=keep_if(command.source),
            secretariat=command.secretariat,
        ),
    )


def _require_political_yes(command: Establish, asked: Asked) -> None:
    """Refuse another political level beside the one at work, unless that one decided it: its chairs speak for the whole cluster."""
    if command.level is not Level.POLITICAL or asked.cause is not None:
        return
    at_work = [each for each in asked.ids("body", scope_of(asked.stream)) if _is_political(asked.see(each))]
    by = decision_taken(asked.see, command.source)[0] if isinstance(command.source, Taken) else None
    if at_work and by not in at_work:
        raise Refused("body.political-exists", body=at_work[0])


def _is_political(state: State) -> bool:
    return isinstance(state, Active) and state.level is Level.POLITICAL and not isinstance(state, Closed)


def _note_name(command: NoteName, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    return (
        NameNoted(
            name=said(command.name),
            from_on=command.from_on,
            ceases_on=command.ceases_on,
            document=command.document,
        ),
    )


def _close(command: CloseBody, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.successor)
    if isinstance(state, Closed):
        if (command.ceases_on, command.successor) == (state.ceases_on, state.successor):
            return ()
        raise Refused("body.already-closed", day=state.ceases_on)
    if command.decision is not None:
        require_decided(asked, command.decision)
    decision = keep_if(command.decision)
    return (BodyClosed(ceases_on=command.ceases_on, successor=command.successor, decision=decision),)


REFUSALS: Reasons = (
    procedure.REFUSALS
    | slot.REFUSALS
    | {
        "body.already-closed": ("Forummet er nedlagt pr. {day}.", "The body is closed from {day}."),
        "body.common-scope": (
            "Et forum hører til en klynge. Opret det under klyngens navn.",
            "A body belongs to a cluster. Establish it under the cluster's name.",
        ),
        "body.political-exists": (
            "Klyngen har allerede et politisk niveau, {body}. Angiv som kilde, hvor det har besluttet at oprette endnu et.",
            "The cluster already has a political level, {body}. Name as the source where it decided to establish another.",
        ),
        "body.exists": ("Forummet findes allerede.", "The body already exists."),
        "body.chairs": ("Et forum har højst {count} formænd.", "A body has at most {count} chairs."),
        "body.too-many-seats": ("Et forum har højst {count} pladser.", "A body has at most {count} seats."),
        "body.seat-twice": ("Den samme plads står to gange.", "The same seat stands twice."),
    }
)

BODY = Kind(
    name="body",
    danish="forum",
    events=(Established, NameNoted, *get_args(procedure.Events), TaskGiven, *get_args(slot.Events), BodyClosed),
    commands=(Establish, NoteName, *get_args(procedure.Commands), GiveTask, *get_args(slot.Commands), CloseBody),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
