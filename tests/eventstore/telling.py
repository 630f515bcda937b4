"""The story of 9 April 2024 in a log on a file, told by a real writer with the story's own time."""

from datetime import datetime
from pathlib import Path

from domain.log import Clock
from eventstore.clock import StoryClock
from eventstore.given import Answer, Given
from eventstore.log import Log
from klynge.init import init
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step
from tests.eventstore.writing import carry_out, given


def settings_of(folder: Path) -> Settings:
    """A house in development whose files all lie in one folder."""
    return read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db"})


async def tell(folder: Path) -> None:
    """Open a log with a story clock and give it the whole story."""
    settings = settings_of(folder)
    await init(settings, "syddanmark", Clock.STORY, story_at(STORY.steps[0]))
    kept_log = settings.store.open_log()
    outcomes = carry_out(kept_log, *(step_given(step) for step in STORY.steps), clock=StoryClock())
    kept_log.close()
    assert all(isinstance(outcome, Answer) for outcome in outcomes), outcomes


def step_given(step: Step) -> Given:
    """A step as its door hands it on."""
    return given(
        STORY.cast[step.by],
        step.to,
        step.command,
        if_match=step.if_match,
        story_at=story_at(step),
        key=step.to + step.at,
    )


def story_at(step: Step) -> int:
    return int(datetime.fromisoformat(step.at).timestamp()) * 1_000_000


def opened(folder: Path) -> Log:
    """The log in a folder."""
    settings = settings_of(folder)
    return settings.store.open_log()
