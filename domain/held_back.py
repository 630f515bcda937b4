"""What is held back (tilbageholdt): it goes on when the condition is met, and ends when the condition fails (domain-model §3)."""

from hashlib import sha256
from typing import assert_never

from domain import condition, fund, holding, initiative, meeting, referral
from domain.awaited import (
    Blocked,
    ByAnswer,
    ByEvaluation,
    DecisionBlocked,
    EarmarkBlocked,
    InitiativeBlocked,
    RecommendationsBlocked,
)
from domain.claims import DateNotStated
from domain.kernel import Command, See
from domain.names import NAME_CHARS_MAX, ReferralId, name_of, scope_of
from domain.text import handed_on
from domain.way import Way

WHEN_MET = (meeting.standing.NoteConditionMet, fund.NoteCondition, holding.Release, referral.Send)
WHEN_NOT = (meeting.standing.LetFall, fund.Release, holding.Release, referral.Send)
DIGEST_CHARS = 12

Reaction = tuple[str, Command]


def held(stream: str, blocks: tuple[Blocked, ...]) -> tuple[Reaction, ...]:
    """The initiatives among what a condition begins to hold back are told so."""
    return tuple(
        (blocked.initiative, holding.Hold(condition=stream, extent=blocked.extent))
        for blocked in blocks
        if isinstance(blocked, InitiativeBlocked)
    )


def resolved(event: referral.Answered | initiative.Evaluated, proof: ByAnswer | ByEvaluation) -> tuple[Reaction, ...]:
    """The conditions that an answer or an evaluation says it meets, and those it fails."""
    return tuple(
        (each, condition.Resolve(proof=proof, met=met))
        for conditions, met in ((event.meets, True), (event.fails, False))
        for each in conditions
    )


def settled(stream: str, see: See) -> tuple[Reaction, ...]:
    """What follows for all that a condition held back, now that it is settled."""
    state = see(stream)
    assert isinstance(state, condition.Resolved)
    return tuple(_follows(blocked, stream, state, see) for blocked in state.blocks)


def _follows(blocked: Blocked, stream: str, state: "condition.Resolved", see: See) -> Reaction:
    match blocked:
        case DecisionBlocked(meeting=stands_at, decision=number):
            if state.met:
                return stands_at, meeting.standing.NoteConditionMet(decision=number, condition=stream)
            return stands_at, meeting.standing.LetFall(decision=number, condition=stream)
        case EarmarkBlocked():
            if state.met:
                return blocked.fund, fund.NoteCondition(earmark=blocked.earmark, condition=stream)
            return blocked.fund, fund.Release(earmark=blocked.earmark, condition=stream)
        case InitiativeBlocked():
            return blocked.initiative, holding.Release(condition=stream, met=state.met)
        case RecommendationsBlocked():
            return _promise(blocked, stream, state, see)
        case _:
            assert_never(blocked)


def _promise(blocked: RecommendationsBlocked, stream: str, state: "condition.Resolved", see: See) -> Reaction:
    """The recommendations come before the same body again, met or not."""
    body = see(blocked.meeting).body
    return _promised_by(stream, blocked), referral.Send(
        from_body=body,
        to_body=body,
        question=handed_on(state.words),
        direction=Way.PROMISED,
        expected=DateNotStated(),
        arises_from=state.set_by,
        condition=stream,
    )


def _promised_by(stream: str, blocked: RecommendationsBlocked) -> ReferralId:
    """The name follows from the cause, so the same cause never makes two."""
    name = f"{name_of(stream)}-{name_of(blocked.meeting)}-{blocked.item}"
    if len(name) > NAME_CHARS_MAX:
        name = f"{name[: NAME_CHARS_MAX - DIGEST_CHARS - 1]}-{sha256(name.encode()).hexdigest()[:DIGEST_CHARS]}"
    return f"{scope_of(stream)}/referral/{name}"
