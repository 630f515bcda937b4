"""`?at=`: a position, a moment or a day, as a position of the log. `?on=`: a day."""

import re
from datetime import UTC, datetime, timedelta

from api.problems import Problem
from domain.dates import COPENHAGEN, Day, is_day
from eventstore.log import Log

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
POSITION_DIGITS_MAX = 15
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"([T ](?P<clock>\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)"
    # A plus sign in an address means a blank, so a blank is what comes of an offset that was not written as %2B.
    r"(?P<offset>Z|[+ -]\d{2}:\d{2})?)?"
)
"""RFC 3339 §5.6; seconds may be left out, and so may the offset: Danish time then."""


def position_of(at: str | None, kept_log: Log, head: int, parameter: str = "at") -> int:
    """The position a reader asks for; the head when they ask for none. A bare day means its end in Europe/Copenhagen.

    Raises Problem 400 `at.malformed`, `at.beyond-head`.
    """
    if at is None:
        return head
    if at.isascii() and at.isdigit() and len(at) <= POSITION_DIGITS_MAX:
        position = int(at)
        if position > head:
            raise Problem(
                400,
                f"{parameter}.beyond-head",
                f"Hændelse {position} er ikke sket endnu; den seneste er {head}.",
                f"Event {position} has not happened yet; the latest is {head}.",
                extra={"parameter": parameter},
            )
        return position
    return min(head, kept_log.position_at(_last_microsecond(at, parameter)))


def day_asked(on: str | None) -> Day | None:
    """The day that a reader asks about. Raises Problem 400 `on.malformed`."""
    if on is None or (DAY.fullmatch(on) and is_day(on)):
        return on
    raise Problem(
        400,
        "on.malformed",
        "on er en dag, for eksempel 2020-08-15.",
        "on is a day, 2020-08-15 for instance.",
        extra={"parameter": "on"},
    )


def microseconds(moment: datetime) -> int:
    """A moment with its offset, in whole microseconds since 1970 UTC."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def _last_microsecond(at: str, parameter: str) -> int:
    """The end of what somebody asks for. A moment without a fraction means its whole second: so the record prints its own."""
    match = MOMENT.fullmatch(at)
    try:
        if match is None:
            raise ValueError(at)
        day, clock, offset = match["day"], match["clock"], (match["offset"] or "").replace(" ", "+")
        moment = datetime.fromisoformat(f"{day}T{clock or '00:00'}{offset}")
        if clock is None:
            moment += timedelta(days=1, microseconds=-1)
        elif "." not in clock:
            moment += timedelta(seconds=1, microseconds=-1)
        if moment.tzinfo is not None:
            return microseconds(moment)
        # An hour comes twice when the clock is set back: the later is meant, or some of what is printed with it would be missing.
        return max(microseconds(moment.replace(tzinfo=COPENHAGEN, fold=fold)) for fold in (0, 1))
    except (ValueError, OverflowError):
        raise Problem(
            400,
            f"{parameter}.malformed",
            f"{parameter} er et hændelsesnummer, et tidspunkt (RFC 3339) eller en dag.",
            f"{parameter} is an event number, a moment (RFC 3339) or a day.",
            extra={"parameter": parameter},
        ) from None
