"""Copy what happens, in order and once, from where the last run ended. KLYNGE_URL and KLYNGE_TOKEN say where and as whom."""

import asyncio
import os
from pathlib import Path

from clients.live import follow_changes


async def main(kept: Path) -> None:
    after = kept.read_text() if kept.exists() else "start"
    async for happened in follow_changes(os.environ["KLYNGE_URL"], os.environ["KLYNGE_TOKEN"], after):
        for event in happened.events:
            print(event["time"], event["type"], event["data"]["da"], flush=True)
        kept.with_suffix(".new").write_text(happened.cursor)
        kept.with_suffix(".new").replace(kept)  # whole, or not at all


asyncio.run(main(Path("klynge-cursor")))
