"""Which commands are looked through for decisions that their giver may not know of."""

import msgspec
import pytest

from domain.kernel import Command
from domain.streams import COMMANDS
from domain.withheld import may_name


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda each: each.__qualname__)
def test_a_command_is_looked_through_where_its_schema_has_a_decision(command: type[Command]) -> None:
    assert may_name(command) == ("Taken" in msgspec.json.schema(command)["$defs"])


def test_some_commands_name_decisions_and_some_do_not() -> None:
    """The control."""
    assert {may_name(each) for each in COMMANDS.values()} == {True, False}
