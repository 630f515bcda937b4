"""Names: the addresses they lead to, as this machine looks them up; apart from all else that waits for threads here.

A look-up may take as long as the name service likes, and cannot be broken off: nothing waits behind it, not even the end.
"""

import asyncio
import socket
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

LOOKING_UP_MAX = 8
"""At once; more wait, no longer than for an answer."""

Found = asyncio.Future[Sequence[str]]


class Names:
    """Asked on one event loop."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(LOOKING_UP_MAX)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """Raises OSError, and ValueError for what can be no name."""
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        found: Found = loop.create_future()
        Thread(target=self._look_up, args=(host, port, loop, found), name="webhooks-name", daemon=True).start()
        return await found

    def _look_up(self, host: str, port: int, loop: asyncio.AbstractEventLoop, found: Found) -> None:
        told: Sequence[str] | OSError | ValueError
        try:
            told = list(
                dict.fromkeys(str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            )
        except (OSError, ValueError) as error:
            told = error
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(self._tell, found, told)

    def _tell(self, found: Found, told: Sequence[str] | OSError | ValueError) -> None:
        self._places.release()
        if found.done():
            return  # whoever asked waits no more
        if isinstance(told, OSError | ValueError):
            found.set_exception(told)
        else:
            found.set_result(told)
