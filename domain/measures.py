"""Measures (værdier): what an indicator is measured in, and for which period. No floats anywhere."""

from typing import Annotated, assert_never

from msgspec import Meta, Struct

from domain.colours import Colour
from domain.counts import BASIS_POINTS_MAX, Count
from domain.dates import Day
from domain.names import END
from domain.occurrences import first_day as first_of
from domain.occurrences import last_day as last_of
from domain.words import Word

Period = Annotated[
    str,
    Meta(
        pattern=rf"^\d{{4}}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?{END}",
        title="Period",
    ),
]
"""What a value is for: a year `2019`, a quarter `2020-Q3`, a month `2020-09`, a day `2020-09-23`. Never sealed: it is compared."""

Points = Annotated[int, Meta(ge=-BASIS_POINTS_MAX, le=BASIS_POINTS_MAX, title="Points")]
"""Hundredths of a percent, either way: 1000 is 10 %."""


class Unit(Word):
    """What an indicator is measured in."""

    PERCENT = "percent", "procent"
    COUNT = "count", "antal"
    COLOUR = "colour", "farve"
    TIME = "time", "tid"


class Percent(Struct, frozen=True, kw_only=True, tag="percent", forbid_unknown_fields=True):
    """A share, or a change, in hundredths of a percent."""

    bp: Points


class Number(Struct, frozen=True, kw_only=True, tag="count", forbid_unknown_fields=True):
    """A number of things."""

    count: Count


class InColour(Struct, frozen=True, kw_only=True, tag="colour", forbid_unknown_fields=True):
    """Green, yellow or red: how full a hospital is."""

    colour: Colour


class Minutes(Struct, frozen=True, kw_only=True, tag="time", forbid_unknown_fields=True):
    """A time, in whole minutes."""

    minutes: Count


Value = Percent | Number | InColour | Minutes


def unit_of(value: Value) -> Unit:
    """What a value is measured in."""
    match value:
        case Percent():
            return Unit.PERCENT
        case Number():
            return Unit.COUNT
        case InColour():
            return Unit.COLOUR
        case Minutes():
            return Unit.TIME
        case _:
            assert_never(value)


def first_day(period: Period) -> Day:
    """The first day of a period. Whether the calendar has it is another question."""
    if "Q" in period:
        return f"{period[:4]}-{int(period[-1]) * 3 - 2:02}-01"
    return period if len(period) > len("2020-09") else first_of(period)


def last_day(period: Period) -> Day:
    """The last day of a period, by which periods of different lengths stand in order."""
    if "Q" in period:
        return last_of(f"{period[:4]}-{int(period[-1]) * 3:02}")
    return period if len(period) > len("2020-09") else last_of(period)
