"""Catching up: what a subscriber lacks of a topic, from the ring, by the rows that changed, or all of it anew; then `sync`."""

from domain.policy import Mask
from projections.sight import Opened
from realtime.audience import Audience, Followed, Subscriber
from realtime.bridge import bridge
from realtime.frames import Bodies, bodies_of, framed
from realtime.messages import Reset, Sync
from realtime.record import Record
from realtime.tally import Tally


def rows_of(record: Record, topic: str, mask: Mask) -> tuple[Bodies, frozenset[str]]:
    """All rows of a topic as an audience sees them, and what of them is closed or personal."""
    opened = Opened()
    rows = bodies_of(record.snapshot(topic, mask, opened))
    return rows, frozenset(opened.about)


def stands_at(record: Record, audience: Audience) -> int:
    """The position of a topic, of what an audience may see."""
    return max(audience.position, record.latest(audience.mask))


def catch_up(record: Record, subscriber: Subscriber, followed: Followed, tally: Tally) -> None:
    """Whoever is parked on the way gets the rest when it reads on."""
    audience, topic = followed.audience, followed.audience.topic

    def send(op: str, frame: bytes) -> None:
        subscriber.send(frame)
        tally.sent(op, len(frame))

    if 0 <= followed.position < audience.ring.reaches and (led := bridge(record, audience, followed.position)):
        tally.catch_ups["rows"] += 1
        if led.frame:
            send("rows", led.frame)
        elif led.position < audience.position:
            # Nothing looks different, but it must be told how far it has come: the ring goes on from there.
            send("sync", _synced(record, audience, led.position))
        followed.position = led.position
        if subscriber.parked:
            return
    if followed.position >= audience.ring.reaches:
        tally.catch_ups["ring"] += 1  # also where there is nothing left of it to send
        for position, frame in audience.ring.after(followed.position):
            send("rows", frame)
            followed.position = position
            if subscriber.parked:
                return
    else:
        tally.catch_ups["snapshot"] += 1
        reset = followed.reset or ("lag" if followed.position >= 0 else None)
        if reset is not None:
            send("reset", framed(Reset(topic=topic, reason=reset)))
        for frame in audience.snapshot(record.cursor(audience.profile, audience.position)):
            send("snap", frame)
        followed.resumed = False
    followed.reset, followed.owed = None, False
    followed.position = stands_at(record, audience)
    send("sync", _synced(record, audience, followed.position))


def _synced(record: Record, audience: Audience, position: int) -> bytes:
    cursor = record.cursor(audience.profile, position)
    return framed(Sync(topic=audience.topic, pos=position, cursor=cursor))
