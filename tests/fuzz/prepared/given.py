"""How a prepared command is written down: who gives it, to which stream."""

from typing import NamedTuple

from domain.kernel import Command


class Given(NamedTuple):
    """A command at the door, by a part of the cast of Lillebælt or by a person's id."""

    by: str
    to: str
    command: Command


def each(by: str, to: str, *commands: Command) -> tuple[Given, ...]:
    """What one person gives to one stream."""
    return tuple(Given(by, to, command) for command in commands)
