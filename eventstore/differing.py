"""Which rows changed between two positions: found by the positions of their versions, or, where many did, from key to key."""

from collections.abc import Callable, Iterable, Sequence

from eventstore.lives import WALKED_IN_VAIN, Body

LOOKED_AT_MAX = 4_000
"""Versions between two positions, of all topics of a view: where there are more, keys are walked to."""
WALKED_AT_ONCE = 2_000
"""Keys walked to in one statement: of a topic that has very many a server would give up one that walks to them all."""


def changed_of(
    between: Callable[[int], Sequence[str]],
    stood: Callable[[Sequence[str]], Iterable[Body]],
    walk: Callable[[str, int], Sequence[tuple[str, bool]]],
    after: str,
    stop: str,
    limit: int,
) -> Sequence[Body]:
    """The first rows after a key that changed, as they stood before, in key order.

    `between(most)`: the keys of so many versions of the view between the positions; `stood(keys)`: rows as they stood before;
    `walk(after, most)`: the next keys of the range, and of each whether it changed.
    """
    keys = between(LOOKED_AT_MAX + 1)
    if len(keys) > LOOKED_AT_MAX:
        within = _walked_to(walk, after, limit)
    else:
        within = sorted({key for key in keys if after < key < stop})[:limit]
    return list(stood(within)) if within else []


def _walked_to(walk: Callable[[str, int], Sequence[tuple[str, bool]]], after: str, limit: int) -> list[str]:
    found: list[str] = []
    most = min(limit + WALKED_IN_VAIN, WALKED_AT_ONCE)
    while len(found) < limit:
        walked = walk(after, most)
        found += [key for key, changed in walked if changed]
        if len(walked) < most:
            break
        after, most = walked[-1][0], min(most * 2, WALKED_AT_ONCE)
    return found[:limit]
