"""Looking back may take long, and others write meanwhile: what is shown is by the rights of the moment in which it is looked at."""

import msgspec
import pytest

from projections.history import Past, Withdrawn
from projections.sight import Opened
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.at_length import done
from tests.projections.closed_item import SHUT, SHUT_LATER, STORY, WITHDRAWN
from tests.realtime.record_in_memory import RecordInMemory, Writing, played

ALL = 10_000
BEFORE = 10
"""Rests, before the record goes on: a row at most is looked at after each."""


async def before(step: Step) -> RecordInMemory:
    """The story up to a step."""
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(step)]))
    record.tail.look()
    return record


async def go_on(record: RecordInMemory, step: Step) -> None:
    writing = Writing(record.log)
    await writing.give(STORY, step)
    await writing.close()
    record.tail.look()


def looking(record: RecordInMemory, topic: str, part: str) -> Past:
    mask = record.mask(topic, CAST[part])
    assert mask is not None
    return Past(record.reading, topic, CAST[part], mask, record.head, Opened())


async def test_what_is_shut_meanwhile_is_not_shown_any_more() -> None:
    record = await before(SHUT)
    keys = [key for key, _ in record.reading.rows.changed("meeting", f"{MEETING}|", 0, record.head, ALL)]

    def telling(rows: object) -> list[str]:
        return [row.key for row in rows if SHUT_LATER.encode() in msgspec.json.encode(row)]  # type: ignore[attr-defined]

    rows, _, _ = done(looking(record, MEETING, "observer").compare(0, record.head, "", ALL))
    assert any(keys.index(f"{MEETING}|{key}") > BEFORE for key in telling(rows)), "the control"
    comparing = looking(record, MEETING, "observer").compare(0, record.head, "", ALL)
    for _ in range(BEFORE):
        next(comparing)
    await go_on(record, SHUT)
    rows, _, _ = done(comparing)
    assert all(keys.index(f"{MEETING}|{key}") < BEFORE for key in telling(rows))
    record.log.close()


async def test_whoever_loses_the_right_to_it_meanwhile_is_shown_nothing() -> None:
    record = await before(WITHDRAWN)
    whole = "aadal/decisions"
    assert done(looking(record, whole, "auditor").compare(0, record.head, "", ALL))[0], "the control"
    comparing = looking(record, whole, "auditor").compare(0, record.head, "", ALL)
    next(comparing)
    await go_on(record, WITHDRAWN)
    with pytest.raises(Withdrawn):
        done(comparing)
    record.log.close()
