"""Sights: a person's eyes on events of every scope, each by the rights that reach to its day."""

from hashlib import sha256
from typing import Protocol

import msgspec

from domain.dates import Day, day_of
from domain.kernel import Recorded
from domain.names import scope_of
from domain.offices import offices_of
from domain.policy import COMMON_SCOPE, Mask
from domain.seeing import Index
from domain.streams import KINDS
from projections.sight import Eyes, Opened


class Rights(Protocol):
    """What is asked of a reading."""

    def eyes(self, scope: str, person: str, at: int, opened: Opened | None, day: Day | None) -> Eyes | None: ...

    def last_days(self, scope: str, person: str) -> tuple[Day, ...]:
        """The days on which rights of a person in a scope ended."""
        ...

    def rights_on(self, scope: str, person: str, day: Day | None) -> Mask | None:
        """What a person may see of a scope, by today's rights, or by those that reach to a day."""
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
        lasts = self._lasts.get(scope)
        if lasts is None:
            lasts = self._last_days(scope)
        if not lasts:
            return self._by(scope, None)
        day = day_of(recorded.recorded_at)
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


def sight_of(rights: Rights, person: str, streams: Index, today: Day) -> str:
    """A name for all that a person may see, in every scope and of every day: equal for those who see the same of every event.

    Wherever no stream names them they see what their offices show, so those scopes need not be looked at one by one.
    """
    named = [stream for kind in KINDS for stream in streams.naming(person, kind)]
    held = offices_of(streams.naming(person, "access"), person, today, streams)
    offices = sorted({(str(each.office), each.sees_closed is True, tuple(sorted(each.scopes))) for _, each in held})
    scopes = sorted({COMMON_SCOPE, *map(scope_of, named), *(scope for *_, of in offices for scope in of)})
    ends = sorted({day for scope in scopes for day in rights.last_days(scope, person)})
    sees = [
        (scope, rights.last_days(scope, person), [rights.rights_on(scope, person, day) for day in (None, *ends)])
        for scope in scopes
    ]
    shown = [each for each in sees if each[1] or any(mask is not None for mask in each[2])]
    return sha256(msgspec.json.encode((offices, shown), order="deterministic")).hexdigest()
