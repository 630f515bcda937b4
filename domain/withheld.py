"""Withheld (fortiet): what a command names and its giver may not know of. To its rules it is as if it were not there."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Command, Unknown
from domain.mask import Mask, hides_title
from domain.names import MeetingId, PersonId, scope_of
from domain.policy import mask_of
from domain.seeing import Index

NOTHING = Mask(insider_of=frozenset(), recused=frozenset())
"""Of whoever has no part in a scope."""


def withheld(command: Command, person: PersonId, today: Day, streams: Index) -> dict[MeetingId, Any]:
    """The states of the meetings whose decisions a command names, without the decisions of items that the person may not know of.

    Else the answer would tell whoever guesses a number that something was decided there.
    """
    states: dict[MeetingId, Any] = {}
    if not may_name(type(command)):
        return states
    for taken in _taken_in(command):
        state = states.get(taken.meeting) or streams.see(taken.meeting)
        decisions = {} if isinstance(state, Unknown) else getattr(state, "decisions", {})
        if taken.decision not in decisions:
            continue
        item = decisions[taken.decision].item
        shut = state.items[item].shut
        if shut is None or not shut.title_closed:
            continue
        mask = mask_of(scope_of(taken.meeting), person, today, streams) or NOTHING
        if hides_title(streams.see, taken.meeting, item, mask):
            known = {label: each for label, each in decisions.items() if each.item != item}
            states[taken.meeting] = msgspec.structs.replace(state, decisions=known)
    return states


def _taken_in(value: Any) -> Iterator[Taken]:
    match value:
        case Taken():
            yield value
        case tuple():
            for each in value:
                yield from _taken_in(each)
        case Struct():
            for name in value.__struct_fields__:
                yield from _taken_in(getattr(value, name))


@cache
def may_name(hint: Any, within: frozenset[Any] = frozenset()) -> bool:
    """Whether what is so typed may hold a decision, however deep: most commands name none, and need not be looked through."""
    cls = get_origin(hint) or hint
    inside: tuple[Any, ...] = get_args(hint)
    if isinstance(cls, type) and issubclass(cls, Struct) and cls not in within:
        inside, within = (*inside, *get_type_hints(cls).values()), within | {cls}
    return cls is Taken or any(may_name(each, within) for each in inside)
