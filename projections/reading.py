"""Reading: a topic as one audience sees it, at the head or as of any position. Doors and sockets ask the same questions here.

What stood on a day is shown by today's rights, and by those that somebody had until that day; nothing after a former member's
last day is.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from domain.dates import Day
from domain.former import last_days, last_mask_of, mask_on
from domain.kernel import Recorded, Unknown
from domain.names import PersonId, scope_of
from domain.policy import COMMON_SCOPE, Mask, Streams, guest_mask_of, mask_of
from domain.streams import KINDS
from domain.text import Kept
from projections.days import Days
from projections.meeting import MEETING_VIEW
from projections.names import NAMES
from projections.naming import Indexed
from projections.origin import Origins
from projections.people import PEOPLE
from projections.rows import PAGE_MAX, Page, Rows
from projections.sight import Eyes, Opened, seen_of, shown
from projections.sights import Sights, sight_of
from projections.unsettled import UNSETTLED, keys_within
from projections.view import View, rest_of
from projections.views import view_of

CHANGED_MAX = 2_000
"""Rows that changed while a reader was away: where more did, it is quicker to show all anew."""
NOTHING_CLOSED = Mask(insider_of=frozenset(), recused=frozenset())
"""Of views that show the same to all who may see them; and of whoever is inside nowhere."""


class Reading:
    """What may be read, by whom, as of when."""

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
        self.rows = rows
        self._now = Indexed(now, rows)
        self._open = opener
        self._event = event
        self.event_at, self._days = at, Days(at)
        self._origins = Origins(now.see, event, at)
        self._today = today
        self._person_of = person_of

    @property
    def head(self) -> int:
        return self.rows.head

    @property
    def today(self) -> Day:
        return self._today()

    @property
    def moment(self) -> tuple[int, Day]:
        """What rights rest on: who judged them at another moment judges them anew."""
        return self.head, self.today

    def mask(self, topic: str, person: str, at: int | None = None) -> Mask | None:
        """What a person may see of a topic, now or of what stood at a position; None: nothing, or no such topic.

        Of a view that closes nothing, all who may see it are one audience. In any other a name may stand that was said at a
        closed item of any meeting of the scope, so all the rights a person has there are in it.
        """
        view, mask = view_of(topic), self._rights(topic, person, None if at is None else self._days.of(at))
        if view is None or mask is None or not self._stood(topic, view, mask):
            return None
        # The parties and persons of the common scope come of no item: all who may see them are one audience.
        closes = view.closes and not (view is PEOPLE and scope_of(topic) == COMMON_SCOPE)
        if not closes:
            return msgspec.structs.replace(NOTHING_CLOSED, until_on=mask.until_on)
        return mask if view.drafts else msgspec.structs.replace(mask, answers_for=frozenset())

    def shown_at(self, topic: str, person: str, mask: Mask, asked: int | None) -> tuple[Mask, int]:
        """Of somebody who sees a topic: what they see of it at the position they ask for, and which one they are shown."""
        if asked is None:
            return mask, self.latest(mask)
        position = min(asked, self.latest(mask))
        return self.mask(topic, person, position) or mask, position

    def latest(self, mask: Mask) -> int:
        """The last position of which anything may be seen."""
        return self.head if mask.until_on is None else self._days.end(mask.until_on, self.head)

    def last_days(self, scope: str, person: str) -> tuple[Day, ...]:
        """The days on which rights of a person in a scope ended."""
        return last_days(scope, person, self._today(), self._now)

    def part_in(self, scope: str, person: str) -> Mask | None:
        """What a person may see of a scope: today, or else until their last day; None: nothing."""
        today = self._today()
        return mask_of(scope, person, today, self._now) or last_mask_of(scope, person, today, self._now)

    def _rights(self, topic: str, person: str, day: Day | None = None) -> Mask | None:
        """All that a person may see of the topic's scope, now or of what stood on a day; None: nothing, or no such topic."""
        if not self._exists(topic):
            return None
        scope = scope_of(topic)
        mask = self._by_day(scope, person, day)
        if mask is None and view_of(topic) is MEETING_VIEW:
            mask = guest_mask_of(scope, person, self._now, topic)
        return last_mask_of(scope, person, self._today(), self._now) if mask is None and day is None else mask

    def _by_day(self, scope: str, person: str, day: Day | None) -> Mask | None:
        """By today's rights, or by those that reach to a day."""
        today = self._today()
        if day is None:
            return mask_of(scope, person, today, self._now)
        return mask_on(scope, person, day, today, self._now)

    def rights_on(self, scope: str, person: str, day: Day | None) -> Mask | None:
        """As `_by_day`, or a guest's."""
        return self._by_day(scope, person, day) or guest_mask_of(scope, person, self._now)

    def _stood(self, topic: str, view: View, mask: Mask) -> bool:
        """Whether there was such a topic by the end of what the reader may see."""
        return (
            mask.until_on is None
            or topic.count("/") == 1
            or bool(self.rows.range(view.name, f"{topic}|", self.latest(mask), "", 1))
        )

    def _exists(self, topic: str) -> bool:
        if "\x00" in topic:
            return False  # and PostgreSQL must not be asked for what no text of its can hold
        if topic.count("/") == 1:
            return any(self._now.ids(kind, scope_of(topic)) for kind in KINDS)
        return not isinstance(self._now.see(topic), Unknown)

    def sights(self, person: str, at: int, opened: Opened) -> Sights:
        """A person's eyes on events, by what was so at a position."""
        return Sights(self, person, at, opened)

    def sight_of(self, person: str) -> str:
        """Equal for those who see the same of every event."""
        return sight_of(self, person, self._now, self._today())

    def eyes(
        self, scope: str, person: str, at: int, opened: Opened | None = None, day: Day | None = None
    ) -> Eyes | None:
        """A person's eyes on the events of a scope, by what was so at a position; by today's rights, or by those that reach to
        a day. None where they have no part in it.

        Of another scope they see as much as they may see there; an audience, whose rights are those of one scope, sees nothing.
        """

        @cache
        def on(scope: str) -> Eyes | None:
            if not self._exists(f"{scope}/decisions"):
                return None
            mask = self.rights_on(scope, person, day)
            return None if mask is None else self.eyes_by(scope, mask, at, opened, on)

        return on(scope)

    def outward_eyes(self, scope: str, person: str) -> Eyes | None:
        """Eyes on what may be told outside the house of a scope: what a person sees there by today's rights, less all that is
        closed to anybody. None where they have no part in it.
        """
        mask = self._by_day(scope, person, None) if self._exists(f"{scope}/decisions") else None
        if mask is None:
            return None
        return self.eyes_by(scope, msgspec.structs.replace(NOTHING_CLOSED, recused=mask.recused), self.head)

    def outward_rows(self, topic: str, key: str, person: str) -> tuple[Any, ...]:
        """The row of a topic under a key, or all below one that ends with a slash: those that this person may see, as somebody sees
        them who may see the topic and is inside nowhere. None where this person may not see the topic any more.
        """
        view, mask = view_of(topic), self.mask(topic, person)
        if view is None or mask is None or mask.until_on is not None:
            return ()
        outward = msgspec.structs.replace(NOTHING_CLOSED, recused=mask.recused)
        key = f"{topic}|{key}"
        if key.endswith("/"):
            rows = self.rows.range(view.name, key, self.head)
        else:
            row = self.rows.get(view.name, key, self.head)
            rows = [] if row is None else [(key, row)]
        theirs, open_to_all = (
            shown(view, rows, self.eyes_by(scope_of(topic), each, self.head)) for each in (mask, outward)
        )
        return tuple(row for key, row in open_to_all.items() if key in theirs)

    def eyes_by(
        self,
        scope: str,
        mask: Mask,
        at: int,
        opened: Opened | None = None,
        elsewhere: Callable[[str], Eyes | None] = lambda scope: None,
    ) -> Eyes:
        """An audience's eyes at a position, or on the last day that it may see."""
        at = min(at, self.latest(mask))
        return Eyes(
            scope,
            mask,
            self._now.see,
            self._open,
            self._event,
            self._origins,
            lambda key: self.rows.get(NAMES.name, key, at),
            elsewhere,
            opened,
            self._person_of,
        )

    def snapshot(self, topic: str, mask: Mask, opened: Opened | None = None) -> dict[str, Any]:
        """All rows of a topic, at the head or the end of what the audience may see."""
        return self.page(topic, mask, self.head, "", PAGE_MAX * 50, opened=opened).rows

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
        """Some rows of a topic as of a position: of those whose key begins with a prefix. A page is full of rows that the reader
        sees, and goes on after the last of them: hidden rows leave neither a gap nor a name behind.
        """
        at, shown, noted = min(at, self.latest(mask)), dict[str, Any](), set[str]()
        for rest, row in self._seen(topic, self.eyes_by(scope_of(topic), mask, at, opened), at, after, limit, prefix):
            if len(shown) == limit:
                if opened is not None:
                    opened.about = noted  # it was looked at, and is not shown
                return Page(shown, next(reversed(shown)))
            shown[rest] = row
            if opened is not None and len(shown) == limit:
                noted = opened.about.copy()
        return Page(shown, None)

    def row(self, topic: str, mask: Mask, at: int, rest: str, opened: Opened | None = None) -> Any:
        """One row of a topic as of a position; None where none stands, or not for these eyes."""
        view, key, at = self._view(topic), f"{topic}|{rest}", min(at, self.latest(mask))
        row = self.rows.get(view.name, key, at)
        return None if row is None else self.eyes_by(scope_of(topic), mask, at, opened).show(view, key, row)

    def _seen(self, topic: str, eyes: Eyes, at: int, after: str, limit: int, prefix: str) -> Iterator[tuple[str, Any]]:
        """Every row from there on that the reader sees, by its key on the wire; read a page at a time."""
        view = self._view(topic)
        start, reached = f"{topic}|{prefix}", f"{topic}|{after}" if after else ""
        # A range begins after its start: the row whose whole key is the prefix stands before it.
        if prefix and not after and (whole := self.rows.get(view.name, start, at)) is not None:
            yield from seen_of(view, [(start, whole)], eyes)
        while rows := self.rows.range(view.name, start, at, reached, limit + 1):
            yield from seen_of(view, rows, eyes)
            if len(rows) <= limit:
                return
            reached = rows[-1][0]

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Opened | None = None) -> dict[str, Any]:
        """Changed rows at the head, by their key on the wire; None for a row that is gone, or not for these eyes."""
        view, eyes = self._view(topic), self.eyes_by(scope_of(topic), mask, self.head, opened)
        return {rest: None if row is None else eyes.show(view, f"{topic}|{rest}", row) for rest, row in rows.items()}

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        """Of rows that changed since a position, by their key on the wire, what the audience held of them then (None: nothing).

        None instead of all where they do not tell everything: something else changed what rows look like, or too many did.
        """
        view, at, now = self._view(topic), self.latest(mask), self.head
        looks = (self.rows.get(UNSETTLED.name, key, now) for key in keys_within(topic, view.spans, mask))
        if any(look is not None and look.position > since for look in looks):
            return None
        changed = self.rows.changed(view.name, f"{topic}|", since, at, CHANGED_MAX + 1) if since < at else []
        if len(changed) > CHANGED_MAX:
            return None
        eyes = self.eyes_by(scope_of(topic), mask, since)
        return {rest_of(key): None if row is None else eyes.show(view, key, row) for key, row in changed}

    def name(self, stream: str, mask: Mask | None = None, at: int | None = None) -> str:
        """What a stream is called, now or as of a position, for what is told outside any view."""
        return self.eyes_by(scope_of(stream), mask or NOTHING_CLOSED, self.head if at is None else at).name(stream).name

    def _view(self, topic: str) -> View:
        view = view_of(topic)
        assert view is not None, topic
        return view
