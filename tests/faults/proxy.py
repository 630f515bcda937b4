"""A network between a node and PostgreSQL that can drop the reply to a commit: the command is on disk, and nobody is told."""

import asyncio
from types import TracebackType

CHUNK = 65_536
APPENDING = b"UPDATE log_head SET head"
"""Stands in the first append of a connection; later ones are told by the tag of an event."""
TAGS = (APPENDING, b"party.registered", b"body.established")
IDLE = b"Z\x00\x00\x00\x05I"
"""ReadyForQuery, outside a transaction: what was asked is committed (PostgreSQL's protocol, message formats)."""


class DroppingProxy:
    """Listens on a free port. `drop_next` lets one reply to an append be dropped, and its connection with it."""

    def __init__(self, upstream_port: int) -> None:
        self._upstream_port = upstream_port
        self._armed = False
        self._happened = asyncio.Event()
        self._server: asyncio.Server
        self.port = 0
        self.dropped = 0

    async def __aenter__(self) -> "DroppingProxy":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()

    async def drop_next(self) -> None:
        """Wait until the reply to some append was dropped."""
        self._happened.clear()
        self._armed = True
        await self._happened.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._upstream_port)
        swallowing = asyncio.Event()

        async def forth() -> None:
            while chunk := await reader.read(CHUNK):
                if self._armed and any(tag in chunk for tag in TAGS) and b"command-" in chunk:
                    self._armed = False
                    swallowing.set()
                up_writer.write(chunk)
                await up_writer.drain()

        async def back() -> None:
            while chunk := await up_reader.read(CHUNK):
                if swallowing.is_set():
                    if chunk.endswith(IDLE):
                        self.dropped += 1
                        self._happened.set()
                        return
                    continue
                writer.write(chunk)
                await writer.drain()

        ways = [asyncio.create_task(forth()), asyncio.create_task(back())]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for each in (writer, up_writer):
            each.close()
