"""How did this row come to be what it is, and what differs between two moments? History (historik) and comparison (sammenligning).

Both are the versions that rows are kept as, each shown as it stood before it changed again: by today's rights and those that reach
to its day. A change that the reader cannot see is no change to them: neither its position nor its event is told.

Both may take long, so they yield wherever others may be served, and go on by the rights of then.
"""

from collections.abc import Generator, Iterator
from itertools import chain, pairwise
from typing import Any, Generic, TypeVar

from msgspec import Struct

from domain.dates import Day, Moment, day_of, moment_of
from domain.kernel import Recorded
from domain.mask import Mask
from domain.names import scope_of
from projections.reading import Reading
from projections.rows import Rows
from projections.sight import Eyes, Opened
from projections.trail import Entry, entry
from projections.view import View, rest_of
from projections.views import view_of

HISTORY_PAGE_MAX = 200
"""Versions of a row in one answer."""
COMPARE_PAGE_MAX = 100
"""Rows that differ, in one answer."""
EVENTS_OF_ROW_MAX = 10
"""Told beside one row that differs; its history has all."""
SLICE = 250
"""Versions, or rows that changed, looked at together."""

R = TypeVar("R")


class RowVersion(Struct, Generic[R], frozen=True, kw_only=True):
    """A row from one event on, until the next."""

    position: int
    at: Moment
    row: R | None
    """None: from here on there was no such row."""
    event: Entry | None
    """What changed it; None where that is not for the reader."""


class RowHistory(Struct, Generic[R], frozen=True, kw_only=True):
    """How a row came to be what it is at `position`, oldest first; `next` is the position to go on after."""

    topic: str
    key: str
    position: int
    versions: list[RowVersion[R]]
    next: int | None


class RowDifference(Struct, Generic[R], frozen=True, kw_only=True):
    """A row that is not what it was."""

    key: str
    before: R | None
    """None: there was none."""
    after: R | None
    """None: there is none any more."""
    events: list[int]
    """Positions of what changed it, oldest first: the first of them, where there are many. What they were stands in `sentences`."""


class Comparison(Struct, Generic[R], frozen=True, kw_only=True):
    """What differs in a topic between two moments, by key; `next` is the key to go on after."""

    topic: str
    from_position: int
    to_position: int
    rows: list[RowDifference[R]]
    sentences: list[Entry]
    """What happened to these rows in between, in order."""
    next: str | None


Versions = tuple[list[RowVersion[Any]], int | None]
Differences = tuple[list[RowDifference[Any]], list[Entry], str | None]


class Withdrawn(Exception):
    """The right to see the topic ended while it was looked back on."""


class Past:
    """A topic as one person looks back on it, for one request. `mask`: what they may see of it."""

    def __init__(self, reading: Reading, topic: str, person: str, mask: Mask, upto: int, opened: Opened) -> None:
        view = view_of(topic)
        assert view is not None, topic
        self._reading, self._rows = reading, reading.rows
        self._topic, self._person, self._mask = topic, person, mask
        self._view: View = view
        self._opened, self._upto = opened, upto
        self._begin()

    def _begin(self) -> None:
        self._moment = self._reading.moment
        self._sights = self._reading.sights(self._person, self._upto, self._opened)
        self._masks: dict[Day, Mask] = {}
        self._eyes_then: dict[int, Eyes] = {}

    def _rest(self) -> Iterator[None]:
        """Others are served; whatever has happened meanwhile, one goes on by the rights of now. Raises Withdrawn."""
        yield
        if self._moment != self._reading.moment:
            mask = self._reading.mask(self._topic, self._person)
            if mask is None:
                raise Withdrawn
            self._mask = mask
            self._begin()

    def history(self, key: str, after: int, upto: int, limit: int) -> Generator[None, None, Versions]:
        """Versions of a row, and the position to go on after."""
        whole = f"{self._topic}|{key}"
        found: list[RowVersion[Any]] = []
        before = self._rows.get(self._view.name, whole, after) if after else None
        versions = _versions(self._rows, self._view.name, whole, after, upto)
        for (position, row), (next_at, _) in pairwise(chain(versions, ((upto + 1, None),))):
            yield from self._rest()
            noted = self._opened.about.copy()
            recorded = self._reading.event_at(position)
            # What is made in one go is named as soon as all of it stands.
            eyes = self._eyes(recorded, next_at - 1)
            was, shown = self._show(eyes, whole, before), self._show(eyes, whole, row)
            before = row
            if was == shown:
                continue
            if len(found) == limit:
                self._opened.about = noted  # it was looked at, and not shown
                return found, found[-1].position
            at, told = moment_of(recorded.recorded_at), self._told(recorded)
            found.append(RowVersion(position=position, at=at, row=shown, event=told))
        return found, None

    def compare(self, since: int, upto: int, after: str, limit: int) -> Generator[None, None, Differences]:
        """Rows that differ, what happened to them, and the key to go on after."""
        differing: list[RowDifference[Any]] = []
        sentences: dict[int, Entry] = {}
        if since >= upto:
            return differing, [], None
        for key, was in self._changed(since, upto, after):
            yield from self._rest()
            noted = self._opened.about.copy()
            then, now = self._eyes_at(since), self._eyes_at(upto)
            row = self._rows.get(self._view.name, key, upto)
            shown = self._show(now, key, row)
            is_same = shown == self._show(now, key, was)
            if is_same or len(differing) == limit:
                self._opened.about = noted  # it was looked at, and not shown
                if is_same:
                    continue
                return differing, _in_order(sentences), differing[-1].key
            told = yield from self._told_of(key, since, upto)
            sentences |= {each.position: each for each in told}
            differing.append(
                RowDifference(
                    key=rest_of(key),
                    before=self._show(then, key, was),
                    after=shown,
                    events=[each.position for each in told],
                )
            )
        return differing, _in_order(sentences), None

    def _changed(self, since: int, upto: int, after: str) -> Iterator[tuple[str, Any]]:
        """Rows that changed, as they stood before; read a slice at a time."""
        reached = f"{self._topic}|{after}" if after else ""
        view, prefix = self._view.name, f"{self._topic}|"
        while rows := self._rows.changed(view, prefix, since, upto, SLICE, reached):
            yield from rows
            if len(rows) < SLICE:
                return
            reached = rows[-1][0]

    def _told_of(self, key: str, since: int, upto: int) -> Generator[None, None, list[Entry]]:
        """What happened to a row, as far as the reader may know: the first few of it."""
        told: list[Entry] = []
        for position, _ in _versions(self._rows, self._view.name, key, since, upto):
            if len(told) == EVENTS_OF_ROW_MAX:
                break
            yield from self._rest()
            event = self._told(self._reading.event_at(position))
            told += [] if event is None else [event]
        return told

    def _told(self, recorded: Recorded) -> Entry | None:
        sight = self._sights.on(recorded)
        if sight is None:
            return None
        told = entry(recorded, sight)
        sight.told()
        return told

    def _eyes_at(self, position: int) -> Eyes:
        if position not in self._eyes_then:
            by = self._eyes(self._reading.event_at(position), position) if position else self._looking(self._mask, 0)
            self._eyes_then[position] = by
        return self._eyes_then[position]

    def _eyes(self, recorded: Recorded, until: int) -> Eyes:
        """The reader's eyes on what stood after an event, by the names that things had at a position since."""
        day = day_of(recorded.recorded_at)
        if day not in self._masks:
            self._masks[day] = self._reading.mask(self._topic, self._person, recorded.position) or self._mask
        return self._looking(self._masks[day], until)

    def _looking(self, mask: Mask, position: int) -> Eyes:
        return self._reading.eyes_by(scope_of(self._topic), mask, position, self._opened)

    def _show(self, eyes: Eyes, key: str, row: Any) -> Any:
        return None if row is None else eyes.show(self._view, key, row)


def _versions(rows: Rows, view: str, key: str, after: int, upto: int) -> Iterator[tuple[int, Any]]:
    """The versions of a row, read a slice at a time."""
    while found := rows.versions(view, key, after, upto, SLICE):
        yield from found
        if len(found) < SLICE:
            return
        after = found[-1][0]


def _in_order(sentences: dict[int, Entry]) -> list[Entry]:
    return [sentences[position] for position in sorted(sentences)]
