"""The feed as a stream: as the pages, on the same cursor; ended by time, by a stop and with the sign-in; held up by nobody."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from api import changes_stream, event_stream, export
from api.feed import Feed, Standing
from eventstore.cursor import Cursor
from eventstore.sqlite.copies import keep_copy, put_back
from klynge.serve import STOP_TIMEOUT_S
from projections.feed_filter import EVERYTHING
from tests.api.feed import AT_ONCE_S, FEED, everything, page
from tests.api.saying import POINT, RECORD_POINT
from tests.api.streams import STREAM, streaming
from tests.files import files_of
from tests.outside import MEETING, MID_ITEM_2, Outside, copied, outside, problem, until
from tests.projections.aadal import CAST as AADAL
from tests.projections.closed_item import STORY as CLOSED_STORY
from tests.projections.closed_item import TITLE_CLOSED, closed_words
from tests.realtime.served import record_meeting

SOON_S = 0.05


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are heard from often."""
    monkeypatch.setattr(event_stream, "COMMENT_S", SOON_S)


def shortly(true: Callable[[], bool]) -> bool:
    ends_at = time.monotonic() + AT_ONCE_S
    while not true() and time.monotonic() < ends_at:
        time.sleep(SOON_S)
    return true()


# --- what it tells ---


def test_a_stream_tells_what_the_pages_tell_and_goes_on_from_their_cursor(house: Outside) -> None:
    pages = everything(house, "auditor", 100)
    with streaming(house, "auditor", after="start") as stream:
        assert stream.next().retry == str(event_stream.RETRY_MS)
        told = stream.until("sync")
    assert [each.json for each in told[:-1]] == pages
    assert {each.name for each in told[:-1]} == {"change"}
    assert told[-1].json == {"position": house.head, "cursor": told[-1].id}
    for each in (told[0], told[40], told[-1]):
        after = page(house, "auditor", after=each.id).json()
        assert after == [more for more in pages if each.name == "change" and more["sequence"] > each.json["sequence"]]


def test_the_feed_itself_is_a_stream_to_whoever_accepts_one(house: Outside) -> None:
    with streaming(house, "auditor", FEED, {"Accept": "text/event-stream"}, after="now") as stream:
        assert [each.name for each in stream.until("sync")] == ["sync"]


def test_what_happens_comes_by_itself(house: Outside) -> None:
    with streaming(house, "observer", after="now") as stream:
        stream.until("sync")
        position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
        change, sync = stream.until("sync")
    assert (change.json["data"]["position"], sync.json["position"]) == (position, position)
    assert change.id == sync.id == Cursor(house.house.epoch, "feed", position).text()


def test_the_last_event_stands_before_the_address(house: Outside) -> None:
    events = everything(house, "auditor", 100)
    last = Cursor(house.house.epoch, "feed", house.head - 1).text()
    with streaming(house, "auditor", headers={"Last-Event-ID": last}, after="start") as stream:
        assert [each.json for each in stream.until("sync")[:-1]] == events[-1:]


def test_topics_and_types_are_asked_for_several_at_once(house: Outside) -> None:
    everything_told = everything(house, "auditor", 100)
    types = ["meeting.point-recorded", "dk.klynge.person.registered.v1"]
    topics = [MEETING, "dk"]
    wanted = [
        each
        for each in everything_told
        if each["type"] in ("dk.klynge.meeting.point-recorded.v1", "dk.klynge.person.registered.v1")
        and (each["subject"] == MEETING or each["source"] == "/dk")
    ]
    assert {each["source"] for each in wanted} == {"/dk", "/lillebaelt"}
    with streaming(house, "auditor", type=types, topic=topics) as stream:
        told = stream.until("sync")
    assert [each.json for each in told[:-1]] == wanted
    answer = house.as_("auditor").get(FEED, params={"type": types, "topic": topics, "limit": 1000})
    assert answer.json() == wanted


@pytest.mark.parametrize("query", ["type=meeting.adjurned", "topic=Syddanmark", "wait=3", "limit=3", "after=x"])
@pytest.mark.parametrize("path", [STREAM, FEED])
def test_a_misspelt_question_is_no_stream_that_never_tells_anything(house: Outside, path: str, query: str) -> None:
    headers = {"Accept": "text/event-stream"}
    assert problem(house.as_("observer").get(f"{path}?{query}", headers=headers))["status"] == 400


def test_nobody_in_particular_is_told_nothing(house: Outside) -> None:
    assert problem(httpx.get(f"{house.url}{STREAM}"))["status"] == 401


@pytest.fixture(scope="module")
def aadal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    folder = tmp_path_factory.mktemp("aadal")
    asyncio.run(record_meeting(folder, CLOSED_STORY.steps))
    with outside(folder, AADAL) as house:
        yield house


@pytest.mark.parametrize("part", ["observer", "dk/person/nobody"])
def test_closed_words_are_not_in_the_stream_and_the_cursor_goes_on_over_them(aadal: Outside, part: str) -> None:
    told = {}
    for each in (part, "member"):
        with streaming(aadal, each) as stream:
            told[each] = stream.until("sync")
    assert told[part][-1] == told["member"][-1]
    assert len(told[part]) < len(told["member"])
    outside_told, inside_told = ("".join(event.data for event in told[each]) for each in (part, "member"))
    for word in closed_words(TITLE_CLOSED):
        assert word in inside_told
        assert word not in outside_told


# --- how long it goes on ---


@pytest.mark.usefixtures("soon")
def test_a_line_on_which_nothing_happens_is_heard_from(house: Outside) -> None:
    with streaming(house, "observer", after="now") as stream:
        stream.comment()


def test_a_stream_ends_by_itself_and_its_client_goes_on(house: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "STREAM_S_MAX", 1)
    monkeypatch.setattr(event_stream, "STREAM_SPREAD_S", 0)
    with streaming(house, "observer", after="now") as stream:
        told = [each for each in stream.rest() if each.data]
    assert [each.name for each in told] == ["sync", "bye"]
    assert told[-1].json == {"code": 4202, "retry": {"after_ms": 0, "jitter_ms": 0}}
    position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
    assert [each["data"]["position"] for each in page(house, "observer", after=told[0].id).json()] == [position]


@pytest.mark.usefixtures("soon")
def test_a_stream_ends_with_the_token(house: Outside) -> None:
    issuer = house.house.issuer
    assert issuer is not None
    for seconds, ends in ((3, True), (3_600, False)):
        token = issuer.mint_token(house._cast["observer"], seconds)
        headers = {"Authorization": f"Bearer {token}"}
        with streaming(house, "observer", headers=headers, after="now") as stream:
            if ends:
                assert [each.json["code"] for each in stream.rest() if each.name == "bye"] == [4200]
            else:
                stream.until("sync")
                stream.comment()


@pytest.mark.usefixtures("soon")
def test_a_stream_of_a_session_that_is_ended_ends_and_tells_nothing_more(house: Outside) -> None:
    issuer = house.house.issuer
    assert issuer is not None
    meant = {"Klynge-Request": "1"}
    with httpx.Client(base_url=house.url, timeout=30) as browser:
        code = issuer.mint_code(house._cast["observer"])
        assert browser.post("/v1/session", json={"code": code}, headers=meant).status_code == 200
        with browser.stream("GET", STREAM, params={"after": "now"}) as answer:
            lines = answer.iter_lines()
            while "event: sync" not in next(lines):
                pass
            position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
            while f'"position":{position}' not in next(lines):
                pass
            assert browser.delete("/v1/session", headers=meant).status_code == 204
            position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
            assert not [line for line in lines if f'"position":{position}' in line]


def test_a_client_that_vanished_is_noticed(house: Outside) -> None:
    taken = house.house.places._taken
    who = house._cast["plo-syd"]
    with streaming(house, "plo-syd", after="now") as stream:
        stream.until("sync")
        assert taken[who] == 1
    assert shortly(lambda: who not in taken)


def test_a_stop_does_not_wait_for_streams(mid_item_2: Path, tmp_path: Path) -> None:
    house = Outside(copied(mid_item_2, tmp_path))
    house.start()
    client = httpx.Client(base_url=house.url, headers={"Authorization": f"Bearer {house.token('observer')}"})
    with client, client.stream("GET", STREAM, params={"after": "now"}) as answer:
        lines = answer.iter_lines()
        while "event: sync" not in next(lines):
            pass
        begun = time.monotonic()
        house.stop()
        assert [line for line in lines if line.startswith("event:")] == ["event: bye"]
        assert time.monotonic() - begun < STOP_TIMEOUT_S


def test_a_log_that_is_put_back_tells_those_who_listen_and_those_who_come_back(
    mid_item_2: Path, tmp_path: Path
) -> None:
    with outside(copied(mid_item_2, tmp_path / "house")) as house:
        store = files_of(house.settings)
        databases = store.log, store.keys
        keep_copy(*databases, tmp_path / "copy")
        house.play(until(MID_ITEM_2)[1][:3])
        with streaming(house, "observer", after="now") as stream:
            (before,) = stream.until("sync")
            again = house.house.begin_again(lambda: put_back(*databases, tmp_path / "copy"))
            asyncio.run_coroutine_threadsafe(again, house._loop).result()
            (reset,) = stream.until("reset")
            told = stream.until("sync")
        assert reset.json == {"reason": "epoch", "epoch": house.house.epoch, "cursor": reset.id}
        assert [each.json for each in told[:-1]] == everything(house, "observer", 100)
        assert page(house, "observer", after=reset.id).json() == page(house, "observer", after="start").json()
        # By itself a browser comes back with the last id; whoever wrote the cursor into an address is told no.
        with streaming(house, "observer", headers={"Last-Event-ID": before.id}) as stream:
            again_told = stream.until("sync")
        assert [each.name for each in again_told[:2]] == ["reset", "change"]
        told_no = problem(house.as_("observer").get(STREAM, params={"after": before.id}))
        assert (told_no["status"], told_no["code"]) == (409, "changes.epoch-changed")


# --- what it holds ---


async def test_nothing_is_made_for_whoever_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    made, read, gone = [], asyncio.Event(), asyncio.Event()

    async def chunks() -> AsyncGenerator[bytes]:
        for number in range(3):
            made.append(number)
            yield b"x"

    class Places:
        taken = 0

        def take(self, person: str) -> None:
            self.taken += 1

        def leave(self, person: str) -> None:
            self.taken -= 1

    async def send(message: MutableMapping[str, Any]) -> None:
        if message.get("body"):
            await read.wait()

    async def receive() -> dict[str, str]:
        await gone.wait()
        return {"type": "http.disconnect"}

    places = Places()
    answer = event_stream.Streamed(chunks(), places, "dk/person/somebody")
    going = asyncio.create_task(answer({"type": "http"}, receive, send))
    for _ in range(10):
        await asyncio.sleep(0)
    assert (made, places.taken) == ([0], 1)
    gone.set()
    await going
    assert (made, places.taken) == ([0], 0)


def test_a_person_holds_so_many_lines_and_no_more(mid_item_2: Path, tmp_path: Path) -> None:
    with outside(copied(mid_item_2, tmp_path)) as house:
        house.house.places._per_person = 1
        with streaming(house, "observer", after="now") as stream:
            stream.until("sync")
            answer = house.as_("observer").get(STREAM)
            assert (problem(answer)["code"], answer.headers["Retry-After"]) == ("rate.lines", "10")
            with streaming(house, "plo-syd", after="now") as another:
                another.until("sync")
        assert shortly(lambda: house.as_("observer").get(f"{STREAM}?after=x").status_code == 400)


def test_where_a_process_is_full_nobody_is_told_that_it_is_for_too_many_of_their_own(
    house: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a proxy that reads 503 asks another process."""
    monkeypatch.setattr(house.house.places, "_left", 0)
    for path in (STREAM, f"{FEED}?after=start&wait=1", f"/v1/live/frames?topic={MEETING}"):
        answer = house.as_("observer").get(path)
        assert (answer.status_code, problem(answer)["code"]) == (503, "rate.full"), path
        assert answer.headers["Retry-After"] == "10"


class Slow(Standing):
    """Somebody who reads so slowly that they sign out before they have read what was on its way to them."""

    signed_in = True
    left_s = 3_600

    def __init__(self) -> None: ...

    def holds(self) -> bool:
        return self.signed_in


@pytest.mark.parametrize("signs_out", [False, True])
def test_who_reads_slowly_and_signs_out_meanwhile_is_told_nothing_more(
    house: Outside, monkeypatch: pytest.MonkeyPatch, signs_out: bool
) -> None:
    monkeypatch.setattr(event_stream, "CHUNK_BYTES", 1)
    monkeypatch.setattr(changes_stream, "SLICE_EVENTS", 100_000)
    running, beginning = house.house, Cursor(house.house.epoch, "feed", 0)

    async def read(of: Callable[[Feed, Standing], AsyncGenerator[bytes]], word: bytes, count: int) -> int:
        standing = Slow()
        told = of(Feed(running, house._cast["auditor"], EVERYTHING), standing)
        read = 0
        async for chunk in told:
            assert b"event: sync" not in chunk, "a cursor beyond what was told"
            read += word in chunk
            standing.signed_in = not (signs_out and read)
            if read == count:
                break
        await told.aclose()
        return read

    def stream(feed: Feed, standing: Standing) -> AsyncGenerator[bytes]:
        return changes_stream._events(running, feed, standing, beginning)

    def lines(feed: Feed, standing: Standing) -> AsyncGenerator[bytes]:
        return export._lines(running, feed, standing, beginning, running.reading.head)

    for of, word in ((stream, b"event: change"), (lines, b'"specversion"')):
        told = asyncio.run_coroutine_threadsafe(read(of, word, 20), house._loop).result()
        assert told == (1 if signs_out else 20)
