"""A bridge: the rows that lead a reader from where it was, however long ago, to where its audience stands.

Made from the versions of rows that changed meanwhile. It tells all that looks different, or there is none and the reader is shown
the topic anew: never a part of what was missed. Made once for all who come from the same position.
"""

from msgspec import Struct

from eventstore.cursor import Cursor
from realtime.audience import GONE, Audience
from realtime.frames import Bodies, body_of, change_frames
from realtime.record import Record

BRIDGES_MAX = 64
BYTES_MAX = 1024 * 1024
"""Of the bridges kept for one audience; beyond that they are made again."""


class Bridge(Struct, frozen=True, gc=False):
    """Takes a reader to `position`. `frame` is empty where nothing that it sees has changed."""

    position: int
    frame: bytes


def bridge(record: Record, audience: Audience, since: int) -> Bridge | None:
    """From a position that a reader of this audience holds; None: the topic must be shown anew."""
    bridges: dict[int, Bridge | None] = audience.bridges
    known = bridges.get(since)
    if since not in bridges or (known is not None and known.position < audience.ring.reaches):
        if len(bridges) >= BRIDGES_MAX or sum(len(each.frame) for each in bridges.values() if each) > BYTES_MAX:
            bridges.clear()
        bridges.pop(since, None)
        if audience.effort.is_spent():
            return None  # a snapshot stands ready for everybody
        with audience.effort.spend():
            bridges[since] = _made(record, audience, since)
    return bridges[since]


def leads_on(record: Record, audience: Audience, since: Cursor) -> bool:
    """Whether a reader goes on from a cursor, by the ring or by a bridge."""
    return (
        since.epoch == record.epoch
        and since.profile == audience.profile
        and since.position <= record.head
        and (since.position >= audience.ring.reaches or bridge(record, audience, since.position) is not None)
    )


def reason_against(record: Record, audience: Audience, since: Cursor) -> str:
    """Why it does not."""
    if since.epoch != record.epoch or since.position > record.head:
        return "epoch"  # a position that this log has not reached is another life's, whatever the cursor says
    return "lag" if since.profile == audience.profile else "access"


def _made(record: Record, audience: Audience, since: int) -> Bridge | None:
    held = record.held(audience.topic, audience.mask, since)
    if held is None:
        return None
    changed: Bodies = {}
    for key, row in held.items():
        before, now = GONE if row is None else body_of(row), audience.rows.get(key, GONE)
        # Who sees nothing of a change is not told that there was one, however it came about.
        if before != now:
            changed[key] = now
    if _weight(changed) > _weight(audience.rows):
        return None  # a snapshot is shorter
    if not changed:
        return Bridge(audience.position, b"")
    cursor = record.cursor(audience.profile, audience.position)
    return Bridge(audience.position, change_frames(audience.topic, audience.position, since, cursor, changed))


def _weight(rows: Bodies) -> int:
    return sum(len(key) + len(body) for key, body in rows.items())
