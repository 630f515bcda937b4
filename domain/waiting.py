"""Waiting (ventetid): what can be awaited, and what can be held back until it comes."""

from typing import assert_never

from domain import fund, initiative
from domain.agreement.state import adopted_by
from domain.awaited import (
    AnswerTo,
    Awaited,
    Blocked,
    DayReached,
    DecisionBlocked,
    DecisionOf,
    EarmarkBlocked,
    EvaluationOf,
    InitiativeBlocked,
    LawOrAgreement,
    PartyAdopts,
    RecommendationsBlocked,
)
from domain.decided import Taken
from domain.kernel import Asked, known, same_scope
from domain.meeting.state import decision_taken, require_unanswered
from domain.referral import Closed
from domain.refusal import Refused
from domain.text import Text


def require_ahead(awaits: Awaited[Text], asked: Asked) -> None:
    """Refuse to await what does not exist, or what has come already: it would prove what it came before."""
    came = False
    match awaits:
        case DecisionOf(body=body):
            known(asked, body)
        case AnswerTo(referral=referral):
            known(asked, referral)
            came = isinstance(asked.see(referral), Closed)
        case EvaluationOf(initiative=awaited, stage=stage):
            known(asked, awaited)
            came = initiative.evaluated(asked.see, awaited, stage)
        case DayReached(day=day):
            came = day <= asked.today
        case PartyAdopts(agreement=agreement, parties=parties):
            known(asked, agreement, *parties)
            for party in parties:
                if party not in asked.see(agreement).parties:
                    raise Refused("agreement.not-party", party=party)
            came = all(adopted_by(asked.see, agreement, party) for party in parties)
        case LawOrAgreement():
            pass
        case _:
            assert_never(awaits)
    if came:
        raise Refused("condition.already-there")


def require_waiting(blocked: Blocked, asked: Asked) -> None:
    """Refuse to hold back what does not wait for this condition: it would be told of the end and not listen.

    What waits and what is held back are thereby the same things, so nothing waits for ever.
    """
    match blocked:
        case DecisionBlocked():
            same_scope(asked, blocked.meeting)
            taken = Taken(meeting=blocked.meeting, decision=blocked.decision)
            waits, name = decision_taken(asked.see, taken)[1].waits, taken.label
        case EarmarkBlocked():
            same_scope(asked, blocked.fund)
            known(asked, blocked.fund)
            waits, name = fund.waits_of(asked.see, blocked.fund, blocked.earmark), f"{blocked.fund}#{blocked.earmark}"
        case InitiativeBlocked():
            # It begins to wait because the condition says so.
            same_scope(asked, blocked.initiative)
            return known(asked, blocked.initiative)
        case RecommendationsBlocked():
            same_scope(asked, blocked.meeting)
            known(asked, blocked.meeting)
            return require_unanswered(asked.see(blocked.meeting), blocked.item, blocked.numbers)
        case _:
            assert_never(blocked)
    if asked.stream not in waits:
        raise Refused("condition.not-awaited", blocked=name)
    return None
