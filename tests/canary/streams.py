"""Streams: what goes on telling over HTTP, open while meetings are held; and what is asked for once, in other forms than pages."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

import httpx
import msgspec

from tests.canary.house import Outdoors

SSE = {"Accept": "text/event-stream"}
FOREVER = httpx.Timeout(30, read=None)
AGAIN_S = 0.05


class Streamed:
    """One person's lines over HTTP: the socket's frames, a line for all that is asked for at once."""

    kind = "frames"

    def __init__(self, outdoors: Outdoors, part: str) -> None:
        self.part = part
        self.frames: list[bytes] = []
        self._client = outdoors.as_(part)
        self._lines: dict[tuple[str, ...], asyncio.Task[None]] = {}

    async def follow(self, *topics: str) -> None:
        await self._end(topics)
        query = tuple(("topic", topic) for topic in topics)
        self._lines[topics] = asyncio.create_task(self._listen("/v1/live/frames", query))

    async def let_go(self, *topics: str) -> None:
        for line in [line for line in self._lines if set(line) & set(topics)]:
            await self._end(line)

    async def close(self) -> None:
        for line in tuple(self._lines):
            await self._end(line)

    def _take(self, told: bytes) -> None:
        self.frames.append(told)

    async def _end(self, line: tuple[str, ...]) -> None:
        task = self._lines.pop(line, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _listen(self, path: str, query: tuple[tuple[str, str], ...]) -> None:
        """And again where it ends: no line lasts for ever."""
        last: dict[str, str] = {}
        while True:
            with suppress(httpx.TransportError):
                asked = self._client.stream("GET", path, params=query, headers=SSE | last, timeout=FOREVER)
                async with asked as answer:
                    assert answer.is_success, (await answer.aread()).decode()
                    async for line in answer.aiter_lines():
                        name, _, value = line.partition(": ")
                        if name == "id":
                            last = {"Last-Event-ID": value} if len(query) <= 1 else {}
                        elif name == "data":
                            self._take(value.encode())
            await asyncio.sleep(AGAIN_S)


class Feed(Streamed):
    """One person's change feed as server-sent events, whatever topics others ask for."""

    kind = "stream"

    async def follow(self, *_: str) -> None:
        if not self._lines:
            self._lines[()] = asyncio.create_task(self._listen("/v1/changes/stream", (("after", "now"),)))

    async def let_go(self, *_: str) -> None: ...

    def _take(self, told: bytes) -> None:
        """As the socket tells it, so that its position is found where the others' are."""
        event = msgspec.json.decode(told)
        if "sequence" in event:
            self.frames.append(
                b'{"op":"evs","topic":"changes","pos":%d,"events":[%s]}' % (int(event["sequence"]), told)
            )


async def asked_once(
    outdoors: Outdoors, part: str, since: str, topics: Iterable[str]
) -> AsyncIterator[tuple[str, httpx.Response]]:
    """The feed as a file, and the socket's frames by a long-poll: (kind, answer)."""
    client = outdoors.as_(part)
    yield "export", await client.get("/v1/changes/export", params={"after": since})
    yield "poll", await client.get("/v1/live/frames", params=[("topic", topic) for topic in topics])
