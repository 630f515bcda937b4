"""What follows from effects on applications and keys: each is one command, with the decision as its source."""

from collections.abc import Mapping
from typing import Any

from domain import application, financing_key
from domain.decided import Taken
from domain.funding import AgreeKey, EndKey, TurnDownApplication
from domain.kernel import Command
from domain.text import handed_on

COMMAND_OF: Mapping[type, type[Command]] = {
    TurnDownApplication: application.TurnDown,
    AgreeKey: financing_key.Agree,
    EndKey: financing_key.End,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: Any, taken: Taken) -> tuple[str, Command]:
    """The stream a command goes to, and the command."""
    match effect:
        case TurnDownApplication():
            return effect.application, application.TurnDown(decision=taken, reason=handed_on(effect.reason))
        case AgreeKey():
            return effect.key, financing_key.Agree(
                whole=effect.whole,
                shares=effect.shares,
                source=taken,
                in_force_from_on=effect.in_force_from_on,
                terms=None if effect.terms is None else handed_on(effect.terms),
            )
        case EndKey():
            return effect.key, financing_key.End(ceases_on=effect.ceases_on, source=taken)
    raise AssertionError(effect)
