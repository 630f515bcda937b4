"""What is held back (tilbageholdt): it goes on when the condition is met, and ends when the condition fails (domain-model §3)."""

from collections.abc import Container
from typing import Any, assert_never

from domain import condition, fund, holding, initiative, meeting, referral
from domain.agreement import PartyAdopted
from domain.awaited import (
    Blocked,
    ByAdoption,
    ByAnswer,
    ByDecision,
    ByEvaluation,
    DecisionBlocked,
    EarmarkBlocked,
    InitiativeBlocked,
    Pending,
    RecommendationsBlocked,
)
from domain.bodies import acting
from domain.claims import DateNotStated
from domain.decided import Taken
from domain.effects import OpenCondition
from domain.handing_over import heir
from domain.kernel import Command, Event, See
from domain.meeting.floor import ItemSettled
from domain.meeting.premises import decided_premise
from domain.meeting.state import Decision, Standing
from domain.names import ConditionId, ItemId, Label, LocalName, MeetingId, ReferralId, joined, name_of, scope_of
from domain.text import handed_on
from domain.way import Way

WHEN_MET = (meeting.standing.NoteConditionMet, fund.NoteCondition, holding.Release, referral.Send)
WHEN_NOT = (meeting.standing.LetFall, fund.Release, holding.Release, referral.Send)

Reaction = tuple[str, Command]


def hold_back(
    waits: tuple[str, ...], effects: tuple[Any, ...], blocked: DecisionBlocked | EarmarkBlocked
) -> tuple[Reaction, ...]:
    """What begins to wait for a condition that is already awaited is held back by it from now on."""
    opened = {effect.condition for effect in effects if isinstance(effect, OpenCondition)}
    return tuple((each, condition.Block(blocked=blocked)) for each in waits if each not in opened)


def held(stream: str, blocks: tuple[Blocked, ...]) -> tuple[Reaction, ...]:
    """The initiatives among what a condition begins to hold back are told so."""
    return tuple(
        (blocked.initiative, holding.Hold(condition=stream, extent=blocked.extent))
        for blocked in blocks
        if isinstance(blocked, InitiativeBlocked)
    )


def resolved(
    event: referral.Answered | initiative.Evaluated | PartyAdopted, proof: ByAnswer | ByEvaluation | ByAdoption
) -> tuple[Reaction, ...]:
    """The conditions that an answer, an evaluation or an adoption says it meets, and those it fails."""
    return tuple(
        (each, condition.Resolve(proof=proof, met=met))
        for conditions, met in ((event.meets, True), (event.fails, False))
        for each in conditions
    )


def settled(stream: str, see: See, event: Event) -> tuple[Reaction, ...]:
    """What follows for all that a condition held back, now that it is settled."""
    state = see(stream)
    assert isinstance(state, condition.Resolved)
    proof = getattr(event, "proof", None)
    proved_by = proof.decision if isinstance(proof, ByDecision) else None
    return tuple(
        _follows(blocked, stream, state, proved_by, see)
        for blocked in state.blocks
        if not isinstance(blocked, RecommendationsBlocked) or _comes_again(blocked, stream, state, see)
    )


def recommendations_held(event: ItemSettled, stream: str, see: See) -> tuple[Reaction, ...]:
    """Recommendations that wait when their item ends are held back by what the decision on their premise waits for.

    What a condition was opened to hold back of the item stays as it was said.
    """
    waits: dict[ConditionId, tuple[Label, ...]] = {}
    for number in event.waiting:
        premise = _premise(number, event.item, stream, see)
        for each in sorted(premise.waits) if premise else ():
            waits[each] = (*waits.get(each, ()), number)
    return tuple(
        (each, condition.Block(blocked=RecommendationsBlocked(meeting=stream, item=event.item, numbers=numbers)))
        for each, numbers in waits.items()
        if isinstance(held := see(each), Pending) and not _holds_some(held, stream, event.item)
    )


def _holds_some(state: Pending, meeting: MeetingId, item: ItemId) -> bool:
    return any(
        isinstance(each, RecommendationsBlocked) and (each.meeting, each.item) == (meeting, item)
        for each in state.blocks
    )


def _comes_again(blocked: RecommendationsBlocked, stream: str, state: "condition.Resolved", see: See) -> bool:
    """Whether recommendations come before the body now: not before the last condition is met, nor after one has failed."""
    for number in blocked.numbers:
        premise = _premise(number, blocked.item, blocked.meeting, see)
        if premise is None or premise.standing is Standing.IN_EFFECT:
            return True
        if premise.standing is Standing.WAITING and (not state.met or premise.waits <= {stream, *state.former}):
            return True
    return False


def _premise(number: Label, item: ItemId, meeting: MeetingId, see: See) -> Decision | None:
    held = see(meeting)
    return decided_premise(number, held.items[item], held.decisions)


def _follows(blocked: Blocked, stream: str, state: "condition.Resolved", proved_by: Taken | None, see: See) -> Reaction:
    match blocked:
        case DecisionBlocked(meeting=stands_at, decision=number):
            decision = getattr(see(stands_at), "decisions", {}).get(number)
            known_as = _known_as(stream, state, () if decision is None else decision.waits)
            if state.met:
                return stands_at, meeting.standing.NoteConditionMet(decision=number, condition=known_as)
            return stands_at, meeting.standing.LetFall(decision=number, condition=known_as)
        case EarmarkBlocked():
            pool = heir(see, blocked.fund)
            known_as = _known_as(stream, state, _waits_of(see(pool), blocked.earmark))
            if state.met:
                return pool, fund.NoteCondition(earmark=blocked.earmark, condition=known_as, decision=proved_by)
            return pool, fund.Release(earmark=blocked.earmark, condition=known_as)
        case InitiativeBlocked():
            held = heir(see, blocked.initiative)
            known_as = _known_as(stream, state, getattr(see(held), "holds", ()))
            return held, holding.Release(condition=known_as, met=state.met)
        case RecommendationsBlocked():
            return _promise(blocked, stream, state, see)
        case _:
            assert_never(blocked)


def _waits_of(pool: Any, earmark: LocalName) -> Container[ConditionId]:
    """What an earmark waits for. The fund itself says that there is none of the name."""
    held = getattr(pool, "earmarks", {}).get(earmark)
    waits: Container[ConditionId] = getattr(held, "waits", ())
    return waits


def _known_as(stream: str, state: "condition.Resolved", waits: Container[ConditionId]) -> ConditionId:
    """By which of its names a condition is awaited: what waited in a cluster that has ceased knows it as it was called there."""
    return next((each for each in (stream, *state.former) if each in waits), stream)


def _promise(blocked: RecommendationsBlocked, stream: str, state: "condition.Resolved", see: See) -> Reaction:
    """The recommendations come before the same body again, met or not."""
    body = acting(see, see(blocked.meeting).body)
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
    name = joined(name_of(stream), name_of(blocked.meeting), blocked.item)
    return f"{scope_of(stream)}/referral/{name}"
