"""All stories in order of date: they play into one log, whose time never falls."""

from stories import (
    aarhus_2024_april,
    lillebaelt_2024_04_09,
    midt_2023_05_24,
    overdragelse_2027,
    randers_2020_efteraar,
    syd_2021_foraar,
)
from stories.story import Story

SEQUENCE: tuple[Story, ...] = (
    randers_2020_efteraar.STORY,
    syd_2021_foraar.STORY,
    midt_2023_05_24.STORY,
    lillebaelt_2024_04_09.STORY,
    aarhus_2024_april.STORY,
    overdragelse_2027.STORY,
)
OF_PAPERS: tuple[Story, ...] = tuple(story for story in SEQUENCE if not story.continues)
"""Those that the source documents tell; what goes on from them is invented and comes last."""
