"""A socket that sends without end is no burden to anybody else: what it may send is counted before it is read."""

import asyncio
from contextlib import suppress

import pytest
from websockets.frames import Frame, Opcode

from realtime.intake import FRAMES_IN_PER_S
from realtime.messages import MESSAGE_IN_BYTES_MAX, MESSAGES_BURST
from realtime.socket import CLOSE_TIMEOUT_S
from tests.realtime.bare import bare, close_frame, masked
from tests.realtime.served import ANSWER_S, Line, Served

FLOOD_BYTES = 8 * 1024 * 1024
UNTROUBLED_S = 3.0
"""An answer to another socket meanwhile, at a machine that has much to do; to read such a flood takes it many times as long."""
PING = Frame(Opcode.PING, b"").serialize(mask=True)
PONG = Frame(Opcode.PONG, b"").serialize(mask=True)
ANSWER = Frame(Opcode.PONG, b"").serialize(mask=False)
BEGUN = Frame(Opcode.TEXT, b'{"op":', fin=False).serialize(mask=True)
MORE = Frame(Opcode.CONT, b"", fin=False).serialize(mask=True)
TOO_LARGE = Frame(Opcode.TEXT, b"x" * (MESSAGE_IN_BYTES_MAX + 1)).serialize(mask=True)
CLOSE = Frame(Opcode.CLOSE, (1000).to_bytes(2, "big")).serialize(mask=True)


async def slowest_answer(line: Line, writer: asyncio.StreamWriter, flood: bytes) -> float:
    """The longest that another socket waits for its answer while the flood lies before the server."""
    loop = asyncio.get_running_loop()
    writer.write(flood)
    slowest = 0.0
    for n in range(MESSAGES_BURST // 2):
        asked = loop.time()
        await line.say("ping", t=n)
        await line.until("pong")
        slowest = max(slowest, loop.time() - asked)
    return slowest


async def last_of(reader: asyncio.StreamReader, frame: bytes) -> None:
    """Read on to a frame."""
    async with asyncio.timeout(ANSWER_S):
        await reader.readuntil(frame)


@pytest.mark.parametrize(
    ("first", "frame"), [(b"", PING), (b"", PONG), (BEGUN, MORE)], ids=["pings", "pongs", "fragments of nothing"]
)
async def test_a_flood_of_frames_that_are_no_message_ends_it(served: Served, first: bytes, frame: bytes) -> None:
    async with served.line("member") as line, bare(served) as (reader, writer):
        flood = first + frame * (FLOOD_BYTES // len(frame))
        assert await slowest_answer(line, writer, flood) < UNTROUBLED_S
        await last_of(reader, close_frame(4101))


@pytest.mark.parametrize(
    ("last", "code"),
    [(masked({"op": "ping", "t": 1}), 4001), (TOO_LARGE, 1009), (CLOSE, 1000)],
    ids=["turned away", "too large", "by itself"],
)
async def test_a_flood_after_the_end_is_not_read(served: Served, last: bytes, code: int) -> None:
    async with served.line("member") as line, bare(served) as (reader, writer):
        writer.write(last)
        await last_of(reader, code.to_bytes(2, "big"))
        assert await slowest_answer(line, writer, PING * (FLOOD_BYTES // len(PING))) < UNTROUBLED_S
        for protocol in served.protocols():
            protocol.check(asyncio.get_running_loop().time() + CLOSE_TIMEOUT_S + 1, ping=False)
        async with asyncio.timeout(ANSWER_S):
            with suppress(ConnectionResetError):
                assert len(await reader.read()) <= 2 * FRAMES_IN_PER_S * len(ANSWER)
        await line.say("ping", t=0)
        await line.until("pong")
        assert len(served.protocols()) == 1, "only the other one is left"


async def test_the_largest_burst_that_is_allowed_is_no_flood(served: Served) -> None:
    head = b'{"op":"ping","t":1,"x":"'
    largest = Frame(Opcode.TEXT, head + b"y" * (MESSAGE_IN_BYTES_MAX - len(head) - 2) + b'"}').serialize(mask=True)
    hello = masked({"op": "hello", "token": served.token("member")})
    async with bare(served) as (reader, writer):
        writer.write(hello + largest * (MESSAGES_BURST - 1))
        for _ in range(MESSAGES_BURST - 1):
            await last_of(reader, b'{"op":"pong","t":1}')
        (protocol,) = served.protocols()
        assert not protocol._transport.is_closing()
