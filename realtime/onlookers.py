"""Onlookers: all who are told the same of the topic `changes`, and the frames that tell it."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from domain.kernel import Recorded
from eventstore.cursor import feed_cursor, href_of_event
from projections.cloud_event import CloudEvent, cloud_event
from projections.feed_filter import Filter
from projections.sights import Sights
from projections.thin_event import without_data
from realtime.audience import Subscriber
from realtime.frames import framed
from realtime.messages import FRAME_BYTES_MAX, Events, Sync

CHANGES = "changes"


class Following(Struct, gc=False):
    """What a subscriber has of the feed."""

    position: int
    """Up to here it was told everything it may see."""
    filter: Filter
    among: "Onlookers | None" = None
    """Whom it is told things with; None: it has something to catch up on first."""
    reset: bool = False
    """It must be told that the log is another one."""


class Onlookers:
    """Everyone of equal sight who asks for the same."""

    __slots__ = ("filter", "position", "subscribers")

    def __init__(self, of: Filter, position: int) -> None:
        self.filter = of
        self.position = position
        """Of the last that they were told."""
        self.subscribers: dict[Subscriber, Following] = {}


def told(recorded: Recorded, of: Filter, sights: Sights, epoch: str) -> bytes | None:
    """An event as it goes over the wire; None where it was not asked for, or is not for these eyes."""
    event = cloud_event(recorded, sights, epoch) if of.wants(recorded) else None
    if event is None:
        return None
    body = msgspec.json.encode(event)
    return body if len(body) <= FRAME_BYTES_MAX else _thin(event, recorded.position, epoch)


def event_frames(prev: int, pos: int, epoch: str, events: Sequence[tuple[int, bytes]]) -> bytes:
    """Events with their positions, in order, in frames of at most `FRAME_BYTES_MAX`; the last takes its reader to `pos`."""
    parts = list(_parts(events))
    frames = []
    for index, part in enumerate(parts, start=1):
        reached = pos if index == len(parts) else part[-1][0]
        bodies = tuple(msgspec.Raw(body) for _, body in part)
        frames.append(
            framed(Events(topic=CHANGES, pos=reached, prev=prev, cursor=feed_cursor(epoch, reached), events=bodies))
        )
        prev = reached
    return b"".join(frames)


def sync_frame(pos: int, epoch: str) -> bytes:
    """All up to here is told, or is not for these eyes."""
    return framed(Sync(topic=CHANGES, pos=pos, cursor=feed_cursor(epoch, pos)))


def _thin(event: CloudEvent, position: int, epoch: str) -> bytes:
    """An event that is too large for any frame, without its data, and where they are read."""
    return msgspec.json.encode(without_data(event, href_of_event(epoch, position)))


def _parts(events: Sequence[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    part: list[tuple[int, bytes]] = []
    size = 0
    for position, body in events:
        if part and size + len(body) > FRAME_BYTES_MAX:
            yield part
            part, size = [], 0
        part.append((position, body))
        size += len(body) + 1
    yield part
