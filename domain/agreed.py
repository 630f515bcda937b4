"""What follows from effects that agree: each is one command to an agreement or an indicator, with the decision as its source."""

from collections.abc import Mapping
from typing import Any

from domain import indicator
from domain.agreeing import AdjustAgreement, ApproveTermination, JudgeTarget, NameOwner, NarrowAgreement, WidenAgreement
from domain.agreement import ending, terms
from domain.decided import Taken
from domain.kernel import Command, See
from domain.text import handed_on

COMMAND_OF: Mapping[type, type[Command]] = {
    ApproveTermination: ending.ApproveTermination,
    WidenAgreement: terms.Widen,
    NarrowAgreement: terms.Narrow,
    AdjustAgreement: terms.Adjust,
    NameOwner: terms.NameOwner,
    JudgeTarget: indicator.JudgeTarget,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: Any, taken: Taken, see: See) -> tuple[str, Command]:
    """The stream a command goes to, and the command."""
    match effect:
        case ApproveTermination():
            replaced_by = None if effect.replaced_by is None else handed_on(effect.replaced_by)
            return effect.agreement, ending.ApproveTermination(
                source=taken, ceases_on=effect.ceases_on, replaced_by=replaced_by
            )
        case WidenAgreement():
            return effect.agreement, terms.Widen(text=handed_on(effect.text), from_on=effect.from_on, decision=taken)
        case NarrowAgreement():
            return effect.agreement, terms.Narrow(text=handed_on(effect.text), from_on=effect.from_on, decision=taken)
        case AdjustAgreement():
            return effect.agreement, terms.Adjust(
                text=handed_on(effect.text), document=effect.document, from_on=effect.from_on, decision=taken
            )
        case NameOwner():
            return effect.agreement, terms.NameOwner(owner=effect.owner, decision=taken)
        case JudgeTarget():
            return effect.indicator, indicator.JudgeTarget(
                judgement=effect.judgement,
                by_body=see(taken.meeting).body,
                reason=handed_on(effect.reason),
                decision=taken,
            )
    raise AssertionError(effect)
