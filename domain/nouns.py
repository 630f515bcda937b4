"""A stream of several nouns, a file each: which events and commands they have, and which file holds the rules of one."""

from types import ModuleType
from typing import Any, get_args

from domain.kernel import Command, Event


def events_of(*nouns: ModuleType) -> tuple[type[Event], ...]:
    """Their events, in the order of the files."""
    return tuple(event for noun in nouns for event in _classes(noun.Events))


def commands_of(*nouns: ModuleType) -> tuple[type[Command], ...]:
    """Their commands, in the order of the files."""
    return tuple(command for noun in nouns for command in _classes(noun.Commands))


def nouns_by_class(*nouns: ModuleType) -> dict[type, ModuleType]:
    """event or command class -> the file that holds its rules."""
    return {each: noun for noun in nouns for each in (*events_of(noun), *commands_of(noun))}


def _classes(union: Any) -> tuple[Any, ...]:
    """The classes of a union, or the one class that stands alone."""
    return get_args(union) or (union,)
