"""What a fund's money is held and granted for, as rows: earmarks, allocations, and the trail of each krone. Rows: fund_rows.py."""

from typing import Any

import msgspec

from domain.claims import DateNotStated, DateSaid, span_of
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import AllocationLeft
from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.earmarks import Earmarked
from domain.fund.opening import OpenedWith
from domain.fund.registration import SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.text import Kept, Sealed, TextAt
from projections.fund_books import account_parts, legs_of, posting_key
from projections.fund_rows import AllocationRow, EarmarkRow
from projections.reveal import places_of
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
        case Reversed():
            return _taken_back(get, event, topic, at)
        case Allocated(earmark=str()):
            ended = {"state": "allocated", "allocation": event.allocation}
            return {key: msgspec.structs.replace(row, **ended, **at)}
        case TakenOver():
            announced = (each.earmark for each in event.announced)
            return {
                f"{topic}earmark/{name}": msgspec.structs.replace(get(f"{event.from_fund}|earmark/{name}"), **at)
                for name in announced
            }
        case _:
            return {}


def _taken_back(get: Get, event: Reversed, topic: str, at: dict[str, Any]) -> dict[str, Any]:
    """An earmark that was posted in error holds nothing; one that was cut in error holds what it held."""
    mirrored = get(posting_key(topic, event.reverses))
    key = f"{topic}earmark/{mirrored.earmark}"
    match mirrored.what:
        case "earmarked":
            return {key: msgspec.structs.replace(get(key), state="reversed", waits_for_second_person=False, **at)}
        case "earmark-reduced":
            row = get(key)
            return {key: msgspec.structs.replace(row, amount_oere=row.amount_oere + mirrored.amount_oere, **at)}
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
        case AllocationClosed():
            # Where nothing was left over, nothing is posted.
            rows[_allocation(topic, event.allocation)] = get(_allocation(topic, event.allocation))
        case HandedOver():
            # Of what is used up nothing is posted, and it goes on all the same: money may come back.
            rows |= {
                _allocation(topic, each.allocation): get(_allocation(topic, each.allocation))
                for each in event.allocations
            }
        case TakenOver():
            for each in event.allocations:
                before = get(f"{event.from_fund}|allocation/{each.allocation}")
                rows[_allocation(topic, each.allocation)] = AllocationRow[Kept, str](
                    **_taken_over(before, each, event.from_fund), **at
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


def _taken_over(before: Any, left: AllocationLeft, fund: str) -> dict[str, Any]:
    """What an allocation is for stands with the fund that made it; here it begins with what is left of it and what was paid."""
    told = {
        "allocation": left.allocation,
        "state": "closed" if left.closed else "open",
        "amount_oere": left.amount_oere + left.paid_oere,
        "paid_oere": left.paid_oere,
        "paid_before_oere": left.paid_oere,
        "left_oere": 0,
        "taken_from": fund,
    }
    if before is None:
        return told
    carried = (
        "application",
        "to_party",
        "from_on",
        "ceases_on",
        "evaluation_earliest",
        "evaluation_latest",
        "opening",
        "gaps",
    )
    purpose = before.purpose
    if isinstance(purpose, Sealed):
        purpose = TextAt(fund, before.version, "/purpose")
    return told | {name: getattr(before, name) for name in carried} | {"purpose": purpose}


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
        case Reversed():
            match get(posting_key(topic, event.reverses)).what:
                case "allocated" | "opened-with":
                    return msgspec.structs.replace(row, state="reversed")
                case "allocation-closed":
                    return msgspec.structs.replace(row, state="open", evaluated_by=None, unspent_oere=None)
                case _:
                    return row
        case _:
            return row
