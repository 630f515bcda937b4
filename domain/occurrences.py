"""Occurrences (perioder): what a recurring duty is owed for: a month, a year, a meeting."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from domain.dates import Day
from domain.names import Label
from domain.words import Word


class Recurs(Word):
    """How often something is owed again."""

    MONTHLY = "monthly", "hver måned"
    YEARLY = "yearly", "hvert år"
    EVERY_MEETING = "every-meeting", "til hvert møde"
    """Of the body it is owed to; the occurrence is the meeting's name."""


PERIOD = {Recurs.MONTHLY: re.compile(r"\d{4}-(0[1-9]|1[0-2])"), Recurs.YEARLY: re.compile(r"\d{4}")}
"""How a period is written: `2024-05`, `2024`."""


def period_of(recurs: Recurs, day: Day) -> Label:
    """The month or the year that a day lies in."""
    return day[:7] if recurs is Recurs.MONTHLY else day[:4]


def first_day(period: Label) -> Day:
    """The first day of a month or a year."""
    return f"{period}-01" if len(period) > len("2024") else f"{period}-01-01"


def last_day(period: Label) -> Day:
    """The last day of a month or a year: until then what is owed for it comes in time."""
    year, month = int(period[:4]), int(period[5:] or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def periods(recurs: Recurs, first: Day, last: Day) -> Iterator[Label]:
    """The months, or the years, from one day to another, those that the days lie in included."""
    year, month = int(first[:4]), int(first[5:7])
    while (period := period_of(recurs, f"{year:04}-{month:02}-01")) <= period_of(recurs, last):
        yield period
        year, month = (year + 1, month) if recurs is Recurs.YEARLY else (year + month // 12, month % 12 + 1)
