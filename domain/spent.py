"""Spent (forbrugt): what follows from effects on money that is held, and from money that is granted."""

from collections.abc import Mapping
from typing import assert_never

from domain import application, fund
from domain.decided import Taken
from domain.fund.releasing import Why
from domain.kernel import Command
from domain.spending import ReduceEarmark, ReleaseEarmark

COMMAND_OF: Mapping[type, type[Command]] = {
    ReduceEarmark: fund.Reduce,
    ReleaseEarmark: fund.Release,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: ReduceEarmark | ReleaseEarmark, taken: Taken) -> tuple[str, Command]:
    """The stream a command goes to, and the command."""
    match effect:
        case ReduceEarmark():
            return effect.fund, fund.Reduce(earmark=effect.earmark, amount_oere=effect.amount_oere, decision=taken)
        case ReleaseEarmark():
            return effect.fund, fund.Release(earmark=effect.earmark, why=Why.WAIVED, decision=taken)
        case _:
            assert_never(effect)


def accepted(event: fund.Allocated) -> tuple[str, Command]:
    """Whoever applied is told so."""
    return event.application, application.Accept(allocation=event.allocation, amount_oere=event.amount_oere)
