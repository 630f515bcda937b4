"""An audience: everyone who sees the same of a topic, what they see of it, and what they were sent last."""

from collections.abc import Container, Iterable, Mapping
from hashlib import sha256
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.policy import Mask
from realtime.effort import Effort
from realtime.frames import Bodies, Body, body_of, snapshot_frames
from realtime.ring import Ring

GONE: Body = body_of(None)
EMPTY_MS_MAX = 120_000
"""An audience without subscribers is kept so long, so that those who lost the line may resume."""


class Subscriber(Protocol):
    """A connection, as the hub knows it."""

    @property
    def person(self) -> str: ...

    @property
    def parked(self) -> bool:
        """It cannot take more just now."""
        ...

    @property
    def send(self) -> Any:
        """Takes a frame. It may park the connection."""
        ...

    def lose(self, topic: str) -> None:
        """It may not see a topic any more."""
        ...

    def step_aside(self, topic: str) -> None:
        """It is no participant's any more."""
        ...

    def fail(self, away: bool) -> None:
        """It cannot be served rightly, by a defect or since the store is away: let it come back and begin again."""
        ...


class Followed(Struct, gc=False):
    """What a subscriber has of a topic."""

    position: int
    """Up to here it has everything it may see; -1: nothing."""
    audience: "Audience"
    reset: str | None = None
    """It still holds rows that it must be told to forget, and why."""
    resumed: bool = False
    """What it holds it was told elsewhere, or before."""
    owed: bool = True
    """Something must be sent before it is caught up."""


class Audience:
    """Everyone who sees the same of a topic."""

    __slots__ = (
        "_snapshot",
        "bridges",
        "effort",
        "empty_since_ms",
        "mask",
        "opened",
        "position",
        "profile",
        "ring",
        "rows",
        "subscribers",
        "topic",
    )

    def __init__(
        self,
        topic: str,
        mask: Mask,
        rows: Bodies,
        position: int,
        opened: frozenset[str] = frozenset(),
        effort: Effort | None = None,
    ) -> None:
        self.effort = effort or Effort()
        """What is left for leading its readers on from old positions; of a process, all audiences share it."""
        self.topic = topic
        self.mask = mask
        self.profile = profile_of(mask)
        self.subscribers: dict[Subscriber, Followed] = {}
        self.empty_since_ms: int | None = None
        self.begin(rows, position, opened)

    def begin(self, rows: Bodies, position: int, opened: frozenset[str] = frozenset()) -> None:
        """These rows stand at this position; what was sent before leads nowhere any more."""
        self.rows = rows
        """What its subscribers hold, by key on the wire."""
        self.opened = opened
        """What of all it was shown since is closed or personal, by what it is about."""
        self.position = position
        """Of the last change this audience saw."""
        self._snapshot: tuple[bytes, ...] | None = None
        self.forget()

    def forget(self, upto: int | None = None) -> None:
        """What was sent is sent to nobody again, and who lacks anything up to a position does not go on by what is sent next."""
        self.ring = Ring(self.position if upto is None else upto)
        self.bridges: dict[int, Any] = {}
        """position -> what leads from there, before the ring, to here (`realtime/bridge.py`)."""

    def is_over(self, day: Day) -> bool:
        """Whether it may see nothing of a day any more."""
        return self.mask.until_on is not None and self.mask.until_on < day

    def take(self, shown: Mapping[str, Any]) -> Bodies:
        """Of rows as they are now (None: not to be seen), those that look different to this audience.

        Who sees nothing of a change is sent nothing, and so does not even learn that there was one.
        """
        changed: Bodies = {}
        for key, row in shown.items():
            if row is None:
                if self.rows.pop(key, None) is not None:
                    changed[key] = GONE
                continue
            body = body_of(row)
            if self.rows.get(key) != body:
                changed[key] = self.rows[key] = body
        return changed

    def tell(self, position: int, frame: bytes) -> list[Subscriber]:
        """A frame that takes its readers from the last position to this one: to all who read, who are answered."""
        self.remember(position, frame)
        told = []
        for subscriber, followed in self.subscribers.items():
            if not subscriber.parked:
                subscriber.send(frame)
                followed.position = position
                told.append(subscriber)
        return told

    def remember(self, position: int, frame: bytes) -> None:
        """A frame that takes a reader at the last position to this one."""
        self.ring.remember(position, frame)
        self.position = position
        self._snapshot = None

    def snapshot(self, cursor: str) -> tuple[bytes, ...]:
        """Its rows in frames, made once for everyone who joins before the next change."""
        if self._snapshot is None:
            self._snapshot = snapshot_frames(self.topic, self.position, cursor, self.rows)
        return self._snapshot


def profile_of(mask: Mask) -> str:
    """A short name of what a reader may see, for cursors. Equal for equal masks in every process."""
    return sha256(msgspec.json.encode(mask, order="deterministic")).hexdigest()[:8]


def differ(rows: Bodies, others: Bodies, but: Container[str]) -> bool:
    """Whether any row but those differs."""
    keys: Iterable[str] = rows.keys() | others.keys()
    return any(rows.get(key) != others.get(key) for key in keys if key not in but)


def let_go_of_empty(topics: dict[str, dict[Mask, Audience]], now_ms: int) -> None:
    """Forget audiences that nobody came back to, and topics without any."""
    for topic, audiences in list(topics.items()):
        for mask, audience in list(audiences.items()):
            if audience.subscribers:
                audience.empty_since_ms = None
            elif audience.empty_since_ms is None:
                audience.empty_since_ms = now_ms
            elif now_ms - audience.empty_since_ms > EMPTY_MS_MAX:
                del audiences[mask]
        if not audiences:
            del topics[topic]
