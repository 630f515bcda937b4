"""A storm: a meeting goes on at several nodes while things break at random; in the end everybody holds what they may see."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from random import Random

from msgspec import Struct

from stories.story import Step
from tests.projections.aadal import MEETING
from tests.projections.closed_item import STORY
from tests.realtime.under_way import BEGUN
from tests.storms.faults import Struck
from tests.storms.houses import Storehouse
from tests.storms.planted import PLANTED
from tests.storms.standing import Standing
from tests.storms.watcher import Watcher, found_wrong
from tests.storms.writers import Writers

PARTS = ("member", "observer", "recused", "leaver", "neighbour", "group-member", "auditor", "chair")
"""Insider, outsider, recused at one item, former member, guest, of another body, with an office, in the chair."""
TOPICS = (MEETING, "aadal/decisions", "dk/people")
AHEAD = STORY.steps[len(BEGUN) :]
BEFORE_FIRST = 5


class Outcome(Struct):
    """What a storm left."""

    wrong: list[str]
    planted: dict[type[Watcher], list[str]]
    """Whom it is done wrong to -> what is found at them"""
    happened: Counter[str]
    """fault -> how often it struck"""
    standing: Standing
    watchers: list[Watcher]
    writers: Writers


async def storm(house: Storehouse, clients: int, seed: int, faults: Sequence[str], more: int = 0) -> Outcome:
    """These faults, and so many more of their kinds, in any order."""
    random = Random(seed)
    tokens = await house.begin()
    standing = Standing(house.processes.settings, PARTS, TOPICS)
    watchers = [
        Watcher(part, tokens[part], house.urls, TOPICS, Random(random.random()))
        for part in islice(cycle(PARTS), clients)
    ]
    planted = [kind(PARTS[0], tokens[PARTS[0]], house.urls, TOPICS, Random(random.random())) for kind in PLANTED]
    everybody = [*watchers, *planted]
    writers = Writers(house.urls, tokens, random)
    struck = Struck(house, everybody, writers, random)
    stop = asyncio.Event()
    try:
        await writers.invite()
        standing.look()
        for each in everybody:
            each.start()
        await asyncio.gather(*(each.until_heard(standing.head) for each in everybody))
        talking = asyncio.create_task(writers.talk(stop))
        await writers.until(BEFORE_FIRST)
        for fault, steps in _program([*faults, *random.choices(faults, k=more)], random):
            await asyncio.gather(writers.tell(steps), struck.strike(fault))
            standing.look()
        stop.set()
        await talking
        standing.look()
        found = await _settled(watchers, standing)
    finally:
        for each in everybody:
            await each.stop()
        await writers.close()
    return Outcome(
        wrong=found + found_wrong(watchers, standing),
        planted={type(each): found_wrong([each], standing) for each in planted},
        happened=struck.happened,
        standing=standing,
        watchers=watchers,
        writers=writers,
    )


def _program(faults: list[str], random: Random) -> Iterator[tuple[str, Sequence[Step]]]:
    """Which fault strikes during which steps of the story."""
    random.shuffle(faults)
    for number, fault in enumerate(faults):
        first, last = (len(AHEAD) * each // len(faults) for each in (number, number + 1))
        yield fault, AHEAD[first:last]


async def _settled(watchers: Sequence[Watcher], standing: Standing) -> list[str]:
    prints = {part: {topic: standing.now(topic, part) for topic in TOPICS} for part in PARTS}
    must = {part: standing.happened.must_hear(part) for part in PARTS}
    found = await asyncio.gather(*(each.until_settled(prints[each.part], must[each.part]) for each in watchers))
    return [each for some in found for each in some]
