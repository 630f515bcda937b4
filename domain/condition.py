"""Condition (forudsætning): what is awaited, what it holds back; resolved at most once."""

from typing import assert_never

from msgspec import Struct

from domain import initiative
from domain.awaited import (
    AnswerTo,
    Awaited,
    Blocked,
    ByAnswer,
    ByDecision,
    ByDocument,
    ByEvaluation,
    DecisionBlocked,
    DecisionOf,
    EvaluationOf,
    LawOrAgreement,
    Proof,
)
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.meeting.state import decision_taken, known_decisions
from domain.names import MeetingId
from domain.referral import Closed
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said

# --- events ---


class Opened(Event, frozen=True, kw_only=True):
    """Something is awaited, and something is held back until then."""

    tag = "condition.opened"
    rank = 5
    da = "Afventer {awaits}; indtil da holdes {blocks} tilbage."
    en = "Awaits {awaits}; until then {blocks} is held back."
    said_da = "Forudsætning: {words}"
    said_en = "Condition: {words}"

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    words: Kept
    answer_by: Day | None = None
    arises_from: Taken | None = None


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
    da = "Forudsætningen er frafaldet."
    en = "The condition is waived."

    decision: Taken


# --- state ---


class Pending(Struct, frozen=True, kw_only=True):
    """Still awaited."""

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    set_by: MeetingId | None
    """The meeting that set it; None: no decision of this record did."""


class Resolved(Struct, frozen=True, kw_only=True):
    """Met, failed or waived; once and for all."""

    blocks: tuple[Blocked, ...]
    met: bool


State = Unknown | Pending | Resolved


def evolve(state: State, event: Opened | Fulfilled | Failed | Waived) -> State:
    if isinstance(event, Opened):
        set_by = event.arises_from.meeting if event.arises_from else None
        return Pending(awaits=event.awaits, blocks=event.blocks, set_by=set_by)
    assert isinstance(state, Pending)
    return Resolved(blocks=state.blocks, met=not isinstance(event, Failed))


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Stil en forudsætning."""

    verb = "open"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Opened,)
    creates = True

    awaits: Awaited[Text]
    blocks: tuple[Blocked, ...]
    words: Text
    answer_by: Day | None = None
    arises_from: Taken | None = None


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


def decide(command: Open | Resolve | Waive, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Open):
        return _open(command, state, asked)
    if not isinstance(state, Pending):
        raise Refused("condition.already-resolved")
    match command:
        case Resolve():
            _require_proof(command.proof, state, asked)
            proof = keep(command.proof)
            return (Fulfilled(proof=proof) if command.met else Failed(proof=proof),)
        case Waive():
            body, _ = decision_taken(asked.see, command.decision)
            if state.set_by is None or asked.see(state.set_by).body != body:
                raise Refused("condition.not-yours", body=body)
            return (Waived(decision=command.decision),)
        case _:
            assert_never(command)


def _open(command: Open, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("condition.exists")
    if not command.blocks:
        raise Refused("condition.blocks-nothing")
    known_decisions(asked, command.arises_from)
    for blocked in command.blocks:
        if isinstance(blocked, DecisionBlocked):
            decision_taken(asked.see, Taken(meeting=blocked.meeting, decision=blocked.decision))
        else:
            known(asked, blocked.fund)
    match command.awaits:
        case DecisionOf(body=body):
            known(asked, body)
        case AnswerTo(referral=referral):
            known(asked, referral)
        case EvaluationOf(initiative=awaited):
            known(asked, awaited)
        case LawOrAgreement():
            pass
    return (
        Opened(
            awaits=keep(command.awaits),
            blocks=command.blocks,
            words=said(command.words),
            answer_by=command.answer_by,
            arises_from=command.arises_from,
        ),
    )


def _require_proof(proof: Proof[Text], state: Pending, asked: Asked) -> None:
    """Refuse a proof that is not of the awaited kind, or not yet there."""
    match state.awaits, proof:
        case DecisionOf(body=body), ByDecision(decision=decision):
            proves = decision_taken(asked.see, decision)[0] == body
        case AnswerTo(referral=awaited), ByAnswer(referral=answered):
            proves = awaited == answered and isinstance(asked.see(answered), Closed)
        case EvaluationOf(initiative=awaited, stage=stage), ByEvaluation(initiative=evaluated, stage=reached):
            proves = (awaited, stage) == (evaluated, reached) and initiative.evaluated(asked.see, evaluated, stage)
        case LawOrAgreement(), ByDocument(document=document):
            known(asked, document)
            proves = True
        case _:
            proves = False
    if not proves:
        raise Refused("condition.proof-mismatch")


REFUSALS: Reasons = {
    "condition.exists": ("Forudsætningen findes.", "The condition exists."),
    "condition.blocks-nothing": ("En forudsætning skal holde noget tilbage.", "A condition must hold something back."),
    "condition.already-resolved": ("Forudsætningen er allerede afgjort.", "The condition is already resolved."),
    "condition.proof-mismatch": ("Det er ikke det, der afventes.", "That is not what is awaited."),
    "condition.not-yours": ("Kun det forum, der stillede forudsætningen, kan frafalde den; det er ikke {body}.",
                            "Only the body that set the condition may waive it; that is not {body}."),
}  # fmt: skip

CONDITION = Kind(
    name="condition",
    danish="forudsætning",
    events=(Opened, Fulfilled, Failed, Waived),
    commands=(Open, Resolve, Waive),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
