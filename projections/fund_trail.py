"""The trail of a krone as rows: from the application by the decisions to the evaluation. Rows: fund_rows.py."""

from typing import Any

from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.earmarks import Earmarked
from domain.fund.opening import OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver
from domain.kernel import Recorded
from projections.fund_books import posting_key
from projections.fund_grants import QUOTED
from projections.fund_rows import AllocationStepRow
from projections.reveal import place_of, places_of
from projections.view import Get


def step_rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """The steps that an event adds to the trail of an allocation, or of an earmark, whose name an allocation of it keeps."""
    event = recorded.event
    at: dict[str, Any] = {"position": recorded.position, "version": recorded.version}
    rows: dict[str, Any] = {}

    def step(name: str, what: str, **told: Any) -> None:
        rows[f"{topic}allocation/{name}/step/{recorded.position:010d}-{len(rows):02d}"] = AllocationStepRow[str](
            what=what, **at, **told
        )

    match event:
        case Earmarked() | Allocated():
            name = event.allocation if isinstance(event, Allocated) else event.earmark
            before = get(f"{topic}earmark/{name}")
            held = before is not None and before.application is not None
            if not held:
                step(name, "applied", application=event.application, party=event.to_party)
            for place in places_of(event.decisions):
                if not (held and place in before.decisions):
                    step(name, "decided", decision=place)
            step(name, event.tag.partition(".")[2], amount_oere=event.amount_oere, party=event.to_party)
        case EarmarkReduced():
            step(event.earmark, "earmark-reduced", amount_oere=event.amount_oere, decision=place_of(event.decision))
        case EarmarkReleased(amount_oere=int()):
            told = {"condition": event.condition, "decision": place_of(event.decision)}
            step(event.earmark, "earmark-released", amount_oere=event.amount_oere, **told)
        case ConditionMet() if get(f"{topic}earmark/{event.earmark}").state not in QUOTED:
            told = {"condition": event.condition, "decision": place_of(event.decision)}
            step(event.earmark, "condition-met", **told)
        case SecondPersonConfirmed() if get(f"{topic}earmark/{event.of}") is not None:
            step(event.of, "second-person-confirmed")
        case Paid() | Repaid():
            party = event.to_party if isinstance(event, Paid) else event.from_party
            told = {"party": party, "voucher": event.voucher, "on": event.booked_on}
            step(event.allocation, event.tag.partition(".")[2], amount_oere=event.amount_oere, **told)
        case AllocationClosed():
            step(event.allocation, "evaluated", document=event.document)
            step(event.allocation, "allocation-closed", amount_oere=event.unspent_oere)
        case OpenedWith(allocation=str(name)):
            for place in places_of((event.source,)):
                step(name, "decided", decision=place)
            step(name, "opened-with", amount_oere=event.amount_oere, party=event.to_party)
        case Reversed():
            mirrored = get(posting_key(topic, event.reverses))
            name = mirrored.allocation or mirrored.earmark
            if name is not None:
                step(name, "reversed", amount_oere=mirrored.amount_oere, decision=place_of(event.decision))
        case HandedOver() | TakenOver():
            for each in event.allocations:
                step(each.allocation, event.tag.partition(".")[2], amount_oere=each.amount_oere, on=event.effective_on)
    return rows
