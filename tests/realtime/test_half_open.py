"""Half-open lines: nothing comes through any more, and nobody is told. Both ends notice, nothing is lost, and nothing is kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from clients.live import follow
from tests.projections.aadal import MEETING
from tests.realtime.served import ANSWER_S, Served, points_in

READ_BYTES = 65_536
HEARTBEAT_S = 1
"""Instead of fifteen."""


class Network:
    """Between clients and one server. What runs through it when it is `broken` is swallowed from then on, and stays open."""

    def __init__(self, upstream_port: int) -> None:
        self._upstream_port = upstream_port
        self._broken: set[int] = set()
        self.lines = 0
        self.swallowed_bytes = 0
        self.port = 0

    def break_lines(self) -> None:
        self._broken = set(range(self.lines))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number, self.lines = self.lines, self.lines + 1
        from_there, to_there = await asyncio.open_connection("127.0.0.1", self._upstream_port)
        ways = [self._pass(number, reader, to_there), self._pass(number, from_there, writer)]
        try:
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            for each in (writer, to_there):
                each.transport.abort()

    async def _pass(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(READ_BYTES):
            if number in self._broken:
                self.swallowed_bytes += len(piece)  # the control: the fault struck
            else:
                writer.write(piece)
        if number in self._broken:
            await asyncio.Event().wait()  # that one end is gone is not heard of at the other, either
        writer.close()


@asynccontextmanager
async def network(served: Served) -> AsyncIterator[Network]:
    between = Network(int(served.url.rpartition(":")[2]))
    serving: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.add(asyncio.create_task(between.serve(reader, writer)))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    between.port = server.sockets[0].getsockname()[1]
    try:
        yield between
    finally:
        server.close()
        for each in serving:
            each.cancel()
        await asyncio.gather(*serving, return_exceptions=True)


@pytest.fixture
def quick_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    for where in ("realtime.sockets", "realtime.welcome"):
        monkeypatch.setattr(f"{where}.HEARTBEAT_S", HEARTBEAT_S)


@pytest.mark.usefixtures("quick_heart")
async def test_a_client_notices_a_line_that_went_dead_and_misses_nothing(served: Served) -> None:
    async with network(served) as between:
        topics = follow(f"http://127.0.0.1:{between.port}", served.token("member"), MEETING)
        await anext(topics)
        await served.say("Hørt.")
        topic, _ = await anext(topics)
        assert points_in(topic) == ["Hørt."]
        between.break_lines()
        await served.say("Sagt ud i det tomme.")
        async with asyncio.timeout(ANSWER_S):
            topic, message = await anext(topics)
        assert points_in(topic) == ["Hørt.", "Sagt ud i det tomme."]
        assert message["op"] == "rows", "from its cursor, and not anew"
        assert between.swallowed_bytes > 0, "the fault struck"
        assert between.lines > 1, "it came back by another line"
        await topics.aclose()


async def test_the_server_gives_up_a_line_that_went_dead_and_keeps_nothing_of_it(served: Served) -> None:
    async with network(served) as between:
        topics = follow(f"http://127.0.0.1:{between.port}", served.token("member"), MEETING)
        await anext(topics)
        (protocol,) = served.protocols()
        assert served.house.hub.is_followed(MEETING)
        between.break_lines()
        now = asyncio.get_running_loop().time()
        protocol.check(now, ping=True)
        assert protocol in served.protocols(), "the ping may be answered yet"
        protocol.check(now, ping=True)
        protocol.check(now + 3_600, ping=False)
        async with asyncio.timeout(ANSWER_S):
            while protocol in served.protocols() or not between.swallowed_bytes:
                await asyncio.sleep(0)
        assert not served.house.hub.is_followed(MEETING)
