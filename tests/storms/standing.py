"""What stands: at each position of the log, what each of the cast may see of each topic; by a rebuild, and read while it lasts.

The log is read again and again while it grows, since a text that is redacted later was rightly shown before. Its key is gone
a moment before every process has heard why, so such a text may be missing a little early too.
"""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from domain.kernel import Recorded
from domain.policy import Mask
from domain.text import Kept, Sealed, TextAt
from eventstore.covered import covering_of
from eventstore.log import Log
from eventstore.store import StoreFailure
from klynge.settings import Settings
from tests.projections.aadal import CAST
from tests.projections.rebuilt import Rebuilt
from tests.realtime.told import on_the_wire
from tests.storms.happened import Happened
from tests.storms.prints import print_of

Answer = TypeVar("Answer")
TRIES, AGAIN_S = 20, 0.5

Prints = dict[str, int | None]
"""part -> the print of what it may see of a topic; None: it may not see the topic."""


class Standing:
    """Up to `head`."""

    def __init__(self, settings: Settings, parts: Iterable[str], topics: Iterable[str]) -> None:
        self._settings = settings
        self._parts, self._topics = tuple(parts), tuple(topics)
        self._log: Log
        self._opened: dict[Sealed[str], str | None] = {}
        self._cached = True
        """Texts that stood are opened, though their keys may be gone by now."""
        self._rebuilt = Rebuilt(self._open)
        self.happened = Happened(self._rebuilt, self._parts)
        self._heard = 0
        """Of what happened up to here everybody has heard. What came since may be told by the rights and names of any moment."""
        self._seen: dict[tuple[str, str], list[tuple[int, set[int | None]]]]
        self._seen = {(topic, part): [] for topic in self._topics for part in self._parts}
        """From which position on -> what is right to show: one, or two where a text is about to be redacted."""

    @property
    def head(self) -> int:
        return self._rebuilt.head

    def look(self) -> None:
        """Take in what was appended."""
        self._log, appended = _patiently(self._opened_and_read)
        try:
            redacted = max((each.position for each in appended if covering_of(each) is not None), default=0)
            first = self.head == 0
            self._allow_early(redacted)
            for _, events in groupby(appended, key=lambda each: each.correlation):
                self._take(tuple(events), first)
                self._allow_early(redacted)
            if first:
                self.happened.judge(0)  # who comes then is told of it by the rights they have then
                self._heard = self.head
            for topic in self._topics:
                self._show(topic)  # so that every text that stands now was opened
        finally:
            self._log.close()

    def is_right(self, topic: str, part: str, position: int, shown: int) -> bool:
        """Whether rows with that print may be held by somebody who was told up to a position."""
        seen = self._seen[topic, part]
        at = bisect_right(seen, position, key=lambda each: each[0]) - 1
        return at >= 0 and shown in seen[at][1]

    def now(self, topic: str, part: str) -> int | None:
        """The print of what it may see as it stands."""
        return self._show(topic)[part]

    def was_seen(self, topic: str, part: str) -> set[bool]:
        """Whether it could be seen, and whether it could not, at any time."""
        return {None not in prints for _, prints in self._seen[topic, part]}

    def _take(self, transaction: tuple[Recorded, ...], first: bool) -> None:
        before = self.head
        self._rebuilt.take(*transaction)
        for covering in filter(None, map(covering_of, transaction)):
            for place in covering.places:
                self._opened[self._box(place)] = None
        for topic in self._topics:
            for part, shown in self._show(topic).items():
                seen = self._seen[topic, part]
                if not seen or shown not in seen[-1][1]:
                    seen.append((self.head, {shown}))
        unsettles = any(each.event.unsettles or each.event.unsettles_guests for each in transaction)
        if not first:
            self.happened.judge(self._heard if unsettles else before)

    def _allow_early(self, redacted: int) -> None:
        """What is shown of these rows where a text is gone already that an event covers which is read only later."""
        if not 0 < self.head < redacted:
            return
        self._cached = False
        for topic in self._topics:
            for part, shown in self._show(topic).items():
                self._seen[topic, part][-1][1].add(shown)
        self.happened.judge(self._heard)
        self._cached = True

    def _show(self, topic: str) -> Prints:
        by_mask: dict[Mask | None, int | None] = {None: None}
        found: Prints = {}
        for part in self._parts:
            mask = self._rebuilt.reading.mask(topic, CAST[part])
            if mask not in by_mask:
                assert mask is not None
                by_mask[mask] = print_of(on_the_wire(self._rebuilt.shown(topic, mask)))
            found[part] = by_mask[mask]
        return found

    def _open(self, text: Kept) -> str | None:
        if not self._cached:
            return _patiently(lambda: self._log.texts.open(text))
        box = self._box(text)
        if box not in self._opened:
            self._opened[box] = _patiently(lambda: self._log.texts.open(text))
        return self._opened[box]

    def _opened_and_read(self) -> tuple[Log, list[Recorded]]:
        kept_log = self._settings.store.open_log()
        try:
            return kept_log, list(kept_log.read(self.head))
        except StoreFailure:
            kept_log.close()
            raise

    def _box(self, text: Kept) -> Sealed[str]:
        return self._log.texts._box(text) if isinstance(text, TextAt) else text


def _patiently(ask: Callable[[], Answer]) -> Answer:
    """A store that was thawed a moment ago may take its time."""
    for _ in range(TRIES):
        try:
            return ask()
        except StoreFailure:
            time.sleep(AGAIN_S)
    return ask()
