"""After two clusters have become one council: what former members still read, and what the council reads of what came to it."""

import asyncio
from typing import Any

import pytest

from stories.overdragelse_2027 import STORY
from stories.overdragelse_2027.names import RAAD, at_council
from stories.randers_2020_efteraar.names import PARTIAL, SELF_HARM_TRIAL
from tests.projections.rebuilt import Rebuilt
from tests.realtime.record_in_memory import played


async def ended() -> Rebuilt:
    """The story and the two it goes on from, rebuilt from zero at its end."""
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    rebuilt.take(*kept_log.read(0))
    return rebuilt


@pytest.fixture(scope="module")
def rebuilt() -> Rebuilt:
    """Tests only look at it."""
    return asyncio.run(ended())


def shown(rebuilt: Rebuilt, topic: str, part: str) -> dict[str, Any] | None:
    """A topic as a member of the cast sees it."""
    mask = rebuilt.reading.mask(topic, STORY.cast[part])
    return None if mask is None else rebuilt.shown(topic, mask)


@pytest.mark.parametrize(("scope", "part"), [("aarhus", "secretary-aarhus"), ("randers", "chair-randers")])
def test_former_members_read_their_cluster(rebuilt: Rebuilt, scope: str, part: str) -> None:
    assert shown(rebuilt, f"{scope}/decisions", part)
    assert shown(rebuilt, f"{scope}/people", part)
    estate = shown(rebuilt, f"{scope}/estate", part)
    assert estate is not None
    assert {row.state for key, row in estate.items() if not key.startswith("end/")} == {"handed-over"}
    assert estate[f"end/{scope}"].dissolved_on == "2026-12-31"


def test_whoever_had_no_part_in_a_cluster_has_none_in_what_it_left(rebuilt: Rebuilt) -> None:
    assert shown(rebuilt, "aarhus/decisions", "chair") is None
    assert shown(rebuilt, f"{RAAD}/decisions", "secretary-aarhus") is None


def test_the_council_reads_what_came_to_it_by_name_and_words(rebuilt: Rebuilt) -> None:
    conditions = shown(rebuilt, f"{RAAD}/conditions", "member-aarhus")
    assert conditions is not None
    row = conditions["randers-delvis-deltagelse"]
    assert (row.state, row.condition.id, row.from_stream.id) == ("fulfilled", at_council(PARTIAL), PARTIAL)
    assert row.words == "Alliancen skal acceptere, at kun en del af klyngen er med."
    initiatives = shown(rebuilt, f"{RAAD}/initiatives", "member-aarhus")
    assert initiatives is not None
    assert initiatives["randers-selvskade"].title == "Afprøvning af delene om selvskade"
    assert initiatives["randers-selvskade"].held_by == ()
    assert rebuilt.reading.name(at_council(SELF_HARM_TRIAL)) == "Afprøvning af delene om selvskade"
