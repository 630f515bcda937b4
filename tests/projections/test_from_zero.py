"""Law 2: what is kept and made from zero shows the same as what was told step by step."""

import msgspec

from projections.views import view_of
from stories.story import Story
from tests.projections.rebuilt import Rebuilt
from tests.projections.test_as_of_a_position import keep_all, masks
from tests.projections.test_one_fold_three_uses import TOPICS, stories, told
from tests.realtime.record_in_memory import RecordInMemory, played, transactions


@stories
async def test_the_last_is_what_kept_rows_show_that_were_made_from_zero(story: Story) -> None:
    telling = await told(story)
    # Page by page it is compared elsewhere; here the record follows alone.
    for transaction in transactions(telling.log):
        telling.record.tail.feed(transaction)
    again = RecordInMemory(telling.log)
    keep_all(telling.log, again.store)
    # A process that starts now reads kept rows, and folds nothing.
    fresh = RecordInMemory(telling.log, again.store)
    fresh.tail.look()
    assert fresh.tail.rows.pinned == telling.log.head
    rows = 0
    for topic in TOPICS[story.name]:
        for mask in masks(telling, topic) - {None}:
            assert mask is not None
            assert fresh.snapshot(topic, mask) == telling.record.snapshot(topic, mask)
            rows += len(fresh.snapshot(topic, mask))
    assert rows > 100
    telling.log.close()


@stories
async def test_shown_rows_are_of_the_class_that_the_view_declares(story: Story) -> None:
    kept_log = await played(story)
    rebuilt = Rebuilt(kept_log.texts.open)
    rebuilt.take(*kept_log.read(0))
    types = set()
    for topic in TOPICS[story.name]:
        view, mask = view_of(topic), rebuilt.reading.mask(topic, story.cast["administrator"])
        assert view is not None
        assert mask is not None
        for row in rebuilt.shown(topic, mask).values():
            assert msgspec.json.decode(msgspec.json.encode(row), type=view.shown) == row
            types.add(type(row))
    assert len(types) > 10
    kept_log.close()
