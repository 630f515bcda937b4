"""Reveal: a kept row as it is shown, by its type parameters alone.

A row class is generic in its words `T` and its names `N`. Kept, `T` is a box and `N` an id; shown, `T` is the text (None when
erased) and `N` an id with its name. So one class serves both, and no field can be forgotten. A `Place` that is closed to the
audience is shown as None, and among several not at all.
"""

from functools import cache
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct

from domain.decided import DecisionRef, Taken
from domain.text import Kept, Sealed, T, TextAt
from projections.view import Sight

N = TypeVar("N")
"""How a row holds a name: an id when kept, `Named` when shown."""
R = TypeVar("R")
"""How a row holds a text by reference (`referred`): where it was said when kept, the text when shown. For rows of many texts."""


class Place(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """Where something stands: a stream, an item of a meeting, a decision taken at one, or a part of another stream."""

    stream: N
    item: str | None = None
    decision: str | None = None
    part: str | None = None
    """What lives inside a stream that is no meeting: an earmark."""


def place_of(taken: Taken | None) -> Place[str] | None:
    """Where a decision was taken."""
    return None if taken is None else Place(stream=taken.meeting, decision=taken.decision)


def places_of(refs: tuple[DecisionRef[Kept], ...]) -> tuple[Place[str], ...]:
    """Where decisions were taken; one that a paper cites was taken nowhere in the record."""
    return tuple(Place(stream=each.meeting, decision=each.decision) for each in refs if isinstance(each, Taken))


def hides_some(sight: Sight, stream: str, version: int) -> bool:
    """Whether something up to a version of a stream is closed to the reader. What is carried from there says too much then."""
    return any(sight.hides_event(stream, each) for each in range(1, version + 1))


def reveal(row: Any, sight: Sight) -> Any:
    """The row with its words opened and its ids named."""
    changed = {field: _revealed(getattr(row, field), sight) for field in _fields(row.__class__)}
    return msgspec.structs.replace(row, **changed) if changed else row


def _revealed(value: Any, sight: Sight) -> Any:
    """What stands in a field of words or names: boxes are opened, and any plain text there is an id."""
    match value:
        case Sealed() | TextAt():
            return sight.open(value)
        case str():
            return sight.name(value)
        case Place():
            return _seen(value, sight)
        case tuple():
            shown = ((each, _revealed(each, sight)) for each in value)
            return tuple(seen for each, seen in shown if seen is not None or not isinstance(each, Place))
        case Struct():
            return reveal(value, sight)
        case _:
            return value


def _seen(place: Place[str], sight: Sight) -> Any:
    """A place by its name, with the item that a decision was taken at; None where it is closed to the audience."""
    if place.item is None and place.decision is None:
        if sight.hides_stream(place.stream):
            return None
        return Place(stream=sight.name(place.stream), part=place.part)
    item = place.item or sight.see(place.stream).decisions[place.decision].item
    if sight.hides_item(place.stream, item):
        return None
    return Place(stream=sight.name(place.stream), item=item, decision=place.decision)


@cache
def _fields(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a class whose type mentions a parameter."""
    return tuple(field for field, hint in get_type_hints(cls).items() if _mentions(hint))


def _mentions(hint: Any) -> bool:
    return hint is N or hint is T or hint is R or any(_mentions(arg) for arg in get_args(hint))
