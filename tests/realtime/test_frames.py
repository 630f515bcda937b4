"""Frames as no library of ours would make them: each is answered as RFC 6455 says, and nobody else notices (trust.md D7).

What a frame must lead to is said beside it, by the rules of the RFC, as the cases of Autobahn's suite have them: framing, pings,
reserved bits and opcodes, fragments, UTF-8, closing. `make frames` sends fifty thousand.
"""

import asyncio
import json
import resource
import struct
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from websockets.frames import Opcode

from realtime.connection import Connection
from realtime.messages import MESSAGE_IN_BYTES_MAX
from tests.realtime.bare import bare
from tests.realtime.served import ANSWER_S, Served

IN_SHORT, AT_LENGTH = 600, 50_000
FRAMES_EACH = 8
"""Well-formed ones on a socket, at most, before the one that ends it; a socket may send more than that in a second."""
GROWTH_BYTES_MAX = 50 * 1024 * 1024
SEED = 7
HEARTBEAT = b'{"op":"hb"'
TEXT, BINARY, CONT, CLOSE, PING, PONG = (
    *(Opcode.TEXT, Opcode.BINARY, Opcode.CONT),
    *(Opcode.CLOSE, Opcode.PING, Opcode.PONG),
)
PROTOCOL, UTF_8, LARGE, OURS, DEFECT = 1002, 1007, 1009, 4000, 1011
MAY_BE_SAID = (1000, 1001, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
MAY_NOT_BE_SAID = (0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999, 5000, 65_535)
NOT_UTF_8 = (
    b"\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80",
    b"\xff",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\xe2\x82",
)


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, reserved: int = 0, masked: bool = True) -> bytes:
    """A frame, right or wrong: nothing is judged here."""
    size, mask = len(payload), b"\x01\x02\x03\x04" if masked else b""
    head = bytes([fin << 7 | reserved << 4 | opcode])
    bit = 0x80 if masked else 0
    if size < 126:
        head += bytes([bit | size])
    elif size < 65_536:
        head += bytes([bit | 126]) + struct.pack("!H", size)
    else:
        head += bytes([bit | 127]) + struct.pack("!Q", size)
    return head + mask + (bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)) if masked else payload)


class Said(NamedTuple):
    """What goes over the wire, in how many frames, and what comes back: frames of that kind, or the code of a close."""

    sent: bytes
    frames: int
    back: tuple[tuple[int, bytes], ...] = ()
    ends: tuple[int, ...] = ()


def well_formed(random: Random) -> Said:
    """What goes on: a message, in one piece or several, with pings between; a ping; a pong of nothing."""
    number = random.randrange(10**6)
    message, answer = json.dumps({"op": "ping", "t": number, "æ": "ø"}, ensure_ascii=False).encode(), f'"t":{number}'
    payload = random.randbytes(random.choice((0, 1, 125)))
    match random.randrange(4):
        case 0:
            return Said(frame(TEXT, message), 1, ((TEXT, answer.encode()),))
        case 1:
            first, second = sorted(random.sample(range(len(message)), 2))
            parts = message[:first], message[first:second], message[second:]
            sent = (
                frame(TEXT, parts[0], fin=False),
                frame(CONT, parts[1], fin=False),
                frame(PING, payload),
                frame(CONT, parts[2]),
            )
            return Said(b"".join(sent), 4, ((PONG, payload), (TEXT, answer.encode())))
        case 2:
            return Said(frame(PING, payload), 1, ((PONG, payload),))
        case _:
            return Said(frame(PONG, payload), 1)


def ending(random: Random) -> Said:
    """What ends a connection, and with which code."""
    control, data = random.choice((CLOSE, PING, PONG)), random.choice((TEXT, CONT))
    bad, large = random.choice(NOT_UTF_8), b"x" * (MESSAGE_IN_BYTES_MAX + 1)
    said, unsaid = (struct.pack("!H", random.choice(codes)) for codes in (MAY_BE_SAID, MAY_NOT_BE_SAID))
    cases = (
        Said(frame(PING, b"x", masked=False), 1, ends=(PROTOCOL,)),
        Said(frame(TEXT, b"{}", reserved=random.randrange(1, 8)), 1, ends=(PROTOCOL,)),
        Said(frame(random.choice((3, 4, 5, 6, 7, 11, 12, 13, 14, 15)), b"x"), 1, ends=(PROTOCOL,)),
        Said(frame(control, b"x" * random.choice((126, 200))), 1, ends=(PROTOCOL,)),
        Said(frame(control, b"", fin=False), 1, ends=(PROTOCOL,)),
        Said(frame(CONT, b"x", fin=random.random() < 0.5), 1, ends=(PROTOCOL,)),
        Said(frame(TEXT, b"{", fin=False) + frame(random.choice((TEXT, BINARY)), b"}"), 2, ends=(PROTOCOL,)),
        Said(frame(TEXT, large), 1, ends=(LARGE,)),
        Said(frame(TEXT, large[:9_000], fin=False) + frame(CONT, large[:9_000]), 2, ends=(LARGE,)),
        Said(bytes([0x81, 0xFF]) + b"\xff" * 8 + b"\0\0\0\0", 1, ends=(PROTOCOL, LARGE)),
        Said(frame(BINARY, random.randbytes(5)), 1, ends=(OURS,)),
        Said(frame(TEXT, b'{"op":"' + bad + b'"}'), 1, ends=(UTF_8,)),
        Said(frame(TEXT, b'"' + bad, fin=False) + frame(CONT, b'"'), 2, ends=(UTF_8,)),
        Said(frame(CLOSE, unsaid), 1, ends=(PROTOCOL,)),
        Said(frame(CLOSE, b"\x03"), 1, ends=(PROTOCOL,)),
        Said(frame(CLOSE, struct.pack("!H", 1000) + bad), 1, ends=(UTF_8,)),
        Said(frame(CLOSE, said + "færdig".encode()) + frame(data, b"{}"), 2, ends=struct.unpack("!H", said)),
    )
    return random.choice(cases)


def conversations(count: int) -> Iterator[list[Said]]:
    """As many as hold so many frames."""
    random, sent = Random(SEED), 0
    while sent < count:
        talk = [well_formed(random) for _ in range(random.randrange(FRAMES_EACH // 2))]
        yield [*talk, ending(random)]
        sent += sum(each.frames for each in (*talk,)) + 1


async def hear(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """What answers us: a frame's opcode and what it carries. Of itself it asks whether we are there, and says how far it is."""
    async with asyncio.timeout(ANSWER_S):
        while True:
            first, second = await reader.readexactly(2)
            opcode, size = first & 0x0F, second & 0x7F
            if size >= 126:
                size = int.from_bytes(await reader.readexactly(2 if size == 126 else 8), "big")
            carried = await reader.readexactly(size)
            if opcode != PING and not carried.startswith(HEARTBEAT):
                return opcode, carried


async def told(served: Served, token: str, talk: list[Said]) -> str | None:
    """What was not as it must be, on a socket of its own."""
    async with bare(served) as (reader, writer):
        writer.write(frame(TEXT, json.dumps({"op": "hello", "token": token}).encode()))
        assert b'"welcome"' in (await hear(reader))[1]
        for each in talk:
            writer.write(each.sent)
            # In any order: a pong comes as soon as it can, which may be after the answer to a message.
            heard = [await hear(reader) for _ in each.back]
            if not all(any(opcode == kind and part in said for kind, said in heard) for opcode, part in each.back):
                return f"{each.sent!r}: {heard}, not {each.back}"
        opcode, closing = await hear(reader)
        code = int.from_bytes(closing[:2], "big")
        return None if opcode == CLOSE and code in talk[-1].ends else f"{talk[-1]}: {opcode} {closing!r}"


def grown_bytes() -> int:
    """What this process holds now: its highest ever would hide growth behind an earlier test's."""
    resident_pages = int(Path("/proc/self/statm").read_text().split()[1])
    return resident_pages * resource.getpagesize()


async def test_every_frame_is_answered_as_the_rules_of_sockets_say(
    served: Served, request: pytest.FixtureRequest
) -> None:
    count = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    token = served.token("member")
    await told(served, token, next(conversations(1)))
    before = grown_bytes()
    wrong = [said for talk in conversations(count) if (said := await told(served, token, talk)) is not None]
    async with served.line("member") as bystander:
        await bystander.say("ping", t=1)
        assert (await bystander.until("pong"))["t"] == 1
    assert wrong == []
    assert grown_bytes() - before < GROWTH_BYTES_MAX


async def test_a_defect_would_be_found(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what is received makes the server fail."""
    received = Connection.receive

    def failing(connection: Connection, text: bytes) -> None:
        received(connection, text)
        assert b"ping" not in text

    monkeypatch.setattr(Connection, "receive", failing)
    talk = [Said(frame(TEXT, b'{"op":"ping","t":1}'), 1, ((TEXT, b'"t":1'),)), Said(frame(PING), 1, ends=(PROTOCOL,))]
    assert str(DEFECT.to_bytes(2, "big")) in str(await told(served, served.token("member"), talk))


def test_growth_would_be_found() -> None:
    """The control: what is held shows."""
    before = grown_bytes()
    held = bytearray(b"x") * (2 * GROWTH_BYTES_MAX)
    assert grown_bytes() - before > GROWTH_BYTES_MAX
    assert held
