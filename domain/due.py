"""What falls due (forfalder): the commands that the clock gives on a day, because a day before it has gone by."""

from collections.abc import Iterator

from msgspec import Struct

from domain.awaited import Pending
from domain.dates import Day
from domain.deadline import PassDeadline
from domain.kernel import Command
from domain.policy import Streams


class Due(Struct, frozen=True):
    """A command of the clock's."""

    stream: str
    command: Command
    day: Day
    """The last day that was in time."""


def due(streams: Streams, today: Day) -> Iterator[Due]:
    """What is due on a day, the longest overdue first."""
    found = []
    for stream in streams.ids("condition"):
        state = streams.see(stream)
        if isinstance(state, Pending) and state.answer_by is not None and state.answer_by < today and not state.is_late:
            found.append(Due(stream, PassDeadline(), state.answer_by))
    yield from sorted(found, key=lambda each: (each.day, each.stream))
