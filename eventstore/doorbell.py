"""The doorbell: tells other processes through Redis that the log has grown, and hears them. It carries one number.

Redis may vanish, be emptied, stop answering and come back: then nobody hears, and everybody finds what is new by looking.
"""

import asyncio
from collections.abc import Callable

from redis.asyncio import Redis

from eventstore.report import report

TIMEOUT_S = 1.0
"""For Redis to connect and to answer; its client would wait five seconds."""
PING_S = 10
"""A server that is gone without a word is noticed so soon."""
RETRY_S = 0.5
"""Between two attempts to reach it."""


class Doorbell:
    """One per process and log. Lives on one event loop."""

    def __init__(self, address: str, epoch: str) -> None:
        self._redis = Redis.from_url(
            address,
            socket_timeout=TIMEOUT_S,
            socket_connect_timeout=TIMEOUT_S,
            socket_keepalive=True,
            health_check_interval=PING_S,
        )
        self._channel = f"klynge/{epoch}"
        self._head = 0
        self._rung = asyncio.Event()
        self._failed: str | None = None

    def ring(self, head: int) -> None:
        """The log has grown to here. Does not wait; of many heads the last is told."""
        self._head = head
        self._rung.set()

    async def run(self, heard: Callable[[int], None]) -> None:
        """Tell and hear until cancelled."""
        try:
            await asyncio.gather(self._tell(), self._listen(heard))
        finally:
            await self._redis.aclose()

    async def _tell(self) -> None:
        while True:
            await self._rung.wait()
            self._rung.clear()
            try:
                await self._redis.publish(self._channel, self._head)
            except Exception as error:
                # Whatever it is, it may cost nothing but hints.
                self._note(error)
                await asyncio.sleep(RETRY_S)

    async def _listen(self, heard: Callable[[int], None]) -> None:
        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as heads:
                    await heads.subscribe(self._channel)
                    while True:
                        message = await heads.get_message(timeout=TIMEOUT_S)
                        self._failed = None
                        if message is not None:
                            heard(int(message["data"]))
            except Exception as error:
                self._note(error)
                await asyncio.sleep(RETRY_S)

    def _note(self, error: Exception) -> None:
        """Report a failure once, until it is well again."""
        if self._failed is None:
            report("doorbell.silent", error=repr(error))
        self._failed = repr(error)
