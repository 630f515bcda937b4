"""The calendar: every day and moment a command speaks of exists, and no span ends before it begins.

The pattern of a `Day` lets 31 April through. One look at all commands finds it, so no rule has to.
"""

from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from domain.claims import Within
from domain.dates import Day, Moment, is_day, is_moment
from domain.refusal import Refused

EXISTS = ((Day, is_day), (Moment, is_moment))


def check_calendar(value: Any) -> None:
    """Look at a command, and at everything in it. Raises Refused `day.unknown`, `day.span-reversed`."""
    match value:
        case Struct():
            for name in value.__struct_fields__:
                check_calendar(getattr(value, name))
            for name, exists in _dates(type(value)):
                day = getattr(value, name)
                if day is not None and not exists(day):
                    raise Refused("day.unknown", day=day)
            if isinstance(value, Within) and value.latest < value.earliest:
                raise Refused("day.span-reversed", earliest=value.earliest, latest=value.latest)
        case tuple():
            for each in value:
                check_calendar(each)


@cache
def _dates(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a class that hold a day or a moment, each with what tells whether it exists."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple((name, exists) for name, hint in hints.items() for kind, exists in EXISTS if _is(kind, hint))


def _is(kind: Any, hint: Any) -> bool:
    """Whether a field is of that kind, or may be absent."""
    return hint == kind or kind in get_args(hint)
