"""`python -m tests.stories.coverage > docs/coverage.md`: what shows each fact of the source documents."""

import sys
import tempfile
from functools import cache
from itertools import groupby
from pathlib import Path

from domain.kernel import Recorded
from stories.sequence import OF_PAPERS
from tests.outside import Json, Outside, opened_in, outside
from tests.stories.conftest import EVERYBODY
from tests.stories.facts_000 import FACTS_000
from tests.stories.facts_001 import FACTS_001
from tests.stories.facts_002 import FACTS_002
from tests.stories.facts_003 import FACTS_003
from tests.stories.facts_004 import FACTS_004
from tests.stories.seen import Fact, Topics, positions

SOURCES = {
    "000: Klynge Syd, status on the health agreement, spring 2021": FACTS_000,
    "001: Sundhedsklynge Midt, political level, 24 May 2023": FACTS_001,
    "002: Sundhedsklynge Aarhus, status on the action plan, April 2024": FACTS_002,
    "003: Randersklyngen, steering group, autumn 2020": FACTS_003,
    "004: Sundhedsklynge Lillebælt, professional-strategic level, 9 April 2024": FACTS_004,
}
FACTS: tuple[Fact, ...] = tuple(fact for facts in SOURCES.values() for fact in facts)
CLAIMS_ALONE_MAX = 15

INTRODUCTION = """# What shows each fact

Written by `python -m tests.stories.coverage > docs/coverage.md`; a test compares this page with what it writes.

The stories of the five source documents are played into one log in order of date, through the public HTTP API. For each of
their 90 facts this page names the events that tell it (their positions in that log, and their tags) and rows that a view then
shows. Each row is looked for by a test, which fails when any of its values is planted wrong.
"""


def topics_of(house: Outside) -> Topics:
    """Every topic as an auditor reads it, each read once."""

    @cache
    def rows(topic: str) -> tuple[Json, ...]:
        view = house.view("midt:auditor", topic)
        if topic.endswith("/audit-trail"):
            assert view["next"] is None
            return tuple(view["entries"])
        return tuple({"key": key} | row for key, row in view["rows"].items())

    return rows


def log_of(house: Outside) -> list[Recorded]:
    return list(house.house.kept_log.read(0))


def written(log: list[Recorded]) -> str:
    """The page."""
    parts = [INTRODUCTION]
    for title, facts in SOURCES.items():
        parts.append(f"\n## {title}\n")
        parts += [_fact(fact, log) for fact in facts]
    alone = [fact for fact in FACTS if fact.claim_alone]
    parts.append(f"\n## Carried by a claim alone\n\n{len(alone)} of {len(FACTS)} facts (at most {CLAIMS_ALONE_MAX}).\n")
    parts += [f"- {fact.id}: {fact.claim_alone}\n" for fact in alone]
    return "".join(parts)


def _fact(fact: Fact, log: list[Recorded]) -> str:
    tags = ", ".join(f"`{tag}`" for tag in dict.fromkeys(each.tag for each in fact.by))
    lines = [
        f"\n### {fact.id} {fact.says}\n",
        f"- Positions: {_spans(positions(fact, log))}",
        f"- Tags: {tags}",
        *(f"- Shown: {each}" for each in fact.seen),
    ]
    return "\n".join(lines) + "\n"


def _spans(numbers: list[int]) -> str:
    """`12, 15–18`"""
    spans = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        span = [number for _, number in group]
        spans.append(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}")
    return ", ".join(spans)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = opened_in(Path(folder), first=OF_PAPERS[0])
        with outside(files, EVERYBODY) as house:
            for story in OF_PAPERS:
                house.play(story.steps, story)
            sys.stdout.write(written(log_of(house)))


if __name__ == "__main__":
    main()
