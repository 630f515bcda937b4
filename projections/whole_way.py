"""The whole way to a thing, and on from it: lineage (vejen hertil) walked from edge to edge, as far as the reader may follow.

Each edge is read where it stands, in the lineage of the scope of its end, by what the reader may see there. Whoever walks comes to
each thing once, so a circle ends; a way that is too long is cut off and says so. It yields at each thing: others are served, and it
goes on by the rights of then.
"""

from collections import deque
from collections.abc import Generator, Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from domain.mask import Mask
from domain.names import scope_of
from projections.lineage import EdgeRow, thing_key
from projections.reading import Reading
from projections.reveal import Place
from projections.sight import Opened
from projections.view import Named

THINGS_MAX = 500
"""Things on one way."""
STEPS_MAX = 5_000
"""Between them."""
EDGES_OF_THING_MAX = 200
"""Edges looked at from one of them."""
WITHIN = "within"
"""What led to a meeting led to its items: a paper that tells of all of it."""


class WayDirection(StrEnum):
    """Which way one looks."""

    BACK = "back"
    """What led to it."""
    FORTH = "forth"
    """What followed from it."""


class WayThing(Struct, frozen=True, kw_only=True):
    """A thing on the way."""

    key: str
    """Its address: `{stream}`, `{stream}/item/{item}`, `{stream}/decision/{number}`, `{stream}/part/{part}`."""
    place: Place[Named]
    away: int
    """Steps from where the way begins."""


class WayStep(Struct, frozen=True, kw_only=True):
    """One thing led to another."""

    kind: str
    """As an edge's; or `within`: an item is of a meeting, and no one event tells of that."""
    earlier: str
    """Key of the thing that led to the other."""
    later: str
    made_in: str | None = None
    """The stream whose event tells of it."""
    version: int | None = None
    position: int | None = None


class WholeWay(Struct, frozen=True, kw_only=True):
    """All that led to a thing, or followed from it, as of a position; the nearest first."""

    direction: WayDirection
    position: int
    things: list[WayThing]
    """The first is the one asked for; none, where it has no edges that the reader sees."""
    steps: list[WayStep]
    whole: bool
    """False: it goes on, further than is told here."""


def whole_way(
    reading: Reading, person: str, of: str, direction: WayDirection, at: int, opened: Opened
) -> Generator[None, None, WholeWay]:
    """`of`: the key of a thing."""
    walk = _Walk(reading, person, direction, at, opened)
    yield from walk.from_thing(of)
    things = sorted(walk.things.values(), key=lambda each: each.away)
    return WholeWay(direction=direction, position=at, things=things, steps=walk.steps, whole=walk.whole)


class _Walk:
    """Breadth first."""

    def __init__(self, reading: Reading, person: str, direction: WayDirection, at: int, opened: Opened) -> None:
        self._reading, self._person, self._at, self._opened = reading, person, at, opened
        self._is_back = direction is WayDirection.BACK
        self._seen, self._edges = cache(self._sees), cache(self._read)
        self._moment = reading.moment
        self.things: dict[str, WayThing] = {}
        self.steps: list[WayStep] = []
        self.whole = True

    def from_thing(self, of: str) -> Iterator[None]:
        known, ahead = {of}, deque([(of, 0)])
        while ahead:
            yield
            self._look_anew()
            key, away = ahead.popleft()
            for other in self._look(key, away):
                if len(self.steps) == STEPS_MAX:
                    self.whole = False
                    return
                if other in known:
                    continue
                if len(known) == THINGS_MAX:
                    self.whole = False
                    return
                known.add(other)
                ahead.append((other, away + 1))

    def _look_anew(self) -> None:
        """Whatever has happened meanwhile, one goes on by the rights of now."""
        if self._moment != (moment := self._reading.moment):
            self._moment = moment
            self._seen.cache_clear()

    def _look(self, key: str, away: int) -> Iterator[str]:
        """The next things from one, each with the step that leads there."""
        for here, there, edge in self._edges(key):
            self._come_to(key, here, away)
            yield self._step(key, _key(there), there, away, edge)
        meeting, _, item = key.partition("/item/")
        if self._is_back and item and key in self.things and (edges := self._edges(meeting)):
            yield self._step(key, meeting, edges[0][0], away)

    def _step(self, key: str, other: str, place: Place[Named], away: int, edge: EdgeRow[Named] | None = None) -> str:
        self._come_to(other, place, away + 1)
        earlier, later = (other, key) if self._is_back else (key, other)
        step = WayStep(kind=WITHIN, earlier=earlier, later=later)
        if edge is not None:
            made = {"made_in": edge.made_in, "version": edge.version, "position": edge.position}
            step = WayStep(kind=edge.kind, earlier=earlier, later=later, **made)  # type: ignore[arg-type]
        self.steps.append(step)
        return other

    def _come_to(self, key: str, place: Place[Named], away: int) -> None:
        self.things.setdefault(key, WayThing(key=key, place=place, away=away))

    def _read(self, key: str) -> list[tuple[Place[Named], Place[Named], EdgeRow[Named]]]:
        """The edges of a thing, each with the thing and its other end."""
        scope, _, thing = key.partition("/")
        seen = self._seen(scope)
        if seen is None:
            return []
        mask, position = seen
        prefix = f"{thing}/{'from' if self._is_back else 'to'}/"
        page = self._reading.page(topic_in(scope), mask, position, "", EDGES_OF_THING_MAX, prefix, self._opened)
        self.whole = self.whole and page.after is None
        ends = ((row.thing, row.other, row) for row in page.rows.values())
        return [(here, there, row) for here, there, row in ends if here is not None and there is not None]

    def _sees(self, scope: str) -> tuple[Mask, int] | None:
        """What the reader may see of the lineage of a scope, of what stood then, and up to where."""
        mask = self._reading.mask(topic_in(scope), self._person)
        return None if mask is None else self._reading.shown_at(topic_in(scope), self._person, mask, self._at)


def topic_in(scope: str) -> str:
    """Where the edges of a scope stand."""
    return f"{scope}/lineage"


def _key(place: Place[Named]) -> str:
    """The address of a thing that is shown."""
    return "/".join((scope_of(place.stream.id), thing_key(place.stream.id, place.item, place.decision, place.part)))
