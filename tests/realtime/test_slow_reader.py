"""A reader that does not read: parked, never waited for, never buffered for, and brought up to date without loss."""

import asyncio
import socket

import pytest

from realtime.messages import PARKED_S_MAX
from realtime.socket import WRITE_HIGH_BYTES, LiveProtocol
from tests.projections.aadal import CAST, MEETING
from tests.realtime.served import ANSWER_S, Line, Served

LONG = "Et langt indlæg om budgettet. " * 600
FULL_BY = 1_000
"""So many long remarks fill every buffer between the hub and a reader that does not read."""


def small_buffers(served: Served) -> socket.socket:
    """A connected socket into which little fits."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    host, port = served.url.removeprefix("http://").split(":")
    opened.connect((host, int(port)))
    opened.setblocking(False)
    return opened


def end_of(served: Served, part: str) -> LiveProtocol:
    """The server's end of that person's socket."""
    (found,) = [each for each in served.protocols() if each._connection and each._connection.person == CAST[part]]
    return found


async def fill(served: Served, quick: Line, slow: LiveProtocol) -> list[str]:
    """Long remarks until the slow one is parked; the quick one has each at once. What was said."""
    said: list[str] = []
    while slow._parked_at is None:
        assert len(said) < FULL_BY
        said.append(f"{len(said)}: {LONG}".strip())
        answer = await served.say(said[-1])
        await quick.until_position(answer.position)
    return said


async def also(served: Served, quick: Line, texts: list[str]) -> list[str]:
    for text in texts:
        answer = await served.say(text)
        await quick.until_position(answer.position)
    return texts


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([f"kort {n}" for n in range(5)], id="from the ring"),
        pytest.param([f"lang {n} {LONG}".strip() for n in range(60)], id="by the rows that changed"),
    ],
)
async def test_others_are_served_at_once_and_the_slow_one_misses_nothing(served: Served, more: list[str]) -> None:
    async with (
        served.line("chair") as quick,
        served.line("member", sock=small_buffers(served), max_queue=1) as slow,
    ):
        await quick.sub()
        await slow.sub()
        protocol = end_of(served, "member")
        said = await fill(served, quick, protocol)
        buffered = protocol._transport.get_write_buffer_size()
        said += await also(served, quick, more)
        assert protocol._transport.get_write_buffer_size() <= buffered, "what it does not read does not pile up"
        assert buffered <= WRITE_HIGH_BYTES + 2 * len(LONG) * 3

        slow.heard.clear()
        await slow.until_position(quick.topics[MEETING].position)
        assert slow.points() == quick.points() == said
        assert {message["op"] for message in slow.heard} - {"sync", "hb"} == {"rows"}

        answer = await served.say("Nu følger alle med.")
        for line in (quick, slow):
            await line.until_position(answer.position)
            assert line.points()[-1] == "Nu følger alle med."


async def test_who_does_not_read_is_not_listened_to(served: Served) -> None:
    """So nothing has to be answered that cannot be sent."""
    async with (
        served.line("chair") as quick,
        served.line("member", sock=small_buffers(served), max_queue=1) as slow,
    ):
        await quick.sub()
        await slow.sub()
        protocol = end_of(served, "member")
        await fill(served, quick, protocol)
        buffered = protocol._transport.get_write_buffer_size()
        for n in range(10):
            await slow.say("ping", t=n)
            await quick.say("ping", t=n)
        for _ in range(10):
            await quick.until("pong")
        assert protocol._transport.get_write_buffer_size() <= buffered
        for n in range(10):
            assert (await slow.until("pong"))["t"] == n, "and is answered when it reads"


async def test_who_does_not_read_for_long_is_cut_off_and_goes_on_from_its_cursor(served: Served) -> None:
    loop = asyncio.get_running_loop()
    async with served.line("chair") as quick:
        await quick.sub()
        async with served.line("member", sock=small_buffers(served), max_queue=1) as slow:
            await slow.sub()
            protocol = end_of(served, "member")
            said = await fill(served, quick, protocol)
            protocol.check(loop.time() + PARKED_S_MAX - 1, ping=False)
            assert protocol in served.protocols()
            protocol.check(loop.time() + PARKED_S_MAX + 1, ping=False)
            async with asyncio.timeout(ANSWER_S):
                await slow.closed()
            since, topic = slow.topics[MEETING].cursor, slow.topics[MEETING]
        async with served.line("member") as again:
            again.topics[MEETING] = topic
            await again.sub(since=since)
            assert again.points() == quick.points() == said
