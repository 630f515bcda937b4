"""Sights: a person's eyes on events of every scope, each by the rights that reach to its day."""

from typing import Protocol

from domain.dates import Day, day_of
from domain.kernel import Recorded
from domain.names import scope_of
from projections.sight import Eyes, Opened


class Rights(Protocol):
    """What is asked of a reading."""

    def eyes(self, scope: str, person: str, at: int, opened: Opened | None, day: Day | None) -> Eyes | None: ...

    def last_days(self, scope: str, person: str) -> tuple[Day, ...]:
        """The days on which rights of a person in a scope ended."""
        ...


class Sights:
    """For one person and one request."""

    def __init__(self, rights: Rights, person: str, at: int, opened: Opened) -> None:
        self._rights = rights
        self._person = person
        self._at = at
        self._opened = opened
        self._lasts: dict[str, tuple[Day, ...]] = {}
        self._eyes: dict[tuple[str, Day | None], Eyes | None] = {}

    def on(self, recorded: Recorded) -> Eyes | None:
        """Those for an event; None where they have no part in its scope."""
        scope = scope_of(recorded.stream)
        lasts = self._last_days(scope)
        day = day_of(recorded.recorded_at) if lasts else ""
        # What they had until a day reaches to all days before it.
        return self._by(scope, next((each for each in lasts if day <= each), None))

    def has_part(self, scope: str) -> bool:
        """Whether there is anything of a scope that they may see."""
        return bool(self._last_days(scope)) or self._by(scope, None) is not None

    def _last_days(self, scope: str) -> tuple[Day, ...]:
        if scope not in self._lasts:
            self._lasts[scope] = self._rights.last_days(scope, self._person)
        return self._lasts[scope]

    def _by(self, scope: str, day: Day | None) -> Eyes | None:
        if (scope, day) not in self._eyes:
            self._eyes[scope, day] = self._rights.eyes(scope, self._person, self._at, self._opened, day)
        return self._eyes[scope, day]
