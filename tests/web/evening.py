"""Stages of the evening of 9 April 2024, and commands that are not in the story."""

from itertools import count

from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.outcomes import Plain, PlainOutcome
from domain.points import Remark, Sort
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step

EVENING = STORY.evening


def step_of(command: type[Command], **fields: str) -> int:
    """The index of a step of the evening, by its command and some of its fields."""
    for index, step in enumerate(EVENING):
        if type(step.command) is command and all(getattr(step.command, name) == fields[name] for name in fields):
            return index
    raise LookupError(command)


def until(command: type[Command], **fields: str) -> tuple[Step, ...]:
    """The evening up to a step, without it."""
    return EVENING[: step_of(command, **fields)]


def the_step(command: type[Command], **fields: str) -> Step:
    return EVENING[step_of(command, **fields)]


BEFORE_DECISIONS = until(RecordDecision, decision="2.1")
"""Item 2 is discussed; the next thing is its first decision."""
FIRST_DECISION = the_step(RecordDecision, decision="2.1")
SECOND_DECISION = the_step(RecordDecision, decision="2.2")

_numbers = count(1)


def said(text: str, item: str = "middelfart") -> RecordPoint:
    """Something more that is said."""
    return RecordPoint(item=item, point=Remark[str](sort=Sort.REMARK, text=text))


def decided(text: str, item: str = "middelfart") -> RecordDecision:
    """A further decision, beside no recommendation."""
    number = f"9.{next(_numbers)}"
    return RecordDecision(item=item, decision=number, outcome=Plain(outcome=PlainOutcome.DECIDED), text=text)
