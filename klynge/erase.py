"""`klynge erase`: what the list of erasures tells of and the log does not, after it was put back from a copy made before."""

import asyncio

from rich.console import Console
from rich.progress import track

from eventstore.desk import Desk
from eventstore.repeating import waiting
from klynge.eraser import house_command, open_list
from klynge.settings import Settings


async def erase(settings: Settings, console: Console, apply: bool) -> int:
    """How many redactions and erasures the log lacks; with `apply` they are recorded again, and their keys destroyed."""
    kept_log = settings.store.open_log()
    try:
        missing = tuple(waiting(open_list(kept_log, settings.erasures).entries(), kept_log))
        if not apply:
            return len(missing)
        desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
        try:
            for stream, command in track(
                missing, "Erasing again", console=console, transient=True, disable=not console.is_terminal
            ):
                await desk.give(house_command(stream, command, kept_log.receipts_key))
        finally:
            await asyncio.to_thread(desk.close)
        kept_log.destroy_covered()
        return len(missing)
    finally:
        await asyncio.to_thread(kept_log.close)
