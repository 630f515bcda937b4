"""Whoever signs out hears nothing more, in any tab and at any process; nobody else is cut off by it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from tests.projections.aadal import CAST
from tests.realtime.served import ANSWER_S, SUBPROTOCOL, Line, Served


@asynccontextmanager
async def tab(served: Served, browser: httpx.AsyncClient) -> AsyncIterator[Line]:
    """A page of a signed-in browser with the meeting open."""
    answer = await browser.post("/v1/tickets")
    assert answer.status_code == 200
    offered = [SUBPROTOCOL, Subprotocol(f"ticket.{answer.json()['ticket']}")]
    async with connect(served.socket_url, origin=Origin(served.origin), subprotocols=offered) as opened:
        line = Line(opened)
        await line.say("hello", client={"name": "page", "version": "1"})
        await line.sub()
        yield line


async def still_hears(line: Line) -> None:
    await line.say("ping", t=1)
    await line.until("pong")


async def test_signing_out_ends_every_tab_of_the_session_and_no_other(served: Served) -> None:
    async with (
        served.browser("member") as browser,
        served.browser("member") as another,
        tab(served, browser) as line,
        tab(served, browser) as second,
        tab(served, another) as stays,
        served.line("member") as by_token,
    ):
        assert (await browser.delete("/v1/session")).status_code == 204
        assert await line.closed() == 4001
        assert await second.closed() == 4001
        await still_hears(stays)
        await still_hears(by_token)


async def test_a_socket_that_has_not_said_hello_is_ended_too(served: Served) -> None:
    async with served.browser("member") as browser:
        ticket = (await browser.post("/v1/tickets")).json()["ticket"]
        offered = [SUBPROTOCOL, Subprotocol(f"ticket.{ticket}")]
        async with connect(served.socket_url, origin=Origin(served.origin), subprotocols=offered) as opened:
            await browser.delete("/v1/session")
            assert await Line(opened).closed() == 4001


async def test_signing_in_as_somebody_else_ends_what_was_open(served: Served) -> None:
    assert served.house.issuer is not None
    async with served.browser("member") as browser, tab(served, browser) as line:
        code = served.house.issuer.mint_code(CAST["chair"])
        assert (await browser.post("/v1/session", json={"code": code})).status_code == 200
        assert await line.closed() == 4001


async def test_a_session_that_another_process_ended_is_noticed(served: Served) -> None:
    other_process = served.house.settings.store.open_sessions()
    async with (
        served.browser("member") as browser,
        served.browser("member") as another,
        tab(served, browser) as line,
        tab(served, another) as stays,
        served.line("member") as by_token,
    ):
        await asyncio.to_thread(other_process.end, browser.cookies["klynge"])
        await served.house.sockets.look_at_sessions()
        async with asyncio.timeout(ANSWER_S):
            assert await line.closed() == 4001
        await still_hears(stays)
        await still_hears(by_token)
    other_process.close()


async def test_the_house_looks_by_itself(served: Served) -> None:
    other_process = served.house.settings.store.open_sessions()
    async with served.browser("member") as browser, tab(served, browser) as line:
        await asyncio.to_thread(other_process.end, browser.cookies["klynge"])
        assert await line.closed() == 4001
    other_process.close()
