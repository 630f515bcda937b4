"""States: what a rule may ask of any stream, as of one position.

Three layers: the cache of what is committed, a batch's changes over it, a command's over those. A command's layer joins the
batch only when all its reactions passed; the batch's joins the cache only after commit.
"""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from domain.kernel import UNKNOWN, Recorded
from domain.names import kind_of, scope_of
from domain.streams import KINDS
from eventstore.mapper import LogNotification, decode
from eventstore.sealing import located

STATES_MAX = 50_000
"""Streams kept folded; beyond it the one kept longest is read again when asked for."""


class Streams(Protocol):
    """Where streams are read from, up to the position that is decided at."""

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]: ...

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]: ...


Versioned = tuple[int, Any]
"""A stream's version (0: it does not exist) and its state."""
NOTHING: Versioned = (0, UNKNOWN)


class States:
    """The committed states as of `head`. Not shared between threads."""

    def __init__(self, head: int = 0) -> None:
        self.head = head
        self._states: OrderedDict[str, Versioned] = OrderedDict()
        self._ids: dict[str, list[str]] = {}
        self._scoped: dict[tuple[str, str | None], tuple[str, ...]] = {}
        """The answers that `ids` gave, until a stream is added to them."""

    def get(self, stream: str, source: Streams) -> Versioned:
        known = self._states.get(stream)
        if known is not None:
            return known
        found = NOTHING
        for stored in source.stream(stream, self.head):
            recorded = decode(stored)
            found = evolved(found, recorded)
        self._keep(stream, found)
        return found

    def ids(self, kind: str, scope: str | None, source: Streams) -> tuple[str, ...]:
        """The streams of a kind, in name order; with a scope, those in it."""
        known = self._scoped.get((kind, scope))
        if known is None:
            if kind not in self._ids:
                self._ids[kind] = list(source.stream_ids(kind, self.head))
            known = tuple(each for each in self._ids[kind] if scope is None or scope_of(each) == scope)
            self._scoped[kind, scope] = known
        return known

    def advance(self, recorded: Recorded) -> None:
        """Take in the next event of the log. A stream that was never asked for stays unread."""
        self.head = recorded.position
        known = self._states.get(recorded.stream)
        if known is not None:
            self._states[recorded.stream] = evolved(known, recorded)
        elif recorded.version == 1:
            self._keep(recorded.stream, evolved(NOTHING, recorded))
        if recorded.version == 1:
            self._add_id(recorded.stream)

    def join(self, layer: "Layer", head: int) -> None:
        """Take in a committed batch."""
        for stream, versioned in layer.changed.items():
            self._keep(stream, versioned)
        for streams in layer.created.values():
            for stream in streams:
                self._add_id(stream)
        self.head = head

    def forget(self) -> None:
        """Drop everything: what was kept may be ahead of what was committed."""
        self._states.clear()
        self._ids.clear()
        self._scoped.clear()

    def _keep(self, stream: str, versioned: Versioned) -> None:
        self._states[stream] = versioned
        if len(self._states) > STATES_MAX:
            self._states.popitem(last=False)

    def _add_id(self, stream: str) -> None:
        kind = kind_of(stream)
        known = self._ids.get(kind)
        if known is None:
            return
        at = bisect_left(known, stream)
        if known[at : at + 1] != [stream]:
            known.insert(at, stream)
            self._scoped.pop((kind, None), None)
            self._scoped.pop((kind, scope_of(stream)), None)


def evolved(versioned: Versioned, recorded: Recorded) -> Versioned:
    """A stream's next state. Boxes are looked away from: a state holds where a text stands, never a text."""
    event = located(recorded.event, recorded.stream, recorded.version)
    return recorded.version, KINDS[kind_of(recorded.stream)].evolve(versioned[1], event)


class Layer:
    """Changes over a layer below. Its `see` and `ids` are what `decide` and `policy` ask."""

    __slots__ = ("_below", "changed", "created")

    def __init__(self, below: "Layer | Base") -> None:
        self._below = below
        self.changed: dict[str, Versioned] = {}
        self.created: dict[str, list[str]] = {}
        """kind -> streams that did not exist below"""

    def get(self, stream: str) -> Versioned:
        changed = self.changed.get(stream)
        return self._below.get(stream) if changed is None else changed

    def put(self, stream: str, version: int, state: Any) -> None:
        self.changed[stream] = (version, state)
        if version == 1:
            self.created.setdefault(kind_of(stream), []).append(stream)

    def see(self, stream: str) -> Any:
        return self.get(stream)[1]

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        below = self._below.ids(kind, scope)
        created = self.created.get(kind)
        if created is None:
            return below
        new = [each for each in created if scope is None or scope_of(each) == scope]
        return tuple(sorted((*below, *new))) if new else below

    def naming(self, person: str, kind: str, scope: str | None = None) -> tuple[str, ...]:
        """All of the kind: where somebody is named is known to the rows, and a writer has none."""
        return self.ids(kind, scope)

    def join(self) -> None:
        """Hand the changes to the layer below."""
        assert isinstance(self._below, Layer)
        self._below.changed |= self.changed
        for kind, streams in self.created.items():
            self._below.created.setdefault(kind, []).extend(streams)


class Base:
    """The lowest layer: the cache, reading what it lacks from the log."""

    __slots__ = ("_source", "_states")

    def __init__(self, states: States, source: Streams) -> None:
        self._states = states
        self._source = source

    def get(self, stream: str) -> Versioned:
        return self._states.get(stream, self._source)

    def see(self, stream: str) -> Any:
        return self.get(stream)[1]

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        return self._states.ids(kind, scope, self._source)
