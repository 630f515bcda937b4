"""What falls due (forfalder): the commands that the clock gives on a day, because a day before it has gone by."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.awaited import Pending
from domain.dates import Day
from domain.deadline import PassDeadline
from domain.kernel import Command
from domain.policy import Streams
from domain.referral import Open as OpenReferral
from domain.referral import Remind


class Due(Struct, frozen=True):
    """A command of the clock's."""

    stream: str
    command: Command
    day: Day
    """The last day that was in time."""


def due(streams: Streams, today: Day) -> Iterator[Due]:
    """What is due on a day, the longest overdue first."""
    found = [
        each for kind, of in _DUE_OF.items() for stream in streams.ids(kind) for each in of(stream, streams.see(stream))
    ]
    yield from sorted((each for each in found if each.day < today), key=lambda each: (each.day, each.stream))


def _of_condition(stream: str, state: Any) -> Iterator[Due]:
    if isinstance(state, Pending) and state.answer_by is not None and not state.is_late:
        yield Due(stream, PassDeadline(), state.answer_by)


def _of_referral(stream: str, state: Any) -> Iterator[Due]:
    if isinstance(state, OpenReferral) and state.answer_by is not None and not state.is_late:
        yield Due(stream, Remind(), state.answer_by)


_DUE_OF = {"condition": _of_condition, "referral": _of_referral}
"""kind of stream -> what comes due in one, on whichever day"""
