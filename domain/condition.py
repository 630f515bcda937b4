"""Condition (forudsætning): what is awaited, what it holds back; resolved at most once."""

from typing import assert_never, get_args

import msgspec
from msgspec import Struct

from domain.assurance import Assurance
from domain.authority import in_effect, require_yes
from domain.awaited import (
    Awaited,
    Blocked,
    DayReached,
    IfLate,
    Pending,
    Proof,
)
from domain.bodies import acts_as
from domain.ceasing import require_before_end
from domain.dates import Day
from domain.deadline import DEADLINE_REFUSALS, DeadlinePassed, Lapsed, PassDeadline, pass_deadline, passed
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import decision_taken, known_decisions
from domain.names import ConditionId, DocumentId
from domain.proof import require_proof
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said
from domain.waiting import require_ahead, require_waiting

BLOCKS_MAX = 60

# --- events ---


class Opened(Event, frozen=True, kw_only=True):
    """Something is awaited, and something is held back until then."""

    tag = "condition.opened"
    rank = 5
    da = "Afventer {awaits}; indtil da holdes {blocks} tilbage.[ Frist: {answer_by}.][ Derefter: {if_late}.]"
    en = "Awaits {awaits}; until then {blocks} is held back.[ Deadline: {answer_by}.][ Then: {if_late}.]"
    said_da = "Forudsætning: {words}"
    said_en = "Condition: {words}"

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    words: Kept
    opened_on: Day
    """Nothing decided before this day proves it."""
    answer_by: Day | None = None
    arises_from: Taken | None = None
    document: DocumentId | None = None
    """The paper that tells of it, where no decision set it."""
    if_late: IfLate | None = None
    """None: whoever is late is reminded."""


class BlockAdded(Event, frozen=True, kw_only=True):
    """A condition that was already awaited holds one thing more back."""

    tag = "condition.block-added"
    rank = 5
    da = "Forudsætningen holder også {blocked} tilbage[ ved {decision}]."
    en = "The condition holds {blocked} back too[ by {decision}]."

    blocked: Blocked
    decision: Taken | None = None
    """By which it waits; None: it follows of itself."""


class Fulfilled(Event, frozen=True, kw_only=True):
    """What was awaited came."""

    tag = "condition.fulfilled"
    rank = 2
    da = "Forudsætningen er opfyldt: {proof}"
    en = "The condition is met: {proof}"

    proof: Proof[Kept]


class Failed(Event, frozen=True, kw_only=True):
    """What was awaited will not come."""

    tag = "condition.failed"
    rank = 2
    da = "Forudsætningen er ikke opfyldt: {proof}"
    en = "The condition is not met: {proof}"

    proof: Proof[Kept]


class Waived(Event, frozen=True, kw_only=True):
    """The body that set the condition lets it go."""

    tag = "condition.waived"
    rank = 2
    da = "Forudsætningen er frafaldet ved {decision}."
    en = "The condition is waived by {decision}."

    decision: Taken


# --- state ---


class Resolved(Struct, frozen=True, kw_only=True):
    """Met, failed, lapsed or waived; once and for all."""

    blocks: tuple[Blocked, ...]
    met: bool
    words: Kept
    set_by: Taken | None
    former: tuple[ConditionId, ...] = ()
    """As of `Pending`."""


State = Unknown | Pending | Resolved


Events = Opened | BlockAdded | Fulfilled | Failed | Waived | DeadlinePassed | Lapsed


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Opened):
        return Pending(
            awaits=event.awaits,
            blocks=event.blocks,
            opened_on=event.opened_on,
            set_by=event.arises_from,
            words=event.words,
            answer_by=event.answer_by,
            if_late=event.if_late or IfLate.REMIND,
        )
    assert isinstance(state, Pending)
    if isinstance(event, DeadlinePassed):
        return passed(state)
    if isinstance(event, BlockAdded):
        return msgspec.structs.replace(state, blocks=(*state.blocks, event.blocked))
    met = not isinstance(event, Failed | Lapsed)
    return Resolved(blocks=state.blocks, met=met, words=state.words, set_by=state.set_by, former=state.former)


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Stil en forudsætning, som en beslutning eller et papir siger. What it holds back must wait for it, or begin to."""

    verb = "open"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Opened,)
    creates = True

    awaits: Awaited[Text]
    blocks: tuple[Blocked, ...]
    words: Text
    answer_by: Day | None = None
    arises_from: Taken | None = None
    document: DocumentId | None = None
    if_late: IfLate | None = None


class Block(Command, frozen=True, kw_only=True):
    """Hold også dette tilbage."""

    verb = "block"
    who = (Who.REACTION,)
    gives = (BlockAdded,)

    blocked: Blocked
    decision: Taken | None = None


class Resolve(Command, frozen=True, kw_only=True):
    """Afgør en forudsætning."""

    verb = "resolve"
    who = (Who.SECRETARIAT, Who.REACTION, Who.TIMEKEEPER)
    gives = (Fulfilled, Failed)
    assurance = Assurance.SUBSTANTIAL

    proof: Proof[Text]
    met: bool = True


class Waive(Command, frozen=True, kw_only=True):
    """Frafald en forudsætning."""

    verb = "waive"
    who = (Who.REACTION,)
    gives = (Waived,)

    decision: Taken


def decide(command: Open | Block | Resolve | Waive | PassDeadline, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Open):
        return _open(command, state, asked)
    if not isinstance(state, Pending):
        raise Refused("condition.already-resolved")
    match command:
        case Block():
            return _block(command, state, asked)
        case Resolve():
            require_proof(command.proof, command.met, state, asked)
            proof = keep(command.proof)
            return (Fulfilled(proof=proof) if command.met else Failed(proof=proof),)
        case Waive():
            body, decision = in_effect(asked.see, command.decision)
            if state.set_by is None or not acts_as(asked.see, body, decision_taken(asked.see, state.set_by)[0]):
                raise Refused("condition.not-yours", body=body)
            require_yes(decision)
            return (Waived(decision=command.decision),)
        case PassDeadline():
            return pass_deadline(state, asked)
        case _:
            assert_never(command)


def _open(command: Open, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("condition.exists")
    if not command.blocks:
        raise Refused("condition.blocks-nothing")
    known(asked, command.document)
    known_decisions(asked, command.arises_from)
    same_scope(asked, command.arises_from.meeting if command.arises_from else None)
    if len(command.blocks) > BLOCKS_MAX:
        raise Refused("condition.full", count=BLOCKS_MAX)
    if command.if_late is IfLate.LAPSE and command.answer_by is None:
        raise Refused("condition.no-deadline")
    for blocked in command.blocks:
        require_waiting(blocked, asked)
    require_ahead(command.awaits, asked)
    require_before_end(asked, command.answer_by, command.awaits.day if isinstance(command.awaits, DayReached) else None)
    if command.arises_from is None and command.document is None and asked.cause is None:
        raise Refused("condition.no-source")
    return (
        Opened(
            awaits=keep(command.awaits),
            blocks=command.blocks,
            words=said(command.words),
            opened_on=asked.today,
            answer_by=command.answer_by,
            arises_from=command.arises_from,
            document=command.document,
            if_late=command.if_late,
        ),
    )


def _block(command: Block, state: Pending, asked: Asked) -> tuple[Event, ...]:
    if command.blocked in state.blocks:
        return ()
    if len(state.blocks) >= BLOCKS_MAX:
        raise Refused("condition.full", count=BLOCKS_MAX)
    require_waiting(command.blocked, asked)
    return (BlockAdded(blocked=command.blocked, decision=command.decision),)


REFUSALS: Reasons = {
    **DEADLINE_REFUSALS,
    "condition.exists": ("Forudsætningen findes.", "The condition exists."),
    "condition.blocks-nothing": ("En forudsætning skal holde noget tilbage.", "A condition must hold something back."),
    "condition.no-source": ("Skriv, hvilken beslutning eller hvilket papir der stiller forudsætningen.",
                            "Say which decision or which paper sets the condition."),
    "condition.full": ("En forudsætning holder højst {count} ting tilbage.", "A condition holds back at most {count} things."),
    "condition.not-awaited": ("{blocked} venter ikke på forudsætningen.", "{blocked} does not wait for the condition."),
    "condition.decided-before": ("Beslutningen {decision} er ikke truffet, efter at forudsætningen blev stillet {day}.",
                                 "Decision {decision} was not taken after the condition was set on {day}."),
    "condition.already-there": ("Det, der skulle afventes, foreligger allerede.", "What would be awaited is already there."),
    "condition.already-resolved": ("Forudsætningen er allerede afgjort.", "The condition is already resolved."),
    "condition.party-missing": ("{party} har ikke godkendt aftalen endnu.", "{party} has not adopted the agreement yet."),
    "condition.too-early": ("Dagen er {day}.", "The day is {day}."),
    "condition.proof-mismatch": ("Det er ikke det, der afventes.", "That is not what is awaited."),
    "condition.not-yours": ("Kun det forum, der stillede forudsætningen, kan frafalde den; det er ikke {body}.",
                            "Only the body that set the condition may waive it; that is not {body}."),
}  # fmt: skip

CONDITION = Kind(
    name="condition",
    danish="forudsætning",
    events=get_args(Events),
    commands=(Open, Block, Resolve, Waive, PassDeadline),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
