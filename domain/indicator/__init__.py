"""Indicator (indikator, belægning): one value per period, corrections kept; what its target is, and what is thought of that."""

from typing import Any

from domain.indicator import figures, target
from domain.indicator.figures import PERIODS_MAX, Corrected, CorrectValue, Doubted, DoubtValue, Report, Reported
from domain.indicator.state import Measured, Standing, State
from domain.indicator.target import Define, Defined, JudgeTarget, TargetJudged
from domain.kernel import Asked, Event, Kind
from domain.nouns import commands_of, events_of
from domain.refusal import Reasons

__all__ = [
    "INDICATOR", "PERIODS_MAX", "CorrectValue", "Corrected", "Define", "Defined", "DoubtValue", "Doubted", "JudgeTarget",
    "Measured", "Report", "Reported", "Standing", "State", "TargetJudged",
]  # fmt: skip


def evolve(state: Any, event: Any) -> State:
    return target.evolve(state, event) if isinstance(event, target.Events) else figures.evolve(state, event)


def decide(command: Any, state: Any, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, target.Commands):
        return target.decide(command, state, asked)
    return figures.decide(command, state, asked)


REFUSALS: Reasons = {
    "indicator.exists": ("Indikatoren findes.", "The indicator exists."),
    "indicator.unit-mismatch": ("Værdien er ikke i {unit}.", "The value is not in {unit_en}."),
    "indicator.nothing-reported": (
        "Skriv en værdi for {period}, om målet er nået, eller hvilket papir tallet står i.",
        "Give a value for {period}, whether the target is met, or the paper that holds the figure.",
    ),
    "indicator.not-yet": ("{period} er ikke begyndt.", "{period} has not begun."),
    "indicator.already-reported": ("Der er en værdi for {period}; ret den i stedet.",
                                   "There is a value for {period}; correct it instead."),
    "indicator.not-reported": ("Der er ingen værdi for {period}.", "There is no value for {period}."),
    "indicator.no-target": ("Indikatoren har intet mål.", "The indicator has no target."),
    "indicator.other-body": ("Beslutningen er truffet af {body}, ikke af {other}.",
                             "The decision was taken by {body}, not by {other}."),
    "indicator.full": ("En indikator har højst {count} perioder.", "An indicator has at most {count} periods."),
}  # fmt: skip

INDICATOR = Kind(
    name="indicator",
    danish="indikator",
    events=events_of(target, figures),
    commands=commands_of(target, figures),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
