"""Deadline (frist): the last day on which what is awaited comes in time. That it has passed is said by the clock alone."""

import msgspec

from domain.awaited import IfLate, Pending
from domain.dates import Day, day_after
from domain.kernel import Asked, Command, Event, Who
from domain.refusal import Reasons, Refused


class DeadlinePassed(Event, frozen=True, kw_only=True):
    """The last day has gone by, and what is awaited has not come. It is still awaited."""

    tag = "condition.deadline-passed"
    da = "Fristen {answer_by} er overskredet."
    en = "The deadline {answer_by} has passed."

    answer_by: Day


class Lapsed(Event, frozen=True, kw_only=True):
    """The last day has gone by, and it was said that the condition then lapses: it has failed."""

    tag = "condition.lapsed"
    rank = 2
    da = "Forudsætningen er bortfaldet {ceases_on}."
    en = "The condition lapsed on {ceases_on}."

    ceases_on: Day


class PassDeadline(Command, frozen=True, kw_only=True):
    """Fristen er overskredet."""

    verb = "pass-deadline"
    who = (Who.TIMEKEEPER,)
    gives = (DeadlinePassed, Lapsed)


def pass_deadline(state: Pending, asked: Asked) -> tuple[Event, ...]:
    """Once, and not before the day is over. Raises `Refused`."""
    if state.answer_by is None:
        raise Refused("condition.no-deadline")
    if asked.today <= state.answer_by:
        raise Refused("condition.not-yet", answer_by=state.answer_by)
    if state.if_late is IfLate.LAPSE:
        return (Lapsed(ceases_on=day_after(state.answer_by)),)
    return () if state.is_late else (DeadlinePassed(answer_by=state.answer_by),)


def passed(state: Pending) -> Pending:
    """Still awaited, and late."""
    return msgspec.structs.replace(state, is_late=True)


DEADLINE_REFUSALS: Reasons = {
    "condition.no-deadline": ("Forudsætningen har ingen frist.", "The condition has no deadline."),
    "condition.not-yet": ("Fristen er {answer_by}.", "The deadline is {answer_by}."),
}
