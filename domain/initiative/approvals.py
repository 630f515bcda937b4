"""Approvals (godkendelser): who on the path of order confirmations has not approved yet. The path says who, in which order."""

from domain.authority import days_of, in_effect, missing
from domain.dates import Day
from domain.decided import Taken
from domain.initiative.state import Confirmation, Live
from domain.kernel import Asked
from domain.names import scope_of
from domain.paths import Step, Subject
from domain.refusal import Refused

SUBJECT = Subject.INITIATIVE_CONFIRMATION


def left(approvals: tuple[Taken, ...], on: Day, asked: Asked) -> tuple[Step, ...]:
    """The binding steps that none of the approvals takes, in order."""
    return missing(asked.see, scope_of(asked.stream), SUBJECT, approvals, on)


def approves(confirmation: Confirmation, decision: Taken, asked: Asked) -> tuple[bool, bool]:
    """Whether a decision takes the step whose turn it is, and whether it is the last.

    Raises Refused `initiative.approvals-order`, `initiative.approval-too-early`.
    """
    body, taken = in_effect(asked.see, decision)
    day = days_of(decision, taken)[0]
    before = left(confirmation.approvals, day, asked)
    after = left((*confirmation.approvals, decision), day, asked)
    if before and before[0] not in after:
        return True, not after
    if any(step not in after for step in before):
        raise Refused("initiative.approvals-order", body=before[0].body)
    if before and before[0].body == body:
        raise Refused("initiative.approval-too-early", decision=decision.label)
    return False, False


def require_approved(live: Live, asked: Asked) -> None:
    """Refuse to begin on an order before all who approve its confirmation have done so.

    Raises Refused `initiative.not-confirmed`, `initiative.approvals-order`.
    """
    if live.confirmation is None or live.confirmation.returned:
        raise Refused("initiative.not-confirmed")
    steps = left(live.confirmation.approvals, asked.today, asked)
    if steps:
        raise Refused("initiative.approvals-order", body=steps[0].body)
