"""Every view rebuilt from zero: nothing but its fold over what it gave before, and states folded event by event.

What the house answers is compared with this. It knows no overlay, no kept rows, no cache of states and no frames.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from domain.dates import day_of
from domain.kernel import UNKNOWN, Recorded
from domain.names import kind_of, scope_of
from domain.policy import Mask
from domain.streams import KINDS
from domain.text import Kept
from eventstore.sealing import located
from projections.reading import Reading
from projections.rows import PAGE_MAX
from projections.view import View
from projections.views import VIEWS


class Rebuilt:
    """Rows and states at `head`, which it takes in one event after the other."""

    def __init__(self, opener: Callable[[Kept], str | None], views: tuple[View, ...] = VIEWS) -> None:
        self.head = 0
        self._views = views
        self._rows: dict[str, dict[str, list[tuple[int, Any]]]] = {view.name: {} for view in views}
        """view -> key -> its rows, each from a position; None: the row is gone."""
        self._keys: dict[str, list[str]] = {view.name: [] for view in views}
        """view -> the keys of its rows, in order"""
        self._states: dict[str, Any] = {}
        self._ids: dict[tuple[str, str | None], list[str]] = {}
        """(kind, scope or None for all) -> its streams, in name order"""
        self._events: dict[tuple[str, int], Recorded] = {}
        self._log: list[Recorded] = []
        self._today = ""
        self.reading = Reading(
            self,
            self,
            opener,
            lambda stream, version: self._events[stream, version],
            lambda position: self._log[position - 1],
            lambda: self._today,
        )

    def take(self, *events: Recorded) -> None:
        for recorded in events:
            self.head, self._today = recorded.position, day_of(recorded.recorded_at)
            self._events[recorded.stream, recorded.version] = recorded
            self._log.append(recorded)
            event = located(recorded.event, recorded.stream, recorded.version)
            evolve = KINDS[kind_of(recorded.stream)].evolve
            if recorded.stream not in self._states:
                self._list(recorded.stream)
            self._states[recorded.stream] = evolve(self.see(recorded.stream), event)
            for view in self._views:
                if type(recorded.event) in view.folds:
                    rows = self._rows[view.name]
                    for key, row in view.evolve(partial(self._now, view.name), recorded).items():
                        if key not in rows:
                            insort(self._keys[view.name], key)
                        rows.setdefault(key, []).append((recorded.position, row))

    def _now(self, view: str, key: str) -> Any:
        return self.get(view, key, self.head)

    def _list(self, stream: str) -> None:
        for scope in (scope_of(stream), None):
            insort(self._ids.setdefault((kind_of(stream), scope), []), stream)

    def changed(
        self, view: str, prefix: str, since: int, at: int, limit: int, after: str = ""
    ) -> list[tuple[str, Any]]:
        keys = self._keys_after(view, prefix, max(prefix, after))
        changed = [key for key in keys if self.versions(view, key, since, at, 1)]
        return [(key, self.get(view, key, since)) for key in changed][:limit]

    def versions(self, view: str, key: str, after: int, at: int, limit: int) -> list[tuple[int, Any]]:
        return [each for each in self._rows[view].get(key, ()) if after < each[0] <= at][:limit]

    def event(self, position: int) -> Recorded:
        return self._log[position - 1]

    def shown(self, topic: str, mask: Mask) -> dict[str, Any]:
        """A topic as an audience sees it now."""
        return self.reading.snapshot(topic, mask)

    # --- what a reading asks ---

    def see(self, stream: str) -> Any:
        return self._states.get(stream, UNKNOWN)

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        return tuple(self._ids.get((kind, scope), ()))

    def changes(self, view: str) -> int:
        return self.head

    def get(self, view: str, key: str, at: int) -> Any:
        return next((row for position, row in reversed(self._rows[view].get(key, ())) if position <= at), None)

    def range(self, view: str, prefix: str, at: int, after: str = "", limit: int = PAGE_MAX) -> list[tuple[str, Any]]:
        found = ((key, self.get(view, key, at)) for key in self._keys_after(view, prefix, after))
        return list(islice(((key, row) for key, row in found if row is not None), limit))

    def _keys_after(self, view: str, prefix: str, after: str) -> Iterator[str]:
        keys = self._keys[view]
        for at in range(max(bisect_left(keys, prefix), bisect_right(keys, after)), len(keys)):
            if not keys[at].startswith(prefix):
                return
            yield keys[at]
