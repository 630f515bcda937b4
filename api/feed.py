"""The feed as one reader has it: slices of the log as CloudEvents, by the rights of the moment they are made in.

Every way it travels (page, stream, export) asks here, so all have one cursor and let the same through.
"""

from typing import Any, Protocol

from msgspec import Struct
from starlette.requests import Request

from api.identity import Caller, Unauthenticated, ran_out
from api.openapi import many
from api.problems import Problem, misasked
from api.queries import Query
from api.views import Shelf
from eventstore.cursor import FEED, Cursor, read_cursor
from eventstore.store import StoreFailure
from projections.cloud_event import CloudEvent, cloud_event
from projections.feed_filter import TOPICS_ASKED_MAX, TYPES_ASKED_MAX, Filter, read_filter
from projections.misasked import Misasked
from projections.sight import Opened

SLICE_EVENTS = 200
"""Looked at in one turn: whoever reads from the beginning keeps nobody waiting."""
BEHIND_S = 1
"""Another process may have told of a position that this one reads in a moment."""
TOPIC = many("topic", f"Only this stream, `scope/kind/name`, or this scope; up to {TOPICS_ASKED_MAX} of them.")
TYPE = many("type", f"Only events of this type, `dk.klynge.fund.allocated.v1`, say; up to {TYPES_ASKED_MAX} of them.")


class Places(Protocol):
    """How many lines a person holds open at this process."""

    def take(self, person: str) -> int | None:
        """Take one; else a number that says why there was none left."""
        ...

    def leave(self, person: str) -> None: ...


class FeedShelf(Shelf, Protocol):
    """What the feed needs of the house."""

    @property
    def stopping(self) -> bool:
        """Nothing more will happen here: who follows goes on at another process."""
        ...

    @property
    def places(self) -> Places: ...


class Slice(Struct, frozen=True):
    """What a reader is told of some positions, and the last of them that was looked at."""

    events: list[CloudEvent]
    reached: int


class Feed:
    """Of one reader, with what they ask for."""

    def __init__(self, shelf: FeedShelf, person: str, asked: Filter) -> None:
        self._shelf = shelf
        self._person = person
        self._asked = asked
        self._of: tuple[Any, ...] = ()
        """What the sights are of: of the same log, head and day they stay as they are from slice to slice."""

    def slice(self, after: int, limit: int, at: int) -> Slice:
        """What stands after a position and not after `at`, as things were called then."""
        shelf, reading = self._shelf, self._shelf.reading
        of = reading, reading.head, reading.today, at
        if self._of != of:
            self._of, self._shown = of, Opened()
            self._sights = reading.sights(self._person, at, self._shown)
        sights = self._sights
        page = [each for each in shelf.kept_log.page(after, min(limit, at - after)) if each.position <= at]
        wanted = [each for each in page if self._asked.wants(each)]
        with shelf.kept_log.texts.at_hand(wanted):
            events = [told for each in wanted if (told := cloud_event(each, sights, shelf.epoch)) is not None]
        shelf.note_reads(self._person, "changes", self._shown, "feed")
        self._shown.about.clear()
        return Slice(events, page[-1].position if page else after)


class Standing:
    """Whether who asked is still signed in, for answers that take long. Raises `Unauthenticated` where that is over already."""

    def __init__(self, shelf: Shelf, request: Request, caller: Caller) -> None:
        self._shelf = shelf
        self._request = request
        self._caller = caller
        if self.left_s <= 0:
            raise ran_out()

    @property
    def left_s(self) -> int:
        """How long the sign-in lasts."""
        return self._caller.expires_at - self._shelf.identity.now()

    def holds(self) -> bool:
        """Of a session, whether nobody has ended it: in any process."""
        if self.left_s <= 0:
            return False
        if self._caller.session is None:
            return True
        try:
            return self._shelf.identity.find(self._request).session == self._caller.session
        except (Unauthenticated, *StoreFailure):
            return False


def filter_of(query: Query) -> Filter:
    """What `topic` and `type` ask for. Raises Problem 400."""
    try:
        return read_filter(query.texts("topic"), query.texts("type"))
    except Misasked as refused:
        raise misasked(refused) from refused


async def cursor_of(shelf: Shelf, text: str, parameter: str) -> Cursor:
    """A cursor of this life of the log; `start` and `now` are two. Raises Problem 400, 409."""
    if text in ("start", "now"):
        return Cursor(shelf.epoch, FEED, 0 if text == "start" else shelf.reading.head)
    cursor = read_cursor(text)
    if cursor is None or cursor.profile != FEED:
        raise Problem(
            400,
            "changes.cursor-unknown",
            "Markøren er ikke vores.",
            "The cursor is none of ours.",
            extra={"parameter": parameter},
        )
    if cursor.epoch != shelf.epoch:
        raise epoch_changed()
    if cursor.position > shelf.reading.head:
        await shelf.wait_for(cursor.position, BEHIND_S)
    if cursor.epoch != shelf.epoch or cursor.position > shelf.reading.head:
        raise epoch_changed()
    return cursor


def epoch_changed() -> Problem:
    """A cursor is of another life of the log."""
    return Problem(
        409,
        "changes.epoch-changed",
        "Protokollen er lagt tilbage fra en kopi. Begynd forfra med after=start.",
        "The record was put back from a copy. Begin again with after=start.",
        extra={"restart_at": "start"},
    )
