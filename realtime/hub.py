"""The hub: who follows what, and what each audience is sent. No sockets, no FastAPI.

One frame per (change, audience), encoded once. A subscriber that cannot take more is parked with its position only; what it
missed is sent again from the ring, or as a new snapshot. Rights are events of the same log, so they are judged in order: after
position N took a right away, nothing after N is shown by it.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from domain.kernel import Recorded
from domain.names import scope_of
from domain.policy import COMMON_SCOPE, Mask
from eventstore.cursor import Cursor
from realtime.frames import change_frames, framed, snapshot_frames
from realtime.messages import Heartbeat, Reset, Sync

RING_FRAMES_MAX = 256
RING_BYTES_MAX = 1024 * 1024
"""Per topic and audience."""
EMPTY_MS_MAX = 120_000
"""An audience without subscribers is kept so long, so that those who lost the line may resume."""


class Change(Protocol):
    """A transaction as the tail tells it."""

    @property
    def recorded(self) -> tuple[Recorded, ...]: ...

    @property
    def changes(self) -> Mapping[str, Mapping[str, Any]]: ...

    @property
    def position(self) -> int: ...

    @property
    def unsettles(self) -> bool: ...


class Record(Protocol):
    """What the hub asks of the record, at the tail's head."""

    @property
    def head(self) -> int: ...

    @property
    def epoch(self) -> str: ...

    def mask(self, topic: str, person: str) -> Mask | None:
        """What a person may see of a topic; None: nothing, or no such topic."""
        ...

    def snapshot(self, topic: str, mask: Mask) -> dict[str, Any]:
        """All rows of a topic as an audience sees them."""
        ...

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], before: int) -> dict[str, Any]:
        """Changed rows as an audience sees them; None for a row that it saw and that is gone."""
        ...

    def cursor(self, profile: str, position: int) -> str: ...


class Subscriber(Protocol):
    """A connection, as the hub knows it."""

    @property
    def person(self) -> str: ...

    @property
    def parked(self) -> bool:
        """It cannot take more just now."""
        ...

    def send(self, frame: bytes) -> None: ...


class Followed(Struct, gc=False):
    """What a subscriber has of a topic."""

    position: int
    audience: "Audience"


class Audience:
    """Everyone who sees the same of a topic."""

    __slots__ = (
        "_snapshot",
        "empty_since_ms",
        "mask",
        "position",
        "profile",
        "ring",
        "ring_bytes",
        "ring_from",
        "subscribers",
        "topic",
    )

    def __init__(self, topic: str, mask: Mask, position: int) -> None:
        self.topic = topic
        self.mask = mask
        self.profile = profile_of(mask)
        self.position = position
        """Of the last change this audience saw."""
        self.ring: deque[tuple[int, bytes]] = deque()
        self.ring_bytes = 0
        self.ring_from = position
        """A reader at or after this position can be brought up to date from the ring."""
        self.subscribers: dict[Subscriber, Followed] = {}
        self.empty_since_ms: int | None = None
        self._snapshot: tuple[int, tuple[bytes, ...]] | None = None

    def remember(self, position: int, frame: bytes) -> None:
        self.ring.append((position, frame))
        self.ring_bytes += len(frame)
        self.position = position
        while len(self.ring) > RING_FRAMES_MAX or self.ring_bytes > RING_BYTES_MAX:
            self.ring_from, dropped = self.ring.popleft()
            self.ring_bytes -= len(dropped)

    def snapshot_frames(self, record: Record) -> tuple[bytes, ...]:
        """Encoded once for everyone who joins at this position."""
        if self._snapshot is None or self._snapshot[0] != record.head:
            cursor = record.cursor(self.profile, record.head)
            rows = record.snapshot(self.topic, self.mask)
            self._snapshot = (record.head, snapshot_frames(self.topic, record.head, cursor, rows))
        return self._snapshot[1]


def profile_of(mask: Mask) -> str:
    """A short name of what a reader may see, for cursors. Equal for equal masks in every process."""
    told = (sorted(mask.insider_of), sorted(mask.recused))
    return sha256(msgspec.json.encode(told)).hexdigest()[:8]


class Hub:
    """Lives on one event loop; every method runs through without waiting."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._topics: dict[str, dict[Mask, Audience]] = {}
        self._following: dict[Subscriber, dict[str, Followed]] = {}

    @property
    def connected(self) -> int:
        return len(self._following)

    def subscribers(self) -> Iterable[Subscriber]:
        return tuple(self._following)

    # --- joining and leaving ---

    def follow(self, subscriber: Subscriber, topic: str, since: Cursor | None) -> str | None:
        """Bring a subscriber up to date and keep it so. Answers `resumed` or `snapshot`; None: it may not see the topic."""
        mask = self._record.mask(topic, subscriber.person)
        if mask is None:
            return None
        self.leave(subscriber, topic)
        audience = self._topics.setdefault(topic, {}).get(mask)
        if audience is None:
            audience = self._topics[topic][mask] = Audience(topic, mask, self._record.head)
        followed = audience.subscribers[subscriber] = Followed(position=-1, audience=audience)
        self._following.setdefault(subscriber, {})[topic] = followed
        if since is None:
            return "snapshot"
        return "resumed" if self._can_resume(audience, since) else "snapshot"

    def bring(self, subscriber: Subscriber, topic: str, since: Cursor | None) -> None:
        """Send what `follow` promised."""
        followed = self._following[subscriber][topic]
        if since is not None and self._can_resume(followed.audience, since):
            followed.position = since.position
        elif since is not None:
            reason = "epoch" if since.epoch != self._record.epoch else "access"
            if since.epoch == self._record.epoch and since.profile == followed.audience.profile:
                reason = "lag"
            subscriber.send(framed(Reset(topic=topic, reason=reason)))
        self._catch_up(subscriber, followed)

    def leave(self, subscriber: Subscriber, topic: str) -> None:
        followed = self._following.get(subscriber, {}).pop(topic, None)
        if followed is not None:
            self._forget(followed.audience, subscriber)

    def disconnect(self, subscriber: Subscriber) -> None:
        for followed in self._following.pop(subscriber, {}).values():
            self._forget(followed.audience, subscriber)

    def topics_of(self, subscriber: Subscriber) -> tuple[str, ...]:
        return tuple(self._following.get(subscriber, ()))

    # --- what happens ---

    def publish(self, change: Change) -> None:
        """A transaction, after its rows stand in the record."""
        if change.unsettles:
            for topic in self._touched(change):
                self._show_anew(topic, "access")
        for topic, rows in _by_topic(change.changes).items():
            for audience in list(self._topics.get(topic, {}).values()):
                self._tell(audience, rows, change)

    def resume(self, subscriber: Subscriber) -> None:
        """A parked subscriber can take more."""
        for followed in self._following.get(subscriber, {}).values():
            if subscriber.parked:
                return
            if followed.position < followed.audience.position:
                self._catch_up(subscriber, followed)

    def heartbeat(self, now_ms: int, sealed: int = 0, witnessed: int = 0) -> None:
        """One frame per set of topics and audiences."""
        frames: dict[tuple[tuple[str, int], ...], bytes] = {}
        for subscriber, topics in self._following.items():
            if subscriber.parked:
                continue
            heads = tuple((topic, followed.audience.position) for topic, followed in topics.items())
            if heads not in frames:
                message = Heartbeat(t=now_ms, heads=dict(heads), sealed=sealed, witnessed=witnessed)
                frames[heads] = framed(message)
            subscriber.send(frames[heads])
        self._let_go_of_empty(now_ms)

    def begin_again(self, record: Record) -> None:
        """The log was put back from a copy: everyone forgets what they have and is shown what stands now."""
        self._record = record
        for topic in list(self._topics):
            self._show_anew(topic, "epoch")

    def is_followed(self, topic: str) -> bool:
        """Whether anybody follows a topic."""
        return any(audience.subscribers for audience in self._topics.get(topic, {}).values())

    # --- inside ---

    def _tell(self, audience: Audience, rows: Mapping[str, Any], change: Change) -> None:
        if audience.position >= change.position:
            return  # shown anew at this very position
        seen = self._record.shown(audience.topic, audience.mask, rows, change.recorded[0].position - 1)
        if not seen:
            return
        prev, position = audience.position, change.position
        cursor = self._record.cursor(audience.profile, position)
        frame = change_frames(audience.topic, position, prev, cursor, seen)
        audience.remember(position, frame)
        for subscriber, followed in audience.subscribers.items():
            if followed.position < position and not subscriber.parked:
                subscriber.send(frame)
                followed.position = position

    def _catch_up(self, subscriber: Subscriber, followed: Followed) -> None:
        """From the ring if it reaches back far enough, else a snapshot; then `sync`. Who is parked gets it when it reads on."""
        if subscriber.parked:
            return
        audience = followed.audience
        if followed.position >= audience.ring_from:
            for position, frame in audience.ring:
                if position > followed.position:
                    subscriber.send(frame)
        else:
            for frame in audience.snapshot_frames(self._record):
                subscriber.send(frame)
        followed.position = max(audience.position, self._record.head)
        cursor = self._record.cursor(audience.profile, followed.position)
        subscriber.send(framed(Sync(topic=audience.topic, pos=followed.position, cursor=cursor)))

    def _can_resume(self, audience: Audience, since: Cursor) -> bool:
        return (
            since.epoch == self._record.epoch
            and since.profile == audience.profile
            and audience.ring_from <= since.position <= self._record.head
        )

    def _touched(self, change: Change) -> list[str]:
        """The topics in which a name, a key, a door or a right may look different now."""
        scopes = {scope_of(each.stream) for each in change.recorded if each.event.unsettles}
        return [topic for topic in self._topics if COMMON_SCOPE in scopes or scope_of(topic) in scopes]

    def _show_anew(self, topic: str, reason: str) -> None:
        """Everyone who follows a topic is told to forget it and shown it again, with the rights they have now."""
        subscribers = [each for audience in self._topics[topic].values() for each in audience.subscribers]
        self._topics[topic] = {}
        for subscriber in subscribers:
            self._following[subscriber].pop(topic)
            subscriber.send(framed(Reset(topic=topic, reason=reason)))
            if self.follow(subscriber, topic, None) is not None:
                self.bring(subscriber, topic, None)

    def _forget(self, audience: Audience, subscriber: Subscriber) -> None:
        audience.subscribers.pop(subscriber, None)

    def _let_go_of_empty(self, now_ms: int) -> None:
        for topic, audiences in list(self._topics.items()):
            for mask, audience in list(audiences.items()):
                if audience.subscribers:
                    audience.empty_since_ms = None
                elif audience.empty_since_ms is None:
                    audience.empty_since_ms = now_ms
                elif now_ms - audience.empty_since_ms > EMPTY_MS_MAX:
                    del audiences[mask]
            if not audiences:
                del self._topics[topic]


def _by_topic(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """topic -> key -> row."""
    topics: dict[str, dict[str, Any]] = {}
    for rows in changes.values():
        for key, row in rows.items():
            topics.setdefault(key[: key.index("|")], {})[key] = row
    return topics
