"""A sign-in that ends soon goes on by a fresh token, on the line that is open."""

import asyncio
import time

from clients.live import follow
from tests.carriers.proxy import Fault, proxied
from tests.projections.aadal import MEETING
from tests.realtime.served import ANSWER_S, Served, points_in

SOON_S = 30
"""Within the minute before its end in which a sign-in is renewed."""


async def test_a_token_that_can_be_asked_for_anew_is_renewed_on_the_open_socket(served: Served) -> None:
    asked: list[str] = []
    renewed = asyncio.Event()

    def token() -> str:
        asked.append(served.token("member", 3_600 if asked else SOON_S))
        if len(asked) == 2:
            renewed.set()
        return asked[-1]

    async with proxied(served.house.settings.port, Fault.NONE) as proxy:
        topics = follow(proxy.url, token, MEETING)
        await anext(topics)
        next_one = asyncio.ensure_future(anext(topics))
        async with asyncio.timeout(ANSWER_S):
            await renewed.wait()
            (protocol,) = served.protocols()
            assert protocol._connection is not None
            while (signed_in := protocol._connection._signed_in) is None or signed_in.expires_at < time.time() + 60:
                await asyncio.sleep(0.01)
            await served.say("Videre på samme linje.")
            topic, _ = await next_one
        assert points_in(topic) == ["Videre på samme linje."]
        assert proxy.asked == ["socket"]
        assert len(asked) == 2
        await topics.aclose()


async def test_a_token_that_cannot_be_asked_for_anew_is_not_shown_twice(served: Served) -> None:
    """The control: it is the renewal that keeps the line."""
    topics = follow(served.url, served.token("member", SOON_S), MEETING)
    await anext(topics)
    (protocol,) = served.protocols()
    assert protocol._connection is not None
    before = protocol._connection._signed_in
    await served.say("Uden fornyelse.")
    await anext(topics)
    assert protocol._connection._signed_in == before
    await topics.aclose()
