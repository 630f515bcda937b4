"""CPU of commands through HTTP, judged by the policy, beside the same commands let through unjudged: points recorded at an item
of a meeting, in a cluster with all its bodies and seats. One server, block by block in turn, so that what grows does so for both.

As a program (`python -m benchmarks.judging ours PORT`) it is that server: `on` and `off` judge or let through from now on, and
answer the CPU seconds of the process so far.
"""

import asyncio
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator

import msgspec
import uvloop

from benchmarks.crowd import Server, server
from benchmarks.figure import Figure
from benchmarks.served import ITEM_ON_FLOOR, answer, told
from domain.kernel import By
from domain.log import Clock
from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.policy import policy
from domain.text import Text
from eventstore import writer
from klynge.house import House
from klynge.init import init
from klynge.play import Player
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from stories.lillebaelt_2024_04_09 import STORY

COMMANDS = 10_000
"""Of each kind, in one pair."""
BLOCK = 500
CONNECTIONS = 16
TOKEN_S = 24 * 3_600
SECRETARY = STORY.cast["secretary"]
UNJUDGED = By(person=SECRETARY, seat=None, rule="unjudged")
JUDGES = {"on": policy, "off": lambda *_: UNJUDGED}
POINT = msgspec.json.encode(
    RecordPoint(item="middelfart", point=Remark[Text](sort=Sort.REMARK, text="Erfaringerne samles til foråret."))
)


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"CPU of {COMMANDS:,} commands through HTTP, judged by the policy",
            unit="",
            must=1.10,
            aim=1.05,
            lower_is_better=True,
            pair=_pair,
        ),
        "the same, let through unjudged",
    )


def _pair() -> tuple[float, float]:
    with server("ours", "benchmarks.judging") as judged:
        return asyncio.run(_measure(judged, COMMANDS))


async def _measure(judged: Server, commands: int) -> tuple[float, float]:
    """CPU seconds of so many commands judged, and of as many unjudged: on, off, off, on, so that growth falls on both alike."""
    lines = [await asyncio.open_connection("127.0.0.1", judged.port) for _ in range(CONNECTIONS)]
    await _give(judged, lines, BLOCK)
    took_s = {"on": 0.0, "off": 0.0}
    for _ in range(commands // BLOCK // 2):
        for judging in ("on", "off", "off", "on"):
            begun = judged.ask(judging)
            await _give(judged, lines, BLOCK)
            took_s[judging] += judged.ask(judging) - begun
    for _, line in lines:
        line.close()
    return took_s["on"], took_s["off"]


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _give(judged: Server, lines: list[Line], commands: int) -> None:
    """So many commands, one after the other on each connection."""
    left = iter(range(commands))
    await asyncio.gather(*(_give_on(judged, line, left) for line in lines))


async def _give_on(judged: Server, line: Line, left: Iterator[int]) -> None:
    reader, out = line
    for _ in left:
        out.write(
            f"POST /v1/{STORY.meeting}/record-point HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {judged.token}\r\n"
            f"Idempotency-Key: {uuid.uuid4()}\r\nContent-Length: {len(POINT)}\r\n\r\n".encode()
            + POINT
        )
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        body = await reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(body.decode())


# --- the server ---


async def serve(port: int) -> None:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        settings = read_settings(
            {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "KLYNGE_BIND": f"127.0.0.1:{port}"}
        )
        await init(settings, "syddanmark", Clock.STORY, 1_700_000_000_000_000)
        await _serve(settings)


async def _serve(settings: Settings) -> None:
    with listen(settings) as listening:
        house = House(settings)
        async with running(house, listening):
            issuer = house.issuer
            assert issuer is not None
            player = Player(STORY, settings.url, lambda person: issuer.mint_token(person, TOKEN_S))
            await player.play((*STORY.before, *STORY.evening[:ITEM_ON_FLOOR]))
            await player.close()
            answer(issuer.mint_token(SECRETARY, TOKEN_S))
            lines = await told()
            while judging := (await lines.readline()).decode().strip():
                vars(writer)["policy"] = JUDGES[judging]
                answer(time.process_time())


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[2])))
