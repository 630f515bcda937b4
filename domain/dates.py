"""Days and moments as the record holds them. Nothing here reads a clock."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MICROSECOND = 1_000_000

Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$(?!\n)", title="Day")]
"""A day on the effective axis, `2024-04-09`. `from_on` is the first that counts, `ceases_on` the first that no longer does."""
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$(?!\n)", title="Moment")]
"""A moment in UTC, `2024-04-09T16:00:00Z`."""

YEAR_MIN, YEAR_MAX = 1900, 2999
DAYS_REMEMBERED = 4_096
"""Days of which is known whether the calendar has them: the same few are named all the time."""

Year = Annotated[int, Meta(ge=YEAR_MIN, le=YEAR_MAX, title="Year")]
"""A year of money or of work."""

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
"""Those that the calendar has."""

Days = tuple[Day, Day]
"""Some day from the first to the second, both included; the same day twice where it is known."""


def day_of(recorded_at: int) -> Day:
    """The date in Europe/Copenhagen of a moment in microseconds since 1970 UTC."""
    return datetime.fromtimestamp(recorded_at / MICROSECOND, COPENHAGEN).date().isoformat()


def start_of(day: Day) -> int:
    """When a day begins in Europe/Copenhagen, in microseconds since 1970 UTC."""
    return int(datetime.fromisoformat(day).replace(tzinfo=COPENHAGEN).timestamp()) * MICROSECOND


def day_after(day: Day) -> Day:
    """The next day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def days_before(day: Day, count: int) -> Day:
    """The day so many days earlier, or the first there is."""
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - count)).isoformat()


@lru_cache(DAYS_REMEMBERED)
def is_day(text: str) -> bool:
    """Whether the calendar has this day, written as days are here: Python reads weeks and bare digits too."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_moment(text: str) -> bool:
    """Whether the calendar and the clock have this moment, in Copenhagen too, where the year 9999 ends earlier."""
    try:
        day_of_moment(text)
    except (ValueError, OverflowError):
        return False
    return True


def day_of_moment(moment: Moment) -> Day:
    """The date in Europe/Copenhagen of a moment."""
    return datetime.fromisoformat(moment).astimezone(COPENHAGEN).date().isoformat()


def moment_of(recorded_at: int) -> Moment:
    """A moment in microseconds since 1970 UTC as text, whole seconds."""
    return _second(recorded_at // MICROSECOND)


@lru_cache(maxsize=256)
def _second(seconds: int) -> Moment:
    """Several rows of one event, and the events of one transaction, share their second."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()[:19] + "Z"


def in_force(from_on: Day | None, ceases_on: Day | None, on: Day) -> bool:
    """Whether a period holds on a day. An absent bound is open."""
    return (from_on is None or from_on <= on) and (ceases_on is None or on < ceases_on)
