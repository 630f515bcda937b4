"""Places: how many sockets a person holds in this process, in all their tabs and on all their machines."""

from collections import Counter

SOCKETS_PER_PERSON_MAX = 40


class Places:
    """`per_person`: at most so many; None: as many as they like."""

    def __init__(self, per_person: int | None) -> None:
        self._per_person = per_person
        self._taken: Counter[str] = Counter()

    def take(self, person: str) -> bool:
        """Whether there was one left."""
        if self._per_person is not None and self._taken[person] >= self._per_person:
            return False
        self._taken[person] += 1
        return True

    def leave(self, person: str) -> None:
        self._taken[person] -= 1
        if not self._taken[person]:
            del self._taken[person]
