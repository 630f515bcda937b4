"""Reveal: a kept row as it is shown, by its type parameters alone.

A row class is generic in its words `T` and its names `N`. Kept, `T` is a box and `N` an id; shown, `T` is the text (None when
erased) and `N` an id with its name. So one class serves both, and no field can be forgotten.
"""

from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct

from domain.text import T
from projections.view import Sight

N = TypeVar("N")
"""How a row holds a name: an id when kept, `Named` when shown."""


def reveal(row: Any, sight: Sight) -> Any:
    """The row with its words opened and its ids named."""
    changed: dict[str, Any] = {}
    for field, is_name in _fields(row.__class__):
        value = getattr(row, field)
        if value is not None:
            changed[field] = _revealed(value, is_name, sight)
    return msgspec.structs.replace(row, **changed) if changed else row


def _revealed(value: Any, is_name: bool, sight: Sight) -> Any:
    if is_name:
        return tuple(sight.name(each) for each in value) if isinstance(value, tuple) else sight.name(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_revealed(each, False, sight) for each in value)
    if isinstance(value, Struct) and _fields(type(value)):
        return reveal(value, sight)
    return sight.open(value)


@cache
def _fields(cls: type[Any]) -> tuple[tuple[str, bool], ...]:
    """(field, whether it holds names) for every field that mentions a parameter."""
    found = []
    for field, hint in get_type_hints(cls).items():
        if _mentions(hint, N):
            found.append((field, True))
        elif _mentions(hint, T):
            found.append((field, False))
    return tuple(found)


def _mentions(hint: Any, parameter: TypeVar) -> bool:
    return hint is parameter or any(_mentions(arg, parameter) for arg in get_args(hint))
