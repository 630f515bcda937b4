"""Where what a condition holds back stands."""

from domain.awaited import Blocked, DecisionBlocked, EarmarkBlocked, InitiativeBlocked, RecommendationsBlocked
from projections.reveal import Place


def blocked_place(blocked: Blocked) -> Place[str]:
    match blocked:
        case DecisionBlocked():
            return Place(stream=blocked.meeting, decision=blocked.decision)
        case EarmarkBlocked():
            return Place(stream=blocked.fund, part=blocked.earmark)
        case InitiativeBlocked():
            return Place(stream=blocked.initiative)
        case RecommendationsBlocked():
            return Place(stream=blocked.meeting, item=blocked.item)
