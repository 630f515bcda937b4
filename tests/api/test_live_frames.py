"""The socket's frames over HTTP: the same rows, masks, cursors and resets, for whoever no socket reaches."""

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api import event_stream, live_frames
from eventstore.sqlite.copies import keep_copy, put_back
from klynge.serve import STOP_TIMEOUT_S
from realtime import messages
from realtime.closing import Close
from tests.api.feed import AT_ONCE_S
from tests.api.saying import POINT, RECORD_POINT
from tests.api.streams import Stream, streaming
from tests.files import files_of
from tests.outside import MEETING, MID_ITEM_2, Json, Outside, copied, outside, problem, until
from tests.projections.aadal import CAST as AADAL
from tests.projections.aadal import MEETING as AADAL_MEETING
from tests.projections.closed_item import STORY as CLOSED_STORY
from tests.projections.closed_item import TITLE_CLOSED, closed_words
from tests.realtime.served import record_meeting

FRAMES = "/v1/live/frames"
PEOPLE = "lillebaelt/people"
SOON_S = 0.05


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def poll(house: Outside, part: str, **query: Any) -> list[Json]:
    answer = house.as_(part).get(FRAMES, params=query)
    assert answer.status_code == 200, answer.text
    frames: list[Json] = answer.json()
    return frames


def said(house: Outside) -> int:
    return int(house.give("secretary", RECORD_POINT, POINT).json()["position"])


class Held:
    """What a client holds after some frames, by the rules of the protocol."""

    def __init__(self) -> None:
        self.rows: Json = {}
        self.pos = -1
        self.cursor = ""
        self._parts: Json = {}

    def take(self, frame: Json) -> None:
        match frame["op"]:
            case "reset":
                self.rows, self.pos = {}, -1
            case "snap":
                self._parts |= frame["rows"]
                if frame["last"]:
                    self.rows, self._parts = self._parts, {}
            case "rows" if frame["pos"] > self.pos:
                assert frame["prev"] <= self.pos
                for key, row in frame["set"].items():
                    if row is None:
                        self.rows.pop(key, None)
                    else:
                        self.rows[key] = row
        if frame.get("last", True) and "cursor" in frame:
            self.pos, self.cursor = frame["pos"], frame["cursor"]


# --- a long-poll ---


def test_a_poll_holds_all_rows_up_to_sync_and_the_next_what_came_since(house: Outside) -> None:
    held = Held()
    first = poll(house, "observer", topic=MEETING)
    assert [frame["op"] for frame in first] == ["snap", "sync"]
    for frame in first:
        held.take(frame)
    assert held.rows == house.rows("observer", MEETING)
    said(house)
    position = said(house)
    second = poll(house, "observer", topic=MEETING, since=held.cursor, wait=20)
    assert [frame["op"] for frame in second] == ["rows", "rows", "sync"]
    for frame in second:
        held.take(frame)
    assert (held.rows, held.pos) == (house.rows("observer", MEETING), position)


def test_a_poll_that_waits_is_answered_by_what_happens(house: Outside) -> None:
    cursor = poll(house, "observer", topic=MEETING)[-1]["cursor"]
    told: list[list[Json]] = []
    waiting = threading.Thread(
        target=lambda: told.append(poll(house, "observer", topic=MEETING, since=cursor, wait=25))
    )
    begun = time.monotonic()
    waiting.start()
    while not house.house.carriers._live:
        time.sleep(SOON_S)
    position = said(house)
    waiting.join(AT_ONCE_S)
    assert time.monotonic() - begun < AT_ONCE_S
    (frames,) = told
    assert [(frame["op"], frame["pos"]) for frame in frames][-1] == ("rows", position)


def test_a_poll_whose_time_is_up_says_that_there_was_nothing(house: Outside) -> None:
    cursor = poll(house, "observer", topic=MEETING)[-1]["cursor"]
    (sync,) = poll(house, "observer", topic=MEETING, since=cursor, wait=1)
    assert (sync["op"], sync["cursor"]) == ("sync", cursor)
    assert house.house.carriers._live == set()


def test_several_topics_go_on_each_from_its_own_cursor(house: Outside) -> None:
    meeting = poll(house, "observer", topic=MEETING)[-1]["cursor"]
    answer = house.as_("observer").get(f"{FRAMES}?topic={MEETING}&since={meeting}&topic={PEOPLE}&since=")
    told = [(frame["op"], frame["topic"]) for frame in answer.json()]
    assert told == [("sync", MEETING), ("snap", PEOPLE), ("sync", PEOPLE)]


def test_a_topic_that_one_may_not_see_is_as_one_that_is_not_there(house: Outside) -> None:
    for topic in (MEETING, "lillebaelt/meeting/none"):
        (error,) = poll(house, "dk/person/nobody", topic=topic, wait=25)
        assert error["op"] == "error"
        assert (error["problem"]["code"], error["problem"]["topic"]) == ("live.no-such-topic", topic)


@pytest.mark.parametrize(
    "query", ["", "topic=", f"since=x&topic={MEETING}", f"topic={MEETING}&since=x", f"topic={MEETING}&sinse=x"]
)
def test_a_misspelt_question(house: Outside, query: str) -> None:
    answer = house.as_("observer").get(f"{FRAMES}?{query}")
    if query == "topic=":
        assert answer.json()[0]["problem"]["code"] == "live.no-such-topic"
    else:
        assert problem(answer)["status"] == 400


def test_too_many_topics(house: Outside) -> None:
    asked = "&".join(f"topic=lillebaelt/meeting/{number}" for number in range(101))
    assert problem(house.as_("observer").get(f"{FRAMES}?{asked}"))["code"] == "topic.malformed"


def test_nobody_in_particular(house: Outside) -> None:
    assert problem(httpx.get(f"{house.url}{FRAMES}?topic={MEETING}"))["status"] == 401


# --- a stream ---


def frames_of(stream: Stream, last: str) -> list[Json]:
    """The frames of a stream up to one; heartbeats left out, and each with its cursor as its id."""
    told = []
    while True:
        event = stream.next()
        if not event.data:
            continue
        frame = event.json
        if frame["op"] == "hb":
            continue
        assert event.name == "message"
        assert event.id == (frame.get("cursor", "") if frame.get("last", True) else "")
        told.append(frame)
        if frame["op"] == last:
            return told


def test_a_stream_brings_the_frames_of_a_poll_and_then_what_happens(house: Outside) -> None:
    polled = poll(house, "observer", topic=MEETING)
    with streaming(house, "observer", FRAMES, {"Accept": "text/event-stream"}, topic=MEETING) as stream:
        assert frames_of(stream, "sync") == polled
        position = said(house)
        (change,) = frames_of(stream, "rows")
    assert (change["pos"], change["prev"]) == (position, polled[-1]["pos"])
    while house.house.carriers._live:
        time.sleep(SOON_S)  # that its client went away is noticed
    back = {"Accept": "text/event-stream", "Last-Event-ID": polled[-1]["cursor"]}
    with streaming(house, "observer", FRAMES, back, topic=MEETING) as stream:
        assert frames_of(stream, "sync")[:1] == [change]


def test_a_stream_is_heard_from_and_told_how_far_its_topics_are(house: Outside) -> None:
    with streaming(house, "observer", FRAMES, {"Accept": "text/event-stream"}, topic=MEETING) as stream:
        sync = frames_of(stream, "sync")[-1]
        house._loop.call_soon_threadsafe(house.house.hub.heartbeat, 1)
        event = stream.next()
    assert (event.json["op"], event.json["heads"], event.id) == ("hb", {MEETING: sync["pos"]}, "")


def test_a_stream_that_ends_by_itself_says_when_to_come_back(house: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "STREAM_S_MAX", SOON_S)
    monkeypatch.setattr(event_stream, "STREAM_SPREAD_S", 0)
    with streaming(house, "observer", FRAMES, {"Accept": "text/event-stream"}, topic=MEETING) as stream:
        bye = [event for event in stream.rest() if event.data][-1].json
    assert (bye["op"], bye["code"]) == ("bye", 4202)
    assert house.house.carriers._live == set()


def test_a_stop_tells_streams_and_polls_to_come_back(mid_item_2: Path, tmp_path: Path) -> None:
    house = Outside(copied(mid_item_2, tmp_path))
    house.start()
    cursor = poll(house, "observer", topic=MEETING)[-1]["cursor"]
    told: list[list[Json]] = []
    headers = {"Authorization": f"Bearer {house.token('observer')}"}
    asked = {"topic": MEETING, "since": cursor, "wait": 25}
    with httpx.Client(base_url=house.url, headers=headers) as client:
        waiting = threading.Thread(
            target=lambda: told.append(
                httpx.get(f"{house.url}{FRAMES}", params=asked, headers=headers, timeout=30).json()
            )
        )
        accept = {"Accept": "text/event-stream"}
        with client.stream("GET", FRAMES, params={"topic": MEETING}, headers=accept) as answer:
            stream = Stream(answer)
            frames_of(stream, "sync")
            waiting.start()
            while len(house.house.carriers._live) < 2:
                time.sleep(SOON_S)
            begun = time.monotonic()
            house.stop()
            streamed = [event.json["code"] for event in stream.rest() if event.data]
            waiting.join()
            assert time.monotonic() - begun < STOP_TIMEOUT_S
    assert (streamed, [frame["op"] for frame in told[0]]) == ([1012], ["sync", "bye"])


def test_a_log_that_is_put_back_shows_a_stream_what_stands_now(mid_item_2: Path, tmp_path: Path) -> None:
    with outside(copied(mid_item_2, tmp_path / "house")) as house:
        store = files_of(house.settings)
        databases = store.log, store.keys
        keep_copy(*databases, tmp_path / "copy")
        house.play(until(MID_ITEM_2)[1][:3])
        with streaming(house, "observer", FRAMES, {"Accept": "text/event-stream"}, topic=MEETING) as stream:
            held = Held()
            for frame in frames_of(stream, "sync"):
                held.take(frame)
            before = held.cursor
            again = house.house.begin_again(lambda: put_back(*databases, tmp_path / "copy"))
            asyncio.run_coroutine_threadsafe(again, house._loop).result()
            told = frames_of(stream, "sync")
        for frame in told:
            held.take(frame)
        assert (told[0]["op"], told[0]["reason"]) == ("reset", "epoch")
        assert held.rows == house.rows("observer", MEETING)
        polled = poll(house, "observer", topic=MEETING, since=before)
        assert [frame["op"] for frame in polled] == ["reset", "snap", "sync"]


# --- what one may not see ---


def test_frames_of_a_closed_item_come_to_those_inside_and_nobody_else(tmp_path: Path) -> None:
    asyncio.run(record_meeting(tmp_path, CLOSED_STORY.steps))
    with outside(tmp_path, AADAL) as house:
        told = {part: house.as_(part).get(FRAMES, params={"topic": AADAL_MEETING}) for part in ("member", "observer")}
    for word in closed_words(TITLE_CLOSED):
        assert word in told["member"].text
        assert word not in told["observer"].text + str(told["observer"].headers)


# --- as the socket has it: the rooms do not know each other, so their words are compared here ---


def test_streams_and_sockets_end_by_the_same_codes_and_hold_as_much() -> None:
    ours = (event_stream.OVERLOADED, event_stream.RESTART, event_stream.COME_BACK, event_stream.PROVE_AGAIN)
    assert ours == (Close.OVERLOADED, Close.RESTART, Close.DRAIN, Close.TOKEN_EXPIRED)
    assert event_stream.RESTART_SPREAD_MS == messages.RESTART_SPREAD_MS
    assert event_stream.COMMENT_S == messages.HEARTBEAT_S
    assert (live_frames.TOPICS_MAX, live_frames.TOPIC_CHARS_MAX) == (messages.TOPICS_MAX, messages.TOPIC_CHARS_MAX)
