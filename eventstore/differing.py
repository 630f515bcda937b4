"""Which rows changed between two positions: found by the positions of their versions, or, where many did, from key to key."""

from collections.abc import Callable, Iterable, Sequence

from eventstore.lives import Body

LOOKED_AT_MAX = 4_000
"""Versions between two positions, of all topics of a view: where there are more, keys are walked to."""


def changed_of(
    between: Callable[[int], Sequence[str]],
    stood: Callable[[Sequence[str]], Iterable[Body]],
    walk: Callable[[], Sequence[Body]],
    after: str,
    stop: str,
    limit: int,
) -> Sequence[Body]:
    """The first rows after a key that changed, as they stood before, in key order.

    `between(most)`: the keys of so many versions of the view between the positions; `stood(keys)`: rows as they stood before;
    `walk()`: the answer by the longer way.
    """
    keys = between(LOOKED_AT_MAX + 1)
    if len(keys) > LOOKED_AT_MAX:
        return walk()
    within = sorted({key for key in keys if after < key < stop})[:limit]
    return list(stood(within)) if within else []
