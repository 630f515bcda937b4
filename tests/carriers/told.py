"""What a client was told of a meeting and of its events, and what of it is wrong."""

import asyncio
import json
from typing import Any

from clients.live import Topic, follow, follow_changes
from tests.projections.aadal import MEETING
from tests.realtime.served import ANSWER_S, points_in

POINT = "meeting.point-recorded"


class Told:
    """Message after message."""

    def __init__(self) -> None:
        self.shown: list[list[str]] = [[]]
        self.positions: list[int] = []
        self.events: list[str] = []
        self.carriers: list[str] = []
        self._moved = asyncio.Event()
        self._topic = Topic(MEETING)

    # --- by the Python client ---

    async def follow(self, url: str, token: str) -> None:
        async for topic, _ in follow(url, token, MEETING):
            self._show(topic)

    async def follow_changes(self, url: str, token: str) -> None:
        async for happened in follow_changes(url, token, types=[POINT]):
            self.events += [each["id"] for each in happened.events]
            self._moved.set()

    # --- by the TypeScript client ---

    async def read(self, lines: asyncio.StreamReader) -> None:
        async for line in lines:
            self._hear(json.loads(line))
            self._moved.set()

    def _hear(self, news: dict[str, Any]) -> None:
        match news:
            case {"kind": "snapshot", "pos": pos, "rows": rows}:
                self._topic.rows, self._topic.position = rows, pos
                self._show(self._topic)
            case {"kind": "rows", "pos": pos, "set": rows}:
                self._topic.rows |= {key: row for key, row in rows.items() if row is not None}
                self._topic.position = pos
                self._show(self._topic)
            case {"kind": "events", "events": events}:
                self.events += [each["id"] for each in events]
            case {"state": "open", "carrier": carrier}:
                self.carriers.append(carrier)

    # --- what came of it ---

    def _show(self, topic: Topic) -> None:
        self.shown.append(points_in(topic))
        self.positions.append(topic.position)
        self._moved.set()

    async def until(self, remarks: list[str], events: int) -> None:
        async with asyncio.timeout(3 * ANSWER_S):
            while self.shown[-1] != remarks or len(self.events) < events:
                self._moved.clear()
                await self._moved.wait()


def wrong(told: Told, remarks: list[str], events: list[str]) -> list[str]:
    """What was lost, doubled or put out of order."""
    found = []
    if told.shown[-1] != remarks:
        found.append(f"shown {told.shown[-1]}")
    if any(after[: len(before)] != before for before, after in zip(told.shown, told.shown[1:], strict=False)):
        found.append("something was taken back")
    if told.positions != sorted(set(told.positions)):
        found.append(f"positions {told.positions}")
    if told.events != events:
        found.append(f"events {told.events}, not {events}")
    return found
