"""Reading: a topic as one audience sees it, at the head or as of any position. Doors and sockets ask the same questions here."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.kernel import Recorded, Unknown
from domain.names import PersonId, scope_of
from domain.policy import COMMON_SCOPE, Mask, Streams, guest_mask_of, mask_of
from domain.streams import KINDS
from domain.text import Kept
from projections.meeting import MEETING_VIEW
from projections.names import NAMES
from projections.origin import Origins
from projections.people import PEOPLE
from projections.sight import Eyes, Opened, shown
from projections.view import View
from projections.views import view_of

PAGE_MAX = 2_000
"""Rows in one answer."""
NOTHING_CLOSED = Mask(insider_of=frozenset(), recused=frozenset())
"""Of views that show the same to all who may see them; and of whoever is inside nowhere."""


class Rows(Protocol):
    """Rows as of any position up to `head`."""

    @property
    def head(self) -> int: ...

    def get(self, view: str, key: str, at: int) -> Any: ...

    def range(
        self, view: str, prefix: str, at: int, after: str = "", limit: int = PAGE_MAX
    ) -> list[tuple[str, Any]]: ...


class Page(Struct, frozen=True):
    """Rows by their key on the wire, and the key to go on after; None at the end."""

    rows: dict[str, Any]
    after: str | None


class Reading:
    """What may be read, by whom, as of when. Rights are always today's."""

    def __init__(
        self,
        rows: Rows,
        now: Streams,
        opener: Callable[[Kept], str | None],
        event: Callable[[str, int], Recorded],
        at: Callable[[int], Recorded],
        today: Callable[[], Day],
        person_of: Callable[[Kept], PersonId | None] = lambda kept: None,
    ) -> None:
        self._rows = rows
        self._now = now
        self._open = opener
        self._event = event
        self._origins = Origins(now.see, event, at)
        self._today = today
        self._person_of = person_of

    @property
    def head(self) -> int:
        return self._rows.head

    @property
    def today(self) -> Day:
        return self._today()

    def mask(self, topic: str, person: str) -> Mask | None:
        """What a person may see of a topic; None: nothing, or no such topic.

        Of a view that closes nothing, all who may see it are one audience. In any other a name may stand that was said at a
        closed item of any meeting of the scope, so all the rights a person has there are in it.
        """
        view, mask = view_of(topic), self._rights(topic, person)
        if view is None or mask is None:
            return None
        # The parties and persons of the common scope come of no item: all who may see them are one audience.
        closes = view.closes and not (view is PEOPLE and scope_of(topic) == COMMON_SCOPE)
        if not closes:
            return NOTHING_CLOSED
        return mask if view.drafts else msgspec.structs.replace(mask, answers_for=frozenset())

    def _rights(self, topic: str, person: str) -> Mask | None:
        """All that a person may see of the topic's scope; None: nothing, or no such topic."""
        if not self._exists(topic):
            return None
        mask = mask_of(scope_of(topic), person, self._today(), self._now)
        if mask is None and view_of(topic) is MEETING_VIEW:
            return guest_mask_of(scope_of(topic), person, self._now, topic)
        return mask

    def _exists(self, topic: str) -> bool:
        if topic.count("/") == 1:
            return any(self._now.ids(kind, scope_of(topic)) for kind in KINDS)
        return not isinstance(self._now.see(topic), Unknown)

    def eyes(self, scope: str, person: str, at: int, opened: Opened | None = None) -> Eyes | None:
        """A person's eyes on the events of a scope, as of a position; None where they have no part in it.

        Of another scope they see as much as they may see there; an audience, whose rights are those of one scope, sees nothing.
        """

        @cache
        def on(scope: str) -> Eyes | None:
            mask = self._rights(f"{scope}/decisions", person) or guest_mask_of(scope, person, self._now)
            return None if mask is None else self._eyes(scope, mask, at, opened, on)

        return on(scope)

    def _eyes(
        self,
        scope: str,
        mask: Mask,
        at: int,
        opened: Opened | None = None,
        elsewhere: Callable[[str], Eyes | None] = lambda scope: None,
    ) -> Eyes:
        """An audience's eyes at a position."""
        return Eyes(
            scope,
            mask,
            self._now.see,
            self._open,
            self._event,
            self._origins,
            lambda key: self._rows.get(NAMES.name, key, at),
            elsewhere,
            opened,
            self._person_of,
        )

    def snapshot(self, topic: str, mask: Mask, opened: Opened | None = None) -> dict[str, Any]:
        """All rows of a topic, at the head."""
        return self._read(topic, mask, self.head, "", PAGE_MAX * 50, opened=opened).rows

    def page(
        self,
        topic: str,
        mask: Mask,
        at: int,
        after: str = "",
        limit: int = PAGE_MAX,
        prefix: str = "",
        opened: Opened | None = None,
    ) -> Page:
        """Some rows of a topic as of a position: of those whose key begins with a prefix."""
        return self._read(topic, mask, at, after, limit, prefix, opened)

    def row(self, topic: str, mask: Mask, rest: str, opened: Opened | None = None) -> Any:
        """One row of a topic, at the head; None where none stands, or not for these eyes."""
        view, key = self._view(topic), f"{topic}|{rest}"
        row = self._rows.get(view.name, key, self.head)
        return None if row is None else self._eyes(scope_of(topic), mask, self.head, opened).show(view, key, row)

    def _read(
        self,
        topic: str,
        mask: Mask,
        at: int,
        after: str,
        limit: int,
        prefix: str = "",
        opened: Opened | None = None,
    ) -> Page:
        """A page is full of rows that the reader sees, and goes on after the last of them: hidden rows leave neither a gap nor a
        name behind.
        """
        shown: dict[str, Any] = {}
        for rest, row in self._seen(topic, self._eyes(scope_of(topic), mask, at, opened), at, after, limit, prefix):
            if len(shown) == limit:
                return Page(shown, next(reversed(shown)))
            shown[rest] = row
        return Page(shown, None)

    def _seen(self, topic: str, eyes: Eyes, at: int, after: str, limit: int, prefix: str) -> Iterator[tuple[str, Any]]:
        """Every row from there on that the reader sees, by its key on the wire; read a page at a time."""
        view = self._view(topic)
        start, reached = f"{topic}|{prefix}", f"{topic}|{after}" if after else ""
        # A range begins after its start: the row whose whole key is the prefix stands before it.
        if prefix and not after and (whole := self._rows.get(view.name, start, at)) is not None:
            yield from shown(view, [(start, whole)], eyes).items()
        while rows := self._rows.range(view.name, start, at, reached, limit + 1):
            yield from shown(view, rows, eyes).items()
            if len(rows) <= limit:
                return
            reached = rows[-1][0]

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Opened | None = None) -> dict[str, Any]:
        """Changed rows at the head, by their key on the wire; None for a row that is gone, or not for these eyes."""
        view, eyes = self._view(topic), self._eyes(scope_of(topic), mask, self.head, opened)
        return {rest: None if row is None else eyes.show(view, f"{topic}|{rest}", row) for rest, row in rows.items()}

    def name(self, stream: str, mask: Mask | None = None, at: int | None = None) -> str:
        """What a stream is called, now or as of a position, for what is told outside any view."""
        return self._eyes(scope_of(stream), mask or NOTHING_CLOSED, self.head if at is None else at).name(stream).name

    def _view(self, topic: str) -> View:
        view = view_of(topic)
        assert view is not None, topic
        return view
