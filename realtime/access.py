"""Access: what somebody is told when a right or a door changed, before they are shown the topic anew."""

from realtime.audience import Audience, Subscriber
from realtime.frames import Bodies, framed
from realtime.messages import LOST_KEYS_MAX, Access
from realtime.record import Record
from realtime.tally import Tally


class AccessTold:
    """Of one change: a frame for all who lost and gained the same."""

    def __init__(self, record: Record, tally: Tally) -> None:
        self._record = record
        self._tally = tally
        self._frames: dict[tuple[int, Audience], bytes] = {}

    def tell(self, subscriber: Subscriber, audience: Audience, before: Bodies) -> None:
        """`before` is what was held by the old right, and nothing later: what came after is not for who lost it.

        Who does not read is told by the `reset` alone, which takes everything.
        """
        if subscriber.parked:
            return
        one = (id(before), audience)
        if one not in self._frames:
            cursor = self._record.cursor(audience.profile, self._record.head)
            lost, gained = _otherwise(before, audience.rows), _otherwise(audience.rows, before)
            self._frames[one] = framed(Access(topic=audience.topic, cursor=cursor, lost=lost, gained=gained or ()))
        subscriber.send(self._frames[one])
        self._tally.sent("access", len(self._frames[one]))


def _otherwise(rows: Bodies, others: Bodies) -> tuple[str, ...] | None:
    """The rows that are not the same there; None: too many to name."""
    keys = tuple(key for key, body in rows.items() if others.get(key) != body)
    return keys if len(keys) <= LOST_KEYS_MAX else None
