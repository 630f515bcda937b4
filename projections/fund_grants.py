"""What a fund's money is held and granted for, as rows: earmarks, allocations, and the trail of each krone. Rows: fund_rows.py."""

from typing import Any

import msgspec

from domain.claims import DateNotStated, DateSaid, span_of
from domain.evaluation import EvaluationPlan
from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.earmarks import Earmarked
from domain.fund.opening import OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.text import Kept
from projections.fund_books import account_parts, legs_of, posting_key
from projections.fund_rows import AllocationRow, AllocationStepRow, EarmarkRow
from projections.reveal import place_of, places_of
from projections.view import Get

QUOTED = ("announced", "cleared")


def earmark_rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """The row of the earmark that an event is about."""
    event = recorded.event
    at: dict[str, Any] = {"position": recorded.position, "version": recorded.version}
    key = f"{topic}earmark/{getattr(event, 'earmark', None) or getattr(event, 'of', '')}"
    row: Any = get(key)
    match event:
        case EarmarkAnnounced():
            return {key: _announced(event, at)}
        case Earmarked():
            quoted: dict[str, Any] = {} if row is None else _quotation(row)
            return {key: EarmarkRow[Kept, str](**quoted, **_held(event), **at)}
        case EarmarkReduced():
            amount_oere = row.amount_oere - event.amount_oere
            decisions = (*row.decisions, *places_of((event.decision,)))
            return {key: msgspec.structs.replace(row, amount_oere=amount_oere, decisions=decisions, **at)}
        case ConditionMet():
            waits = tuple(each for each in row.waits_for if each != event.condition)
            state = "cleared" if row.state in QUOTED and not waits else row.state
            return {key: msgspec.structs.replace(row, waits_for=waits, state=state, **at)}
        case SecondPersonConfirmed() if row is not None:
            return {key: msgspec.structs.replace(row, waits_for_second_person=False, **at)}
        case EarmarkReleased():
            ended = {"state": "released", "why": event.why, "waits_for": (), "waits_for_second_person": False}
            return {key: msgspec.structs.replace(row, **ended, **at)}
        case Allocated(earmark=str()):
            ended = {"state": "allocated", "allocation": event.allocation}
            return {key: msgspec.structs.replace(row, **ended, **at)}
        case _:
            return {}


def _announced(event: EarmarkAnnounced, at: dict[str, Any]) -> EarmarkRow[Kept, str]:
    return EarmarkRow(
        earmark=event.earmark,
        state="announced" if event.waits else "cleared",
        quoted_oere=event.said.oere,
        precision=str(event.said.__struct_config__.tag),
        words=event.said.words,
        purpose=event.purpose,
        waits_for=event.waits,
        document=event.document,
        **at,
    )


def _quotation(row: EarmarkRow[Kept, str]) -> dict[str, Any]:
    """What a paper said of an earmark before it held money: it stands beside the amount, never in it."""
    return {name: getattr(row, name) for name in ("quoted_oere", "precision", "words", "document")}


def _held(event: Earmarked) -> dict[str, Any]:
    return {
        "earmark": event.earmark,
        "state": "held",
        "amount_oere": event.amount_oere,
        "purpose": event.purpose,
        "waits_for": (*event.waits, *(each.condition for each in event.opens if each.condition not in event.waits)),
        "waits_for_second_person": event.second_person,
        "application": event.application,
        "proposal": event.proposal,
        "to_party": event.to_party,
        "year": event.year,
        "from_on": event.from_on,
        "ceases_on": event.ceases_on,
        "decisions": places_of(event.decisions),
    }


# --- allocations ---


def allocation_rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """The rows of the allocations that an event begins, changes or ends."""
    event = recorded.event
    at: dict[str, Any] = {"position": recorded.position, "version": recorded.version}
    rows: dict[str, Any] = {}
    match event:
        case Allocated():
            rows[_allocation(topic, event.allocation)] = AllocationRow[Kept, str](**_granted(event), **at)
        case OpenedWith(allocation=str(name)):
            rows[_allocation(topic, name)] = AllocationRow[Kept, str](**_entered(event), **at)
        case TakenOver():
            for each in event.allocations:
                rows[_allocation(topic, each.allocation)] = AllocationRow[Kept, str](
                    allocation=each.allocation,
                    state="open",
                    amount_oere=each.amount_oere,
                    paid_oere=0,
                    left_oere=0,
                    **at,
                )
    for leg in legs_of(event):
        sort, part = account_parts(leg.account)
        key = _allocation(topic, part)
        row = rows.get(key) or get(key) if sort in ("allocated", "paid", "repaid") else None
        if row is not None:
            sums = (
                {"left_oere": row.left_oere + leg.amount_oere}
                if sort == "allocated"
                else {"paid_oere": row.paid_oere + leg.amount_oere}
            )
            rows[key] = msgspec.structs.replace(row, position=recorded.position, **sums)
    return {key: _ended(get, row, event, topic) for key, row in rows.items()}


def _allocation(topic: str, allocation: str) -> str:
    return f"{topic}allocation/{allocation}"


def _granted(event: Allocated) -> dict[str, Any]:
    return {
        "allocation": event.allocation,
        "state": "open",
        "amount_oere": event.amount_oere,
        "paid_oere": 0,
        "left_oere": 0,
        "year": event.year,
        "earmark": event.earmark,
        "application": event.application,
        "to_party": event.to_party,
        "purpose": event.purpose,
        "from_on": event.from_on,
        "ceases_on": event.ceases_on,
        "one_off": event.one_off,
        "decisions": places_of(event.decisions),
        **evaluation_of(event.evaluation),
    }


def _entered(event: OpenedWith) -> dict[str, Any]:
    return {
        "allocation": event.allocation,
        "state": "open",
        "amount_oere": event.amount_oere,
        "paid_oere": 0,
        "left_oere": 0,
        "year": event.year,
        "to_party": event.to_party,
        "from_on": event.from_on,
        "ceases_on": event.ceases_on,
        "decisions": places_of((event.source,)),
        "opening": True,
        "gaps": event.gaps,
    }


def evaluation_of(plan: EvaluationPlan[Kept]) -> dict[str, Any]:
    """The fields of a row for a plan of evaluation."""
    return {"evaluation": plan.what} | due_in(plan.due, "evaluation_earliest", "evaluation_latest")


def due_in(said: DateSaid[Kept], earliest: str, latest: str) -> dict[str, Any]:
    """A date as said, as two fields of a row."""
    span = None if isinstance(said, DateNotStated) else span_of(said)
    return {} if span is None else {earliest: span[0], latest: span[1]}


def _ended(get: Get, row: Any, event: Any, topic: str) -> Any:
    match event:
        case AllocationClosed():
            ended = {"state": "closed", "evaluated_by": event.document, "unspent_oere": event.unspent_oere}
            return msgspec.structs.replace(row, **ended)
        case HandedOver():
            return msgspec.structs.replace(row, state="handed-over")
        case Reversed() if get(posting_key(topic, event.reverses)).what in ("allocated", "opened-with"):
            return msgspec.structs.replace(row, state="reversed")
        case _:
            return row


# --- the trail of a krone ---


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
