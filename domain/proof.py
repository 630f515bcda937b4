"""Proof (bevis): whether what came is what a condition awaited."""

from domain import initiative
from domain.agreement.state import adopted_by
from domain.authority import days_of, in_effect, require_settled, require_yes
from domain.awaited import (
    AnswerTo,
    ByAdoption,
    ByAnswer,
    ByDay,
    ByDecision,
    ByDocument,
    ByEvaluation,
    DayReached,
    DecisionOf,
    EvaluationOf,
    LawOrAgreement,
    PartyAdopts,
    Pending,
    Proof,
)
from domain.bodies import acts_as
from domain.decided import Taken
from domain.handing_over import heir
from domain.kernel import Asked, known
from domain.names import AgreementId, BodyId, PartyId, ReferralId
from domain.referral import Closed, End
from domain.refusal import Refused
from domain.text import Text


def require_proof(proof: Proof[Text], met: bool, state: Pending, asked: Asked) -> None:
    """Refuse a proof that is not of the awaited kind, or not yet there."""
    match state.awaits, proof:
        case DecisionOf(body=body), ByDecision(decision=taken):
            return _require_decision(taken, body, met, state, asked)
        case AnswerTo(referral=awaited), ByAnswer(referral=answered):
            proves = _is_same(awaited, answered, asked) and _is_answered(answered, met, asked)
        case EvaluationOf(initiative=awaited, stage=stage), ByEvaluation(initiative=evaluated, stage=reached):
            is_awaited = stage is reached and _is_same(awaited, evaluated, asked)
            proves = is_awaited and initiative.evaluated(asked.see, evaluated, stage)
        case LawOrAgreement(), ByDocument(document=document):
            known(asked, document)
            proves = True
        case PartyAdopts(agreement=awaited, parties=parties), ByAdoption(agreement=adopted, party=party):
            proves = awaited == adopted and party in parties and _is_adopted(awaited, parties, party, met, asked)
        case DayReached(day=day), ByDay(day=reached):
            if asked.today < day:
                raise Refused("condition.too-early", day=day)
            proves = met and day == reached
        case _:
            proves = False
    if not proves:
        raise Refused("condition.proof-mismatch")
    return None


def _is_adopted(agreement: AgreementId, parties: tuple[PartyId, ...], party: PartyId, met: bool, asked: Asked) -> bool:
    """Whether the party has adopted; and to meet the condition, whether all that are awaited have."""
    if met:
        for each in parties:
            if not adopted_by(asked.see, agreement, each):
                raise Refused("condition.party-missing", party=each)
    return adopted_by(asked.see, agreement, party)


def _is_same(awaited: str, came: str, asked: Asked) -> bool:
    """Whether what came is the thing that was awaited, or what became of it in another cluster."""
    return heir(asked.see, awaited) == came


def _is_answered(referral: ReferralId, met: bool, asked: Asked) -> bool:
    """Whether the question has ended; what was declined or withdrawn meets nothing."""
    state = asked.see(referral)
    return isinstance(state, Closed) and (not met or state.end is End.ANSWERED)


def _require_decision(taken: Taken, body: BodyId, met: bool, state: Pending, asked: Asked) -> None:
    """Refuse a decision that is not what was awaited: of another body, without a yes or a no, or taken too early.

    Days do not tell which of two decisions on one day came first. So one of the very day proves only as its own effect:
    it is then being recorded while the condition already stands.
    """
    other, decision = in_effect(asked.see, taken)
    if not acts_as(asked.see, other, body) or taken == state.set_by:
        raise Refused("condition.proof-mismatch")
    if met:
        require_yes(decision)
    else:
        require_settled(decision)
    earliest, _ = days_of(taken, decision)
    if earliest < state.opened_on or (earliest == state.opened_on and not _follows_from(taken, asked)):
        raise Refused("condition.decided-before", decision=taken.label, day=state.opened_on)


def _follows_from(taken: Taken, asked: Asked) -> bool:
    """Whether the command is an effect of that decision."""
    cause = asked.cause
    return (
        cause is not None and cause.stream == taken.meeting and getattr(cause.event, "decision", None) == taken.decision
    )
