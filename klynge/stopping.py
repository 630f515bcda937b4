"""Stopping: Ctrl-C and SIGTERM end any command cleanly, whatever it is at."""

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

STOP_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM})
ENDED_IN_HASTE = 130


def hold_signals() -> None:
    """Let them wait while modules are loaded: an import that is torn in two tells of a defect where there is none."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)


def hear_signals() -> None:
    """Take those that waited, and all that come."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)


@contextmanager
def stop_signals() -> Iterator[asyncio.Event]:
    """An event that they set. Who tells twice does not wait for a clean end."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()

    def told() -> None:
        if stop.is_set():
            raise SystemExit(ENDED_IN_HASTE)
        stop.set()

    for number in STOP_SIGNALS:
        loop.add_signal_handler(number, told)
    hear_signals()
    try:
        yield stop
    finally:
        for number in STOP_SIGNALS:
            loop.remove_signal_handler(number)


async def unless(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do some work to its end, or leave it where it is when told to stop: whether it was done. Raises what the work raises."""
    doing, told = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({doing, told}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            return False
        await doing
        return True
    finally:
        for task in (doing, told):
            task.cancel()
        await asyncio.gather(doing, told, return_exceptions=True)
