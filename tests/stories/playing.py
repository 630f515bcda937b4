"""Playing stories into a record in memory, as far as a test wants it; most tests want the evening of 9 April 2024."""

from datetime import datetime

from domain.kernel import Recorded
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step, Story
from tests.given import Record, opened

MEETING = "lillebaelt/meeting/2024-04-09-strategic"
AT_THE_END = "2024-04-09T19:00:00+02:00"


def play(record: Record, steps: tuple[Step, ...], story: Story = STORY) -> list[Recorded]:
    """Everything the steps lead to. What an earlier story has registered is there already, under the same key."""
    return [
        recorded
        for step in steps
        if not (story.is_shared(step) and step.to in record.states)
        for recorded in record.give(story.cast[step.by], step.to, step.command, at=step.at)
    ]


def opened_for(story: Story) -> Record:
    """A record that was opened on the day the story begins, or those that it goes on from."""
    first = (*story.continues, story)[0]
    record = opened(first.steps[0].at[:10])
    for before in story.continues:
        play(record, before.steps, before)
    return record


def as_of(moment: str) -> Record:
    """The record when everything up to that moment is entered."""
    record = opened()
    until = datetime.fromisoformat(moment)
    play(record, tuple(step for step in STORY.steps if datetime.fromisoformat(step.at) <= until))
    return record


def before_decision(number: str) -> Record:
    """The record just before a decision of the evening is recorded."""
    record = opened()
    play(record, STORY.steps[: STORY.steps.index(recording(number))])
    return record


def recording(number: str) -> Step:
    """The step that records a decision of the evening."""
    return next(
        step for step in STORY.evening if step.to == MEETING and getattr(step.command, "decision", "") == number
    )
