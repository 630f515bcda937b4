"""Mandate (kompetence, bemyndigelse): for one subject, one path of bodies on any day (domain-model §5.4).

Where no source says who decides, nothing moves: default deny.
"""

from typing import assert_never

from msgspec import Struct

from domain.dates import Day, Days, in_force
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Kind, See, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, Label, MandateId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said_if
from domain.words import Word

STEPS_MAX = 12


class Subject(Word):
    """What rules ask about: the name of the mandate in every scope, and what people call it."""

    JOINT_FUNDS = "joint-funds", "klyngemidler"


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One body's part of the path, in order."""

    step: Label
    """What it does: `indstille`, `vælge`, `endeligt godkende`."""
    body: BodyId
    binding: bool
    """Whether nothing moves without it."""


# --- events ---


class PathSet(Event, frozen=True, kw_only=True):
    """Who decides about the subject."""

    tag = "mandate.path-set"
    rank = 4
    da = "Om {subject} gælder[ fra {from_on}]: {steps}."
    en = "On {subject}[, from {from_on}]: {steps}."

    subject: Label
    steps: tuple[Step, ...]
    source: DecisionRef[Kept]
    terms: Kept | None = None
    from_on: Day | None = None


# --- state ---


class Path(Struct, frozen=True, kw_only=True):
    """The steps in force from a day."""

    steps: tuple[Step, ...]
    from_on: Day | None


class Paths(Struct, frozen=True, kw_only=True):
    """Every path the subject has had, in the order entered."""

    subject: Label
    paths: tuple[Path, ...]


State = Unknown | Paths


def evolve(state: State, event: PathSet) -> State:
    earlier = state.paths if isinstance(state, Paths) else ()
    return Paths(subject=event.subject, paths=(*earlier, Path(steps=event.steps, from_on=event.from_on)))


def path_on(paths: Paths, on: Day) -> Path | None:
    """The path in force on a day: the one that began last, in whatever order they were entered."""
    begun = (path for path in paths.paths if in_force(path.from_on, None, on))
    return max(begun, key=lambda path: path.from_on or "", default=None)


def mandate_of(subject: Subject, scope: str) -> MandateId:
    """The mandate that says who decides about a subject in a scope."""
    return f"{scope}/mandate/{subject}"


def require_step(see: See, scope: str, subject: Subject, step: Label, body: BodyId, days: Days) -> None:
    """Refuse unless `body` holds `step` of the subject's path, whichever of the days it is asked about.

    Raises Refused `mandate.none` where no path is set, `mandate.other-body` where another body holds the step.
    """
    for path in _paths_within(see, scope, subject, days):
        holders = [each.body for each in path.steps if each.step == step]
        if body not in holders:
            raise Refused("mandate.other-body", step=step, body=holders[0] if holders else "–", other=body)


def steps_held(see: See, scope: str, subject: Subject, body: BodyId, days: Days) -> frozenset[Label]:
    """The steps a body holds on every one of the days. Raises Refused `mandate.none`, `mandate.no-step`."""
    held = [
        frozenset(each.step for each in path.steps if each.body == body)
        for path in _paths_within(see, scope, subject, days)
    ]
    always = frozenset.intersection(*held)
    if not always:
        raise Refused("mandate.no-step", body=body, subject=subject.da, subject_en=subject.en)
    return always


def _paths_within(see: See, scope: str, subject: Subject, days: Days) -> tuple[Path, ...]:
    """Every path that may have been in force: an uncertain day gives no authority that it might not have had."""
    earliest, latest = days
    state = see(mandate_of(subject, scope))
    paths = state.paths if isinstance(state, Paths) else ()
    begins = {path.from_on for path in paths if path.from_on is not None and earliest < path.from_on <= latest}
    within = [path_on(state, day) for day in (earliest, *begins)] if paths else [None]
    if None in within:
        raise Refused("mandate.none", subject=subject.da, subject_en=subject.en)
    return tuple(path for path in within if path is not None)


# --- commands ---


class SetPath(Command, frozen=True, kw_only=True):
    """Fastlæg, hvem der beslutter om et emne."""

    verb = "set-path"
    who = (Who.SECRETARIAT,)
    gives = (PathSet,)
    creates = True

    subject: Label
    steps: tuple[Step, ...]
    source: DecisionRef[Text]
    terms: Text | None = None
    from_on: Day | None = None


def decide(command: SetPath, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case SetPath():
            return _set_path(command, state, asked)
        case _:
            assert_never(command)


def _set_path(command: SetPath, state: State, asked: Asked) -> tuple[Event, ...]:
    bodies = tuple(step.body for step in command.steps)
    known(asked, *bodies)
    same_scope(asked, *bodies)
    known_decisions(asked, command.source)
    if len(command.steps) > STEPS_MAX:
        raise Refused("mandate.too-many-steps", count=STEPS_MAX)
    if not any(step.binding for step in command.steps):
        raise Refused("mandate.no-binding-step")
    if isinstance(state, Paths) and any(path.from_on == command.from_on for path in state.paths):
        raise Refused("mandate.overlap", day=command.from_on or "–")
    return (
        PathSet(
            subject=command.subject,
            steps=command.steps,
            source=keep(command.source),
            terms=said_if(command.terms),
            from_on=command.from_on,
        ),
    )


REFUSALS: Reasons = {
    "mandate.none": ("Der er ikke registreret, hvem der beslutter om {subject}.",
                     "Nobody is on record as deciding about {subject_en}."),
    "mandate.no-step": ("{body} har ingen del i beslutninger om {subject}.", "{body} has no part in decisions about {subject_en}."),
    "mandate.other-body": ("»{step}« ligger hos {body}, ikke hos {other}.", "“{step}” lies with {body}, not with {other}."),
    "mandate.no-binding-step": ("Mindst ét trin skal være afgørende.", "At least one step must be binding."),
    "mandate.too-many-steps": ("En vej har højst {count} trin.", "A path has at most {count} steps."),
    "mandate.overlap": ("Der gælder allerede en vej fra {day}.", "A path already applies from {day}."),
}  # fmt: skip

MANDATE = Kind(
    name="mandate",
    danish="kompetence",
    events=(PathSet,),
    commands=(SetPath,),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
