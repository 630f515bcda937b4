"""What a field holds by its declared type. A label that looks like a day, a moment or an id is still a label."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from typing import Any, get_args, get_type_hints

from domain.dates import Day, Moment
from domain.money import Amount, Oere
from domain.names import STREAM_IDS


class Sort(Enum):
    """How what stands in a field in the clear is told."""

    AS_WRITTEN = auto()
    """Labels, local names, numbers: nothing is read into them."""
    NAME = auto()
    """The id of a stream, told by its name."""
    DAY = auto()
    MOMENT = auto()
    OERE = auto()
    """An amount."""


@cache
def sorts_of(cls: type[Any]) -> Mapping[str, Sort]:
    """field -> the sort of what it holds, alone or several of; looked up once a class."""
    return {name: _sort(hint) for name, hint in get_type_hints(cls, include_extras=True).items()}


def _sort(hint: Any) -> Sort:
    if hint == Day:
        return Sort.DAY
    if hint == Moment:
        return Sort.MOMENT
    if hint in (Oere, Amount):
        return Sort.OERE
    if hint in STREAM_IDS:
        return Sort.NAME
    inside = {_sort(each) for each in get_args(hint)} - {Sort.AS_WRITTEN}
    return inside.pop() if len(inside) == 1 else Sort.AS_WRITTEN
