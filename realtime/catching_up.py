"""Catching up: what a subscriber lacks of a topic, from the ring, by the rows that changed, or all of it anew; then `sync`."""

from domain.policy import Mask
from projections.sight import Opened
from realtime.audience import Audience, Followed, Subscriber
from realtime.bridge import bridge
from realtime.frames import Bodies, bodies_of, framed
from realtime.messages import Reset, Sync
from realtime.record import Record


def rows_of(record: Record, topic: str, mask: Mask) -> tuple[Bodies, frozenset[str]]:
    """All rows of a topic as an audience sees them, and what of them is closed or personal."""
    opened = Opened()
    rows = bodies_of(record.snapshot(topic, mask, opened))
    return rows, frozenset(opened.about)


def stands_at(record: Record, audience: Audience) -> int:
    """The position of a topic, of what an audience may see."""
    return max(audience.position, record.latest(audience.mask))


def catch_up(record: Record, subscriber: Subscriber, followed: Followed) -> None:
    """Whoever is parked on the way gets the rest when it reads on."""
    audience, topic = followed.audience, followed.audience.topic
    if 0 <= followed.position < audience.ring.reaches and (led := bridge(record, audience, followed.position)):
        # Where nothing looks different it is told all the same how far it has come: the ring goes on from there.
        subscriber.send(led.frame or _synced(record, audience, led.position))
        followed.position = led.position
        if subscriber.parked:
            return
    if followed.position >= audience.ring.reaches:
        for position, frame in audience.ring.after(followed.position):
            subscriber.send(frame)
            followed.position = position
            if subscriber.parked:
                return
    else:
        reset = followed.reset or ("lag" if followed.position >= 0 else None)
        if reset is not None:
            subscriber.send(framed(Reset(topic=topic, reason=reset)))
        for frame in audience.snapshot(record.cursor(audience.profile, audience.position)):
            subscriber.send(frame)
    followed.reset, followed.owed = None, False
    followed.position = stands_at(record, audience)
    subscriber.send(_synced(record, audience, followed.position))


def _synced(record: Record, audience: Audience, position: int) -> bytes:
    cursor = record.cursor(audience.profile, position)
    return framed(Sync(topic=audience.topic, pos=position, cursor=cursor))
