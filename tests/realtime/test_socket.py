"""Over a real socket: who gets in, what ends a connection, and what the wire carries."""

import asyncio
import gc
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus
from websockets.server import ServerProtocol
from websockets.typing import Origin, Subprotocol

from api.identity import seconds_now
from api.request_head import BoundedHttp
from eventstore.sessions import TICKET_S, Session
from realtime.messages import HELLO_TIMEOUT_S, MESSAGE_IN_BYTES_MAX, MESSAGES_BURST
from realtime.signing_in import SignedIn
from realtime.socket import CLOSE_TIMEOUT_S
from tests.projections.aadal import CAST, MEETING
from tests.realtime.bare import bare, close_frame, masked
from tests.realtime.served import ANSWER_S, SUBPROTOCOL, Line, Served


async def a_ticket(served: Served, part: str = "member") -> str:
    async with served.browser(part) as browser:
        answer = await browser.post("/v1/tickets")
        assert answer.status_code == 200
        ticket: str = answer.json()["ticket"]
        return ticket


@asynccontextmanager
async def page(served: Served, ticket: str | None, origin: str | None) -> AsyncIterator[ClientConnection]:
    """A socket as a browser opens it."""
    offered = [SUBPROTOCOL, *([f"ticket.{ticket}"] if ticket else [])]
    async with connect(
        served.socket_url,
        origin=None if origin is None else Origin(origin),
        subprotocols=[Subprotocol(each) for each in offered],
    ) as opened:
        yield opened


# --- the door ---------------------------------------------------------------------------------------------------------


async def test_a_page_signs_in_by_a_ticket_from_its_own_origin(served: Served) -> None:
    async with page(served, await a_ticket(served), served.origin) as opened:
        assert opened.subprotocol == SUBPROTOCOL, "the ticket is not echoed"
        line = Line(opened)
        await line.say("hello", client={"name": "page", "version": "1"})
        assert (await line.until("welcome"))["head"] > 0
        ok = await line.sub()
        assert ok["mode"] == "snapshot"
        assert line.topics[MEETING].rows["meeting"]["phase"] == "in-session"


async def refused(served: Served, ticket: str | None, origin: str | None) -> int:
    with pytest.raises(InvalidStatus) as refusal:
        async with page(served, ticket, origin):
            pass
    return refusal.value.response.status_code


async def test_a_ticket_that_cannot_be_looked_up_is_answered_all_the_same(served: Served) -> None:
    ticket = await a_ticket(served)
    redeem = served.house.sockets.redeem

    def away(ticket: str, origin: str) -> SignedIn | None:
        raise OperationalError("the database cannot be had")

    served.house.sockets.redeem = away
    assert await refused(served, ticket, served.origin) == 503
    served.house.sockets.redeem = redeem
    async with page(served, ticket, served.origin) as opened:
        assert opened.subprotocol == SUBPROTOCOL, "it was not used up"


async def test_a_ticket_is_good_for_one_socket(served: Served) -> None:
    ticket = await a_ticket(served)
    async with page(served, ticket, served.origin):
        pass
    assert await refused(served, ticket, served.origin) == 401


async def test_a_ticket_is_good_for_half_a_minute(served: Served) -> None:
    def issued(ago_s: int) -> str:
        now = seconds_now()
        return served.house.sessions.issue_ticket(Session(CAST["member"], now + 3_600), served.origin, now - ago_s)

    assert await refused(served, issued(TICKET_S + 1), served.origin) == 401
    async with page(served, issued(TICKET_S - 5), served.origin) as opened:
        assert opened.subprotocol == SUBPROTOCOL, "the control"


async def test_a_ticket_is_good_for_the_origin_it_was_made_for(served: Served) -> None:
    assert await refused(served, await a_ticket(served), None) == 401
    assert await refused(served, await a_ticket(served), "https://elsewhere.example") == 403
    assert await refused(served, await a_ticket(served), f"{served.origin}/") == 403
    assert await refused(served, await a_ticket(served), served.origin.replace("127.0.0.1", "localhost")) == 403
    assert await refused(served, "made-up", served.origin) == 401


@pytest.mark.parametrize("other", ["https://elsewhere.example", None], ids=["another", "the same"])
async def test_a_page_is_of_one_origin(served: Served, other: str | None) -> None:
    offered = [Subprotocol(SUBPROTOCOL), Subprotocol(f"ticket.{await a_ticket(served)}")]
    once = connect(served.socket_url, origin=Origin(served.origin), subprotocols=offered)
    twice = connect(
        served.socket_url,
        origin=Origin(served.origin),
        subprotocols=offered,
        additional_headers=[("Origin", other or served.origin)],
    )
    async with asyncio.timeout(ANSWER_S):
        with pytest.raises(InvalidStatus) as refusal:
            await twice
        assert refusal.value.response.status_code == 403
        async with once:
            """The control: the ticket is good, and was not used up."""


async def test_a_page_without_a_ticket_is_refused_and_another_client_may_bring_a_token(served: Served) -> None:
    assert await refused(served, None, served.origin) == 401
    async with page(served, None, None) as opened:
        line = Line(opened)
        await line.say("hello", token=served.token("member"))
        await line.until("welcome")


async def test_there_is_a_socket_at_one_path_only(served: Served) -> None:
    for path in ("/", "/v1/live/", "/v1/changes", "/v1/lively"):
        with pytest.raises(InvalidStatus) as refusal:
            async with connect(f"{served.url.replace('http', 'ws')}{path}"):
                pass
        assert refusal.value.response.status_code == 404
    async with served.line("member", additional_headers={}) as line:
        assert (await line.sub())["mode"] == "snapshot"
    async with connect(f"{served.socket_url}?x=1"):
        pass


@pytest.mark.parametrize(
    "offered", [["klynge.v2.json"], ["klynge.v2.json", "other"]], ids=["the next version", "among others"]
)
async def test_a_client_of_another_version_is_told_so(served: Served, offered: list[str]) -> None:
    async with connect(served.socket_url, subprotocols=[Subprotocol(each) for each in offered]) as opened:
        assert await Line(opened).closed() == 4005
    async with connect(
        served.socket_url, subprotocols=[Subprotocol("klynge.v2.json"), Subprotocol(SUBPROTOCOL)]
    ) as opened:
        assert opened.subprotocol == SUBPROTOCOL


async def test_a_token_that_is_not_ours_ends_the_connection(served: Served) -> None:
    for token in ("", "vrøvl", served.token("member")[:-4] + "AAAA"):
        async with served.line() as line:
            await line.say("hello", token=token)
            assert await line.closed() == 4001


async def test_who_does_not_say_hello_in_time_is_closed_and_who_did_is_not(served: Served) -> None:
    loop = asyncio.get_running_loop()
    before = loop.time()
    async with served.line() as silent, served.line("member") as greeted:
        for protocol in served.protocols():
            protocol.check(before + HELLO_TIMEOUT_S - 1, ping=False)
        await silent.socket.ping()
        for protocol in served.protocols():
            protocol.check(loop.time() + HELLO_TIMEOUT_S + 1, ping=False)
        assert await silent.closed() == 4006
        assert (await greeted.sub())["mode"] == "snapshot"


# --- what the wire carries --------------------------------------------------------------------------------------------


async def test_a_binary_frame_ends_it(served: Served) -> None:
    async with served.line("member") as line:
        await line.socket.send(b'{"op":"ping","t":1}')
        assert await line.closed() == 4000


async def test_what_cannot_be_read_is_answered(served: Served) -> None:
    async with served.line("member") as line:
        await line.socket.send("{vrøvl")
        assert (await line.until("error"))["problem"]["code"] == "live.malformed"
        await line.say("ping", t=5)
        assert await line.until("pong") == {"op": "pong", "t": 5}


async def test_a_message_has_a_size(served: Served) -> None:
    def of_size(size: int) -> str:
        head = json.dumps({"op": "ping", "t": 1, "x": ""})
        return head.replace('"x": ""', f'"x": "{"y" * (size - len(head))}"')

    async with served.line("member") as line:
        await line.socket.send(of_size(MESSAGE_IN_BYTES_MAX))
        await line.until("pong")
        await line.socket.send(of_size(MESSAGE_IN_BYTES_MAX + 1_024))
        assert await line.closed() == 1009


async def test_a_message_in_fragments_is_one_message_and_has_the_same_size(served: Served) -> None:
    async with served.line("member") as line:
        await line.socket.send(['{"op":', '"ping",', '"t":9}'])
        assert await line.until("pong") == {"op": "pong", "t": 9}
        await line.socket.send(['{"op":"ping","t":1,"x":"', *["z" * 4_000] * 5, '"}'])
        assert await line.closed() == 1009


async def test_a_flood_ends_it(served: Served) -> None:
    async with served.line("member") as line:
        for n in range(MESSAGES_BURST * 2):
            await line.say("ping", t=n)
        assert await line.closed() == 4101
        pongs = [message for message in line.heard if message["op"] == "pong"]
        assert MESSAGES_BURST - 1 <= len(pongs) < MESSAGES_BURST * 2


async def test_a_ping_is_answered_and_who_answers_none_is_cut_off(served: Served) -> None:
    async with served.line("member") as line:
        (protocol,) = served.protocols()
        loop = asyncio.get_running_loop()
        protocol.check(loop.time(), ping=True)
        await line.say("ping", t=1)
        await line.until("pong")  # the pong frame went before it
        protocol.check(loop.time(), ping=True)
        await line.say("ping", t=2)
        await line.until("pong")
        protocol._pong_due = True  # as if the last one had never been answered
        protocol.check(loop.time(), ping=True)
        assert await line.closed() == 4201


# --- a client that does not keep to it --------------------------------------------------------------------------------


async def test_what_comes_after_the_close_is_not_heard(served: Served) -> None:
    async with bare(served) as (reader, writer):
        (protocol,) = served.protocols()
        writer.write(masked({"op": "ping", "t": 1}) + masked({"op": "hello", "token": served.token("member")}))
        assert await reader.readexactly(4) == close_frame(4001)
        assert protocol._connection is not None
        assert not protocol._connection.welcomed


async def test_who_does_not_close_after_us_is_given_a_moment_and_then_cut_off(served: Served) -> None:
    async with bare(served) as (reader, writer):
        (protocol,) = served.protocols()
        now = asyncio.get_running_loop().time()
        protocol._due_at = now - 1  # it has been here for long
        writer.write(masked({"op": "ping", "t": 1}))
        assert await reader.readexactly(4) == close_frame(4001)
        protocol.check(now + CLOSE_TIMEOUT_S - 1, ping=False)
        assert not protocol._transport.is_closing()
        protocol.check(now + CLOSE_TIMEOUT_S + 1, ping=False)
        assert await reader.read() == b""


# --- presence ---------------------------------------------------------------------------------------------------------


def people(messages: list[Any]) -> list[str]:
    return [each if isinstance(each, str) else each["person"]["id"] for each in messages]


async def test_two_people_see_each_other_come_and_go(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("realtime.presence.GRACE_S", 0.1)
    async with served.line("chair") as chair:
        await chair.sub(presence=True)
        assert people((await chair.until("pres"))["full"]) == [CAST["chair"]]
        async with served.line("member") as member:
            await member.sub(presence=True)
            joined = await chair.until("pres")
            assert people(joined["join"]) == [CAST["member"]]
            assert joined["join"][0]["person"]["name"] == "Navn på member"
            assert joined["join"][0]["roles"] == ["Ådal Kommune"]
            await member.say("presence", id=9, topic=MEETING, state={"hand": True})
            raised = await chair.until("pres")
            assert [(each["person"]["id"], each["hand"]) for each in raised["update"]] == [(CAST["member"], 1)]
            await chair.say("presence", id=9, topic=MEETING, person=CAST["member"])
            lowered = await member.until("pres")
            while "update" not in lowered or lowered["update"][0]["hand"] is not None:
                lowered = await member.until("pres")
            assert people(lowered["update"]) == [CAST["member"]]
        last = await chair.until("pres")
        while "leave" not in last:
            last = await chair.until("pres")
        assert people(last["leave"]) == [CAST["member"]]


async def test_a_socket_that_is_gone_leaves_nothing_to_the_collector(served: Served) -> None:
    """Thousands come and go: what waits to be collected would be memory, and collecting it a pause."""

    def there() -> int:
        return sum(type(each) in (ServerProtocol, BoundedHttp) for each in gc.get_objects())

    async with served.line("member"):
        gc.collect()
        gc.disable()
        try:
            before = there()
            async with served.line("member"):
                assert there() == before + 1, (
                    "the control: one that is open is found; what read its request is not any more"
                )
            while len(served.protocols()) > 1:
                await asyncio.sleep(0)
            assert there() == before
        finally:
            gc.enable()
