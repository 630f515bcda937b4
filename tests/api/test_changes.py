"""The change feed over HTTP: every event once and in order, what one may not see left out, waiting, and a log put back."""

import asyncio
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from api.changes import WAIT_S_MAX
from eventstore.copies import keep_copy, put_back
from eventstore.cursor import Cursor, read_cursor
from tests.api.saying import POINT, RECORD_POINT
from tests.outside import MEETING, MID_ITEM_2, Json, Outside, copied, outside, problem, until
from tests.projections.aadal import CAST as AADAL
from tests.projections.aadal import MEETING as AADAL_MEETING
from tests.projections.closed_item import OPEN_ITEM, TITLE_CLOSED, closed_words
from tests.projections.closed_item import STORY as CLOSED_STORY
from tests.realtime.served import record_meeting

FEED = "/v1/changes"
PAGES_MAX = 200
AT_ONCE_S = 10
"""Less than a poll waits, and more than an answer takes on a busy machine."""


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def page(house: Outside, part: str, **query: str | int) -> httpx.Response:
    answer = house.as_(part).get(FEED, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/cloudevents-batch+json"
    return answer


def everything(house: Outside, part: str, limit: int, **query: str) -> list[Json]:
    """From the start to the head, page by page."""
    events: list[Json] = []
    after = "start"
    for _ in range(PAGES_MAX):
        answer = page(house, part, after=after, limit=limit, **query)
        events += answer.json()
        after = answer.headers["Klynge-Next"]
        if answer.headers["Klynge-Up-To-Date"] == "true":
            return events
    raise AssertionError(f"no end after {PAGES_MAX} pages")


def position_of(answer: httpx.Response) -> int:
    cursor = read_cursor(answer.headers["Klynge-Next"])
    assert cursor is not None
    return cursor.position


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


# --- waiting ---


class Poll:
    """A poll that waits, on a line of its own."""

    def __init__(self, house: Outside, after: str, **query: str) -> None:
        self._line = HTTPConnection("127.0.0.1", house.settings.port, timeout=60)
        asked = urlencode({"after": after, "wait": WAIT_S_MAX, **query})
        self._line.request("GET", f"{FEED}?{asked}", headers={"Authorization": f"Bearer {house.token('observer')}"})
        for _ in range(3):
            # Asked after the poll was sent, and answered by the same loop, which has read it by then.
            assert house.head

    def answered_at_once(self) -> httpx.Response:
        """Its answer, which came long before its time was up."""
        begun = time.monotonic()
        answer = self._line.getresponse()
        told = httpx.Response(answer.status, headers=answer.getheaders(), content=answer.read())
        self._line.close()
        assert time.monotonic() - begun < AT_ONCE_S
        return told


def test_a_poll_wakes_for_a_new_event(house: Outside) -> None:
    after = page(house, "observer", after="now").headers["Klynge-Next"]
    polls = [Poll(house, after) for _ in range(3)]
    position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
    for each in polls:
        answer = each.answered_at_once()
        assert [event["data"]["position"] for event in answer.json()] == [position]
        assert answer.headers["Klynge-Up-To-Date"] == "true"


def test_a_poll_for_another_topic_wakes_too_with_nothing_but_a_cursor(house: Outside) -> None:
    after = page(house, "observer", after="now").headers["Klynge-Next"]
    poll = Poll(house, after, topic="lillebaelt/fund/klyngemidler")
    position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
    answer = poll.answered_at_once()
    assert (answer.json(), position_of(answer)) == ([], position)


def test_a_poll_does_not_wait_where_something_stands_already(house: Outside) -> None:
    begun = time.monotonic()
    assert page(house, "observer", after="start", wait=WAIT_S_MAX).json()
    assert time.monotonic() - begun < AT_ONCE_S


def test_a_poll_ends_when_its_time_is_up(house: Outside) -> None:
    after = page(house, "observer", after="now")
    answer = page(house, "observer", after=after.headers["Klynge-Next"], wait=1)
    assert (answer.json(), answer.headers["Klynge-Next"]) == ([], after.headers["Klynge-Next"])


def test_a_stop_does_not_wait_for_those_who_wait(mid_item_2: Path, tmp_path: Path) -> None:
    house = Outside(copied(mid_item_2, tmp_path))
    house.start()
    after = page(house, "observer", after="now").headers["Klynge-Next"]
    poll = Poll(house, after)
    house.stop()
    answer = poll.answered_at_once()
    assert (answer.status_code, answer.json(), answer.headers["Klynge-Next"]) == (200, [], after)


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


def test_a_log_that_is_put_back_tells_those_who_wait_and_those_who_come_back(mid_item_2: Path, tmp_path: Path) -> None:
    with outside(copied(mid_item_2, tmp_path / "house")) as house:
        databases = house.settings.store, house.settings.keys
        keep_copy(*databases, tmp_path / "copy")
        house.play(until(MID_ITEM_2)[1][:3])
        after = page(house, "observer", after="now").headers["Klynge-Next"]
        poll = Poll(house, after)
        again = house.house.begin_again(lambda: put_back(*databases, tmp_path / "copy"))
        asyncio.run_coroutine_threadsafe(again, house._loop).result()
        answer = poll.answered_at_once()
        told = problem(answer)
        assert (told["status"], told["code"]) == (409, "changes.epoch-changed")
        assert problem(house.as_("observer").get(FEED, params={"after": after})) == told
        events = everything(house, "observer", 100)
        assert events[-1]["data"]["position"] <= house.head
        assert house.give("secretary", RECORD_POINT, POINT).json()["position"] == house.head


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


@pytest.mark.parametrize("query", ["wait=x", "limit=x", "types=a", "wait=1&wait=2"])
def test_a_misspelt_question(house: Outside, query: str) -> None:
    assert problem(house.as_("observer").get(f"{FEED}?{query}"))["status"] == 400


def test_nobody_in_particular(house: Outside) -> None:
    assert problem(httpx.get(f"{house.url}{FEED}"))["status"] == 401
