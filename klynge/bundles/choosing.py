"""Choosing (udvælgelse): which streams a bundle tells of, and which others are needed to check them.

What was asked for is taken whole; with it go the streams that its rules read: who acted and on which seat, by which
decision, and what was erased of it. They are followed from stream to stream, never through the whole log.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.erased import Erased
from domain.kernel import Recorded
from domain.names import kind_of, scope_of
from domain.streams import KINDS
from eventstore.covered import all_covered
from eventstore.log import Log
from eventstore.mapper import decode
from klynge.bundles.form import Scope
from klynge.settings import BadSettings

NEEDED = frozenset(
    {"person", "party", "body", "membership", "meeting", "application", "financing-key", "condition", "agreement"}
)
"""Kinds whose streams the rules of what was asked for read, where it names them."""
WHO = frozenset({"person", "party", "body"})
"""Of a stream that is needed itself, these alone are followed, so that one meeting does not draw in every other."""


def streams_of(scope: Scope, kept_log: Log, head: int) -> frozenset[str] | None:
    """The streams of a bundle as of a position; None: all of the log. Raises `BadSettings` where there is nothing of that name."""
    if scope.kind == "all":
        return None
    asked = set(_asked_for(scope, kept_log, head))
    if not asked:
        raise BadSettings(f"there is no {scope.kind} {scope.name} in the record")
    found = asked | {kept_log.log_stream()}
    found |= _followed(found, asked, kept_log, head)
    besides = _covering(found, kept_log, head) | _clusters(found, kept_log, head)
    return frozenset(found | besides | _followed(besides, frozenset(), kept_log, head))


def _asked_for(scope: Scope, kept_log: Log, head: int) -> Iterator[str]:
    """What was named, and what belongs to it: the minutes of a meeting, the meetings and seats of a body."""
    if scope.kind == "cluster":
        for kind in KINDS:
            yield from (each for each in kept_log.recorder.stream_ids(kind, head) if scope_of(each) == scope.name)
        return
    if scope.name.count("/") != 2 or kind_of(scope.name) != scope.kind:
        raise BadSettings(f"»{scope.name}« names no {scope.kind}; it is such as lillebaelt/{scope.kind}/…")
    if kept_log.recorder.event_at(scope.name, 1) is None:
        return
    yield scope.name
    if scope.kind == "meeting":
        yield from _belonging("minutes", "meeting", {scope.name}, kept_log, head)
    if scope.kind == "body":
        of_body = {
            each: set(_belonging(each, "body", {scope.name}, kept_log, head)) for each in KINDS if each != "body"
        }
        yield from (stream for streams in of_body.values() for stream in streams)
        yield from _belonging("minutes", "meeting", of_body["meeting"], kept_log, head)


def _belonging(kind: str, field: str, to: set[str], kept_log: Log, head: int) -> Iterator[str]:
    """The streams of a kind that say of themselves when they begin whose they are."""
    for stream in kept_log.recorder.stream_ids(kind, head):
        first = kept_log.recorder.event_at(stream, 1)
        if first is not None and getattr(decode(first).event, field, None) in to:
            yield stream


def _followed(begun: set[str], asked: frozenset[str] | set[str], kept_log: Log, head: int) -> set[str]:
    """What streams need beside themselves, and what that needs in turn."""
    found, waiting = set(begun), deque(sorted(begun))
    while waiting:
        stream = waiting.popleft()
        kinds = NEEDED if stream in asked else WHO
        for stored in kept_log.recorder.stream(stream, head):
            for each in _needs(decode(stored), kinds):
                if each not in found and kept_log.recorder.event_at(each, 1) is not None:
                    found.add(each)
                    waiting.append(each)
    return found


def _needs(recorded: Recorded, kinds: frozenset[str]) -> Iterator[str]:
    """Who acted and by which seat or office; and what the event names, where rules read it."""
    yield recorded.by.person
    if recorded.by.seat is not None:
        yield recorded.by.seat.partition("#")[0]
    if isinstance(recorded.event, Erased):
        return  # where the texts stood draws in nothing: most of it was not asked for
    yield from (each for each in _named(recorded.event) if kind_of(each) in kinds)


def _named(value: Any) -> Iterator[str]:
    """Every stream that is named within a value."""
    match value:
        case str():
            if value.count("/") == 2:
                yield value
        case tuple():
            for each in value:
                yield from _named(each)
        case Struct():
            for name in value.__struct_fields__:
                yield from _named(getattr(value, name))


def _clusters(found: set[str], kept_log: Log, head: int) -> set[str]:
    """The clusters of these streams: who acts after its end does so on a seat of its last day, and it hands its funds over."""
    scopes = {scope_of(each) for each in found}
    return {each for each in kept_log.recorder.stream_ids("cluster", head) if scope_of(each) in scopes}


def _covering(found: set[str], kept_log: Log, head: int) -> set[str]:
    """The redactions and erasures that account for texts of these streams which nobody can open any more."""
    covering: set[str] = set()
    for each in all_covered(kept_log.now(), kept_log.recorder, head):
        if any(place.stream in found for place in each.places):
            covering |= {each.by} | ({each.person} if each.person is not None else set())
    return covering
