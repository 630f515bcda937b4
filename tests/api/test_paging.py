"""A page of a view is put together in slices: the same rows as in one go, each slice by the rights of its moment."""

import msgspec
import pytest

from api import views
from api.problems import Problem
from api.views import _Paging
from projections.rows import Page
from projections.sight import Opened
from tests.projections.aadal import CAST, MEETING
from tests.projections.at_length import done
from tests.projections.closed_item import SHUT, SHUT_LATER, WITHDRAWN
from tests.projections.test_looking_back_at_length import before, go_on
from tests.realtime.record_in_memory import RecordInMemory

SLICE = 3


@pytest.fixture(autouse=True)
def in_small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SLICE_ROWS", SLICE)


def paging(record: RecordInMemory, topic: str, limit: int = 1_000) -> _Paging:
    return _Paging(topic, CAST["observer"], None, record.head, "", limit, "")


async def test_slices_come_to_the_page_that_is_read_in_one_go() -> None:
    record = await before(SHUT)
    mask = record.mask(MEETING, CAST["observer"])
    assert mask is not None
    for limit in (1, SLICE, SLICE + 1, 1_000):
        whole = record.reading.page(MEETING, mask, record.head, "", limit)
        page: Page = done(paging(record, MEETING, limit).page(record.reading, mask, Opened()))
        assert (list(page.rows.items()), page.after) == (list(whole.rows.items()), whole.after)
    assert len(whole.rows) > 3 * SLICE
    record.log.close()


async def test_what_is_shut_meanwhile_is_not_shown_in_the_slices_that_come() -> None:
    record = await before(SHUT)
    mask = record.mask(MEETING, CAST["observer"])
    assert mask is not None
    whole = list(record.reading.page(MEETING, mask, record.head).rows.items())
    telling = [nth for nth, (_, row) in enumerate(whole) if SHUT_LATER.encode() in msgspec.json.encode(row)]
    assert max(telling) > SLICE, "the control"
    at_work = paging(record, MEETING).page(record.reading, mask, Opened())
    next(at_work)
    await go_on(record, SHUT)
    page = done(at_work)
    assert all(SHUT_LATER.encode() not in msgspec.json.encode(row) for row in list(page.rows.values())[SLICE:])
    record.log.close()


async def test_whoever_loses_the_right_to_it_meanwhile_is_told_that_there_is_none() -> None:
    record = await before(WITHDRAWN)
    topic, auditor = "aadal/lineage", CAST["auditor"]
    mask = record.mask(topic, auditor)
    assert mask is not None
    at_work = _Paging(topic, auditor, None, record.head, "", 1_000, "").page(record.reading, mask, Opened())
    next(at_work)
    await go_on(record, WITHDRAWN)
    with pytest.raises(Problem):
        done(at_work)
    record.log.close()
