"""Law 2: the view as of any position is what was held then, and what a rebuild up to there shows."""

import pytest

from domain.names import kind_of
from domain.policy import Mask
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.sqlite.rows import SQLiteRows
from projections.views import VIEWS
from stories.lillebaelt_2024_04_09 import STORY as LILLEBAELT
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from tests.projections import aadal, closed_item
from tests.projections.rebuilt import Rebuilt
from tests.projections.test_one_fold_three_uses import TOPICS, told
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.realtime.told import Rows, Told, on_the_wire


async def held_at_each_position(telling: Told) -> dict[tuple[int, str, Mask], Rows]:
    """(position, topic, audience) -> what its pages held."""
    held = {}
    for transaction in transactions(telling.log):
        telling.take(transaction)
        for page in telling.pages.values():
            for topic in telling.hub.topics_of(page):
                mask = telling.record.mask(topic, page.person)
                assert mask is not None
                held[telling.record.head, topic, mask] = dict(page.rows(topic))
    return held


def keep_all(kept_log: Log, store: SQLiteRows) -> None:
    """Rows as the follower keeps them, from zero."""
    follower = Follower(kept_log, store, VIEWS)
    while follower.step():
        pass


@pytest.mark.parametrize("kept", [False, True], ids=["overlaid", "kept"])
async def test_the_page_as_of_a_position_is_what_was_held_then(kept: bool) -> None:
    telling = await told(LILLEBAELT)
    held = await held_at_each_position(telling)
    if kept:
        keep_all(telling.log, telling.record.store)
        telling.record.tail.rows.pin_kept()
        assert telling.record.tail.rows.pinned == telling.log.head
    todays = {(topic, mask) for topic in TOPICS[LILLEBAELT.name] for mask in masks(telling, topic)}
    compared = 0
    for (position, topic, mask), rows in held.items():
        # What a draft of minutes said is shown by today's rights: it is sent round by now.
        if (topic, mask) in todays and (kind_of(topic) != "minutes" or STRATEGIC in mask.answers_for):
            page = telling.record.reading.page(topic, mask, position)
            assert (page.after, on_the_wire(page.rows)) == (None, rows), f"{topic} at {position}"
            compared += 1
    assert compared > telling.log.head
    telling.log.close()


def masks(telling: Told, topic: str) -> set[Mask | None]:
    return {telling.record.mask(topic, person) for person in telling.pages}


async def test_the_view_as_of_every_position_is_a_rebuild_up_to_there() -> None:
    """Within a transaction, too: nobody is sent its middle, and whoever asks for it gets what the folds make of it."""
    kept_log = await played(LILLEBAELT)
    record, rebuilt = RecordInMemory(kept_log), Rebuilt(kept_log.texts.open)
    record.tail.look()
    for recorded in kept_log.read(0):
        rebuilt.take(recorded)
        for topic in TOPICS[LILLEBAELT.name]:
            mask = record.mask(topic, LILLEBAELT.cast["secretary"])
            assert mask is not None
            assert record.reading.page(topic, mask, recorded.position).rows == rebuilt.shown(topic, mask)
    assert rebuilt.head == kept_log.head
    kept_log.close()


async def test_an_insider_reads_as_of_a_position_what_they_held_then_whatever_the_doors() -> None:
    """Up to the first redaction: what is made unreadable is unreadable then, too."""
    story, steps = closed_item.STORY, closed_item.STORY.steps
    redacted = steps.index(closed_item.PLACE_REDACTED)
    telling = Told(await played(story, steps[:redacted]), [aadal.CAST["member"]], closed_item.TOPICS)
    held = await held_at_each_position(telling)
    mask = telling.record.mask(aadal.MEETING, aadal.CAST["member"])
    assert mask is not None
    positions = [(at, rows) for (at, topic, then), rows in held.items() if (topic, then) == (aadal.MEETING, mask)]
    for position, rows in positions:
        assert on_the_wire(telling.record.reading.page(aadal.MEETING, mask, position).rows) == rows
    assert len(positions) > 30
    telling.log.close()
