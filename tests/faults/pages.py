"""Pages that follow a topic through the Python client, come back when they are cut off, and show what they were told."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import httpx

from clients.live import follow

PATIENCE_S = 60


class Page:
    """What one reader sees of one topic."""

    def __init__(self, url: str, token: str, topic: str) -> None:
        self.topic = topic
        self.rows: dict[str, Any] = {}
        self.wrong: list[str] = []
        self._url = url
        self._token = token
        self._moved = asyncio.Event()

    async def show(self) -> None:
        """Until cancelled."""
        position = -1
        async for topic, message in follow(self._url, self._token, self.topic):
            if message["op"] == "rows" and topic.position <= position:
                self.wrong.append(f"told {topic.position} after {position}")
            position, self.rows = topic.position, dict(topic.rows)
            self._moved.set()

    async def until(self, rows: Mapping[str, Any]) -> None:
        """Wait until it shows these rows; what differs is found afterwards."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                while self.rows != rows:
                    self._moved.clear()
                    await self._moved.wait()


def differing(pages: Sequence[Page], views: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is not, at any page, as a page opened now would show it."""
    found = [f"{page.topic}: {wrong}" for page in pages for wrong in page.wrong]
    for page in pages:
        view = views[page.topic]
        found += [
            f"{page.topic}: {key}"
            for key in sorted(view.keys() | page.rows.keys())
            if view.get(key) != page.rows.get(key)
        ]
    return found


async def view_of(http: httpx.AsyncClient, url: str, topic: str, head: int) -> dict[str, Any]:
    """A view as it stands at a position or later, page after page: a node may hear a little later of what another recorded."""
    rows: dict[str, Any] = {}
    after: str | None = ""
    give_up_at = time.monotonic() + PATIENCE_S
    while after is not None:
        answer = await http.get(
            f"{url}/v1/{topic}", params={"min_position": head} | ({"after": after} if after else {})
        )
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE and time.monotonic() < give_up_at:
            continue  # it waited as long as it does, and has not heard yet
        assert answer.status_code == httpx.codes.OK, answer.text
        rows |= answer.json()["rows"]
        after = answer.json().get("next")
    return rows
