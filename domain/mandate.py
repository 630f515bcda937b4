"""Mandate (kompetence): for one subject, one path of bodies on any day. What they leave to others: delegation.py.

What other rules ask of it stands in paths.py, and in authority.py where decisions are weighed.
"""

from typing import assert_never, get_args

import msgspec

from domain import delegation, paths
from domain.assurance import Assurance
from domain.authority import begins, deciding_body, missing, require_decided
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.names import Label
from domain.paths import (
    STEPS_MAX,
    Path,
    Paths,
    Step,
    Subject,
    decides,
    mandate_of,
    path_on,
)
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said_if

__all__ = ["STEPS_MAX", "Path", "Paths", "Step", "Subject", "decides", "mandate_of", "missing", "path_on"]

# --- events ---


class PathSet(Event, frozen=True, kw_only=True):
    """Who decides about the subject."""

    tag = "mandate.path-set"
    rank = 4
    da = "Om {subject} gælder[ fra {from_on}]: {steps}.[ {terms}]"
    en = "On {subject}[, from {from_on}]: {steps}.[ {terms}]"

    subject: Label
    steps: tuple[Step, ...]
    source: DecisionRef[Kept]
    terms: Kept | None = None
    from_on: Day | None = None


# --- state: see paths.py ---

State = Unknown | Paths


def evolve(state: State, event: PathSet | delegation.Events) -> State:
    if isinstance(event, delegation.Events):
        assert isinstance(state, Paths)
        return delegation.evolve(state, event)
    match event:
        case PathSet():
            set_by = event.source if isinstance(event.source, Taken) else None
            path = Path(steps=event.steps, from_on=event.from_on, set_by=set_by)
            if isinstance(state, Unknown):
                return Paths(subject=event.subject, paths=(path,))
            return msgspec.structs.replace(state, subject=event.subject, paths=(*state.paths, path))
        case _:
            assert_never(event)


# --- commands ---


class SetPath(Command, frozen=True, kw_only=True):
    """Fastlæg, hvem der beslutter om et emne."""

    verb = "set-path"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (PathSet,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    subject: Label
    steps: tuple[Step, ...]
    source: DecisionRef[Text]
    terms: Text | None = None
    from_on: Day | None = None


def decide(command: SetPath | delegation.Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    require_decided(asked, command.source)
    if isinstance(command, delegation.Commands):
        assert isinstance(state, Paths)
        return delegation.decide(command, state, asked)
    match command:
        case SetPath():
            return _set_path(command, state, asked)
        case _:
            assert_never(command)


def _set_path(command: SetPath, state: State, asked: Asked) -> tuple[Event, ...]:
    bodies = tuple(step.body for step in command.steps)
    known(asked, *bodies)
    same_scope(asked, *bodies)
    if len(command.steps) > STEPS_MAX:
        raise Refused("mandate.too-many-steps", count=STEPS_MAX)
    if not any(step.binding for step in command.steps):
        raise Refused("mandate.no-binding-step")
    if len({step.step for step in command.steps}) < len(command.steps):
        raise Refused("mandate.step-twice")
    from_on = begins(command.source, command.from_on, asked)
    if isinstance(state, Paths):
        if any(path.from_on == from_on for path in state.paths):
            raise Refused("mandate.overlap", day=from_on or "–")
        _require_own_path(command, from_on, state, asked)
    return (
        PathSet(
            subject=command.subject,
            steps=command.steps,
            source=keep(command.source),
            terms=said_if(command.terms),
            from_on=from_on,
        ),
    )


def _require_own_path(command: SetPath, from_on: Day | None, state: Paths, asked: Asked) -> None:
    """A path is changed by the body that set it; one that a paper tells of, by those without whom nothing moves."""
    body = deciding_body(asked, command.source)
    path = path_on(state, from_on or asked.today)
    if body is None or path is None:
        return
    told = [step.body for step in path.steps if step.binding]
    owners = told if path.set_by is None else [asked.see(path.set_by.meeting).body]
    if body not in owners:
        raise Refused("mandate.not-yours", body=owners[0], subject=state.subject)


REFUSALS: Reasons = paths.REFUSALS | delegation.REFUSALS | {
    "mandate.no-binding-step": ("Mindst ét trin skal være afgørende.", "At least one step must be binding."),
    "mandate.too-many-steps": ("En vej har højst {count} trin.", "A path has at most {count} steps."),
    "mandate.step-twice": ("Et trin står to gange; giv hvert trin sit eget navn.",
                           "A step stands twice; give each step a name of its own."),
    "mandate.overlap": ("Der gælder allerede en vej fra {day}.", "A path already applies from {day}."),
}  # fmt: skip

MANDATE = Kind(
    name="mandate",
    danish="kompetence",
    events=(PathSet, *get_args(delegation.Events)),
    commands=(SetPath, *get_args(delegation.Commands)),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
