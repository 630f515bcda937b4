"""Places: a person holds so many sockets and no more, and gets one back with each that is gone."""

from collections.abc import AsyncIterator

import pytest

from realtime.closing import Close
from realtime.messages import RETRY_MAX_MS
from realtime.places import Places
from tests.realtime.under_way import UnderWay, under_way
from tests.realtime.wire import Wire


@pytest.fixture
async def meeting() -> AsyncIterator[UnderWay]:
    async with under_way() as meeting:
        yield meeting


def came(meeting: UnderWay, places: Places, part: str = "member") -> Wire:
    wire = Wire(meeting, part, places=places)
    wire.say("hello")
    return wire


async def test_one_socket_too_many_of_a_person_is_told_not_to_come_back(meeting: UnderWay) -> None:
    places = Places(2)
    held = [came(meeting, places), came(meeting, places)]
    assert [wire.closed for wire in held] == [None, None]
    assert came(meeting, places).closed is Close.CONNECTION_LIMIT


async def test_a_process_holds_so_many_in_all_and_sends_the_rest_elsewhere_spread_over_time(meeting: UnderWay) -> None:
    places = Places(None, in_all=2)
    held = [came(meeting, places), came(meeting, places, "chair")]
    turned_away = came(meeting, places, "secretary")
    assert [wire.closed for wire in held] == [None, None]
    assert turned_away.closed is Close.OVERLOADED
    assert turned_away.received == [
        {"op": "bye", "code": Close.OVERLOADED, "retry": {"after_ms": 0, "jitter_ms": RETRY_MAX_MS}}
    ]
    turned_away.connection.lost()  # it never had a place
    assert came(meeting, places, "secretary").closed is Close.OVERLOADED
    held[0].connection.lost()
    assert came(meeting, places, "secretary").closed is None


async def test_others_have_places_of_their_own(meeting: UnderWay) -> None:
    places = Places(1)
    came(meeting, places)
    assert came(meeting, places, "secretary").closed is None


async def test_a_socket_that_is_gone_leaves_its_place(meeting: UnderWay) -> None:
    places = Places(1)
    came(meeting, places).connection.lost()
    refused = came(meeting, places), came(meeting, places)
    assert [wire.closed for wire in refused] == [None, Close.CONNECTION_LIMIT]
    refused[1].connection.lost()  # it never had a place, so it leaves none
    assert came(meeting, places).closed is Close.CONNECTION_LIMIT


async def test_who_brings_a_token_is_held_to_it_too(meeting: UnderWay) -> None:
    places = Places(1)
    came(meeting, places)
    wire = Wire(meeting, places=places)
    wire.say("hello", token="member")
    assert wire.closed is Close.CONNECTION_LIMIT
