"""Where does an event come from? The items of meetings at which it was said or decided, so that it is as closed as they are.

A text lies in one block and is carried by what follows from it (architecture §4); so who may read it is judged wherever it is
carried, by the item it was said at. Like a name, an origin never changes; whether it is open is looked up each time.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec import Struct

from domain.awaited import DecisionBlocked, RecommendationsBlocked
from domain.decided import Taken
from domain.kernel import About, Recorded, See
from domain.names import ItemId, MeetingId, kind_of
from domain.redaction import Where
from domain.referral import Placed
from domain.text import TextAt

ORIGINS_MAX = 50_000
"""Kept at hand: asked for at every event, by every audience."""

CAUSES_MAX = 1_000
"""Events that others follow from."""

K = TypeVar("K")
V = TypeVar("V")
Origin = frozenset[tuple[MeetingId, ItemId]]
"""The items; empty where no meeting has a part in it."""
NOWHERE: Origin = frozenset()


class Origins:
    """The origins of a log's events."""

    def __init__(self, see: See, event: Callable[[str, int], Recorded], at: Callable[[int], Recorded]) -> None:
        self._see = see
        self._event = event
        self._at = at
        self._known: OrderedDict[int, Origin] = OrderedDict()
        self._events: OrderedDict[tuple[str, int], Origin] = OrderedDict()
        self._causes: OrderedDict[int, Recorded] = OrderedDict()

    def of(self, recorded: Recorded) -> Origin:
        """The items an event names: by itself, by a decision, by a text. What names none is of those that the event it follows
        from is of, and of those that its stream began at.
        """
        origin = self._known.get(recorded.position)
        if origin is None:
            origin = self._find(recorded)
            _keep(self._known, recorded.position, origin)
        return origin

    def of_stream(self, stream: str) -> Origin:
        """The items that a stream began at."""
        return self.of_event(stream, 1)

    def of_text(self, where: TextAt) -> Origin:
        """The items at which a text was said."""
        return self.of_event(where.stream, where.version)

    def of_event(self, stream: str, version: int) -> Origin:
        """As `of`, of the event of a stream with that version."""
        origin = self._events.get((stream, version))
        if origin is None:
            origin = self.of(self._event(stream, version))
            _keep(self._events, (stream, version), origin)
        return origin

    def cause_of(self, recorded: Recorded) -> Recorded | None:
        """The event it follows from; None for what was given at a door."""
        if recorded.causation is None:
            return None
        cause = self._causes.get(recorded.causation)
        if cause is None:
            cause = self._at(recorded.causation)
            _keep(self._causes, cause.position, cause, CAUSES_MAX)
        return cause

    def _find(self, recorded: Recorded) -> Origin:
        event = recorded.event
        if event.concerns is About.ITEMS:
            return frozenset((recorded.stream, item) for item in event.items)
        if event.concerns is About.ITEM and event.item is not None:
            # What else an item names, it names before everyone who may follow it. Minutes name their meeting.
            return frozenset({(getattr(event, "meeting", recorded.stream), event.item)})
        if kind_of(recorded.stream) == "meeting":
            return NOWHERE
        named = NOWHERE.union(*(self._of_reference(each) for each in _references(event)))
        if named:
            return named
        cause = self.cause_of(recorded)
        followed = NOWHERE if cause is None else self.of(cause)
        return followed if recorded.version == 1 else followed | self.of_stream(recorded.stream)

    def _of_reference(self, reference: Any) -> Origin:
        match reference:
            case TextAt():
                return self.of_text(reference)
            case Where():
                return self.of_text(reference.text_at)
            case Placed() | RecommendationsBlocked():
                return frozenset({(reference.meeting, reference.item)})
            case _:
                return self.of_decision(reference)

    def of_decision(self, decision: Taken | DecisionBlocked) -> Origin:
        """The item at which a decision was taken."""
        taken = getattr(self._see(decision.meeting), "decisions", {}).get(decision.decision)
        return NOWHERE if taken is None else frozenset({(decision.meeting, taken.item)})


def _references(value: Any) -> Iterator[Any]:
    """Everything within a value that leads to an item of a meeting."""
    match value:
        case TextAt() | Where() | Taken() | DecisionBlocked() | RecommendationsBlocked():
            yield value
        case tuple():
            for each in value:
                yield from _references(each)
        case Struct():
            if isinstance(value, Placed):
                yield value
            for name in value.__struct_fields__:
                yield from _references(getattr(value, name))


def _keep(known: OrderedDict[K, V], key: K, value: V, most: int = ORIGINS_MAX) -> None:
    known[key] = value
    if len(known) > most:
        known.popitem(last=False)
