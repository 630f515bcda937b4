"""A crowd that comes back all at once: what it costs does not grow with it."""

from collections import Counter
from typing import Any

import pytest

from eventstore.follower import Follower
from projections.views import VIEWS
from tests.realtime.under_way import under_way


async def test_a_crowd_that_comes_back_to_a_process_that_has_just_begun_is_read_for_as_one() -> None:
    """Once for each audience and position they come from, whether they are five or five hundred."""

    async def reads(crowd: int) -> int:
        async with under_way() as meeting:
            pages = [meeting.open(part) for part in ("member", "chair", "observer", "auditor") for _ in range(crowd)]
            await meeting.say("Før.")
            since = [meeting.close(page) for page in pages]
            await meeting.say("Imens.")
            Follower(meeting.log, meeting.record.store, VIEWS).step(meeting.record.head)
            meeting.record.tail.rows.pin_kept()
            meeting.start_again()
            counted = Counter[str]()
            for asked, name in ((meeting.record.store, "get"), (meeting.record.store, "range"), (meeting.log, "page")):
                patching.setattr(asked, name, counting(counted, name, getattr(asked, name)))
            patching.setattr(
                meeting.record.store, "changed", counting(counted, "changed", meeting.record.store.changed)
            )
            for page, cursor in zip(pages, since, strict=True):
                meeting.follow(page, cursor)
                assert meeting.points(page) == ["Før.", "Imens."]
            return counted.total()

    with pytest.MonkeyPatch.context() as patching:
        few, many = await reads(5), await reads(100)
    assert 3 <= few == many < 50


def counting(counted: Counter[str], name: str, asked: Any) -> Any:
    return lambda *how: (counted.update([name]), asked(*how))[1]
