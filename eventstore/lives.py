"""Lives of kept rows: from which position to which a key had a row. So a read does not grow with what came later, nor with what is
gone by then.
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from eventstore.rows import Version

WALKED_IN_VAIN = 50
"""Keys without a row, after which a range is looked for in another way too."""
LISTED_PER_WALKED = 10
"""So many keys are listed in the time that one is walked to."""
STOOD_KEYS_MAX, STOOD_KEPT_MAX = 5_000, 64
"""Keys of one topic as of one position that are remembered, and of how many of those."""
BODIES_AT_ONCE = 100
LAYOUT = "lives"
"""What a set is made of, beside its folds: one without its lives is made again."""

Body = tuple[str, bytes | None]
"""key, and the row that stands there as of a position (None: it is gone, or has not begun)."""


def range_of(
    walk: Callable[[str, int], Sequence[Body]],
    stood: Callable[[int], list[str] | None],
    bodies: Callable[[Sequence[str]], Iterable[Body]],
    after: str,
    stop: str,
    limit: int,
) -> list[tuple[str, bytes]]:
    """The first rows after a key, in key order, by whichever is shorter: walking from key to key, or looking at those that stood
    then.

    `walk(after, most)`: the next keys of the range; `stood(most)`: every key of its topic that had a row, in order; None: there
    are more, or, where `most` is 0, they are not at hand.
    """
    found: list[tuple[str, bytes]] = []
    most, keys = limit + WALKED_IN_VAIN, stood(0)
    while keys is None:
        walked = walk(after, most)
        found += [(key, body) for key, body in walked if body is not None]
        if len(found) >= limit or len(walked) < most:
            return found[:limit]
        after, most = walked[-1][0], most * 2
        keys = stood(most * LISTED_PER_WALKED)
    within = keys[bisect_right(keys, after) : bisect_left(keys, stop)]
    for first in range(0, len(within), BODIES_AT_ONCE):
        some = bodies(within[first : first + BODIES_AT_ONCE])
        found += [(key, body) for key, body in some if body is not None]
        if len(found) >= limit:
            break
    return found[:limit]


class StoodKeys:
    """Which keys of a topic had a row at a position, of the last few that were asked for: that never changes."""

    def __init__(self, look: Callable[[str, int, str, int, int], Sequence[str]]) -> None:
        self._look = look
        self._known: OrderedDict[tuple[str, int, str, int], list[str]] = OrderedDict()

    def of(self, view: str, fold: int, topic: str | None, at: int, most: int) -> list[str] | None:
        """In order; None where there are more, or where `most` is 0 and they are not at hand."""
        if topic is None:
            return None
        asked = view, fold, topic, at
        keys = self._known.get(asked)
        if keys is None and most:
            keys = sorted(self._look(*asked, most + 1))
            if len(keys) > most:
                return None
            if len(keys) <= STOOD_KEYS_MAX:
                self._known[asked] = keys
                if len(self._known) > STOOD_KEPT_MAX:
                    self._known.popitem(last=False)
        return keys


def topic_of(key: str) -> str:
    """The topic whose row it is."""
    return key.partition("|")[0]


def topic_between(after: str, stop: str) -> str | None:
    """The topic that a range lies in; None where it spans several."""
    topic = topic_of(after)
    return topic if "|" in after and stop.startswith(f"{topic}|") else None


class Lives(Struct, frozen=True):
    """What versions that are kept together, in order of their positions, begin and end."""

    perhaps: list[Version]
    """The first of each row, where it stands: it begins a life unless one goes on."""
    begun: list[Version]
    """What comes back after it was gone."""
    gone: list[Version]


def lives_of(versions: Iterable[Version]) -> Lives:
    lives, last = Lives([], [], []), dict[tuple[str, int, str], bool]()
    for version in versions:
        row, stands = version[:3], version[4] is not None
        if not stands:
            lives.gone.append(version)
        elif row not in last:
            lives.perhaps.append(version)
        elif not last[row]:
            lives.begun.append(version)
        last[row] = stands
    return lives
