"""The change feed over HTTP: every event once and in order, what one may not see left out, and cursors of its own."""

import asyncio
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.json import JSONFormat

from eventstore.cursor import Cursor
from tests.api.feed import FEED, everything, page, position_of
from tests.api.saying import POINT, RECORD_POINT
from tests.outside import MEETING, Json, Outside, copied, outside, problem
from tests.projections.aadal import CAST as AADAL
from tests.projections.aadal import MEETING as AADAL_MEETING
from tests.projections.closed_item import OPEN_ITEM, TITLE_CLOSED, closed_words
from tests.projections.closed_item import STORY as CLOSED_STORY
from tests.realtime.served import record_meeting


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


# --- what it tells ---


def test_the_whole_log_in_order_and_once(house: Outside) -> None:
    events = everything(house, "auditor", 500)
    positions = [event["data"]["position"] for event in events]
    assert positions == list(range(1, house.head + 1))
    assert everything(house, "auditor", 7) == events


def test_an_event_is_a_cloud_event(house: Outside) -> None:
    position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
    answer = page(house, "plo-syd", after=Cursor(house.house.epoch, "feed", position - 1).text())
    version = house.rows("secretary", MEETING)["stream"]["version"]
    (event,) = answer.json()
    assert event == {
        "specversion": "1.0",
        "id": f"{house.house.epoch}:{position}",
        "source": "/lillebaelt",
        "type": "dk.klynge.meeting.point-recorded.v1",
        "subject": MEETING,
        "time": event["time"],
        "sequence": f"{position:013d}",
        "datacontenttype": "application/json",
        "data": {
            "position": position,
            "version": version,
            "causation": None,
            "correlation": position,
            "by": {
                "person": "dk/person/7beb0184-e657-4c6a-bcc5-88240c1993be",
                "seat": "lillebaelt/membership/strategic#sekretariat",
                "rule": "secretariat-of-body",
                "assurance": "substantial",
            },
            "event": {
                "item": "middelfart",
                "number": "2",
                "matter": {"type": "item"},
                "point": {
                    "type": "remark",
                    "sort": "remark",
                    "who": {"type": "not-stated"},
                    "to": {"type": "not-stated"},
                    "text": "Et ord.",
                },
            },
            "da": "Bemærkning: Et ord.",
            "en": "Remark: Et ord.",
        },
    }
    # The story's last moment, and the seconds since.
    assert "2024-04-09T16:19:50Z" <= event["time"] < "2024-04-09T16:30:00Z"


def test_every_event_of_the_story_is_a_cloud_event_to_others(house: Outside) -> None:
    """By another hand: the CloudEvents project's own reader, which refuses what its specification does not know."""
    told = everything(house, "auditor", 500)
    assert len(told) > 100
    for each in told:
        read = JSONFormat().read(None, json.dumps(each))
        assert (read.get_specversion(), read.get_id(), read.get_type()) == ("1.0", each["id"], each["type"])
        assert (read.get_source(), read.get_subject(), read.get_data()) == (
            each["source"],
            each["subject"],
            each["data"],
        )
        assert read.get_time() == datetime.fromisoformat(each["time"])
        assert read.get_extension("sequence") == f"{each['data']['position']:013d}"
    assert len({(each["source"], each["id"]) for each in told}) == len(told)


@pytest.mark.parametrize("broken", [{"id": ""}, {"specversion": "2.0"}, {"time": 3}, {"Sequence": "1"}, {"type": None}])
def test_what_is_no_cloud_event_is_found(house: Outside, broken: Json) -> None:
    """The control of the test above."""
    event = page(house, "auditor", limit=1).json()[0]
    with pytest.raises((CloudEventValidationError, TypeError)):
        JSONFormat().read(None, json.dumps(event | broken))


def test_a_topic_is_a_stream_or_a_scope(house: Outside) -> None:
    all_of_it = everything(house, "auditor", 500)
    for topic in (MEETING, "lillebaelt/fund/klyngemidler", "lillebaelt", "dk"):
        told = everything(house, "auditor", 40, topic=topic)
        assert told == [each for each in all_of_it if topic in (each["subject"], each["source"][1:])]
        assert 0 < len(told) < len(all_of_it)
    answer = page(house, "auditor", topic="lillebaelt/fund/another")
    assert (answer.json(), position_of(answer)) == ([], house.head)


def test_a_page_looks_at_so_many_events_and_at_one_at_least(house: Outside) -> None:
    assert position_of(page(house, "auditor", limit=9)) == 9
    assert position_of(page(house, "auditor", limit=0)) == 1
    assert position_of(page(house, "auditor", limit=9_999)) == house.head


# --- what one may not see ---


@pytest.fixture(scope="module")
def aadal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """A meeting at its end: one item closed from the start, one since its doors were shut, one open again."""
    folder = tmp_path_factory.mktemp("aadal")
    asyncio.run(record_meeting(folder, CLOSED_STORY.steps))
    with outside(folder, AADAL) as house:
        yield house


def test_the_cursor_goes_on_over_what_a_reader_may_not_see(aadal: Outside) -> None:
    """Nobody without a part in it sees an event, and everybody comes to the head with as many pages."""
    assert everything(aadal, "dk/person/nobody", 10) == []
    inside = everything(aadal, "member", 10, topic=AADAL_MEETING)
    observer = everything(aadal, "observer", 10, topic=AADAL_MEETING)
    head = int(aadal.view("secretary", AADAL_MEETING)["position"])
    for part in ("dk/person/nobody", "member", "observer"):
        assert position_of(page(aadal, part, limit=500)) == head
        assert position_of(page(aadal, part, limit=10)) == 10
    seen = [event for event in inside if event in observer]
    assert seen == observer
    hidden = [event["data"]["event"].get("item") for event in inside if event not in observer]
    assert hidden.count(TITLE_CLOSED) > 5
    assert set(hidden) == {TITLE_CLOSED, OPEN_ITEM}


@pytest.mark.parametrize("part", ["observer", "auditor", "dk/person/nobody"])
def test_closed_words_are_not_in_the_feed(aadal: Outside, part: str) -> None:
    told = page(aadal, part, limit=500)
    inside = page(aadal, "member", limit=500)
    for word in closed_words(TITLE_CLOSED):
        assert word in inside.text
        assert word not in told.text + str(told.headers)


# --- cursors ---


def test_now_is_the_head_and_start_is_the_beginning(house: Outside) -> None:
    now = page(house, "observer", after="now")
    assert (now.json(), position_of(now), now.headers["Klynge-Up-To-Date"]) == ([], house.head, "true")
    assert page(house, "auditor", after="start").json() == page(house, "auditor").json()
    assert now.headers["Klynge-Epoch"] == house.house.epoch


@pytest.mark.parametrize("cursor", ["x", "12", "æ", "x" * 300, "..", "bm90LmEuY3Vyc29yLmF0LmFsbA"])
def test_a_cursor_that_is_none_of_ours(house: Outside, cursor: str) -> None:
    told = problem(house.as_("observer").get(FEED, params={"after": cursor}))
    assert (told["status"], told["code"], told["parameter"]) == (400, "changes.cursor-unknown", "after")


def test_a_views_cursor_is_not_the_feeds(house: Outside) -> None:
    cursor = house.view("observer", MEETING)["cursor"]
    told = problem(house.as_("observer").get(FEED, params={"after": cursor}))
    assert told["code"] == "changes.cursor-unknown"


@pytest.mark.parametrize(("epoch", "ahead"), [("f" * 16, 0), (None, 1)], ids=["another life", "not yet"])
def test_a_cursor_of_another_life_of_the_log(house: Outside, epoch: str | None, ahead: int) -> None:
    cursor = Cursor(epoch or house.house.epoch, "feed", house.head + ahead).text()
    told = problem(house.as_("observer").get(FEED, params={"after": cursor}))
    assert (told["status"], told["code"], told["restart_at"]) == (409, "changes.epoch-changed", "start")
    good = Cursor(house.house.epoch, "feed", house.head).text()
    assert page(house, "observer", after=good).json() == []


def test_what_a_reader_has_already_is_not_sent_again(house: Outside) -> None:
    client = house.as_("observer")
    first = client.get(FEED, params={"limit": 50})
    again = client.get(FEED, params={"limit": 50}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Klynge-Next"] == first.headers["Klynge-Next"]
    assert first.headers["cache-control"] == "private, no-cache"


def test_an_empty_page_further_on_is_another_page(house: Outside) -> None:
    """Its events are as few; the cursor has moved."""
    client, topic = house.as_("observer"), "lillebaelt/fund/another"
    first = client.get(FEED, params={"limit": 5, "topic": topic})
    further = client.get(FEED, params={"limit": 9, "topic": topic}, headers={"If-None-Match": first.headers["etag"]})
    assert (further.status_code, position_of(further)) == (200, 9)


@pytest.mark.parametrize("query", ["wait=x", "limit=x", "type=a", "topic=A", "wait=1&wait=2"])
def test_a_misspelt_question(house: Outside, query: str) -> None:
    assert problem(house.as_("observer").get(f"{FEED}?{query}"))["status"] == 400


def test_nobody_in_particular(house: Outside) -> None:
    assert problem(httpx.get(f"{house.url}{FEED}"))["status"] == 401
