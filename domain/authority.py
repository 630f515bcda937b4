"""Authority (hjemmel): what a decision in the record gives the right to (domain-model §0 and §5.4).

Recording a decision asks none of this; its effects do. A decision gives authority by its body, its outcome, its standing and
its day, and where one of these is not known it gives none.
"""

from typing import Any

from domain import mandate
from domain.dates import Days
from domain.decided import Cited, DecisionRef, Taken
from domain.kernel import Asked, See, known, same_scope
from domain.mandate import Subject
from domain.meeting.state import Decision, Standing, decision_taken
from domain.names import BodyId, Label, scope_of
from domain.outcomes import Plain, PlainOutcome, authorises, outcome_word
from domain.refusal import Refused


def in_effect(see: See, taken: Taken) -> tuple[BodyId, Decision]:
    """The body that took a decision, and the decision, which stands.

    Raises Refused `decision.unknown`, `decision.waiting`, `decision.fallen`.
    """
    body, decision = decision_taken(see, taken)
    if decision.standing is Standing.WAITING:
        raise Refused("decision.waiting", decision=taken.label, condition=min(decision.waits))
    if decision.standing is Standing.FALLEN:
        raise Refused("decision.fallen", decision=taken.label)
    return body, decision


def require_yes(decision: Decision, step: Label | None = None) -> None:
    """Refuse a decision whose outcome does not say yes, or does not take the step of the path it is cited for."""
    if not authorises(decision.outcome, step):
        raise _not_affirmative(decision)


def require_settled(decision: Decision, step: Label | None = None) -> None:
    """Refuse a decision that says neither yes nor no: »drøftet« turns nothing down and fails nothing."""
    if decision.outcome != Plain(outcome=PlainOutcome.NOT_APPROVED):
        require_yes(decision, step)


def days_of(taken: Taken, decision: Decision) -> Days:
    """The first and last day a decision can have been taken. Raises Refused `decision.undated` where no paper says."""
    if decision.days is None:
        raise Refused("decision.undated", decision=taken.label)
    return decision.days


def decided_by_holder(asked: Asked, subject: Subject, step: Label, taken: Taken) -> Decision:
    """A decision in effect of the body that holds a step of the subject's path, whichever day it was taken on."""
    body, decision = in_effect(asked.see, taken)
    mandate.require_step(asked.see, scope_of(asked.stream), subject, step, body, days_of(taken, decision))
    return decision


def require_any_step(asked: Asked, subject: Subject, taken: Taken) -> None:
    """Refuse unless the decision is in effect and takes some step of the subject's path that its body holds."""
    body, decision = in_effect(asked.see, taken)
    steps = mandate.steps_held(asked.see, scope_of(asked.stream), subject, body, days_of(taken, decision))
    if not any(authorises(decision.outcome, step) for step in steps):
        raise _not_affirmative(decision)


def require_decided(asked: Asked, ref: DecisionRef[Any]) -> None:
    """Refuse what stands in the record as something else than a yes in effect, of a body of this scope.

    A decision known from a paper is taken at its word: nothing but the paper tells how it stands.
    """
    match ref:
        case Taken():
            same_scope(asked, ref.meeting)
            require_yes(in_effect(asked.see, ref)[1])
        case Cited():
            known(asked, ref.document)


def _not_affirmative(decision: Decision) -> Refused:
    word = outcome_word(decision.outcome)
    return Refused("decision.not-affirmative", outcome=word.da, outcome_en=word.en)
