"""Follow a view: the keys of its rows as they change. KLYNGE_URL and KLYNGE_TOKEN say where and as whom."""

import asyncio
import os
import sys

from clients.live import follow


async def main(topic: str) -> None:
    async for rows, message in follow(os.environ["KLYNGE_URL"], os.environ["KLYNGE_TOKEN"], topic):
        print(rows.position, *message.get("set", rows.rows), flush=True)


asyncio.run(main(sys.argv[1]))
