"""Looking again and again, whatever happens: what works beside the log ends when it is told to, and for nothing else."""

import asyncio
from collections.abc import Awaitable, Callable

from eventstore.report import report


async def look_on(look: Callable[[], Awaitable[None]], rest: Callable[[], Awaitable[None]], failing: str) -> None:
    """Look until cancelled, resting in between. A look that fails is reported as `failing`: once, and not at every look."""
    failed = None
    while True:
        try:
            await look()
            failed = None
        except Exception as error:
            if repr(error) != failed:
                report(failing, error=repr(error))
            failed = repr(error)
        await rest()


async def woken_within(woken: asyncio.Event, longest_s: float) -> None:
    """Rest until woken, and no longer than that."""
    try:
        async with asyncio.timeout(longest_s):
            await woken.wait()
    except TimeoutError:
        pass
    woken.clear()
