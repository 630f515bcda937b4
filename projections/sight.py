"""One audience's eyes at one position: what `show` needs to open words and name things."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from domain.dates import day_of_moment, is_moment
from domain.decided import Taken
from domain.kernel import Recorded, See, Unknown
from domain.meeting.agenda import AttachmentAdded
from domain.meeting.closed_papers import AttachmentOpened, AttachmentShut
from domain.minutes.draft import ItemWritten
from domain.names import ItemId, Label, MeetingId, PersonId, kind_of, name_of, scope_of
from domain.paths import Subject
from domain.policy import COMMON_SCOPE, Mask, hides, hides_attachment, hides_draft, hides_erasure
from domain.text import Kept, TextAt
from projections.names import key_of
from projections.origin import NOWHERE, Origins
from projections.printed import day_in_words
from projections.view import Named, View, rest_of

PAPERS = frozenset({AttachmentAdded, AttachmentShut, AttachmentOpened})
"""Events that tell of one paper."""
MENTIONED = re.compile(r"⟦person:([^⟧]+)⟧")
"""How people stand in words."""


class Opened:
    """What was shown of what is closed or personal, by what it is about: for the access log. Never the words."""

    __slots__ = ("_closed", "_mentioned", "about")

    def __init__(self) -> None:
        self.about: set[str] = set()
        """Items (`{meeting}/item/{item}`) and persons."""
        self._closed = False
        self._mentioned: set[PersonId] = set()

    def item(self, meeting: str, item: str) -> None:
        """Something said at an item behind closed doors."""
        self.about.add(f"{meeting}/item/{item}")
        self._closed = True

    def words(self, words: str, person: PersonId | None) -> None:
        """Words, and whose they are where they are personal."""
        if person is not None:
            self.about.add(person)
        if "⟦" in words:
            self._mentioned.update(MENTIONED.findall(words))

    def told(self) -> None:
        """One row, or one event, is told: where it was closed, it concerns those whom its words mention."""
        if self._closed:
            self.about |= self._mentioned
        self._closed = False
        self._mentioned.clear()


class Eyes:
    """A `Sight` on one scope over states and rows. `name_row(key)` gives the row of the view `names` at the position shown.

    `person_of(kept)` tells whose words a text holds, where it is personal; all that is closed or personal and shown is noted in
    `opened`.
    """

    def __init__(
        self,
        scope: str,
        mask: Mask,
        see: See,
        opener: Callable[[Kept], str | None],
        event: Callable[[str, int], Recorded],
        origins: Origins,
        name_row: Callable[[str], Any],
        elsewhere: Callable[[str], "Eyes | None"] = lambda scope: None,
        opened: Opened | None = None,
        person_of: Callable[[Kept], PersonId | None] = lambda kept: None,
    ) -> None:
        self.mask = mask
        self.see = see
        self.recorded = event
        self._scope = scope
        self._open = opener
        self._origins = origins
        self._name_row = name_row
        self._elsewhere = elsewhere
        self._opened = opened
        self._person_of = person_of
        self._named: dict[str, Named] = {}
        """What was named before: the same few people and bodies stand in row after row."""
        self._items: dict[tuple[MeetingId, ItemId], tuple[bool, bool]] = {}
        """What was found of an item before: whether it is hidden, and whether its doors were shut."""
        self._words: dict[int, tuple[Kept, str | None]] = {}
        """What was opened since something was told last, by its identity: an event is told in two languages, and whole."""

    def show(self, view: View, key: str, row: Any) -> Any:
        """A row as this audience sees it; None: hidden."""
        seen = view.show(key, row, self)
        self.told()
        return seen

    def told(self) -> None:
        """What was looked at is told; what comes next stands for itself."""
        self._words.clear()
        if self._opened is not None:
            self._opened.told()

    def open(self, kept: Kept) -> str | None:
        opened = self._words.get(id(kept))
        if opened is None:
            opened = self._words[id(kept)] = kept, self._opened_words(kept)
        return opened[1]

    def _opened_words(self, kept: Kept) -> str | None:
        if isinstance(kept, TextAt) and self.hides_text(kept):
            return None
        words = self._open(kept)
        if self._opened is not None and words is not None:
            self._opened.words(words, self._person_of(kept))
        return words

    def hides(self, recorded: Recorded) -> bool:
        origin = self._origins.of(recorded)
        if self.mask.only_guest and (not origin or kind_of(recorded.stream) != "meeting"):
            return True  # a guest is told what is said at the item, and of nothing else
        if hides_erasure(recorded.stream, self.mask) or self._is_draft(recorded) or self._is_shut_paper(recorded):
            return True  # before the item is looked at: what is not shown is not noted as read
        return self._is_hidden(origin)

    def hides_text(self, where: TextAt) -> bool:
        """Whether a text was said where the audience may not follow."""
        return self._is_hidden(self._origins.of_text(where)) or self._is_of_shut_paper(where)

    def hides_decision(self, taken: Taken) -> bool:
        return self._is_hidden(self._origins.of_decision(taken))

    def hides_event(self, stream: str, version: int) -> bool:
        return self._is_hidden(self._origins.of_event(stream, version))

    def may_see(self, stream: str, version: int) -> bool:
        """Whether the reader has a part where an event stands, and may see it there."""
        eyes = self if scope_of(stream) == self._scope else self._elsewhere(scope_of(stream))
        return eyes is not None and not eyes.hides(eyes.recorded(stream, version))

    def hides_stream(self, stream: str) -> bool:
        return self._is_hidden(self._origins.of_stream(stream))

    def hides_item(self, meeting: str, item: str) -> bool:
        return self._is_hidden(((meeting, item),))

    def cause(self, recorded: Recorded) -> Recorded | None:
        cause = self._origins.cause_of(recorded)
        return None if cause is None or self.hides(cause) else cause

    def name(self, stream: str) -> Named:
        named = self._named.get(stream)
        if named is None:
            named = self._named[stream] = Named(stream, self._name(stream))
        return named

    def _is_draft(self, recorded: Recorded) -> bool:
        """Whether an event tells what a draft of minutes says that was not sent round."""
        event = recorded.event
        return event.__class__ is ItemWritten and hides_draft(
            self.see, recorded.stream, event.revision, recorded.version, self.mask
        )

    def _is_of_shut_paper(self, where: TextAt) -> bool:
        return kind_of(where.stream) == "meeting" and self._is_shut_paper(self.recorded(where.stream, where.version))

    def _is_shut_paper(self, recorded: Recorded) -> bool:
        """Whether an event tells of a paper that is closed by itself."""
        event = recorded.event
        return event.__class__ in PAPERS and hides_attachment(
            self.see, recorded.stream, event.item, event.attachment, self.mask
        )

    def _is_hidden(self, origin: Iterable[tuple[MeetingId, ItemId]]) -> bool:
        for place in origin:
            hidden, shut = self._items.get(place) or self._look_at(place)
            if hidden:
                return True
            if shut and self._opened is not None:
                self._opened.item(*place)
        return False

    def _look_at(self, place: tuple[MeetingId, ItemId]) -> tuple[bool, bool]:
        eyes = self._eyes_on(place[0])
        found = self._items[place] = hides(eyes.see, *place, eyes.mask), _is_shut(eyes.see, *place)
        return found

    def _eyes_on(self, stream: str) -> "Eyes":
        """The reader's eyes on the scope of a stream; these, where they have no others."""
        scope = scope_of(stream)
        return self if scope == self._scope else self._elsewhere(scope) or self

    def _name(self, stream: str) -> str:
        """What a stream is called: its words; a meeting by its body and day; a mandate by its subject; else by its own name.

        By its own name, too, what is called by closed words, and whatever is of a scope in which the reader has no part; save a
        cluster, and a body: what it is called is no secret of those who sit in it, and whoever refers a case to it must know
        whom they ask.
        """
        eyes = self._eyes_on(stream)
        is_open = scope_of(stream) in (eyes._scope, COMMON_SCOPE) or kind_of(stream) in ("body", "cluster")
        row = self._name_row(key_of(stream)) if is_open else None
        if row is None:
            return name_of(stream)
        if row.words is not None:
            return name_of(stream) if eyes._is_closed(stream, row.words) else self._called(stream, row.words)
        if row.subject is not None:
            return name_of(stream) if eyes.hides_stream(stream) else _spoken(row.subject)
        body = "" if row.body is None else self.name(row.body).name
        # A log may hold a moment that Copenhagen never has, accepted before the calendar was asked.
        starts_at = row.starts_at if row.starts_at is not None and is_moment(row.starts_at) else None
        day = row.held_on if starts_at is None else day_of_moment(starts_at)
        return body if day is None else f"{body}, {day_in_words(day, 'da')}"

    def _called(self, stream: str, words: Kept) -> str:
        erased = "[slettet person]" if kind_of(stream) == "person" else "[slettet]"
        return self._open(words) or erased

    def _is_closed(self, stream: str, words: Kept) -> bool:
        """Whether the words that a stream is called by were said at an item that is closed to the reader."""
        of_text = self._origins.of_text(words) if isinstance(words, TextAt) else NOWHERE
        return self._is_hidden(self._origins.of_stream(stream) | of_text)


def _is_shut(see: See, meeting: str, item: str) -> bool:
    state = see(meeting)
    return not isinstance(state, Unknown) and item in state.items and state.items[item].shut is not None


def _spoken(subject: Label) -> str:
    """A subject of a mandate, as people say it."""
    return next((each.da for each in Subject if each == subject), subject)


def shown(view: View, rows: Iterable[tuple[str, Any]], sight: Eyes) -> dict[str, Any]:
    """Rows as an audience sees them, by their key on the wire. What is hidden is left out."""
    return dict(seen_of(view, rows, sight))


def seen_of(view: View, rows: Iterable[tuple[str, Any]], sight: Eyes) -> Iterator[tuple[str, Any]]:
    """As `shown`, one by one: what nobody comes to is not opened."""
    for key, row in rows:
        seen = sight.show(view, key, row)
        if seen is not None:
            yield rest_of(key), seen
