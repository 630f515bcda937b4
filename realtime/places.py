"""Places: how many sockets a process holds, and how many of them a person, in all their tabs and on all their machines."""

from collections import Counter

from realtime.closing import Close

SOCKETS_PER_PERSON_MAX = 40
SOCKETS_MAX = 20_000
"""At one process: 200 MiB of connections. Then another process is asked."""


class Places:
    """`per_person`: at most so many; None: as many as they like. `in_all`: so many of everybody."""

    def __init__(self, per_person: int | None, in_all: int = SOCKETS_MAX) -> None:
        self._per_person = per_person
        self._left = in_all
        self._taken: Counter[str] = Counter()

    def take(self, person: str) -> Close | None:
        """Take one; else why there was none left."""
        if self._left <= 0:
            return Close.OVERLOADED
        if self._per_person is not None and self._taken[person] >= self._per_person:
            return Close.CONNECTION_LIMIT
        self._taken[person] += 1
        self._left -= 1
        return None

    def leave(self, person: str) -> None:
        self._taken[person] -= 1
        self._left += 1
        if not self._taken[person]:
            del self._taken[person]
