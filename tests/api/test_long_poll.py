"""Waiting at the change feed: woken by what happens, by a stop, and by a log that is put back; else by the clock."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from api.changes import WAIT_S_MAX
from eventstore.cursor import Cursor
from eventstore.sqlite.copies import keep_copy, put_back
from tests.api.feed import AT_ONCE_S, FEED, Poll, everything, page, position_of
from tests.api.saying import POINT, RECORD_POINT
from tests.files import files_of
from tests.outside import MEETING, MID_ITEM_2, Outside, copied, outside, problem, until


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


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


def test_a_cursor_that_another_process_told_is_waited_for(house: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ahead of what this one has read; in a moment it is not."""
    monkeypatch.setattr("api.feed.BEHIND_S", WAIT_S_MAX)
    poll = Poll(house, Cursor(house.house.epoch, "feed", house.head + 1).text())
    house.give("secretary", RECORD_POINT, POINT)
    house.give("secretary", RECORD_POINT, POINT)
    assert [event["data"]["position"] for event in poll.answered_at_once().json()] == [house.head]


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


def test_a_log_that_is_put_back_tells_those_who_wait_and_those_who_come_back(mid_item_2: Path, tmp_path: Path) -> None:
    with outside(copied(mid_item_2, tmp_path / "house")) as house:
        store = files_of(house.settings)
        databases = store.log, store.keys
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


def test_whoever_signed_out_while_they_waited_is_shown_nothing_more(house: Outside) -> None:
    issuer = house.house.issuer
    assert issuer is not None
    meant = {"Klynge-Request": "1"}
    for signs_out in (False, True):
        after = page(house, "observer", after="now").headers["Klynge-Next"]
        with httpx.Client(base_url=house.url, timeout=30) as browser:
            code = issuer.mint_code(house._cast["observer"])
            assert browser.post("/v1/session", json={"code": code}, headers=meant).status_code == 200
            told: list[httpx.Response] = []
            asked: dict[str, str | int] = {"after": after, "wait": WAIT_S_MAX}
            waiting = threading.Thread(target=partial(_ask, browser, asked, told))
            waiting.start()
            _wait_until(lambda: bool(house.house.core.tail._waiting))
            if signs_out:
                cookies = dict(browser.cookies)
                gone = httpx.delete(f"{house.url}/v1/session", cookies=cookies, headers=meant)
                assert gone.status_code == 204
            position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
            waiting.join(AT_ONCE_S)
        (answer,) = told
        if signs_out:
            assert problem(answer)["code"] == "session.expired"
        else:
            assert [event["data"]["position"] for event in answer.json()] == [position]


def test_who_waits_holds_a_line_and_has_no_more_of_them_than_of_sockets(
    house: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.house.places, "_per_person", 1)
    after = page(house, "observer", after="now").headers["Klynge-Next"]
    poll = Poll(house, after)
    _wait_until(lambda: bool(house.house.core.tail._waiting))
    for path in (f"{FEED}?after={after}&wait=1", f"/v1/live/frames?topic={MEETING}&wait=1"):
        answer = house.as_("observer").get(path)
        assert (problem(answer)["code"], answer.headers["Retry-After"]) == ("rate.lines", "10")
    assert house.as_("secretary").get(f"/v1/live/frames?topic={MEETING}").status_code == 200
    house.give("secretary", RECORD_POINT, POINT)
    assert poll.answered_at_once().status_code == 200
    _wait_until(lambda: not house.house.places._taken)
    assert house.as_("observer").get(f"/v1/live/frames?topic={MEETING}").status_code == 200


def _ask(browser: httpx.Client, asked: dict[str, str | int], told: list[httpx.Response]) -> None:
    told.append(browser.get(FEED, params=asked))


def _wait_until(true: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + AT_ONCE_S
    while not true():
        assert time.monotonic() < ends_at
        time.sleep(0.01)
