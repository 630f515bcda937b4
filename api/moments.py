"""`?at=`: a position, a moment or a day, as a position of the log."""

from datetime import datetime, timedelta

from api.problems import Problem
from domain.dates import COPENHAGEN, MICROSECOND
from eventstore.log import Log

POSITION_DIGITS_MAX = 15


def position_of(at: str | None, kept_log: Log, head: int) -> int:
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
                "at.beyond-head",
                f"Hændelse {position} er ikke sket endnu; den seneste er {head}.",
                f"Event {position} has not happened yet; the latest is {head}.",
            )
        return position
    return min(head, kept_log.position_at(_microseconds(at)))


def _microseconds(at: str) -> int:
    try:
        # A plus sign in an address means a blank.
        moment = datetime.fromisoformat(at.replace(" ", "+"))
        if len(at) == len("2024-04-09"):
            moment = moment.replace(tzinfo=COPENHAGEN) + timedelta(days=1, microseconds=-1)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=COPENHAGEN)
        return int(moment.timestamp() * MICROSECOND)
    except (ValueError, OverflowError):
        raise Problem(
            400,
            "at.malformed",
            "at er et hændelsesnummer, et tidspunkt (RFC 3339) eller en dag.",
            "at is an event number, a moment (RFC 3339) or a day.",
        ) from None
