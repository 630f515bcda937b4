"""A long history for measurements: one evening of the Lillebælt story, recorded again and again in meetings of their own."""

import uuid
from datetime import datetime
from pathlib import Path

import msgspec

from domain.assurance import Assurance
from domain.log import Clock
from domain.meeting.discussion import RecordPoint
from eventstore.desk import Desk
from eventstore.given import Answer, Given
from eventstore.log import Log
from klynge.init import init
from klynge.settings import read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step

DIGEST = bytes(32)
DURING_ITEM_2 = "2024-04-09T18:16"


async def long_log(folder: Path, events: int) -> Log:
    """A log on SQLite of at least so many events. Close it after use."""
    kept_log, desk = await _opened(folder)
    try:
        for step in (*STORY.before, *STORY.evening):
            await give(desk, step.to, step)
        repeatable = [_alone(step) for step in (*STORY.before, *STORY.evening) if step.to == STORY.meeting]
        for copy in range(1_000_000):
            if kept_log.head >= events:
                break
            for step in repeatable:
                await give(desk, f"{STORY.meeting}-{copy}", step)
    finally:
        desk.close()
    return kept_log


async def long_meeting(folder: Path, events: int) -> Log:
    """A log whose meeting has had so many events and discusses item 2. Close it after use."""
    kept_log, desk = await _opened(folder)
    try:
        evening = [step for step in STORY.evening if step.at < DURING_ITEM_2]
        for step in (*STORY.before, *evening):
            await give(desk, step.to, step)
        said = next(step for step in reversed(evening) if isinstance(step.command, RecordPoint))
        while (await give(desk, said.to, said)).version < events:
            pass
    finally:
        desk.close()
    return kept_log


async def _opened(folder: Path) -> tuple[Log, Desk]:
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"})
    story_at = int(datetime.fromisoformat(STORY.before[0].at).timestamp() * 1_000_000)
    await init(settings, "syddanmark", Clock.STORY, story_at)
    kept_log = settings.store.open_log()
    return kept_log, Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)


async def give(desk: Desk, stream: str, step: Step) -> Answer:
    story_at = int(datetime.fromisoformat(step.at).timestamp() * 1_000_000)
    return await desk.give(
        Given(
            person=STORY.cast[step.by],
            assurance=Assurance.SUBSTANTIAL,
            stream=stream,
            command=step.command,
            key=str(uuid.uuid4()),
            digest=DIGEST,
            if_match=step.if_match,
            story_at=story_at,
        )
    )


def _alone(step: Step) -> Step:
    """A step without what it leads to elsewhere, so that it can be given to another meeting too."""
    elsewhere = {"at_once": (), "when_met": (), "waits_for": (), "answers_referral": None}
    command = step.command
    changes = {name: value for name, value in elsewhere.items() if hasattr(command, name)}
    return msgspec.structs.replace(step, command=msgspec.structs.replace(command, **changes))
