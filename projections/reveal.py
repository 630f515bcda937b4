"""Reveal: a kept row as it is shown, by its type parameters alone.

A row class is generic in its words `T` and its names `N`. Kept, `T` is a box and `N` an id; shown, `T` is the text (None when
erased) and `N` an id with its name. So one class serves both, and no field can be forgotten.
"""

from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct

from domain.text import Sealed, T, TextAt
from projections.view import Sight

N = TypeVar("N")
"""How a row holds a name: an id when kept, `Named` when shown."""


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
        case tuple():
            return tuple(_revealed(each, sight) for each in value)
        case Struct():
            return reveal(value, sight)
        case _:
            return value


@cache
def _fields(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a class whose type mentions a parameter."""
    return tuple(field for field, hint in get_type_hints(cls).items() if _mentions(hint))


def _mentions(hint: Any) -> bool:
    return hint is N or hint is T or any(_mentions(arg) for arg in get_args(hint))
