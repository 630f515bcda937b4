"""The clients' types are made from the views and the events, and hold everything that is really sent."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clients.http import Klynge
from clients.typed import event_of, row_of
from domain.streams import EVENTS
from klynge.client_types import HOUSE, files
from projections.cloud_event import type_of
from projections.views import OF_SCOPE
from tests.projections.aadal import MEETING
from tests.realtime.served import Served

MADE = files()


@pytest.mark.parametrize("path", MADE)
def test_the_types_are_as_the_views_and_events_make_them(path: str) -> None:
    assert (HOUSE / Path(path)).read_text() == MADE[path], "run: python -m klynge.client_types"


def test_every_event_has_a_type_in_both_clients() -> None:
    for event in EVENTS.values():
        assert f'"{type_of(event)}"' in MADE["clients/events.py"]
        assert f'"{type_of(event)}"' in MADE["clients/ts/events.ts"]


async def test_every_row_that_is_shown_is_one_of_them(served: Served) -> None:
    await served.say("En bemærkning.")
    scope = MEETING.split("/")[0]
    seen = 0
    async with Klynge(served.url, served.token("secretary")) as service:
        for topic in (MEETING, *(f"{scope}/{view}" for view in OF_SCOPE if view != "erasures")):
            for row in (await service.view(topic))["rows"].values():
                told = row_of(topic, row)
                assert told is not None, (topic, row)
                assert {*told.__struct_fields__, "type"} >= row.keys()
                seen += 1
    assert seen > 20


async def test_every_event_that_is_told_is_one_of_them(served: Served) -> None:
    seen = set()
    async with Klynge(served.url, served.token("secretary")) as service:
        async for event in pages(service):
            told = event_of(event)
            assert told is not None, event["type"]
            assert set(told.__struct_fields__) >= event["data"]["event"].keys() - {"type"}
            seen.add(event["type"])
    assert len(seen) > 10


async def pages(service: Klynge) -> AsyncIterator[dict[str, Any]]:
    events, cursor = await service.changes()
    while events:
        for event in events:
            yield event
        events, cursor = await service.changes(cursor)


def test_what_a_later_release_shows_is_none_of_them() -> None:
    assert row_of(MEETING, {"type": "later"}) is None
    assert row_of("aadal/later", {"type": "later"}) is None
    assert event_of({"type": "dk.klynge.later.happened.v1", "data": {"event": {}}}) is None


def test_a_row_that_is_none_of_them_is_noticed() -> None:
    """The control."""
    with pytest.raises(msgspec.ValidationError):
        row_of(MEETING, {"type": "stream", "version": "a text", "position": 1})
