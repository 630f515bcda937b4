"""A reader of the topic `changes`, and what the record shows it of every event."""

from typing import Any

import msgspec

from projections.cloud_event import cloud_event
from projections.feed_filter import EVERYTHING, Filter
from projections.sight import Opened
from realtime.onlookers import CHANGES
from tests.projections.aadal import CAST
from tests.realtime.page import messages_in
from tests.realtime.record_in_memory import RecordInMemory
from tests.realtime.under_way import UnderWay

Told = dict[str, Any]


class Reader:
    """Follows the feed as a client does: nothing twice, nothing missing, and a cursor that it may come back with."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.parked = False
        self.failed = False
        self.frames: list[bytes] = []
        self.position = -1
        self.cursor = ""
        self.events: list[Told] = []
        self.ops: list[str] = []

    def send(self, frame: bytes) -> None:
        assert not self.parked
        self.frames.append(frame)
        for message in messages_in(frame):
            self.ops.append(message["op"])
            match message["op"]:
                case "evs":
                    assert message["prev"] <= self.position < message["pos"]
                    self.events += message["events"]
                    self.position, self.cursor = message["pos"], message["cursor"]
                case "sync":
                    assert message["pos"] >= self.position
                    self.position, self.cursor = message["pos"], message["cursor"]
                case "reset":
                    self.events, self.position = [], 0
                case "hb":
                    assert message["heads"][CHANGES] == self.position

    def fail(self, away: bool) -> None:
        self.failed = True

    def lose(self, topic: str) -> None: ...

    def step_aside(self, topic: str) -> None: ...

    def clear(self) -> None:
        self.frames.clear()
        self.ops.clear()
        self.events.clear()


def follow(meeting: UnderWay, part: str, since: str | None = None, of: Filter = EVERYTHING) -> Reader:
    reader = Reader(CAST[part])
    meeting.hub.connect(reader)
    assert meeting.hub.feed.follow(reader, since, of) is not None
    reader.position = meeting.hub.feed.reached(reader)
    meeting.hub.bring(reader, CHANGES)
    return reader


def expected(record: RecordInMemory, person: str, after: int = 0, of: Filter = EVERYTHING) -> list[Told]:
    """What the record shows a person of every event, by what is so now: each looked at alone."""
    found = []
    for recorded in record.log.read(after, record.head):
        event = cloud_event(recorded, record.reading.sights(person, record.head, Opened()), record.epoch)
        if event is not None and of.wants(recorded):
            found.append(msgspec.json.decode(msgspec.json.encode(event)))
    return found
