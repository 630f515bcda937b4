"""The calendar: every day and moment a command speaks of exists, and nothing ends before it begins.

The pattern of a `Day` lets 31 April through. One look at all commands finds it, so no rule has to.
"""

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct

from domain.claims import Within
from domain.dates import Day, Moment, is_day, is_moment
from domain.refusal import Refused

EXISTS = ((Day, is_day), (Moment, is_moment))
SPANS, IMPRECISE = (("from_on", "ceases_on"),), ("earliest", "latest")


def check_calendar(value: Any) -> None:
    """Look at a command, and at everything in it that may hold a day. Raises Refused `day.unknown`, `day.span-reversed`."""
    cls = value.__class__
    for name, exists in _places(cls):
        held = getattr(value, name)
        if held is None:
            continue
        if exists is not None:
            if not exists(held):
                raise Refused("day.unknown", day=held)
        elif held.__class__ is tuple:
            for each in held:
                if isinstance(each, Struct):
                    check_calendar(each)
        elif isinstance(held, Struct):
            check_calendar(held)
    for first, last in _spans(cls):
        _in_order(getattr(value, first), getattr(value, last))


def _in_order(earliest: Day | None, latest: Day | None) -> None:
    if earliest is not None and latest is not None and latest < earliest:
        raise Refused("day.span-reversed", earliest=earliest, latest=latest)


@cache
def _spans(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    """Pairs of fields of which the first may not come after the last."""
    asked = (*SPANS, IMPRECISE) if issubclass(cls, Within) else SPANS
    return tuple(each for each in asked if set(each) <= set(cls.__struct_fields__))


@cache
def _places(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Where in a class a day may stand: (field, what tells whether it exists; None: look inside)."""
    places: list[tuple[str, Any]] = []
    for name, hint in get_type_hints(cls, include_extras=True).items():
        dates = [exists for kind, exists in EXISTS if hint == kind or kind in get_args(hint)]
        if dates:
            places.append((name, dates[0]))
        elif _has_struct(hint):
            places.append((name, None))
    return tuple(places)


def _has_struct(hint: Any) -> bool:
    """Whether a field may hold a struct, alone or among others."""
    cls = get_origin(hint) or hint
    return (isinstance(cls, type) and issubclass(cls, Struct)) or any(_has_struct(each) for each in get_args(hint))
