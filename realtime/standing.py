"""How a process's live part stands now: who follows what, and what is kept for those who come back."""

from collections.abc import Iterable

from msgspec import Struct

from realtime.hub import Hub
from realtime.ring import Ring


class Standing(Struct, frozen=True, kw_only=True):
    """In numbers."""

    welcomed: int
    """Connections that have said hello, and carriers over HTTP."""
    parked: int
    """Of these, who do not read just now."""
    topics: int
    audiences: int
    ring_frames: int
    ring_bytes: int
    ring_age_s: float
    """Of the oldest frame in any ring."""


def standing(hub: Hub) -> Standing:
    """Looks at everyone once, when somebody asks for the figures."""
    subscribers, topics = hub._following, hub._topics
    rings = [audience.ring for audiences in topics.values() for audience in audiences.values()]
    return Standing(
        welcomed=len(subscribers),
        parked=sum(subscriber.parked for subscriber in subscribers),
        topics=len(topics),
        audiences=len(rings),
        ring_frames=sum(map(len, rings)),
        ring_bytes=sum(ring.size_bytes for ring in rings),
        ring_age_s=_oldest(rings),
    )


def _oldest(rings: Iterable[Ring]) -> float:
    return max((ring.age_s() for ring in rings), default=0.0)
