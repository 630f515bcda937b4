"""What follows from the effects of a decision: each stands for one command, with the decision as its source."""

from collections.abc import Mapping
from typing import Any

from domain import (
    action,
    agreed,
    condition,
    funded,
    initiative,
    organised,
    planned,
    referral,
    spent,
)
from domain.awaited import (
    ByDecision,
    InitiativeBlocked,
)
from domain.decided import Taken
from domain.effects import (
    Adapt,
    AnswerReferral,
    Assign,
    CancelAction,
    Hold,
    OpenCondition,
    PromiseItem,
    Refer,
    ResolveCondition,
    WaiveCondition,
    WithdrawReferral,
)
from domain.kernel import Command, See
from domain.membership import appointed
from domain.names import DocumentId
from domain.proposal import proposed
from domain.text import handed_on

COMMAND_OF: Mapping[type, type[Command]] = {
    AnswerReferral: referral.Answer,
    WithdrawReferral: referral.Withdraw,
    OpenCondition: condition.Open,
    ResolveCondition: condition.Resolve,
    WaiveCondition: condition.Waive,
    Refer: referral.Send,
    PromiseItem: referral.Send,
    Adapt: initiative.Adapt,
    Assign: action.Assign,
    CancelAction: action.Cancel,
    Hold: condition.Block,
    **proposed.COMMAND_OF,
    **appointed.COMMAND_OF,
    **organised.COMMAND_OF,
    **funded.COMMAND_OF,
    **agreed.COMMAND_OF,
    **planned.COMMAND_OF,
    **spent.COMMAND_OF,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: Any, taken: Taken, see: See) -> tuple[str, Command]:
    """The one command an effect stands for, and the stream it goes to."""
    match effect:
        case AnswerReferral():
            return effect.referral, referral.Answer(
                text=handed_on(effect.text),
                reserved=effect.reserved,
                decision=taken,
                meets=effect.meets,
                fails=effect.fails,
            )
        case WithdrawReferral():
            return effect.referral, referral.Withdraw(reason=handed_on(effect.reason), decision=taken)
        case OpenCondition():
            return effect.condition, opening_of(effect, taken)
        case ResolveCondition():
            return effect.condition, condition.Resolve(proof=ByDecision(decision=taken), met=effect.met)
        case WaiveCondition():
            return effect.condition, condition.Waive(decision=taken)
        case PromiseItem():
            return effect.referral, asked_of_itself(see(taken.meeting).body, effect.question, effect.expected, taken)
        case Refer():
            return effect.referral, referral.Send(
                from_body=see(taken.meeting).body,
                to_body=effect.to_body,
                to_party=effect.to_party,
                to_outside=None if effect.to_outside is None else handed_on(effect.to_outside),
                question=handed_on(effect.question),
                direction=effect.direction,
                answer_by=effect.answer_by,
                expected=effect.expected,
                arises_from=taken,
                in_reply_to=effect.in_reply_to,
            )
        case Adapt():
            core = tuple(handed_on(text) for text in effect.core)
            return effect.initiative, initiative.Adapt(text=handed_on(effect.text), core=core, decision=taken)
        case Assign():
            return effect.action, action.Assign(
                what=handed_on(effect.what),
                owed_by=effect.owed_by,
                report_to=effect.report_to,
                answer_by=effect.answer_by,
                decision=taken,
                recurs=effect.recurs,
                ceases_on=effect.ceases_on,
                expected=effect.expected,
            )
        case Hold():
            blocked = InitiativeBlocked(initiative=effect.initiative, extent=effect.extent)
            return effect.condition, condition.Block(blocked=blocked, decision=taken)
        case CancelAction():
            return effect.action, action.Cancel(reason=handed_on(effect.reason), decision=taken)
    return _of_a_family(effect, taken, see)


def _of_a_family(effect: Any, taken: Taken, see: See) -> tuple[str, Command]:
    """As the file that the effect's own kind keeps says."""
    kind = type(effect)
    if kind in proposed.COMMAND_OF:
        return effect.proposal, proposed.command_of(effect, taken, see)
    if kind in appointed.COMMAND_OF:
        return effect.membership, appointed.command_of(effect, taken)
    if kind in organised.COMMAND_OF:
        return organised.command_of(effect, taken, see)
    if kind in funded.COMMAND_OF:
        return funded.command_of(effect, taken)
    if kind in spent.COMMAND_OF:
        return spent.command_of(effect, taken)
    if kind in agreed.COMMAND_OF:
        return agreed.command_of(effect, taken, see)
    return planned.command_of(effect, taken, see)


def asked_of_itself(body: str, question: Any, expected: Any, taken: Taken | None) -> referral.Send:
    """What a body asks itself, at a later meeting."""
    return referral.Send(
        from_body=body, to_body=body, question=handed_on(question), expected=expected, arises_from=taken
    )


def opening_of(opens: OpenCondition[Any], taken: Taken | None, document: DocumentId | None = None) -> condition.Open:
    """The condition that an effect, or an earmark, opens."""
    return condition.Open(
        awaits=opens.awaits,
        blocks=opens.blocks,
        words=handed_on(opens.words),
        answer_by=opens.answer_by,
        arises_from=taken,
        document=document,
        if_late=opens.if_late,
    )
