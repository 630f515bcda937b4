"""What falls due (forfalder): the commands that the clock gives on a day, because a day before it has gone by.

A deadline of a condition, an answer to a referral, what somebody owes. What has been said to be late is not said again.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.action import FallDue
from domain.awaited import ByDay, DayReached, Pending
from domain.bodies import acts_as
from domain.condition import Resolve
from domain.dates import Day, days_before
from domain.deadline import PassDeadline
from domain.duty import Owed, deadline, held_on
from domain.fund import Active as Fund
from domain.fund import Held, Release, Why
from domain.kernel import Command
from domain.names import Label, name_of, scope_of
from domain.occurrences import Recurs, periods
from domain.policy import Streams
from domain.referral import Open as OpenReferral
from domain.referral import Remind


class Due(Struct, frozen=True):
    """A command of the clock's."""

    stream: str
    command: Command
    day: Day
    """The last day that was in time."""
    part: str = ""
    """Which of several that are due on one stream and day."""


def due(streams: Streams, today: Day) -> Iterator[Due]:
    """What is due on a day, the longest overdue first."""
    found = [
        each
        for kind, of_stream in _DUE_OF.items()
        for stream in streams.ids(kind)
        for each in of_stream(stream, streams.see(stream), today, streams)
    ]
    yield from sorted((each for each in found if each.day < today), key=lambda each: (each.day, each.stream))


def _of_condition(stream: str, state: Any, today: Day, streams: Streams) -> Iterator[Due]:
    if isinstance(state, Pending) and isinstance(state.awaits, DayReached):
        day = state.awaits.day
        yield Due(stream, Resolve(proof=ByDay(day=day)), days_before(day, 1))
    if isinstance(state, Pending) and state.answer_by is not None and not state.is_late:
        yield Due(stream, PassDeadline(), state.answer_by)


def _of_referral(stream: str, state: Any, today: Day, streams: Streams) -> Iterator[Due]:
    if isinstance(state, OpenReferral) and state.answer_by is not None and not state.is_late:
        yield Due(stream, Remind(), state.answer_by)


def _of_action(stream: str, state: Any, today: Day, streams: Streams) -> Iterator[Due]:
    if isinstance(state, Owed):
        for occurrence in _occurrences(stream, state, today, streams):
            day = deadline(state, occurrence, stream, streams.see)
            if day is not None and state.untold(occurrence):
                yield Due(stream, FallDue(occurrence=occurrence), day, occurrence or "")


def _occurrences(stream: str, state: Owed, today: Day, streams: Streams) -> Iterator[Label | None]:
    """For what it is owed until now."""
    if state.recurs is None or state.from_on is None:
        yield None
        return
    last = today if state.ceases_on is None else min(today, days_before(state.ceases_on, 1))
    if state.recurs is not Recurs.EVERY_MEETING:
        yield from periods(state.recurs, state.from_on, last)
        return
    for each in streams.ids("meeting", scope_of(stream)):
        meeting = streams.see(each)
        day = held_on(meeting) if acts_as(streams.see, meeting.body, state.report_to) else None
        if day is not None and state.from_on <= day <= last and each != state.given_at:
            yield name_of(each)


def _of_fund(stream: str, state: Any, today: Day, streams: Streams) -> Iterator[Due]:
    if isinstance(state, Fund):
        for name, earmark in state.earmarks.items():
            if isinstance(earmark, Held):
                last = days_before(earmark.terms.ceases_on, 1)
                yield Due(stream, Release(earmark=name, why=Why.EXPIRED), last, name)


_DUE_OF = {"condition": _of_condition, "referral": _of_referral, "action": _of_action, "fund": _of_fund}
"""kind of stream -> what may be due in one"""
