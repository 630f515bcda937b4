"""Whoever follows over HTTP takes the service's own goodbye for what it is, and a proxy's page for none of its answers."""

import asyncio
import json

import pytest
from websockets.asyncio.server import ServerConnection, serve

from clients.ladder import Carrier, Loss
from clients.lines import SUBPROTOCOL, Ended, Lost, OverHttp, Wanted
from clients.live import follow
from clients.topic import CHANGES, START, Message
from tests.projections.aadal import MEETING
from tests.realtime.served import Served

TOPICS = [CHANGES, MEETING]


async def rest(line: OverHttp) -> tuple[list[str], Lost]:
    """What a line brings until it ends, and how it ends."""
    told: list[Message] = []
    try:
        while True:
            told.append(await line.next())
    except Lost as end:
        return [each["op"] for each in told], end
    finally:
        await line.close()


def by_stream(url: str, token: str, topic: str) -> OverHttp:
    return OverHttp(Wanted(url, topic, lambda: START if topic == CHANGES else None), token, Carrier.STREAM)


@pytest.mark.parametrize("topic", TOPICS)
async def test_a_stream_that_lasted_long_enough_is_opened_again_at_once(
    served: Served, topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.event_stream.STREAM_S_MAX", 0)
    line = by_stream(served.url, served.token("member"), topic)
    await line.ask()
    _, end = await rest(line)
    assert (end.loss, end.code, end.wait_s) == (Loss.TOLD, 4202, 0.0)


@pytest.mark.parametrize("topic", TOPICS)
async def test_whoever_follows_a_stream_comes_back_after_a_restart_in_a_time_of_their_own(
    served: Served, topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.lines.random.random", lambda: 0.5)
    line = by_stream(served.url, served.token("member"), topic)
    await line.ask()
    while (await line.next())["op"] != "sync":
        pass
    served.house.let_go()
    _, end = await rest(line)
    assert (end.loss, end.code, end.wait_s) == (Loss.TOLD, 1012, 2.5)


@pytest.mark.parametrize("topic", TOPICS)
async def test_a_token_that_ran_out_between_two_questions_is_asked_for_anew_and_one_that_never_held_is_not(
    served: Served, topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.lines.POLL_WAIT_S", 0)
    over, wanted = served.token("member", -60), Wanted(served.url, topic, lambda: START if topic == CHANGES else None)
    line = OverHttp(wanted, served.token("member"), Carrier.POLL)
    while (await line.next())["op"] != "pong":
        pass
    await line.renew(over)
    _, end = await rest(line)
    assert (end.loss, end.code) == (Loss.TOLD, 4200)
    line = OverHttp(wanted, over, Carrier.POLL)
    with pytest.raises(Ended):
        await line.next()
    await line.close()


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("carrier", [Carrier.STREAM, Carrier.POLL])
async def test_a_page_that_a_proxy_shows_instead_is_no_answer(topic: str, carrier: Carrier) -> None:
    """Guests of a network are asked to accept its terms, say."""

    async def asks_for_consent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"
        )
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(asks_for_consent, "127.0.0.1", 0) as proxy:
        port = proxy.sockets[0].getsockname()[1]
        line = OverHttp(Wanted(f"http://127.0.0.1:{port}", topic, lambda: START), "token", carrier)
        await line.ask()
        told, end = await rest(line)
    assert (told, end.loss) == ([], Loss.REFUSED)


async def test_a_socket_that_is_let_go_of_right_after_its_welcome_is_opened_at_once_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else two that disagree about the time, say, keep each other busy."""
    opened = 0

    class BacksOff(Exception):
        pass

    def back_off(tries: int) -> float:
        raise BacksOff

    async def lets_go(socket: ServerConnection) -> None:
        nonlocal opened
        opened += 1
        await socket.recv()
        await socket.send(json.dumps({"op": "welcome", "hb_ms": 15_000}))
        await socket.recv()
        await socket.send(json.dumps({"op": "bye", "code": 4200, "retry": {"after_ms": 0, "jitter_ms": 0}}))
        await socket.close(4200 if opened < 5 else 4000)

    monkeypatch.setattr("clients.live._back_off_s", back_off)
    async with serve(lets_go, "127.0.0.1", 0, subprotocols=[SUBPROTOCOL]) as server:
        url = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        with pytest.raises(BacksOff):
            await anext(follow(url, "token", MEETING))
    assert opened == 2
