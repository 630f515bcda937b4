"""Criteria (kriterier): what a fund asks of an application. Some the record judges by itself, the rest a named person attests."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from domain.dates import Year
from domain.names import Label

CRITERIA_MAX = 20


class EvaluationRequired(Struct, frozen=True, tag="evaluation-required", forbid_unknown_fields=True):
    """There is a plan for its evaluation (evaluering). Judged by the plan."""


class StartsIn(Struct, frozen=True, kw_only=True, tag="starts-in", forbid_unknown_fields=True):
    """It begins in a year (opstart). Judged by the day it is to begin."""

    year: Year


class ThemeOrCommitteePilot(Struct, frozen=True, tag="theme-or-committee-pilot", forbid_unknown_fields=True):
    """It belongs to a theme of the plan, or a committee tries something out (pilotprojekt)."""


class NotOperation(Struct, frozen=True, tag="not-operation", forbid_unknown_fields=True):
    """It is no part of daily operation (drift)."""


class NotOwnStaff(Struct, frozen=True, tag="not-own-staff", forbid_unknown_fields=True):
    """It buys nobody out of the applicant's own staff (frikøb)."""


class ProjectPeriodOnly(Struct, frozen=True, tag="project-period-only", forbid_unknown_fields=True):
    """It costs nothing after the project has ended (projektperioden)."""


class NoPromiseOfOperation(Struct, frozen=True, tag="no-promise-of-operation", forbid_unknown_fields=True):
    """Nobody has promised to go on with it (ingen forhåndstilsagn om drift)."""


Attestable = ThemeOrCommitteePilot | NotOperation | NotOwnStaff | ProjectPeriodOnly | NoPromiseOfOperation
"""What only a person can vouch for."""
Criterion = EvaluationRequired | StartsIn | Attestable
Criteria = Annotated[tuple[Criterion, ...], Meta(max_length=CRITERIA_MAX)]

TOLD: Mapping[type, tuple[str, str]] = {
    EvaluationRequired: ("der er en plan for evaluering", "there is a plan for its evaluation"),
    StartsIn: ("opstart i {year}", "begins in {year}"),
    ThemeOrCommitteePilot: ("hører til et tema eller er et udvalgs pilotprojekt", "belongs to a theme or is a committee's pilot"),
    NotOperation: ("er ikke drift", "is not operation"),
    NotOwnStaff: ("frikøber ikke eget personale", "buys out none of one's own staff"),
    ProjectPeriodOnly: ("dækker kun projektperioden", "covers the project period only"),
    NoPromiseOfOperation: ("giver intet tilsagn om senere drift", "promises no operation afterwards"),
}  # fmt: skip
"""criterion -> how it is said in Danish and English"""


def criterion_name(criterion: Criterion) -> Label:
    """The stored name of a criterion: what an application is attested for, and a refusal names."""
    return str(type(criterion).__struct_config__.tag)


def criterion_told(criterion: Criterion) -> tuple[str, str]:
    """A criterion in Danish and English."""
    da, en = TOLD[type(criterion)]
    year = criterion.year if isinstance(criterion, StartsIn) else ""
    return da.format(year=year), en.format(year=year)
