"""Who decides about what? The mandates (kompetencer) of a scope: for each subject the steps of its paths.

Topic `{scope}/mandates`. Keys: `{subject}/path/{from}` and `{subject}/source/{from}`, by the day it applies from, or `always`;
`{subject}/left/{body}/{step}`, what is left to a body, as given last.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.decided import Taken
from domain.delegation import Delegated, DelegationEnded
from domain.kernel import Recorded
from domain.mandate import PathSet
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.said import SaidDate
from projections.sources import source_of
from projections.validity import Validity
from projections.view import Get, Named, Rows, Sight, View


class StepRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """One body's part of a path."""

    step: str
    body: N
    binding: bool


class PathRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="path"):
    """Who decides about a subject from a day on, in order."""

    mandate: N
    subject: str
    steps: tuple[StepRow[N], ...]
    version: int
    """Of the mandate's stream, when the path was set."""
    position: int
    from_on: Day | None = None
    terms: T | None = None


class SourceRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="source"):
    """What a path rests on: a decision of the record, or one that a paper cites."""

    mandate: N
    version: int
    position: int
    decision: Place[N] | None = None
    who: T | None = None
    words: T | None = None
    on: SaidDate[T] | None = None
    document: N | None = None


class LeftRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="left"):
    """A step that the body that holds it leaves to another, from a day to a day (bemyndigelse)."""

    mandate: N
    step: str
    from_body: N
    to_body: N
    version: int
    """Of the mandate's stream, when it was given or ended."""
    position: int
    from_on: Day | None = None
    ceases_on: Day | None = None
    terms: T | None = None
    decision: Place[N] | None = None


Row = PathRow[Kept, str] | SourceRow[Kept, str] | LeftRow[Kept, str]
Shown = PathRow[str | None, Named] | SourceRow[str | None, Named] | LeftRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, mandate = recorded.event, recorded.stream
    topic = f"{scope_of(mandate)}/mandates|{name_of(mandate)}"
    match event:
        case PathSet():
            path = PathRow[Kept, str](
                mandate=mandate,
                subject=event.subject,
                steps=tuple(StepRow(step=each.step, body=each.body, binding=each.binding) for each in event.steps),
                from_on=event.from_on,
                terms=event.terms,
                version=recorded.version,
                position=recorded.position,
            )
            source = SourceRow[Kept, str](
                mandate=mandate, version=recorded.version, position=recorded.position, **source_of(event.source)
            )
            begins = event.from_on or "always"
            return {f"{topic}/path/{begins}": path, f"{topic}/source/{begins}": source}
        case Delegated():
            left = LeftRow[Kept, str](
                mandate=mandate,
                step=event.step,
                from_body=event.from_body,
                to_body=event.to_body,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                terms=event.terms,
                decision=place_of(event.source) if isinstance(event.source, Taken) else None,
                version=recorded.version,
                position=recorded.position,
            )
            return {f"{topic}/left/{name_of(event.to_body)}/{event.step}": left}
        case DelegationEnded():
            key = f"{topic}/left/{name_of(event.to_body)}/{event.step}"
            ended = {"ceases_on": event.ceases_on, "version": recorded.version, "position": recorded.position}
            return {key: msgspec.structs.replace(get(key), **ended)}
        case _:
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_event(row.mandate, row.version) else reveal(row, sight)


MANDATES = View(
    name="mandates",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset({PathSet, Delegated, DelegationEnded}),
    evolve=evolve,
    show=show,
    closes=True,
    validity={PathRow: Validity(ends=None, replaced=True), LeftRow: Validity()},
)
