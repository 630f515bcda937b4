"""A row that is too large for any frame: told by an address, where the reader finds it as it stood then."""

import httpx

from domain.text import TEXT_CHARS_MAX
from realtime.messages import FRAME_BYTES_MAX
from tests.projections.aadal import MEETING
from tests.realtime.served import Served

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


def test_a_text_may_be_longer_than_a_frame() -> None:
    """The control: else nothing here is large."""
    assert len(LONG.encode()) > FRAME_BYTES_MAX
