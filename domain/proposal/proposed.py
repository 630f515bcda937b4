"""Proposed (foreslået): the command that each effect of a decision on proposals stands for."""

from collections.abc import Mapping
from typing import Any

from domain.decided import Taken
from domain.kernel import Command, See
from domain.proposal.approval import Approve
from domain.proposal.coming import Form
from domain.proposal.fate import Choose, Park, Rank, Recommend, TurnDown
from domain.proposing import (
    ApproveProposal,
    ChooseProposal,
    FormProposal,
    ParkProposal,
    RankProposal,
    RecommendProposal,
    TurnDownProposal,
)
from domain.text import handed_on

COMMAND_OF: Mapping[type, type[Command]] = {
    RankProposal: Rank,
    FormProposal: Form,
    RecommendProposal: Recommend,
    ParkProposal: Park,
    ChooseProposal: Choose,
    TurnDownProposal: TurnDown,
    ApproveProposal: Approve,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: Any, taken: Taken, see: See) -> Command:
    """The one command an effect stands for; it goes to the effect's proposal."""
    match effect:
        case RankProposal():
            return Rank(
                by_body=see(taken.meeting).body,
                order=effect.order,
                reason=None if effect.reason is None else handed_on(effect.reason),
                decision=taken,
            )
        case FormProposal():
            return Form(
                title=handed_on(effect.title),
                how=effect.how,
                out_of=effect.out_of,
                linked=effect.linked,
                decision=taken,
            )
        case RecommendProposal():
            return Recommend(to_body=effect.to_body, strength=effect.strength, decision=taken)
        case ParkProposal():
            return Park(reason=handed_on(effect.reason), linked_to=effect.linked_to, decision=taken)
        case ChooseProposal():
            return Choose(decision=taken)
        case TurnDownProposal():
            return TurnDown(reason=handed_on(effect.reason), decision=taken)
        case ApproveProposal():
            return Approve(decision=taken, initiative=effect.initiative)
    raise AssertionError(effect)
