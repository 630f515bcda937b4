"""Handing over (overdragelse): what is open when a cluster ceases goes on as a stream of the successor's own.

What each kind carries stands in `handing/`. Here is what they share: the old stream says who took over and takes nothing more;
the new one begins with all that its rules read. Words stay where they were said, and the new stream refers to them.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from domain.counts import Version
from domain.dates import Day
from domain.kernel import Asked, Command, Event, Kind, See, Unknown, Who
from domain.names import NAME_CHARS_MAX, StreamId, kind_of, name_of, scope_of
from domain.refusal import Refused

DIGEST_CHARS = 12

# --- events ---


class HandedOver(Event, frozen=True, kw_only=True):
    """The matter lies with a successor."""

    rank = 4
    da = "Overdraget til {successor} med virkning fra {effective_on}."
    en = "Handed over to {successor} with effect from {effective_on}."

    successor: StreamId
    effective_on: Day


class TakenOver(Event, frozen=True, kw_only=True):
    """A matter goes on that began in a cluster before this one. Each kind adds what it carries."""

    rank = 5
    da = "Overtaget fra {from_stream}."
    en = "Taken over from {from_stream}."

    from_stream: StreamId
    from_version: int


# --- state ---


class Handed(Struct, frozen=True, kw_only=True):
    """Handed over; nothing more comes."""

    successor: StreamId
    effective_on: Day
    was: Any
    """The state on that day, of which the successor takes over what its rules read."""


def heir(see: See, stream: StreamId) -> StreamId:
    """Where a matter lies today: the stream itself, or the last that took it over."""
    passed: set[StreamId] = set()
    while stream not in passed and (successor := _successor_of(see(stream))) is not None:
        passed.add(stream)
        stream = successor
    return stream


def _successor_of(state: Any) -> StreamId | None:
    """Who took over. A fund stands on after that, until it is wound up."""
    if isinstance(state, Handed):
        return state.successor
    successor: StreamId | None = getattr(state, "taken_over_by", None)
    return successor


def successor_in(scope: str, thing: StreamId) -> StreamId:
    """The name of a thing at its successor. It follows from the old one, and says where the thing comes from."""
    name = f"{scope_of(thing)}-{name_of(thing)}"
    if len(name) > NAME_CHARS_MAX:
        name = f"{name[: NAME_CHARS_MAX - DIGEST_CHARS - 1]}-{sha256(name.encode()).hexdigest()[:DIGEST_CHARS]}"
    return f"{scope}/{kind_of(thing)}/{name}"


# --- commands ---


class HandOver(Command, frozen=True, kw_only=True):
    """Overdrag til en efterfølger."""

    verb = "hand-over"
    who = (Who.REACTION,)

    successor: StreamId
    effective_on: Day


class TakeOver(Command, frozen=True, kw_only=True):
    """Overtag fra en forgænger."""

    verb = "take-over"
    who = (Who.REACTION,)
    creates = True

    from_stream: StreamId
    from_version: Version


class Handing(Struct, frozen=True, kw_only=True):
    """How one kind is handed over."""

    handed_over: type[HandedOver]
    taken_over: type[Any]
    """A `TakenOver` with `carried`."""
    hand_over: type[HandOver]
    take_over: type[TakeOver]
    is_open: Callable[[Any], bool]
    carry: Callable[[Any, See], Any]
    """What the successor takes over of the state."""
    resume: Callable[[Any], Any]
    """The state that a `TakenOver` begins with."""
    not_open: Callable[[], Refused]
    """Why nothing is handed over."""


def may_be_handed_over(kind: Kind, handing: Handing) -> Kind:
    """A kind whose streams can go on elsewhere."""

    def evolve(state: Any, event: Any) -> Any:
        if isinstance(event, handing.handed_over):
            return Handed(successor=event.successor, effective_on=event.effective_on, was=state)
        if isinstance(event, handing.taken_over):
            return handing.resume(event)
        return kind.evolve(state, event)

    def decide(command: Any, state: Any, asked: Asked) -> tuple[Event, ...]:
        if isinstance(command, handing.hand_over):
            if not handing.is_open(state):
                raise handing.not_open()
            return (handing.handed_over(successor=command.successor, effective_on=command.effective_on),)
        if isinstance(command, handing.take_over):
            return _take_over(command, state, asked, handing)
        return kind.decide(command, state, asked)

    return msgspec.structs.replace(
        kind,
        events=(*kind.events, handing.handed_over, handing.taken_over),
        commands=(*kind.commands, handing.hand_over, handing.take_over),
        decide=decide,
        evolve=evolve,
    )


def _take_over(command: TakeOver, state: Any, asked: Asked, handing: Handing) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("scope.name-taken", id=asked.stream)
    handed = asked.see(command.from_stream)
    if not isinstance(handed, Handed) or handed.successor != asked.stream:
        raise Refused("scope.not-handed", id=command.from_stream)
    carried = handing.carry(handed.was, asked.see)
    event: Event = handing.taken_over(
        from_stream=command.from_stream, from_version=command.from_version, carried=carried
    )
    return (event,)
