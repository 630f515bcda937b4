"""A page: a subscriber as the hub knows it, which keeps its topics by the real client and remembers every message."""

from functools import lru_cache
from typing import Any

import msgspec

from clients.live import Topic
from realtime.messages import FRAME_BYTES_MAX

Message = dict[str, Any]


@lru_cache(maxsize=1_000)
def messages_in(frames: bytes) -> tuple[Message, ...]:
    """The messages of whole, unmasked text frames, one behind the other."""
    found, at = [], 0
    while at < len(frames):
        assert frames[at] == 0x81, "a whole text frame"
        length, start = frames[at + 1], at + 2
        if length >= 126:
            size = 2 if length == 126 else 8
            length, start = int.from_bytes(frames[start : start + size], "big"), start + size
        found.append(msgspec.json.decode(frames[start : start + length]))
        at = start + length
    return tuple(found)


class Page:
    """One person's page. `parked` is set by the test, as a full write buffer would."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.parked = False
        self.frames: list[bytes] = []
        self.topics: dict[str, Topic] = {}
        self.lost: list[str] = []
        """Topics it may not see any more."""
        self.failed = False

    def send(self, frame: bytes) -> None:
        assert len(frame) < 64 * FRAME_BYTES_MAX
        self.frames.append(frame)
        for message in messages_in(frame):
            if "topic" in message and message["op"] != "ok":
                self.topics.setdefault(message["topic"], Topic(message["topic"])).apply(message)

    def step_aside(self, topic: str) -> None:
        pass

    def lose(self, topic: str) -> None:
        self.lost.append(topic)
        self.topics.pop(topic, None)

    def fail(self, away: bool) -> None:
        self.failed = True

    def rows(self, topic: str) -> dict[str, Any]:
        """What the page holds of a topic."""
        return self.topics[topic].rows if topic in self.topics else {}

    @property
    def messages(self) -> list[Message]:
        return [message for frame in self.frames for message in messages_in(frame)]

    def ops(self, topic: str) -> list[str]:
        """What came of a topic, by name, since the page was last cleared."""
        return [message["op"] for message in self.messages if message.get("topic") == topic]

    def clear(self) -> None:
        self.frames.clear()
        self.lost.clear()
