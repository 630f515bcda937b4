"""How the people who keep Aarhus' joint money book it: in turn, each on the version that the one before left."""

import msgspec

from domain.kernel import Command
from stories.aarhus_2024_april.names import FUND
from stories.story import Step
from stories.telling import sitting

AS_THE_STORY_LEFT_IT = 12
"""Events of the fund before."""


def in_turn(day: str, clock: str, version: int, *turns: tuple[str, Command, int]) -> tuple[Step, ...]:
    """Who does what to the fund in one sitting of several: each with the number of events it leads to."""
    steps: list[Step] = []
    for minute, (by, command, events) in enumerate(turns):
        (step,) = sitting(by, day, f"{clock}:{minute:02d}:00", (FUND, command))
        steps.append(msgspec.structs.replace(step, if_match=version) if command.needs_version else step)
        version += events
    return tuple(steps)
