"""Paths (veje): for one subject the bodies that decide, in order, on any day, delegation applied (domain-model §5.4). Pure.

Where no source says who decides, nothing moves: default deny. An uncertain day gives no authority that it might not have had.
"""

from msgspec import Struct

from domain.dates import Day, Days, in_force
from domain.decided import Taken
from domain.kernel import See
from domain.names import BodyId, Label, MandateId
from domain.refusal import Refused
from domain.words import Word

STEPS_MAX = 12


class Subject(Word):
    """What rules ask about: the name of the mandate in every scope, and what people call it. Papers may speak of others."""

    JOINT_FUNDS = "joint-funds", "klyngemidler"
    ACTION_PLAN = "action-plan", "handleplanen"
    INITIATIVE_CONFIRMATION = "initiative-confirmation", "ordrebekræftelser"
    INITIATIVE_DEVIATION = "initiative-deviation", "afvigelser"
    IMPROVEMENT_PROJECT = "improvement-project", "forbedringsprojekter"
    AGREEMENTS = "agreements", "samarbejdsaftaler"
    APPOINTMENTS = "appointments", "udpegninger"
    CRISIS_MEETINGS = "crisis-meetings", "krisemøder"
    DISSOLUTION = "dissolution", "ophør og overdragelse"


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One body's part of the path, in order."""

    step: Label
    """What it does: `indstille`, `vælge`, `endeligt godkende`."""
    body: BodyId
    binding: bool
    """Whether nothing moves without it."""


class Path(Struct, frozen=True, kw_only=True):
    """The steps in force from a day."""

    steps: tuple[Step, ...]
    from_on: Day | None
    set_by: Taken | None = None
    """The decision that set it; None where a paper tells of it."""


class Delegation(Struct, frozen=True, kw_only=True):
    """A step that the body that holds it leaves to another, within days."""

    step: Label
    from_body: BodyId
    to_body: BodyId
    from_on: Day | None
    ceases_on: Day | None


class Paths(Struct, frozen=True, kw_only=True):
    """Every path the subject has had and every delegation, in the order entered."""

    subject: Label
    paths: tuple[Path, ...]
    delegations: tuple[Delegation, ...] = ()


def mandate_of(subject: str, scope: str) -> MandateId:
    """The mandate that says who decides about a subject in a scope."""
    return f"{scope}/mandate/{subject}"


def path_on(paths: Paths, on: Day) -> Path | None:
    """The path in force on a day: the one that began last, in whatever order they were entered."""
    begun = (path for path in paths.paths if in_force(path.from_on, None, on))
    return max(begun, key=lambda path: path.from_on or "", default=None)


def holder_in(path: Path, step: Label) -> BodyId | None:
    """The body to which a path gives a step."""
    return next((each.body for each in path.steps if each.step == step), None)


def delegated_on(paths: Paths, step: Label, holder: BodyId, on: Day) -> Delegation | None:
    """The delegation of a step by the body that holds it, in force on a day."""
    for each in paths.delegations:
        if (each.step, each.from_body) == (step, holder) and in_force(each.from_on, each.ceases_on, on):
            return each
    return None


def may_end(delegation: Delegation, step: Label, to_body: BodyId, ceases_on: Day) -> bool:
    """Whether this delegation holds until that day, and would go on."""
    holds = in_force(delegation.from_on, delegation.ceases_on, ceases_on)
    return holds and (delegation.step, delegation.to_body) == (step, to_body)


def decides(see: See, scope: str, subject: str, step: Label, on: Day) -> BodyId | None:
    """The body that takes a step on a day: whoever holds it, or to whom that body has left it. None: nobody on record."""
    state = see(mandate_of(subject, scope))
    path = path_on(state, on) if isinstance(state, Paths) else None
    return None if path is None else _taker(state, path, step, on)


def decides_within(paths: Paths, path: Path, step: Label, days: Days) -> BodyId | None:
    """The body that takes a step of a path, whichever of the days it is asked about; None where it differs."""
    takers = {_taker(paths, path, step, day) for day in _turning_days(paths, days)}
    return takers.pop() if len(takers) == 1 else None


def require_step(see: See, scope: str, subject: Subject, step: Label, body: BodyId, days: Days) -> None:
    """Refuse unless `body` takes `step` of the subject's path, whichever of the days it is asked about.

    Raises Refused `mandate.none` where no path is set, `mandate.other-body` where another body takes the step.
    """
    paths = paths_of(see, scope, subject)
    for path, day in _within(paths, subject, days):
        taker = _taker(paths, path, step, day)
        if taker != body:
            raise Refused("mandate.other-body", step=step, body=taker or "–", other=body)


def steps_held(see: See, scope: str, subject: Subject, body: BodyId, days: Days) -> frozenset[Label]:
    """The steps a body takes on every one of the days. Raises Refused `mandate.none`, `mandate.no-step`."""
    paths = paths_of(see, scope, subject)
    held = [
        frozenset(each.step for each in path.steps if _taker(paths, path, each.step, day) == body)
        for path, day in _within(paths, subject, days)
    ]
    always = frozenset.intersection(*held)
    if not always:
        raise Refused("mandate.no-step", body=body, subject=subject.da, subject_en=subject.en)
    return always


def binding_step(see: See, scope: str, subject: Subject, body: BodyId, days: Days) -> Label:
    """A binding step that a body takes on every one of the days. Raises Refused `mandate.none`, `mandate.other-body`."""
    paths = paths_of(see, scope, subject)
    within = _within(paths, subject, days)
    held = [
        [each.step for each in path.steps if each.binding and _taker(paths, path, each.step, day) == body]
        for path, day in within
    ]
    always = next((step for step in held[0] if all(step in each for each in held)), None)
    if always is None:
        path, day = within[0]
        first = next(each.step for each in path.steps if each.binding)
        raise Refused("mandate.other-body", step=first, body=_taker(paths, path, first, day) or "–", other=body)
    return always


def paths_of(see: See, scope: str, subject: Subject) -> Paths:
    """All that is on record about who decides. Raises Refused `mandate.none`."""
    state = see(mandate_of(subject, scope))
    if not isinstance(state, Paths):
        raise Refused("mandate.none", subject=subject.da, subject_en=subject.en)
    return state


def paths_within(paths: Paths, subject: Subject, days: Days) -> tuple[Path, ...]:
    """Every path that may have been in force. Raises Refused `mandate.none` where there may have been none."""
    return tuple(path for path, _ in _within(paths, subject, days))


def _taker(paths: Paths, path: Path, step: Label, on: Day) -> BodyId | None:
    holder = holder_in(path, step)
    delegation = None if holder is None else delegated_on(paths, step, holder, on)
    return holder if delegation is None else delegation.to_body


def _within(paths: Paths, subject: Subject, days: Days) -> tuple[tuple[Path, Day], ...]:
    """Every state of things that may have been so on some of the days. Raises Refused `mandate.none`."""
    found = []
    for day in _turning_days(paths, days):
        path = path_on(paths, day)
        if path is None:
            raise Refused("mandate.none", subject=subject.da, subject_en=subject.en)
        found.append((path, day))
    return tuple(found)


def _turning_days(paths: Paths, days: Days) -> tuple[Day, ...]:
    """The first of the days, and those among them on which something about who decides changes."""
    earliest, latest = days
    turns = {path.from_on for path in paths.paths}
    for delegation in paths.delegations:
        turns |= {delegation.from_on, delegation.ceases_on}
    return (earliest, *sorted(day for day in turns if day is not None and earliest < day <= latest))


REFUSALS = {
    "mandate.step-missing": ("Der mangler beslutning i {body} om trinnet »{step}«.",
                             "The decision of {body} on the step “{step}” is missing."),
    "mandate.none": ("Der er ikke registreret, hvem der beslutter om {subject}.",
                     "Nobody is on record as deciding about {subject_en}."),
    "mandate.no-step": ("{body} har ingen del i beslutninger om {subject}.", "{body} has no part in decisions about {subject_en}."),
    "mandate.other-body": ("»{step}« ligger hos {body}, ikke hos {other}.", "“{step}” lies with {body}, not with {other}."),
}  # fmt: skip
