"""A row that is too large for any frame: told by an address, where the reader finds it as it stood then."""

import asyncio

import httpx

from clients.live import follow, follow_changes
from clients.topic import NOW
from domain.text import TEXT_CHARS_MAX
from realtime.messages import FRAME_BYTES_MAX
from tests.projections.aadal import MEETING
from tests.realtime.served import ANSWER_S, Served, points_in

LONG = "🏥" * TEXT_CHARS_MAX


async def test_it_is_read_where_the_frame_says_as_it_stood_then(served: Served) -> None:
    async with served.line("member") as line, httpx.AsyncClient(base_url=served.url) as http:
        await line.sub()
        await served.say(LONG)
        message = await line.until("rows")
        ((key, address),) = message["href"].items()
        assert key not in message["set"]
        await served.say("Og videre.")
        answer = await http.get(address, headers={"Authorization": f"Bearer {served.token('member')}"})
        assert answer.json()["rows"][key]["text"] == LONG
        assert answer.json()["position"] == message["pos"]

        refused = await http.get(address, headers={"Authorization": f"Bearer {served.token('neighbour')}"})
        assert refused.status_code == 404


async def test_whoever_comes_back_is_told_of_it_the_same_way(served: Served) -> None:
    async with served.line("member") as line:
        await line.sub()
        topic = line.topics[MEETING]
    await served.say(LONG)
    async with served.line("member") as line:
        line.topics[MEETING] = topic
        await line.sub(since=topic.cursor)
        (message,) = [message for message in line.heard if message["op"] == "rows"]
        assert len(message["href"]) == 1


async def test_the_client_reads_them_and_whoever_follows_by_it_need_not_know(served: Served) -> None:
    token = served.token("member")
    rows, events = follow(served.url, token, MEETING), follow_changes(served.url, token, NOW)
    topic, _ = await anext(rows)
    await anext(events)
    await served.say(LONG)
    async with asyncio.timeout(ANSWER_S):
        topic, _ = await anext(rows)
        happened = await anext(events)
    assert points_in(topic) == [LONG]
    (event,) = happened.events
    assert event["data"]["event"]["point"]["text"] == LONG
    await rows.aclose()
    await events.aclose()

    since = follow(served.url, token, MEETING)
    topic, _ = await anext(since)
    assert points_in(topic) == [LONG]
    await since.aclose()


def test_a_text_may_be_longer_than_a_frame() -> None:
    """The control: else nothing here is large."""
    assert len(LONG.encode()) > FRAME_BYTES_MAX
