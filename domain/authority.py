"""Authority (hjemmel): what a decision in the record gives the right to (domain-model §0 and §5.4).

Recording a decision asks none of this; its effects do. A decision gives authority by its body, its outcome, its standing and
its day, and where one of these is not known it gives none.
"""

from typing import Any

from domain import paths
from domain.dates import Day, Days
from domain.decided import Cited, DecisionRef, Taken
from domain.kernel import Asked, See, known, same_scope
from domain.meeting.state import Decision, Standing, decision_taken
from domain.names import BodyId, Label, scope_of
from domain.outcomes import Plain, PlainOutcome, authorises, outcome_word
from domain.paths import Path, Paths, Step, Subject
from domain.refusal import Refused


def in_effect(see: See, taken: Taken) -> tuple[BodyId, Decision]:
    """The body that took a decision, and the decision, which stands.

    Raises Refused `decision.unknown`, `decision.waiting`, `decision.fallen`, `decision.superseded`.
    """
    body, decision = decision_taken(see, taken)
    if decision.standing is Standing.WAITING:
        raise Refused("decision.waiting", decision=taken.label, condition=min(decision.waits))
    if decision.standing is Standing.FALLEN:
        raise Refused("decision.fallen", decision=taken.label)
    if decision.standing is Standing.SUPERSEDED:
        raise Refused("decision.superseded", decision=taken.label)
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
    paths.require_step(asked.see, scope_of(asked.stream), subject, step, body, days_of(taken, decision))
    return decision


def require_any_step(asked: Asked, subject: Subject, taken: Taken) -> None:
    """Refuse unless the decision is in effect and takes some step of the subject's path that its body holds."""
    body, decision = in_effect(asked.see, taken)
    steps = paths.steps_held(asked.see, scope_of(asked.stream), subject, body, days_of(taken, decision))
    if not any(authorises(decision.outcome, step) for step in steps):
        raise _not_affirmative(decision)


def require_binding_step(asked: Asked, subjects: tuple[Subject, ...], taken: Taken) -> None:
    """Refuse unless the decision is in effect and takes a binding step of the path of one of the subjects.

    Raises Refused `mandate.none` where no path is set, `mandate.other-body` where no binding step is the body's.
    """
    body, decision = in_effect(asked.see, taken)
    days, refusals = days_of(taken, decision), []
    for subject in subjects:
        try:
            step = paths.binding_step(asked.see, scope_of(asked.stream), subject, body, days)
        except Refused as refused:
            refusals.append(refused)
        else:
            return require_yes(decision, step)
    raise next((each for each in refusals if each.code == "mandate.other-body"), refusals[0])


def yes_of(asked: Asked, taken: Taken) -> BodyId:
    """The body of this scope that said yes, by a decision in effect, whatever its subject."""
    same_scope(asked, taken.meeting)
    body, decision = in_effect(asked.see, taken)
    require_yes(decision)
    return body


def acting_body(asked: Asked, by_body: BodyId | None, decision: DecisionRef[Any] | None) -> BodyId | None:
    """Whose act it is: of the body that decided it, or of the one named where only a paper or the table tells.

    Raises Refused `decision.other-body` where the one named did not take the decision.
    """
    known(asked, by_body)
    same_scope(asked, by_body)
    match decision:
        case Taken():
            body = yes_of(asked, decision)
            if by_body not in (None, body):
                raise Refused("decision.other-body", body=body, decision=decision.label)
            return body
        case Cited():
            known(asked, decision.document)
    return by_body


def require_all_steps(asked: Asked, subject: Subject, taken: Taken) -> BodyId:
    """The body whose one decision in effect is all that a subject's path asks for.

    Raises Refused `mandate.other-body` where a binding step lies with another body.
    """
    same_scope(asked, taken.meeting)
    body, decision = in_effect(asked.see, taken)
    left = missing(asked.see, scope_of(asked.stream), subject, (taken,), days_of(taken, decision)[0])
    if not left:
        return body
    require_any_step(asked, subject, taken)
    raise Refused("mandate.other-body", step=left[0].step, body=left[0].body, other=body)


def deciding_body(asked: Asked, ref: DecisionRef[Any]) -> BodyId | None:
    """The body whose decision it is; None where only a paper tells."""
    return decision_taken(asked.see, ref)[0] if isinstance(ref, Taken) else None


def first_day(ref: DecisionRef[Any], from_on: Day | None, asked: Asked) -> Day | None:
    """From when a decision counts that names no day: from the last day it can have been taken on, if any is known."""
    if from_on is not None or not isinstance(ref, Taken):
        return from_on
    days = decision_taken(asked.see, ref)[1].days
    return None if days is None else days[1]


def begins(ref: DecisionRef[Any], from_on: Day | None, asked: Asked) -> Day | None:
    """The first day on which something about who decides counts.

    Raises Refused `decision.undated` where neither the decision's own day nor another is named.
    """
    first = first_day(ref, from_on, asked)
    if first is None and isinstance(ref, Taken):
        raise Refused("decision.undated", decision=ref.label)
    return first


def missing(
    see: See, scope: str, subject: Subject, decisions: tuple[Taken, ...], on: Day, *, though_waiting: bool = False
) -> tuple[Step, ...]:
    """The binding steps that none of the decisions takes, in order (domain-model §5.4).

    A decision takes a step by its body, its outcome, its standing and its day, and not before the step above was taken.
    The path of the day of the first of them applies to the whole matter; where there is none, that of `on`.
    `though_waiting` counts decisions that still wait for a condition, too: for what itself waits for the same.
    Raises Refused `mandate.none` where nobody is on record as deciding.
    """
    held = paths.paths_of(see, scope, subject)
    standing = {Standing.IN_EFFECT, Standing.WAITING} if though_waiting else {Standing.IN_EFFECT}
    weighed = sorted(_weighed(see, decisions, standing), key=lambda each: each[1])
    days = next((each[1] for each in weighed if _takes_some(each, held)), (on, on))
    # Where the day is uncertain, as much is missing as on any of the days.
    return max((_left(weighed, held, path) for path in paths.paths_within(held, subject, days)), key=len)


def require_path(asked: Asked, subject: Subject, decisions: tuple[Taken, ...]) -> None:
    """Refuse unless the decisions, in effect, take every binding step. Raises Refused `mandate.step-missing`."""
    same_scope(asked, *(taken.meeting for taken in decisions))
    for step in missing(asked.see, scope_of(asked.stream), subject, decisions, asked.today):
        raise step_missing(step)


def step_missing(step: Step) -> Refused:
    """What a step that nobody has taken is refused with."""
    return Refused("mandate.step-missing", step=step.step, body=step.body)


Weighed = tuple[BodyId, Days, Decision]


def _weighed(see: See, decisions: tuple[Taken, ...], standing: set[Standing]) -> list[Weighed]:
    """Those that stand so and whose day is known, if only within a span."""
    found = []
    for taken in decisions:
        body, decision = decision_taken(see, taken)
        if decision.standing in standing and decision.days is not None:
            found.append((body, decision.days, decision))
    return found


def _binding(path: Path) -> list[Step]:
    return [step for step in path.steps if step.binding]


def _takes(weighed: Weighed, step: Step, held: Paths, path: Path) -> bool:
    body, days, decision = weighed
    if path.from_on is not None and days[0] < path.from_on:
        return False
    return authorises(decision.outcome, step.step) and paths.decides_within(held, path, step.step, days) == body


def _takes_some(weighed: Weighed, held: Paths) -> bool:
    """Whether a decision takes a binding step of the path of its day."""
    path = paths.path_on(held, weighed[1][0])
    return path is not None and any(_takes(weighed, step, held, path) for step in _binding(path))


def _left(weighed: list[Weighed], held: Paths, path: Path) -> tuple[Step, ...]:
    left: list[Step] = []
    not_before: Day = ""
    for step in _binding(path):
        taken = next((each for each in weighed if each[1][0] >= not_before and _takes(each, step, held, path)), None)
        if taken is None:
            left.append(step)
        else:
            not_before = taken[1][1]
    return tuple(left)


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
