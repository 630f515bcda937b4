"""Turns: of all who read the log at length, one reads a slice at a time, and everybody else is served in between.

However many read at once, whoever asks for something short waits for one slice and not for one of each.
"""

import asyncio


class Turns:
    """Of one process. Lives on one event loop."""

    def __init__(self) -> None:
        self._taken = asyncio.Lock()

    async def next(self) -> None:
        """Wait for one's turn, in the order of asking. It lasts until whoever has it waits for anything."""
        async with self._taken:
            await asyncio.sleep(0)
