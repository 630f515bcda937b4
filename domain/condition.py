"""Condition (forudsætning): what is awaited, what it holds back; resolved at most once."""

from typing import assert_never

import msgspec
from msgspec import Struct

from domain import fund, initiative
from domain.authority import in_effect, require_yes
from domain.awaited import (
    AnswerTo,
    Awaited,
    Blocked,
    DecisionBlocked,
    DecisionOf,
    EarmarkBlocked,
    EvaluationOf,
    LawOrAgreement,
    Pending,
    Proof,
)
from domain.dates import Day
from domain.deadline import DEADLINE_REFUSALS, DeadlinePassed, PassDeadline, pass_deadline, passed
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import decision_taken, known_decisions
from domain.proof import require_proof
from domain.referral import Closed
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said

BLOCKS_MAX = 60

# --- events ---


class Opened(Event, frozen=True, kw_only=True):
    """Something is awaited, and something is held back until then."""

    tag = "condition.opened"
    rank = 5
    da = "Afventer {awaits}; indtil da holdes {blocks} tilbage.[ Frist: {answer_by}.]"
    en = "Awaits {awaits}; until then {blocks} is held back.[ Deadline: {answer_by}.]"
    said_da = "Forudsætning: {words}"
    said_en = "Condition: {words}"

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    words: Kept
    opened_on: Day
    """Nothing decided before this day proves it."""
    answer_by: Day | None = None
    arises_from: Taken | None = None


class BlockAdded(Event, frozen=True, kw_only=True):
    """A condition that was already awaited holds one thing more back."""

    tag = "condition.block-added"
    rank = 5
    da = "Forudsætningen holder også {blocked} tilbage."
    en = "The condition holds {blocked} back too."

    blocked: Blocked


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
    """Met, failed or waived; once and for all."""

    blocks: tuple[Blocked, ...]
    met: bool


State = Unknown | Pending | Resolved


def evolve(state: State, event: Opened | BlockAdded | Fulfilled | Failed | Waived | DeadlinePassed) -> State:
    if isinstance(event, Opened):
        return Pending(
            awaits=event.awaits,
            blocks=event.blocks,
            opened_on=event.opened_on,
            set_by=event.arises_from,
            answer_by=event.answer_by,
        )
    assert isinstance(state, Pending)
    if isinstance(event, DeadlinePassed):
        return passed(state)
    if isinstance(event, BlockAdded):
        return msgspec.structs.replace(state, blocks=(*state.blocks, event.blocked))
    return Resolved(blocks=state.blocks, met=not isinstance(event, Failed))


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Stil en forudsætning. Only together with what waits for it, so that nothing is said to wait that does not."""

    verb = "open"
    who = (Who.REACTION,)
    gives = (Opened,)
    creates = True

    awaits: Awaited[Text]
    blocks: tuple[Blocked, ...]
    words: Text
    answer_by: Day | None = None
    arises_from: Taken | None = None


class Block(Command, frozen=True, kw_only=True):
    """Hold også dette tilbage."""

    verb = "block"
    who = (Who.REACTION,)
    gives = (BlockAdded,)

    blocked: Blocked


class Resolve(Command, frozen=True, kw_only=True):
    """Afgør en forudsætning."""

    verb = "resolve"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Fulfilled, Failed)

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
            if state.set_by is None or decision_taken(asked.see, state.set_by)[0] != body:
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
    known_decisions(asked, command.arises_from)
    same_scope(asked, command.arises_from.meeting if command.arises_from else None)
    if len(command.blocks) > BLOCKS_MAX:
        raise Refused("condition.full", count=BLOCKS_MAX)
    for blocked in command.blocks:
        _require_waiting(blocked, asked)
    _require_awaited(command.awaits, asked)
    return (
        Opened(
            awaits=keep(command.awaits),
            blocks=command.blocks,
            words=said(command.words),
            opened_on=asked.today,
            answer_by=command.answer_by,
            arises_from=command.arises_from,
        ),
    )


def _require_awaited(awaits: Awaited[Text], asked: Asked) -> None:
    """Refuse to await what does not exist, or what has come already: it would prove what it came before."""
    came = False
    match awaits:
        case DecisionOf(body=body):
            known(asked, body)
        case AnswerTo(referral=referral):
            known(asked, referral)
            came = isinstance(asked.see(referral), Closed)
        case EvaluationOf(initiative=awaited, stage=stage):
            known(asked, awaited)
            came = initiative.evaluated(asked.see, awaited, stage)
        case LawOrAgreement():
            pass
    if came:
        raise Refused("condition.already-there")


def _block(command: Block, state: Pending, asked: Asked) -> tuple[Event, ...]:
    if command.blocked in state.blocks:
        return ()
    if len(state.blocks) >= BLOCKS_MAX:
        raise Refused("condition.full", count=BLOCKS_MAX)
    _require_waiting(command.blocked, asked)
    return (BlockAdded(blocked=command.blocked),)


def _require_waiting(blocked: Blocked, asked: Asked) -> None:
    """Refuse to hold back what does not wait for this condition: it would be told of the end and not listen.

    What waits and what is held back are thereby the same things, so nothing waits for ever.
    """
    match blocked:
        case DecisionBlocked():
            same_scope(asked, blocked.meeting)
            taken = Taken(meeting=blocked.meeting, decision=blocked.decision)
            waits, name = decision_taken(asked.see, taken)[1].waits, taken.label
        case EarmarkBlocked():
            same_scope(asked, blocked.fund)
            known(asked, blocked.fund)
            waits, name = fund.waits_of(asked.see, blocked.fund, blocked.earmark), f"{blocked.fund}#{blocked.earmark}"
    if asked.stream not in waits:
        raise Refused("condition.not-awaited", blocked=name)


REFUSALS: Reasons = {
    **DEADLINE_REFUSALS,
    "condition.exists": ("Forudsætningen findes.", "The condition exists."),
    "condition.blocks-nothing": ("En forudsætning skal holde noget tilbage.", "A condition must hold something back."),
    "condition.full": ("En forudsætning holder højst {count} ting tilbage.", "A condition holds back at most {count} things."),
    "condition.not-awaited": ("{blocked} venter ikke på forudsætningen.", "{blocked} does not wait for the condition."),
    "condition.decided-before": ("Beslutningen {decision} er ikke truffet, efter at forudsætningen blev stillet {day}.",
                                 "Decision {decision} was not taken after the condition was set on {day}."),
    "condition.already-there": ("Det, der skulle afventes, foreligger allerede.", "What would be awaited is already there."),
    "condition.already-resolved": ("Forudsætningen er allerede afgjort.", "The condition is already resolved."),
    "condition.proof-mismatch": ("Det er ikke det, der afventes.", "That is not what is awaited."),
    "condition.not-yours": ("Kun det forum, der stillede forudsætningen, kan frafalde den; det er ikke {body}.",
                            "Only the body that set the condition may waive it; that is not {body}."),
}  # fmt: skip

CONDITION = Kind(
    name="condition",
    danish="forudsætning",
    events=(Opened, BlockAdded, Fulfilled, Failed, Waived, DeadlinePassed),
    commands=(Open, Block, Resolve, Waive, PassDeadline),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
