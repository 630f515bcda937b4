"""The topic `changes` over a real socket: the cursor of the pages, what is refused, and nothing but what was asked for."""

from typing import Any

import pytest

from eventstore.cursor import read_cursor
from realtime.onlookers import CHANGES
from tests.projections.aadal import MEETING
from tests.realtime.served import Line, Served

POINT = "dk.klynge.meeting.point-recorded.v1"


async def follow(line: Line, **how: Any) -> dict[str, Any]:
    await line.say("sub", id=1, topic=CHANGES, **how)
    return await line.until("ok")


async def events_until_sync(line: Line) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while (message := await line.next())["op"] != "sync":
        events += message.get("events", [])
    return events


async def test_what_is_told_over_the_socket_is_what_the_pages_tell_on_one_cursor(served: Served) -> None:
    async with served.line("member") as line, served.browser("member") as browser:
        ok = await follow(line, since="start")
        assert (ok["mode"], ok["pos"]) == ("resumed", served.house.core.head)
        told = await events_until_sync(line)
        pages: list[dict[str, Any]] = []
        after, cursors = "start", []
        while True:
            page = await browser.get("/v1/changes", params={"after": after, "limit": 40})
            pages += page.json()
            after = page.headers["Klynge-Next"]
            cursors.append(after)
            if page.headers["Klynge-Up-To-Date"] == "true":
                break
        assert told == pages
        assert len(told) > 40

        answer = await served.say("Og nu.")
        live = await line.until("evs")
        (event,) = live["events"]
        assert (event["data"]["position"], live["pos"]) == (answer.position, answer.position)
        page = await browser.get("/v1/changes", params={"after": cursors[-1]})
        assert page.json() == [event]
        assert page.headers["Klynge-Next"] == live["cursor"]

        async with served.line("member") as again:
            await follow(again, since=cursors[0])
            position = read_cursor(cursors[0])
            assert position is not None
            rest = [each for each in pages if each["data"]["position"] > position.position]
            assert await events_until_sync(again) == [*rest, event]


async def test_a_filter_is_kept_and_what_is_followed_no_more_is_told_no_more(served: Served) -> None:
    async with served.line("member") as line, served.line("chair") as other:
        await follow(line, topics=[MEETING], types=[POINT])
        await follow(other)
        await line.until("sync")
        await served.say("Et.")
        assert [each["type"] for each in (await line.until("evs"))["events"]] == [POINT]
        await line.say("unsub", id=2, topic=CHANGES)
        await line.until("ok")
        answer = await served.say("To.")
        while (await other.until("evs"))["pos"] < answer.position:
            pass
        await line.say("ping", t=7)
        assert (await line.next())["op"] == "pong", "and nothing before it"


@pytest.mark.parametrize("how", [{}, {"since": "now"}])
async def test_whoever_asks_for_what_comes_is_told_of_nothing_that_was(served: Served, how: dict[str, Any]) -> None:
    async with served.line("member") as line:
        ok = await follow(line, **how)
        assert (ok["mode"], ok["pos"]) == ("live", served.house.core.head)
        assert await events_until_sync(line) == []
        answer = await served.say("Nu.")
        assert (await line.until("evs"))["pos"] == answer.position


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"since": "vrøvl"}, "live.cursor-unknown"),
        ({"types": ["findes.ikke"]}, "type.unknown"),
        ({"topics": ["ikke et emne"]}, "topic.malformed"),
    ],
)
async def test_what_cannot_be_followed_is_refused_and_says_why(served: Served, how: dict[str, Any], code: str) -> None:
    async with served.line("member") as line:
        await line.say("sub", id=1, topic=CHANGES, **how)
        error = await line.until("error")
        assert (error["id"], error["problem"]["code"]) == (1, code)
        await follow(line)
